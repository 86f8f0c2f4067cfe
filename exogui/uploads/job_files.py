"""The private files of one job: what is sent, whole rows, and the lock that says who works on it."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable, Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from exogui.contacts.csv_text import flush_to_disk
from exogui.contacts.parts import Part
from exogui.contacts.table import ContactTable

_LOOKING_SECONDS = 1.0
"""Nobody holds a job for so long without working on it."""


class KeptRow(NamedTuple):
    """One row that is sent, as it stands in the person's table."""

    row_number: int
    """Among the data rows of the person's file, from 1."""
    line: int
    """Of the person's file, from 1."""
    phone_number: str
    """As it is sent."""
    values: tuple[str, ...]


class JobFiles:
    """The folder of one job, held against every other program and every other thread until :meth:`close`.

    The operating system lets go of the lock when the program dies, however it dies.
    """

    def __init__(self, folder: Path, lock: FileLock) -> None:
        """Not for callers: see :meth:`claim`."""
        self.folder = folder
        self._lock = lock

    @classmethod
    def claim(cls, uploads_folder: Path, job_id: str, *, patient: bool = False) -> JobFiles | None:
        """The files of a job, made where missing; None while someone else works on it. Raises OSError.

        ``patient``: wait for someone who only looks at it, as the history does every few seconds.
        """
        folder = uploads_folder / job_id
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Taken in one thread and let go of in another.
        lock = FileLock(uploads_folder / f"{job_id}.lock", thread_local=False)
        try:
            lock.acquire(timeout=_LOOKING_SECONDS if patient else 0)
        except Timeout:
            return None
        return cls(folder, lock)

    def close(self) -> None:
        """Let others work on the job. What is still to be sent or asked about stays."""
        self._lock.release()

    def remove(self) -> None:
        """Remove everything, the lock too; then let go."""
        shutil.rmtree(self.folder, ignore_errors=True)
        # While it is held: afterwards it might be someone else's. Windows does not let go of it then, so that
        # it stays, empty.
        with contextlib.suppress(OSError):
            Path(self._lock.lock_file).unlink()
        self._lock.release()

    def part_path(self, number: int) -> Path:
        """The CSV file of a part."""
        return self.folder / f"part-{number}.csv"

    def keep(self, number: int, part: Part, table: ContactTable) -> None:
        """Take a part over, and keep beside it the whole rows that it was made of. Raises OSError."""
        with self._rows_path(number).open("x", encoding="ascii") as file:
            for row, phone_number in zip(part.rows, part.phone_numbers, strict=True):
                kept = KeptRow(table.row_number(row), table.line(row), phone_number, table.rows[row])
                file.write(json.dumps(kept) + "\n")
            flush_to_disk(file)
        part.path.replace(self.part_path(number))

    def kept_rows(self, number: int) -> list[KeptRow]:
        """The rows of a part, in the order in which they were sent. Raises OSError or ValueError."""
        with self._rows_path(number).open(encoding="ascii") as file:
            return [
                KeptRow(row_number, line, phone_number, tuple(values))
                for row_number, line, phone_number, values in map(json.loads, file)
            ]

    def remove_part(self, number: int) -> None:
        """A part is settled: its contacts are not kept any longer."""
        self.part_path(number).unlink(missing_ok=True)
        self._rows_path(number).unlink(missing_ok=True)

    def remove_parts_from(self, number: int) -> None:
        """Remove the parts with this number and the following ones: they came to nothing."""
        while self._rows_path(number).exists():
            self.remove_part(number)
            number += 1

    def _rows_path(self, number: int) -> Path:
        return self.folder / f"rows-{number}.jsonl"


def first_numbers(uploads_folder: Path, job_id: str, part_number: int, count: int) -> tuple[str, ...]:
    """Phone numbers of the first rows of a part, whoever works on it; none where its files are gone."""
    try:
        with (uploads_folder / job_id / f"rows-{part_number}.jsonl").open(encoding="ascii") as file:
            return tuple(KeptRow(*json.loads(line)).phone_number for line in islice(file, count))
    except (OSError, ValueError, TypeError):
        return ()


def jobs_with_files(uploads_folder: Path) -> Iterator[str]:
    """The ids of all jobs that have a folder."""
    if uploads_folder.is_dir():
        yield from (entry.name for entry in uploads_folder.iterdir() if entry.is_dir())


def remove_strays(uploads_folder: Path, unfinished: Callable[[], Collection[str]]) -> None:
    """Remove the files of jobs that were never begun, or have ended: their program died before it did that.

    ``unfinished`` gives the ids of the others; it is asked again when nobody else can begin the job any more.
    """
    for job_id in set(jobs_with_files(uploads_folder)) - set(unfinished()):
        files = JobFiles.claim(uploads_folder, job_id)
        if files is None:
            continue
        try:
            needed = job_id in unfinished()
        except BaseException:
            files.close()
            raise
        if needed:
            files.close()
        else:
            files.remove()
