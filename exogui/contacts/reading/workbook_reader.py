"""Workbooks: cells as the person meant them, with every digit that Excel kept."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.header import find_header, propose_mapping
from exogui.contacts.reading.merged_header import fill_merged_header
from exogui.contacts.reading.raw_rows import MAX_CELLS, MAX_COLUMNS, ROWS_A_CHUNK, Layout, RawRows
from exogui.contacts.reading.workbook_safety import SafeWorkbook, look_over
from exogui.contacts.schema import Field
from exogui.contacts.sheet import FileFormat

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Value = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta

_EXACT_BELOW = 10.0**15
"""Excel keeps 15 significant digits; of a longer number it has lost the rest."""

_SHEETS_SEARCHED = 20
_ROWS_SEARCHED = 100


def read_workbook(
    file: BinaryIO, file_format: FileFormat, sheet: str | None, checkpoint: Checkpoint
) -> tuple[RawRows, Layout]:
    """Read every row of ``sheet``.

    Where it is None: of the first sheet with a phone number column, or else of the first one that holds
    anything; visible sheets come before hidden ones.

    Raises:
        ReadError: protected by a password, damaged, empty, or without the sheet that was asked for.
    """
    with _opened(file, file_format, checkpoint) as (workbook, looked_over):
        names = tuple(_sheet_names(workbook))
        found = _chosen(workbook, sheet)
        raw = _read_rows(found, checkpoint)
        first_column = found.start[1] if found.start else 0
        fill_merged_header(raw.rows, raw.lines, found.merged_cell_ranges or (), first_column)
        hidden = looked_over.hidden(workbook.sheet_names.index(found.name))
        return raw, Layout(
            sheet=found.name,
            sheets=names,
            hidden_lines=hidden.lines(found.total_height + 1),
            hidden_columns=hidden.columns_from(first_column, found.width),
        )


def first_rows(
    file: BinaryIO, file_format: FileFormat, sheet: str | None, count: int
) -> list[tuple[int, tuple[str, ...]]]:
    """The first rows that are not blank, each with its number in the sheet; see :func:`read_workbook`."""
    with _opened(file, file_format) as (workbook, _):
        found = _chosen(workbook, sheet)
        texts = (_texts(row[:MAX_COLUMNS]) for row in _rows_of(found))
        filled = ((line, row) for line, row in enumerate(texts, 1) if "".join(row).strip())
        return list(islice(filled, count))


def count_rows(
    file: BinaryIO, file_format: FileFormat, checkpoint: Checkpoint
) -> list[tuple[str, int, bool]]:
    """Of each sheet its name, the rows that are not blank, and whether it is hidden.

    ``checkpoint`` is called with sheets counted and how many there are.
    """
    counted: list[tuple[str, int, bool]] = []
    with _opened(file, file_format) as (workbook, _):
        names = _sheet_names(workbook)
        for name, hidden in names.items():
            values = _rows_of(workbook.get_sheet_by_name(name))
            rows = sum(any(type(value) is not str or value.strip() for value in row) for row in values)
            counted.append((name, rows, hidden))
            checkpoint(len(counted), len(names))
    return counted


@contextmanager
def _opened(
    file: BinaryIO, file_format: FileFormat, checkpoint: Checkpoint = no_checkpoint
) -> Iterator[tuple[CalamineWorkbook, SafeWorkbook]]:
    # Slow to import, and most files are CSV.
    from python_calamine import CalamineWorkbook

    looked_over = look_over(file, file_format, lambda: checkpoint(0, 1))
    file.seek(0)
    with _faults_named():
        yield CalamineWorkbook.from_filelike(io.BytesIO(file.read())), looked_over


@contextmanager
def _faults_named() -> Iterator[None]:
    """Turn what the workbook reader raises into a ReadError."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as error:
        raise ReadError(ReadErrorCode.PASSWORD) from error
    except (CalamineError, OSError, ValueError) as error:  # it reads from memory: no disk is to blame
        raise ReadError(ReadErrorCode.DAMAGED) from error
    except BaseException as error:
        # A panic of the Rust library is no Exception, and its class cannot be imported.
        if type(error).__name__ == "PanicException":
            raise ReadError(ReadErrorCode.DAMAGED) from error
        raise


