"""``exogui upload``: the main job without a window."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Sequence
from pathlib import Path

from exogui.cli.check import read_and_judge, unusable, unusable_text
from exogui.cli.interruption import Interruption
from exogui.cli.record import note_fault, note_set_aside, tidy
from exogui.cli.sign_in import NoAccount, sign_in
from exogui.cli.terminal import Terminal
from exogui.cli.upload_report import UploadReport, result_text
from exogui.cli.upload_request import UploadRequest
from exogui.cli.watching import watch
from exogui.contacts.parts import RowTooLarge
from exogui.contacts.progress import Cancelled
from exogui.contacts.reading.errors import ReadError
from exogui.contacts.table import ContactTable
from exogui.exotel.accounts import PRACTICE_ID, Account
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.client import ContactsClient
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.messages import command_line as texts
from exogui.messages.catalogue import Speaker
from exogui.messages.preparing import preparing_text
from exogui.messages.reading import read_error_text
from exogui.messages.sent_before import sent_before_text
from exogui.policy.policy import NO_POLICY, Policy, SwitchedOff
from exogui.uploads.journal_database import JournalError, JournalFault
from exogui.uploads.preparing import PreparedJob, UploadOrder
from exogui.uploads.result import JobState, UploadResult
from exogui.uploads.sent_before import SentBefore
from exogui.uploads.upload_service import UploadService

_DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class NothingSent(Exception):  # noqa: N818 - it names the outcome
    """Why nothing went out, in words."""

    def __init__(self, words: str, sent_before: SentBefore | None = None) -> None:
        super().__init__(words)
        self.sent_before = sent_before or SentBefore()


def upload(request: UploadRequest, terminal: Terminal, policy: Policy = NO_POLICY) -> int:
    """Send the file's contacts, print what became of them, and return the exit status."""
    with Interruption() as interruption:
        report = _run(request, terminal, interruption, policy)
        interruption.calls(lambda: None)  # what became of the rows is told in any case
        if request.as_json:
            terminal.json(report.as_json())
        else:
            if report.result.sent:
                terminal.result(report.lines(terminal.say))
            if report.message:
                terminal.note(report.message)
        if report.result.sent and report.left_behind:
            terminal.note(terminal.say(texts.STAYED_HERE, report.left_behind))
        return report.exit_status


def _run(
    request: UploadRequest, terminal: Terminal, interruption: Interruption, policy: Policy
) -> UploadReport:
    say = terminal.say
    rows_in_file = 0
    try:
        table = _read(request.file, say)
        rows_in_file = table.row_count
        rows = _rows_to_send(table, only_ready=request.only_ready, say=say)
        with sign_in(request.account, say) as (account, credentials):
            client = ContactsClient(account.account_sid, account.base_url, credentials)
            interruption.calls(client.cancel.cancel)  # an interrupt could leave a job that nobody knows of
            sending = _Sending(request, table, rows, terminal, interruption, policy=policy)
            return sending.run(account, client)
    except NothingSent as why:
        return UploadReport(UploadResult(JobState.FAILED), str(why), rows_in_file, why.sent_before)
    except NoAccount as why:
        if not interruption.happened:
            return UploadReport(UploadResult(JobState.FAILED), str(why), rows_in_file)
    except KeyboardInterrupt:  # before the job began; from then on a signal cancels the job
        pass
    return UploadReport(UploadResult(JobState.CANCELLED), say(texts.STOPPED_IN_TIME), rows_in_file)


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


class _Sending:
    """One file on its way, from the rows to the report."""

    def __init__(
        self,
        request: UploadRequest,
        table: ContactTable,
        rows: Sequence[int],
        terminal: Terminal,
        interruption: Interruption,
        *,
        policy: Policy,
    ) -> None:
        self._request = request
        self._table = table
        self._rows = rows
        self._terminal = terminal
        self._say = terminal.say
        self._interruption = interruption
        self._policy = policy

    def run(self, account: Account, client: ContactsClient) -> UploadReport:
        """Send the rows and see what becomes of them. Raises NothingSent, and KeyboardInterrupt in time."""
        say, request = self._say, self._request
        action = DuplicateAction(request.duplicate_action)
        order = UploadOrder(account, action, request.list_id, try_first=request.try_first)
        service, prepared = self._prepared(order, client.cancel)
        with contextlib.closing(service):
            before = prepared.sent_before
            words = sent_before_text(before, len(self._rows), action, say)
            if before.same_files and action is DuplicateAction.CREATE_NEW and not request.again:
                service.discard(prepared)
                raise NothingSent(f"{words} {say(texts.NOT_SENT_AGAIN)}", before)
            if words:
                self._terminal.note(words)
            try:
                result = watch(service, prepared, client, self._terminal, self._interruption)
            except JournalError as error:  # and nothing was done
                raise NothingSent(preparing_text(error, self._table, say), before) from error
            self._interruption.calls(lambda: None)
            can_go_on = service.journal.lasting and account.id != PRACTICE_ID
            message = result_text(result, say, can_go_on=can_go_on)
            if account.id == PRACTICE_ID and result.job is not None and result.job.unfinished:
                _forget(service, result.job.id)
            tidy(service)
            return UploadReport(result, message, self._table.row_count, before)

    def _prepared(self, order: UploadOrder, cancel: CancelToken) -> tuple[UploadService, PreparedJob]:
        """A job that is ready to run; where the record cannot be written, one that is kept in memory."""
        service = UploadService(policy=self._policy)
        try:
            try:
                prepared = self._prepare(service, order, cancel)
            except (JournalError, OSError) as error:
                service.close()
                service = UploadService.in_memory(_fault(error), self._policy)
                prepared = self._prepare(service, order, cancel)
        except (RowTooLarge, OSError, SwitchedOff) as error:
            service.close()
            raise NothingSent(preparing_text(error, self._table, self._say)) from error
        except BaseException:
            service.close()
            raise
        note_set_aside(service, self._terminal)
        note_fault(service, self._terminal)
        return service, prepared

    def _prepare(self, service: UploadService, order: UploadOrder, cancel: CancelToken) -> PreparedJob:
        def stop(_done: int, _total: int) -> None:
            if cancel.cancelled:
                raise Cancelled

        try:
            return service.prepare(self._table, self._rows, order, stop)
        except Cancelled:
            raise KeyboardInterrupt from None


def _forget(service: UploadService, job_id: str) -> None:
    """Leave nothing to go on with where nobody could ever be asked: the practice account ends here."""
    with contextlib.suppress(JournalError, KeyError, OSError):
        service.forget(job_id)


def _fault(error: JournalError | OSError) -> JournalFault:
    if isinstance(error, JournalError):
        return error.fault
    return JournalFault.FULL if error.errno in _DISK_FULL else JournalFault.READ_ONLY
