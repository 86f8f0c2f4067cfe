"""The first rows and the sheets of a file, for a person to choose from."""

from __future__ import annotations

from pathlib import Path

import pytest

from exogui.contacts.progress import Cancelled
from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.read_options import ReadOptions
from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.reading.reading_preview import ROWS_PREVIEWED, preview_rows, preview_sheets

FILES = Path(__file__).parent / "files"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "contacts.csv"


def test_that_the_first_rows_are_shown_with_titles_and_lines() -> None:
    rows = preview_rows(FILES / "text" / "title_lines.csv")
    assert [(row.line, row.cells[0]) for row in rows] == [
        (1, "Contacts of November"),
        (2, "Exported on"),
        (4, "phone_number"),
        (5, "+919876543210"),
        (6, "+6591234567"),
    ]


@pytest.mark.parametrize("path", sorted((FILES / "text").iterdir()), ids=lambda path: path.name)
def test_that_every_row_of_a_text_file_has_the_line_and_cells_it_is_read_with(path: Path) -> None:
    source = read_contacts(path).source
    sheet = read_contacts(path, ReadOptions(header_line=0, keep_totals=True))
    shown = {row.line: row.cells for row in preview_rows(path)}
    assert list(shown) == list(sheet.lines)[:ROWS_PREVIEWED]
    for line, row in zip(sheet.lines, sheet.rows, strict=True):
        assert shown[line] == row[: len(shown[line])]
        assert not any(cell.strip() for cell in row[len(shown[line]) :])
    assert source.header_line in {0, *shown}


@pytest.mark.parametrize("path", sorted((FILES / "workbooks").iterdir()), ids=lambda path: path.name)
def test_that_every_row_of_a_workbook_has_the_line_and_cells_it_is_read_with(path: Path) -> None:
    sheet = read_contacts(path, ReadOptions(header_line=0, keep_totals=True))
    shown = {row.line: row.cells for row in preview_rows(path)}
    assert list(shown) == list(sheet.lines)
    assert all(
        shown[line] == row[: len(shown[line])] for line, row in zip(sheet.lines, sheet.rows, strict=True)
    )


def test_that_no_more_rows_are_shown_than_wanted(path: Path) -> None:
    path.write_bytes(b"Phone,Name\n" + b"+919876543210,Asha\n" * 50)
    assert len(preview_rows(path)) == ROWS_PREVIEWED
    assert len(preview_rows(path, count=3)) == 3


def test_that_rows_are_shown_in_the_chosen_way(path: Path) -> None:
    path.write_bytes("Телефон;Имя,x\n1;Анна,y\n".encode("cp1251"))
    rows = preview_rows(path, ReadOptions(encoding="cp1251", delimiter=","))
    assert [row.cells for row in rows] == [("Телефон;Имя", "x"), ("1;Анна", "y")]


def test_that_rows_of_a_chosen_sheet_are_shown() -> None:
    rows = preview_rows(FILES / "workbooks" / "several_sheets.xlsx", ReadOptions(sheet="Old"))
    assert rows[-1].cells == ("+911111111111", "Old")


def test_that_bytes_that_are_no_utf8_are_shown_as_they_are_read(path: Path) -> None:
    path.write_bytes("Phone,Name\n1,Zoé\n".encode("cp1252"))
    assert preview_rows(path)[1].cells == ("1", "Zoé")


@pytest.mark.parametrize(("encoding", "line"), [("utf-8", 2), ("utf-16", 1), ("no-such-encoding", 1)])
def test_that_a_chosen_encoding_that_does_not_fit_is_refused(path: Path, encoding: str, line: int) -> None:
    path.write_bytes("Phone,Name\n1,Zoé\n2,x".encode("cp1252"))
    with pytest.raises(ReadError) as caught:
        preview_rows(path, ReadOptions(encoding=encoding))
    error = caught.value
    assert (error.code, error.line, error.detail) == (ReadErrorCode.UNDECODABLE, line, encoding)


def test_that_rows_above_a_broken_quote_are_shown() -> None:
    rows = preview_rows(FILES / "refused" / "unclosed_quote.csv")
    assert [row.line for row in rows] == [1, 2]


def test_that_sheets_are_shown_with_their_rows_hidden_ones_last() -> None:
    sheets = preview_sheets(FILES / "workbooks" / "several_sheets.xlsx")
    assert sheets == (("Notes", 1, False), ("Leads", 4, False), ("Empty", 0, False), ("Old", 2, True))


def test_that_counting_sheets_can_be_followed_and_stopped() -> None:
    seen: list[tuple[int, int]] = []
    path = FILES / "workbooks" / "several_sheets.xlsx"
    preview_sheets(path, lambda done, total: seen.append((done, total)))
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        preview_sheets(path, stop)


def test_that_a_text_file_has_no_sheets() -> None:
    assert preview_sheets(FILES / "text" / "plain.csv") == ()


def test_that_a_workbook_that_cannot_be_read_has_no_sheets_to_show() -> None:
    for look in (preview_rows, preview_sheets):
        with pytest.raises(ReadError) as caught:
            look(FILES / "refused" / "password.xlsx")
        assert caught.value.code is ReadErrorCode.PASSWORD
