"""How an upload ended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class JobState(StrEnum):
    """How a job ended. The values are those of ``exogui upload --json``."""

    COMPLETED = "completed"
    """Exotel processed the file; the counts say what became of the rows."""
    FAILED = "failed"
    """Exotel took nothing, for certain."""
    UNKNOWN = "unknown"
    """Nobody can know from here whether Exotel took the file, or what became of it."""
    CANCELLED = "cancelled"
    """The person stopped it."""


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One row that Exotel refused, joined to the row that was sent."""

    row: int | None
    """Index of the row in the table it was sent from, from 0; None where it cannot be settled for certain."""
    phone_number: str
    error_code: str
    error_message: str


@dataclass(frozen=True, slots=True)
class UploadResult:
    """How a job ended."""

    state: JobState
    sent: int
    """Rows that Exotel has or may have: all rows of the file, or 0 where it took nothing, for certain."""
    successful: int = 0
    already_there: int = 0
    refused: int = 0
    unknown: int = 0
    upload_id: str | None = None
    refused_rows: tuple[RefusedRow, ...] = ()
    """May hold fewer than ``refused`` where Exotel gave fewer."""
    already_there_rows: tuple[RefusedRow, ...] = ()
    """Rows counted in ``already_there`` that Exotel also listed by name; mostly it does not."""
    error: Exception | None = None
    """Why it failed, became unknown, or lacks refused rows: an :class:`exogui.exotel.errors.ExotelError`,
    or what nobody foresaw."""
    request_ids: tuple[str, ...] = ()
    """What Exotel's support asks for, in order."""

    @property
    def balanced(self) -> bool:
        """Whether every row that was sent is accounted for."""
        return (
            self.successful + self.already_there + self.refused + self.unknown == self.sent
            and self.unknown == 0
            and len(self.refused_rows) == self.refused
        )
