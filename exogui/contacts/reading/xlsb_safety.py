"""What is looked at in an .xlsb before the workbook reader (calamine), which trusts it, may have it.

A part is a row of records: type, size, then the record ([MS-XLSB] 2.1.4).
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from typing import BinaryIO

from exogui.contacts.reading.archive_parts import ArchiveParts
from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.hidden import Hidden
from exogui.contacts.reading.raw_rows import MAX_CELLS, MAX_TEXT, ROWS_A_CHUNK

_ROW_HEADER = 0
_COLUMN_INFO = 60
_VALUES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 62})
"""Records of cells with a value, from BrtCellRk to BrtFmlaError, and BrtCellRString ([MS-XLSB] 2.3.2)."""
_LEAST_BYTES = 8
"""Where a cell or row has less, the reader takes what the record before left in its place."""
_SHARED_TEXT = 7
_STRING = 19
_SHEET = 156
_SHEET_PARTS = "xl/worksheets/"
"""What is not there is no sheet for the reader."""


class XlsbSafety:
    """One .xlsb, looked over.

    Raises:
        ReadError: TOO_MANY_CELLS when a sheet spans more than memory should hold, TOO_LARGE, or DAMAGED.
    """

    def __init__(self, file: BinaryIO, checkpoint: Callable[[], None]) -> None:
        self._parts = ArchiveParts(file)
        self._checkpoint = checkpoint
        hidden: dict[str, Hidden] = {}
        self._lengths = array("I")
        """Of the shared texts, in characters."""
        try:
            self._take_strings()
            self._parts.start_round()
            for info in self._parts.infos:
                if not info.filename.startswith(_SHEET_PARTS):
                    for _ in self._parts.pieces(info):  # all of it, to see that it ends
                        checkpoint()
                elif not info.filename.endswith(".rels"):
                    hidden[info.filename.lower()] = self._look_over(self._parts.read(info))
            self._hidden = [hidden.get(name, Hidden()) for name in self._sheet_parts()]
        except IndexError as error:
            raise ReadError(ReadErrorCode.DAMAGED) from error

    def hidden(self, sheet: int) -> Hidden:
        """What the sheet at this place hides."""
        return self._hidden[sheet] if 0 <= sheet < len(self._hidden) else Hidden()

    def _take_strings(self) -> None:
        info = self._parts.find("xl/sharedStrings.bin")
        part = b"" if info is None else self._parts.read(info)
        self._lengths.extend(_integer(part, at + 1) for record, at, _ in _records(part) if record == _STRING)

    def _look_over(self, part: bytes) -> Hidden:
        hidden = Hidden()
        rows = columns = row = headers = text = 0
        for record, at, size in _records(part):
            if size < _LEAST_BYTES and (record == _ROW_HEADER or record in _VALUES):
                raise ReadError(ReadErrorCode.DAMAGED)
            if record == _ROW_HEADER:
                row = _integer(part, at) + 1
                if size > 11 and part[at + 11] & 0x10:  # fDyZero, [MS-XLSB] 2.4.741
                    hidden.hide_rows(row)
                headers += 1
                if headers % ROWS_A_CHUNK == 0:
                    self._checkpoint()
            elif record in _VALUES:
                rows, columns = max(rows, row), max(columns, _integer(part, at) + 1)
                if record == _SHARED_TEXT:
                    number = _integer(part, at + 8)
                    text += self._lengths[number] if number < len(self._lengths) else 0
            elif record == _COLUMN_INFO and size > 16 and part[at + 16] & 1:  # fHidden, [MS-XLSB] 2.4.323
                hidden.columns.append(range(_integer(part, at), _integer(part, at + 4) + 1))
        if rows * columns > MAX_CELLS or text > MAX_TEXT:
            raise ReadError(ReadErrorCode.TOO_MANY_CELLS, detail=str(MAX_CELLS))
        return hidden

    def _sheet_parts(self) -> list[str]:
        """The part of each sheet in small letters, in the order of the workbook (BrtBundleSh, 2.4.311)."""
        workbook = self._parts.find("xl/workbook.bin")
        if workbook is None:
            return []
        targets = self._parts.relation_targets("xl/_rels/workbook.bin.rels")
        part = self._parts.read(workbook)
        names = []
        for record, at, _ in _records(part):
            if record == _SHEET:
                length = _integer(part, at + 8)
                identity = part[at + 12 : at + 12 + 2 * length].decode("utf-16-le", "replace")
                names.append(f"xl/{targets.get(identity, '')}".lower())
        return names


def _records(part: bytes) -> Iterator[tuple[int, int, int]]:
    """Each record's type, the position of what is in it, and how many bytes that is.

    Raises:
        IndexError: the part ends within a record's beginning.
    """
    at = 0
    while at < len(part):
        record, at = _variable_integer(part, at, 2)
        size, at = _variable_integer(part, at, 4)
        yield record, at, size
        at += size


def _integer(part: bytes, at: int) -> int:
    return int.from_bytes(part[at : at + 4], "little")


def _variable_integer(part: bytes, at: int, longest: int) -> tuple[int, int]:
    """A number whose bytes go on while their highest bit is set, and the position after it."""
    number = 0
    for index in range(longest):
        byte = part[at + index]
        number |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            return number, at + index + 1
    return number, at + longest
