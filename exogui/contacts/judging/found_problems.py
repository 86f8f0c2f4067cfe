"""The problems of some rows while they are being found, column by column."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from exogui.contacts.problems import Problem, ProblemCode

Row: TypeAlias = tuple[str, ...]
Found: TypeAlias = dict[int, tuple[Problem, ...]]
"""Position among the rows judged together -> problems of that row; rows without any are not in it."""


@lru_cache(maxsize=256)
def shared_problem(column: int, code: ProblemCode, detail: str = "") -> tuple[Problem]:
    """A problem without a suggestion: few and alike, however many cells have them."""
    return (Problem(column, code, detail),)


def repairable(column: int, code: ProblemCode, suggestion: str) -> tuple[Problem]:
    """A problem with a suggestion, made twice as quickly as by calling the class: all cells may have one."""
    return (tuple.__new__(Problem, (column, code, "", suggestion)),)


def add_problems(found: Found, position: int, problems: tuple[Problem, ...]) -> None:
    """Put a row's problems behind those that it has."""
    known = found.get(position)
    found[position] = problems if known is None else known + problems
