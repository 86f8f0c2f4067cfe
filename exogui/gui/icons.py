"""The program's icons: one SVG set (24 x 24, 2 px strokes, ``currentColor``), tinted from the tokens.

An icon draws itself from the SVG at whatever size and pixel ratio is asked for, in the colours that are in
force then: it is crisp at 200 % and follows a change of scheme without being set again.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from exogui.gui.theme import current_tokens
from exogui.resources import resource_path


def icon(name: str, tint: str = "text") -> QIcon:
    """The icon ``resources/icons/<name>.svg`` in the colour of ``tint``, a field of ``Tokens``."""
    return QIcon(_TintedIconEngine(name, tint))


def pixmap(name: str, tint: str = "text", size: int = 16, dpr: float = 1.0) -> QPixmap:
    """The icon as a pixmap of ``size`` device-independent pixels, in today's colours. Cached."""
    return _render(name, getattr(current_tokens(), tint), size, size, dpr)


@cache
def _source(name: str) -> str:
    return resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")


@cache
def _render(name: str, colour: str, width: int, height: int, dpr: float) -> QPixmap:
    """``width`` by ``height`` pixels of the icon, which stands at the left where there is room to spare."""
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    image = QPixmap(round(width * dpr), round(height * dpr))
    image.fill(Qt.GlobalColor.transparent)
    side = min(image.width(), image.height())
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, (image.height() - side) / 2, side, side))
    painter.end()
    image.setDevicePixelRatio(dpr)
    return image


class _TintedIconEngine(QIconEngine):
    """Overrides Qt's methods, whose signatures it must keep."""

    def __init__(self, name: str, tint: str) -> None:
        super().__init__()
        self._name = name
        self._tint = tint

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002 - signature of Qt
        painter.drawPixmap(rect, self._pixmap(rect.size(), painter.device().devicePixelRatioF(), mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:  # noqa: ARG002 - signature of Qt
        return self._pixmap(size, 1.0, mode)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: ARG002 - signature of Qt
        return self._pixmap(size, scale, mode)

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:  # noqa: ARG002 - signature of Qt
        return size

    def iconName(self) -> str:
        return self._name

    def isNull(self) -> bool:
        return False

    def clone(self) -> QIconEngine:
        # Qt owns the copy, but the binding does not know: without this reference Python frees it under Qt.
        copy = _TintedIconEngine(self._name, self._tint)
        _clones.append(copy)
        return copy

    def _pixmap(self, size: QSize, scale: float, mode: QIcon.Mode) -> QPixmap:
        tint = "disabled" if mode == QIcon.Mode.Disabled else self._tint
        return _render(self._name, getattr(current_tokens(), tint), size.width(), size.height(), scale)


_clones: list[_TintedIconEngine] = []
