"""What sends lists: the record of uploads, locks, the log, and an upload from end to end."""

from __future__ import annotations

import contextlib
import logging
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from exogui.messages import self_check as texts
from exogui.messages.catalogue import plain as say
from exogui.resources import resource_path
from exogui.self_check.list_parts import SAMPLE
from exogui.self_check.part import PartFailed

if TYPE_CHECKING:
    from exogui.contacts.table import ContactTable


def try_journal() -> str:
    """An upload that was written down is there when the record is opened anew, and the file is sound."""
    import sqlite3

    from exogui.exotel.accounts import Account
    from exogui.uploads.journal import FILE_NAME, open_journal
    from exogui.uploads.preparing import UploadOrder
    from exogui.uploads.upload_service import UploadService

    table = _sample()
    with tempfile.TemporaryDirectory(prefix="exogui-") as folder:
        with contextlib.closing(UploadService(Path(folder))) as service:
            prepared = service.prepare(
                table, table.sendable_rows(), UploadOrder(Account("Self-check", "sid"))
            )
            prepared.files.close()
            if service.fault is not None:
                raise PartFailed(say(texts.JOURNAL_FAULT, fault=service.fault.value))
        journal, _ = open_journal(Path(folder))
        with contextlib.closing(journal):
            if journal.job(prepared.job.id) != prepared.job:
                raise PartFailed(say(texts.JOURNAL_WRONG))
        with contextlib.closing(sqlite3.connect(Path(folder, FILE_NAME))) as connection:
            [verdict] = connection.execute("PRAGMA integrity_check").fetchone()
        if verdict != "ok":
            raise PartFailed(say(texts.JOURNAL_FAULT, fault=verdict))
    return say(texts.JOURNAL, version=sqlite3.sqlite_version, rows=prepared.job.counts.waiting)


def try_locks() -> str:
    """Of two that want one upload, one gets it; the other gets it afterwards."""
    from filelock import __version__

    from exogui.uploads.job_files import JobFiles

    with tempfile.TemporaryDirectory(prefix="exogui-") as name:
        folder = Path(name)
        first = JobFiles.claim(folder, "job")
        second = JobFiles.claim(folder, "job")
        if first is None or second is not None:
            raise PartFailed(say(texts.LOCK_HOLDS_NOBODY))
        first.close()
        third = JobFiles.claim(folder, "job")
        if third is None:
            raise PartFailed(say(texts.LOCK_STAYS))
        third.remove()
    return say(texts.LOCKS, version=__version__)


def try_log() -> str:
    """What is logged stands in the file, and no whole phone number does."""
    from exogui.log_file import keep_log

    with tempfile.TemporaryDirectory(prefix="exogui-") as folder:
        with keep_log(Path(folder)) as path:
            logging.getLogger("exogui.self_check").info("A line of the self-check, +919876543210")
        written = path.read_text(encoding="utf-8") if path.is_file() else ""
    if "A line of the self-check" not in written:
        raise PartFailed(say(texts.NO_LOG))
    if "9876543210" in written:
        raise PartFailed(say(texts.LOG_TELLS))
    return say(texts.LOG)


def try_practice_upload() -> str:
    """The sample contacts go to the practice account, and it is known of each what became of it."""
    from exogui.exotel.client import ContactsClient
    from exogui.practice_account import PracticeAccount
    from exogui.uploads.job import UploadJob
    from exogui.uploads.preparing import UploadOrder
    from exogui.uploads.result import JobState
    from exogui.uploads.upload_service import UploadService

    table = _sample()
    rows = table.sendable_rows()
    practice = PracticeAccount(processing_seconds=0)
    with tempfile.TemporaryDirectory(prefix="exogui-") as folder, contextlib.ExitStack() as ending:
        ending.callback(practice.stop)
        account, credentials = practice.sign_in()
        service = ending.enter_context(contextlib.closing(UploadService(Path(folder))))
        prepared = service.prepare(table, rows, UploadOrder(account))
        client = ContactsClient(account.account_sid, account.base_url, credentials)
        job = UploadJob(client, service.journal, prepared.files, prepared.job.id)
        result = service.run(job, prepared, lambda _event: None)
    counts = result.counts
    if result.state is not JobState.COMPLETED or not result.balanced or counts.sent != len(rows):
        raise PartFailed(say(texts.UPLOAD_WRONG, state=result.state.value, why=repr(result.error)))
    return say(
        texts.UPLOAD,
        sent=counts.sent,
        successful=counts.successful,
        already_there=counts.already_there,
        refused=counts.refused,
    )


def _sample() -> ContactTable:
    from exogui.contacts.reading.reader import read_contacts
    from exogui.contacts.table import ContactTable

    return ContactTable.judged(read_contacts(resource_path(SAMPLE)))
