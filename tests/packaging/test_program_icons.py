from __future__ import annotations

import struct
from pathlib import Path

import program_icons
import pytest
from PySide6.QtGui import QImage

pytestmark = pytest.mark.usefixtures("qapp")


def test_that_the_icon_shows_the_drawing_of_today() -> None:
    assert not program_icons.is_stale(program_icons.WINDOWS_ICON)


def test_that_another_drawing_makes_the_icon_stale(tmp_path: Path) -> None:
    pictures = [program_icons.drawn(size) for size in program_icons.WINDOWS_SIZES]
    pictures[3].invertPixels()
    (tmp_path / "other.ico").write_bytes(program_icons.as_ico(pictures))
    assert program_icons.is_stale(tmp_path / "other.ico")
    assert program_icons.is_stale(tmp_path / "missing.ico")


def test_that_the_icon_has_every_size_that_windows_asks_for() -> None:
    content = program_icons.WINDOWS_ICON.read_bytes()
    assert struct.unpack_from("<HHH", content) == (0, 1, len(program_icons.WINDOWS_SIZES))
    sizes = [picture.width() for picture in program_icons.pictures_in(content)]
    assert {16, 24, 32, 48, 256} <= set(sizes)
    assert not any(picture.isNull() for picture in program_icons.pictures_in(content))


def test_that_windows_own_reader_of_icons_takes_it() -> None:
    assert QImage(str(program_icons.WINDOWS_ICON)).width() == 16
