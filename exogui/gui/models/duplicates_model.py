"""Rows with the same phone number, group by group, and what becomes of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable
from exogui.gui.models.cell_look import CellLook
from exogui.gui.models.dialog_rows_model import DialogRowsModel
from exogui.gui.models.visible_text import visible
from exogui.gui.speech import say
from exogui.messages import repairing as texts
from exogui.messages import review

_WHAT, _ROW, _FIRST_FIELD = range(3)


@dataclass(frozen=True, slots=True)
class DuplicateOutcome:
    """What taking duplicates out would do, by the table's rows and columns."""

    removed: frozenset[int] = frozenset()
    filled: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """(row, column) of a kept row's blank cell -> what comes into it."""
    conflicts: frozenset[tuple[int, int]] = frozenset()
    """Cells of removed rows whose values are lost, because the kept row has others."""


class DuplicatesModel(DialogRowsModel):
    """The rows of all groups under each other; every second group stands on a tint."""

    def __init__(self) -> None:
        super().__init__()
        self._table: ContactTable | None = None
        self._groups: Sequence[Sequence[int]] = ()
        self._ends: list[int] = []
        self._columns: list[int] = []
        self._headings: tuple[str, ...] = ()
        self._outcome = DuplicateOutcome()

    def set_groups(self, table: ContactTable, groups: Sequence[Sequence[int]]) -> None:
        """Show these groups of rows of ``table``."""
        self.beginResetModel()
        self._table = table
        self._groups = groups
        self._ends = list(accumulate(len(rows) for rows in groups))
        columns = [(field, table.column_of(field)) for field in Field]
        sent = [(field, column) for field, column in columns if column is not None]
        self._columns = [column for _field, column in sent]
        fields = (say(review.FIELD_NAMES[field]) for field, _column in sent)
        self._headings = (say(texts.COLUMN_WHAT), say(texts.COLUMN_ROW), *fields)
        self.endResetModel()

    def set_outcome(self, outcome: DuplicateOutcome) -> None:
        """Show what would become of the rows."""
        self._outcome = outcome
        self.refresh()

    def place(self, row: int) -> tuple[int, int]:
        """(group, row of the table) of a row here."""
        group = bisect_right(self._ends, row)
        rows = self._groups[group]
        return group, rows[row - (self._ends[group] - len(rows))]

    # --- the table ---------------------------------------------------------------------------------------

    def row_count(self) -> int:
        return self._ends[-1] if self._ends else 0

    def headings(self) -> tuple[str, ...]:
        return self._headings

    def look(self, row: int, column: int) -> CellLook:
        table = self._table
        if table is None:
            return CellLook("")
        group, table_row = self.place(row)
        removed = table_row in self._outcome.removed
        band = "sunk" if group % 2 else ""
        if column == _WHAT:
            return self._what(group, removed=removed, band=band)
        if column == _ROW:
            return CellLook(str(table.row_number(table_row)), "muted", fill=band)
        cell = (table_row, self._columns[column - _FIRST_FIELD])
        if cell in self._outcome.filled:
            value = visible(self._outcome.filled[cell])
            return CellLook(value, strong=True, icon="plus", icon_tint="ready", fill="ready_soft")
        text = visible(table.value(*cell))
        if cell in self._outcome.conflicts:
            return CellLook(text, icon="warning-triangle", icon_tint="worth_look", fill="worth_look_soft")
        return CellLook(text, "muted" if removed else "text", fill=band)

    def _what(self, group: int, *, removed: bool, band: str) -> CellLook:
        if removed:
            return CellLook(say(texts.WHAT_REMOVED), icon="minus-circle", icon_tint="must_fix", fill=band)
        if any(row in self._outcome.removed for row in self._groups[group]):
            kept = say(texts.WHAT_KEPT)
            return CellLook(kept, strong=True, icon="check-circle", icon_tint="ready", fill=band)
        return CellLook(say(texts.WHAT_STAYS), "muted", icon="circle", fill=band)

    def spoken(self, row: int, column: int) -> str:
        """A cell with what happens to it, where that is not what happens to its row."""
        cell = super().spoken(row, column)
        if column < _FIRST_FIELD:
            return cell
        place = (self.place(row)[1], self._columns[column - _FIRST_FIELD])
        if place in self._outcome.filled:
            return say(texts.CELL_WITH_NOTE, cell=cell, note=say(texts.FILLED_IN))
        if place in self._outcome.conflicts:
            return say(texts.CELL_WITH_NOTE, cell=cell, note=say(texts.CONFLICT))
        return cell
