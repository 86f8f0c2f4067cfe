"""Counts which countries and kinds of numbers are in a list, in a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from exogui.contacts.table import ContactTable
from exogui.gui.controllers.work_controller import WorkController
from exogui.gui.workers.worker import WorkContext

if TYPE_CHECKING:
    from exogui.contacts.list_summary import ListSummary


class SummaryController(WorkController):
    """The latest question counts. A table that changes while it is looked at is looked at again."""

    summarised = Signal(object)
    """The :class:`ListSummary` of the table as it stands."""
    failed = Signal(object)
    """An exception that nobody expected."""

    _wanted: ContactTable | None = None
    _is_stale = False

    def summarise(self, table: ContactTable | None) -> None:
        """Count what is in ``table``; of None, nothing, and nothing of an earlier question any more."""
        self._wanted = table
        if self.busy:
            self._is_stale = True
            self.cancel()
        else:
            self._begin()

    def _begin(self) -> None:
        table, self._is_stale = self._wanted, False
        if table is None:
            return

        def work(context: WorkContext) -> ListSummary:
            from exogui.contacts.list_summary import summarise

            return summarise(table, context.checkpoint)

        self._start(work, self._on_counted, self._on_counting_failed, self._begin)

    def _on_counted(self, summary: ListSummary) -> None:
        if self._is_stale:
            self._begin()
        else:
            self.summarised.emit(summary)

    def _on_counting_failed(self, error: Exception) -> None:
        if self._is_stale:
            self._begin()  # rows went while they were counted
        else:
            self.failed.emit(error)
