"""What can be wrong with a cell, in codes and values; the words are in :mod:`exogui.messages.problems`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How bad a problem is."""

    ERROR = "error"
    """Exotel would refuse the row, or what arrives would be wrong."""
    WARNING = "warning"
    """Worth a look; may be right."""
    NOTE = "note"
    """Right as it stands, and could be tidier: no mark, no count, but a repair for whoever wants it."""


class RowState(IntEnum):
    """How a row stands: by its worst problem."""

    READY = 0
    WORTH_A_LOOK = 1
    MUST_FIX = 2


class ProblemCode(StrEnum):
    """A kind of problem."""

    MISSING_PHONE = "missing_phone"
    NOT_A_NUMBER = "not_a_number"
    LOST_DIGITS = "lost_digits"
    NO_COUNTRY_CODE = "no_country_code"
    PHONE_FORMAT = "phone_format"
    PHONE_LENGTH = "phone_length"
    UNKNOWN_COUNTRY = "unknown_country"
    INVALID_EMAIL = "invalid_email"
    CONTROL_CHARACTERS = "control_characters"
    TOO_LONG = "too_long"
    EXTRA_CELL = "extra_cell"
    NOT_IN_PLAN = "not_in_plan"
    DUPLICATE_PHONE = "duplicate_phone"
    PREMIUM_NUMBER = "premium_number"
    WHITESPACE = "whitespace"
    SHORT_ROW = "short_row"
    REFUSED = "refused"
    EMAIL_TYPO = "email_typo"
    """An address at a domain that is one slip away from a well-known one; the suggestion is a guess."""
    EMAIL_CASE = "email_case"
    """Capital letters where an address has none. Exotel takes them and mail arrives."""
    SENSITIVE_AADHAAR = "sensitive_aadhaar"
    SENSITIVE_PAN = "sensitive_pan"
    SENSITIVE_CARD = "sensitive_card"

    __hash__ = str.__hash__  # that of Enum is Python code, and codes are counted by the hundred thousand

    @property
    def severity(self) -> Severity:
        """An error for everything but the kinds that may be right, or are."""
        if self in _NOTES:
            return Severity.NOTE
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR


_WARNINGS = frozenset(
    {
        ProblemCode.NOT_IN_PLAN,
        ProblemCode.DUPLICATE_PHONE,
        ProblemCode.PREMIUM_NUMBER,
        ProblemCode.WHITESPACE,
        ProblemCode.SHORT_ROW,
        ProblemCode.EMAIL_TYPO,
        ProblemCode.SENSITIVE_AADHAAR,
        ProblemCode.SENSITIVE_PAN,
        ProblemCode.SENSITIVE_CARD,
    }
)
_NOTES = frozenset({ProblemCode.EMAIL_CASE})

_STATE_OF_SEVERITY = {
    Severity.ERROR: RowState.MUST_FIX,
    Severity.WARNING: RowState.WORTH_A_LOOK,
    Severity.NOTE: RowState.READY,
}

STATES: Mapping[ProblemCode, RowState] = {code: _STATE_OF_SEVERITY[code.severity] for code in ProblemCode}
"""The state of a row whose worst problem is of this kind."""


class Problem(NamedTuple):
    """One problem of one cell. The row is known by where the problem is kept."""

    column: int
    """Column of the table, from 0."""
    code: ProblemCode
    detail: str = ""
    """The one value its text shows, as a string: a limit, another row's number, a country code, a reason."""
    suggestion: str | None = None
    """The cell's value after a repair that guesses nothing, or None. Only of EMAIL_TYPO it is a guess,
    which a person accepts or not."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows are in which state; ``ready + warnings + errors == rows``."""

    rows: int
    ready: int
    warnings: int
    """Rows whose worst problem is a warning. They are sent."""
    errors: int


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """All problems of one kind."""

    code: ProblemCode
    count: int
    """Cells."""
    rows: int


def worst_first(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems of one row: errors before warnings before notes, then by column."""
    if len(problems) < 2:
        return problems
    if len(problems) == 2:  # by far the commonest, and quicker than a sort
        first, second = problems
        return problems if _rank(first) <= _rank(second) else (second, first)
    return tuple(sorted(problems, key=_rank))


def _rank(problem: Problem) -> tuple[int, int]:
    return -STATES[problem.code], problem.column


class Refusal(NamedTuple):
    """Exotel refused a row. It holds while the row stands as it was sent."""

    values: tuple[str, ...]
    """The row as it was sent."""
    error_code: str
    """Exotel's, ``INVALID_PHONE``."""
    words: str
    """What it means, for people."""
