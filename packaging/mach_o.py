"""What the head of a Mach-O file says: whether it is one, and how old a macOS may be that runs it."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

Version = tuple[int, int]

_FAT = 0xCAFEBABE  # big-endian, also in the files of little-endian processors
_MACH_O_64 = 0xFEEDFACF
_BUILD_VERSION = 0x32  # LC_BUILD_VERSION
_FAT_HEADER = struct.Struct(">II")
_FAT_PART = struct.Struct(">5I")
_HEADER = struct.Struct("<8I")
_COMMAND = struct.Struct("<4I")
_MOST_PARTS = 16
"""A Java class begins with the same four bytes, and the number that stands next is larger then."""


def is_mach_o(path: Path) -> bool:
    """Whether it is a program or a library of macOS, for one processor or for several."""
    return next(_parts(path), None) is not None


def oldest_system(path: Path) -> Version | None:
    """The oldest macOS that it is marked for, or None; with several processors the newest of these."""
    marks = [mark for data, offset in _parts(path) for mark in _marks(data, offset)]
    return max(marks, default=None)


def _parts(path: Path) -> Iterator[tuple[bytes, int]]:
    """The content, and where the part for each processor begins."""
    with path.open("rb") as file:
        start = file.read(_FAT_HEADER.size)
        if len(start) < _FAT_HEADER.size:
            return
        magic, count = _FAT_HEADER.unpack(start)
        if magic != _FAT and int.from_bytes(start[:4], "little") != _MACH_O_64:
            return
        data = start + file.read()
    if magic != _FAT:
        yield data, 0
    elif count <= _MOST_PARTS:
        for number in range(count):
            _, _, offset, _, _ = _FAT_PART.unpack_from(data, _FAT_HEADER.size + number * _FAT_PART.size)
            if int.from_bytes(data[offset : offset + 4], "little") == _MACH_O_64:
                yield data, offset


def _marks(data: bytes, offset: int) -> Iterator[Version]:
    commands = _HEADER.unpack_from(data, offset)[4]
    place = offset + _HEADER.size
    for _ in range(commands):
        kind, size, _platform, system = _COMMAND.unpack_from(data, place)
        if kind == _BUILD_VERSION:
            yield system >> 16, system >> 8 & 0xFF
        place += size
