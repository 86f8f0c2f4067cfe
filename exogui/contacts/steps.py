"""What a person does to a table, and what that changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from exogui.contacts.problems import ProblemCode


class Edit(NamedTuple):
    """A new value for one cell, stored exactly as it is given."""

    row: int
    column: int
    value: str


class StepKind(StrEnum):
    """What a person did in one step that can be undone as one."""

    EDIT = "edit"
    REPAIR = "repair"
    PASTE = "paste"
    CLEAR = "clear"
    FILL = "fill"
    REPLACE = "replace"
    MAPPING = "mapping"


@dataclass(frozen=True, slots=True)
class Step:
    """One step; the words for it are in :mod:`exogui.messages.problems`."""

    kind: StepKind
    code: ProblemCode | None = None
    """Of a repair: what it repaired."""
    count: int = 1
    """Cells that it changed."""
    detail: str = ""
    """The one value its text shows: of an added country code, ``+91``."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a step changed."""

    rows: Sequence[int]
    """Sorted indexes of the rows whose values or problems are others now, duplicates elsewhere included."""
