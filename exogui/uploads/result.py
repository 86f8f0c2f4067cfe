"""How an upload ended, or where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from exogui.uploads.records import JobRecord, PartRecord, PartState
from exogui.uploads.row_counts import RowCounts


class JobState(StrEnum):
    """How a job ended. The values are those of ``exogui upload --json``."""

    COMPLETED = "completed"
    """Exotel processed all of it; the counts say what became of the rows."""
    FAILED = "failed"
    """Exotel took nothing, for certain."""
    UNKNOWN = "unknown"
    """Nobody can know from here whether Exotel took some of it, or what became of that."""
    CANCELLED = "cancelled"
    """The person stopped it."""
    UNFINISHED = "unfinished"
    """Exotel has some of it and has not said yet what became of that; it can be asked again."""
    PAUSED = "paused"
    """All that was sent is settled, and other rows wait here: for a person, or until a hindrance is gone."""


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One row that Exotel refused, joined to the row that was sent."""

    row_number: int | None
    """Number of the row among the data rows of the person's file, from 1; None where it cannot be settled for
    certain which row Exotel means."""
    phone_number: str
    error_code: str
    error_message: str
    values: tuple[str, ...] = ()
    """The whole row, by the job's ``header``; empty where it is uncertain or was erased."""
    line: int | None = None
    """Line of the person's file on which it starts, from 1."""
    part_number: int = 0
    """The part it was sent in."""
    already_there: bool = False
    """Whether it counts as already there, and was not refused for a fault."""


@dataclass(frozen=True, slots=True)
class UploadResult:
    """How a job ended, or where it stands."""

    state: JobState
    job: JobRecord | None = None
    """None where it ended before a file to send was made."""
    refused_rows: tuple[RefusedRow, ...] = ()
    """May hold fewer than are refused where Exotel gave fewer."""
    already_there_rows: tuple[RefusedRow, ...] = ()
    """Rows counted as already there that Exotel also listed by name; mostly it does not."""
    error: Exception | None = None
    """What hinders it, or why refused rows are missing: an :class:`exogui.exotel.errors.ExotelError`, or what
    nobody foresaw."""
    lost_numbers: tuple[str, ...] = ()
    """Some phone numbers of contacts whose answer was lost, to be looked for in Exotel."""

    @property
    def counts(self) -> RowCounts:
        """Where all rows of the job are."""
        return self.job.counts if self.job else RowCounts()

    @property
    def sent(self) -> int:
        """Rows that Exotel has or may have."""
        return self.counts.sent

    @property
    def upload_ids(self) -> tuple[str, ...]:
        """Exotel's ids of the parts that it took, in order."""
        return tuple(part.upload_id for part in self._parts if part.upload_id)

    @property
    def request_ids(self) -> tuple[str, ...]:
        """What Exotel's support asks for, in order."""
        return tuple(request_id for part in self._parts for request_id in part.request_ids)

    @property
    def surplus(self) -> int:
        """Rows that Exotel counts beyond those that were sent."""
        return sum(part.surplus for part in self._parts)

    @property
    def balanced(self) -> bool:
        """Whether it is known of every row that was sent what became of it, of refused ones by name."""
        counts = self.counts
        return (
            not (counts.unknown or counts.in_flight or self.surplus)
            and len(self.refused_rows) == counts.refused
        )

    @property
    def _parts(self) -> Sequence[PartRecord]:
        return self.job.parts if self.job else ()


def result_of(
    job: JobRecord,
    listed: Sequence[RefusedRow] = (),
    error: Exception | None = None,
    *,
    cancelled: bool = False,
) -> UploadResult:
    """The result of a job as it stands, with the rows that Exotel listed."""
    refused = tuple(row for row in listed if not row.already_there)
    there = tuple(row for row in listed if row.already_there)
    return UploadResult(_state_of(job, cancelled=cancelled), job, refused, there, error)


def _state_of(job: JobRecord, *, cancelled: bool) -> JobState:
    counts = job.counts
    if cancelled:
        return JobState.CANCELLED
    if any(part.state is PartState.UNKNOWN for part in job.parts):
        return JobState.UNKNOWN
    if counts.in_flight:
        return JobState.UNFINISHED
    if not job.has_left:
        return JobState.FAILED
    # What was withdrawn stays here for good, and nothing waits for it.
    waits = any(part.state is PartState.PLANNED for part in job.parts)
    return JobState.PAUSED if waits else JobState.COMPLETED
