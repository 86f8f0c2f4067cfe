"""``exogui resume``: goes on with what earlier uploads left, and decides nothing by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from exogui.cli.interruption import Interruption
from exogui.cli.record import NoRecord, named_job, open_record, tidy
from exogui.cli.sign_in import NoAccount, saved_account_sid, sign_in_again
from exogui.cli.terminal import Terminal
from exogui.cli.upload_report import (
    EXIT_ALL_THERE,
    EXIT_NOTHING_SENT,
    exit_status,
    job_report,
    result_lines,
    result_text,
    utc,
)
from exogui.cli.upload_request import AccountChoice
from exogui.cli.watching import watch
from exogui.exotel.accounts import PRACTICE_ID
from exogui.exotel.client import ContactsClient
from exogui.messages import resume_command as texts
from exogui.messages.catalogue import Speaker
from exogui.messages.policy import switched_off_text
from exogui.policy.policy import NO_POLICY, Policy, SwitchedOff
from exogui.uploads.choices import LostAnswerChoice
from exogui.uploads.preparing import JobInUse, PreparedJob
from exogui.uploads.records import AT_EXOTEL, JobRecord
from exogui.uploads.result import JobState, UploadResult
from exogui.uploads.row_counts import RowCounts
from exogui.uploads.upload_service import UploadService


@dataclass(frozen=True, slots=True)
class ResumeRequest:
    """The words of the command line."""

    job: str | None = None
    """The only one that is meant, by its id or how that begins."""
    account: AccountChoice = field(default_factory=AccountChoice)
    send: bool = False
    choice: LostAnswerChoice | None = None
    as_json: bool = False


class Skipped(StrEnum):
    """Why an upload was left alone; ``skipped`` in JSON."""

    IN_USE = "in_use"
    NO_ACCOUNT = "no_account"
    NO_FILES = "no_files"
    PRACTICE = "practice"
    GONE = "gone"
    SWITCHED_OFF = "switched_off"
    """The organisation's policy does not allow it any more."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """What came of one job."""

    result: UploadResult
    message: str
    skipped: Skipped | None = None

    @property
    def counts(self) -> RowCounts:
        """The rows that bear on the exit status: others work on those in use, and practice is not real."""
        ours = self.skipped not in {Skipped.IN_USE, Skipped.PRACTICE, Skipped.GONE}
        return self.result.counts if ours else RowCounts()


def resume(request: ResumeRequest, terminal: Terminal, policy: Policy = NO_POLICY) -> int:
    """Go on with what is left, print what became of it, and return the exit status.

    With ``as_json`` one object says it: ``jobs``, each with what
    :func:`~exogui.cli.upload_report.job_report` says, and

    ``file``     the person's file
    ``account``  ``name`` and ``account_sid``
    ``begun_at`` when, in UTC
    ``skipped``  null, or why it was left alone: a :class:`Skipped`
    ``message``  what went wrong or is left, and what to do

    Beside them stands ``message``: why nothing could be done at all.
    """
    resumed: list[Resumed] = []
    message = ""
    with Interruption() as interruption:
        try:
            with open_record(terminal, policy) as service:
                for job in _wanted(service, request, terminal.say):
                    one = _Resumption(service, request, terminal, interruption).go_on(job)
                    resumed.append(one)
                    if not request.as_json:
                        _tell(one, terminal)
                    if one.result.state is JobState.CANCELLED:
                        terminal.note(terminal.say(texts.STOPPED))
                        break
                tidy(service)
        except (NoRecord, NoAccount) as why:
            message = str(why)
        interruption.calls(lambda: None)  # what became of the rows is told in any case
        if request.as_json:
            terminal.json({"jobs": [_report(one) for one in resumed], "message": message})
        elif message:
            terminal.note(message)
        elif not resumed:
            terminal.result([terminal.say(texts.NOTHING_LEFT)])
        return EXIT_NOTHING_SENT if message else _status(resumed)


