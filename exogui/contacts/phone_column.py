"""Judging the phone numbers of some hundred rows at once."""

from __future__ import annotations

from collections.abc import Sequence

from exogui.contacts.found_problems import Found, Row, repairable, shared_problem
from exogui.contacts.numbering_plans import matcher_by_prefix
from exogui.contacts.phone_numbers import judge_outside_plans, judge_plain_digits, without_separators
from exogui.contacts.problems import ProblemCode

_BETWEEN = "\n"
"""Between cells that are worked on in one go; a cell that holds it is worked on alone."""


def judge_phones(column: int, cells: Row, found: Found) -> list[str | None]:
    """Judge the phone cells, the first of all cells of their rows. Gives the number that each cell means."""
    numbers: list[str | None] = list(cells)
    outside = []
    for position, value in enumerate(cells):
        match = matcher_by_prefix[value[:4]](value)
        if match is None:
            outside.append(position)
        elif match.lastindex:
            found[position] = shared_problem(column, ProblemCode.PREMIUM_NUMBER)
    if outside:
        _judge_outside(column, cells, outside, found, numbers)
    return numbers


def _judge_outside(
    column: int, cells: Row, outside: Sequence[int], found: Found, numbers: list[str | None]
) -> None:
    """Judge the cells at the positions ``outside``, which are in no numbering plan as they stand."""
    plains = _without_separators([cells[position] for position in outside])
    for position, plain in zip(outside, plains, strict=True):
        if plain[:1] == "+" and plain != cells[position] and matcher_by_prefix[plain[:4]](plain) is not None:
            found[position] = repairable(column, ProblemCode.PHONE_FORMAT, plain)
            numbers[position] = plain
            continue
        verdict = judge_plain_digits(cells[position], plain) or judge_outside_plans(cells[position])
        code, detail, suggestion, numbers[position] = verdict
        if suggestion is None:
            found[position] = shared_problem(column, code, detail)
        else:
            found[position] = repairable(column, code, suggestion)


def _without_separators(values: list[str]) -> list[str]:
    """Each value without what commonly stands between digits. One pass of C code over all of them."""
    joined = _BETWEEN.join(values)
    plains = without_separators(joined).split(_BETWEEN)
    return plains if len(plains) == len(values) else [without_separators(value) for value in values]
