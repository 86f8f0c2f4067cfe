"""What a person wants of an upload that has not ended."""

from __future__ import annotations

from dataclasses import dataclass

from exogui.uploads.choices import LostAnswerChoice
from exogui.uploads.records import JobRecord


@dataclass(frozen=True, slots=True)
class GoingOn:
    """A job that is taken up again: what Exotel has of it is asked about, whatever else is wanted."""

    job: JobRecord
    send: bool = False
    """Whether what waits is sent."""
    choice: LostAnswerChoice | None = None
    """What the person decided about rows of which nobody knows; to send them again sends only them."""
    about: int | None = None
    """Number of the part that ``choice`` is about; None: all of which nobody knows."""

    @property
    def sends(self) -> bool:
        """Whether contacts may leave."""
        return self.send or self.choice is LostAnswerChoice.SEND_AGAIN

    @property
    def row_count(self) -> int:
        """Rows that are sent, or that Exotel is asked about."""
        counts = self.job.counts
        return counts.in_flight + counts.unknown + (counts.waiting if self.send else 0)
