"""Paints the cells of the refused rows: plain text, and Exotel's code as a badge."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from exogui.gui.models.refused_rows_model import RefusedColumn
from exogui.gui.theme import ROW_HEIGHT, current_tokens, tabular

_PADDING = 12
_BADGE_HEIGHT = 20
_BADGE_SIZE = 11
_MUTED = frozenset({RefusedColumn.ROW, RefusedColumn.ADVICE})


class RefusedCellDelegate(QStyledItemDelegate):
    """Paints without the style: some styles drop colours that a model asks for."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width() + 2 * _PADDING, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = current_tokens()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.accent_soft))
        text = str(index.data() or "")
        if index.column() == RefusedColumn.CODE:
            self._paint_badge(painter, rect, text)
        else:
            painter.setFont(tabular(option.font))
            painter.setPen(QColor(tokens.muted if index.column() in _MUTED else tokens.text))
            right = index.column() == RefusedColumn.ROW
            alignment = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            room = rect.adjusted(_PADDING, 0, -_PADDING, 0)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, alignment | Qt.AlignmentFlag.AlignVCenter, shown)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    @staticmethod
    def _paint_badge(painter: QPainter, rect: QRect, code: str) -> None:
        if not code:
            return
        tokens = current_tokens()
        font = QFont(painter.font())
        font.setPixelSize(_BADGE_SIZE)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        room = rect.width() - 2 * _PADDING - 14
        shown = metrics.elidedText(code, Qt.TextElideMode.ElideRight, room)
        badge = QRectF(0, 0, metrics.horizontalAdvance(shown) + 14, _BADGE_HEIGHT)
        badge.moveLeft(rect.left() + _PADDING)
        badge.moveTop(rect.top() + (rect.height() - _BADGE_HEIGHT) // 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.must_fix_soft))
        painter.drawRoundedRect(badge, 4, 4)
        painter.setFont(font)
        painter.setPen(QColor(tokens.must_fix))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()
