"""Find and replace: joins the bar above the table to the cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from exogui.contacts.progress import Checkpoint
from exogui.contacts.repairing.replacing import CellPlace, find_cells, replacement_edits
from exogui.contacts.steps import Change, Edit, Step, StepKind
from exogui.contacts.table import ContactTable, JudgedEdits
from exogui.gui.controllers.contacts_controller import ContactsController
from exogui.gui.controllers.find_controller import FindController
from exogui.gui.coordinators.step_notice import StepNotice
from exogui.gui.main_window import MainWindow
from exogui.gui.models.column_names import ColumnNames
from exogui.gui.models.row_filter import RowFilter
from exogui.gui.speech import say
from exogui.gui.widgets.find_bar import FindScope
from exogui.messages import editing as texts

_LOOK_AGAIN_AFTER_MS = 120
"""After an edit, so that typing in the table stays light."""


class ReplacingCoordinator(QObject):
    """Looks in the rows on show. The cells that were selected are remembered until other rows come."""

    unexpected = Signal(object)
    """An exception that nobody expected."""

    def __init__(
        self, window: MainWindow, contacts: ContactsController, finding: FindController, notice: StepNotice
    ) -> None:
        super().__init__(window)
        self._window = window
        self._contacts = contacts
        self._finding = finding
        self._notice = notice
        self._bar = window.review_view.find_bar
        self._rows = window.filter_model
        self._found: Sequence[CellPlace] = ()
        self._selected: tuple[Sequence[int], Sequence[int]] | None = None
        """Rows of the table and columns that were selected when the bar was opened."""
        self._again = QTimer(self, singleShot=True, interval=_LOOK_AGAIN_AFTER_MS)
        self._connect()
        self._on_state_changed()

    def _connect(self) -> None:
        window, bar = self._window, self._bar
        window.commands.replace.triggered.connect(self.open_bar)
        window.review_view.table.header.replace_requested.connect(self.open_bar_for)
        bar.wanted_changed.connect(self._look)
        bar.next_requested.connect(self.go_to_next)
        bar.replace_requested.connect(self.replace_here)
        bar.replace_all_requested.connect(self.replace_all)
        bar.closed.connect(self._on_closed)
        window.table_model.table_changed.connect(self._on_table_changed)
        window.filter_model.modelReset.connect(self._on_rows_replaced)
        window.state_changed.connect(self._on_state_changed)
        self._again.timeout.connect(self._look)
        self._finding.found.connect(self._on_found)
        self._finding.failed.connect(self.unexpected)

    # --- the bar ------------------------------------------------------------------------------------------

    @Slot()
    def open_bar(self) -> None:
        """Show the bar; where several cells are selected, it looks in them."""
        block = self._window.review_view.table.selected_block()
        several = block is not None and len(block.rows) * len(block.columns) > 1
        if block is not None and several:
            self._selected = [self._rows.source_row(row) for row in block.rows], block.columns
        self._open(FindScope(selection=several))

    @Slot(int)
    def open_bar_for(self, column: int) -> None:
        """Show the bar; it looks in one column."""
        self._open(FindScope(column))

    def _open(self, scope: FindScope) -> None:
        table = self._window.table_model.table
        if table is None or not self._window.reviewing:
            return
        self._learn_columns(table)
        self._bar.open_bar(scope, has_selection=self._selected is not None)

    def _learn_columns(self, table: ContactTable) -> None:
        names = ColumnNames(table)
        self._bar.set_columns([names.in_file(column) for column in range(table.column_count)])

    @Slot()
    def _on_closed(self) -> None:
        self._again.stop()
        self._finding.give_up()
        self._window.review_view.table.setFocus()

    @Slot()
    def _on_state_changed(self) -> None:
        self._window.commands.replace.setEnabled(self._window.reviewing)
        if not self._window.reviewing:
            self._bar.hide()

    # --- looking ------------------------------------------------------------------------------------------

    @Slot()
    def _look(self) -> None:
        table = self._window.table_model.table
        if table is None or not self._bar.isVisible():
            return
        self._finding.find(table, self._bar.wanted, *self._where(table))

    def _where(self, table: ContactTable) -> tuple[Sequence[int], Sequence[int]]:
        """The rows on show, and columns, that the person wants looked through."""
        scope = self._bar.scope
        shown = self._rows.shown_rows
        if scope.selection and self._selected is not None:
            rows, columns = self._selected
            visible = set(shown)
            return [row for row in rows if row in visible], columns
        return shown, range(table.column_count) if scope.column is None else (scope.column,)

    @Slot(object)
    def _on_found(self, cells: tuple[CellPlace, ...]) -> None:
        self._found = cells
        self._bar.set_found(len(cells), all_rows=self._rows.filter == RowFilter())

    @Slot(object)
    def _on_table_changed(self, change: Change) -> None:
        if change.structural:
            self._found = ()
            self._forget_selection()
            table = self._window.table_model.table
            if table is not None:
                self._learn_columns(table)
        if self._bar.isVisible():
            self._again.start()

    @Slot()
    def _on_rows_replaced(self) -> None:
        self._found = ()
        table = self._window.table_model.table
        if table is None:
            self._forget_selection()
        elif self._bar.isVisible():
            self._learn_columns(table)
            self._again.start()

    def _forget_selection(self) -> None:
        self._selected = None
        self._bar.forget_selection()

    # --- going and replacing ------------------------------------------------------------------------------

    @Slot()
    def go_to_next(self) -> None:
        """Make the next cell with the text the current one, going round at the end."""
        if not self._found:
            return
        after = bisect_right(self._found, self._here())
        for distance in range(len(self._found)):
            place = self._found[(after + distance) % len(self._found)]
            row = self._rows.row_of(place.row)
            if row is not None:
                self._window.review_view.table.go_to(row, place.column)
                return

    def _here(self) -> tuple[int, int]:
        index = self._window.review_view.table.currentIndex()
        return (self._rows.source_row(index.row()), index.column()) if index.isValid() else (-1, -1)

    @Slot()
    def replace_here(self) -> None:
        """Replace in the current cell, if it has the text, and go on to the next."""
        table, wanted = self._window.table_model.table, self._bar.wanted
        if table is None or self._contacts.busy:
            return
        here = CellPlace(*self._here())
        if here in self._found:
            edit = Edit(*here, wanted.applied_to(table.value(*here)))
            self._window.table_model.apply([edit], Step(StepKind.REPLACE))
        self.go_to_next()

    @Slot()
    def replace_all(self) -> None:
        """Replace in every cell that has the text, as one step."""
        table, wanted = self._window.table_model.table, self._bar.wanted
        if table is None or not wanted.find or self._contacts.busy:
            return
        rows, columns = self._where(table)

        def work(table: ContactTable, checkpoint: Checkpoint) -> JudgedEdits:
            cells = find_cells(table, wanted, rows, columns, checkpoint)
            return table.judge_edits(replacement_edits(table, wanted, cells, checkpoint), checkpoint)

        self._contacts.work_on_table(work, self._on_replaced)

    def _on_replaced(self, judged: JudgedEdits) -> None:
        count = len(judged.edits)
        if count:
            self._window.table_model.install_edits(judged, Step(StepKind.REPLACE, count=count))
            self._notice.tell(say(texts.REPLACED, count))
