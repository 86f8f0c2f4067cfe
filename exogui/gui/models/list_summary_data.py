"""What the summary of a list shows, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """Rows that have something in common."""

    name: str
    """``India``, ``mobile``"""
    count: int
    rest: bool = False
    """Whether it stands for all that have no bar of their own."""


@dataclass(frozen=True, slots=True)
class ListSummaryData:
    """Countries and kinds of the numbers in a list, the most frequent first."""

    rows: int
    """All of them, those without a certain number included."""
    countries: tuple[Share, ...] = ()
    """The few that are worth a bar; the rest stands together as the last."""
    kinds: tuple[Share, ...] = ()
    """In an order, and of a number, that never changes: colour and pattern go by it. Counts may be 0."""
