"""The rounded surface that the contacts table lies on."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exogui.gui.theme import SURFACE_RADIUS, current_tokens
from exogui.gui.widgets.contact_header_view import HEADER_HEIGHT

_BOTTOM_RIM = 6
"""High enough for the table's square corners to stay inside the round ones."""


class TableCard(QWidget):
    """Paints the edge and, below the transparent header, the header's colour: no clipping is needed."""

    def __init__(self, table: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, _BOTTOM_RIM)
        layout.addWidget(table)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        shape = QPainterPath()
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape.addRoundedRect(edge, SURFACE_RADIUS, SURFACE_RADIUS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shape, QColor(tokens.surface))
        painter.save()
        painter.setClipRect(0, 0, self.width(), HEADER_HEIGHT + 1)
        painter.fillPath(shape, QColor(tokens.sunk))
        painter.restore()
        painter.fillRect(1, HEADER_HEIGHT, self.width() - 2, 1, QColor(tokens.hairline))
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawPath(shape)
