"""``exogui upload``: the main job without a window."""

from __future__ import annotations

import contextlib
import signal
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from exogui.cli.check import column_names, unusable
from exogui.cli.sign_in import NoAccount, sign_in
from exogui.cli.terminal import Terminal
from exogui.contacts.errors import ReadError
from exogui.contacts.reader import read_contacts
from exogui.contacts.table import ContactTable
from exogui.contacts.writer import PartTooLarge, write_part
from exogui.exotel.accounts import Account, Credentials
from exogui.exotel.client import ContactsClient, DuplicateAction
from exogui.messages import command_line as texts
from exogui.messages.errors import error_text
from exogui.messages.preparing import preparing_text
from exogui.messages.reading import read_error_text
from exogui.messages.uploads import refusal_meaning
from exogui.uploads import events
from exogui.uploads.job import UploadJob, UploadOptions
from exogui.uploads.result import JobState, RefusedRow, UploadResult

EXIT_ALL_THERE, EXIT_REFUSED, EXIT_NOTHING_SENT, EXIT_UNKNOWN = 0, 1, 2, 3

_WAITING = {
    events.WaitReason.RATE_LIMIT: texts.WAITING_RATE,
    events.WaitReason.SERVER_TROUBLE: texts.WAITING_TROUBLE,
    events.WaitReason.NO_CONNECTION: texts.WAITING_CONNECTION,
}


@dataclass(frozen=True, slots=True)
class UploadRequest:
    """What the command line asked for."""

    file: Path
    practice: bool = False
    account: str | None = None
    base_url: str | None = None
    list_id: str = ""
    duplicate_action: str = "skip"
    only_ready: bool = False
    as_json: bool = False


class NothingSent(Exception):  # noqa: N818 - it names the outcome
    """Why nothing went out, in texts."""


def upload(request: UploadRequest, terminal: Terminal) -> int:
    """Send the file's contacts, print what became of them, and return the exit status."""
    try:
        table, rows = _rows_to_send(request, terminal)
        with sign_in(request, terminal) as pair:
            result = _send(request, table, rows, pair, terminal)
    except (NothingSent, NoAccount) as why:
        if request.as_json:
            terminal.json(_report(UploadResult(JobState.FAILED, sent=0), None, [], str(why)))
        else:
            terminal.note_words(str(why))
        return EXIT_NOTHING_SENT
    message = _message(result, terminal)
    if request.as_json:
        terminal.json(_report(result, table, rows, message))
    else:
        _print(result, table, message, terminal)
    if len(rows) < table.row_count:
        terminal.note(texts.STAYED_HERE, table.row_count - len(rows))
    return exit_status(result)


def exit_status(result: UploadResult) -> int:
    """What the shell is told."""
    if not result.sent:
        return EXIT_NOTHING_SENT
    accounted = result.successful + result.already_there + result.refused
    if result.unknown or accounted != result.sent:
        return EXIT_UNKNOWN
    return EXIT_REFUSED if result.refused else EXIT_ALL_THERE


def _rows_to_send(request: UploadRequest, terminal: Terminal) -> tuple[ContactTable, list[int]]:
    """The judged table and the rows that are to go. Raises NothingSent."""
    try:
        table = ContactTable.judged(read_contacts(request.file))
    except ReadError as error:
        raise NothingSent(read_error_text(error, request.file.name, terminal.say)) from error
    refusal = unusable(table, terminal)
    if refusal:
        raise NothingSent(refusal)
    if table.counts.errors and not request.only_ready:
        raise NothingSent(terminal.say(texts.HAS_ERRORS, table.counts.errors))
    rows = table.sendable_rows()
    if not rows:
        raise NothingSent(terminal.say(texts.NOTHING_READY))
    return table, rows


def _send(
    request: UploadRequest,
    table: ContactTable,
    rows: list[int],
    pair: tuple[Account, Credentials],
    terminal: Terminal,
) -> UploadResult:
    account, credentials = pair
    with tempfile.TemporaryDirectory(prefix="exogui-") as folder:
        try:
            part = write_part(table, rows, Path(folder))
        except (PartTooLarge, OSError) as error:
            raise NothingSent(preparing_text(error, len(rows), terminal.say)) from error
        client = ContactsClient(account.account_sid, account.base_url, credentials)
        options = UploadOptions(
            duplicate_action=DuplicateAction(request.duplicate_action),
            list_id=request.list_id,
            file_name=f"{request.file.stem}.csv",
        )
        job = UploadJob(client, part, options)
        with _cancelled_by_signals(job):
            return job.run(lambda event: terminal.progress(_progress(event, terminal)))


