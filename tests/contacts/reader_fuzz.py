"""Reads files that were damaged at random, in a process of its own with little memory.

python -m tests.contacts.reader_fuzz --seconds 600    looks for new failures
python -m tests.contacts.reader_fuzz --first 71 --count 1    looks at one again

A file may be refused, and nothing else may go wrong: no other exception, no end of the process, no file that
takes longer than a minute.
"""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import io
import random
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from exogui.contacts.reading.encoding_preview import preview_encodings
from exogui.contacts.reading.errors import ReadError
from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.reading.reading_preview import preview_rows, preview_sheets

FILES = Path(__file__).parent / "files"
MEMORY_BYTES = 3 << 30
SLOWEST_SECONDS = 60

_SNIPPETS = (
    *(
        b'"',
        b"\n",
        b",",
        b"\0",
        b"\xff",
        b"\x80",
        b"=",
        b"<",
        b">",
        b"&",
        b"'",
        b"\xff\xff\xff\xff",
        b"\xfe\xff\xff\xff",
    ),
    *(
        b"99999999",
        b"1048576",
        b"4294967295",
        b"XFD1048576",
        b' r="XFD1048576"',
        b'hidden="1"',
        b"<!--",
        b"<row>",
    ),
    *(
        b"\x00\x00\x00\x80",
        b"\xff\xff",
        b"\x00\x02\x0e\x00",
        b"<c><v>1</v></c>",
        b'table:number-rows-repeated="99999999"',
    ),
)


def damaged(content: bytes, dice: random.Random) -> bytes:
    """A few bytes changed, left out, doubled or put in."""
    data = bytearray(content)
    for _ in range(dice.choice((1, 1, 2, 3, 8))):
        at = dice.randrange(len(data) + 1)
        length = min(dice.choice((1, 2, 4, 16, 300)), len(data) - at)
        change = dice.randrange(6)
        if change == 0:
            data[at : at + 1] = bytes([dice.randrange(256)])
        elif change == 1:
            del data[at : at + length]
        elif change == 2:
            data[at:at] = data[at : at + length] * dice.choice((1, 3, 50))
        elif change == 3:
            data[at:at] = dice.choice(_SNIPPETS)
        elif change == 4:
            snippet = dice.choice(_SNIPPETS)
            data[at : at + len(snippet)] = snippet
        elif dice.random() < 0.2:
            del data[at:]
    return bytes(data)


def damaged_inside(content: bytes, dice: random.Random) -> bytes:
    """An archive, sound itself, of which one part is damaged."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        infos = source.infolist()
        victim = dice.choice([info for info in infos if info.file_size] or infos)
        for info in infos:
            part = source.read(info)
            copy.writestr(info.filename, damaged(part, dice) if info is victim else part)
    return target.getvalue()


def make(number: int, originals: list[bytes]) -> bytes:
    """The damaged file of that number, always the same."""
    dice = random.Random(number)
    content = dice.choice(originals)
    if content.startswith(b"PK\3\4") and dice.random() < 0.8:
        with contextlib.suppress(zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
            return damaged_inside(content, dice)
    return damaged(content, dice)


def read_every_way(path: Path) -> None:
    """Read the file and look at its previews."""
    ways: tuple[Callable[[Path], object], ...] = (
        read_contacts,
        preview_rows,
        preview_sheets,
        preview_encodings,
    )
    for read in ways:
        with contextlib.suppress(ReadError):
            read(path)


def limit_memory() -> None:
    """Not on Windows, which has no such limit."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int)
    parser.add_argument("--seconds", type=float)
    wish = parser.parse_args()
    limit_memory()
    originals = [path.read_bytes() for path in sorted(FILES.glob("*/*"))]
    until = time.monotonic() + (wish.seconds or float("inf"))
    number = wish.first
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "contacts"
        while (wish.count is None or number < wish.first + wish.count) and time.monotonic() < until:
            path.write_bytes(make(number, originals))
            faulthandler.dump_traceback_later(SLOWEST_SECONDS, exit=True)
            sys.stdout.write(f"\r{number}")
            sys.stdout.flush()
            read_every_way(path)
            number += 1
    faulthandler.cancel_dump_traceback_later()
    sys.stdout.write(f"\r{number - wish.first} files\n")


if __name__ == "__main__":
    main()
