"""One small workbook for each trap, and what must come out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from exogui.contacts.schema import Field
from exogui.contacts.sheet import FileFormat
from tests.contacts.expectation import Readable, check

FILES = Path(__file__).parent / "files" / "workbooks"

PHONE, FIRST = Field.PHONE_NUMBER, Field.FIRST_NAME

VALUES = Readable(
    header=("Mobile", "Name", "When", "Number", "VIP", "Formula"),
    rows=(
        ("919876543210", "Asha", "2026-11-23", "9.5", "TRUE", "6591234567"),
        ("+6591234567", "Mei\nTan", "2026-11-23 13:05:07", "-1234567890123", "FALSE", ""),
        ("1.23456789012346E+15", "Long", "09:30", "0.3", "", "0"),
    ),
    lines=(2, 3, 4),
    mapping=(PHONE, FIRST, None, None, None, None),
    encoding=None,
    delimiter=None,
)
ONE_CONTACT = Readable(
    header=("Phone", "Name"),
    rows=(("+919876543210", "Asha"),),
    lines=(2,),
    mapping=(PHONE, FIRST),
    encoding=None,
    delimiter=None,
)
WORKBOOKS = {
    "values.xlsx": (FileFormat.XLSX, "Leads", ("Leads",), VALUES),
    "workbook_named_csv.csv": (FileFormat.XLSX, "Leads", ("Leads",), VALUES),
    "several_sheets.xlsx": (
        FileFormat.XLSX,
        "Leads",
        ("Notes", "Leads", "Empty", "Old"),
        Readable(
            header=("Phone", "First Name", "Remarks"),
            rows=(("+919876543210", "Asha", ""), ("+919876543211", "Ravi", "VIP")),
            lines=(5, 7),
            mapping=(PHONE, FIRST, None),
            encoding=None,
            delimiter=None,
            header_line=4,
            blank_rows=3,
            title_rows=1,
        ),
    ),
    "no_header.xlsx": (
        FileFormat.XLSX,
        "Sheet1",
        ("Sheet1",),
        Readable(
            header=("", ""),
            rows=(("Asha", "919876543210"), ("Ravi", "919876543211")),
            lines=(1, 2),
            mapping=(FIRST, PHONE),
            encoding=None,
            delimiter=None,
            header_line=0,
        ),
    ),
    "blank_cell_far_right.xlsx": (FileFormat.XLSX, "Sheet1", ("Sheet1",), ONE_CONTACT),
    "coloured_far_cell.xlsx": (FileFormat.XLSX, "Sheet1", ("Sheet1",), ONE_CONTACT),
    "excel_97.xls": (
        FileFormat.XLS,
        "Leads",
        ("Leads",),
        Readable(
            header=("Mobile", "Name", "When", "VIP"),
            rows=(("919876543210", "Asha", "2026-11-23", "TRUE"), ("12345", "Mei", "", "9.5")),
            mapping=(PHONE, FIRST, None, None),
            encoding=None,
            delimiter=None,
        ),
    ),
    "excel_binary.xlsb": (
        FileFormat.XLSB,
        "Leads",
        ("Leads",),
        Readable(
            header=("Mobile", "Name", "VIP"),
            rows=(("919876543210", "Asha", "TRUE"),),
            lines=(2,),
            mapping=(PHONE, FIRST, None),
            encoding=None,
            delimiter=None,
        ),
    ),
    "libreoffice.ods": (
        FileFormat.ODS,
        "Leads",
        ("Leads",),
        Readable(
            header=("Mobile", "Name", "When", "VIP"),
            rows=(("919876543210", "Asha", "2026-11-23", "TRUE"),),
            lines=(2,),
            mapping=(PHONE, FIRST, None, None),
            encoding=None,
            delimiter=None,
        ),
    ),
}


def test_that_every_workbook_is_spoken_for() -> None:
    assert {path.name for path in FILES.iterdir()} == set(WORKBOOKS)


@pytest.mark.parametrize("name", WORKBOOKS)
def test_that_a_workbook_is_read_as_the_person_sees_it(name: str) -> None:
    file_format, sheet, sheets, expected = WORKBOOKS[name]
    source = check(FILES / name, expected)
    assert (source.format, source.sheet, source.sheets) == (file_format, sheet, sheets)
