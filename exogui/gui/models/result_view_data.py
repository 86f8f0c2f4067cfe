"""What the Result state shows, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from exogui.gui.speech import say
from exogui.messages import result as texts
from exogui.messages.catalogue import Text
from exogui.uploads.result import JobState
from exogui.uploads.row_counts import RowCounts


class NextStep(Enum):
    """How an upload that has not ended goes on."""

    ASK_AGAIN = auto()
    SEND_REST = auto()
    DECIDE = auto()


@dataclass(frozen=True, slots=True)
class RefusedRowData:
    """One refused row, joined to the row of the person's file where that is certain."""

    row_number: int | None
    """Data row of the file from 1, or None where it cannot be settled which row it is."""
    phone_number: str
    name: str
    email: str
    code: str
    """Exotel's error code, as it came."""
    advice: str
    """What to do about it, in words."""
    values: tuple[str, ...] = ()
    """The whole row of the file, one value for each of ``ResultViewData.columns``."""


@dataclass(frozen=True, slots=True)
class ResultViewData:
    """One result: the counts, the refused rows, and what support needs to find the upload."""

    file_name: str
    state: JobState
    counts: RowCounts = field(default_factory=RowCounts)
    """Where all rows of the upload are."""
    surplus: int = 0
    """Rows that Exotel counts beyond those that were sent."""
    balanced: bool = True
    """Whether it is known what became of every row that was sent."""
    attempts: int = 1
    next: NextStep | None = None
    """How it goes on; None where it has ended."""
    can_go_back: bool = True
    """Whether a list is open."""
    reopened: bool = False
    """Whether the upload was made earlier, and another list may be open."""
    duplicate_action: str = "skip"
    columns: tuple[str, ...] = ()
    """The header of the person's file."""
    refused_rows: Sequence[RefusedRowData] = ()
    cause: str = ""
    """Why it failed or is not known, in words; empty where nothing went wrong."""
    next_step: str = ""
    """What the person can do about the cause; empty for the usual advice of the state."""
    upload_id: str = ""
    request_id: str = ""
    http_status: int | None = None
    server_words: str = ""

    @property
    def in_exotel(self) -> int:
        """Contacts that are in Exotel now, by this upload or before."""
        return self.counts.successful + self.counts.already_there

    @property
    def fixable(self) -> int:
        """Refused rows that are known for certain, and so can go back to the table."""
        return sum(row.row_number is not None and bool(row.values) for row in self.refused_rows)

    @property
    def waits(self) -> bool:
        """Whether rows wait here to be sent; what a person decided to leave does not."""
        return self.counts.waiting > 0 and self.state is not JobState.COMPLETED

    @property
    def offers_back(self) -> bool:
        """Whether the way back to the list is worth a button."""
        return self.can_go_back and (self.reopened or self.state is not JobState.COMPLETED)

    @property
    def has_counts(self) -> bool:
        """Whether anything can have reached Exotel: then there is a sum to show."""
        return self.counts.sent > 0


def title(data: ResultViewData) -> str:
    """The one sentence that says how it went."""
    counts = data.counts
    match data.state:
        case JobState.CANCELLED if counts.in_flight:
            sentence: Text = texts.CANCELLED_LATER
        case JobState.CANCELLED if not counts.sent:
            sentence = texts.CANCELLED
        case JobState.UNKNOWN:
            sentence = texts.UNKNOWN_OUTCOME if data.upload_id else texts.UNKNOWN
        case JobState.UNFINISHED:
            sentence = texts.UNFINISHED
        case JobState.FAILED:
            sentence = texts.FAILED
        case JobState.COMPLETED | JobState.PAUSED | JobState.CANCELLED:
            return _counted_title(data)
    return say(sentence, file=data.file_name)


def _counted_title(data: ResultViewData) -> str:
    """For what has been counted: how many are in Exotel, or how many still wait."""
    counts = data.counts
    if data.waits:
        return say(texts.PAUSED, counts.waiting, file=data.file_name, sent=counts.sent)
    sentence = texts.SOME_IN
    if data.in_exotel == counts.sent:
        sentence = texts.ALL_IN
    elif data.in_exotel == 0:
        sentence = texts.NONE_IN
    return say(sentence, counts.sent, file=data.file_name, there=data.in_exotel)


def advice(data: ResultViewData) -> str:
    """What to do next, for a result that needs more than its refused rows mended; else empty."""
    if data.next is NextStep.DECIDE:
        return say(texts.NEXT_UNKNOWN)
    if data.next_step:
        return data.next_step
    words = _ADVICE.get(data.state)
    match data.state:
        case JobState.CANCELLED if data.counts.in_flight:
            words = texts.NEXT_CANCELLED_LATER
        case JobState.CANCELLED if not data.counts.sent:
            words = texts.NEXT_CANCELLED
        case JobState.UNKNOWN if data.upload_id:
            words = texts.NEXT_UNKNOWN_OUTCOME
    if words is None and data.waits:
        words = texts.NEXT_PAUSED
    if words is None and not data.balanced:
        words = texts.NOT_BALANCED_NEXT
    return say(words) if words is not None else ""


_ADVICE = {
    JobState.FAILED: texts.NEXT_FAILED,
    JobState.UNKNOWN: texts.NEXT_UNKNOWN,
    JobState.UNFINISHED: texts.NEXT_UNFINISHED,
}


def imbalance(data: ResultViewData) -> str:
    """What does not add up, in words; empty when everything does."""
    if data.surplus:
        return say(texts.TOO_MANY, data.surplus)
    if data.counts.unknown:
        return say(texts.NOT_ACCOUNTED, data.counts.unknown)
    if data.balanced or data.counts.in_flight:
        return ""
    return say(texts.REASONS_MISSING, max(data.counts.refused - len(data.refused_rows), 0))
