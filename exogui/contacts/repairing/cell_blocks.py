"""Blocks of cells as spreadsheets exchange them over the clipboard, and the edits that write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exogui.contacts.progress import Checkpoint, no_checkpoint, paced
from exogui.contacts.steps import Edit
from exogui.contacts.table import ContactTable

Block = tuple[tuple[str, ...], ...]
"""Rows of cells; they may differ in length."""

_CELL = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"(?=[\t\r\n]|\Z)|([^\t\r\n]*)')
_ROW_END = re.compile(r"\r\n|\r|\n")
_NEEDS_QUOTES = re.compile(r'[\t\r\n"]')


def block_as_text(rows: Iterable[Iterable[str]]) -> str:
    """Rows of cells as Excel pastes them: tabs between cells, a line a row, quotes where they are needed."""
    return "\n".join("\t".join(map(_quoted, row)) for row in rows)


def block_from_text(text: str) -> Block:
    """The cells of a text that a spreadsheet, or :func:`block_as_text`, put on the clipboard.

    Excel quotes a cell only for the tab or line break in it; ``"hi"`` is the text of a cell with its quotes.
    The line end after the last row begins no further row.
    """
    rows: list[tuple[str, ...]] = []
    cells: list[str] = []
    position = 0
    while position < len(text):
        found = _CELL.match(text, position)
        if found is None:  # the pattern matches the empty text as well
            break
        cells.append(_unquoted(found))
        position = found.end()
        if text.startswith("\t", position):
            position += 1
            if position < len(text):
                continue
            cells.append("")
        end = _ROW_END.match(text, position)
        position = end.end() if end is not None else len(text)
        rows.append(tuple(cells))
        cells = []
    return tuple(rows)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell


def _unquoted(found: re.Match[str]) -> str:
    inside = found[1]
    if inside is None:
        return found[2]
    return inside.replace('""', '"') if _NEEDS_QUOTES.search(inside) else found[0]


@dataclass(frozen=True, slots=True)
class PastePlan:
    """What pasting a block would change. Nothing has changed yet."""

    edits: tuple[Edit, ...]
    """The cells that fit into the table."""
    new_rows: tuple[tuple[str, ...], ...]
    """What reaches below the table's last row, as rows that could be added there."""
    columns_over: int
    """Columns of the block right of the table's last column."""

    @property
    def rows_over(self) -> int:
        """Rows of the block below the table's last row."""
        return len(self.new_rows)

    @property
    def fits(self) -> bool:
        """Whether the whole block has its place."""
        return not (self.new_rows or self.columns_over)


def plan_paste(
    block: Block, rows: Sequence[int], columns: Sequence[int], selected: tuple[int, int] = (1, 1)
) -> PastePlan:
    """Paste ``block`` with its first cell at ``rows[0]``, ``columns[0]``.

    ``rows`` and ``columns`` are all that follow in the table, in the order shown. Where the ``selected`` rows
    and columns are a multiple of the block, it is repeated, as spreadsheets do.
    """
    height, width = len(block), max(map(len, block), default=0)
    tall, wide = _repeated(height, selected[0]), _repeated(width, selected[1])
    edits = tuple(
        Edit(row, column, block[y % height][x % width])
        for y, row in enumerate(rows[:tall])
        for x, column in enumerate(columns[:wide])
        if x % width < len(block[y % height])
    )
    new_rows = []
    for y in range(len(rows), tall):
        cells = block[y % height][: len(columns)]
        new_rows.append((*("",) * columns[0], *cells, *("",) * (len(columns) - len(cells))))
    return PastePlan(edits, tuple(new_rows), max(0, wide - len(columns)))


def _repeated(size: int, selected: int) -> int:
    return selected if size and selected % size == 0 else size


def fill_down_edits(
    table: ContactTable, rows: Sequence[int], columns: Iterable[int], checkpoint: Checkpoint = no_checkpoint
) -> tuple[Edit, ...]:
    """Give all ``rows`` what the first of them has in ``columns``."""
    return tuple(
        Edit(row, column, value)
        for column in columns
        for value in (table.value(rows[0], column),)
        for row in paced(rows[1:], checkpoint)
        if table.value(row, column) != value
    )


def clearing_edits(
    table: ContactTable, rows: Sequence[int], columns: Iterable[int], checkpoint: Checkpoint = no_checkpoint
) -> tuple[Edit, ...]:
    """Empty ``columns`` of ``rows``."""
    return tuple(
        Edit(row, column, "")
        for column in columns
        for row in paced(rows, checkpoint)
        if table.value(row, column)
    )


def same_value_edits(
    table: ContactTable,
    column: int,
    value: str,
    checkpoint: Checkpoint = no_checkpoint,
    *,
    only_blank: bool = False,
) -> tuple[Edit, ...]:
    """Give every row ``value`` in ``column``, or only those that have none there."""
    return tuple(
        Edit(row, column, value)
        for row, cells in enumerate(paced(table.rows, checkpoint))
        if cells[column] != value and not (only_blank and cells[column].strip())
    )
