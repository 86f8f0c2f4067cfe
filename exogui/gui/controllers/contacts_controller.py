"""Opens contact files and changes tables, with everything that takes long in a worker."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from exogui.contacts.problems import ProblemCode
from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.reading.read_options import FIND_OUT, ReadOptions
from exogui.contacts.schema import Field
from exogui.contacts.steps import Edit, Step, StepKind
from exogui.contacts.table import ContactTable, JudgedEdits, JudgedTable
from exogui.gui.controllers.work_controller import WorkController
from exogui.gui.models.contact_table_model import ContactTableModel
from exogui.gui.workers.worker import Progress, WorkContext

if TYPE_CHECKING:
    from exogui.contacts.repairing.repairs import RepairPlan

_T = TypeVar("_T")

_EDITS_AT_ONCE = 300
"""Judging so many cells again takes some milliseconds."""


class ContactsController(WorkController):
    """One piece of work at a time: ask ``busy`` before asking for the next."""

    opened = Signal(object)
    """The new :class:`ContactTable`; the model does not have it yet."""
    open_failed = Signal(object, object)
    """(path, exception); the table that was open is still there."""
    open_stopped = Signal()
    progress_changed = Signal(object)
    """:class:`Progress` of work that takes longer than a moment."""
    repaired = Signal(object)
    """The :class:`RepairPlan` that was carried out."""
    failed = Signal(object)
    """An exception that nobody expected."""

    def __init__(
        self, model: ContactTableModel, paint_gate: threading.Event, parent: QObject | None = None
    ) -> None:
        super().__init__(parent, paint_gate)
        self._model = model

    @Slot(object)
    def _on_progressed(self, event: object) -> None:
        if isinstance(event, Progress):
            self.progress_changed.emit(event)

    # --- opening ------------------------------------------------------------------------------------------

    def open(self, path: Path, options: ReadOptions = FIND_OUT) -> None:
        """Read and judge ``path``."""

        def work(context: WorkContext) -> ContactTable:
            from exogui.contacts.reading.reader import read_contacts

            sheet = read_contacts(path, options, checkpoint=_half(context.checkpoint, 0))
            return ContactTable.judged(sheet, checkpoint=_half(context.checkpoint, 1))

        self._start(
            work,
            self.opened.emit,
            lambda error: self.open_failed.emit(path, error),
            self.open_stopped.emit,
        )

    # --- changing -----------------------------------------------------------------------------------------

    def map_column(self, column: int, field: Field | None) -> None:
        """Send ``column`` as ``field``; another column that was sent as it is sent no more."""
        table = self._model.table
        if table is None or table.mapping[column] == field:
            return
        mapping = [None if other is field else other for other in table.mapping]
        mapping[column] = field
        self.map_columns(tuple(mapping))

    def map_columns(self, wanted: tuple[Field | None, ...]) -> None:
        """Send every column as ``wanted`` says."""
        table = self._model.table
        if table is None or table.mapping == wanted:
            return
        self._start(
            lambda context: table.judge_mapping(wanted, checkpoint=context.checkpoint),
            lambda judged: self._on_mapping_judged(wanted, judged),
            self.failed.emit,
        )

    def _on_mapping_judged(self, mapping: tuple[Field | None, ...], judged: JudgedTable) -> None:
        self._model.install_mapping(mapping, judged)

    def repair(self, code: ProblemCode, country: str | None) -> None:
        """Repair all cells with this problem for which there is one certain repair."""
        table = self._model.table
        if table is None:
            return

        def work(context: WorkContext) -> tuple[RepairPlan, JudgedEdits]:
            from exogui.contacts.repairing.repairs import plan_repair

            plan = plan_repair(table, code, country=country, checkpoint=_half(context.checkpoint, 0))
            return plan, table.judge_edits(plan.edits, _half(context.checkpoint, 1))

        self._start(work, self._on_repair_planned, self.failed.emit)

    def _on_repair_planned(self, answer: tuple[RepairPlan, JudgedEdits]) -> None:
        plan, judged = answer
        if plan.edits:
            self._model.install_edits(judged, plan.step)
        self.repaired.emit(plan)

    def carry_out(self, plan: RepairPlan) -> None:
        """Do what a repair was planned to do, as one step."""
        self.work_on_table(
            lambda table, checkpoint: (plan, table.judge_edits(plan.edits, checkpoint)),
            self._on_repair_planned,
        )

    def work_on_table(
        self,
        work: Callable[[ContactTable, Checkpoint], _T],
        done: Callable[[_T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Let ``work`` look at the table beside the window, then call ``done`` here with what it found.

        ``failed`` gets an exception that was to be expected; without it all of them are unexpected.
        """
        table = self._model.table
        if table is not None:
            self._start(lambda context: work(table, context.checkpoint), done, failed or self.failed.emit)

    def change(
        self, plan: Callable[[ContactTable, Checkpoint], Sequence[Edit]], kind: StepKind, cells: int
    ) -> None:
        """Make the edits that ``plan`` gives as one step.

        Now where it looks at few ``cells``, else as soon as they are judged beside the window.
        """
        table = self._model.table
        if table is None:
            return
        if cells <= _EDITS_AT_ONCE:
            edits = plan(table, no_checkpoint)
            self._model.apply(edits, Step(kind, count=len(edits)))
            return

        def install(judged: JudgedEdits) -> None:
            self._model.install_edits(judged, Step(kind, count=len(judged.edits)))

        def work(table: ContactTable, checkpoint: Checkpoint) -> JudgedEdits:
            return table.judge_edits(plan(table, checkpoint), checkpoint)

        self.work_on_table(work, install)


def _half(checkpoint: Checkpoint, which: int) -> Callable[[int, int], None]:
    """Two pieces of work, one after the other, as one progress."""
    return lambda done, total: checkpoint(which * total + done, 2 * total)
