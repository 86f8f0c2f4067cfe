"""A choice with a line of explanation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListedChoice:
    """What it stands for, its name, and what is seen under it."""

    value: str
    title: str
    detail: str = ""
    possible: bool = True
