"""Which rows hold which phone number, to find numbers that stand in a list twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence


class PhoneIndex:
    """Phone number -> the rows that hold it, ascending. Rows without a certain number are not in it."""

    def __init__(self) -> None:
        self._rows: dict[str, int | list[int]] = {}  # a bare int for the many numbers that stand once

    def append(self, numbers: Iterable[str | None], start: int) -> list[tuple[int, int]]:
        """Add the rows from ``start`` on, which must come after all rows added before.

        Gives (row, first row with the same number) for each row that repeats a number.
        """
        repeated = []
        for row, number in enumerate(numbers, start):
            if number is None:
                continue
            known = self._rows.setdefault(number, row)
            if known == row:
                continue
            if isinstance(known, int):
                known = self._rows[number] = [known]
            known.append(row)
            repeated.append((row, known[0]))
        return repeated

    def rows_with(self, number: str) -> Sequence[int]:
        """The rows that hold this number, ascending."""
        known = self._rows.get(number, ())
        return (known,) if isinstance(known, int) else known

    def first_row(self, number: str | None) -> int | None:
        """The first row that holds this number; None where there is none."""
        if number is None:
            return None
        known = self._rows.get(number)
        return known[0] if isinstance(known, list) else known

    def move(self, moves: Sequence[tuple[int, str | None, str | None]]) -> set[int]:
        """Take in that rows have other numbers now, given as (row, number before, number now).

        Gives every row whose first row with the same number is another one than before, moved rows aside.
        """
        leaving: defaultdict[str, set[int]] = defaultdict(set)
        coming: defaultdict[str, set[int]] = defaultdict(set)
        for row, before, now in moves:
            if before is not None:
                leaving[before].add(row)
            if now is not None:
                coming[now].add(row)
        affected: set[int] = set()
        for number in leaving.keys() | coming.keys():
            first_before = self.first_row(number)
            rows = sorted((set(self.rows_with(number)) - leaving[number]) | coming[number])
            self._put(number, rows)
            if rows and rows[0] != first_before:
                affected.update(rows)
        return affected

    def _put(self, number: str, rows: list[int]) -> None:
        if not rows:
            del self._rows[number]
        else:
            self._rows[number] = rows if len(rows) > 1 else rows[0]
