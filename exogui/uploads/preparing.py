"""From rows of a table to a job in the journal, with everything on the disk that sending it needs."""

from __future__ import annotations

import time
import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from exogui.contacts.parts import Part, write_parts
from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.schema import MAX_UPLOAD_BYTES, MAX_UPLOAD_ROWS
from exogui.contacts.sheet import Source
from exogui.contacts.table import ContactTable
from exogui.exotel.accounts import Account
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.uploads.job_files import JobFiles
from exogui.uploads.journal import Journal
from exogui.uploads.records import JobAccount, JobRecord, PartRecord
from exogui.uploads.sent_before import SentBefore

FIRST_ROWS = 10
"""Rows that are sent first where a person wants to try a list."""


@dataclass(frozen=True, slots=True)
class PartLimits:
    """What one file may come to; by default what Exotel takes."""

    rows: int = MAX_UPLOAD_ROWS
    size_bytes: int = MAX_UPLOAD_BYTES


EXOTELS_LIMITS = PartLimits()


class JobInUse(Exception):  # noqa: N818 - says what it is
    """Another window or a scheduled run works on the job."""


@dataclass(frozen=True, slots=True)
class UploadOrder:
    """What the person chose for an upload."""

    account: Account
    duplicate_action: DuplicateAction = DuplicateAction.SKIP
    list_id: str = ""
    try_first: bool = False
    """Whether the first :data:`FIRST_ROWS` rows are a part of their own, to be looked at before the rest."""


@dataclass(frozen=True, slots=True)
class PreparedJob:
    """A job that is ready to run. Whoever has it closes its files, or removes them with the job."""

    job: JobRecord
    files: JobFiles
    sent_before: SentBefore
    """What a person may want to know before anything goes out."""
    to_send: tuple[int, ...]
    """Numbers of the parts that go out now."""
    list_is_open: bool = True
    """Whether its rows are still where they were taken from, to be sent anew where nothing of them leaves."""


def prepare_job(
    table: ContactTable,
    rows: Sequence[int],
    order: UploadOrder,
    *,
    journal: Journal,
    folder: Path,
    checkpoint: Checkpoint = no_checkpoint,
    limits: PartLimits = EXOTELS_LIMITS,
) -> PreparedJob:
    """Write the files of a new job into a folder of its own in ``folder``, and the job into the journal.

    Raises what :func:`~exogui.contacts.parts.write_parts` raises, and JournalError; nothing is left then.
    """
    job_id = uuid.uuid4().hex
    files = _claimed(folder, job_id)
    try:
        first_rows = FIRST_ROWS if order.try_first else None
        parts = write_parts(
            table,
            rows,
            files.folder,
            checkpoint,
            first_rows=first_rows,
            most_rows=limits.rows,
            most_bytes=limits.size_bytes,
        )
        records = _keep(files, parts, table, first_number=1, attempt=1)
        account = order.account
        job = JobRecord(
            job_id,
            time.time(),
            _kept(table.source),
            JobAccount(account.id, account.name, account.account_sid, account.base_url),
            order.duplicate_action,
            order.list_id,
            table.header,
            table.mapping,
            table.added_columns,
            records,
        )
        before = journal.add_job(job, [part.phone_numbers for part in parts])
    except BaseException:
        files.remove()
        raise
    numbers = [part.number for part in records]
    return PreparedJob(job, files, before, tuple(numbers[:1] if order.try_first else numbers))


def prepare_attempt(
    table: ContactTable,
    rows: Sequence[int],
    job: JobRecord,
    *,
    journal: Journal,
    folder: Path,
    checkpoint: Checkpoint = no_checkpoint,
    limits: PartLimits = EXOTELS_LIMITS,
) -> PreparedJob:
    """The same for rows that were refused and are sent again, mended, as the next attempt of their job.

    Raises JobInUse besides, and KeyError where the job is not known any more.
    """
    files = _claimed(folder, job.id)
    try:
        job = journal.job(job.id)  # another window may have begun an attempt since
        first_number = len(job.parts) + 1
        files.remove_parts_from(first_number)  # left by a program that died while it wrote them
    except BaseException:
        files.close()
        raise
    try:
        refused = Counter(
            row.row_number
            for row in journal.listed_rows(job.id)
            if row.row_number is not None and not row.already_there
        )
        parts = write_parts(
            table, rows, files.folder, checkpoint, most_rows=limits.rows, most_bytes=limits.size_bytes
        )
        retried, beyond = _retried(table, parts, refused, most=job.counts.refused)
        records = _keep(
            files, parts, table, first_number=first_number, attempt=job.attempts + 1, retried=retried
        )
        numbers = [part.phone_numbers for part in parts]
        job, before = journal.add_attempt(job.id, records, numbers, retried, beyond)
    except BaseException:
        files.remove_parts_from(first_number)
        files.close()
        raise
    return PreparedJob(job, files, before, tuple(part.number for part in records))


def _kept(source: Source) -> Source:
    """What of it is worth keeping: the file, and how it was read."""
    return Source(
        source.path.absolute(),
        source.format,
        source.size_bytes,
        source.encoding,
        source.delimiter,
        source.header_line,
        source.sheet,
    )


def _claimed(folder: Path, job_id: str) -> JobFiles:
    files = JobFiles.claim(folder, job_id, patient=True)
    if files is None:
        raise JobInUse
    return files


def _retried(
    table: ContactTable, parts: Sequence[Part], refused: Counter[int], most: int
) -> tuple[list[list[int]], list[str]]:
    """For each part the numbers of its rows that take the place of refused ones, which count there no more.

    At most as many as count as refused: Exotel may list more. Then the phone numbers of all other rows.
    """
    retried: list[list[int]] = []
    beyond: list[str] = []
    for part in parts:
        retried.append([])
        for row, phone_number in zip(part.rows, part.phone_numbers, strict=True):
            number = table.row_number(row)
            if refused[number] > 0 and most > 0:
                refused[number] -= 1
                most -= 1
                retried[-1].append(number)
            else:
                beyond.append(phone_number)
    return retried, beyond


def _keep(
    files: JobFiles,
    parts: Sequence[Part],
    table: ContactTable,
    *,
    first_number: int,
    attempt: int,
    retried: Sequence[Sequence[int]] = (),
) -> tuple[PartRecord, ...]:
    records = []
    for index, part in enumerate(parts):
        number = first_number + index
        files.keep(number, part, table)
        records.append(
            PartRecord(
                number,
                attempt,
                len(part.rows),
                part.size_bytes,
                part.sha256,
                retried_rows=len(retried[index]) if retried else 0,
            )
        )
    return tuple(records)
