"""Makes the icon that Windows shows for exogui: ``windows_icon.py write | check``.

It is committed, because executables and installers need it and not all of them are made where Qt is.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import icons
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QImage

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "packaging" / "icons" / "exogui.ico"

SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
"""Pixels: what Windows asks for from 100 % to 200 %, in lists, on the taskbar and as tiles."""
_TOLERANCE = 8
"""Of 255: two machines may round a blended pixel differently."""
_HEADER = struct.Struct("<HHH")
_ENTRY = struct.Struct("<BBBBHHII")


def ico(pictures: dict[int, bytes]) -> bytes:
    """An icon file of PNGs by their size, which Windows reads since Vista."""
    offset = _HEADER.size + _ENTRY.size * len(pictures)
    entries = b""
    for size, picture in pictures.items():
        side = size % 256  # 0 stands for 256
        entries += _ENTRY.pack(side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return _HEADER.pack(0, 1, len(pictures)) + entries + b"".join(pictures.values())


def drawn() -> dict[int, bytes]:
    """The drawing in every size."""
    return {size: icons.png(size) for size in SIZES}


def pictures_in(file: Path) -> list[QImage]:
    """The pictures of an icon file of PNGs; none where there is no file."""
    content = file.read_bytes() if file.exists() else _HEADER.pack(0, 1, 0)
    _, _, count = _HEADER.unpack_from(content)
    pictures = []
    for number in range(count):
        *_, length, offset = _ENTRY.unpack_from(content, _HEADER.size + number * _ENTRY.size)
        pictures.append(_image(content[offset : offset + length]))
    return pictures


def is_stale(file: Path) -> bool:
    """Whether ``file`` shows something else than the drawing."""
    there, wanted = pictures_in(file), [_image(picture) for picture in drawn().values()]
    return len(there) != len(wanted) or any(map(_differ, there, wanted))


def _image(picture: bytes) -> QImage:
    image = QImage()
    image.loadFromData(QByteArray(picture))
    return image


def _differ(one: QImage, other: QImage) -> bool:
    if one.size() != other.size():
        return True
    pixels = zip(_pixels(one), _pixels(other), strict=True)
    return any(abs(left - right) > _TOLERANCE for left, right in pixels)


def _pixels(image: QImage) -> bytes:
    plain = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    return bytes(plain.constBits())


def main(arguments: list[str]) -> int:
    """Write the icon, or check that it shows the drawing; 1 when it does not."""
    _app = QGuiApplication.instance() or QGuiApplication([])
    if arguments == ["write"]:
        FILE.write_bytes(ico(drawn()))
        print(f"Wrote {FILE.relative_to(ROOT)}")
        return 0
    if arguments == ["check"]:
        stale = is_stale(FILE)
        if stale:
            print(f"{FILE.relative_to(ROOT)} is out of date. Run: python3 packaging/dev.py generate")
        return int(stale)
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
