"""The SQLite file behind the journal: opened or made, checked, its troubles named."""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

_log = logging.getLogger(__name__)

JOURNAL_VERSION = 1
"""Of the schema; each version ever released stays readable (SQLite's ``user_version``)."""
_PATIENCE_SECONDS = 10.0
"""How long one process waits for another that is writing."""

_SCHEMA = """
CREATE TABLE job (
    id TEXT PRIMARY KEY,
    created_at REAL NOT NULL,
    source TEXT NOT NULL,
    account_id TEXT NOT NULL,
    account_name TEXT NOT NULL,
    account_sid TEXT NOT NULL,
    base_url TEXT NOT NULL,
    duplicate_action TEXT NOT NULL,
    list_id TEXT NOT NULL,
    header TEXT NOT NULL,
    mapping TEXT NOT NULL,
    added_columns INTEGER NOT NULL
);
CREATE TABLE part (
    job_id TEXT NOT NULL REFERENCES job(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    retried_rows INTEGER NOT NULL,
    size_bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    state TEXT NOT NULL,
    upload_id TEXT NOT NULL,
    successful INTEGER NOT NULL,
    already_there INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    unknown INTEGER NOT NULL,
    surplus INTEGER NOT NULL,
    changed_at REAL NOT NULL,
    accepted_at REAL,
    estimated_seconds REAL,
    error_code TEXT NOT NULL,
    request_ids TEXT NOT NULL,
    may_be_there INTEGER NOT NULL,
    number_digests BLOB NOT NULL DEFAULT x'',
    PRIMARY KEY (job_id, number)
);
CREATE INDEX part_by_content ON part (sha256);
CREATE TABLE refused_row (
    job_id TEXT NOT NULL,
    part_number INTEGER NOT NULL,
    row_number INTEGER,
    line INTEGER,
    phone_number TEXT NOT NULL,
    error_code TEXT NOT NULL,
    error_message TEXT NOT NULL,
    cells TEXT,
    already_there INTEGER NOT NULL,
    retried_in INTEGER,
    FOREIGN KEY (job_id, part_number) REFERENCES part(job_id, number) ON DELETE CASCADE
);
CREATE INDEX refused_row_by_job ON refused_row (job_id, part_number);
CREATE TABLE step (
    job_id TEXT NOT NULL,
    part_number INTEGER NOT NULL,
    at REAL NOT NULL,
    state TEXT NOT NULL,
    error_code TEXT NOT NULL,
    FOREIGN KEY (job_id, part_number) REFERENCES part(job_id, number) ON DELETE CASCADE
);
CREATE INDEX step_by_job ON step (job_id, part_number);
CREATE TABLE setting (digest_key BLOB NOT NULL, contacts_days INTEGER NOT NULL, jobs_days INTEGER NOT NULL);
"""


class JournalFault(StrEnum):
    """What is wrong with the journal."""

    DAMAGED = "damaged"
    NEWER = "newer"
    """A later exogui has written it, in a way that this one does not know."""
    FULL = "full"
    READ_ONLY = "read_only"
    BUSY = "busy"
    """Another program holds it."""
    CHANGED = "changed"
    """Something else has changed what was to be changed."""
    OTHER = "other"


class JournalError(Exception):
    """The journal could not be read or written."""

    def __init__(self, fault: JournalFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class JournalDatabase:
    """One connection, shared by the threads of this process; other processes may have theirs.

    Each transaction is on the disk when it ends: SQLite's rollback journal with ``synchronous=FULL``, which
    also works on network drives, where its write-ahead log does not. What is deleted is overwritten.
    """

    def __init__(self, path: Path | None) -> None:
        """``path``: the file, made where missing; None keeps everything in memory.

        Raises:
            JournalError: it cannot be opened, or not be understood.
        """
        self._lock = threading.RLock()
        with _faults():
            if path is not None:
                _make_private(path)
            self._connection = sqlite3.connect(
                path or ":memory:",
                timeout=_PATIENCE_SECONDS,
                isolation_level=None,
                check_same_thread=False,
            )
        try:
            with _faults():
                self._prepare()
        except JournalError:
            self._connection.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """For questions. Raises JournalError."""
        with self._lock, _faults():
            yield self._connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is on the disk at the end, or nothing of it. Raises JournalError."""
        with self._lock, _faults():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):  # some errors have rolled back already
                    self._connection.execute("ROLLBACK")
                raise

    def _prepare(self) -> None:
        execute = self._connection.execute
        execute("PRAGMA foreign_keys = ON")
        execute("PRAGMA synchronous = FULL")
        execute("PRAGMA secure_delete = ON")
        [version] = execute("PRAGMA user_version").fetchone()
        if version > JOURNAL_VERSION:
            raise JournalError(JournalFault.NEWER)
        [verdict] = execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise JournalError(JournalFault.DAMAGED)
        if version == 0:
            self._create()

    def _create(self) -> None:
        with self.writing() as connection:
            [version] = connection.execute("PRAGMA user_version").fetchone()
            if version:
                return  # another process was quicker
            for statement in _SCHEMA.split(";"):
                connection.execute(statement)
            connection.execute("INSERT INTO setting VALUES (?, 30, 365)", (os.urandom(32),))
            connection.execute(f"PRAGMA user_version = {JOURNAL_VERSION}")


def set_aside(path: Path) -> Path:
    """Rename a damaged journal so that a new one can begin; gives its new name. Raises OSError."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.stem}-damaged-{stamp}{path.suffix}")
    path.replace(aside)
    rollback = path.with_name(f"{path.name}-journal")
    with contextlib.suppress(FileNotFoundError):
        rollback.replace(aside.with_name(f"{aside.name}-journal"))
    return aside


def _make_private(path: Path) -> None:
    """An empty file that only this user can read, where there is none."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


_FAULTS = {
    sqlite3.SQLITE_CORRUPT: JournalFault.DAMAGED,
    sqlite3.SQLITE_NOTADB: JournalFault.DAMAGED,
    sqlite3.SQLITE_FULL: JournalFault.FULL,
    sqlite3.SQLITE_READONLY: JournalFault.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: JournalFault.READ_ONLY,
    sqlite3.SQLITE_PERM: JournalFault.READ_ONLY,
    sqlite3.SQLITE_BUSY: JournalFault.BUSY,
    sqlite3.SQLITE_LOCKED: JournalFault.BUSY,
}


@contextlib.contextmanager
def _faults() -> Iterator[None]:
    """SQLite's and the system's errors under the names of what a person can do about them."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without the extension
        fault = _FAULTS.get(code, JournalFault.OTHER)
        _log.warning("The journal of uploads: %s (%s)", fault, type(error).__name__)
        raise JournalError(fault) from error
    except OSError as error:
        _log.warning("The journal of uploads: %s", type(error).__name__)
        raise JournalError(JournalFault.READ_ONLY) from error
