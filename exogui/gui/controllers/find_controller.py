"""Finds text in the table's cells beside the window, at each key press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from exogui.contacts.repairing.replacing import CellPlace, Replacement, find_cells
from exogui.contacts.table import ContactTable
from exogui.gui.controllers.work_controller import WorkController


@dataclass(frozen=True, slots=True)
class _Question:
    table: ContactTable
    wanted: Replacement
    rows: Sequence[int]
    columns: Sequence[int]


class FindController(WorkController):
    """Only the last question is answered; the one under way is given up when another comes."""

    found = Signal(object)
    """The :class:`CellPlace` of every cell that has the text, in order."""
    failed = Signal(object)
    """An exception that nobody expected."""

    _next: _Question | None = None

    def find(
        self, table: ContactTable, wanted: Replacement, rows: Sequence[int], columns: Sequence[int]
    ) -> None:
        """Look in these rows and columns."""
        self._next = _Question(table, wanted, rows, columns)
        if self.busy:
            self.cancel()
        else:
            self._ask()

    def give_up(self) -> None:
        """Nobody waits for the answer any more."""
        self._next = None
        self.cancel()

    def _ask(self) -> None:
        question, self._next = self._next, None
        if question is None:
            return
        self._start(
            lambda context: find_cells(
                question.table, question.wanted, question.rows, question.columns, context.checkpoint
            ),
            self._on_found,
            self._on_failed_to_find,
            self._ask,
        )

    def _on_found(self, cells: tuple[CellPlace, ...]) -> None:
        if self._next is None:
            self.found.emit(cells)
        else:
            self._ask()

    def _on_failed_to_find(self, error: Exception) -> None:
        if self._next is None:
            self.failed.emit(error)
        else:
            self._ask()
