"""Mach-O files that hold nothing but what is looked at: a head, and the mark of the oldest system."""

from __future__ import annotations

import struct

_NAME = struct.pack("<2I", 0x0D, 48) + bytes(40)
"""LC_ID_DYLIB, a command to step over."""


def thin_part(system: tuple[int, int] | None) -> bytes:
    """A library for one processor."""
    commands = [_NAME]
    if system is not None:
        mark = system[0] << 16 | system[1] << 8
        commands.append(struct.pack("<6I", 0x32, 24, 1, mark, mark, 0))
    body = b"".join(commands)
    return struct.pack("<8I", 0xFEEDFACF, 0x0100000C, 0, 6, len(commands), len(body), 0, 0) + body


def fat_file(*parts: bytes) -> bytes:
    """A library for several processors."""
    head = struct.pack(">2I", 0xCAFEBABE, len(parts))
    offset = 4096
    entries, body = b"", b""
    for part in parts:
        entries += struct.pack(">5I", 0x0100000C, 0, offset + len(body), len(part), 12)
        body += part.ljust(4096, b"\0")
    return (head + entries).ljust(offset, b"\0") + body
