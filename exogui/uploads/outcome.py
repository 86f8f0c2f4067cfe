"""What became of the rows: refused rows joined to the rows that were sent, and the sum that must balance."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from exogui.exotel.responses import RefusedEntry, UploadStatus
from exogui.uploads.result import RefusedRow
from exogui.uploads.row_matching import match_rows

_DUPLICATE = "DUPLICATE_ENTRY"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The counts of one upload after settling. ``unknown`` is what they leave of the rows sent."""

    successful: int
    already_there: int
    refused: int
    unknown: int
    refused_rows: tuple[RefusedRow, ...]
    already_there_rows: tuple[RefusedRow, ...]


def settle(sent: int, status: UploadStatus, listed: Sequence[RefusedRow]) -> Outcome:
    """Bring Exotel's counts and its list of refused rows together, counting no row twice.

    DUPLICATE_ENTRY rows are a case of their own. It is not documented whether they count as failed, as
    duplicates skipped, as both or as neither; the sum tells.
    """
    duplicates = tuple(row for row in listed if row.error_code == _DUPLICATE)
    others = tuple(row for row in listed if row.error_code != _DUPLICATE)
    successful = status.successful or 0
    refused = len(listed) if status.failed is None else status.failed
    there = status.duplicates_skipped or 0
    excess = successful + refused + there - sent
    if duplicates and excess == len(duplicates) and min(refused, there) >= excess:
        refused -= excess  # counted as failed and as skipped
    elif duplicates and -excess == len(duplicates) and refused == len(others):
        there += len(duplicates)  # counted as neither
    listed_as_refused = len(others) + len(duplicates) <= refused
    return Outcome(
        successful,
        there,
        refused,
        max(0, sent - successful - refused - there),
        tuple(listed) if listed_as_refused else others,
        () if listed_as_refused else duplicates,
    )


def join_rows(
    entries: Sequence[RefusedEntry],
    phone_numbers: Sequence[str],
    table_rows: Sequence[int],
    first_lines: Sequence[int] = (),
) -> tuple[RefusedRow, ...]:
    """Refused entries with the table rows they are about, in the order of the table; uncertain ones last.

    ``phone_numbers`` and ``table_rows`` are those of the rows sent, in that order. A row that is listed
    twice, for two faults, becomes one.
    """
    joined: dict[int | tuple[str, int], RefusedRow] = {}
    for index, (entry, position) in enumerate(
        zip(entries, match_rows(entries, phone_numbers, first_lines), strict=True)
    ):
        if position is None:
            row = RefusedRow(None, entry.phone_number, entry.error_code, entry.error_message)
            joined["uncertain", index] = row
            continue
        first = joined.get(position)
        if first is None:
            joined[position] = RefusedRow(
                table_rows[position],
                entry.phone_number or phone_numbers[position],
                entry.error_code,
                entry.error_message,
            )
        elif entry.error_message not in first.error_message:
            joined[position] = replace(
                first, error_message=f"{first.error_message}; {entry.error_message}".strip("; ")
            )
    return tuple(sorted(joined.values(), key=lambda row: (row.row is None, row.row or 0)))


def fuller(listed: Sequence[RefusedEntry], filed: Sequence[RefusedEntry]) -> tuple[RefusedEntry, ...]:
    """The list with more rows or, of equal ones, with more phone numbers: the endpoint's or the file's.

    They are not mixed: nothing says that both count rows in the same way.
    """

    def fullness(rows: Sequence[RefusedEntry]) -> tuple[int, int]:
        return len(rows), sum(bool(row.phone_number) for row in rows)

    return tuple(filed if fullness(filed) >= fullness(listed) else listed)


def first_lines_of(path: Path) -> list[int]:
    """The line on which each row of a CSV part begins, the header being line 0; empty where each has one."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader, None)
        header_lines = reader.line_num
        lines: list[int] = []
        begin = header_lines
        for _ in reader:
            lines.append(begin)
            begin = reader.line_num
    one_line_each = begin == header_lines + len(lines) and header_lines == 1
    return [] if one_line_each else lines
