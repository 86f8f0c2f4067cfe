"""The shared texts of an .xls, as far as their lengths go."""

from __future__ import annotations

import struct
from array import array

_MOST_CHARACTERS = 65_535


def string_lengths(pieces: list[bytes], count: int) -> array[int]:
    """The characters of each shared text; as many as can be where the table is broken ([MS-XLS] 2.4.265)."""
    table = _StringTable(pieces)
    lengths = array("I")
    try:
        while len(lengths) < count:
            lengths.append(table.pass_string())
    except (IndexError, struct.error):
        lengths.extend([_MOST_CHARACTERS] * (count - len(lengths)))
    return lengths


class _StringTable:
    """Shared texts one after the other ([MS-XLS] 2.5.293), in pieces that may cut any of them in two."""

    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = pieces
        self._piece = self._at = 0

    def pass_string(self) -> int:
        """Pass one; its characters."""
        self._skip(0)
        piece, at = self._pieces[self._piece], self._at
        length, flags = struct.unpack_from("<HB", piece, at)
        at += 3
        runs = extra = 0
        if flags & 8:
            (runs,) = struct.unpack_from("<H", piece, at)
            at += 2
        if flags & 4:
            (extra,) = struct.unpack_from("<I", piece, at)
            at += 4
        self._at = at
        self._skip_characters(length, 1 + (flags & 1))
        self._skip(4 * runs + extra)
        return int(length)

    def _skip_characters(self, left: int, width: int) -> None:
        while True:
            fit = min((len(self._pieces[self._piece]) - self._at) // width, left)
            self._at += fit * width
            left -= fit
            if not left:
                return
            self._piece, self._at = self._piece + 1, 1
            width = 1 + (self._pieces[self._piece][0] & 1)  # each piece says anew how wide its characters are

    def _skip(self, size: int) -> None:
        """Pass bytes, and go on to the next piece where this one ends."""
        self._at += size
        while self._at >= len(self._pieces[self._piece]):
            self._at -= len(self._pieces[self._piece])
            self._piece += 1
            if self._piece == len(self._pieces) and not self._at:
                return