def _sheet_names(workbook: CalamineWorkbook) -> dict[str, bool]:
    """The sheets that can hold rows, the visible ones first, and whether they are hidden."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    visible = [sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible]
    hidden = [sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Hidden]
    return {**dict.fromkeys(visible, False), **dict.fromkeys(hidden, True)}


def _chosen(workbook: CalamineWorkbook, name: str | None) -> CalamineSheet:
    names = _sheet_names(workbook)
    if name is None:
        return _sheet_with_contacts(workbook, list(names))
    if name not in names:
        raise ReadError(ReadErrorCode.NO_SUCH_SHEET, detail=name)
    return workbook.get_sheet_by_name(name)


def _sheet_with_contacts(workbook: CalamineWorkbook, names: Sequence[str]) -> CalamineSheet:
    first_filled: CalamineSheet | None = None
    for name in names[:_SHEETS_SEARCHED]:
        sheet = workbook.get_sheet_by_name(name)
        if sheet.start is None:
            continue
        sample = (_texts(row[:MAX_COLUMNS]) for row in islice(sheet.iter_rows(), _ROWS_SEARCHED))
        rows = [row for row in sample if any(row)]
        if rows and _has_phone_column(rows):
            return sheet
        first_filled = first_filled or sheet
    if first_filled is None:
        raise ReadError(ReadErrorCode.EMPTY)
    return first_filled


def _has_phone_column(rows: Sequence[tuple[str, ...]]) -> bool:
    header = find_header(rows)
    if header is None:
        return Field.PHONE_NUMBER in propose_mapping([""] * len(rows[0]), rows)
    return Field.PHONE_NUMBER in propose_mapping(rows[header], rows[header + 1 :])


def _rows_of(sheet: CalamineSheet) -> Iterator[list[Value]]:
    if sheet.height * sheet.width > MAX_CELLS:
        raise ReadError(ReadErrorCode.TOO_MANY_CELLS, detail=str(MAX_CELLS))
    return sheet.iter_rows()


def _read_rows(sheet: CalamineSheet, checkpoint: Checkpoint) -> RawRows:
    raw = RawRows()
    values = _rows_of(sheet)
    total = sheet.total_height
    line = 0
    while read := [_texts(row) for row in islice(values, ROWS_A_CHUNK)]:
        chunk: list[tuple[str, ...]] = []
        for row in read:
            line += 1
            if row[0].strip() or "".join(row).strip():
                chunk.append(row if len(row) <= MAX_COLUMNS else _trimmed(row))
                raw.lines.append(line)
            else:
                raw.blank_rows += 1
        raw.rows += chunk
        raw.check_size(chunk)
        checkpoint(line, max(total, line))
    return raw


def _trimmed(row: tuple[str, ...]) -> tuple[str, ...]:
    """Without the blank cells at the end: one stray cell must not make every row too wide."""
    filled = len(row)
    while not row[filled - 1].strip():
        filled -= 1
    return row[:filled]


def _texts(row: Iterable[Value]) -> tuple[str, ...]:
    return tuple([value if type(value) is str else cell_text(value) for value in row])


def cell_text(value: Value) -> str:
    """A cell as the person sees it, but with every digit.

    Dates and times as ISO 8601 has them, with a space between; 919876543210 whole; a number of 16 digits and
    more in scientific notation, because Excel has lost the digits after the fifteenth and none may be
    invented.
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        exact = value.is_integer() and abs(value) < _EXACT_BELOW
        return str(int(value)) if exact else format(value, ".15G")
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "seconds" if value.second else "minutes")
    if isinstance(value, dt.time):
        return value.isoformat("seconds" if value.second else "minutes")
    if isinstance(value, dt.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return str(value)
