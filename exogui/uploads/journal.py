"""What is known of every upload, on the disk before anything is done that cannot be taken back."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from filelock import FileLock

from exogui.policy.policy import MOST_DAYS
from exogui.uploads.journal_database import JournalDatabase, JournalError, JournalFault, set_aside
from exogui.uploads.journal_rows import PART_COLUMNS, job_of, job_values, part_of, part_values
from exogui.uploads.records import SENT_BEFORE, JobRecord, Keeping, PartRecord, PartState
from exogui.uploads.result import RefusedRow
from exogui.uploads.row_counts import RowCounts
from exogui.uploads.sent_before import SameFile, SentBefore, number_digests, split_digests

FILE_NAME = "uploads.sqlite3"
_DAY = 24 * 3600


class Journal:
    """Every upload of this person, in one SQLite file. Safe from several threads and several processes.

    Holds no secret. Of contacts it holds the refused rows, until they are erased
    (:meth:`erase_contacts`), and a digest of each phone number sent (:func:`number_digests`).

    All methods raise :class:`JournalError`.
    """

    def __init__(
        self,
        path: Path | None,
        now: Callable[[], float] = time.time,
        most_contacts_days: int = MOST_DAYS,
    ) -> None:
        """``path``: the file, made where missing; None keeps everything in memory only.

        ``most_contacts_days``: contacts are kept for no longer, whatever was set.
        """
        self._database = JournalDatabase(path)
        self._now = now
        self.most_contacts_days = most_contacts_days
        self.lasting = path is not None
        """Whether it is still there when the program has ended."""

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    # --- writing ------------------------------------------------------------------------------------------

    def add_job(self, job: JobRecord, numbers: Sequence[Sequence[str]]) -> SentBefore:
        """Begin a job; ``numbers`` are the phone numbers of each of its parts. Says what was sent before.

        Both are one transaction: of two programs with the same file at once, one hears of the other.
        """
        with self._database.writing() as connection:
            before = SentBefore(
                _same_files(connection, job), _known_rows(connection, job, self._digests(connection, numbers))
            )
            connection.execute("INSERT INTO job VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", job_values(job))
            self._insert_parts(connection, job.id, job.parts, numbers)
        return before

    def add_attempt(
        self,
        job_id: str,
        parts: Sequence[PartRecord],
        numbers: Sequence[Sequence[str]],
        retried: Sequence[Sequence[int]],
        beyond: Sequence[str],
    ) -> tuple[JobRecord, SentBefore]:
        """Add parts in which refused rows are sent again; ``retried`` are those rows' numbers, by part.

        ``beyond`` are the phone numbers of the other rows in them. Says which of these were sent before: in
        another window, which mended the same rows, for one.
        """
        with self._database.writing() as connection:
            digests = self._digests(connection, [beyond])
            job = _job(connection, job_id)
            known = _known_rows(connection, job, digests, states=SENT_BEFORE | {PartState.PLANNED})
            self._insert_parts(connection, job_id, parts, numbers)
            connection.executemany(
                "UPDATE refused_row SET retried_in = ? WHERE rowid = (SELECT min(rowid) FROM refused_row"
                " WHERE job_id = ? AND row_number = ? AND retried_in IS NULL AND NOT already_there)",
                [
                    (part.number, job_id, number)
                    for part, rows in zip(parts, retried, strict=True)
                    for number in rows
                ],
            )
            return _job(connection, job_id), SentBefore(rows=known)

    def record(self, job_id: str, before: PartRecord, after: PartRecord) -> PartRecord:
        """Write down a part's new state, and when that was. Gives the part with that time.

        Raises:
            JournalError: ``CHANGED`` where the part is not in the state ``before`` says.
        """
        after = replace(after, changed_at=self._now())
        with self._database.writing() as connection:
            self._update(connection, job_id, before, after)
        return after

    def settle(
        self, job_id: str, before: PartRecord, after: PartRecord, listed: Sequence[RefusedRow]
    ) -> PartRecord:
        """The same for the end of a part, with the rows that Exotel listed."""
        after = replace(after, changed_at=self._now())
        with self._database.writing() as connection:
            self._update(connection, job_id, before, after)
            connection.execute(
                "DELETE FROM refused_row WHERE job_id = ? AND part_number = ?", (job_id, after.number)
            )
            connection.executemany(
                "INSERT INTO refused_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
                [
                    (
                        job_id,
                        after.number,
                        row.row_number,
                        row.line,
                        row.phone_number,
                        row.error_code,
                        row.error_message,
                        json.dumps(row.values) if row.values else None,
                        row.already_there,
                    )
                    for row in listed
                ],
            )
        return after

    def withdraw(self, job_id: str, attempt: int | None = None) -> JobRecord:
        """What waits, of one attempt or of all, is not sent. Refused rows in it are refused as before."""
        with self._database.writing() as connection:
            for part in _parts(connection, job_id):
                if part.state is PartState.PLANNED and attempt in {None, part.attempt}:
                    gone = replace(part, state=PartState.WITHDRAWN, changed_at=self._now())
                    self._update(connection, job_id, part, gone)
                    connection.execute(
                        "UPDATE refused_row SET retried_in = NULL WHERE job_id = ? AND retried_in = ?",
                        (job_id, part.number),
                    )
            return _job(connection, job_id)

    def forget(self, job_id: str) -> None:
        """Remove a job and all that is known of it."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM job WHERE id = ?", (job_id,))

    def erase_contacts(self, before: float) -> None:
        """Erase the contacts of jobs that were begun before a moment; refused rows keep their codes."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE refused_row SET cells = NULL, phone_number = '', error_message = ''"
                " WHERE job_id IN (SELECT id FROM job WHERE created_at < ?)",
                (before,),
            )
            connection.execute(
                "UPDATE part SET number_digests = x''"
                " WHERE job_id IN (SELECT id FROM job WHERE created_at < ?)",
                (before,),
            )

    def set_keeping(self, keeping: Keeping) -> None:
        """Keep things for so long from now on."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE setting SET contacts_days = ?, jobs_days = ?",
                (keeping.contacts_days, keeping.jobs_days),
            )

    def tidy(self) -> None:
        """Remove what is older than it is to be kept. Jobs with something left to do stay."""
        now, keeping = self._now(), self.keeping()
        self.erase_contacts(now - keeping.contacts_days * _DAY)
        for job in self.jobs():
            if job.created_at < now - keeping.jobs_days * _DAY and not job.unfinished:
                self.forget(job.id)

    # --- reading ------------------------------------------------------------------------------------------

    def job(self, job_id: str) -> JobRecord:
        """One job as it stands. Raises KeyError where it is not known."""
        with self._database.reading() as connection:
            return _job(connection, job_id)

    def jobs(self) -> list[JobRecord]:
        """Every job, newest first."""
        with self._database.reading() as connection:
            parts: dict[str, list[PartRecord]] = {}
            for row in connection.execute(f"SELECT job_id, {PART_COLUMNS} FROM part ORDER BY number"):  # noqa: S608
                parts.setdefault(row[0], []).append(part_of(row[1:]))
            jobs = connection.execute("SELECT * FROM job ORDER BY created_at DESC, rowid DESC")
            return [job_of(row, parts.get(row[0], [])) for row in jobs]

    def unfinished(self) -> list[JobRecord]:
        """The jobs about which there is still something to do, oldest first."""
        return [job for job in reversed(self.jobs()) if job.unfinished]

    def listed_rows(self, job_id: str) -> list[RefusedRow]:
        """The rows that Exotel listed and that have not been sent again since, in the order of the file."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT row_number, phone_number, error_code, error_message, cells, line, part_number,"
                " already_there FROM refused_row WHERE job_id = ? AND retried_in IS NULL"
                " ORDER BY row_number IS NULL, row_number, rowid",
                (job_id,),
            )
            return [_listed_row(row) for row in rows]

    def keeping(self) -> Keeping:
        """For how long what is kept."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT contacts_days, jobs_days FROM setting").fetchone()
        contacts_days, jobs_days = row
        return Keeping(min(contacts_days, self.most_contacts_days), jobs_days)

    def steps(self, job_id: str) -> list[tuple[float, int, PartState, str]]:
        """What happened, in order: (seconds since the epoch, part number, state, error code)."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT at, part_number, state, error_code FROM step WHERE job_id = ? ORDER BY rowid",
                (job_id,),
            )
            return [(at, number, PartState(state), code) for at, number, state, code in rows]

    # --- inside -------------------------------------------------------------------------------------------

    def _digests(self, connection: sqlite3.Connection, numbers: Sequence[Sequence[str]]) -> list[bytes]:
        [key] = connection.execute("SELECT digest_key FROM setting").fetchone()
        return [number_digests(part, key) for part in numbers]

    def _insert_parts(
        self,
        connection: sqlite3.Connection,
        job_id: str,
        parts: Sequence[PartRecord],
        numbers: Sequence[Sequence[str]],
    ) -> None:
        for part, digests in zip(parts, self._digests(connection, numbers), strict=True):
            values = {"job_id": job_id, **part_values(part), "number_digests": digests}
            connection.execute(
                f"INSERT INTO part ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",  # noqa: S608
                tuple(values.values()),
            )

    def _update(
        self, connection: sqlite3.Connection, job_id: str, before: PartRecord, after: PartRecord
    ) -> None:
        values = part_values(after)
        changed = connection.execute(
            f"UPDATE part SET {', '.join(f'{name} = ?' for name in values)}"  # noqa: S608
            " WHERE job_id = ? AND number = ? AND state = ?",
            (*values.values(), job_id, after.number, before.state.value),
        )
        if changed.rowcount != 1:
            raise JournalError(JournalFault.CHANGED)
        connection.execute(
            "INSERT INTO step VALUES (?, ?, ?, ?, ?)",
            (job_id, after.number, after.changed_at, after.state.value, after.error_code),
        )


def _parts(connection: sqlite3.Connection, job_id: str) -> list[PartRecord]:
    rows = connection.execute(
        f"SELECT {PART_COLUMNS} FROM part WHERE job_id = ? ORDER BY number",  # noqa: S608
        (job_id,),
    )
    return [part_of(row) for row in rows.fetchall()]


def _job(connection: sqlite3.Connection, job_id: str) -> JobRecord:
    row = connection.execute("SELECT * FROM job WHERE id = ?", (job_id,)).fetchone()
    if row is None:
        raise KeyError(job_id)
    return job_of(row, _parts(connection, job_id))


def _listed_row(row: Sequence[Any]) -> RefusedRow:
    row_number, phone_number, error_code, error_message, cells, line, part_number, already_there = row
    values = tuple(json.loads(cells)) if cells else ()
    return RefusedRow(
        row_number,
        phone_number,
        error_code,
        error_message,
        values,
        line,
        part_number,
        bool(already_there),
    )


_THEIRS = "job.id = part.job_id AND job.account_sid = ? AND job.base_url = ? AND part.state <> 'withdrawn'"
"""Parts of jobs that go to an account."""


def _same_files(connection: sqlite3.Connection, job: JobRecord) -> tuple[SameFile, ...]:
    """What of the very same content went to the account of ``job`` before, or is about to go."""
    same: dict[str, SameFile] = {}
    for content in {part.sha256 for part in job.parts}:
        for row in connection.execute(
            f"SELECT part.job_id, {PART_COLUMNS} FROM part JOIN job ON {_THEIRS} WHERE part.sha256 = ?",  # noqa: S608
            (job.account.account_sid, job.account.base_url, content),
        ).fetchall():
            part = part_of(row[1:])
            known = same.get(row[0], SameFile(row[0], 0.0, RowCounts()))
            same[row[0]] = SameFile(
                row[0], max(known.sent_at, part.changed_at), known.counts + part.row_counts
            )
    return tuple(sorted(same.values(), key=lambda file: file.sent_at, reverse=True))


def _known_rows(
    connection: sqlite3.Connection,
    job: JobRecord,
    digests: Sequence[bytes],
    states: Collection[PartState] = SENT_BEFORE,
) -> int:
    """How many of these numbers stand in parts to the account of ``job`` that are in one of ``states``."""
    wanted = [digest for part in digests for digest in split_digests(part)]
    if not wanted:
        return 0
    known: set[bytes] = set()
    named = ", ".join(f"'{state.value}'" for state in sorted(states))
    for [blob] in connection.execute(
        f"SELECT number_digests FROM part JOIN job ON {_THEIRS}"  # noqa: S608
        f" WHERE part.state IN ({named}) OR part.may_be_there",
        (job.account.account_sid, job.account.base_url),
    ):
        known.update(split_digests(blob))
    return sum(digest in known for digest in wanted)


def open_journal(folder: Path, most_contacts_days: int = MOST_DAYS) -> tuple[Journal, Path | None]:
    """The journal in ``folder``; a damaged one is set aside, never thrown away, and its new name given.

    Raises:
        JournalError: it cannot be used. :class:`Journal` with no path serves then, until the program ends.
    """
    path = folder / FILE_NAME

    def opened() -> Journal:
        return Journal(path, most_contacts_days=most_contacts_days)

    try:
        return opened(), None
    except JournalError as error:
        if error.fault is not JournalFault.DAMAGED:
            raise
    try:
        with FileLock(folder / f"{FILE_NAME}.lock"):
            return _replace_damaged(path, opened)
    except OSError as error:
        raise JournalError(JournalFault.READ_ONLY) from error


def _replace_damaged(path: Path, opened: Callable[[], Journal]) -> tuple[Journal, Path | None]:
    """A new journal in place of a damaged one, unless another program has made one by now."""
    try:
        return opened(), None
    except JournalError as error:
        if error.fault is not JournalFault.DAMAGED:
            raise
    aside = set_aside(path)
    return opened(), aside
