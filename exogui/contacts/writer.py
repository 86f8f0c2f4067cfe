"""Writing contacts: parts that Exotel takes, and files that are safe to open in Excel."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
import secrets
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import IO

from exogui.contacts.judging.phone_numbers import is_e164
from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.schema import MAX_UPLOAD_BYTES, MAX_UPLOAD_ROWS, Field
from exogui.contacts.table import ContactTable

_CHUNK_ROWS = 250

_RUNS_IN_A_SPREADSHEET = re.compile(r"[\s\x00-\x1f]*[=+\-@＝＋－＠]|[\t\r\n]")
"""How a cell begins that a spreadsheet may run (OWASP, CSV injection), after whatever it skips before."""


# --- parts ---------------------------------------------------------------------------------------------


class LimitKind(StrEnum):
    """Which limit of Exotel's a file would go over."""

    ROWS = "rows"
    BYTES = "bytes"


class PartTooLarge(Exception):  # noqa: N818 - says what it is; nothing went wrong yet
    """The rows do not fit into one file that Exotel takes. Nothing was left behind."""

    def __init__(self, kind: LimitKind, limit: int) -> None:
        super().__init__(f"more than {limit} {kind}")
        self.kind = kind
        self.limit = limit


@dataclass(frozen=True, slots=True)
class Part:
    """One CSV file for Exotel, written once and never changed."""

    path: Path
    rows: tuple[int, ...]
    """For each record of the file, in order, the row of the table it is."""
    phone_numbers: tuple[str, ...]
    """For each record its phone number as it was written."""
    size_bytes: int
    sha256: str
    """Of the file's bytes, hexadecimal."""
    columns: tuple[Field, ...]


def write_part(
    table: ContactTable,
    rows: Sequence[int],
    directory: Path,
    checkpoint: Checkpoint = no_checkpoint,
    *,
    most_rows: int = MAX_UPLOAD_ROWS,
    most_bytes: int = MAX_UPLOAD_BYTES,
) -> Part:
    """Write ``rows`` of the table, in this order, as one CSV file that only this user can read.

    UTF-8 without a byte order mark, commas, Exotel's own column names in Exotel's order; mapped columns
    only. Lines end with CR LF as in RFC 4180, which also makes the csv module quote a lone CR in a cell.

    Raises:
        PartTooLarge: more rows or bytes than Exotel takes.
        ValueError: no column is mapped to the phone number.
        OSError: the disk is full, or not to be written to.
    """
    if not table.has_phone_column:
        raise ValueError("no column is mapped to the phone number")
    if len(rows) > most_rows:
        raise PartTooLarge(LimitKind.ROWS, most_rows)
    fields = tuple(field for field in Field if field in table.mapping)
    columns = [table.mapping.index(field) for field in fields]
    records = ([table.rows[row][column] for column in columns] for row in rows)
    digest = hashlib.sha256()
    with _private_file(directory) as (path, file):
        for chunk, data in enumerate(_encoded(fields, records)):
            checkpoint(min(chunk * _CHUNK_ROWS, len(rows)), len(rows))
            digest.update(data)
            file.write(data)
            if file.tell() > most_bytes:
                raise PartTooLarge(LimitKind.BYTES, most_bytes)
        size = file.tell()
    phone_column = table.mapping.index(Field.PHONE_NUMBER)
    phone_numbers = tuple(table.rows[row][phone_column] for row in rows)
    return Part(path, tuple(rows), phone_numbers, size, digest.hexdigest(), fields)


@contextmanager
def _private_file(directory: Path) -> Iterator[tuple[Path, IO[bytes]]]:
    """A new file that nobody else can read, safe on the disk at the end; it vanishes when anything fails."""
    descriptor, name = tempfile.mkstemp(prefix="contacts-", suffix=".csv", dir=directory)
    path = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield path, file
            _flush_to_disk(file)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


# --- files for people ----------------------------------------------------------------------------------


class SaveFormat(StrEnum):
    """What rows can be saved as, by the end of the file's name."""

    XLSX = ".xlsx"
    CSV = ".csv"


class SaveErrorCode(StrEnum):
    """Why rows were not saved."""

    UNKNOWN_FORMAT = "unknown_format"
    """The name ends neither in .xlsx nor in .csv."""
    IS_SOURCE = "is_source"
    """It is the very file that the contacts came from."""
    TOO_LARGE_FOR_EXCEL = "too_large_for_excel"
    """More rows, more columns or longer cells than a workbook can hold: .csv has no such limit."""


class SaveError(Exception):
    """Rows were not saved; whatever stood at the path is untouched."""

    def __init__(self, code: SaveErrorCode) -> None:
        super().__init__(code.value)
        self.code = code


def save_rows(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], *, source: Path | None = None
) -> None:
    """Save rows for people: nothing in the file runs when a spreadsheet opens it.

    The name decides the format. ``.xlsx`` holds every value exactly, as text. ``.csv`` (UTF-8 with the byte
    order mark that Excel needs) marks a value that a spreadsheet would run with an apostrophe in front;
    E.164 numbers stay as they are. The file appears whole or not at all; ``source`` is never overwritten.

    Raises:
        SaveError: see :class:`SaveErrorCode`.
        OSError: the disk is full, or not to be written to.
    """
    suffix = path.suffix.lower()
    if suffix not in set(SaveFormat):
        raise SaveError(SaveErrorCode.UNKNOWN_FORMAT)
    if source is not None and _is_same_file(path, source):
        raise SaveError(SaveErrorCode.IS_SOURCE)
    with _replacing(path) as file:
        if suffix == SaveFormat.XLSX:
            _write_workbook(file, header, rows)
        else:
            safe_rows = ([_safe_in_csv(cell) for cell in row] for row in rows)
            file.write(b"\xef\xbb\xbf")
            file.writelines(_encoded([_safe_in_csv(name) for name in header], safe_rows))


def _safe_in_csv(cell: str) -> str:
    if _RUNS_IN_A_SPREADSHEET.match(cell) is None or is_e164(cell) is not None:
        return cell
    return "'" + cell


def _write_workbook(file: IO[bytes], header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from xlsxwriter import Workbook

    # in_memory: otherwise people's data would pass through files in the shared temporary folder.
    workbook = Workbook(file, {"in_memory": True})
    text = workbook.add_format({"num_format": "@"})  # stays text when someone edits the cell
    sheet = workbook.add_worksheet()
    sheet.freeze_panes(1, 0)
    for row_number, row in enumerate(_chain_header(header, rows)):
        for column, cell in enumerate(row):
            if sheet.write_string(row_number, column, _encodable(cell), text) != 0:
                raise SaveError(SaveErrorCode.TOO_LARGE_FOR_EXCEL)
    workbook.close()


def _chain_header(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    yield header
    yield from rows


def _encodable(cell: str) -> str:
    return cell if cell.isascii() else cell.encode("utf-8", "replace").decode("utf-8")


# --- files in general ----------------------------------------------------------------------------------


def _encoded(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """CSV in UTF-8, some hundred rows at a time. A lone surrogate, which no file can hold, becomes ``?``."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    remaining = iter(_chain_header(header, rows))
    while chunk := list(islice(remaining, _CHUNK_ROWS)):
        writer.writerows(chunk)
        yield buffer.getvalue().encode("utf-8", "replace")
        buffer.seek(0)
        buffer.truncate()


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    """A new file beside ``path`` that takes its place when everything went well, and vanishes otherwise."""
    temporary = path.with_name(f".{path.stem[:40]}-{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            yield file
            _flush_to_disk(file)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _flush_to_disk(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _is_same_file(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return path.absolute() == other.absolute()
