"""Judging the e-mail addresses of some hundred rows at once."""

from __future__ import annotations

from collections.abc import Iterable

from exogui.contacts.judging.email_slips import without_capitals
from exogui.contacts.judging.emails import is_email, is_plain_name, is_unusual_email, plain_domains
from exogui.contacts.judging.found_problems import Found, Row, repairable, shared_problem
from exogui.contacts.judging.text_cells import tidy_whitespace
from exogui.contacts.problems import Problem, ProblemCode
from exogui.contacts.schema import MAX_CHARACTERS, Field

_LONGEST = MAX_CHARACTERS[Field.EMAIL]
_BETWEEN = "\n"
_TYPO, _CASE = ProblemCode.EMAIL_TYPO, ProblemCode.EMAIL_CASE
_new_problem = tuple.__new__  # twice as quick as calling the class; whole files have these


def judge_emails(column: int, cells: Row, found: Found) -> None:
    """Judge the e-mail cells. An empty one is fine."""
    some_too_long = len(max(cells, key=len)) > _LONGEST
    for position, (value, small) in enumerate(zip(cells, _small(cells), strict=True)):
        if not value:
            continue
        name, _, domain = small.rpartition("@")
        correction = plain_domains[domain] if name else None
        if (
            correction is None
            or is_plain_name(name) is None
            or (value != small and not value.isupper())
            or (some_too_long and len(value) > _LONGEST)
        ):
            problems = _judge_email(column, value)
        elif correction:
            problems = (_new_problem(Problem, (column, _TYPO, "", f"{name}@{correction}")),)
        elif value != small:
            problems = (_new_problem(Problem, (column, _CASE, "", small)),)
        else:
            continue
        if problems:
            known = found.get(position)
            found[position] = problems if known is None else known + problems


def _small(cells: Row) -> Iterable[str]:
    """Each cell in small letters, if any has capitals. One pass of C code over all of them."""
    joined = _BETWEEN.join(cells)
    small = joined.lower()
    if small == joined:
        return cells
    each = small.split(_BETWEEN)
    return each if len(each) == len(cells) else map(str.lower, cells)


def _judge_email(column: int, value: str) -> tuple[Problem, ...]:
    """Judge an address about which there is something, or may be."""
    if len(value) > _LONGEST:
        return shared_problem(column, ProblemCode.TOO_LONG, str(_LONGEST))
    name, at, domain = value.rpartition("@")
    correction = plain_domains[domain] if at else None
    if correction is None or is_plain_name(name) is None:
        return () if is_unusual_email(value) else _judge_spoilt(column, value)
    small = without_capitals(value)
    if correction:
        small_name = small.rpartition("@")[0]
        return repairable(column, ProblemCode.EMAIL_TYPO, f"{small_name}@{correction}")
    return () if small == value else repairable(column, ProblemCode.EMAIL_CASE, small)


def _judge_spoilt(column: int, value: str) -> tuple[Problem, ...]:
    tidy = value.strip(" ") if value.isprintable() else tidy_whitespace(value)
    if not tidy:
        return repairable(column, ProblemCode.WHITESPACE, "")
    if tidy == value or not is_email(tidy):
        return shared_problem(column, ProblemCode.INVALID_EMAIL)
    return repairable(column, ProblemCode.INVALID_EMAIL, tidy)
