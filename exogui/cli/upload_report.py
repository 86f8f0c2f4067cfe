"""What ``exogui upload`` says in the end: to the shell, to a program, to a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from exogui.cli.check import column_names
from exogui.exotel.errors import ExotelError
from exogui.messages import command_line as texts
from exogui.messages import result as result_texts
from exogui.messages.catalogue import Speaker
from exogui.messages.errors import error_text
from exogui.messages.journal import journal_fault_text
from exogui.messages.lost_answer import EXAMPLES
from exogui.messages.resume_command import what_is_left
from exogui.messages.uploads import refusal_advice, refusal_meaning
from exogui.uploads.journal_database import JournalError
from exogui.uploads.records import SENT_BEFORE, JobRecord, PartRecord, PartState
from exogui.uploads.result import JobState, RefusedRow, UploadResult
from exogui.uploads.row_counts import RowCounts
from exogui.uploads.sent_before import SentBefore

EXIT_ALL_THERE, EXIT_REFUSED, EXIT_NOTHING_SENT, EXIT_UNKNOWN, EXIT_ROWS_WAIT = 0, 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class UploadReport:
    """How ``exogui upload`` ended."""

    result: UploadResult
    message: str
    """What went wrong or is left, and what to do; empty where that is nothing."""
    rows_in_file: int = 0
    """0 where it could not be read."""
    sent_before: SentBefore = field(default_factory=SentBefore)

    @property
    def exit_status(self) -> int:
        """What the shell is told. Rows that were left behind with ``--only-ready`` change nothing."""
        return exit_status(self.result.counts, self.result.surplus)

    @property
    def not_sent(self) -> int:
        """Rows of the file that Exotel has not."""
        return self.rows_in_file - self.result.sent

    @property
    def left_behind(self) -> int:
        """Rows of the file that were not to be sent at all."""
        return self.rows_in_file - self.result.counts.total

    def as_json(self) -> dict[str, Any]:
        """The object of ``exogui upload --json``; the same keys whatever happened.

        What :func:`job_report` gives, and

        ``not_sent``     rows of the file that stayed here, those that wait included
        ``sent_before``  what this account had before: ``same_files`` with the very same rows, newest first,
                         and in ``rows`` how many phone numbers of the list
        ``message``      what went wrong or is left, and what to do; empty where that is nothing
        """
        return {
            **job_report(self.result),
            "not_sent": self.not_sent,
            "sent_before": {
                "same_files": [
                    {"job_id": same.job_id, "sent_at": utc(same.sent_at), **_counts(same.counts)}
                    for same in self.sent_before.same_files
                ],
                "rows": self.sent_before.rows,
            },
            "message": self.message,
        }

    def lines(self, say: Speaker) -> Iterator[str]:
        """The counts and the refused rows, for a person; nothing where nothing was sent."""
        return result_lines(self.result, say)


def exit_status(counts: RowCounts, surplus: int = 0) -> int:
    """What the shell is told of rows, be they one upload's or several."""
    if not counts.sent:
        return EXIT_NOTHING_SENT
    if counts.unknown or counts.in_flight or surplus:
        return EXIT_UNKNOWN
    if counts.waiting:
        return EXIT_ROWS_WAIT
    return EXIT_REFUSED if counts.refused else EXIT_ALL_THERE


def job_report(result: UploadResult) -> dict[str, Any]:
    """How an upload stands, for a program; the same keys whatever happened.

    ``job_id``    by which ``exogui resume`` and ``exogui history`` know it; null where nothing was begun
    ``state``     see :class:`~exogui.uploads.result.JobState`; ``unknown`` also where it was stopped and
                  the answer was lost
    ``sent``      rows that Exotel has or may have; the counts up to ``unknown`` are of these
    ``waiting``   rows that were to be sent and are still here
    ``balanced``  whether every row sent is accounted for, refused ones by name
    ``uploads``   one entry for each part that Exotel has or may have; its ``upload_id`` is null where the
                  answer was lost, ``state`` is a :class:`~exogui.uploads.records.PartState`
    ``refused``   ``row`` counts the data rows of the person's file from 1, ``values`` is the whole row by
                  the names of its columns; null and empty where Exotel does not say clearly which row it
                  means, or where they were erased
    """
    job = result.job
    names = column_names(job.header) if job else []
    return {
        **job_summary(result),
        "balanced": result.balanced,
        "uploads": [_part_report(part) for part in job.parts if part.state in SENT_BEFORE] if job else [],
        "refused": [_refused_report(row, names) for row in result.refused_rows],
    }


def job_summary(result: UploadResult) -> dict[str, Any]:
    """The part of :func:`job_report` that is short."""
    counts = result.counts
    return {
        "job_id": result.job.id if result.job else None,
        "state": _state(result).value,
        "sent": counts.sent,
        **_counts(counts),
    }


