"""Files of the largest sizes: read within bounded memory, or refused before they take it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.reader import read_contacts

MEMORY_BYTES = 900 << 20
"""Of address space, the interpreter and everything it maps included."""

READ = f"""
import sys
from pathlib import Path
if sys.platform != "win32":
    import resource
    resource.setrlimit(resource.RLIMIT_AS, ({MEMORY_BYTES}, {MEMORY_BYTES}))
from exogui.contacts.reading.errors import ReadError
from exogui.contacts.reading.reader import read_contacts
try:
    sheet = read_contacts(Path(sys.argv[1]))
except ReadError as error:
    print(error.code)
else:
    print(len(sheet.rows), sheet.rows[-1][0])
"""


def read_in_little_memory(path: Path) -> str:
    """What reading it gives, in a process that may not have more memory."""
    done = subprocess.run([sys.executable, "-c", READ, path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "contacts.csv"


def test_that_two_million_rows_of_sixty_megabytes_are_read_in_bounded_memory(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write("Phone,Name,City\n")
        for start in range(0, 2_000_000, 1_000):
            stream.writelines(f"+9198{n:08},Asha {n:06},Pune\n" for n in range(start, start + 1_000))
    assert path.stat().st_size > 60_000_000
    assert read_in_little_memory(path) == "2000000 +919801999999"


@pytest.mark.parametrize(
    ("cell", "why"),
    [(b"abc,", "cells"), (b"abc ", "one cell"), (b'"abc",', "quoted cells"), (b"\xe0\xa4\x86 ", "letters")],
)
def test_that_a_line_of_ten_megabytes_is_refused_by_its_number(path: Path, cell: bytes, why: str) -> None:
    path.write_bytes(b"Phone,Name\n1,2\n" + cell * (10_000_000 // len(cell)) + b"\n3,4\n")
    with pytest.raises(ReadError) as caught:
        read_contacts(path)
    assert (caught.value.code, caught.value.line) == (ReadErrorCode.LINE_TOO_LONG, 3), why


def test_that_a_quote_that_is_open_for_ten_megabytes_is_refused_by_its_number(path: Path) -> None:
    path.write_bytes(b'Phone,Name\n1,2\n3,"' + b"abc\n" * 2_500_000 + b'"\n')
    with pytest.raises(ReadError) as caught:
        read_contacts(path)
    assert (caught.value.code, caught.value.line) == (ReadErrorCode.UNCLOSED_QUOTE, 3)


def test_that_five_thousand_columns_are_refused_by_their_line(path: Path) -> None:
    path.write_bytes(b"Phone,Name\n" + (b"," * 4_999 + b"x\n") * 500)
    with pytest.raises(ReadError) as caught:
        read_contacts(path)
    assert (caught.value.code, caught.value.line) == (ReadErrorCode.TOO_MANY_COLUMNS, 2)


def test_that_more_cells_than_memory_should_hold_are_refused_in_bounded_memory(path: Path) -> None:
    row = b"," * 399 + b"x\n"  # blank cells take little memory until they are counted
    path.write_bytes(b"Phone,Name\n" + row * 60_000)
    assert read_in_little_memory(path) == "too_many_cells"
