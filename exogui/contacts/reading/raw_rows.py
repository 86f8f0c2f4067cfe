"""Rows as a reader finds them, before anyone knows which of them is the header."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from exogui.contacts.reading.errors import ReadError, ReadErrorCode

ROWS_A_CHUNK = 250
"""Rows between two checkpoints: about half a millisecond of a CSV."""

MAX_COLUMNS = 500
"""exogui's own limit; a contact has no more, a broken file has thousands."""

MAX_CELLS = 20_000_000
"""exogui's own limit, some 1.5 GB of memory."""

MAX_TEXT = 2_000_000_000
"""exogui's own limit of the characters that a workbook may make of those it holds: one long text can stand in
a million cells and take a few bytes in each."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file turned out to be written; see :class:`~exogui.contacts.sheet.Source`."""

    encoding: str | None = None
    encoding_certain: bool = True
    delimiter: str | None = None
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    hidden_lines: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


@dataclass(slots=True)
class RawRows:
    """Every row with something in it, header and titles included, in the order of the file."""

    rows: list[tuple[str, ...]] = field(default_factory=list)
    lines: array[int] = field(default_factory=lambda: array("I"))
    """Physical line, from 1, on which each row starts."""
    widths: set[int] = field(default_factory=set)
    """The numbers of cells that occur."""
    blank_rows: int = 0

    def check_size(self, chunk: list[tuple[str, ...]]) -> None:
        """Take note of how wide the rows of ``chunk``, the last ones of ``rows``, are.

        Raises:
            ReadError: too many columns, or more cells than memory should hold.
        """
        self.widths.update(map(len, chunk))
        widest = max(self.widths, default=0)
        if widest > MAX_COLUMNS:
            at = next(i for i, row in enumerate(self.rows) if len(row) > MAX_COLUMNS)
            raise ReadError(ReadErrorCode.TOO_MANY_COLUMNS, self.lines[at], str(MAX_COLUMNS))
        if widest * len(self.rows) > MAX_CELLS:
            raise ReadError(ReadErrorCode.TOO_MANY_CELLS, detail=str(MAX_CELLS))
