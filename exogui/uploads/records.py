"""A job and its parts as the journal keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from exogui.contacts.schema import Field
from exogui.contacts.sheet import Source
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.uploads.row_counts import RowCounts


class PartState(StrEnum):
    """How far a part is. Each is written down before the step it names."""

    PLANNED = "planned"
    """Nothing of it has left, or Exotel said that it did not take it."""
    SENDING = "sending"
    """It may be on its way."""
    WHOLE = "whole"
    """Its last bytes may have left; there is no answer yet."""
    ACCEPTED = "accepted"
    """Exotel has it, and gave the id under which it is asked for."""
    COUNTED = "counted"
    """Exotel has processed it and gave its counts; the refused rows are still to be fetched."""
    SETTLED = "settled"
    """All that Exotel has to say about it is here."""
    UNKNOWN = "unknown"
    """Nobody can know whether Exotel took it, or what became of it there."""
    WITHDRAWN = "withdrawn"
    """A person decided that it is not sent. Its rows stay here."""


UNANSWERED = frozenset({PartState.SENDING, PartState.WHOLE})
"""Who dies in one of these leaves a part of which nobody knows."""
AT_EXOTEL = frozenset({PartState.ACCEPTED, PartState.COUNTED})
"""Exotel can be asked for it."""
SENT_BEFORE = frozenset(PartState) - {PartState.PLANNED, PartState.WITHDRAWN}
"""Exotel has it or may have it."""


@dataclass(frozen=True, slots=True)
class PartRecord:
    """One CSV file of a job."""

    number: int
    """Counts the parts of the job from 1, those of later attempts included."""
    attempt: int
    """1 for the list as it was sent first; each time refused rows are mended and sent again, one more."""
    rows: int
    size_bytes: int
    sha256: str
    """Of the file's bytes, hexadecimal."""
    retried_rows: int = 0
    """Rows that an earlier attempt counts as refused, until this part leaves: no row counts twice."""
    state: PartState = PartState.PLANNED
    upload_id: str = ""
    counts: RowCounts = field(default_factory=RowCounts)
    """What became of the rows, once that is known (``COUNTED`` and ``SETTLED``)."""
    surplus: int = 0
    """Rows that Exotel counts beyond those that were sent; its counts cannot be believed then."""
    changed_at: float = 0.0
    """When it came into this state; seconds since the epoch."""
    accepted_at: float | None = None
    estimated_seconds: float | None = None
    """Exotel's own estimate of the processing."""
    error_code: str = ""
    """An :class:`~exogui.exotel.errors.ErrorCode`: why it is where it is; empty where nothing went wrong."""
    request_ids: tuple[str, ...] = ()
    """What Exotel's support asks for, in order."""
    may_be_there: bool = False
    """Whether its answer was lost once, and a person decided to send it again all the same."""

    @property
    def has_left(self) -> bool:
        """Whether Exotel has it, or may have it."""
        return self.state in SENT_BEFORE or self.may_be_there

    @property
    def row_counts(self) -> RowCounts:
        """Where the rows are now; always as many as ``rows``."""
        match self.state:
            case PartState.PLANNED | PartState.WITHDRAWN:
                return RowCounts(waiting=self.rows)
            case PartState.SENDING | PartState.WHOLE | PartState.ACCEPTED:
                return RowCounts(in_flight=self.rows)
            case PartState.UNKNOWN:
                return RowCounts(unknown=self.rows)
        return self.counts


@dataclass(frozen=True, slots=True)
class JobAccount:
    """The account of a job, without anything secret; enough to find its credentials again."""

    id: str
    name: str
    account_sid: str
    base_url: str

    @property
    def place(self) -> tuple[str, str]:
        """See :attr:`exogui.exotel.accounts.Account.place`."""
        return self.account_sid, self.base_url


@dataclass(frozen=True, slots=True)
class JobRecord:
    """One upload: the person's list, in one part or many, in one attempt or several."""

    id: str
    created_at: float
    """Seconds since the epoch."""
    source: Source
    """The person's file, and how it was read."""
    account: JobAccount
    duplicate_action: DuplicateAction
    list_id: str
    header: tuple[str, ...]
    mapping: tuple[Field | None, ...]
    """For each column of ``header`` what it was sent as."""
    added_columns: int = 0
    """Columns at the end of ``header`` that are not of the file."""
    parts: tuple[PartRecord, ...] = ()

    @property
    def file_name(self) -> str:
        """The person's file as they call it."""
        return self.source.path.name

    @property
    def counts(self) -> RowCounts:
        """Where all rows of the job are now."""
        return counts_of(self.parts)

    @property
    def attempts(self) -> int:
        """How often rows of it were put together for sending."""
        return max((part.attempt for part in self.parts), default=0)

    @property
    def unfinished(self) -> bool:
        """Whether there is still something to do about it: to send, to ask, or to decide."""
        return any(part.state not in {PartState.SETTLED, PartState.WITHDRAWN} for part in self.parts)

    @property
    def has_left(self) -> bool:
        """Whether Exotel has something of it, or may have."""
        return any(part.has_left for part in self.parts)

    @property
    def lost_parts(self) -> tuple[PartRecord, ...]:
        """The parts whose answer was lost: Exotel gave no id under which it could be asked about them."""
        return tuple(part for part in self.parts if part.state is PartState.UNKNOWN and not part.upload_id)

    def part(self, number: int) -> PartRecord:
        """The part with this number."""
        return self.parts[number - 1]


@dataclass(frozen=True, slots=True)
class Keeping:
    """For how many days what is kept; 0: no longer than the program runs."""

    contacts_days: int = 30
    """Refused rows, and by which numbers it is known what was sent before."""
    jobs_days: int = 365
    """What was sent when, and what came of it."""


def counts_of(parts: Sequence[PartRecord]) -> RowCounts:
    """Where the rows of these parts are.

    A row that was refused and is sent again counts in the later attempt only. Where that attempt was
    withdrawn, it is refused as before.
    """
    total = RowCounts()
    for part in parts:
        retried = part.retried_rows
        if part.state is PartState.WITHDRAWN:
            total += RowCounts(waiting=part.rows - retried)
        else:
            total += part.row_counts + RowCounts(refused=-retried)
    return total
