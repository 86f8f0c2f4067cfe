"""Writing contacts for people: files that are safe to open in Excel."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import IO

from exogui.contacts.csv_text import CHUNK_ROWS, csv_bytes, flush_to_disk
from exogui.contacts.judging.phone_numbers import is_e164

_RUNS_IN_A_SPREADSHEET = re.compile(r"[\s\x00-\x1f]*[=+\-@＝＋－＠]|[\t\r\n]")
"""How a cell begins that a spreadsheet may run (OWASP, CSV injection), after whatever it skips before."""


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
    """CSV in UTF-8, some hundred rows at a time."""
    remaining = iter(_chain_header(header, rows))
    while chunk := list(islice(remaining, CHUNK_ROWS)):
        yield csv_bytes(chunk)


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    """A new file beside ``path`` that takes its place when everything went well, and vanishes otherwise."""
    temporary = path.with_name(f".{path.stem[:40]}-{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            yield file
            flush_to_disk(file)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _is_same_file(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return path.absolute() == other.absolute()
