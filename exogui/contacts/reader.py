"""A contacts file, from bytes to rows as they stand in it."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from exogui.contacts.csv_dialect import SAMPLE_BYTES
from exogui.contacts.csv_reader import read_csv
from exogui.contacts.errors import ReadError, ReadErrorCode
from exogui.contacts.header import find_header
from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.raw_rows import RawRows
from exogui.contacts.sheet import FileFormat, Sheet, Source
from exogui.contacts.sheet_builder import build_sheet
from exogui.contacts.signatures import detect_format

MAX_CSV_BYTES = 300_000_000
"""exogui's own limit: some two million contacts, thirty times what Exotel takes in one file."""

MAX_WORKBOOK_BYTES = 100_000_000
"""exogui's own limit; a workbook is packed, and this is more rows than a sheet of Excel can have."""

_BLOCK_BYTES = 1 << 20
"""Each read of the disk gives up the interpreter's lock for a moment too short for another thread to take it,
but long enough to make that thread wait anew. Many small reads starve the window."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a person says a file is to be read. None: find out."""

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header_line: int | None = None
    """Physical line of the header; 0: there is none."""


_FIND_OUT = ReadOptions()


def read_contacts(
    path: Path, options: ReadOptions = _FIND_OUT, checkpoint: Checkpoint = no_checkpoint
) -> Sheet:
    """Read a CSV or a workbook, whatever its name says it is. The file is opened once and never written to.

    ``checkpoint`` is called with bytes read (of a workbook: rows) and how many there are.

    Raises:
        ReadError: the file cannot be read as contacts.
        Cancelled: raised by ``checkpoint``.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # before opening: a pipe would wait for its writer
            raise ReadError(ReadErrorCode.NOT_A_FILE)
        with path.open("rb", buffering=_BLOCK_BYTES) as file:
            before = os.fstat(file.fileno())
            sheet = _read(file, path, before.st_size, options, checkpoint)
            after = os.fstat(file.fileno())
    except (FileNotFoundError, NotADirectoryError):
        raise ReadError(ReadErrorCode.MISSING) from None
    except PermissionError:
        raise ReadError(ReadErrorCode.NO_PERMISSION) from None
    except OSError as error:
        raise ReadError(ReadErrorCode.UNREADABLE, detail=error.strerror or "") from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise ReadError(ReadErrorCode.CHANGED)
    return sheet


def _read(file: BinaryIO, path: Path, size: int, options: ReadOptions, checkpoint: Checkpoint) -> Sheet:
    if size == 0:
        raise ReadError(ReadErrorCode.EMPTY)
    _check_size(size, MAX_CSV_BYTES)
    file_format = detect_format(file, file.read(SAMPLE_BYTES))
    if file_format is FileFormat.CSV:
        raw, layout = read_csv(file, size, options.encoding, options.delimiter, checkpoint)
    else:
        # Imports what reads archives, which would be the half of the time in which a small CSV is read.
        from exogui.contacts.workbook_reader import read_workbook

        _check_size(size, MAX_WORKBOOK_BYTES)
        raw, layout = read_workbook(file, file_format, options.sheet, checkpoint)
    if not raw.rows:
        raise ReadError(ReadErrorCode.EMPTY)
    header_index = find_header(raw.rows) if options.header_line is None else _row_at(raw, options.header_line)
    source = Source(
        path=path,
        format=file_format,
        size_bytes=size,
        encoding=layout.encoding,
        encoding_certain=layout.encoding_certain,
        delimiter=layout.delimiter,
        header_line=0 if header_index is None else raw.lines[header_index],
        sheet=layout.sheet,
        sheets=layout.sheets,
        blank_rows=raw.blank_rows,
        title_rows=header_index or 0,
    )
    return build_sheet(raw, source, checkpoint)


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise ReadError(ReadErrorCode.TOO_LARGE, detail=str(limit // 1_000_000))


def _row_at(raw: RawRows, line: int) -> int | None:
    """The index of the row that starts at ``line`` or, where none does, of the next one; None for line 0."""
    return next((index for index, start in enumerate(raw.lines) if start >= line), None) if line else None
