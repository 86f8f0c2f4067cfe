"""``exogui upload``: the main job without a window."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

from exogui.cli.check import read_and_judge, unusable, unusable_text
from exogui.cli.interruption import Interruption
from exogui.cli.sign_in import NoAccount, sign_in
from exogui.cli.terminal import Terminal
from exogui.cli.upload_progress import progress_text
from exogui.cli.upload_report import UploadReport, result_text
from exogui.cli.upload_request import UploadRequest
from exogui.contacts.reading.errors import ReadError
from exogui.contacts.table import ContactTable
from exogui.contacts.writer import Part, PartTooLarge, write_part
from exogui.exotel.client import ContactsClient
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.messages import command_line as texts
from exogui.messages.catalogue import Speaker
from exogui.messages.preparing import preparing_text
from exogui.messages.reading import read_error_text
from exogui.uploads.job import UploadJob
from exogui.uploads.options import UploadOptions
from exogui.uploads.result import JobState, UploadResult

_SECONDS_BETWEEN_SIGNALS = 0.1


class NothingSent(Exception):  # noqa: N818 - it names the outcome
    """Why nothing went out, in words."""


def upload(request: UploadRequest, terminal: Terminal) -> int:
    """Send the file's contacts, print what became of them, and return the exit status."""
    with Interruption() as interruption:
        report = _run(request, terminal, interruption)
        interruption.calls(lambda: None)  # what became of the rows is told in any case
        if request.as_json:
            terminal.json(report.as_json())
        else:
            if report.result.sent:
                terminal.result(report.lines(terminal.say))
            if report.message:
                terminal.note(report.message)
        if report.result.sent and report.not_sent:
            terminal.note(terminal.say(texts.STAYED_HERE, report.not_sent))
        return report.exit_status


def _run(request: UploadRequest, terminal: Terminal, interruption: Interruption) -> UploadReport:
    say = terminal.say
    table: ContactTable | None = None
    try:
        table = _read(request.file, say)
        rows = _rows_to_send(table, only_ready=request.only_ready, say=say)
        with sign_in(request, say) as (account, credentials), _written(table, rows, say) as part:
            client = ContactsClient(account.account_sid, account.base_url, credentials)
            options = UploadOptions(
                duplicate_action=DuplicateAction(request.duplicate_action),
                list_id=request.list_id,
                file_name=f"{request.file.stem}.csv",
            )
            result = _watch(UploadJob(client, part, options), terminal, interruption)
    except (NothingSent, NoAccount) as why:
        return UploadReport(UploadResult(JobState.FAILED, sent=0), table, str(why))
    except KeyboardInterrupt:  # before the job began; from then on a signal cancels the job
        return UploadReport(UploadResult(JobState.CANCELLED, sent=0), table, say(texts.STOPPED_IN_TIME))
    return UploadReport(result, table, result_text(result, say))


def _read(file: Path, say: Speaker) -> ContactTable:
    try:
        return read_and_judge(file)
    except ReadError as error:
        raise NothingSent(read_error_text(error, file.name, say)) from error


def _rows_to_send(table: ContactTable, *, only_ready: bool, say: Speaker) -> list[int]:
    fault = unusable(table)
    if fault is not None:
        raise NothingSent(unusable_text(fault, table.source.path, say))
    if table.counts.errors and not only_ready:
        raise NothingSent(say(texts.HAS_ERRORS, table.counts.errors))
    rows = table.sendable_rows()
    if not rows:
        raise NothingSent(say(texts.NOTHING_READY))
    return rows


@contextlib.contextmanager
def _written(table: ContactTable, rows: list[int], say: Speaker) -> Iterator[Part]:
    """The file to send, while the context is open. Raises NothingSent."""
    try:
        # Once Exotel has the file, a folder that cannot be removed must not hide what became of it.
        folder = tempfile.TemporaryDirectory(prefix="exogui-", ignore_cleanup_errors=True)
    except OSError as error:
        raise NothingSent(preparing_text(error, len(rows), say)) from error
    with folder as place:
        try:
            part = write_part(table, rows, Path(place))
        except (PartTooLarge, OSError) as error:
            raise NothingSent(preparing_text(error, len(rows), say)) from error
        yield part


def _watch(job: UploadJob, terminal: Terminal, interruption: Interruption) -> UploadResult:
    """Run the job in a thread of its own and say how far it is.

    Signals interrupt the main thread wherever it is: there, cancelling could wait for a lock that the
    interrupted job itself holds. And on Windows no signal interrupts a wait, hence the short ones.
    """
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="upload") as worker:
        interruption.calls(job.cancel)
        ending = worker.submit(
            job.run,
            lambda event: terminal.progress(progress_text(event, terminal.say, live=terminal.live)),
        )
        while not ending.done():
            wait([ending], timeout=_SECONDS_BETWEEN_SIGNALS)
        return ending.result()
