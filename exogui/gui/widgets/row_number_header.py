"""The numbers at the left of the contacts table."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from exogui.gui.models.contact_table_model import ContactTableModel
from exogui.gui.speech import say
from exogui.gui.theme import ROW_HEIGHT, current_tokens
from exogui.messages import review

_PADDING = 12
_ALIGNMENT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_LEAST_DIGITS = 3


class RowNumberHeader(QHeaderView):
    """Shows which row of the person's file each row is, whatever is filtered; a click selects the row."""

    menu_requested = Signal(int, QPoint)
    """(row as shown, place on the screen): the person wants the menu of this row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("row_numbers")
        self.setAccessibleName(say(review.ROW_NUMBERS))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(ROW_HEIGHT)
        self.setMinimumSectionSize(ROW_HEIGHT)
        self.setSectionsClickable(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self._digits = _LEAST_DIGITS
        self._contacts: ContactTableModel | None = None

    def make_room_for(self, contacts: ContactTableModel) -> None:
        """From now on there is room for the largest number of all rows, whichever of them are on show."""
        self._contacts = contacts
        contacts.table_replaced.connect(self._on_rows_changed)
        contacts.table_changed.connect(self._on_rows_changed)
        self._on_rows_changed()

    @Slot()
    def _on_rows_changed(self, _change: object = None) -> None:
        table = None if self._contacts is None else self._contacts.table
        if table is not None and table.row_count:
            self._digits = max(_LEAST_DIGITS, len(str(table.row_number(table.row_count - 1))))
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).horizontalAdvance("0" * self._digits) + 2 * _PADDING, 0)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.logicalIndexAt(event.pos())
        if row >= 0:
            self.menu_requested.emit(row, event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """All numbers in one go: Qt would ask for each section's font, brush and state."""
        painter = QPainter(self.viewport())
        tokens = current_tokens()
        area, width = event.rect(), self.viewport().width()
        painter.fillRect(area, QColor(tokens.surface))
        painter.setFont(self.font())
        muted, text, tint = QColor(tokens.muted), QColor(tokens.text), QColor(tokens.accent_soft)
        hairline, model, selected = QColor(tokens.hairline), self.model(), self._selected_rows()
        row = self.logicalIndexAt(area.top())
        if row < 0 or model is None:
            return
        for y in range(self.sectionViewportPosition(row), area.bottom() + 1, ROW_HEIGHT):
            if row == self.count():
                break
            is_selected = row in selected
            if is_selected:
                painter.fillRect(0, y, width, ROW_HEIGHT, tint)
            painter.setPen(text if is_selected else muted)
            number = str(model.headerData(row, Qt.Orientation.Vertical))
            painter.drawText(0, y, width - _PADDING, ROW_HEIGHT - 1, _ALIGNMENT, number)
            painter.fillRect(0, y + ROW_HEIGHT - 1, width, 1, hairline)
            row += 1

    def _selected_rows(self) -> range:
        """The rows with selected cells, where there are several cells."""
        selection = self.selectionModel().selection()
        if selection.isEmpty():
            return range(0)
        part = selection.at(0)
        return (
            range(part.top(), part.bottom() + 1)
            if part.top() < part.bottom() or part.width() > 1
            else range(0)
        )
