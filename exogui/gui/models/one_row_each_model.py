"""The rows that further numbers would get, below the rows they are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable
from exogui.gui.models.cell_look import CellLook
from exogui.gui.models.column_names import ColumnNames
from exogui.gui.models.contact_names import contact_name
from exogui.gui.models.dialog_rows_model import DialogRowsModel
from exogui.gui.models.visible_text import visible
from exogui.gui.speech import say
from exogui.messages import repairing as texts

if TYPE_CHECKING:
    from exogui.contacts.repairing.one_row_each import FurtherNumber, OneRowEachPlan

_WHAT, _ROW, _CONTACT, _NUMBER, _FROM = range(5)


@dataclass(frozen=True, slots=True)
class _Line:
    row: int
    number: FurtherNumber | None
    """None for a row that is there and has a number of its own."""
    odd: bool
    """Of every second group: it stands on a tint."""


class OneRowEachModel(DialogRowsModel):
    """Every row that gets company, and the company it gets."""

    def __init__(self) -> None:
        super().__init__()
        self._table: ContactTable | None = None
        self._names: ColumnNames | None = None
        self._phone = 0
        self._lines: Sequence[_Line] = ()

    def set_plan(self, table: ContactTable, plan: OneRowEachPlan) -> None:
        """Show what ``plan`` would make of ``table``."""
        self.beginResetModel()
        self._table, self._names = table, ColumnNames(table)
        self._phone = table.column_of(Field.PHONE_NUMBER) or 0
        lines: list[_Line] = []
        groups = groupby(plan.numbers, lambda number: number.row)
        for place, (row, numbers) in enumerate(groups):
            further, odd = list(numbers), place % 2 == 1
            if not further[0].fills:
                lines.append(_Line(row, None, odd))
            lines += [_Line(row, number, odd) for number in further]
        self._lines = lines
        self.endResetModel()

    def row_count(self) -> int:
        return len(self._lines)

    def headings(self) -> tuple[str, ...]:
        return (
            say(texts.COLUMN_WHAT),
            say(texts.COLUMN_ROW),
            say(texts.COLUMN_CONTACT),
            say(texts.COLUMN_NUMBER),
            say(texts.COLUMN_FROM),
        )

    def look(self, row: int, column: int) -> CellLook:
        table, names, line = self._table, self._names, self._lines[row]
        if table is None or names is None:
            return CellLook("")
        number, band = line.number, "sunk" if line.odd else ""
        if column == _WHAT:
            return _what(number, band)
        if column == _NUMBER:
            if number is None:
                return CellLook(visible(table.value(line.row, self._phone)), fill=band)
            return CellLook(visible(number.text), strong=True, fill="ready_soft")
        texts_of_columns = {
            _ROW: str(table.row_number(line.row)),
            _CONTACT: contact_name(table, line.row),
            _FROM: names.in_file(self._phone if number is None else number.column),
        }
        return CellLook(texts_of_columns[column], "text" if column == _CONTACT else "muted", fill=band)


def _what(number: FurtherNumber | None, band: str) -> CellLook:
    if number is None:
        return CellLook(say(texts.WHAT_STAYS), "muted", icon="circle", fill=band)
    words = say(texts.WHAT_FILLED if number.fills else texts.WHAT_NEW_ROW)
    return CellLook(words, strong=True, icon="plus", icon_tint="ready", fill=band)
