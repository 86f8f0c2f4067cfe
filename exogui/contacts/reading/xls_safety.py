"""What is looked at in an .xls before the workbook reader (calamine), which trusts it, may have it.

The workbook is a stream of records: type, size, then the record ([MS-XLS] 2.1.4). All sheets of a file are in
memory at once, each as one block from its first to its last cell.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import BinaryIO

from exogui.contacts.reading.compound_file import CompoundFile
from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.hidden import Hidden
from exogui.contacts.reading.raw_rows import MAX_CELLS, MAX_TEXT, ROWS_A_CHUNK
from exogui.contacts.reading.xls_strings import string_lengths

# Types of records ([MS-XLS] 2.3.2)
_FORMULA, _END, _FILE_PASS, _COLUMN_INFO, _BOUND_SHEET = 0x06, 0x0A, 0x2F, 0x7D, 0x85
_MANY_NUMBERS, _STRINGS, _DIMENSIONS, _ROW = 0xBD, 0xFC, 0x0200, 0x0208
_CONTINUE, _SHARED_TEXT = 0x3C, 0xFD
_VALUES = frozenset({_FORMULA, _MANY_NUMBERS, _SHARED_TEXT, 0x0203, 0x0204, 0x0205, 0x027E})

_TWO = struct.Struct("<HH").unpack_from
_LEAST_STRING_BYTES = 3


class XlsSafety:
    """One .xls, looked over.

    Raises:
        ReadError: PASSWORD, TOO_MANY_CELLS when its sheets span more than memory should hold, or DAMAGED.
    """

    def __init__(self, file: BinaryIO, checkpoint: Callable[[], None]) -> None:
        file.seek(0)
        self._stream = CompoundFile(file.read()).stream("Workbook", "Book")
        self._checkpoint = checkpoint
        self._cells = self._text = 0
        try:
            self._hidden = [self._look_over(start) for start in self._sheets()]
        except (struct.error, IndexError) as error:
            raise ReadError(ReadErrorCode.DAMAGED) from error

    def hidden(self, sheet: int) -> Hidden:
        """What the sheet at this place hides."""
        return self._hidden[sheet] if 0 <= sheet < len(self._hidden) else Hidden()

    def _sheets(self) -> list[int]:
        """Where each sheet begins."""
        starts: list[int] = []
        strings: list[bytes] = []
        count = previous = 0
        for record, at, size in self._records(0):
            if record == _FILE_PASS:
                raise ReadError(ReadErrorCode.PASSWORD)
            if record == _BOUND_SHEET:
                starts.append(int.from_bytes(self._stream[at : at + 4], "little"))
            elif record == _STRINGS:
                count = int.from_bytes(self._stream[at + 4 : at + 8], "little")
                if count * _LEAST_STRING_BYTES > len(self._stream):
                    raise ReadError(ReadErrorCode.DAMAGED)
                strings = [self._stream[at + 8 : at + size]]
            elif record == _CONTINUE and previous == _STRINGS:
                strings.append(self._stream[at : at + size])
                continue
            previous = record
        self._lengths = string_lengths(strings, count)
        return starts

    def _look_over(self, start: int) -> Hidden:
        hidden = Hidden()
        stream = self._stream
        rows = columns = 0
        for record, at, size in self._records(start):
            if record in _VALUES:
                row, column = _TWO(stream, at)
                if record == _SHARED_TEXT:
                    number = int.from_bytes(stream[at + 6 : at + 10], "little")
                    self._text += self._lengths[number] if number < len(self._lengths) else 0
                if record == _MANY_NUMBERS:
                    column += max(size - 6, 0) // 6
                rows, columns = max(rows, row + 1), max(columns, column + 1)
            elif record == _ROW and size >= 16 and stream[at + 12] & 0x20:  # fDyZero, [MS-XLS] 2.4.221
                hidden.hide_rows(_TWO(stream, at)[0] + 1)
            elif record == _COLUMN_INFO and size >= 10 and stream[at + 8] & 1:  # fHidden, [MS-XLS] 2.4.53
                first, last = _TWO(stream, at)
                hidden.columns.append(range(first, last + 1))
            elif record == _DIMENSIONS:
                self._check(_stated_cells(stream[at : at + size]))
        self._cells += rows * columns
        self._check(self._cells if self._text <= MAX_TEXT else MAX_CELLS + 1)
        return hidden

    def _check(self, cells: int) -> None:
        if cells > MAX_CELLS:
            raise ReadError(ReadErrorCode.TOO_MANY_CELLS, detail=str(MAX_CELLS))

    def _records(self, at: int) -> Iterator[tuple[int, int, int]]:
        """Each record's type, the position of what is in it, and how many bytes that is, up to the end."""
        stream, end = self._stream, len(self._stream)
        count = 0
        while at + 4 <= end:
            record, size = _TWO(stream, at)
            yield record, at + 4, size
            if record == _END:
                return
            at += 4 + size
            count += 1
            if count % (8 * ROWS_A_CHUNK) == 0:
                self._checkpoint()


def _stated_cells(dimensions: bytes) -> int:
    """The cells for which the reader makes room, reckoned with 32 bits as it does."""
    layout = {10: "<HHHH", 14: "<IIHH"}.get(len(dimensions))
    if layout is None:
        return 0
    bounds: tuple[int, ...] = struct.unpack_from(layout, dimensions)
    first_row, end_row, first_column, end_column = bounds
    if not end_row or not end_column:
        return 1
    return ((end_row - first_row) & 0xFFFFFFFF) * ((end_column - first_column) & 0xFFFFFFFF)
