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


class NewRow(NamedTuple):
    """A row that comes into a table."""

    below: int | None
    """The row that it is made of and comes to stand below; None: it is made of none and stands at the end."""
    cells: tuple[str, ...]


class StepKind(StrEnum):
    """What a person did in one step that can be undone as one."""

    EDIT = "edit"
    REPAIR = "repair"
    PASTE = "paste"
    CLEAR = "clear"
    FILL = "fill"
    REPLACE = "replace"
    MAPPING = "mapping"
    REMOVE_ROWS = "remove_rows"
    SUPPRESS = "suppress"
    """Rows were removed because their numbers stand in a list of numbers not to be called."""
    MERGE = "merge"
    """Rows were removed because their number stands in another row, which may have taken over values."""
    ADD_COLUMN = "add_column"
    ONE_ROW_EACH = "one_row_each"
    """Further numbers of rows were put into rows of their own, all else the same."""
    PASTE_ROWS = "paste_rows"
    """Cells were pasted, and rows added at the end for what reached beyond it."""
    AS_BEFORE = "as_before"
    """All that was done with an earlier list of the same export."""

    @property
    def structural(self) -> bool:
        """Whether rows or columns come or go."""
        return self in _STRUCTURAL


_STRUCTURAL = frozenset(
    {
        StepKind.REMOVE_ROWS,
        StepKind.SUPPRESS,
        StepKind.MERGE,
        StepKind.ADD_COLUMN,
        StepKind.ONE_ROW_EACH,
        StepKind.PASTE_ROWS,
        StepKind.AS_BEFORE,
    }
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step; the words for it are in :mod:`exogui.messages.problems`."""

    kind: StepKind
    code: ProblemCode | None = None
    """Of a repair: what it repaired."""
    count: int = 1
    """Cells that it changed; rows that it removed or added; columns that it added;
    of ONE_ROW_EACH further numbers."""
    detail: str = ""
    """The one value its text shows: of an added country code ``+91``, of SUPPRESS the name of the file."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a step changed."""

    rows: Sequence[int]
    """Sorted indexes of the rows whose values or problems are others now, duplicates elsewhere included."""
    structural: bool = False
    """Rows or columns have come or gone: what had an index may have another. ``rows`` is all rows then."""
