"""That the icon comes in the forms that operating systems take."""

from __future__ import annotations

from pathlib import Path

import icons
import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QImageReader


@pytest.mark.parametrize("size", icons.HICOLOR_SIZES)
def test_that_a_png_fills_its_square_and_has_round_corners(size: int) -> None:
    image = QImage.fromData(icons.png(size))
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(size // 2, 0).name() == "#3457d5"


def test_that_a_margin_stays_transparent() -> None:
    image = QImage.fromData(icons.png(100, margin=0.1))
    assert image.pixelColor(50, 9).alpha() == 0
    assert image.pixelColor(50, 10).alpha() == 255


def test_that_macos_gets_every_size_and_margins() -> None:
    data = QByteArray(icons.icns())
    assert int.from_bytes(data.data()[4:8], "big") == data.size()
    buffer = QBuffer(data)
    reader = QImageReader(buffer, QByteArray(b"icns"))
    images = []
    for number in range(reader.imageCount()):
        assert reader.jumpToImage(number)
        images.append(reader.read())
    assert sorted({image.width() for image in images}) == [32, 64, 128, 256, 512, 1024]
    assert all(image.pixelColor(image.width() // 2, 0).alpha() == 0 for image in images)


def test_that_desktops_find_each_size_by_the_name_of_the_entry(tmp_path: Path) -> None:
    icons.write_hicolor(tmp_path, "some.name")
    found = {
        path.relative_to(tmp_path / "icons" / "hicolor").as_posix() for path in tmp_path.rglob("some.name.*")
    }
    assert found == {
        "scalable/apps/some.name.svg",
        *(f"{size}x{size}/apps/some.name.png" for size in icons.HICOLOR_SIZES),
    }
