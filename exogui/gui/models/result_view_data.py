"""What the Result state shows, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exogui.gui.speech import say
from exogui.messages import result as texts
from exogui.uploads.result import JobState


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
    sent: int
    successful: int = 0
    already_there: int = 0
    refused: int = 0
    unknown: int = 0
    balanced: bool = True
    """Whether every row that was sent is accounted for, as the job judged it."""
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
        return self.successful + self.already_there

    @property
    def fixable(self) -> int:
        """Refused rows that are known for certain, and so can go back to the table."""
        return sum(row.row_number is not None for row in self.refused_rows)

    @property
    def has_counts(self) -> bool:
        """Whether anything can have reached Exotel: then there is a sum to show."""
        return self.state is JobState.COMPLETED or self.unknown > 0


def title(data: ResultViewData) -> str:
    """The one sentence that says how it went."""
    match data.state:
        case JobState.FAILED:
            return say(texts.FAILED, file=data.file_name)
        case JobState.CANCELLED:
            return say(texts.CANCELLED_LATER if data.upload_id else texts.CANCELLED, file=data.file_name)
        case JobState.UNKNOWN:
            return say(texts.UNKNOWN_OUTCOME if data.upload_id else texts.UNKNOWN, file=data.file_name)
        case JobState.COMPLETED:
            sentence = texts.SOME_IN
            if data.in_exotel == data.sent:
                sentence = texts.ALL_IN
            elif data.in_exotel == 0:
                sentence = texts.NONE_IN
            return say(sentence, data.sent, file=data.file_name, there=data.in_exotel)


def advice(data: ResultViewData) -> str:
    """What to do next, for a result that needs more than its refused rows mended; else empty."""
    if data.next_step:
        return data.next_step
    match data.state:
        case JobState.FAILED:
            return say(texts.NEXT_FAILED)
        case JobState.CANCELLED:
            return say(texts.NEXT_CANCELLED_LATER if data.upload_id else texts.NEXT_CANCELLED)
        case JobState.UNKNOWN:
            return say(texts.NEXT_UNKNOWN_OUTCOME if data.upload_id else texts.NEXT_UNKNOWN)
        case JobState.COMPLETED:
            return "" if data.balanced else say(texts.NOT_BALANCED_NEXT)


def imbalance(data: ResultViewData) -> str:
    """What does not add up, in words; empty when everything does."""
    if data.balanced:
        return ""
    missing = data.sent - data.in_exotel - data.refused
    if missing > 0:
        return say(texts.NOT_ACCOUNTED, missing)
    if missing < 0:
        return say(texts.TOO_MANY, -missing)
    return say(texts.REASONS_MISSING, max(data.refused - len(data.refused_rows), 0))
