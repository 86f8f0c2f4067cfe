"""What is looked at before a workbook is given to the workbook reader (calamine), which trusts it.

It keeps a sheet as one block from its first to its last cell: one stray cell in the last row and column of a
sheet of Excel asks for 550 GB, and the process ends there and then. And in an OpenDocument sheet whose XML
is broken it looks for the end of the table for ever.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import IO, BinaryIO
from xml.parsers import expat

from exogui.contacts.errors import ReadError, ReadErrorCode
from exogui.contacts.raw_rows import MAX_CELLS

_ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError)
_PART = re.compile(r"xl/worksheets/[^/]+\.xml")
_BINARY_PART = re.compile(r"xl/worksheets/[^/]+\.bin")
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension\b[^>]*?\bref="(?:[A-Z]+\d+:)?([A-Z]{1,3})(\d{1,7})"')
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>')
_ROW_HEADER = 0
_VALUES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 62})
"""Records of cells with a value, from BrtCellRk to BrtFmlaError, and BrtCellRString ([MS-XLSB] 2.3.2)."""
_CHUNK = 1 << 20
_HEAD = 4096


def check_xlsx(file: BinaryIO) -> None:
    """Refuse an .xlsx in which a sheet spans more cells than memory should hold.

    Raises:
        ReadError: TOO_MANY_CELLS with the limit, or DAMAGED.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            for name in filter(_PART.fullmatch, archive.namelist()):
                with archive.open(name) as part:
                    too_large = _spans_too_much(part)
                if too_large:
                    raise ReadError(ReadErrorCode.TOO_MANY_CELLS, detail=str(MAX_CELLS))
    except _ZIP_FAULTS as error:
        raise ReadError(ReadErrorCode.DAMAGED) from error


def check_xlsb(file: BinaryIO) -> None:
    """Refuse an .xlsb in which a sheet spans more cells than memory should hold.

    Raises:
        ReadError: TOO_MANY_CELLS with the limit, or DAMAGED.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            for name in filter(_BINARY_PART.fullmatch, archive.namelist()):
                rows, columns = _binary_extent(archive.read(name))
                if rows * columns > MAX_CELLS:
                    raise ReadError(ReadErrorCode.TOO_MANY_CELLS, detail=str(MAX_CELLS))
    except (IndexError, *_ZIP_FAULTS) as error:
        raise ReadError(ReadErrorCode.DAMAGED) from error


def _binary_extent(part: bytes) -> tuple[int, int]:
    """Rows and columns up to the last cell with a value ([MS-XLSB] 2.1.4: type, size, then the record)."""
    rows = columns = row = at = 0
    while at < len(part):
        record, at = _variable_integer(part, at, 2, shift=8)
        size, at = _variable_integer(part, at, 4, shift=7)
        first = int.from_bytes(part[at : at + 4], "little")
        if record == _ROW_HEADER:
            row = first + 1
        elif record in _VALUES:
            rows, columns = max(rows, row), max(columns, first + 1)
        at += size
    return rows, columns


def _variable_integer(part: bytes, at: int, longest: int, shift: int) -> tuple[int, int]:
    """A number whose bytes go on while their highest bit is set, and the position after it."""
    number = 0
    for index in range(longest):
        byte = part[at + index]
        number |= (byte if shift == 8 else byte & 0x7F) << (shift * index)
        if byte < 0x80:
            return number, at + index + 1
    return number, at + longest


def check_ods(file: BinaryIO) -> None:
    """Refuse an OpenDocument sheet that is not well-formed XML.

    Raises:
        ReadError: DAMAGED.
    """
    parser = expat.ParserCreate()
    try:
        with zipfile.ZipFile(file) as archive, archive.open("content.xml") as part:
            while text := part.read(_HEAD * 16):
                parser.Parse(text)
            parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError, *_ZIP_FAULTS) as error:
        raise ReadError(ReadErrorCode.DAMAGED) from error


def _spans_too_much(part: IO[bytes]) -> bool:
    """Whether it does by what the sheet says of itself, and, if so or if it says nothing, by its cells.

    What a sheet says of itself includes cells that have a colour and no value; those need no memory.
    """
    text = part.read(_HEAD)
    stated = _DIMENSION.search(text)
    if stated and _column(stated[1]) * int(stated[2]) <= MAX_CELLS:
        return False
    columns = rows = 0
    while text:
        for cell in _CELL.finditer(text):
            if not cell[0].endswith(b"/>"):
                columns = max(columns, _column(cell[1]))
                rows = max(rows, int(cell[2]))
        if columns * rows > MAX_CELLS:
            return True
        more = part.read(_CHUNK)
        # A tag may be cut in two by the end of a chunk.
        text = text[max(text.rfind(b"<"), 0) :][-_HEAD:] + more if more else b""
    return False


def _column(letters: bytes) -> int:
    """A -> 1, Z -> 26, AA -> 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
