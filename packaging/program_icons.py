"""Makes the icons that operating systems want of a program: ``program_icons.py write | check``.

They are drawn by Qt from the one drawing that the window uses. ``exogui.ico`` is for Windows: executables,
installers, shortcuts, file types.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
DRAWING = ROOT / "resources" / "icons" / "exogui.svg"
WINDOWS_ICON = ROOT / "packaging" / "icons" / "exogui.ico"

WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
"""Pixels: what Windows asks for from 100 % to 200 %, in lists, on the taskbar and as tiles."""
_TOLERANCE = 8
"""Of 255: two machines may round a blended pixel differently."""
_HEADER = struct.Struct("<HHH")
_ENTRY = struct.Struct("<BBBBHHII")


def drawn(size: int) -> QImage:
    """The drawing as a square of ``size`` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def as_ico(images: list[QImage]) -> bytes:
    """An icon file of PNG pictures, which Windows reads since Vista."""
    pictures = [_png(image) for image in images]
    offset = _HEADER.size + _ENTRY.size * len(pictures)
    entries = b""
    for image, picture in zip(images, pictures, strict=True):
        side = image.width() % 256  # 0 stands for 256
        entries += _ENTRY.pack(side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return _HEADER.pack(0, 1, len(pictures)) + entries + b"".join(pictures)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # takes bytes in the stubs, and str in truth
    return bytes(buffer.data().data())


def pictures_in(ico: bytes) -> list[QImage]:
    """The pictures of an icon file of PNGs."""
    _, _, count = _HEADER.unpack_from(ico)
    pictures = []
    for number in range(count):
        *_, length, offset = _ENTRY.unpack_from(ico, _HEADER.size + number * _ENTRY.size)
        picture = QImage()
        picture.loadFromData(QByteArray(ico[offset : offset + length]))
        pictures.append(picture)
    return pictures


def is_stale(file: Path) -> bool:
    """Whether ``file`` shows something else than the drawing."""
    if not file.exists():
        return True
    there = pictures_in(file.read_bytes())
    if [picture.width() for picture in there] != list(WINDOWS_SIZES):
        return True
    return any(_differ(picture, drawn(picture.width())) for picture in there)


def _differ(one: QImage, other: QImage) -> bool:
    pixels = zip(_pixels(one), _pixels(other), strict=True)
    return any(abs(left - right) > _TOLERANCE for left, right in pixels)


def _pixels(image: QImage) -> bytes:
    plain = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    return bytes(plain.constBits())


def main(arguments: list[str]) -> int:
    """Write the icons, or check that they show the drawing; 1 when they do not."""
    _app = QGuiApplication.instance() or QGuiApplication([])
    if arguments == ["write"]:
        WINDOWS_ICON.parent.mkdir(parents=True, exist_ok=True)
        WINDOWS_ICON.write_bytes(as_ico([drawn(size) for size in WINDOWS_SIZES]))
        print(f"Wrote {WINDOWS_ICON.relative_to(ROOT)}")
        return 0
    if arguments == ["check"]:
        stale = is_stale(WINDOWS_ICON)
        if stale:
            print(f"{WINDOWS_ICON.relative_to(ROOT)} is out of date. Run: python3 packaging/dev.py generate")
        return int(stale)
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
