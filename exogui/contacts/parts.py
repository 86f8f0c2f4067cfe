"""Rows as CSV files that Exotel takes: as many parts as its limits ask for, never cut through a row."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from exogui.contacts.csv_text import CHUNK_ROWS, csv_bytes, flush_to_disk
from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.schema import MAX_UPLOAD_BYTES, MAX_UPLOAD_ROWS, Field
from exogui.contacts.table import ContactTable


class RowTooLarge(Exception):  # noqa: N818 - says what it is; nothing went wrong yet
    """One row alone is larger than a file may be. Nothing was left behind."""

    def __init__(self, row: int, limit: int) -> None:
        super().__init__(f"a row of more than {limit} bytes")
        self.row = row
        """Its index in the table."""
        self.limit = limit
        """Bytes that a file may have."""


@dataclass(frozen=True, slots=True)
class Part:
    """One CSV file for Exotel, written once and never changed."""

    path: Path
    rows: Sequence[int]
    """For each record of the file, in order, the row of the table it is."""
    phone_numbers: Sequence[str]
    """For each record its phone number as it was written."""
    size_bytes: int
    sha256: str
    """Of the file's bytes, hexadecimal."""
    columns: tuple[Field, ...]


def write_parts(
    table: ContactTable,
    rows: Sequence[int],
    directory: Path,
    checkpoint: Checkpoint = no_checkpoint,
    *,
    first_rows: int | None = None,
    most_rows: int = MAX_UPLOAD_ROWS,
    most_bytes: int = MAX_UPLOAD_BYTES,
) -> list[Part]:
    """Write ``rows`` of the table, in this order, as CSV files that only this user can read.

    UTF-8 without a byte order mark, commas, Exotel's own column names in Exotel's order; mapped columns
    only. ``first_rows``: the first file holds no more rows than these, to be tried before the others.

    Raises:
        RowTooLarge: a row that does not fit into a file of its own.
        ValueError: no column is mapped to the phone number.
        OSError: the disk is full, or not to be written to.
    """
    if not table.has_phone_column:
        raise ValueError("no column is mapped to the phone number")
    parts: list[Part] = []
    done = 0
    try:
        while done < len(rows):
            most = most_rows if parts or first_rows is None else min(first_rows, most_rows)
            writer = _PartWriter(table, rows, done, checkpoint)
            parts.append(writer.write(directory, most, most_bytes))
            done += len(parts[-1].rows)
    except BaseException:
        for part in parts:
            part.path.unlink(missing_ok=True)
        raise
    return parts


class _PartWriter:
    """Writes the file that begins with the row at ``start`` of ``rows``."""

    def __init__(self, table: ContactTable, rows: Sequence[int], start: int, checkpoint: Checkpoint) -> None:
        self._table = table
        self._rows = rows
        self._start = start
        self._checkpoint = checkpoint
        self._fields = tuple(field for field in Field if field in table.mapping)
        self._columns = [table.mapping.index(field) for field in self._fields]
        self._digest = hashlib.sha256()
        self._size = 0

    def write(self, directory: Path, most_rows: int, most_bytes: int) -> Part:
        """As many rows as the limits allow."""
        end = min(self._start + most_rows, len(self._rows))
        with _private_file(directory) as (path, file):
            self._put(file, csv_bytes([self._fields]))
            position = self._start
            while position < end:
                self._checkpoint(position, len(self._rows))
                written = self._put_rows(file, position, min(position + CHUNK_ROWS, end), most_bytes)
                position += written
                if written == 0:
                    break
        rows = self._rows[self._start : position]
        phone_column = self._table.mapping.index(Field.PHONE_NUMBER)
        phone_numbers = [self._table.rows[row][phone_column] for row in rows]
        return Part(path, rows, phone_numbers, self._size, self._digest.hexdigest(), self._fields)

    def _put_rows(self, file: IO[bytes], start: int, end: int, most_bytes: int) -> int:
        """How many of these rows were written: all of them, or as many as fitted."""
        data = csv_bytes(self._records(start, end))
        if self._size + len(data) <= most_bytes:
            self._put(file, data)
            return end - start
        for position in range(start, end):
            data = csv_bytes(self._records(position, position + 1))
            if self._size + len(data) > most_bytes:
                if position == self._start:
                    raise RowTooLarge(self._rows[position], most_bytes)
                return position - start
            self._put(file, data)
        return end - start

    def _records(self, start: int, end: int) -> list[list[str]]:
        rows = self._table.rows
        return [[rows[row][column] for column in self._columns] for row in self._rows[start:end]]

    def _put(self, file: IO[bytes], data: bytes) -> None:
        self._digest.update(data)
        self._size += len(data)
        file.write(data)


@contextmanager
def _private_file(directory: Path) -> Iterator[tuple[Path, IO[bytes]]]:
    """A new file that nobody else can read, safe on the disk at the end; it vanishes when anything fails."""
    descriptor, name = tempfile.mkstemp(prefix="contacts-", suffix=".csv", dir=directory)
    path = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield path, file
            flush_to_disk(file)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
