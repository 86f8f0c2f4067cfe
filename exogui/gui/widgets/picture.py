"""A picture of the program itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from exogui.gui.theme import SURFACE_RADIUS, current_tokens

_PIXEL_RATIO = 2.0
"""Of the files: sharp on a screen at 200 %, and drawn smaller at 100 %."""


class Picture(QWidget):
    """Shows a file of ``resources/help`` at its size, or smaller where there is less room."""

    def __init__(self, path: Path, description: str, most_width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"picture_{path.stem}")
        self.setAccessibleName(description)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._pixmap = QPixmap(str(path))
        size = self._pixmap.size() / _PIXEL_RATIO
        self._size = size if size.width() <= most_width else size * (most_width / size.width())

    @property
    def is_there(self) -> bool:
        """Whether the file could be read."""
        return not self._pixmap.isNull()

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(frame, SURFACE_RADIUS, SURFACE_RADIUS)
        painter.setClipPath(outline)
        ratio = self.devicePixelRatioF()
        sharp = self._pixmap.scaled(
            self.size() * ratio,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        sharp.setDevicePixelRatio(ratio)
        painter.drawPixmap(0, 0, sharp)
        painter.setClipping(False)
        painter.setPen(QPen(QColor(current_tokens().hairline), 1))
        painter.drawPath(outline)
