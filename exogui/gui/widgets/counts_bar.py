"""One bar for what became of all rows that were sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from exogui.gui.speech import say
from exogui.gui.theme import CONTROL_RADIUS, current_tokens
from exogui.messages import result as texts

_GAP = 2
_NARROWEST = 8
"""Pixels of a part with few rows: one refused row among 50,000 must be seen too."""
_HEIGHT = 34


@dataclass(frozen=True, slots=True)
class CountPart:
    """One kind of outcome. Its pattern tells it from its neighbours without colour."""

    label: str
    count: int
    tint: str
    pattern: Qt.BrushStyle = Qt.BrushStyle.SolidPattern


class CountsBar(QWidget):
    """The parts side by side, each as wide as its count; never by colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("counts_bar")
        self.setAccessibleName(say(texts.PICTURE))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._parts: tuple[CountPart, ...] = ()

    def set_parts(self, parts: Sequence[CountPart]) -> None:
        """Show these parts; those that count nothing take no room."""
        self._parts = tuple(part for part in parts if part.count > 0)
        self.setAccessibleDescription(", ".join(_said(part) for part in parts))
        self.update()

    def rects(self) -> list[tuple[CountPart, QRectF]]:
        """Where each part is painted."""
        total = sum(part.count for part in self._parts)
        room = self.width() - _GAP * (len(self._parts) - 1)
        widths = part_widths([part.count for part in self._parts], room) if total else []
        rects, x = [], 0.0
        for part, width in zip(self._parts, widths, strict=True):
            rects.append((part, QRectF(x, 0, width, self.height())))
            x += width + _GAP
        return rects

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), CONTROL_RADIUS, CONTROL_RADIUS)
        painter.setClipPath(outline)
        if not self._parts:
            painter.fillRect(self.rect(), QColor(current_tokens().sunk))
        for part, rect in self.rects():
            paint_part(painter, rect, part)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            for part, rect in self.rects():
                if rect.contains(event.pos()):
                    QToolTip.showText(event.globalPos(), _said(part), self, rect.toRect())
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)


def part_widths(counts: Sequence[int], room: float) -> list[float]:
    """``room`` shared out by ``counts`` (all above 0), with no share too narrow to be seen."""
    total = sum(counts)
    narrow = {number for number, count in enumerate(counts) if room * count / total < _NARROWEST}
    rest = room - _NARROWEST * len(narrow)
    shared = sum(count for number, count in enumerate(counts) if number not in narrow)
    return [
        float(_NARROWEST) if number in narrow else rest * count / shared
        for number, count in enumerate(counts)
    ]


def paint_part(painter: QPainter, rect: QRectF, part: CountPart) -> None:
    """Fill ``rect`` with the colour and the pattern of ``part``."""
    tokens = current_tokens()
    painter.fillRect(rect, QColor(getattr(tokens, part.tint)))
    if part.pattern is not Qt.BrushStyle.SolidPattern:
        overlay = QColor(tokens.surface)
        overlay.setAlpha(90)
        painter.fillRect(rect, QBrush(overlay, part.pattern))


def _said(part: CountPart) -> str:
    return say(texts.PART, count=part.count, what=part.label)
