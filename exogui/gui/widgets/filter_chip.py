"""One filter as a pill: icon, name and how many rows it would show."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from exogui.gui.icons import pixmap
from exogui.gui.speech import say
from exogui.gui.theme import BODY_SIZE, CONTROL_HEIGHT, current_tokens, tabular
from exogui.gui.widgets.buttons import describe
from exogui.messages import review

_PADDING = 14
_ICON_SIZE = 16
_GAP = 8


class FilterChip(QAbstractButton):
    """Checked while its filter is in force."""

    def __init__(
        self,
        name: str,
        text: str,
        description: str,
        icon: tuple[str, str] | None,
        parent: QWidget | None = None,
    ) -> None:
        """``icon`` is an icon's name and the colour token of its tint."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._description = description
        self._icon = icon
        self._count: int | None = None
        self._closable = False
        describe(self, text, description)

    @property
    def count(self) -> int | None:
        """How many rows it says it would show."""
        return self._count

    def set_count(self, count: int) -> None:
        """Say how many rows the filter would show."""
        if count != self._count:
            self._count = count
            describe(self, say(review.FILTER_SPOKEN, n=count, name=self.text()), self._description)
            self.updateGeometry()
            self.update()

    def set_face(self, text: str, icon: tuple[str, str]) -> None:
        """Stand for something else from now on, until it is closed by a click."""
        self.setText(text)
        self._icon = icon
        self._closable = True
        describe(self, text, self._description)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = 2 * _PADDING + QFontMetrics(self._text_font()).horizontalAdvance(self.text())
        if self._icon is not None:
            width += _ICON_SIZE + _GAP
        if self._count is not None:
            width += QFontMetrics(self._count_font()).horizontalAdvance(say.number(self._count)) + _GAP
        if self._closable:
            width += _ICON_SIZE + _GAP
        return QSize(width + 1, CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 120), CONTROL_HEIGHT) if self._closable else self.sizeHint()

    def _text_font(self) -> QFont:
        return tabular(self.font(), size=BODY_SIZE)

    def _count_font(self) -> QFont:
        return tabular(self.font(), size=BODY_SIZE, bold=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_pill(painter)
        tokens = current_tokens()
        room = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        top = (self.height() - _ICON_SIZE) // 2
        if self._icon is not None:
            painter.drawPixmap(room.left(), top, self._pixmap(*self._icon))
            room.setLeft(room.left() + _ICON_SIZE + _GAP)
        if self._closable:
            painter.drawPixmap(room.right() - _ICON_SIZE + 1, top, self._pixmap("close", "muted"))
            room.setRight(room.right() - _ICON_SIZE - _GAP)
        painter.setPen(QColor(tokens.text))
        if self._count is not None:
            painter.setFont(self._count_font())
            painter.drawText(
                room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, say.number(self._count)
            )
        font = self._text_font()
        painter.setFont(font)
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_pill(self, painter: QPainter) -> None:
        tokens = current_tokens()
        hot = self.underMouse() or self.isDown()
        fill = tokens.accent_soft if self.isChecked() else tokens.sunk if hot else tokens.surface
        edge = tokens.accent if self.isChecked() or self.hasFocus() else tokens.border
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(fill))
        inset = width / 2
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)

    def _pixmap(self, name: str, tint: str) -> QPixmap:
        return pixmap(name, tint, _ICON_SIZE, self.devicePixelRatioF())
