"""``exogui history``: what was uploaded when, and what became of it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from exogui.cli.record import NoRecord, named_job, open_record
from exogui.cli.terminal import Terminal
from exogui.cli.upload_report import job_report, job_summary, result_lines, result_text, utc
from exogui.exotel.accounts import PRACTICE_ID
from exogui.messages import history_command as texts
from exogui.messages.catalogue import Speaker
from exogui.messages.report import part_state_name, report_text, sum_text, time_text
from exogui.messages.resume_command import shown_id
from exogui.messages.uploads import counts_text, state_name
from exogui.uploads.preparing import JobInUse
from exogui.uploads.records import JobRecord
from exogui.uploads.result import UploadResult, result_of
from exogui.uploads.upload_service import UploadService

EXIT_DONE, EXIT_NOT_DONE = 0, 2


@dataclass(frozen=True, slots=True)
class HistoryRequest:
    """The words of the command line. At most one of ``job``, ``forget`` and ``erase_contacts`` is given."""

    search: str = ""
    job: str | None = None
    report: bool = False
    forget: str | None = None
    erase_contacts: bool = False
    as_json: bool = False


def history(request: HistoryRequest, terminal: Terminal) -> int:
    """Print what was asked for; returns the exit status.

    With ``as_json`` one object says it. ``jobs`` are, newest first, what
    :func:`~exogui.cli.upload_report.job_summary` says of each and ``file``, ``account``, ``list_id``,
    ``duplicate_action``, ``attempts`` and ``begun_at``. With ``--job`` there is one, with what
    :func:`~exogui.cli.upload_report.job_report` says and ``steps``: what happened when, in UTC. ``message``
    says what was done, or why it could not be.
    """
    jobs: list[dict[str, Any]] = []
    message, status = "", EXIT_DONE
    try:
        with open_record(terminal) as service:
            if request.forget is not None:
                message = _forget(service, request.forget, terminal.say)
            elif request.erase_contacts:
                service.journal.erase_contacts(time.time())
                message = terminal.say(texts.CONTACTS_ERASED)
            elif request.job is not None:
                jobs = [_one(service, request, request.job, terminal)]
            else:
                jobs = _list(service, request, terminal)
    except NoRecord as why:
        message, status = str(why), EXIT_NOT_DONE
    if request.as_json:
        terminal.json({"jobs": jobs, "message": message})
    elif message and status == EXIT_DONE:
        terminal.result([message])
    elif message:
        terminal.note(message)
    return status


def _list(service: UploadService, request: HistoryRequest, terminal: Terminal) -> list[dict[str, Any]]:
    results = [result_of(job) for job in service.journal.jobs()]
    found = [result for result in results if _has(result, request.search, terminal.say)]
    if not request.as_json:
        if found:
            terminal.result(_line(result, terminal.say) for result in found)
        else:
            words = terminal.say(texts.NONE_FOUND, search=request.search) if results else None
            terminal.note(words or terminal.say(texts.EMPTY))
    return [{**job_summary(result), **_about(result)} for result in found]


def _one(service: UploadService, request: HistoryRequest, word: str, terminal: Terminal) -> dict[str, Any]:
    job = named_job(service.journal, word, terminal.say)
    result, steps = service.result(job.id), service.journal.steps(job.id)
    if request.report:
        terminal.result(report_text(result, steps, terminal.say).splitlines())
    elif not request.as_json:
        terminal.result(_full(job, result, terminal.say))
    told = [
        {"at": utc(at), "part": number, "state": state.value, "error_code": code or None}
        for at, number, state, code in steps
    ]
    return {**job_report(result), **_about(result), "steps": told}


def _forget(service: UploadService, word: str, say: Speaker) -> str:
    job = named_job(service.journal, word, say)
    try:
        service.forget(job.id)
    except JobInUse as error:
        raise NoRecord(say(texts.IN_USE)) from error
    return say(texts.FORGOTTEN, file=job.file_name, job=shown_id(job))


def _has(result: UploadResult, search: str, say: Speaker) -> bool:
    job = result.job
    if job is None:
        return False
    words = (
        job.file_name,
        job.account.name,
        job.account.account_sid,
        job.list_id,
        job.id,
        state_name(result.state, say),
        *result.upload_ids,
    )
    return search.casefold() in "\n".join(words).casefold()


def _about(result: UploadResult) -> dict[str, Any]:
    job = result.job
    if job is None:
        return {}
    return {
        "file": str(job.source.path),
        "account": {"name": job.account.name, "account_sid": job.account.account_sid},
        "list_id": job.list_id,
        "duplicate_action": job.duplicate_action.value,
        "attempts": job.attempts,
        "begun_at": utc(job.created_at),
    }


def _line(result: UploadResult, say: Speaker) -> str:
    job = result.job
    if job is None:
        return ""
    return say(
        texts.LINE_WITH_LIST if job.list_id else texts.LINE,
        when=time_text(job.created_at),
        job=shown_id(job),
        file=job.file_name,
        account=job.account.name,
        list_id=job.list_id,
        state=state_name(result.state, say),
        counts=counts_text(result.counts, say),
    )


def _full(job: JobRecord, result: UploadResult, say: Speaker) -> Iterator[str]:
    yield _line(result, say)
    yield sum_text(result.counts, say)
    for part in job.parts:
        upload = f"  {part.upload_id}" if part.upload_id else ""
        when = time_text(part.changed_at) if part.changed_at else time_text(job.created_at)
        yield f"  {part.number}  {when}  {part_state_name(part.state, say)}{upload}"
    yield from result_lines(result, say)
    words = result_text(result, say, can_go_on=job.account.id != PRACTICE_ID)
    if words:
        yield words
