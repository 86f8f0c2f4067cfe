"""Putting many rows right with a look first: joins the problem cards to previews and decisions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from exogui.contacts.problems import ProblemCode
from exogui.contacts.progress import Checkpoint
from exogui.contacts.steps import Edit, Step, StepKind
from exogui.contacts.table import ContactTable
from exogui.gui.controllers.contacts_controller import ContactsController
from exogui.gui.coordinators.review_coordinator import ReviewCoordinator
from exogui.gui.coordinators.step_notice import StepNotice
from exogui.gui.main_window import MainWindow
from exogui.gui.models.contact_names import contact_name
from exogui.gui.models.decisions_model import DecisionData, ReadingData
from exogui.gui.models.territories import territory_name
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageKind
from exogui.messages import repairing as texts
from exogui.messages.problems import group_title, repair_verb

if TYPE_CHECKING:
    from exogui.contacts.judged_table import JudgedTable
    from exogui.contacts.judging.number_kinds import NumberKind
    from exogui.contacts.repairing.decisions import Decision
    from exogui.contacts.repairing.repairs import RepairPlan
    from exogui.gui.dialogs.decisions_dialog import DecisionsDialog
    from exogui.gui.dialogs.repair_preview_dialog import RepairPreviewDialog

_DECISIONS_A_CHUNK = 250


class RepairCoordinator(QObject):
    """One dialog of each kind, made when it is first wanted; a worker looks the rows through."""

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
        self._preview: RepairPreviewDialog | None = None
        self._decisions: DecisionsDialog | None = None
        window.review_view.preview_requested.connect(self.preview)
        window.review_view.decide_requested.connect(self.decide)

    def _table(self) -> ContactTable | None:
        """The table, when it can be worked on now."""
        usable = self._window.reviewing and not self._contacts.busy
        return self._window.table_model.table if usable else None

    # --- the preview of a repair --------------------------------------------------------------------------

    @Slot(object, object)
    def preview(self, code: ProblemCode, country: str | None) -> None:
        """Show what the repair of a kind of problem would change in every row."""
        if self._table() is None:
            return
        from exogui.contacts.repairing.repairs import plan_repair

        self._contacts.work_on_table(
            lambda table, checkpoint: plan_repair(table, code, country=country, checkpoint=checkpoint),
            self._show_preview,
        )

    def _show_preview(self, plan: RepairPlan) -> None:
        table = self._window.table_model.table
        if table is None:
            return
        from exogui.contacts.repairing.decisions import DECIDABLE
        from exogui.gui.dialogs.repair_preview_dialog import RepairPreviewDialog

        if self._preview is None:
            self._preview = RepairPreviewDialog(self._window)
            self._preview.accepted.connect(self._on_preview_accepted)
            self._preview.decide_requested.connect(self._on_preview_left_for_decisions)
        changes, stays = len(plan.edits), len(plan.undecided)
        title = group_title(plan.code, changes + stays, say)
        verb = repair_verb(plan.code, changes, plan.detail, say) or ""
        self._preview.set_plan(table, plan, title, verb, decidable=plan.code in DECIDABLE)
        self._preview.open()

    @Slot()
    def _on_preview_accepted(self) -> None:
        if self._preview is not None and self._preview.plan is not None and not self._contacts.busy:
            self._contacts.carry_out(self._preview.plan)

    @Slot()
    def _on_preview_left_for_decisions(self) -> None:
        if self._preview is not None and self._preview.plan is not None:
            self.decide(self._preview.plan.code)

    # --- decisions ----------------------------------------------------------------------------------------

    @Slot(object)
    def decide(self, code: ProblemCode) -> None:
        """Let the person choose where no repair can. Of duplicates another coordinator takes care."""
        if self._table() is None or code is ProblemCode.DUPLICATE_PHONE:
            return
        from exogui.contacts.repairing.decisions import list_decisions

        country = self._review.country

        def work(table: ContactTable, checkpoint: Checkpoint) -> list[DecisionData]:
            return _decision_data(table, list_decisions(table, code, country, checkpoint), checkpoint)

        self._contacts.work_on_table(work, lambda decisions: self._show_decisions(code, decisions))

    def _show_decisions(self, code: ProblemCode, decisions: list[DecisionData]) -> None:
        if not decisions:
            self._window.message_bar.show_message(MessageKind.INFO, say(texts.NOTHING_TO_DECIDE))
            return
        from exogui.gui.dialogs.decisions_dialog import DecisionsDialog

        if self._decisions is None:
            self._decisions = DecisionsDialog(self._window)
            self._decisions.accepted.connect(self._on_decided)
        title = texts.decisions_title(code, len(decisions), say)
        self._decisions.set_decisions(title, decisions)
        self._decisions.open()

    @Slot()
    def _on_decided(self) -> None:
        if self._decisions is None or self._table() is None:
            return
        chosen, each = self._decisions.rows_model.chosen_numbers(), self._decisions.rows_model.chosen_rows()
        edits = [Edit(decision.row, decision.column, number) for decision, number in chosen]
        if each:
            self._give_each_a_row(each, edits)
            return
        step = Step(StepKind.EDIT, count=len(edits))
        self._contacts.work_on_table(
            lambda table, checkpoint: table.judge_edits(edits, checkpoint),
            lambda judged: self._tell(self._window.table_model.install_edits(judged, step), len(edits)),
        )

    def _give_each_a_row(self, decisions: Sequence[DecisionData], edits: Sequence[Edit]) -> None:
        """The first number of each cell stays in its row; all that was decided is one step."""
        first = [Edit(decision.row, decision.column, decision.each[0]) for decision in decisions]
        count = sum(len(decision.each) - 1 for decision in decisions)

        def work(table: ContactTable, checkpoint: Checkpoint) -> JudgedTable:
            from exogui.contacts.repairing.one_row_each import repeated_row

            new_rows = [
                row
                for decision in decisions
                for row in repeated_row(table, decision.row, decision.column, decision.each[1:])
            ]
            return table.judge_with_rows(new_rows, checkpoint, edits=[*edits, *first])

        step, words = Step(StepKind.ONE_ROW_EACH, count=count), say(texts.ROWS_ADDED, count)
        self._contacts.work_on_table(work, lambda judged: self._notice.install(judged, step, words))

    def _tell(self, change: object, count: int) -> None:
        if change is not None:
            self._notice.tell(say(texts.DECISIONS_DONE, count))


def _decision_data(
    table: ContactTable, decisions: Sequence[Decision], checkpoint: Checkpoint
) -> list[DecisionData]:
    """The decisions in words. Runs beside the window: there may be as many as rows."""
    from exogui.messages.number_kinds import kind_name

    @cache
    def note(country: str, kind: NumberKind) -> str:
        return say(texts.READING_NOTE, country=territory_name(country), kind=kind_name(kind, say))

    data = []
    for done, decision in enumerate(decisions):
        if done % _DECISIONS_A_CHUNK == 0:
            checkpoint(done, len(decisions))
        readings = (ReadingData(each.number, note(each.country, each.kind)) for each in decision.readings)
        data.append(
            DecisionData(
                row=decision.row,
                column=decision.column,
                row_number=table.row_number(decision.row),
                contact=contact_name(table, decision.row),
                value=decision.value,
                readings=tuple(readings),
                pattern=decision.pattern,
                each=decision.numbers,
            )
        )
    return data
