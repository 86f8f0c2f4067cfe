"""From rows as found to a :class:`~exogui.contacts.sheet.Sheet`: header split off, all rows of one width."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from exogui.contacts.progress import Checkpoint
from exogui.contacts.reading.header import propose_mapping
from exogui.contacts.reading.raw_rows import ROWS_A_CHUNK, RawRows
from exogui.contacts.reading.totals import count_totals
from exogui.contacts.sheet import FileFormat, Sheet, Source

Row = tuple[str, ...]


def build_sheet(raw: RawRows, source: Source, checkpoint: Checkpoint) -> Sheet:
    """Make the sheet out of the very lists of ``raw``, which is of no use afterwards.

    Columns at the end that hold nothing, header included, are left out: exports end each line with a
    delimiter, and sheets have coloured cells with no value.
    """
    rows, lines = raw.rows, raw.lines
    header: Row = ()
    if source.header_line:
        header = rows[source.title_rows]
        del rows[: source.title_rows + 1], lines[: source.title_rows + 1]
    header_width = len(header) if header or not rows else len(rows[0])
    # The rows that are gone may have been the widest: then columns of nothing are left out below.
    width = max(raw.widths)
    header += ("",) * (width - len(header))
    short: dict[int, int] = {}
    if len(raw.widths) > 1:
        short = _pad(rows, width, header_width, checkpoint)
    used = width
    if not header[-1].strip():
        used = _used_columns(header, rows, checkpoint)
        if used < width:
            _cut(rows, used, checkpoint)
    # Only in a text file does a missing or an additional delimiter mean that the row is broken.
    is_text = source.format is FileFormat.CSV
    header_width = min(header_width, used) if is_text else used
    header = header[:used]
    mapping = propose_mapping(header, rows)
    totals = count_totals(rows, mapping)
    first_total = len(rows) - totals
    totals_lines = tuple(lines[first_total:])
    if totals and not source.totals_kept:
        del rows[first_total:], lines[first_total:]
    return Sheet(
        source=replace(
            source,
            blank_columns=width - used,
            totals_lines=totals_lines,
            hidden_lines=source.hidden_lines.intersection(lines) if source.hidden_lines else frozenset(),
            hidden_columns=_filled_columns(source.hidden_columns, header, rows),
        ),
        header=header,
        header_width=header_width,
        rows=rows,
        lines=lines,
        short_rows=frozenset(
            row for row, cells in short.items() if is_text and cells < header_width and row < len(rows)
        ),
        mapping=mapping,
    )


def _filled_columns(columns: Iterable[int], header: Row, rows: list[Row]) -> tuple[int, ...]:
    """Those of ``columns`` that hold anything."""
    return tuple(
        column
        for column in columns
        if column < len(header) and (header[column].strip() or any(row[column].strip() for row in rows))
    )


def _pad(rows: list[Row], width: int, header_width: int, checkpoint: Checkpoint) -> dict[int, int]:
    """Bring every row to ``width``. Gives the number of cells of the rows that had fewer than the header."""
    padding = [("",) * missing for missing in range(width + 1)]
    short: dict[int, int] = {}
    for start in range(0, len(rows), ROWS_A_CHUNK):
        for index, row in enumerate(rows[start : start + ROWS_A_CHUNK], start):
            cells = len(row)
            if cells < width:
                rows[index] = row + padding[width - cells]
                if cells < header_width:
                    short[index] = cells
        checkpoint(start, len(rows))
    return short


def _used_columns(header: Row, rows: list[Row], checkpoint: Checkpoint) -> int:
    """Columns up to the last one that holds anything, at least one."""
    used = max((column for column, cell in enumerate(header, 1) if cell.strip()), default=1)
    for start in range(0, len(rows), ROWS_A_CHUNK):
        for row in rows[start : start + ROWS_A_CHUNK]:
            beyond = row[used:]
            if any(beyond):
                used += max((column for column, cell in enumerate(beyond, 1) if cell.strip()), default=0)
        if used == len(header):
            break
        checkpoint(start, len(rows))
    return used


def _cut(rows: list[Row], width: int, checkpoint: Checkpoint) -> None:
    for start in range(0, len(rows), ROWS_A_CHUNK):
        rows[start : start + ROWS_A_CHUNK] = [row[:width] for row in rows[start : start + ROWS_A_CHUNK]]
        checkpoint(start, len(rows))
