"""The record of uploads as the command line uses it: opened, closed, its troubles said."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator

from exogui.cli.terminal import Terminal
from exogui.messages import command_line as texts
from exogui.messages import history_command as history_texts
from exogui.messages.catalogue import Speaker
from exogui.messages.journal import journal_fault_text, set_aside_text
from exogui.policy.policy import NO_POLICY, Policy
from exogui.uploads.journal import Journal
from exogui.uploads.journal_database import JournalError
from exogui.uploads.records import JobRecord
from exogui.uploads.upload_service import UploadService

_log = logging.getLogger(__name__)


class NoRecord(Exception):  # noqa: N818 - it names what is missing
    """Why the record, or the upload that was named, cannot be had; in words."""


@contextlib.contextmanager
def open_record(terminal: Terminal, policy: Policy = NO_POLICY) -> Iterator[UploadService]:
    """The record, for commands that can do nothing without.

    Raises:
        NoRecord: it cannot be used.
    """
    service = UploadService(policy=policy)
    try:
        lasting = service.journal.lasting
        if service.fault is not None:
            raise NoRecord(journal_fault_text(service.fault, terminal.say))
        assert lasting  # noqa: S101 - only a fault makes one that is not
        note_set_aside(service, terminal)
        yield service
    except JournalError as error:
        raise NoRecord(journal_fault_text(error.fault, terminal.say)) from error
    finally:
        service.close()


def note_set_aside(service: UploadService, terminal: Terminal) -> None:
    """Say where a damaged record went."""
    if service.set_aside is not None:
        terminal.note(set_aside_text(service.set_aside, terminal.say))


def note_fault(service: UploadService, terminal: Terminal) -> None:
    """Say that an upload goes on without a record, and why."""
    if service.fault is not None:
        why = journal_fault_text(service.fault, terminal.say)
        terminal.note(f"{why} {terminal.say(texts.WITHOUT_RECORD)}")


def tidy(service: UploadService) -> None:
    """Remove what is older than it is to be kept; not worth a word where that fails."""
    try:
        service.tidy()
    except JournalError as error:
        _log.info("The record of uploads was not tidied: %s", error.fault)


def named_job(journal: Journal, word: str, say: Speaker) -> JobRecord:
    """The job whose id is, or begins with, a word. Raises NoRecord and JournalError."""
    wanted = word.strip().lower()
    found = [job for job in journal.jobs() if wanted and job.id.startswith(wanted)]
    if not found:
        raise NoRecord(say(history_texts.UNKNOWN_JOB, job=word))
    if len(found) > 1:
        raise NoRecord(say(history_texts.AMBIGUOUS_JOB, len(found), job=word))
    return found[0]
