"""Finding text in cells and putting another in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from exogui.contacts.judging.validation import CHUNK_ROWS
from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.steps import Edit
from exogui.contacts.table import ContactTable

_JOINT = "\x1f"
"""Between the cells of a row that are searched at once to rule the row out."""


class CellPlace(NamedTuple):
    """A cell of the table."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Replacement:
    """What to look for, word for word, and what to put there."""

    find: str
    replace: str = ""
    match_case: bool = False
    whole_cell: bool = False
    """Only cells that hold nothing but the text."""

    def pattern(self) -> re.Pattern[str]:
        """Finds the text in a cell."""
        text = re.escape(self.find)
        return re.compile(
            rf"\A{text}\Z" if self.whole_cell else text, 0 if self.match_case else re.IGNORECASE
        )

    def applied_to(self, value: str) -> str:
        """A cell's value with the text replaced wherever it stands."""
        return self.pattern().sub(lambda _found: self.replace, value)


def find_cells(
    table: ContactTable,
    wanted: Replacement,
    rows: Sequence[int],
    columns: Sequence[int],
    checkpoint: Checkpoint = no_checkpoint,
) -> tuple[CellPlace, ...]:
    """The cells of ``rows`` and ``columns`` that hold the text, row by row. None for an empty text.

    Changes nothing, and may run in another thread.
    """
    if not wanted.find:
        return ()
    found: list[CellPlace] = []
    cells_of, search = table.rows, wanted.pattern().search
    anywhere = Replacement(wanted.find, match_case=wanted.match_case).pattern().search
    all_columns = len(columns) == table.column_count
    for done, row in enumerate(rows):
        if done % CHUNK_ROWS == 0:
            checkpoint(done, len(rows))
        cells = cells_of[row]
        if all_columns and anywhere(_JOINT.join(cells)) is None:
            continue  # one search in place of one for each cell
        found += [CellPlace(row, column) for column in columns if search(cells[column])]
    return tuple(found)


def replacement_edits(
    table: ContactTable,
    wanted: Replacement,
    cells: Iterable[CellPlace],
    checkpoint: Checkpoint = no_checkpoint,
) -> tuple[Edit, ...]:
    """The edits that replace the text in ``cells``; those that it changes nothing in are left out."""
    edits: list[Edit] = []
    sub = wanted.pattern().sub
    for done, (row, column) in enumerate(cells):
        if done % CHUNK_ROWS == 0:
            checkpoint(done, 0)
        before = table.value(row, column)
        after = sub(lambda _found: wanted.replace, before)
        if after != before:
            edits.append(Edit(row, column, after))
    return tuple(edits)
