"""Working on many cells at once: cut, paste, empty, fill, delete rows, one value for a whole column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from exogui.contacts.problems import ProblemCode
from exogui.contacts.progress import Checkpoint, paced
from exogui.contacts.reading.header import propose_mapping
from exogui.contacts.repairing.cell_blocks import (
    PastePlan,
    block_from_text,
    clearing_edits,
    fill_down_edits,
    plan_paste,
    same_value_edits,
)
from exogui.contacts.schema import Field
from exogui.contacts.steps import Edit, NewRow, Step, StepKind
from exogui.contacts.table import ContactTable, JudgedEdits
from exogui.gui.controllers.contacts_controller import ContactsController
from exogui.gui.coordinators.step_notice import StepNotice
from exogui.gui.main_window import MainWindow
from exogui.gui.models.column_names import ColumnNames
from exogui.gui.models.row_filter import RowFilter
from exogui.gui.speech import say
from exogui.gui.widgets.contact_table_view import SelectedBlock
from exogui.gui.widgets.message_bar import MessageAction, MessageKind
from exogui.messages import editing as texts
from exogui.messages import review

if TYPE_CHECKING:
    from exogui.contacts.judged_table import JudgedTable
    from exogui.gui.dialogs.same_value_dialog import ColumnToFill, SameValue

_FIRST_OFFERED = (
    Field.TAG,
    Field.COMPANY,
    Field.CUSTOM_FIELD_1,
    Field.FIRST_NAME,
    Field.LAST_NAME,
    Field.EMAIL,
)
_PASTE_WHAT_FITS, _PASTE_NOTHING = "paste_what_fits", "paste_nothing"


class EditingCoordinator(QObject):
    """Joins the table's actions to the contacts; everything it does is one step that can be undone."""

    def __init__(
        self,
        window: MainWindow,
        contacts: ContactsController,
        notice: StepNotice,
        country: Callable[[], str | None],
    ) -> None:
        """``country`` gives the one for numbers without a country code, or None."""
        super().__init__(window)
        self._country = country
        self._window = window
        self._contacts = contacts
        self._notice = notice
        self._view = window.review_view.table
        self._rows = window.filter_model
        self._pending: tuple[ContactTable, PastePlan] | None = None
        """A paste that does not fit, until the person has decided."""
        self._connect()
        self._on_state_changed()

    def _connect(self) -> None:
        window, actions = self._window, self._view.commands
        actions.cut.triggered.connect(self.cut)
        actions.paste.triggered.connect(self.paste)
        actions.clear.triggered.connect(self.clear)
        actions.fill_down.triggered.connect(self.fill_down)
        actions.delete_rows.triggered.connect(self.delete_rows)
        actions.take_suggestion.triggered.connect(self.take_suggestion)
        window.review_view.problems.given_up.connect(self.give_up)
        self._view.header.same_value_requested.connect(self.ask_for_value_of)
        self._view.header.reset_requested.connect(self.reset_columns)
        window.commands.same_value.triggered.connect(self.ask_for_value)
        window.commands.reset_columns.triggered.connect(self.reset_columns)
        window.message_bar.action_triggered.connect(self._on_message_action)
        window.table_model.table_changed.connect(self._on_table_changed)
        window.state_changed.connect(self._on_state_changed)

    def _on_state_changed(self) -> None:
        reviewing = self._window.reviewing
        self._window.edit_menu.menuAction().setEnabled(reviewing)
        for action in (self._window.commands.same_value, self._window.commands.reset_columns):
            action.setEnabled(reviewing)

    def _workable(self) -> ContactTable | None:
        """The table, when it can be changed now."""
        usable = self._window.reviewing and not self._contacts.busy
        return self._window.table_model.table if usable else None

    def _selected(self) -> tuple[Sequence[int], range] | None:
        """Rows of the table, in the order shown, and columns."""
        block = self._view.selected_block()
        if block is None:
            return None
        return self._rows.shown_rows[block.rows.start : block.rows.stop], block.columns

    # --- cells --------------------------------------------------------------------------------------------

    @Slot()
    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        if self._workable() is not None:
            self._view.copy_selection()
            self.clear()

    @Slot()
    def clear(self) -> None:
        """Empty the selected cells."""
        selected = self._selected()
        if self._workable() is None or selected is None:
            return
        rows, columns = selected
        cells = len(rows) * len(columns)
        self._contacts.change(
            lambda table, checkpoint: clearing_edits(table, rows, columns, checkpoint), StepKind.CLEAR, cells
        )

    @Slot()
    def fill_down(self) -> None:
        """Give the selected cells what their first row has; a single row takes it from the row above."""
        block = self._view.selected_block()
        if self._workable() is None or block is None:
            return
        first = block.rows[0] if len(block.rows) > 1 else max(block.rows[0] - 1, 0)
        rows, columns = self._rows.shown_rows[first : block.rows[-1] + 1], block.columns
        cells = len(rows) * len(columns)
        self._contacts.change(
            lambda table, checkpoint: fill_down_edits(table, rows, columns, checkpoint), StepKind.FILL, cells
        )

    @Slot()
    def take_suggestion(self) -> None:
        """Give the current cell the value that its one certain repair has."""
        index, value = self._view.currentIndex(), self._view.commands.take_suggestion.data()
        if self._workable() is not None and index.isValid() and isinstance(value, str):
            edit = Edit(self._rows.source_row(index.row()), index.column(), value)
            self._window.table_model.apply([edit], Step(StepKind.EDIT))

    # --- pasting ------------------------------------------------------------------------------------------

    @Slot()
    def paste(self) -> None:
        """Paste cells copied here or in Excel, from the first selected cell on.

        What reaches below the last row of the list comes into new rows, as it would in Excel. Asks first
        where the cells do not fit in their width, which is a sign of the wrong place, and while rows are
        filtered out: nobody could see then where the new ones are.
        """
        table, selected = self._workable(), self._view.selected_block()
        if table is None or selected is None:
            return
        block = block_from_text(QGuiApplication.clipboard().text())
        if not block:
            self._window.message_bar.show_message(MessageKind.INFO, say(texts.NOTHING_TO_PASTE))
            return
        top, left = selected.rows[0], selected.columns[0]
        rows = self._rows.shown_rows[top : top + max(len(block), len(selected.rows))]
        columns = range(left, table.column_count)
        plan = plan_paste(block, rows, columns, (len(selected.rows), len(selected.columns)))
        if plan.fits:
            self._paste(plan)
            return
        if not plan.columns_over and self._rows.filter == RowFilter():
            self._paste_with_new_rows(plan)
            return
        self._pending = table, plan
        height, width = len(block), max(map(len, block))
        question = say(
            texts.PASTE_TOO_LARGE,
            rows=height,
            columns=width,
            rows_fit=height - plan.rows_over,
            columns_fit=width - plan.columns_over,
        )
        actions = (
            MessageAction(_PASTE_WHAT_FITS, say(texts.PASTE_WHAT_FITS)),
            MessageAction(_PASTE_NOTHING, say(texts.PASTE_NOTHING)),
        )
        self._window.message_bar.show_message(MessageKind.WARNING, question, actions)

    def _paste(self, plan: PastePlan) -> None:
        self._contacts.change(
            lambda table, checkpoint: [
                edit
                for edit in paced(plan.edits, checkpoint)
                if edit.value != table.value(edit.row, edit.column)
            ],
            StepKind.PASTE,
            len(plan.edits),
        )
        self._select_pasted(plan, plan.edits[-1].row)

    def _paste_with_new_rows(self, plan: PastePlan) -> None:
        new_rows = [NewRow(None, cells) for cells in plan.new_rows]
        step = Step(StepKind.PASTE_ROWS, count=len(new_rows))

        def done(judged: JudgedTable) -> None:
            self._notice.install(judged, step, say(texts.ROWS_PASTED, len(new_rows)))
            self._select_pasted(plan, self._window.table_model.rowCount() - 1)
            self._view.scrollToBottom()  # that is where something came that was not there

        self._contacts.work_on_table(
            lambda table, checkpoint: table.judge_with_rows(new_rows, checkpoint, edits=plan.edits), done
        )

    def _select_pasted(self, plan: PastePlan, last_row: int) -> None:
        first, last = self._rows.row_of(plan.edits[0].row), self._rows.row_of(last_row)
        if first is not None and last is not None:
            columns = [edit.column for edit in plan.edits]
            self._view.select_block(
                SelectedBlock(range(first, last + 1), range(min(columns), max(columns) + 1))
            )

    @Slot(str)
    def _on_message_action(self, name: str) -> None:
        pending = self._pending
        if name in {_PASTE_WHAT_FITS, _PASTE_NOTHING}:
            self._pending = None
        if name == _PASTE_WHAT_FITS and pending is not None and self._workable() is pending[0]:
            self._paste(pending[1])

    @Slot(object)
    def _on_table_changed(self, _change: object) -> None:
        """What was planned for other cells is not done to these."""
        if self._pending is not None:
            self._pending = None
            self._window.message_bar.clear()

    # --- what nobody can repair ---------------------------------------------------------------------------

    @Slot(object)
    def give_up(self, code: ProblemCode) -> None:
        """Settle the cells with this problem that no repair mends: without an e-mail, or without the row."""
        country = self._country()
        if self._workable() is None:
            return

        def look(
            table: ContactTable, checkpoint: Checkpoint
        ) -> tuple[Sequence[int], JudgedTable | JudgedEdits]:
            from exogui.contacts.repairing.repairs import plan_repair

            rows = plan_repair(table, code, country=country, checkpoint=checkpoint).undecided
            if code is not ProblemCode.INVALID_EMAIL:
                return rows, table.judge_without(rows, checkpoint)
            edits = [
                Edit(row, problem.column, "")
                for row in rows
                for problem in table.row_problems(row)
                if problem.code is code
            ]
            return rows, table.judge_edits(edits, checkpoint)

        self._contacts.work_on_table(look, self._on_given_up)

    def _on_given_up(self, found: tuple[Sequence[int], JudgedTable | JudgedEdits]) -> None:
        rows, judged = found
        if isinstance(judged, JudgedEdits):
            self._window.table_model.install_edits(judged, Step(StepKind.CLEAR, count=len(rows)))
            self._notice.tell(say(texts.CELLS_EMPTIED, len(rows)))
        else:
            step = Step(StepKind.REMOVE_ROWS, count=len(rows))
            self._notice.install(judged, step, say(texts.ROWS_DELETED, len(rows)))

    # --- rows ---------------------------------------------------------------------------------------------

    @Slot()
    def delete_rows(self) -> None:
        """Take the selected rows out of the table."""
        selected = self._selected()
        if self._workable() is None or selected is None:
            return
        rows, _columns = selected
        step = Step(StepKind.REMOVE_ROWS, count=len(rows))
        self._contacts.work_on_table(
            lambda table, checkpoint: table.judge_without(rows, checkpoint),
            lambda judged: self._notice.install(judged, step, say(texts.ROWS_DELETED, len(rows))),
        )

    # --- columns ------------------------------------------------------------------------------------------

    @Slot()
    def reset_columns(self) -> None:
        """Send every column as its name proposes."""
        table = self._workable()
        if table is not None:
            self._contacts.map_columns(propose_mapping(table.header, table.rows))

    @Slot()
    def ask_for_value(self) -> None:
        """Ask which value every row shall be sent with; first offered is what no column is sent as."""
        self._ask_for_value(None)

    @Slot(int)
    def ask_for_value_of(self, column: int) -> None:
        """Ask which value every row shall have in a column."""
        self._ask_for_value(column)

    def _ask_for_value(self, column: int | None) -> None:
        table = self._workable()
        if table is None:
            return
        from exogui.gui.dialogs.same_value_dialog import SameValueDialog

        columns = columns_to_fill(table)
        named = (each for each in columns if column is not None and each.column == column)
        chosen = next(named, columns[0])
        dialog = SameValueDialog(columns, chosen, table.row_count, self._window)
        dialog.value_chosen.connect(self._on_value_chosen)
        dialog.open()

    @Slot(object)
    def _on_value_chosen(self, chosen: SameValue) -> None:
        table, column = self._workable(), chosen.column
        if table is None:
            return
        if column is not None:
            self._contacts.change(
                lambda table, checkpoint: same_value_edits(
                    table, column, chosen.value, checkpoint, only_blank=chosen.only_blank
                ),
                StepKind.FILL,
                table.row_count,
            )
        elif chosen.field is not None:
            self._add_column(chosen.field, chosen.value)

    def _add_column(self, field: Field, value: str) -> None:
        name = say(review.FIELD_NAMES[field])
        step = Step(StepKind.ADD_COLUMN)

        def done(judged: JudgedTable) -> None:
            count = self._window.table_model.rowCount()
            self._notice.install(judged, step, say(texts.COLUMN_ADDED, count, field=name))

        self._contacts.work_on_table(
            lambda table, checkpoint: table.judge_with_column(field, value, field.value, checkpoint), done
        )


def columns_to_fill(table: ContactTable) -> list[ColumnToFill]:
    """What could have one value in every row: first the fields that no column is sent as, tag foremost."""
    from exogui.gui.dialogs.same_value_dialog import ColumnToFill

    names = ColumnNames(table)
    missing = [field for field in _FIRST_OFFERED if field not in table.mapping]
    columns = [
        ColumnToFill(field, column, names.in_file(column), _blank_cells(table, column))
        for column, field in enumerate(table.mapping)
        if field is not Field.PHONE_NUMBER
    ]
    return [*(ColumnToFill(field) for field in missing), *columns]


def _blank_cells(table: ContactTable, column: int) -> int:
    return sum(not row[column].strip() for row in table.rows)
