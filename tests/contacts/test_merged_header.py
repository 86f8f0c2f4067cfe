"""Cells merged over several rows above the contacts."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from exogui.contacts.reading.merged_header import fill_merged_header
from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.schema import Field

CONTACTS = [("Asha", "+919876543210", "+912267890123", "Acme"), ("Ravi", "+919876543211", "", "")]


@pytest.mark.parametrize("left", [0, 2], ids=["at the edge", "with empty columns before"])
def test_that_a_header_of_two_rows_with_merged_cells_is_read(tmp_path: Path, left: int) -> None:
    path = tmp_path / "contacts.xlsx"
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet("Leads")
    page.merge_range(0, left, 0, left + 3, "Customers of November")
    page.merge_range(1, left, 2, left, "Name")
    page.merge_range(1, left + 1, 1, left + 2, "Phone")
    page.write_row(2, left + 1, ["Mobile", "Residence"])
    page.merge_range(1, left + 3, 2, left + 3, "Company")
    page.merge_range(3, left + 3, 4, left + 3, "Acme")
    for row, contact in enumerate(CONTACTS, 3):
        page.write_row(row, left, contact[:3])
    book.close()
    sheet = read_contacts(path)
    assert sheet.header == ("Name", "Mobile", "Residence", "Company")
    assert sheet.mapping == (Field.FIRST_NAME, Field.PHONE_NUMBER, None, Field.COMPANY)
    assert sheet.rows == CONTACTS  # what is merged among the contacts stays as the file has it
    assert (sheet.source.header_line, sheet.source.title_rows) == (3, 2)


def test_that_a_title_merged_over_two_rows_is_a_title(tmp_path: Path) -> None:
    path = tmp_path / "contacts.xlsx"
    book = xlsxwriter.Workbook(path)
    page = book.add_worksheet("Leads")
    page.merge_range(0, 0, 1, 1, "Contact numbers")
    page.write_row(2, 0, ["Name", "Mobile"])
    page.write_row(3, 0, ["Asha", "+919876543210"])
    book.close()
    sheet = read_contacts(path)
    assert sheet.header == ("Name", "Mobile")
    assert sheet.rows == [("Asha", "+919876543210")]


def test_that_only_blank_cells_of_rows_above_the_contacts_are_filled() -> None:
    rows: list[tuple[str, ...]] = [("Name", "Phone"), ("", "Mobile"), ("", "+919876543210")]
    fill_merged_header(rows, [1, 2, 3], [((0, 0), (2, 0)), ((0, 1), (1, 1)), ((0, 9), (1, 9))], 0)
    assert rows == [("Name", "Phone"), ("Name", "Mobile"), ("", "+919876543210")]


def test_that_rows_that_were_left_out_as_blank_do_not_shift_others() -> None:
    rows: list[tuple[str, ...]] = [("Name", "Phone"), ("", "Mobile"), ("Asha", "+919876543210")]
    fill_merged_header(rows, [2, 5, 6], [((1, 0), (4, 0))], 0)
    assert rows[1] == ("Name", "Mobile")
