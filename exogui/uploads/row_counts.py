"""Where the rows of a job are: the sum that must hold at every moment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowCounts:
    """Rows by what became of them. No row is in two of these, and none is in none."""

    waiting: int = 0
    """Nothing of them has left this computer."""
    in_flight: int = 0
    """On their way, or at Exotel, which has not said yet what became of them."""
    successful: int = 0
    already_there: int = 0
    refused: int = 0
    unknown: int = 0
    """Nobody can know from here: the answer was lost, or Exotel's counts leave them out."""

    @property
    def total(self) -> int:
        """All rows of the job."""
        return self.waiting + self.sent

    @property
    def sent(self) -> int:
        """Rows that Exotel has or may have."""
        return self.in_flight + self.successful + self.already_there + self.refused + self.unknown

    def __add__(self, other: RowCounts) -> RowCounts:
        return RowCounts(
            self.waiting + other.waiting,
            self.in_flight + other.in_flight,
            self.successful + other.successful,
            self.already_there + other.already_there,
            self.refused + other.refused,
            self.unknown + other.unknown,
        )