def _wanted(service: UploadService, request: ResumeRequest, say: Speaker) -> Iterator[JobRecord]:
    """The jobs that are meant and about which something is left to do, oldest first."""
    jobs = service.journal.unfinished()
    if request.job is not None:
        named = named_job(service.journal, request.job, say)
        jobs = [job for job in jobs if job.id == named.id]
    if request.account.name is not None:
        account_sid = saved_account_sid(request.account.name, say)
        jobs = [job for job in jobs if job.account.account_sid == account_sid]
    yield from jobs


class _Resumption:
    """Goes on with one job."""

    def __init__(
        self,
        service: UploadService,
        request: ResumeRequest,
        terminal: Terminal,
        interruption: Interruption,
    ) -> None:
        self._service = service
        self._request = request
        self._terminal = terminal
        self._say = terminal.say
        self._interruption = interruption

    def go_on(self, job: JobRecord) -> Resumed:
        """Ask about what Exotel has of it and, where that was asked for, send what waits.

        Raises JournalError.
        """
        say, request = self._say, self._request
        if job.account.id == PRACTICE_ID:
            return self._left(job, Skipped.PRACTICE, say(texts.PRACTICE, job=texts.shown_id(job)))
        try:
            prepared = self._service.pick_up(job.id, send=request.send, choice=request.choice)
        except SwitchedOff as error:
            return self._left(job, Skipped.SWITCHED_OFF, switched_off_text(error, say))
        except JobInUse:
            return self._left(job, Skipped.IN_USE, say(texts.IN_USE))
        except KeyError:
            return Resumed(UploadResult(JobState.FAILED, job), say(texts.GONE), Skipped.GONE)
        except OSError as error:
            reason = error.strerror or str(error)
            return self._left(job, Skipped.NO_FILES, say(texts.FILES_GONE, reason=reason))
        return self._run(prepared)

    def _run(self, prepared: PreparedJob) -> Resumed:
        job = prepared.job
        if not prepared.to_send and not any(part.state in AT_EXOTEL for part in job.parts):
            if job.unfinished:
                prepared.files.close()
            else:
                prepared.files.remove()
            return self._told(self._service.result(job.id))
        try:
            account, credentials = sign_in_again(job.account, self._request.account, self._say)
        except NoAccount as why:
            prepared.files.close()
            return self._left(job, Skipped.NO_ACCOUNT, str(why))
        except BaseException:
            prepared.files.close()
            raise
        self._terminal.progress(_heading(job, self._say))
        client = ContactsClient(account.account_sid, account.base_url, credentials)
        return self._told(watch(self._service, prepared, client, self._terminal, self._interruption))

    def _left(self, job: JobRecord, why: Skipped, message: str) -> Resumed:
        return Resumed(self._service.result(job.id), message, why)

    def _told(self, result: UploadResult) -> Resumed:
        words = result_text(result, self._say, can_go_on=True)
        return Resumed(result, words)


def _heading(job: JobRecord, say: Speaker) -> str:
    return say(texts.HEADING, file=job.file_name, account=job.account.name, job=texts.shown_id(job))


def _tell(one: Resumed, terminal: Terminal) -> None:
    job = one.result.job
    if job is None:
        return
    terminal.result([_heading(job, terminal.say), *result_lines(one.result, terminal.say)])
    if one.message:
        terminal.note(one.message)


def _report(one: Resumed) -> dict[str, Any]:
    job = one.result.job
    about = (
        {}
        if job is None
        else {
            "file": str(job.source.path),
            "account": {"name": job.account.name, "account_sid": job.account.account_sid},
            "begun_at": utc(job.created_at),
        }
    )
    return {**job_report(one.result), **about, "skipped": one.skipped, "message": one.message}


def _status(resumed: list[Resumed]) -> int:
    """Over all jobs, as for one upload whose rows they are; what is left where nothing is."""
    counts, surplus = RowCounts(), 0
    for one in resumed:
        counts += one.counts
        surplus += one.result.surplus if one.counts.total else 0
    return exit_status(counts, surplus) if counts.total else EXIT_ALL_THERE
