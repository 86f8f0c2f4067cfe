"""One recent file, on a card that opens it again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from exogui.gui.icons import pixmap
from exogui.gui.speech import say
from exogui.gui.theme import SMALL_SIZE, SURFACE_RADIUS, UNIT, current_tokens
from exogui.gui.tool_tip import as_tool_tip
from exogui.messages import empty as texts


class RecentState(StrEnum):
    """What became of a recent file."""

    OPENED = "opened"
    UPLOADED = "uploaded"
    PROCESSING = "processing"
    UNKNOWN = "unknown"
    FAILED = "failed"


_ICONS = {
    RecentState.OPENED: ("file", "muted"),
    RecentState.UPLOADED: ("check-circle", "ready"),
    RecentState.PROCESSING: ("clock", "muted"),
    RecentState.UNKNOWN: ("question-circle", "worth_look"),
    RecentState.FAILED: ("error-circle", "must_fix"),
}


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file that was opened before; ``detail`` says when, and what became of it."""

    path: Path
    detail: str
    state: RecentState = RecentState.OPENED


class RecentCard(QAbstractButton):
    """A button of two lines: the file's name, and below it when and what."""

    def __init__(self, recent: RecentFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recent = recent
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(recent.path.name)
        self.setAccessibleName(recent.path.name)
        self.setAccessibleDescription(
            say(texts.RECENT_DESCRIPTION, file=recent.path.name, detail=recent.detail)
        )
        self.setToolTip(as_tool_tip(str(recent.path)))

    def sizeHint(self) -> QSize:
        return QSize(240, 8 * UNIT + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 8 * UNIT + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lifted = self.underMouse() or self.isDown()
        edge, width = (
            (tokens.accent, 2) if self.hasFocus() else (tokens.border if lifted else tokens.hairline, 1)
        )
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(tokens.sunk if lifted else tokens.surface))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, SURFACE_RADIUS, SURFACE_RADIUS)
        name, tint = _ICONS[self.recent.state]
        picture = pixmap(name, tint, 20, self.devicePixelRatioF())
        painter.drawPixmap(2 * UNIT - 2, (self.height() - 20) // 2, picture)
        left = 6 * UNIT - 2
        room = QRect(left, 0, self.width() - left - 2 * UNIT, self.height() // 2)
        painter.setFont(self._bold())
        painter.setPen(QColor(tokens.text))
        title = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom, title)
        painter.setFont(self._small())
        painter.setPen(QColor(tokens.muted))
        detail = painter.fontMetrics().elidedText(
            self.recent.detail, Qt.TextElideMode.ElideRight, room.width()
        )
        room.translate(0, self.height() // 2 + 2)
        painter.drawText(room, Qt.AlignmentFlag.AlignTop, detail)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(SMALL_SIZE)
        return font
