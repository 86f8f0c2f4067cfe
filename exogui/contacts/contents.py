"""What columns hold, told by their cells: for a file without a header."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from exogui.contacts.schema import Field

_PHONE = re.compile(r"'?\+?[\d\s().\-/\u00a0\u200e\u202a\u202c]{7,40}|\d(?:[.,]\d+)?[eE]\+?\d{2}")
_DATE_OR_TIME = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?:[ T].*)?")
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
_NOT_IN_NAMES = re.compile(r"[\d_@#/\\:;!?%&+=*<>\"|(){}\[\]]")
_COMPANY = re.compile(
    r"\b(?:ltd|limited|pvt|private|llp|llc|inc|corp|corporation|gmbh|plc|pte|sdn|bhd|pt|co\.|company|group"
    r"|industries|enterprises?|trad(?:ers|ing)|solutions|technologies|services|stores?|foods|bank)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 40
_MOST_WORDS = 4

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


def propose_by_contents(width: int, rows: Sequence[Row]) -> tuple[Field | None, ...]:
    """The field each of ``width`` columns goes to.

    A name is proposed only where nearly all cells look like one and few occur twice: towns and tags repeat.
    Of several such columns the first one has it.
    """
    mapping: list[Field | None] = [None] * width
    for field, holds in ((Field.EMAIL, is_email), (Field.PHONE_NUMBER, is_phone)):
        free = [column for column, taken in enumerate(mapping) if taken is None]
        shares = {column: _share(_cells(rows, column), holds) for column in free}
        best = max(free, key=lambda column: shares[column], default=None)
        if best is not None and shares[best] > 0.5:
            mapping[best] = field
    if Field.PHONE_NUMBER not in mapping:
        return tuple(mapping)
    for field, fits in ((Field.COMPANY, _are_companies), (Field.FIRST_NAME, _are_names)):
        free = [column for column, taken in enumerate(mapping) if taken is None]
        found = next((column for column in free if fits(_cells(rows, column))), None)
        if found is not None:
            mapping[found] = field
    return tuple(mapping)


def _cells(rows: Sequence[Row], column: int) -> list[str]:
    return [row[column].strip() for row in rows]


def _share(cells: Sequence[str], holds: Callable[[str], bool]) -> float:
    """The share of the cells that pass ``holds``."""
    return sum(map(holds, cells)) / len(cells) if cells else 0.0


def _are_companies(cells: Sequence[str]) -> bool:
    filled = list(filter(None, cells))
    return (
        len(filled) > len(cells) / 2 and _share(filled, lambda cell: _COMPANY.search(cell) is not None) > 0.3
    )


def _are_names(cells: Sequence[str]) -> bool:
    filled = list(filter(None, cells))
    few = len(filled) < 20
    return (
        len(filled) > len(cells) / 2
        and _share(filled, _is_name) > 0.8
        and len(set(filled)) / len(filled) >= (0.5 if few else 0.3)
    )


def _is_name(cell: str) -> bool:
    return (
        1 < len(cell) <= _LONGEST_NAME
        and len(cell.split()) <= _MOST_WORDS
        and cell[0].isalpha()
        and _NOT_IN_NAMES.search(cell) is None
    )
