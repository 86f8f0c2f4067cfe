"""Judging the phone numbers of some hundred rows at once."""

from __future__ import annotations

from collections.abc import Sequence

from exogui.contacts.judging.found_problems import Found, Row, repairable, shared_problem
from exogui.contacts.judging.numbering_plans import matcher_by_prefix
from exogui.contacts.judging.phone_numbers import judge_closely, judge_plain_digits, without_separators
from exogui.contacts.problems import Problem, ProblemCode

_BETWEEN = "\n"
"""Between cells that are worked on in one go; a cell that holds it is worked on alone."""

_new_problem = tuple.__new__  # twice as quick as calling the class; whole files have these
_FORMAT = ProblemCode.PHONE_FORMAT


def judge_phones(column: int, cells: Row, found: Found) -> list[str | None]:
    """Judge the phone cells, the first of all cells of their rows. Gives the number that each cell means."""
    numbers: list[str | None] = list(cells)
    for position, (value, plain) in enumerate(zip(cells, _without_separators(cells), strict=True)):
        match = matcher_by_prefix[plain[:4]](plain)
        if match is None:
            verdict = judge_plain_digits(value, plain) or judge_closely(value)
            code, detail, suggestion, numbers[position] = verdict
            if suggestion is None:
                found[position] = shared_problem(column, code, detail)
            else:
                found[position] = repairable(column, code, suggestion)
        elif plain != value:
            found[position] = (_new_problem(Problem, (column, _FORMAT, "", plain)),)
            numbers[position] = plain
        elif match.lastindex:
            found[position] = shared_problem(column, ProblemCode.PREMIUM_NUMBER)
    return numbers


def _without_separators(cells: Row) -> Sequence[str]:
    """Each cell without what commonly stands between digits. A few passes of C code over all of them."""
    joined = _BETWEEN.join(cells)
    plain = without_separators(joined)
    if plain == joined:
        return cells
    plains = plain.split(_BETWEEN)
    return plains if len(plains) == len(cells) else [without_separators(cell) for cell in cells]
