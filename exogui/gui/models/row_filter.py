"""Which rows of the table a person wants to see."""

from __future__ import annotations

from dataclasses import dataclass

from exogui.contacts.problems import ProblemCode, RowState


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Rows pass that satisfy all of it; None and the empty text ask for nothing."""

    state: RowState | None = None
    code: ProblemCode | None = None
    """Only rows with this kind of problem."""
    search: str = ""
    """Only rows with this text in one of their cells."""
