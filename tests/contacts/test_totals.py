"""Totals and remarks below the last contact are left out, counted, and kept on wish."""

from __future__ import annotations

from pathlib import Path

import pytest

from exogui.contacts.reading.read_options import ReadOptions
from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.reading.totals import count_totals
from exogui.contacts.schema import Field

PHONE, FIRST = Field.PHONE_NUMBER, Field.FIRST_NAME
ASHA = ("+919876543210", "Asha", "500")


def counted(*rows: tuple[str, ...]) -> int:
    return count_totals([ASHA, *rows], (PHONE, FIRST, None))


@pytest.mark.parametrize(
    "row",
    [
        ("Total", "", "500"),
        ("", "Grand total", "₹ 12,500.00"),
        ("TOTAL:", "", ""),
        ("Total contacts", "248", ""),
        ("Total: 248", "", ""),
        ("Total (248)", "", ""),
        ("", "Sub-total", "12345678"),
        ("No. of records", "1", ""),
        ("Total number of leads:", "1", ""),
        ("Count", "", "1"),
        ("248 records exported", "", ""),
        ("(248 rows)", "", ""),
        ("कुल", "", "500"),
        ("Jumlah", "", "500"),
        ("合计", "", "500"),
        ("*** End of report ***", "", ""),
        ("Generated on 2026-11-23 10:00", "", ""),
        ("Exported by: Ravi", "from the CRM", ""),
        ("Page 1 of 1", "", ""),
        ("Confidential", "", ""),
    ],
)
def test_that_a_row_of_totals_or_a_remark_at_the_end_is_known(row: tuple[str, ...]) -> None:
    assert counted(row) == 1
    assert counted(row, row) == 2


@pytest.mark.parametrize(
    "row",
    [
        ("+919876543211", "Total", ""),
        ("9876543211", "Total", "500"),
        ("", "Total Energies", "500"),
        ("", "Totali", ""),
        ("", "Sum Wong", ""),
        ("", "Count Olaf", "500"),
        ("", "Ravi", "500"),
        ("", "", "500"),
        ("", "Total", "Ravi"),
        ("", "Total", "ravi@example.in"),
        ("N/A", "Generated Ravi", ""),
        ("", "Page Wong", ""),
    ],
)
def test_that_a_contact_is_never_taken_for_totals(row: tuple[str, ...]) -> None:
    assert counted(row) == 0


def test_that_totals_amid_contacts_are_rows_like_others() -> None:
    assert counted(("Total", "", "500"), ASHA) == 0
    assert counted(("Total", "", "500"), ASHA, ("Total", "", "900")) == 1


def test_that_without_a_phone_column_no_long_number_is_part_of_totals() -> None:
    rows = [("Asha", "x"), ("Total", "9876543210")]
    assert count_totals(rows, (FIRST, None)) == 0
    assert count_totals([("Total", "500")], (FIRST, None)) == 1


def test_that_more_than_a_few_rows_are_no_totals() -> None:
    assert counted(*[("Total", "", "1")] * 9) == 5


TEXT = "Phone,Name,Amount\n+919876543210,Asha,500\n\nTotal,,500\nGenerated on 2026-11-23,,\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "contacts.csv"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_that_totals_are_left_out_and_their_lines_are_known(path: Path) -> None:
    sheet = read_contacts(path)
    assert sheet.rows == [ASHA]
    assert list(sheet.lines) == [2]
    assert sheet.source.totals_lines == (4, 5)
    assert not sheet.source.totals_kept


def test_that_totals_are_kept_on_wish(path: Path) -> None:
    sheet = read_contacts(path, ReadOptions(keep_totals=True))
    assert [row[0] for row in sheet.rows] == ["+919876543210", "Total", "Generated on 2026-11-23"]
    assert list(sheet.lines) == [2, 4, 5]
    assert sheet.source.totals_lines == (4, 5)
    assert sheet.source.totals_kept


def test_that_totals_that_are_left_out_are_not_called_short(tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    path.write_text("Phone,Name,Amount\n1,Asha\nTotal\n", encoding="utf-8")
    assert read_contacts(path).short_rows == {0}
    assert read_contacts(path, ReadOptions(keep_totals=True)).short_rows == {0, 1}
