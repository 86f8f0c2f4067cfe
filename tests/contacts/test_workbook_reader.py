"""Cells of a workbook as text, and a workbook of many rows."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.reading.workbook_reader import Value, cell_text

FILES = Path(__file__).parent / "files"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("+91 98765", "+91 98765"),
        (919876543210, "919876543210"),
        (919876543210.0, "919876543210"),
        (-5.0, "-5"),
        (-0.0, "0"),
        (9.5, "9.5"),
        (0.1 + 0.2, "0.3"),
        (True, "TRUE"),
        (False, "FALSE"),
        (dt.date(2026, 11, 23), "2026-11-23"),
        (dt.datetime(2026, 11, 23, 9, 5), "2026-11-23 09:05"),  # noqa: DTZ001 - a workbook knows no time zone
        (dt.datetime(2026, 11, 23, 9, 5, 7), "2026-11-23 09:05:07"),  # noqa: DTZ001 - as above
        (dt.time(9, 5), "09:05"),
        (dt.time(9, 5, 7), "09:05:07"),
        (dt.timedelta(hours=26, minutes=3, seconds=4), "26:03:04"),
        (999_999_999_999_999.0, "999999999999999"),
        (1_000_000_000_000_000.0, "1E+15"),
        (4_111_111_111_111_111.0, "4.11111111111111E+15"),
    ],
)
def test_that_a_cell_is_shown_as_the_person_sees_it(value: Value, text: str) -> None:
    assert cell_text(value) == text


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_that_a_number_keeps_every_digit_that_excel_keeps(number: int) -> None:
    assert cell_text(float(number)) == str(number)


@given(st.integers(10**15, 10**20))
def test_that_no_digit_is_invented_where_excel_has_lost_some(number: int) -> None:
    assert "E+" in cell_text(float(number))


def test_that_a_csv_is_read_without_importing_what_reads_workbooks() -> None:
    code = (
        "import sys; from pathlib import Path; from exogui.contacts.reading.reader import read_contacts;"
        "read_contacts(Path(sys.argv[1]));"
        "print(sorted({'python_calamine', 'zipfile', 'PySide6'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, FILES / "text" / "plain.csv"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_that_a_workbook_of_many_chunks_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "contacts.xlsx"
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet("Leads")
    page.write_row(0, 0, ["Mobile", "Name"])
    for row in range(1, 1_200):
        page.write_row(row, 0, [919_876_540_000 + row, f"Name {row}"])
    book.close()
    seen: list[tuple[int, int]] = []
    sheet = read_contacts(path, checkpoint=lambda done, total: seen.append((done, total)))
    assert sheet.rows == [(str(919_876_540_000 + row), f"Name {row}") for row in range(1, 1_200)]
    assert list(sheet.lines) == list(range(2, 1_201))
    assert seen == sorted(seen)
    assert len(seen) >= 4
    assert seen[0] == (0, 1)  # while it is looked over nobody knows how many rows there are
    assert seen[-1] == (1_200, 1_200)
