"""One small text file for each trap, and what must come out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from exogui.contacts.schema import Field
from exogui.contacts.sheet import FileFormat
from tests.contacts.expectation import ASHA, MEI, NAMED, SENT, Readable, check

FILES = Path(__file__).parent / "files" / "text"

PHONE, FIRST, LAST, EMAIL = Field.PHONE_NUMBER, Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL
COMPANY, TAG = Field.COMPANY, Field.TAG

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
        mapping=(PHONE, FIRST, EMAIL),
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


def test_that_every_text_file_is_spoken_for() -> None:
    assert {path.name for path in FILES.iterdir()} == set(TEXT_FILES)


@pytest.mark.parametrize("name", TEXT_FILES)
def test_that_a_text_file_is_read_as_its_maker_meant_it(name: str) -> None:
    source = check(FILES / name, TEXT_FILES[name])
    assert (source.format, source.sheet, source.sheets) == (FileFormat.CSV, None, ())
