"""What ``exogui upload`` says in the end: to the shell, to a program, to a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from exogui.cli.check import column_names
from exogui.contacts.table import ContactTable
from exogui.exotel.errors import ExotelError
from exogui.messages import command_line as texts
from exogui.messages import result as result_texts
from exogui.messages.catalogue import Speaker
from exogui.messages.errors import error_text
from exogui.messages.uploads import refusal_advice, refusal_meaning
from exogui.uploads.result import JobState, RefusedRow, UploadResult

EXIT_ALL_THERE, EXIT_REFUSED, EXIT_NOTHING_SENT, EXIT_UNKNOWN = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class UploadReport:
    """How the command ended."""

    result: UploadResult
    table: ContactTable | None
    """The file's rows; None where it could not be read."""
    message: str
    """What went wrong and what to do; empty where nothing did."""

    @property
    def exit_status(self) -> int:
        """What the shell is told. Rows that were left behind with ``--only-ready`` change nothing."""
        result = self.result
        if not result.sent:
            return EXIT_NOTHING_SENT
        if not _adds_up(result):
            return EXIT_UNKNOWN
        return EXIT_REFUSED if result.refused else EXIT_ALL_THERE

    @property
    def not_sent(self) -> int:
        """Rows of the file that stayed here."""
        return self.table.row_count - self.result.sent if self.table else 0

    def as_json(self) -> dict[str, Any]:
        """The object of ``exogui upload --json``; the same keys whatever happened.

        ``state``     how it ended, see :class:`~exogui.uploads.result.JobState`
        ``sent``      rows that Exotel has or may have; the counts up to ``unknown`` are of these
        ``balanced``  whether every row sent is accounted for, refused ones by name
        ``not_sent``  rows of the file that stayed here
        ``uploads``   one entry for each file that Exotel has or may have; its ``upload_id`` is null where
                      the answer was lost
        ``refused``   ``row`` counts the data rows of the person's file from 1, ``values`` is the whole row
                      by the names of its columns; null and empty where Exotel does not say clearly which
                      row it means
        ``message``   what went wrong and what to do; empty where nothing did
        """
        result = self.result
        counts = {
            "successful": result.successful,
            "failed": result.refused,
            "duplicates_skipped": result.already_there,
            "unknown": result.unknown,
        }
        upload = {
            "upload_id": result.upload_id,
            "rows": result.sent,
            **counts,
            "request_ids": list(result.request_ids),
        }
        return {
            "state": result.state.value,
            "sent": result.sent,
            **counts,
            "balanced": result.balanced,
            "not_sent": self.not_sent,
            "uploads": [upload] if result.sent else [],
            "refused": self._refused(),
            "message": self.message,
        }

    def _refused(self) -> list[dict[str, Any]]:
        names = column_names(self.table) if self.table else []
        return [
            {
                "row": self._number(row),
                "phone_number": row.phone_number,
                "error_code": row.error_code,
                "error_message": row.error_message,
                "values": self._values(row, names),
            }
            for row in self.result.refused_rows
        ]

    def _number(self, row: RefusedRow) -> int | None:
        return None if self.table is None or row.row is None else self.table.row_number(row.row)

    def _values(self, row: RefusedRow, names: list[str]) -> dict[str, str]:
        if self.table is None or row.row is None:
            return {}
        return dict(zip(names, self.table.rows[row.row], strict=True))

    def lines(self, say: Speaker) -> Iterator[str]:
        """The counts and the refused rows, for a person; nothing where nothing was sent."""
        result = self.result
        if not result.sent:
            return
        yield say(
            texts.COUNTS,
            sent=result.sent,
            successful=result.successful,
            already_there=result.already_there,
            refused=result.refused,
            unknown=result.unknown,
        )
        advice: dict[str, str] = {}
        for row in result.refused_rows:
            code, words = row.error_code, row.error_message
            number = self._number(row)
            yield say(
                texts.REFUSED_ROW,
                row=say(result_texts.ROW_UNCERTAIN) if number is None else str(number),
                phone_number=row.phone_number,
                code=code,
                meaning=refusal_meaning(code, words, say),
            )
            advice.setdefault(code, refusal_advice(code, words, say))
        for code, words in advice.items():
            yield say(texts.ADVICE, code=code, advice=words)


def result_text(result: UploadResult, say: Speaker) -> str:
    """What went wrong with a job, what to do, and what Exotel's support asks for; empty if nothing did."""
    words = _what_went_wrong(result, say)
    details = list(_details(result, say)) if words else []
    return f"{words} {say(texts.DETAILS, details=' · '.join(details))}" if details else words


def _what_went_wrong(result: UploadResult, say: Speaker) -> str:
    if result.error is not None:
        return _text_of(result.error, say)
    if result.state is JobState.CANCELLED:
        if not result.sent:
            return say(texts.STOPPED_IN_TIME)
        return say(texts.STOPPED_WATCHING if result.unknown else texts.STOPPED_FETCHING)
    if result.balanced:
        return ""
    if _adds_up(result):
        return say(texts.REASONS_MISSING, result.refused, named=len(result.refused_rows))
    return say(texts.DOES_NOT_ADD_UP)


def _text_of(error: Exception, say: Speaker) -> str:
    if isinstance(error, ExotelError):
        return error_text(error, say)
    return say(texts.UNEXPECTED, what=type(error).__name__)


def _details(result: UploadResult, say: Speaker) -> Iterator[str]:
    if result.upload_id:
        yield say(result_texts.DETAIL_UPLOAD_ID, value=result.upload_id)
    if result.request_ids:
        yield say(result_texts.DETAIL_REQUEST_ID, value=", ".join(result.request_ids))
    if isinstance(result.error, ExotelError):
        if result.error.http_status is not None:
            yield say(result_texts.DETAIL_HTTP, value=str(result.error.http_status))
        if result.error.words:
            yield say(result_texts.DETAIL_SERVER, value=result.error.words)


def _adds_up(result: UploadResult) -> bool:
    """Whether it is known what became of each row, if not by name."""
    known = result.successful + result.already_there + result.refused
    return not result.unknown and known == result.sent
