"""The program's icon in the forms that operating systems want, all drawn from resources/icons/exogui.svg."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SVG = Path(__file__).resolve().parent.parent / "resources" / "icons" / "exogui.svg"
HICOLOR_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""Of PNG files for Linux desktops (freedesktop.org's Icon Theme Specification)."""

_MACOS_MARGIN = 100 / 1024
"""By Apple's grid an icon leaves this share of each side empty; one without it stands out as too large."""
_ICNS_KINDS = ((b"ic07", 128), (b"ic08", 256), (b"ic09", 512), (b"ic10", 1024))
_ICNS_RETINA = ((b"ic11", 32), (b"ic12", 64), (b"ic13", 256), (b"ic14", 512))  # for half as many points


def png(size: int, margin: float = 0.0) -> bytes:
    """A PNG of ``size`` pixels each way; ``margin`` is the share of each side that stays transparent."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    edge = size * margin
    QSvgRenderer(str(SVG)).render(painter, QRectF(edge, edge, size - 2 * edge, size - 2 * edge))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want the format as bytes, Qt as text
    return bytes(buffer.data().data())


def icns() -> bytes:
    """The icon of a macOS application: an .icns file with a PNG for each size, plain and for Retina.

    16 and 32 pixels are left to macOS, which does not show PNG files of those kinds in applications.
    """
    blocks = b""
    for kind, size in (*_ICNS_KINDS, *_ICNS_RETINA):
        picture = png(size, _MACOS_MARGIN)
        blocks += kind + (len(picture) + 8).to_bytes(4, "big") + picture
    return b"icns" + (len(blocks) + 8).to_bytes(4, "big") + blocks


def write_hicolor(share: Path, name: str) -> None:
    """Lay the icon of the desktop entry ``name`` below ``share``, as desktops look for it."""
    theme = share / "icons" / "hicolor"
    for size in HICOLOR_SIZES:
        place = theme / f"{size}x{size}" / "apps" / f"{name}.png"
        place.parent.mkdir(parents=True)
        place.write_bytes(png(size))
    scalable = theme / "scalable" / "apps" / f"{name}.svg"
    scalable.parent.mkdir(parents=True)
    scalable.write_bytes(SVG.read_bytes())