def result_lines(result: UploadResult, say: Speaker) -> Iterator[str]:
    """The counts and the refused rows, for a person; nothing where nothing was sent."""
    counts = result.counts
    if not counts.sent:
        return
    yield say(
        texts.COUNTS,
        sent=counts.sent,
        successful=counts.successful,
        already_there=counts.already_there,
        refused=counts.refused,
        unknown=counts.unknown,
    )
    if counts.in_flight:
        yield say(texts.NOT_SAID_YET, counts.in_flight)
    advice: dict[str, str] = {}
    for row in result.refused_rows:
        code, words = row.error_code, row.error_message
        yield say(
            texts.REFUSED_ROW,
            row=say(result_texts.ROW_UNCERTAIN) if row.row_number is None else str(row.row_number),
            phone_number=row.phone_number,
            code=code,
            meaning=refusal_meaning(code, words, say),
        )
        advice.setdefault(code, refusal_advice(code, words, say))
    for code, words in advice.items():
        yield say(texts.ADVICE, code=code, advice=words)


def result_text(result: UploadResult, say: Speaker, *, can_go_on: bool) -> str:
    """What went wrong with a job and what to do, what Exotel's support asks for, and what is left to do.

    ``can_go_on``: whether ``exogui resume`` will know of it. Empty where nothing went wrong or is left.
    """
    words = _what_went_wrong(result, say)
    said = [words] if words else []
    if words and (details := list(_details(result, say))):
        said.append(say(texts.DETAILS, details=" · ".join(details)))
    if result.sent and result.job is not None:
        said += what_is_left(result.job, say) if can_go_on else _without_record(result.job, say)
        if result.lost_numbers:
            said.append(say(EXAMPLES, numbers=", ".join(result.lost_numbers)))
    return " ".join(said)


def utc(seconds: float) -> str:
    """Seconds since the epoch as programs read them: ISO 8601, in UTC."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _counts(counts: RowCounts) -> dict[str, int]:
    return {
        "successful": counts.successful,
        "failed": counts.refused,
        "duplicates_skipped": counts.already_there,
        "in_flight": counts.in_flight,
        "unknown": counts.unknown,
        "waiting": counts.waiting,
    }


def _state(result: UploadResult) -> JobState:
    lost = result.job is not None and any(part.state is PartState.UNKNOWN for part in result.job.parts)
    return JobState.UNKNOWN if lost else result.state


def _part_report(part: PartRecord) -> dict[str, Any]:
    counts = _counts(part.row_counts)
    del counts["waiting"]
    return {
        "upload_id": part.upload_id or None,
        "rows": part.rows,
        **counts,
        "state": part.state.value,
        "request_ids": list(part.request_ids),
    }


def _refused_report(row: RefusedRow, names: Sequence[str]) -> dict[str, Any]:
    return {
        "row": row.row_number,
        "phone_number": row.phone_number,
        "error_code": row.error_code,
        "error_message": row.error_message,
        "values": dict(zip(names, row.values, strict=True)) if row.values else {},
    }


def _what_went_wrong(result: UploadResult, say: Speaker) -> str:
    if result.error is not None:
        return _text_of(result.error, say)
    if result.state is JobState.CANCELLED:
        return _stopped(result, say)
    counts = result.counts
    if result.balanced or counts.in_flight or result.state is JobState.UNKNOWN:
        return ""
    if counts.unknown or result.surplus:
        return say(texts.DOES_NOT_ADD_UP)
    return say(texts.REASONS_MISSING, counts.refused, named=len(result.refused_rows))


def _stopped(result: UploadResult, say: Speaker) -> str:
    if not result.sent:
        return say(texts.STOPPED_IN_TIME)
    if result.counts.in_flight:
        return say(texts.STOPPED_WATCHING)
    if result.job is not None and any(part.state is PartState.COUNTED for part in result.job.parts):
        return say(texts.STOPPED_FETCHING)
    return say(texts.STOPPED_BETWEEN)


def _without_record(job: JobRecord, say: Speaker) -> Iterator[str]:
    """What a person can do who cannot go on with an upload."""
    if job.counts.in_flight:
        yield say(texts.LOOK_FIRST)
    if any(part.state is PartState.COUNTED for part in job.parts):
        yield say(texts.ASK_FOR_THE_ROWS)
    if job.counts.waiting:
        yield say(texts.REST_NOT_SENT, job.counts.waiting)


def _text_of(error: Exception, say: Speaker) -> str:
    if isinstance(error, ExotelError):
        return error_text(error, say)
    if isinstance(error, JournalError):
        return journal_fault_text(error.fault, say)
    return say(texts.UNEXPECTED, what=type(error).__name__)


def _details(result: UploadResult, say: Speaker) -> Iterator[str]:
    if result.upload_ids:
        yield say(result_texts.DETAIL_UPLOAD_ID, value=", ".join(result.upload_ids))
    if result.request_ids:
        yield say(result_texts.DETAIL_REQUEST_ID, value=", ".join(result.request_ids))
    if isinstance(result.error, ExotelError):
        if result.error.http_status is not None:
            yield say(result_texts.DETAIL_HTTP, value=str(result.error.http_status))
        if result.error.words:
            yield say(result_texts.DETAIL_SERVER, value=result.error.words)
