"""One small file for each trap, and what must come out of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from exogui.contacts.errors import ReadError, ReadErrorCode
from exogui.contacts.reader import read_contacts
from exogui.contacts.schema import Field
from exogui.contacts.sheet import FileFormat

FILES = Path(__file__).parent / "files"

PHONE, FIRST, LAST, EMAIL = Field.PHONE_NUMBER, Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL
COMPANY, TAG = Field.COMPANY, Field.TAG

ASHA = ("+919876543210", "Asha", "asha@example.in")
MEI = ("+6591234567", "Mei", "mei@example.sg")
NAMED = ("phone_number", "first_name", "email")
SENT = (PHONE, FIRST, EMAIL)


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


TEXT_FILES = {
    "plain.csv": Readable(),
    "utf8_bom_crlf.csv": Readable(encoding="utf-8-sig"),
    "old_mac_line_ends.csv": Readable(),
    "mixed_line_ends.csv": Readable(rows=(ASHA, MEI, ASHA), lines=(2, 3, 4)),
    "no_last_line_end.csv": Readable(),
    "excel_unicode_text.txt": Readable(
        rows=(ASHA, ("+919876543211", "आशा", "")), encoding="utf-16", delimiter="\t"
    ),
    "utf16_big_endian.csv": Readable(encoding="utf-16"),
    "utf16_without_bom.csv": Readable(encoding="utf-16-le"),
    "windows_1252_semicolon.csv": Readable(
        header=("Téléphone", "Mobile", "Prénom", "Name", "Société"),
        rows=(("", "+33612345678", "Zoé", "Lefèvre", "Crème & Co"),),
        lines=(2,),
        mapping=(None, PHONE, None, FIRST, None),
        encoding="cp1252",
        delimiter=";",
        encoding_certain=False,
    ),
    "sep_line.csv": Readable(
        header=("Phone", "First Name"),
        rows=(("+919876543210", "Rao; Asha"),),
        lines=(3,),
        mapping=(PHONE, FIRST),
        delimiter=";",
        header_line=2,
    ),
    "sep_line_after_bom.csv": Readable(
        header=("Phone", "First Name"),
        rows=(("+919876543210", "Asha"),),
        lines=(3,),
        mapping=(PHONE, FIRST),
        encoding="utf-8-sig",
        delimiter="|",
        header_line=2,
    ),
    "pipes.csv": Readable(delimiter="|"),
    "tab_text_named_excel.xls": Readable(delimiter="\t"),
    "commas_in_semicolon_file.csv": Readable(
        header=("Phone", "Name", "Remarks"),
        rows=(("+919876543210", "Rao, Asha", "a, b"), ("+919876543211", "Rao, Ravi", "c, d")),
        mapping=(PHONE, FIRST, None),
        delimiter=";",
    ),
    "semicolons_in_comma_file.csv": Readable(
        header=("Phone", "Name"),
        rows=(("+919876543210", "a;b;c"), ("+919876543211", "a;b;c"), ("+919876543212", "a;b;c")),
        lines=(2, 3, 4),
        mapping=(PHONE, FIRST),
    ),
    "quoted_newlines.csv": Readable(
        header=("Phone", "Remarks", "First Name"),
        rows=(
            ("+919876543210", 'call\r\nafter "six", please\n', "Asha"),
            ("+6591234567", "none", "Mei"),
        ),
        lines=(2, 5),
        mapping=(PHONE, None, FIRST),
    ),
    "quote_inside_plain_cell.csv": Readable(
        header=("Phone", "Remarks"),
        rows=(("+919876543210", 'wants 5" nails'), ("+919876543211", '6" too')),
        mapping=(PHONE, None),
    ),
    "blank_rows.csv": Readable(lines=(5, 9), header_line=3, blank_rows=8),
    "title_lines.csv": Readable(lines=(5, 6), header_line=4, blank_rows=1, title_rows=2),
    "no_header.csv": Readable(
        header=("", "", ""),
        rows=(ASHA, ("+919876543211", "Ravi", "ravi@example.in")),
        lines=(1, 2),
        mapping=(PHONE, None, EMAIL),
        header_line=0,
    ),
    "no_header_one_column.txt": Readable(
        header=("",),
        rows=(("+919876543210",), ("+919876543211",)),
        lines=(1, 2),
        mapping=(PHONE,),
        delimiter=None,
        header_line=0,
    ),
    "one_column.csv": Readable(
        header=("Mobile No.",),
        rows=(("+919876543210",), ("+919876543211",)),
        mapping=(PHONE,),
        delimiter=None,
    ),
    "header_only.csv": Readable(rows=(), lines=()),
    "ragged.csv": Readable(
        header=(*NAMED, "", ""),
        rows=(("+919876543210", "", "", "", ""), (*ASHA, "extra", "more"), (*MEI, "", "")),
        lines=(2, 3, 4),
        mapping=(*SENT, None, None),
        header_width=3,
        short_rows=frozenset({0}),
    ),
    "trailing_delimiters.csv": Readable(
        header=("Phone", "Name"),
        rows=(("+919876543210", "Asha"), ("+919876543211", "Ravi")),
        mapping=(PHONE, FIRST),
    ),
    "column_without_name.csv": Readable(
        header=("Phone", "Name", ""),
        rows=(("+919876543210", "Asha", ""), ("+919876543211", "Ravi", "VIP")),
        mapping=(PHONE, FIRST, None),
    ),
    "google_contacts.csv": Readable(
        header=(
            "First Name",
            "Middle Name",
            "Last Name",
            "Organization Name",
            "Labels",
            "E-mail 1 - Label",
            "E-mail 1 - Value",
            "E-mail 2 - Value",
            "Phone 1 - Label",
            "Phone 1 - Value",
            "Phone 2 - Value",
        ),
        rows=(
            (
                "Asha",
                "",
                "Rao",
                "Acme",
                "* myContacts",
                "* Work",
                "asha@example.in",
                "",
                "Mobile",
                "+91 98765 43210",
                "",
            ),
        ),
        lines=(2,),
        mapping=(FIRST, None, LAST, COMPANY, TAG, None, EMAIL, None, None, PHONE, None),
    ),
    "outlook.csv": Readable(
        header=(
            "First Name",
            "Middle Name",
            "Last Name",
            "Company",
            "Business Phone",
            "Home Phone",
            "Mobile Phone",
            "Categories",
            "E-mail Address",
            "E-mail Type",
            "E-mail Display Name",
        ),
        rows=(
            (
                "Asha",
                "",
                "Rao",
                "Acme",
                "+912267890123",
                "",
                "",
                "VIP",
                "asha@example.in",
                "SMTP",
                "Asha Rao",
            ),
        ),
        lines=(2,),
        # No one has a mobile number here: the column gives way to one that holds something.
        mapping=(FIRST, None, LAST, COMPANY, PHONE, None, None, TAG, EMAIL, None, None),
    ),
    "opt_outs_are_not_contacts.csv": Readable(
        header=(
            "Phone Type",
            "Email Opt Out",
            "Mobile Verified",
            "Phone Country",
            "Mobile",
            "Email Verified",
            "Email",
        ),
        rows=(("mobile", "no", "yes", "IN", "+919876543210", "yes", "asha@example.in"),),
        lines=(2,),
        mapping=(None, None, None, None, PHONE, None, EMAIL),
    ),
    "scientific_notation.csv": Readable(
        header=("Phone", "Name"), rows=(("9.19877E+11", "Asha"),), lines=(2,), mapping=(PHONE, FIRST)
    ),
}

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
            mapping=(None, PHONE),
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
    "damaged_inside.xlsx": (ReadErrorCode.DAMAGED, None, ""),
    "password.xlsx": (ReadErrorCode.PASSWORD, None, ""),
    "stray_far_cell.xlsx": (ReadErrorCode.TOO_MANY_CELLS, None, "20000000"),
}


def test_that_every_file_of_the_corpus_is_spoken_for() -> None:
    assert {path.name for path in FILES.iterdir()} == {*TEXT_FILES, *WORKBOOKS, *REFUSED}


def check(name: str, expected: Readable) -> None:
    sheet = read_contacts(FILES / name)
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
    assert source.path == FILES / name
    assert source.size_bytes == (FILES / name).stat().st_size


@pytest.mark.parametrize("name", TEXT_FILES)
def test_that_a_text_file_is_read_as_its_maker_meant_it(name: str) -> None:
    check(name, TEXT_FILES[name])
    source = read_contacts(FILES / name).source
    assert (source.format, source.sheet, source.sheets) == (FileFormat.CSV, None, ())


@pytest.mark.parametrize("name", WORKBOOKS)
def test_that_a_workbook_is_read_as_the_person_sees_it(name: str) -> None:
    file_format, sheet, sheets, expected = WORKBOOKS[name]
    check(name, expected)
    source = read_contacts(FILES / name).source
    assert (source.format, source.sheet, source.sheets) == (file_format, sheet, sheets)


@pytest.mark.parametrize("name", REFUSED)
def test_that_a_file_that_holds_no_readable_contacts_is_refused_for_its_own_reason(name: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_contacts(FILES / name)
    error = caught.value
    assert (error.code, error.line, error.detail) == REFUSED[name]
