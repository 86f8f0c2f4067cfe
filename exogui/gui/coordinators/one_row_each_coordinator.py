"""People with several phone columns: joins card and menu to the dialog that shows the rows to come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from exogui.contacts.progress import Checkpoint
from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable
from exogui.gui.controllers.contacts_controller import ContactsController
from exogui.gui.coordinators.review_coordinator import ReviewCoordinator
from exogui.gui.coordinators.step_notice import StepNotice
from exogui.gui.main_window import MainWindow
from exogui.gui.models.column_names import ColumnNames
from exogui.gui.models.problem_card_data import ColumnChoice
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageKind
from exogui.messages import repairing as texts

if TYPE_CHECKING:
    from exogui.contacts.judged_table import JudgedTable
    from exogui.contacts.repairing.one_row_each import OneRowEachPlan
    from exogui.gui.dialogs.one_row_each_dialog import OneRowEachDialog

_CARD_AFTER_MS = 160
"""The card follows an edit after a moment, behind those of the problems."""


class OneRowEachCoordinator(QObject):
    """A worker works out what each choice of columns would do; nothing is done that was not shown first."""

    done = Signal(object, object)
    """(:class:`Step`, tuple of columns): their numbers have rows now."""

    def __init__(
        self,
        window: MainWindow,
        contacts: ContactsController,
        review: ReviewCoordinator,
        notice: StepNotice,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._contacts = contacts
        self._review = review
        self._notice = notice
        self._dialog: OneRowEachDialog | None = None
        self._wanted: tuple[int, ...] = ()
        """The columns that the dialog wants planned."""
        self._ask_when_mapped = False
        self._timer = QTimer(self, singleShot=True, interval=_CARD_AFTER_MS)
        self._timer.timeout.connect(self._show_card)
        problems = window.review_view.problems
        problems.further.button.clicked.connect(self.ask)
        problems.each_chosen.connect(self._on_each_chosen)
        problems.country_changed.connect(self._on_country_changed)
        window.commands.one_row_each.triggered.connect(self.ask)
        window.table_model.table_changed.connect(self._on_table_changed)
        window.table_model.table_replaced.connect(self._on_table_replaced)
        window.state_changed.connect(self._on_state_changed)
        self._on_state_changed()

    @Slot()
    def _on_state_changed(self) -> None:
        self._window.commands.one_row_each.setEnabled(self._window.reviewing)

    # --- the card -----------------------------------------------------------------------------------------

    @Slot()
    def _on_table_replaced(self) -> None:
        self._ask_when_mapped = False
        self._window.review_view.problems.further.show_columns(())
        self._timer.start()

    @Slot(object)
    def _on_table_changed(self, _change: object) -> None:
        self._timer.start()
        table = self._window.table_model.table
        if self._ask_when_mapped and table is not None and table.has_phone_column:
            self._ask_when_mapped = False
            QTimer.singleShot(0, self.ask)  # when the work that mapped the column has ended

    @Slot(str)
    def _on_country_changed(self, _country: str) -> None:
        self._timer.start()

    @Slot()
    def _show_card(self) -> None:
        table, card = self._window.table_model.table, self._window.review_view.problems.further
        if table is None:
            return
        from exogui.contacts.repairing.one_row_each import further_phone_columns, plan_one_row_each

        country, names = self._review.country, ColumnNames(table)
        columns = further_phone_columns(table, country)
        if columns and not plan_one_row_each(table, columns, country, sampled=True).numbers:
            columns = ()  # all of them have their rows
        card.show_columns([names.in_file(column) for column in columns])

    # --- the dialog ---------------------------------------------------------------------------------------

    @Slot(int)
    def _on_each_chosen(self, column: int) -> None:
        """The numbers of this column stay in the rows that are there."""
        if not self._contacts.busy:
            self._ask_when_mapped = True
            self._contacts.map_column(column, Field.PHONE_NUMBER)

    @Slot()
    def ask(self) -> None:
        """Show what rows the numbers of the other phone columns would get."""
        table = self._window.table_model.table
        if table is None or self._contacts.busy or not self._window.reviewing:
            return
        from exogui.contacts.repairing.one_row_each import further_phone_columns
        from exogui.gui.dialogs.one_row_each_dialog import OneRowEachDialog

        columns = further_phone_columns(table, self._review.country)
        if not columns:
            self._window.message_bar.show_message(MessageKind.INFO, say(texts.NO_FURTHER_NUMBERS))
            return
        if self._dialog is None:
            self._dialog = OneRowEachDialog(self._window)
            self._dialog.columns_changed.connect(self._on_columns_changed)
            self._dialog.accepted.connect(self._on_accepted)
        self._dialog.set_columns(_choices(table, columns))
        self._dialog.open()

    @Slot(object)
    def _on_columns_changed(self, columns: tuple[int, ...]) -> None:
        self._wanted = columns
        self._plan_wanted()

    def _plan_wanted(self) -> None:
        wanted, country = self._wanted, self._review.country
        if self._contacts.busy:
            return  # the latest wish gets its turn when the one under way is done

        def work(table: ContactTable, checkpoint: Checkpoint) -> OneRowEachPlan:
            from exogui.contacts.repairing.one_row_each import plan_one_row_each

            return plan_one_row_each(table, wanted, country, checkpoint)

        self._contacts.work_on_table(work, lambda plan: self._on_planned(wanted, plan))

    def _on_planned(self, columns: tuple[int, ...], plan: OneRowEachPlan) -> None:
        table = self._window.table_model.table
        if columns != self._wanted:
            self._plan_wanted()
        elif self._dialog is not None and table is not None:
            self._dialog.show_plan(table, plan)

    @Slot()
    def _on_accepted(self) -> None:
        dialog = self._dialog
        if dialog is None or dialog.plan is None or self._contacts.busy:
            return
        plan, step = dialog.plan, dialog.plan.step
        added, filled, columns = len(plan.new_rows), len(plan.edits), dialog.columns
        words = say(texts.ROWS_ADDED, added) if added else say(texts.NUMBERS_DONE, filled)

        def done(judged: JudgedTable) -> None:
            self._notice.install(judged, step, words)
            self.done.emit(step, columns)

        self._contacts.work_on_table(
            lambda table, checkpoint: table.judge_with_rows(plan.new_rows, checkpoint, edits=plan.edits), done
        )


def _choices(table: ContactTable, columns: Sequence[int]) -> list[ColumnChoice]:
    names = ColumnNames(table)
    return [
        ColumnChoice(
            column,
            names.in_file(column),
            next((row[column] for row in table.rows if row[column].strip()), ""),
        )
        for column in columns
    ]
