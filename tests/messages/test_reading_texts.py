"""The words about reading a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.read_options import ReadOptions
from exogui.contacts.sheet import FileFormat, Source
from exogui.messages.catalogue import plain
from exogui.messages.reading import READ_ERRORS, describe, describe_options, read_error_text

TEXT = Source(Path("a.csv"), FileFormat.CSV, 10, "utf-8", ",", 1)
WORKBOOK = Source(Path("a.xlsx"), FileFormat.XLSX, 10, None, None, 1, sheet="Leads", sheets=("Leads",))


@pytest.mark.parametrize("code", ReadErrorCode)
def test_that_every_failure_is_told_with_the_files_name_and_a_next_step(code: ReadErrorCode) -> None:
    text = read_error_text(ReadError(code, 12, "detail"), "leads.csv", plain)
    assert "“leads.csv”" in text
    assert "{" not in text
    assert text.count(". ") + text.count(": ") >= 1, "what happened, and then what to do"
    assert ("{line}" in READ_ERRORS[code].source) == ("ine 12" in text)


def test_that_line_numbers_are_not_grouped_and_limits_are() -> None:
    error = ReadError(ReadErrorCode.FIELD_TOO_LONG, 12345, "131072")
    text = read_error_text(error, "leads.csv", plain)
    assert "line 12345" in text
    assert "131,072 characters" in text


def test_that_a_name_with_braces_is_shown_as_it_is() -> None:
    assert "“{x}.csv”" in read_error_text(ReadError(ReadErrorCode.EMPTY), "{x}.csv", plain)


@pytest.mark.parametrize(
    ("source", "rows", "text"),
    [
        (TEXT, 1248, "1,248 rows · CSV, UTF-8, comma"),
        (TEXT, 1, "1 row · CSV, UTF-8, comma"),
        (replace(TEXT, encoding="utf-16", delimiter="\t"), 2, "2 rows · CSV, UTF-16, tab"),
        (replace(TEXT, delimiter=None, header_line=0), 2, "2 rows · CSV, UTF-8, one column · no header"),
        (replace(TEXT, encoding="cp1251", delimiter="^"), 2, "2 rows · CSV, cp1251, separated by ^"),
        (
            replace(TEXT, encoding="cp1252", encoding_certain=False, delimiter=";"),
            2,
            "2 rows · CSV, Western European (Windows-1252), please check the names, semicolon",
        ),
        (
            replace(TEXT, header_line=4, blank_rows=1, title_rows=2),
            2,
            (
                "2 rows · CSV, UTF-8, comma · header in line 4 · 2 rows above the header left out"
                " · 1 blank row left out"
            ),
        ),
        (
            replace(TEXT, totals_lines=(9, 10), blank_columns=1),
            2,
            "2 rows · CSV, UTF-8, comma · 2 rows of totals at the end left out · 1 empty column left out",
        ),
        (
            replace(TEXT, totals_lines=(9,), totals_kept=True),
            3,
            "3 rows · CSV, UTF-8, comma · 1 row of totals at the end kept",
        ),
        (
            replace(WORKBOOK, hidden_lines=frozenset({4, 5}), hidden_columns=(1,)),
            9,
            (
                "9 rows · Excel, sheet “Leads” · with 2 rows that are hidden in the workbook"
                " · with 1 column that is hidden in the workbook"
            ),
        ),
        (replace(WORKBOOK, header_line=3), 1248, "1,248 rows · Excel, sheet “Leads” · header in row 3"),
        (replace(WORKBOOK, format=FileFormat.ODS), 2, "2 rows · OpenDocument, sheet “Leads”"),
    ],
)
def test_that_how_a_file_was_read_is_said_in_one_line(source: Source, rows: int, text: str) -> None:
    assert describe(source, rows, plain) == text


@pytest.mark.parametrize("file_format", FileFormat)
def test_that_every_format_has_a_name(file_format: FileFormat) -> None:
    assert describe(replace(WORKBOOK, format=file_format, encoding="utf-8"), 2, plain)


def test_that_rows_that_came_and_went_are_counted_beside_those_there_are_now() -> None:
    assert describe(TEXT, 1236, plain, taken_out=12) == "1,236 rows, 12 taken out · CSV, UTF-8, comma"
    assert describe(TEXT, 1, plain, added=1) == "1 row, 1 added · CSV, UTF-8, comma"
    assert describe(TEXT, 7, plain, added=2, taken_out=5).startswith("7 rows, 2 added, 5 taken out · ")


def test_that_what_a_person_said_about_reading_is_said_back() -> None:
    workbook = ReadOptions(sheet="Leads", header_line=3, keep_totals=True)
    text = ReadOptions(encoding="cp1252", delimiter=";", header_line=0)
    assert describe_options(workbook, FileFormat.XLSX, plain) == (
        "sheet “Leads”, header in row 3, with the totals at the end"
    )
    assert describe_options(text, FileFormat.CSV, plain) == (
        "Western European (Windows-1252), semicolon, no header"
    )
