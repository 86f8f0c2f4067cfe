"""One small file for each reason why a file cannot be read as contacts."""

from __future__ import annotations

from pathlib import Path

import pytest

from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.reader import read_contacts

FILES = Path(__file__).parent / "files" / "refused"

REFUSED = {
    "empty.csv": (ReadErrorCode.EMPTY, None, ""),
    "only_blank.csv": (ReadErrorCode.EMPTY, None, ""),
    "no_cells.xlsx": (ReadErrorCode.EMPTY, None, ""),
    "unclosed_quote.csv": (ReadErrorCode.UNCLOSED_QUOTE, 3, ""),
    "unclosed_quote_before_quoted_cells.csv": (ReadErrorCode.UNCLOSED_QUOTE, 3, ""),
    "unclosed_quote_in_a_row_of_many_lines.csv": (ReadErrorCode.UNCLOSED_QUOTE, 4, ""),
    "text_after_quote.csv": (ReadErrorCode.TEXT_AFTER_QUOTE, 3, ""),
    "nul.csv": (ReadErrorCode.NUL, 3, ""),
    "no_encoding.csv": (ReadErrorCode.UNDECODABLE, 2, "cp1252"),
    "address_book.vcf": (ReadErrorCode.VCARD, None, ""),
    "web_page.xls": (ReadErrorCode.WEB_PAGE, None, ""),
    "xml_spreadsheet.xls": (ReadErrorCode.XML, None, ""),
    "list.json": (ReadErrorCode.JSON, None, ""),
    "list.pdf": (ReadErrorCode.PDF, None, ""),
    "list.numbers": (ReadErrorCode.NUMBERS, None, ""),
    "archive.zip": (ReadErrorCode.ZIP, None, ""),
    "letter.rtf": (ReadErrorCode.DOCUMENT, None, "RTF"),
    "letter.docx": (ReadErrorCode.DOCUMENT, None, "Word"),
    "slides.pptx": (ReadErrorCode.DOCUMENT, None, "PowerPoint"),
    "letter.odt": (ReadErrorCode.DOCUMENT, None, "OpenDocument"),
    "photo.png": (ReadErrorCode.PICTURE, None, ""),
    "binary.csv": (ReadErrorCode.BINARY, None, ""),
    "truncated.xlsx": (ReadErrorCode.DAMAGED, None, ""),
    "damaged_inside.ods": (ReadErrorCode.DAMAGED, None, ""),
    "damaged_inside.xlsx": (ReadErrorCode.DAMAGED, None, ""),
    "password.xlsx": (ReadErrorCode.PASSWORD, None, ""),
    "password.xls": (ReadErrorCode.PASSWORD, None, ""),
    "password_of_excel_95.xls": (ReadErrorCode.PASSWORD, None, ""),
    "password.ods": (ReadErrorCode.PASSWORD, None, ""),
    "password_for_all.ods": (ReadErrorCode.PASSWORD, None, ""),
    "stray_far_cell.xlsb": (ReadErrorCode.TOO_MANY_CELLS, None, "20000000"),
    "stray_far_cell.xlsx": (ReadErrorCode.TOO_MANY_CELLS, None, "20000000"),
}


def test_that_every_refused_file_is_spoken_for() -> None:
    assert {path.name for path in FILES.iterdir()} == set(REFUSED)


@pytest.mark.parametrize("name", REFUSED)
def test_that_a_file_that_holds_no_readable_contacts_is_refused_for_its_own_reason(name: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_contacts(FILES / name)
    error = caught.value
    assert (error.code, error.line, error.detail) == REFUSED[name]
