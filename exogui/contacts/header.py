"""Which row is the header, and what columns hold when there is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from exogui.contacts.schema import Field, match_header

_ROWS_SEARCHED = 10
_ROWS_SAMPLED = 500

_PHONE = re.compile(r"'?\+?[\d\s().\-/\u00a0\u200e\u202a\u202c]{7,40}|\d(?:[.,]\d+)?[eE]\+?\d{2}")
_DATE_OR_TIME = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?:[ T].*)?")
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")

Row = Sequence[str]


def is_phone(cell: str) -> bool:
    """Whether a cell looks like a phone number, however it is written and whether or not it is valid."""
    text = cell.strip()
    return (
        _PHONE.fullmatch(text) is not None
        and _DATE_OR_TIME.fullmatch(text) is None
        and (sum(map(str.isdigit, text)) >= 7 or "e" in text.lower())
    )


def is_email(cell: str) -> bool:
    """Whether a cell looks like an e-mail address."""
    return _EMAIL.fullmatch(cell.strip()) is not None


def _is_data(row: Row) -> bool:
    return any(is_phone(cell) or is_email(cell) for cell in row)


def find_header(rows: Sequence[Row]) -> int | None:
    """The index of the header among the first ``rows``, none of which is blank; None when there is no header.

    Titles may stand above the header, contacts may not: a row is never taken for a title when a cell of it
    looks like a phone number or an e-mail address.
    """
    above_data = list(takewhile(lambda row: not _is_data(row), rows[:_ROWS_SEARCHED]))
    if not above_data:
        return None
    matches = [[field for field in match_header(row) if field is not None] for row in above_data]
    for index, fields in enumerate(matches):
        if Field.PHONE_NUMBER in fields or len(fields) >= 2:
            return index
    for index, fields in enumerate(matches):
        if fields:
            return index
    return _below_titles(above_data)


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
    mapping: list[Field | None] = [None] * len(header)
    for field, holds in ((Field.EMAIL, is_email), (Field.PHONE_NUMBER, is_phone)):
        free = [column for column, taken in enumerate(mapping) if taken is None]
        shares = {column: _share(sample, column, holds) for column in free}
        best = max(free, key=lambda column: shares[column], default=None)
        if best is not None and shares[best] > 0.5:
            mapping[best] = field
    return tuple(mapping)


def _share(rows: Sequence[Row], column: int, holds: Callable[[str], bool]) -> float:
    """The share of the rows whose cell in ``column`` passes ``holds``."""
    return sum(holds(row[column]) for row in rows) / len(rows) if rows else 0.0
