"""What a person looks at before saying how a file is to be read: its first rows and its sheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.reading.contact_file import open_contacts
from exogui.contacts.reading.csv_dialect import (
    SAMPLE_BYTES,
    decode_sample,
    delimiter_of,
    guess_encoding,
    named_delimiter,
)
from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.raw_rows import MAX_COLUMNS
from exogui.contacts.reading.read_options import ReadOptions
from exogui.contacts.sheet import FileFormat

ROWS_PREVIEWED = 12


class PreviewRow(NamedTuple):
    """A row as it stands in the file."""

    line: int
    """Physical line, of a workbook the row of the sheet, from 1, as ``ReadOptions.header_line`` takes it."""
    cells: tuple[str, ...]


class SheetPreview(NamedTuple):
    """A sheet of a workbook."""

    name: str
    rows: int
    """Rows with something in them, header and titles included."""
    hidden: bool


def preview_rows(
    path: Path, options: ReadOptions | None = None, count: int = ROWS_PREVIEWED
) -> tuple[PreviewRow, ...]:
    """The first rows that are not blank, header and titles among them. ``header_line`` plays no part.

    Raises:
        ReadError: the file cannot be read in this way.
    """
    options = options or ReadOptions()
    with open_contacts(path) as (file, _, file_format):
        if file_format is FileFormat.CSV:
            return tuple(islice(_text_rows(file, options), count))
        from exogui.contacts.reading.workbook_reader import first_rows

        return tuple(
            PreviewRow(line, _without_end(row))
            for line, row in first_rows(file, file_format, options.sheet, count)
        )


def preview_sheets(path: Path, checkpoint: Checkpoint = no_checkpoint) -> tuple[SheetPreview, ...]:
    """The sheets a person can choose, hidden ones last; none for a text file.

    Raises:
        ReadError: the file cannot be read.
        Cancelled: raised by ``checkpoint``, which is called with sheets counted and how many there are.
    """
    with open_contacts(path) as (file, _, file_format):
        if file_format is FileFormat.CSV:
            return ()
        from exogui.contacts.reading.workbook_reader import count_rows

        return tuple(SheetPreview(*sheet) for sheet in count_rows(file, file_format, checkpoint))


# --- rows of a text file --------------------------------------------------------------------------------


def _text_rows(file: BinaryIO, options: ReadOptions) -> Iterator[PreviewRow]:
    file.seek(0)
    head = file.read(SAMPLE_BYTES)
    sample = _decoded(head, options.encoding)
    lines = io.StringIO(sample, newline="")
    if named_delimiter(sample) is not None:
        next(lines)
    delimiter = options.delimiter or delimiter_of(sample)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    ended = before = int(named_delimiter(sample) is not None)
    with suppress(csv.Error):  # reading the file says what is wrong; until there rows can be shown
        for row in reader:
            line, ended = ended + 1, before + reader.line_num
            if any(cell.strip() for cell in row):
                yield PreviewRow(line, _without_end(row))


def _without_end(row: Sequence[str]) -> tuple[str, ...]:
    """Without the blank cells at the end."""
    filled = next((width for width in range(len(row), 0, -1) if row[width - 1].strip()), 0)
    return tuple(row[: min(filled, MAX_COLUMNS)])


def _decoded(head: bytes, encoding: str | None) -> str:
    tried = [encoding] if encoding else [guess_encoding(head), "cp1252"]
    for name in tried:
        try:
            return decode_sample(head, name)
        except UnicodeDecodeError as error:
            line = head.count(b"\n", 0, error.start) + 1
        except (UnicodeError, LookupError):
            line = 1
    raise ReadError(ReadErrorCode.UNDECODABLE, line, tried[-1])
