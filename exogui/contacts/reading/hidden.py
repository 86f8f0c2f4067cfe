"""What a workbook hides: rows that a filter or a person hid, and columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Hidden:
    """The hidden parts of one sheet, as ranges: a person hides a million empty rows with one click."""

    rows: list[range] = field(default_factory=list)
    """Numbers of rows of the sheet, from 1."""
    columns: list[range] = field(default_factory=list)
    """Indexes of columns of the sheet, from 0."""

    def hide_rows(self, first: int, count: int = 1) -> None:
        """Add rows; those that follow the last ones become one range with them."""
        if self.rows and self.rows[-1].stop == first:
            first, count = self.rows[-1].start, count + len(self.rows.pop())
        self.rows.append(range(first, first + count))

    def lines(self, last: int) -> frozenset[int]:
        """The hidden rows up to ``last``."""
        return frozenset(_up_to(self.rows, last))

    def columns_from(self, first: int, count: int) -> frozenset[int]:
        """The hidden ones of ``count`` columns from ``first`` on, as indexes among these."""
        hidden = frozenset(_up_to(self.columns, first + count - 1))
        return frozenset(column - first for column in hidden if column >= first)


def _up_to(ranges: Iterable[range], last: int) -> Iterable[int]:
    for numbers in ranges:
        yield from range(numbers.start, min(numbers.stop, last + 1))