@contextlib.contextmanager
def _cancelled_by_signals(job: UploadJob) -> Iterator[None]:
    """Ctrl+C and a polite kill stop the job and still report what became of it."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        job.cancel()

    numbers = [signal.SIGINT, signal.SIGTERM]
    before = [signal.signal(number, stop) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def _progress(event: events.UploadEvent, terminal: Terminal) -> str:
    """Where the upload is. Figures run on a terminal only: a log gets a line for each stage."""
    say, live = terminal.say, terminal.live
    match event:
        case events.Sending(sent, total):
            sizes = {"sent": _size(sent), "total": _size(total)}
            words = say(texts.SENDING, **sizes) if live else say(texts.SENDING_ALL, total=sizes["total"])
        case events.AwaitingAnswer():
            words = say(texts.AWAITING_ANSWER)
        case events.Accepted(upload_id):
            words = say(texts.ACCEPTED, upload_id=upload_id)
        case events.Processing(_, elapsed):
            words = say(texts.PROCESSING_FOR, seconds=round(elapsed)) if live else say(texts.PROCESSING)
        case events.Waiting(seconds, reason):
            words = say(_WAITING[reason], seconds=round(seconds))
        case events.FetchingRefusedRows():
            words = say(texts.FETCHING)
    return words


def _size(number: int) -> str:
    return f"{number / 1e6:.1f} MB" if number >= 100_000 else f"{number / 1e3:.1f} kB"


def _message(result: UploadResult, terminal: Terminal) -> str:
    """What went wrong, in words; empty where nothing did."""
    if result.error is not None:
        return error_text(result.error, terminal.say)
    if result.sent and not result.balanced:
        return terminal.say(texts.DOES_NOT_ADD_UP)
    return ""


def _print(result: UploadResult, table: ContactTable, message: str, terminal: Terminal) -> None:
    say = terminal.say
    if result.sent:
        terminal.result(
            say(
                texts.COUNTS,
                sent=result.sent,
                successful=result.successful,
                already_there=result.already_there,
                refused=result.refused,
                unknown=result.unknown,
            )
        )
    for row in result.refused_rows:
        number = say(texts.ROW_UNKNOWN) if row.row is None else str(table.row_number(row.row))
        terminal.result(
            say(
                texts.REFUSED_ROW,
                row=number,
                phone_number=row.phone_number,
                code=row.error_code,
                meaning=refusal_meaning(row.error_code, row.error_message, say),
            )
        )
    if message:
        terminal.note_words(message)


def _report(
    result: UploadResult, table: ContactTable | None, rows: list[int], message: str
) -> dict[str, Any]:
    """The object of ``exogui upload --json``. Rows count data rows of the person's file from 1."""
    uploads: list[dict[str, Any]] = []
    if result.sent:
        uploads.append(
            {
                "upload_id": result.upload_id,
                "rows": result.sent,
                "successful": result.successful,
                "failed": result.refused,
                "duplicates_skipped": result.already_there,
                "request_ids": list(result.request_ids),
            }
        )
    return {
        "state": result.state.value,
        "sent": result.sent,
        "successful": result.successful,
        "failed": result.refused,
        "duplicates_skipped": result.already_there,
        "unknown": result.unknown,
        "balanced": result.balanced,
        "not_sent": table.row_count - len(rows) if table else 0,
        "uploads": uploads,
        "refused": [_refused(row, table) for row in result.refused_rows],
        "message": message,
    }


def _refused(row: RefusedRow, table: ContactTable | None) -> dict[str, Any]:
    values: dict[str, str] = {}
    number = None
    if table is not None and row.row is not None:
        number = table.row_number(row.row)
        values = dict(zip(column_names(table), table.rows[row.row], strict=True))
    return {
        "row": number,
        "phone_number": row.phone_number,
        "error_code": row.error_code,
        "error_message": row.error_message,
        "values": values,
    }
