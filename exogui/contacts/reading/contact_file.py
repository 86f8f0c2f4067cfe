"""A contacts file, opened once and never written to: what holds for all of them before anything is read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from exogui.contacts.reading.csv_dialect import SAMPLE_BYTES
from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.signatures import detect_format
from exogui.contacts.sheet import FileFormat

MAX_CSV_BYTES = 300_000_000
"""exogui's own limit: some two million contacts, thirty times what Exotel takes in one file."""

MAX_WORKBOOK_BYTES = 100_000_000
"""exogui's own limit; a workbook is packed, and this is more rows than a sheet of Excel can have."""

_BLOCK_BYTES = 1 << 20
"""Each read of the disk gives up the interpreter's lock for a moment too short for another thread to take it,
but long enough to make that thread wait anew. Many small reads starve the window."""


class ContactFile(NamedTuple):
    """An open file, its bytes and what it is."""

    file: BinaryIO
    size: int
    format: FileFormat


@contextmanager
def open_contacts(path: Path) -> Iterator[ContactFile]:
    """Open a file that may hold contacts, and see to it that it stays the same while it is looked at.

    Raises:
        ReadError: it cannot be opened or read, is no table of contacts, is too large, or changed meanwhile.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # before opening: a pipe would wait for its writer
            raise ReadError(ReadErrorCode.NOT_A_FILE)
        with path.open("rb", buffering=_BLOCK_BYTES) as file:
            before = os.fstat(file.fileno())
            yield ContactFile(file, before.st_size, _format(file, before.st_size))
            after = os.fstat(file.fileno())
    except (FileNotFoundError, NotADirectoryError):
        raise ReadError(ReadErrorCode.MISSING) from None
    except PermissionError:
        raise ReadError(ReadErrorCode.NO_PERMISSION) from None
    except OSError as error:
        raise ReadError(ReadErrorCode.UNREADABLE, detail=error.strerror or "") from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise ReadError(ReadErrorCode.CHANGED)


def _format(file: BinaryIO, size: int) -> FileFormat:
    if size == 0:
        raise ReadError(ReadErrorCode.EMPTY)
    _check_size(size, MAX_CSV_BYTES)
    file_format = detect_format(file, file.read(SAMPLE_BYTES))
    if file_format is not FileFormat.CSV:
        _check_size(size, MAX_WORKBOOK_BYTES)
    return file_format


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise ReadError(ReadErrorCode.TOO_LARGE, detail=str(limit // 1_000_000))
