"""Which row is the header, and the fields that its columns go to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from exogui.contacts.contents import is_email, is_phone, propose_by_contents
from exogui.contacts.schema import Field, match_header

_ROWS_SEARCHED = 10
_ROWS_SAMPLED = 500

Row = Sequence[str]


def _is_data(row: Row) -> bool:
    return any(is_phone(cell) or is_email(cell) for cell in row)


def find_header(rows: Sequence[Row]) -> int | None:
    """The index of the header among the first ``rows``, none of which is blank; None when there is no header.

    Titles may stand above the header, contacts may not: a row is never taken for a title when a cell of it
    looks like a phone number or an e-mail address.
    """
    above_data = rows_above_data(rows)
    if not above_data:
        return None
    matches = [[field for field in match_header(row) if field is not None] for row in above_data]
    for index, fields in enumerate(matches):
        if Field.PHONE_NUMBER in fields or len(fields) >= 2:
            return _below_groups(above_data, matches, index)
    for index, fields in enumerate(matches):
        if fields:
            return index
    return _below_titles(above_data)


def rows_above_data(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows above the first one that holds a phone number or an e-mail address, as far as titles go."""
    return list(takewhile(lambda row: not _is_data(row), rows[:_ROWS_SEARCHED]))


def _below_groups(rows: Sequence[Row], matches: Sequence[Sequence[Field]], index: int) -> int:
    """The header, where the row at ``index`` is one or names only groups of columns, "Phone" above "Mobile"
    and "Home", say: then the row below has the phone numbers' name as well, and more names."""
    below = index + 1
    if below < len(rows) and Field.PHONE_NUMBER in matches[below]:
        known = [(len(matches[row]), sum(bool(cell.strip()) for cell in rows[row])) for row in (index, below)]
        if known[0] < known[1]:
            return below
    return index


def _below_titles(rows: Sequence[Row]) -> int:
    """The first of ``rows``; or, where one or two single cells stand above a row of many, that row."""
    for index, row in enumerate(rows[:3]):
        filled = sum(bool(cell.strip()) for cell in row)
        if filled >= 3:
            return index
        if filled != 1:
            break
    return 0


def propose_mapping(header: Row, rows: Sequence[Row]) -> tuple[Field | None, ...]:
    """The field each column goes to, by the header's names; without any name, by what the columns hold.

    Columns that hold nothing in the first rows give way to others: address books export a dozen phone columns
    of which most are empty.
    """
    sample = rows[:_ROWS_SAMPLED]
    if any(header):
        blank = {column for column in range(len(header)) if not any(row[column].strip() for row in sample)}
        return match_header(header, blank if sample else ())
    return propose_by_contents(len(header), sample)
