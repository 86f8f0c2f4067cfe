from __future__ import annotations

from pathlib import Path

import pytest
import windows_icon
from PySide6.QtGui import QImage

pytestmark = pytest.mark.usefixtures("qapp")


def test_that_the_icon_shows_the_drawing_of_today() -> None:
    assert not windows_icon.is_stale(windows_icon.FILE)


def test_that_another_drawing_makes_the_icon_stale(tmp_path: Path) -> None:
    pictures = windows_icon.drawn()
    pictures[32] = pictures[48]
    (tmp_path / "other.ico").write_bytes(windows_icon.ico(pictures))
    assert windows_icon.is_stale(tmp_path / "other.ico")
    assert windows_icon.is_stale(tmp_path / "missing.ico")


def test_that_the_icon_has_every_size_that_windows_asks_for() -> None:
    sizes = [picture.width() for picture in windows_icon.pictures_in(windows_icon.FILE)]
    assert sizes == list(windows_icon.SIZES)
    assert {16, 24, 32, 48, 256} <= set(sizes)


def test_that_a_reader_of_icons_that_is_not_ours_takes_it() -> None:
    assert not QImage(str(windows_icon.FILE)).isNull()
