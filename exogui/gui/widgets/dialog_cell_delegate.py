"""Paints the cells of a dialog's table from their :class:`CellLook`."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from exogui.gui.icons import pixmap
from exogui.gui.models.cell_look import CellLook
from exogui.gui.models.dialog_rows_model import DialogRowsModel
from exogui.gui.theme import BODY_SIZE, SMALL_SIZE, current_tokens, tabular

CELL_PADDING = 12
_ICON_SIZE = 16
ICON_SPACE = _ICON_SIZE + 8
_DOT = 8.0
_CIRCLE = 15.0


class DialogCellDelegate(QStyledItemDelegate):
    """Paints without the style: some styles drop colours that a model asks for."""

    def __init__(self, model: DialogRowsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._plain = tabular(size=BODY_SIZE)
        self._strong = tabular(size=BODY_SIZE, bold=True)
        self._quiet = tabular(size=SMALL_SIZE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = self._model.look(index.row(), index.column())
        tokens = current_tokens()
        rect: QRect = option.rect
        if look.fill:
            painter.fillRect(rect, QColor(getattr(tokens, look.fill)))
        room = rect.adjusted(CELL_PADDING, 0, -CELL_PADDING, -1)
        if look.chosen is not None:
            self._paint_choice(painter, room, chosen=look.chosen)
            room.setLeft(room.left() + ICON_SPACE)
        elif look.icon:
            picture = pixmap(look.icon, look.icon_tint, _ICON_SIZE, painter.device().devicePixelRatioF())
            painter.drawPixmap(room.left(), room.center().y() - _ICON_SIZE // 2 + 1, picture)
            room.setLeft(room.left() + ICON_SPACE)
        self._paint_texts(painter, room, look)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _paint_texts(self, painter: QPainter, room: QRect, look: CellLook) -> None:
        tokens = current_tokens()
        font = self._strong if look.strong else self._plain
        if not look.note:
            _draw(painter, room, look.text, font, getattr(tokens, look.tint), flush_right=look.flush_right)
            return
        upper, lower = QRect(room), QRect(room)
        upper.setBottom(room.center().y() + 1)
        upper.setTop(upper.bottom() - QFontMetrics(font).height())
        lower.setTop(room.center().y() + 1)
        lower.setBottom(lower.top() + QFontMetrics(self._quiet).height())
        _draw(painter, upper, look.text, font, getattr(tokens, look.tint))
        _draw(painter, lower, look.note, self._quiet, tokens.muted)

    @staticmethod
    def _paint_choice(painter: QPainter, room: QRect, *, chosen: bool) -> None:
        tokens = current_tokens()
        middle = QPointF(room.left() + _CIRCLE / 2 + 0.5, room.center().y() + 0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.surface))
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.muted), 1.5))
        painter.drawEllipse(middle, _CIRCLE / 2, _CIRCLE / 2)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(middle, _DOT / 2, _DOT / 2)
        painter.restore()


def _draw(
    painter: QPainter, room: QRect, text: str, font: QFont, colour: str, *, flush_right: bool = False
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    one_line = " ".join(text.splitlines())
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(one_line, Qt.TextElideMode.ElideRight, room.width())
    # Whatever script and font a text is in, all stand on one line.
    left = room.right() + 1 - metrics.horizontalAdvance(shown) if flush_right else room.left()
    painter.drawText(left, room.center().y() + 1 + metrics.capHeight() // 2, shown)
