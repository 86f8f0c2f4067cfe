"""Two lists made one, and where things stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")


def woven(ours: Sequence[_T], theirs: Sequence[_T], places: Sequence[int]) -> list[_T]:
    """``theirs`` at ``places``, ascending, and ``ours`` everywhere else."""
    result: list[_T] = []
    done = 0
    for other, place in enumerate(places):
        if place - other > done:
            result += ours[done : place - other]
            done = place - other
        result.append(theirs[other])
    result += ours[done:]
    return result
