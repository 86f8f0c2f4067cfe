"""Rows and columns that a workbook hides are read like all others, and counted."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
import xlsxwriter

from exogui.contacts.reading.hidden import Hidden
from exogui.contacts.reading.reader import read_contacts
from tests.contacts.crafted_workbooks import SHEET, WORKBOOKS, ods, part_of, repacked


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "contacts"


def row(mobile: str, name: str, attributes: str = "") -> str:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    return f"<table:table-row{attributes}>{cell.format(mobile)}{cell.format(name)}</table:table-row>"


def write_xlsx(path: Path) -> None:
    """Column A is empty; D holds nothing; rows 3 and 4, blank rows, a title and column C are hidden."""
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("Notes").set_row(2, None, None, {"hidden": True})
    page = book.add_worksheet("Leads")
    page.write(0, 1, "Leads")
    page.set_row(0, None, None, {"hidden": True})
    page.set_row(4, None, None, {"hidden": True})
    page.write_row(1, 1, ("Mobile", "Name"))
    page.write_row(2, 1, ("+919876543210", "Asha"))
    page.write_row(3, 1, ("+919876543211", "Ravi"))
    page.write_row(5, 1, ("+919876543212", "Mei"))
    page.set_row(2, None, None, {"hidden": True})
    page.set_row(3, None, None, {"hidden": True})
    page.set_row(9, None, None, {"hidden": True})
    page.set_column(2, 3, None, None, {"hidden": True})
    book.close()


def test_that_hidden_rows_and_columns_are_read_and_counted(path: Path) -> None:
    write_xlsx(path)
    sheet = read_contacts(path)
    assert [row[1] for row in sheet.rows] == ["Asha", "Ravi", "Mei"]
    assert sheet.source.hidden_lines == {3, 4}
    assert [sheet.header[column] for column in sheet.source.hidden_columns] == ["Name"]


def test_that_a_workbook_that_hides_nothing_says_so() -> None:
    for name in ("values.xlsx", "excel_97.xls", "excel_binary.xlsb", "libreoffice.ods"):
        source = read_contacts(WORKBOOKS / name).source
        assert (source.hidden_lines, source.hidden_columns) == (frozenset(), ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'hidden="1"', b"hidden='true'"),
        (b'hidden="1"', b' hidden = "1" '),
        (b"<row ", b"<x:row "),
        (b"<row ", b"<row\n"),
        (b'<row r="3" ', b"<row "),
        (b"<sheetData>", b"<!-- " + b" " * 2_000_000 + b" --><sheetData>"),
    ],
)
def test_that_hidden_rows_are_found_however_they_are_written(path: Path, old: bytes, new: bytes) -> None:
    write_xlsx(path)
    name = SHEET.replace("1", "2")
    part = part_of(path.read_bytes(), name)
    assert old in part
    changed = part.replace(old, new).replace(b"</row>", b"</x:row>" if b"x:row" in new else b"</row>")
    path.write_bytes(repacked(path.read_bytes(), {name: changed}))
    assert read_contacts(path).source.hidden_lines == {3, 4}


@pytest.mark.parametrize("value", [b"0", b"false", b"no"])
def test_that_what_is_shown_is_not_hidden(path: Path, value: bytes) -> None:
    write_xlsx(path)
    name = SHEET.replace("1", "2")
    part = part_of(path.read_bytes(), name).replace(b'hidden="1"', b'hidden="' + value + b'"')
    path.write_bytes(repacked(path.read_bytes(), {name: part}))
    source = read_contacts(path).source
    assert (source.hidden_lines, source.hidden_columns) == (frozenset(), ())


def test_that_a_workbook_whose_relations_are_broken_is_read_without_them(path: Path) -> None:
    write_xlsx(path)
    content = path.read_bytes()
    workbook = part_of(content, "xl/workbook.xml").replace(b"<bookViews>", b"<bookViews >&nbsp;", 1)
    path.write_bytes(repacked(content, {"xl/workbook.xml": workbook}))
    sheet = read_contacts(path)
    assert len(sheet.rows) == 3
    assert sheet.source.hidden_lines == frozenset()


def test_that_hidden_rows_of_an_old_workbook_are_counted(path: Path) -> None:
    content = bytearray((WORKBOOKS / "excel_97.xls").read_bytes())
    row = content.index(struct.pack("<HHH", 0x0208, 16, 1))
    content[row + 4 + 12] |= 0x20
    path.write_bytes(content)
    sheet = read_contacts(path)
    assert sheet.source.hidden_lines == {2}
    assert sheet.rows[0][1] == "Asha"


def test_that_hidden_rows_and_columns_of_a_binary_workbook_are_counted(path: Path) -> None:
    content = (WORKBOOKS / "excel_binary.xlsb").read_bytes()
    name = "xl/worksheets/sheet1.bin"
    part = bytearray(part_of(content, name))
    row = part.index(bytes([0, 17]) + struct.pack("<I", 1))
    part[row + 2 + 11] |= 0x10
    column = bytes([60, 18]) + struct.pack("<IIIIH", 1, 1, 0, 0, 1)
    begin = part.index(bytes([0, 17]))
    # Columns are described between two records of their own, before the rows ([MS-XLSB] 2.1.7.62).
    before = part.rindex(bytes([0x91, 0x01, 0]), 0, begin)
    part[before:before] = bytes([0x86, 0x03, 0]) + column + bytes([0x87, 0x03, 0])
    path.write_bytes(repacked(content, {name: bytes(part)}))
    sheet = read_contacts(path)
    assert sheet.rows == [("919876543210", "Asha", "TRUE")]
    assert sheet.source.hidden_lines == {2}
    assert [sheet.header[hidden] for hidden in sheet.source.hidden_columns] == ["Name"]


def test_that_hidden_rows_and_columns_of_an_open_document_are_counted(path: Path) -> None:
    columns = '<table:table-column table:visibility="collapse" table:number-columns-repeated="9"/>'
    mobiles = [f"+91987654321{n}" for n in range(3)]
    end = ' table:visibility="collapse" table:number-rows-repeated="1048572"'
    rows = (
        f"<table:table-column/>{columns}{row('Mobile', 'Name')}"
        + row(mobiles[0], "Asha", ' table:visibility="filter"')
        + row(mobiles[1], "Ravi")
        + f'<table:table-row-group table:display="false">{row(mobiles[2], "Mei")}</table:table-row-group>'
        + f"<table:table-row{end}><table:table-cell/></table:table-row>"
    )
    path.write_bytes(ods(rows))
    sheet = read_contacts(path)
    assert [row[1] for row in sheet.rows] == ["Asha", "Ravi", "Mei"]
    assert sheet.source.hidden_lines == {2, 4}
    assert sheet.source.hidden_columns == (1,)


def test_that_rows_that_follow_each_other_are_one_range() -> None:
    hidden = Hidden()
    for row, count in ((3, 1), (4, 2), (9, 1)):
        hidden.hide_rows(row, count)
    assert hidden.rows == [range(3, 6), range(9, 10)]
    assert hidden.lines(5) == {3, 4, 5}
    assert Hidden(columns=[range(16_384)]).columns_from(2, 3) == {0, 1, 2}
