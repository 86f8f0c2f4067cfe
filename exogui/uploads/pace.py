"""How often Exotel is asked, and how long a job bears trouble. Pure arithmetic, in seconds."""

from __future__ import annotations

from dataclasses import dataclass

from exogui.exotel.responses import CallBudget

RESEND_PAUSES = (1.0, 2.0, 4.0, 8.0, 16.0)
"""Exotel's advice for a 429 without Retry-After: these pauses, five tries."""

_LOW_BUDGET = 20
"""Calls a minute that are left to the others of the account: of 200 for the contact centre's calls."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Limits of one job."""

    shortest_pause: float = 0.5
    longest_pause: float = 10.0
    processing: float = 30 * 60
    """Exotel's guide: a job takes up to 15 minutes; past 30, contact support."""
    missing_upload: float = 60.0
    """How long after its acceptance an upload may not be found yet."""
    room: float = 30 * 60
    """How long Exotel may say that it has no room for a file."""
    no_connection: float = 30 * 60
    """How long the connection may be away before the rest of a list that has begun to go out."""
    refused_rows: float = 120.0
    """How long the refused rows are asked for again when that fails."""
    shortest_wait: float = 1.0
    longest_wait: float = 300.0
    """Bounds of what a Retry-After may ask."""


def poll_pause(elapsed: float, estimated: float | None, budget: CallBudget, patience: Patience) -> float:
    """Seconds until the next question.

    The pause grows with the time passed, so that the end is noticed within a quarter of the time it took, and
    at the latest after ``longest_pause``: some 15 calls in the first half minute, six a minute later. A long
    estimate makes the beginning gentler; the estimated end itself is met.
    """
    pause = elapsed / 4
    if estimated is not None:
        pause = max(pause, min(estimated / 20, patience.longest_pause / 2))
    pause = min(max(pause, patience.shortest_pause), patience.longest_pause)
    if estimated is not None and elapsed < estimated < elapsed + pause:
        pause = max(estimated - elapsed, patience.shortest_pause)
    if budget.remaining is not None and budget.remaining <= _LOW_BUDGET:
        pause = max(pause, patience.longest_pause)
        if budget.remaining == 0 and budget.reset_seconds is not None:
            pause = max(pause, min(budget.reset_seconds, 60.0))
    return pause


def trouble_pause(attempt: int, retry_after: float | None, patience: Patience) -> float:
    """Seconds to wait after the ``attempt``-th failure in a row (from 0): as asked for, else doubling."""
    if retry_after is None:
        retry_after = RESEND_PAUSES[min(attempt, len(RESEND_PAUSES) - 1)]
    return min(max(retry_after, patience.shortest_wait), patience.longest_wait)
