"""Merged cells above the contacts of a workbook: the file has their text in the first cell only."""

from __future__ import annotations

from collections.abc import Sequence

from exogui.contacts.reading.header import rows_above_data

MergedRange = tuple[tuple[int, int], tuple[int, int]]
"""First and last row and column of a merged cell, from 0."""


def fill_merged_header(
    rows: list[tuple[str, ...]], lines: Sequence[int], ranges: Sequence[MergedRange], first_column: int
) -> None:
    """Repeat a cell that is merged over several rows in each of them, as far as titles and header go.

    "Name" beside "Phone", which stands above "Mobile" and "Home", is the name of its column in both rows.
    ``lines`` are the numbers of ``rows`` in the sheet from 1, ``first_column`` the sheet's column of their
    first cell.
    """
    places = {line - 1: index for index, line in enumerate(lines[: len(rows_above_data(rows))])}
    for (first, column), (last, _) in ranges:
        if first not in places or last == first:
            continue
        at = column - first_column
        for row in range(first + 1, last + 1):
            index = places.get(row)
            if index is not None and 0 <= at < len(rows[index]) and not rows[index][at].strip():
                cells = rows[index]
                rows[index] = (*cells[:at], rows[places[first]][at], *cells[at + 1 :])
