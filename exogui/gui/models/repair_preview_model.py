"""What a repair would change, cell by cell, and what it would leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from exogui.contacts.problems import ProblemCode
from exogui.contacts.table import ContactTable
from exogui.gui.models.cell_look import CellLook
from exogui.gui.models.contact_names import contact_name
from exogui.gui.models.dialog_rows_model import DialogRowsModel
from exogui.gui.models.visible_text import visible
from exogui.gui.speech import say
from exogui.messages import repairing as texts

if TYPE_CHECKING:
    from exogui.contacts.repairing.repairs import RepairPlan

_ROW, _CONTACT, _BEFORE, _AFTER = range(4)


class RepairPreviewModel(DialogRowsModel):
    """Either the cells that change, or those that stay; made from table and plan while they are looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._table: ContactTable | None = None
        self._code = ProblemCode.WHITESPACE
        self._cells: Sequence[tuple[int, int, str | None]] = ()
        """(row, column, value after the repair; None where it stays)"""
        self._changes: Sequence[tuple[int, int, str | None]] = ()
        self._undecided: Sequence[int] = ()

    def set_plan(self, table: ContactTable, plan: RepairPlan) -> None:
        """Show what ``plan`` would change in ``table``."""
        self._table = table
        self._code = plan.code
        self._changes = plan.edits
        self._undecided = plan.undecided
        self.show_undecided(undecided=not plan.edits)

    def show_undecided(self, *, undecided: bool) -> None:
        """Show the rows that stay, or those that change."""
        self.beginResetModel()
        self._cells = [self._staying(row) for row in self._undecided] if undecided else self._changes
        self.endResetModel()

    def _staying(self, row: int) -> tuple[int, int, str | None]:
        problems = () if self._table is None else self._table.row_problems(row)
        return row, next((problem.column for problem in problems if problem.code is self._code), 0), None

    def row_count(self) -> int:
        return len(self._cells)

    def headings(self) -> tuple[str, ...]:
        return (
            say(texts.COLUMN_ROW),
            say(texts.COLUMN_CONTACT),
            say(texts.COLUMN_BEFORE),
            say(texts.COLUMN_AFTER),
        )

    def look(self, row: int, column: int) -> CellLook:
        if self._table is None:
            return CellLook("")
        table_row, table_column, after = self._cells[row]
        before = self._table.value(table_row, table_column)
        if column == _ROW:
            return CellLook(str(self._table.row_number(table_row)), "muted")
        if column == _CONTACT:
            return CellLook(contact_name(self._table, table_row))
        if column == _BEFORE:
            return CellLook(visible(before), "muted" if after is not None else "text")
        return _after(after)


def _after(value: str | None) -> CellLook:
    if value is None:
        return CellLook(say(texts.STAYS_AS_IT_IS), "muted", icon="question-circle", icon_tint="worth_look")
    if not value:
        return CellLook(say(texts.EMPTIED), "muted", icon="arrow-right")
    return CellLook(visible(value), strong=True, icon="arrow-right")
