"""A contacts file, from bytes to rows as they stand in it."""

from __future__ import annotations

from pathlib import Path

from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.reading.contact_file import ContactFile, open_contacts
from exogui.contacts.reading.csv_reader import read_csv
from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.header import find_header
from exogui.contacts.reading.raw_rows import RawRows
from exogui.contacts.reading.read_options import FIND_OUT, ReadOptions
from exogui.contacts.reading.sheet_builder import build_sheet
from exogui.contacts.sheet import FileFormat, Sheet, Source


def read_contacts(
    path: Path, options: ReadOptions = FIND_OUT, checkpoint: Checkpoint = no_checkpoint
) -> Sheet:
    """Read a CSV or a workbook, whatever its name says it is. The file is opened once and never written to.

    ``checkpoint`` is called with bytes read (of a workbook: rows) and how many there are.

    Raises:
        ReadError: the file cannot be read as contacts.
        Cancelled: raised by ``checkpoint``.
    """
    with open_contacts(path) as opened:
        return _read(opened, path, options, checkpoint)


def _read(opened: ContactFile, path: Path, options: ReadOptions, checkpoint: Checkpoint) -> Sheet:
    file, size, file_format = opened
    if file_format is FileFormat.CSV:
        raw, layout = read_csv(file, size, options.encoding, options.delimiter, checkpoint)
    else:
        # Imports what reads archives, which would be the half of the time in which a small CSV is read.
        from exogui.contacts.reading.workbook_reader import read_workbook

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
        totals_kept=options.keep_totals,
        options=options,
        hidden_lines=layout.hidden_lines,
        hidden_columns=tuple(sorted(layout.hidden_columns)),
    )
    return build_sheet(raw, source, checkpoint)


def _row_at(raw: RawRows, line: int) -> int | None:
    """The index of the row that starts at ``line`` or, where none does, of the next one; None for line 0."""
    return next((index for index, start in enumerate(raw.lines) if start >= line), None) if line else None
