"""What a file of the corpus must be read as."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.schema import Field
from exogui.contacts.sheet import Source

ASHA = ("+919876543210", "Asha", "asha@example.in")
MEI = ("+6591234567", "Mei", "mei@example.sg")
NAMED = ("phone_number", "first_name", "email")
SENT = (Field.PHONE_NUMBER, Field.FIRST_NAME, Field.EMAIL)


@dataclass(frozen=True)
class Readable:
    """What a file must be read as."""

    header: tuple[str, ...] = NAMED
    rows: tuple[tuple[str, ...], ...] = (ASHA, MEI)
    lines: tuple[int, ...] = (2, 3)
    mapping: tuple[Field | None, ...] = SENT
    encoding: str | None = "utf-8"
    delimiter: str | None = ","
    header_line: int = 1
    header_width: int | None = None
    blank_rows: int = 0
    title_rows: int = 0
    short_rows: frozenset[int] = frozenset()
    encoding_certain: bool = True


def check(path: Path, expected: Readable) -> Source:
    """Read the file and compare all of it. Gives how it was read."""
    sheet = read_contacts(path)
    source = sheet.source
    width = len(expected.header)
    assert (
        Readable(
            header=sheet.header,
            rows=tuple(sheet.rows),
            lines=tuple(sheet.lines),
            mapping=sheet.mapping,
            encoding=source.encoding,
            delimiter=source.delimiter,
            header_line=source.header_line,
            header_width=expected.header_width and sheet.header_width,
            blank_rows=source.blank_rows,
            title_rows=source.title_rows,
            short_rows=sheet.short_rows,
            encoding_certain=source.encoding_certain,
        )
        == expected
    )
    assert sheet.header_width == (expected.header_width or width)
    assert all(type(row) is tuple and len(row) == width for row in sheet.rows)
    assert source.path == path
    assert source.size_bytes == (path).stat().st_size
    return source
