"""The table of every row of the person's file."""

from __future__ import annotations

import threading
from typing import NamedTuple

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QTableView, QWidget

from exogui.contacts.repairing.cell_blocks import block_as_text
from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
from exogui.gui.models.contact_table_model import HeaderRole
from exogui.gui.speech import say
from exogui.gui.theme import ROW_HEIGHT, current_tokens, tabular, theme_signals
from exogui.gui.widgets.column_widths import ColumnWidths
from exogui.gui.widgets.contact_cell_delegate import CELL_PADDING, ICON_SPACE, ContactCellDelegate
from exogui.gui.widgets.contact_header_view import HEADER_HEIGHT, ContactHeaderView
from exogui.gui.widgets.row_number_header import RowNumberHeader
from exogui.gui.widgets.table_actions import TableActions
from exogui.gui.widgets.table_note import TableNote
from exogui.gui.widgets.table_place import TablePlace
from exogui.messages import review

_SAMPLED_ROWS = 60
"""Rows from the top whose texts decide the first widths; all 50,000 would take seconds."""
_MEASURED_LETTERS = 80
_MOST_COPIED_CELLS = 500_000


class SelectedBlock(NamedTuple):
    """A rectangle of cells, in rows and columns as they are shown."""

    rows: range
    columns: range


class ContactTableView(QTableView):
    """Shows a :class:`ContactFilterProxyModel`; everything can be done from the keyboard.

    Typing, F2 or a double click edits a cell; Enter goes on below, Tab to the right; F8 and Shift+F8 walk the
    problems; Alt+Down opens the column's menu. What else can be done with cells is in :attr:`commands`.
    """

    mapping_requested = Signal(int, object)
    """Column, and the :class:`Field` it is to be sent as, or None."""

    def __init__(self, proxy: ContactFilterProxyModel, parent: QWidget | None = None) -> None:
        """``proxy`` has its source model already."""
        super().__init__(parent)
        self._model = proxy.contacts
        self._proxy = proxy
        self.paint_gate = threading.Event()
        """Clear while the table paints: work in other threads waits for it between two chunks."""
        self.paint_gate.set()
        self._place = TablePlace(self, proxy)
        self._widths = ColumnWidths()
        self._needed_widths: list[int] = []
        self._sizes_by_itself = False
        self._set_up()
        self.commands = TableActions(self)
        """Cut, copy, paste and so on, for menus; the table itself copies and selects."""
        self.commands.copy.triggered.connect(self.copy_selection)
        self.commands.select_all.triggered.connect(self.selectAll)
        self._cells = ContactCellDelegate(proxy, self)
        self.setItemDelegate(self._cells)
        self.setModel(proxy)
        self._note = TableNote(self.viewport(), proxy)
        self._numbers.make_room_for(self._model)
        self._header.sectionResized.connect(self._on_section_resized)
        self._header.mapping_requested.connect(self.mapping_requested)
        self._header.column_reached.connect(self._on_column_reached)
        self._numbers.menu_requested.connect(self._on_row_menu_requested)
        self._model.table_replaced.connect(self._on_table_replaced)
        proxy.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        proxy.modelReset.connect(self._on_reset)
        theme_signals().theme_changed.connect(self._on_theme_changed)
        self._on_table_replaced()

    def _set_up(self) -> None:
        self.setObjectName("contact_table")
        self.setAccessibleName(say(review.TABLE))
        self.setAccessibleDescription(say(review.TABLE_HELP))
        self.setFont(tabular())
        palette = (
            QPalette()
        )  # the delegate tints selected cells, where there are several; the style shall not
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table, or nobody could without a mouse
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self._header = ContactHeaderView(self)
        self._numbers = RowNumberHeader(self)
        self.setHorizontalHeader(self._header)
        self.setVerticalHeader(self._numbers)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)
        beside_header = QWidget()
        beside_header.setFixedHeight(HEADER_HEIGHT)
        self.addScrollBarWidget(beside_header, Qt.AlignmentFlag.AlignTop)
        self.setStyleSheet("QTableCornerButton::section { background: transparent; border: none; }")

    @property
    def header(self) -> ContactHeaderView:
        """The columns' header."""
        return self._header

    @property
    def note(self) -> TableNote:
        """What is said in the table when it shows no row."""
        return self._note

    def set_read_only(self, read_only: bool) -> None:
        """Switch editing and mapping off or on. What is typed in an open editor is forgotten."""
        self._model.set_read_only(read_only)
        self._header.set_changeable(not read_only)
        self.commands.set_changeable(not read_only)
        editor = self._editor()
        if read_only and editor is not None:
            super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def finish_editing(self) -> None:
        """Take what is typed in an open editor, as if the person had pressed Enter."""
        editor = self._editor()
        if editor is not None:
            self.commitData(editor)
            super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _editor(self) -> QWidget | None:
        is_editing = self.state() == QAbstractItemView.State.EditingState
        return self.indexWidget(self.currentIndex()) if is_editing else None

    # --- going about -----------------------------------------------------------------------------------

    def go_to_next_problem(self) -> bool:
        """Make the next problem's cell the current one; False when no row on show has a problem."""
        return self._go_to_problem(backwards=False)

    def go_to_previous_problem(self) -> bool:
        """Make the previous problem's cell the current one; False when no row on show has a problem."""
        return self._go_to_problem(backwards=True)

    def _go_to_problem(self, *, backwards: bool) -> bool:
        here = self.currentIndex()
        if here.isValid():
            row, column = here.row(), here.column()
        elif backwards:
            row, column = self._proxy.rowCount() - 1, self._proxy.columnCount()
        else:
            row, column = 0, -1
        cell = self._proxy.next_problem(row, column, backwards=backwards)
        if cell is None:
            return False
        self.go_to(*cell)
        return True

    def go_to(self, row: int, column: int) -> None:
        """Make a cell (row as shown here) the current one and scroll it into sight."""
        self.setCurrentIndex(self._proxy.index(row, column))

    def selected_block(self) -> SelectedBlock | None:
        """The selected cells, as shown; None when nothing is selected."""
        selection = self.selectionModel().selection()
        if selection.isEmpty():
            return None
        part = selection.at(0)  # contiguous selections have one
        return SelectedBlock(range(part.top(), part.bottom() + 1), range(part.left(), part.right() + 1))

    def select_block(self, block: SelectedBlock) -> None:
        """Select these cells; the first of them becomes the current one."""
        first = self._proxy.index(block.rows[0], block.columns[0])
        last = self._proxy.index(block.rows[-1], block.columns[-1])
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(first, select)
        self.selectionModel().select(QItemSelection(first, last), select)

    @Slot()
    def copy_selection(self) -> None:
        """Put the selected cells on the clipboard as Excel wants them."""
        block = self.selected_block()
        if block is None:
            return
        rows = block.rows[: 1 + _MOST_COPIED_CELLS // len(block.columns)]
        cells = ((self._proxy.cell(row, column).text for column in block.columns) for row in rows)
        QGuiApplication.clipboard().setText(block_as_text(cells))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        here = self.currentIndex()
        block = self.selected_block()
        if block is None or not here.isValid():
            return
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.visualRect(here).bottomLeft() if by_keyboard else event.pos()
        suggestion = None if self._model.read_only else self._proxy.suggestion(here.row(), here.column())
        self.commands.cell_menu(suggestion, len(block.rows)).popup(self.viewport().mapToGlobal(place))

    @Slot(int, QPoint)
    def _on_row_menu_requested(self, row: int, place: QPoint) -> None:
        block = self.selected_block()
        if block is None or row not in block.rows or len(block.columns) < self._proxy.columnCount():
            self.selectRow(row)
            block = self.selected_block()
        if block is not None:
            self.commands.row_menu(len(block.rows)).popup(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_F8:
            self._go_to_problem(backwards=shift)
        elif self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # what the editor has handled or will handle
        elif key == Qt.Key.Key_Down and modifiers & Qt.KeyboardModifier.AltModifier:
            self._header.open_menu(max(0, self.currentIndex().column()))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._move(-1 if shift else 1, 0)
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        end = QAbstractItemDelegate.EndEditHint
        is_left = self.indexWidget(self.currentIndex()) is not editor
        super().closeEditor(editor, end.NoHint)  # Qt's own hints would open the next cell's editor
        if is_left:
            return  # for the cell that has become the current one
        if hint == end.SubmitModelCache:
            shift = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
            self._move(-1 if shift else 1, 0)
        elif hint == end.EditNextItem:
            self._move(0, 1)
        elif hint == end.EditPreviousItem:
            self._move(0, -1)

    def _move(self, rows: int, columns: int) -> None:
        here = self.currentIndex()
        row = min(max(here.row() + rows, 0), self._proxy.rowCount() - 1)
        column = min(max(here.column() + columns, 0), self._proxy.columnCount() - 1)
        if row >= 0:
            self.go_to(row, column)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        block = self.selected_block()
        self._cells.shows_selection = block is not None and len(block.rows) * len(block.columns) > 1
        self._numbers.viewport().update()
        super().selectionChanged(selected, deselected)

    @Slot(int)
    def _on_column_reached(self, column: int) -> None:
        left, bar = self._header.sectionPosition(column), self.horizontalScrollBar()
        right = left + self._header.sectionSize(column)
        if left < bar.value():
            bar.setValue(left)
        elif right > bar.value() + self.viewport().width():
            bar.setValue(right - self.viewport().width())

    # --- other rows ------------------------------------------------------------------------------------

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        self._place.keep()

    @Slot()
    def _on_reset(self) -> None:
        """Neither another filter nor rows that come or go take the person elsewhere."""
        if self._model.restructuring:
            self._size_new_columns()
            self._place.take_up()
        else:
            self._place.go_to_row_if_shown()

    @Slot()
    def _on_table_replaced(self) -> None:
        self._place.forget()
        self.selectionModel().clear()
        self.scrollToTop()
        if self._proxy.rowCount():
            self.setCurrentIndex(self._proxy.index(0, 0))
        self.size_columns()

    # --- widths ----------------------------------------------------------------------------------------

    def size_columns(self) -> None:
        """Give every column the width its header and first rows need, or the width the person chose."""
        self._needed_widths = []
        self._size_new_columns()

    def _size_new_columns(self) -> None:
        metrics = QFontMetrics(self.font())
        rows = range(min(self._proxy.rowCount(), _SAMPLED_ROWS))
        del self._needed_widths[self._proxy.columnCount() :]
        for column in range(len(self._needed_widths), self._proxy.columnCount()):
            widest = 0
            for row in rows:
                text, severity, _sent = self._proxy.cell(row, column)
                icon = ICON_SPACE if severity is not None else 0
                widest = max(widest, metrics.horizontalAdvance(text[:_MEASURED_LETTERS]) + icon)
            needed = max(widest + 2 * CELL_PADDING + 2, self._header.width_for(column))
            self._needed_widths.append(needed)
        self._fit_columns()

    def _fit_columns(self) -> None:
        names = [self._column_name(column) for column in range(len(self._needed_widths))]
        widths = self._widths.fitted(names, self._needed_widths, self.viewport().width())
        self._sizes_by_itself = True
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._sizes_by_itself = False

    def save_state(self) -> QByteArray:
        """The widths that the person chose, by the names of the file's columns."""
        return self._widths.save()

    def restore_state(self, state: QByteArray) -> None:
        """Take up widths of :meth:`save_state`; what cannot be read is ignored."""
        self._widths.restore(state)
        self._fit_columns()

    def _column_name(self, column: int) -> str:
        return str(self._proxy.headerData(column, Qt.Orientation.Horizontal, HeaderRole.FILE_HEADER))

    @Slot(int, int, int)
    def _on_section_resized(self, column: int, _old: int, new: int) -> None:
        is_stretched = self._header.visualIndex(column) == self._header.count() - 1
        if not self._sizes_by_itself and not is_stretched:
            self._widths.choose(self._column_name(column), new)

    # --- looks -----------------------------------------------------------------------------------------

    @Slot()
    def _on_theme_changed(self) -> None:
        self._cells.refresh(self.font(), self.devicePixelRatioF())
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self._cells.refresh(self.font(), self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()
        self._note.setGeometry(self.viewport().rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint_gate.clear()
        try:
            self._cells.follow_screen(self.font(), self.devicePixelRatioF())
            super().paintEvent(event)
            self._paint_lines(event.rect())
        finally:
            self.paint_gate.set()

    def _paint_lines(self, area: QRect) -> None:
        """Hairlines below the rows and the frame of the current cell: once here, not once for each cell."""
        painter = QPainter(self.viewport())
        tokens = current_tokens()
        hairline = QColor(tokens.hairline)
        first = self.rowAt(area.top())
        if first >= 0:
            bottom = self.rowViewportPosition(first) + ROW_HEIGHT - 1
            lowest = self.rowViewportPosition(self._proxy.rowCount() - 1) + ROW_HEIGHT - 1
            for y in range(bottom, min(area.bottom(), lowest) + 1, ROW_HEIGHT):
                painter.fillRect(area.left(), y, area.width(), 1, hairline)
        here = self.currentIndex()
        if here.isValid() and self.state() != QAbstractItemView.State.EditingState:
            colour = tokens.accent if self.hasFocus() else tokens.border
            painter.setPen(QPen(QColor(colour), 2))
            painter.drawRect(self.visualRect(here).adjusted(1, 0, -1, -2))
