"""Rows with the same number: joins their problem card to the dialog that says which of them to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from exogui.contacts.problems import ProblemCode
from exogui.gui.controllers.contacts_controller import ContactsController
from exogui.gui.coordinators.step_notice import StepNotice
from exogui.gui.main_window import MainWindow
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageKind
from exogui.messages import repairing as texts

if TYPE_CHECKING:
    from exogui.contacts.repairing.duplicates import DuplicateGroup
    from exogui.gui.coordinators.duplicates_planning import PlannedWish
    from exogui.gui.dialogs.duplicates_dialog import DuplicatesDialog, DuplicateWish


class DuplicatesCoordinator(QObject):
    """A worker works out what each wish would do; nothing is done that was not shown first."""

    def __init__(self, window: MainWindow, contacts: ContactsController, notice: StepNotice) -> None:
        super().__init__(window)
        self._window = window
        self._contacts = contacts
        self._notice = notice
        self._dialog: DuplicatesDialog | None = None
        self._groups: tuple[DuplicateGroup, ...] = ()
        self._wish: DuplicateWish | None = None
        """The latest."""
        self._planned: PlannedWish | None = None
        window.review_view.decide_requested.connect(self._on_decide_requested)

    @Slot(object)
    def _on_decide_requested(self, code: ProblemCode) -> None:
        if code is not ProblemCode.DUPLICATE_PHONE or self._contacts.busy or not self._window.reviewing:
            return
        from exogui.contacts.repairing.duplicates import find_duplicates

        self._contacts.work_on_table(find_duplicates, self._show)

    def _show(self, groups: tuple[DuplicateGroup, ...]) -> None:
        table = self._window.table_model.table
        if table is None:
            return
        if not groups:
            self._window.message_bar.show_message(MessageKind.INFO, say(texts.NO_DUPLICATES))
            return
        from exogui.gui.dialogs.duplicates_dialog import DuplicatesDialog, SameNumber

        self._groups, self._planned = groups, None
        if self._dialog is None:
            self._dialog = DuplicatesDialog(self._window)
            self._dialog.wish_changed.connect(self._on_wish_changed)
            self._dialog.accepted.connect(self._on_accepted)
        self._dialog.set_groups(table, [SameNumber(group.rows, group.exact) for group in groups])
        self._dialog.open()

    @Slot(object)
    def _on_wish_changed(self, wish: DuplicateWish) -> None:
        self._wish = wish
        self._plan_wish()

    def _plan_wish(self) -> None:
        wish, groups = self._wish, self._groups
        if wish is None or self._contacts.busy:
            return  # the latest wish gets its turn when the one under way is done
        from exogui.gui.coordinators.duplicates_planning import plan_wish

        self._contacts.work_on_table(
            lambda table, checkpoint: plan_wish(table, groups, wish, checkpoint), self._on_planned
        )

    def _on_planned(self, planned: PlannedWish) -> None:
        if planned.wish != self._wish:
            self._plan_wish()
        elif self._dialog is not None:
            self._planned = planned
            self._dialog.show_outcome(planned.outcome)

    @Slot()
    def _on_accepted(self) -> None:
        planned = self._planned
        if planned is None or planned.wish != self._wish or self._contacts.busy:
            return
        plan = planned.plan
        if not plan.removed_rows:
            return
        words = say(texts.DUPLICATES_REMOVED, len(plan.removed_rows))
        self._contacts.work_on_table(
            lambda table, checkpoint: table.judge_without(plan.removed_rows, checkpoint, edits=plan.edits),
            lambda judged: self._notice.install(judged, plan.step, words),
        )
