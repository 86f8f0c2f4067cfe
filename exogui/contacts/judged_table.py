"""What a step would make of a whole table, worked out before it is taken and beside the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from exogui.contacts.rows_gone import RowsGone
from exogui.contacts.sheet import Sheet
from exogui.contacts.steps import Change, Edit
from exogui.contacts.table_contents import TableContents


class StaleJudgementError(Exception):
    """Rows or columns have come or gone since the step was judged: its indexes mean others now."""


@dataclass(frozen=True, slots=True)
class JudgedTable:
    """A step, judged. Only the table that made it can use it."""

    before: Sheet
    """That of the table; it has another one when rows or columns have come or gone since."""
    after: TableContents
    revision: int
    """Of the table when the step was judged: it grows with each change."""
    again: Callable[[], JudgedTable]
    """Judges the same step on the table as it is by then."""
    gone: RowsGone | None = field(default=None, kw_only=True)
    """Of a step that takes rows out: these rows, which are all that the way back needs."""
    came: tuple[int, ...] = field(default=(), kw_only=True)
    """Of a step that puts rows in: where they stand afterwards, ascending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedEdits(JudgedTable):
    """Edits, judged."""

    edits: tuple[Edit, ...]
    change: Change
