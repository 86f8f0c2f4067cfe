"""What became of the rows of a part: refused rows joined to those sent, and the sum that must balance."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from exogui.exotel.responses import RefusedEntry, UploadStatus
from exogui.uploads.job_files import KeptRow
from exogui.uploads.result import RefusedRow
from exogui.uploads.row_counts import RowCounts
from exogui.uploads.row_matching import match_rows

_DUPLICATE = "DUPLICATE_ENTRY"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The counts of one part after settling; they always come to the rows that were sent."""

    counts: RowCounts
    listed: tuple[RefusedRow, ...]
    """The refused rows, and those already there that Exotel lists by name."""
    surplus: int = 0
    """Rows that Exotel counts beyond those sent."""


def settle(sent: int, status: UploadStatus, listed: Sequence[RefusedRow]) -> Outcome:
    """Bring Exotel's counts and its list of refused rows together, counting no row twice.

    DUPLICATE_ENTRY rows are a case of their own. It is not documented whether they count as failed, as
    duplicates skipped, as both or as neither; the sum tells. Counts of more rows than were sent are not
    believed: then only the rows that are listed are refused, and of the others nothing is known.
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
    unknown = sent - successful - refused - there
    if unknown < 0:
        certain = min(len(listed), sent)
        return Outcome(RowCounts(refused=certain, unknown=sent - certain), tuple(listed), surplus=-unknown)
    if len(others) + len(duplicates) > refused:
        listed = [replace(row, already_there=row.error_code == _DUPLICATE) for row in listed]
    counts = RowCounts(successful=successful, already_there=there, refused=refused, unknown=unknown)
    return Outcome(counts, tuple(listed))


def join_rows(
    entries: Sequence[RefusedEntry], sent: Sequence[KeptRow], first_lines: Sequence[int] = ()
) -> tuple[RefusedRow, ...]:
    """Refused entries with the rows they are about, in the order of the file; uncertain ones last.

    ``sent`` are the rows of the part, in its order. A row that is listed twice, for two faults, becomes one.
    """
    joined: dict[int | tuple[str, int], RefusedRow] = {}
    positions = match_rows(entries, [row.phone_number for row in sent], first_lines)
    for index, (entry, position) in enumerate(zip(entries, positions, strict=True)):
        code, message = entry.error_code, entry.error_message
        if position is None:
            joined["uncertain", index] = RefusedRow(None, entry.phone_number, code, message)
            continue
        first = joined.get(position)
        if first is None:
            row = sent[position]
            phone_number = entry.phone_number or row.phone_number
            joined[position] = RefusedRow(row.row_number, phone_number, code, message, row.values, row.line)
        elif message not in first.error_message:
            both = f"{first.error_message}; {message}".strip("; ")
            joined[position] = replace(first, error_message=both)
    return tuple(sorted(joined.values(), key=lambda row: (row.row_number is None, row.row_number or 0)))


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
