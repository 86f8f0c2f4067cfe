"""The compound file in which an .xls stands, every link in it followed before anyone else does ([MS-CFB]).

The workbook reader (calamine) believes what the file says of its own sizes and goes round in circles with it.
"""

from __future__ import annotations

import struct
from array import array

from exogui.contacts.reading.errors import ReadError, ReadErrorCode

_END = 0xFFFFFFFE
_SPECIAL = 0xFFFFFFFA
"""Numbers from here on name no sector."""
_HEADER = struct.Struct("<24xHHHHH6xIIIIIIIII")
"""Versions, byte order, sector shift, mini sector shift, numbers and first sectors ([MS-CFB] 2.2)."""
_ENTRY = struct.Struct("<64s52xIQ")
"""Name, first sector, bytes ([MS-CFB] 2.6.1)."""
_ENTRY_BYTES = 128
_MINI_SECTOR = 64
_MINI_STREAM_BELOW = 4096
_MOST_MINI_FAT_SECTORS = 1024
"""8 MB of streams of less than 4 kB each."""


class CompoundFile:
    """A compound file in memory.

    Raises:
        ReadError: DAMAGED when anything in it leads out of the file or round in a circle.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        try:
            self._open()
        except struct.error as error:
            raise _damaged() from error

    def _open(self) -> None:
        _, _, _, shift, mini_shift, *counts = _HEADER.unpack_from(self._content)
        directories, fat_sectors, first_directory, _, _, first_mini, mini_sectors, first_difat, _ = counts
        if shift not in {9, 12} or mini_shift != 6 or mini_sectors > _MOST_MINI_FAT_SECTORS:
            raise _damaged()
        self._size = 1 << shift
        self._count = -(-len(self._content) // self._size) - 1
        if max(directories, fat_sectors) > self._count:
            raise _damaged()
        self._fat = self._load_fat(first_difat)
        entries = self._read(self._chain(first_directory, self._fat, self._count))
        self._entries = [_ENTRY.unpack_from(entries, at) for at in range(0, len(entries), _ENTRY_BYTES)]
        self._mini_fat, self._mini_stream = array("I"), b""
        if mini_sectors and self._entries:
            self._length(self._entries[0][2])
            self._mini_fat = _integers(self._read(self._chain(first_mini, self._fat, self._count)))
            self._mini_stream = self._read(self._chain(self._entries[0][1], self._fat, self._count))

    def stream(self, *names: str) -> bytes:
        """The stream of the first of ``names`` that there is."""
        for name in names:
            for raw, first, length in self._entries:
                if raw.decode("utf-16-le", "replace").partition("\0")[0] == name:
                    return self._stream(first, self._length(length))
        raise _damaged()

    def _stream(self, first: int, length: int) -> bytes:
        if length >= _MINI_STREAM_BELOW:
            return self._read(self._chain(first, self._fat, self._count))[:length]
        count = len(self._mini_stream) // _MINI_SECTOR
        sectors = self._chain(first, self._mini_fat, count)
        whole = b"".join(self._mini_stream[n * _MINI_SECTOR : (n + 1) * _MINI_SECTOR] for n in sectors)
        return whole[:length] if length else whole

    def _length(self, length: int) -> int:
        length = length & 0xFFFFFFFF if self._size == 512 else length
        if length > len(self._content):
            raise _damaged()
        return length

    def _load_fat(self, sector: int) -> array[int]:
        """The table of what follows each sector; the sectors in which it stands are listed themselves."""
        listed = _integers(self._content[76:512])
        seen = 0
        while sector < _SPECIAL:
            seen += 1
            if seen > self._count:
                raise _damaged()
            listed.extend(_integers(self._read([sector])))
            sector = listed.pop()
        return _integers(self._read([number for number in listed if number < _SPECIAL + 2]))

    def _chain(self, sector: int, table: array[int], count: int) -> list[int]:
        chain: list[int] = []
        while sector != _END:
            chain.append(sector)
            if sector >= min(count, len(table)) or len(chain) > count:
                raise _damaged()
            sector = table[sector]
        return chain

    def _read(self, sectors: list[int]) -> bytes:
        if sectors and (max(sectors) >= self._count or len(sectors) > self._count):
            raise _damaged()
        size = self._size
        return b"".join(self._content[(n + 1) * size : (n + 2) * size] for n in sectors)


def _integers(data: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(data[: len(data) // 4 * 4])
    return numbers


def _damaged() -> ReadError:
    return ReadError(ReadErrorCode.DAMAGED)
