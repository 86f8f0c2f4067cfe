"""``exogui check``: its exit status, its object, its words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.cli.command_line import SAMPLE, exogui, packages_loaded_by
from tests.cli.conftest import WriteFile

KEYS: dict[str, type | tuple[type, ...]] = {
    "file": str,
    "format": (str, type(None)),
    "encoding": (str, type(None)),
    "delimiter": (str, type(None)),
    "sheet": (str, type(None)),
    "columns": dict,
    "rows": int,
    "ready": int,
    "worth_a_look": int,
    "must_fix": int,
    "problems": list,
    "error": (str, type(None)),
    "message": str,
}
PROBLEM_KEYS: dict[str, type | tuple[type, ...]] = {
    "row": int,
    "line": int,
    "column": str,
    "field": (str, type(None)),
    "code": str,
    "severity": str,
    "message": str,
}


def checked(path: Path | str, status: int) -> Any:
    """The object that ``check --json`` prints about a file, which must have the shape it always has."""
    finished = exogui("check", "--json", path)
    assert (finished.status, finished.err) == (status, "")
    report = finished.report
    assert list(report) == list(KEYS)
    assert {key: value for key, value in report.items() if not isinstance(value, KEYS[key])} == {}
    for problem in report["problems"]:
        assert list(problem) == list(PROBLEM_KEYS)
        assert all(isinstance(value, PROBLEM_KEYS[key]) for key, value in problem.items())
        assert problem["message"]
    assert report["file"] == str(path)
    assert report["ready"] + report["must_fix"] == report["rows"] or status == 2
    return report


def places(report: Any) -> list[tuple[object, ...]]:
    return [(each["row"], each["line"], each["column"], each["code"]) for each in report["problems"]]


# --- what it finds --------------------------------------------------------------------------------------


def test_that_a_file_without_errors_gives_0(good_file: Path) -> None:
    report = checked(good_file, 0)
    assert (report["rows"], report["ready"], report["problems"]) == (3, 3, [])
    assert (report["format"], report["encoding"], report["delimiter"]) == ("csv", "utf-8", ",")
    assert report["columns"] == {"phone_number": "phone_number", "first_name": "first_name", "Remarks": None}
    assert (report["error"], report["message"]) == (None, "")


def test_that_a_row_with_an_error_gives_1(mixed_file: Path) -> None:
    report = checked(mixed_file, 1)
    assert (report["rows"], report["ready"], report["must_fix"]) == (4, 3, 1)
    [problem] = report["problems"]
    assert problem == {
        "row": 2,
        "line": 3,
        "column": "Mobile",
        "field": "phone_number",
        "code": "no_country_code",
        "severity": "error",
        "message": problem["message"],
    }


def test_that_warnings_alone_give_0_and_their_rows_are_ready(write_file: WriteFile) -> None:
    report = checked(write_file("phone_number\n+919876543210\n+919876543210\n"), 0)
    assert (report["ready"], report["worth_a_look"]) == (2, 1)
    assert [(each["code"], each["severity"]) for each in report["problems"]] == [
        ("duplicate_phone", "warning")
    ]


def test_that_rows_count_contacts_and_lines_count_lines(write_file: WriteFile) -> None:
    path = write_file(
        "Leads of November\n"
        "\n"
        "phone_number,Remarks\n"
        '+919876543210,"two\nlines"\n'
        "\n"
        "+9198,\n"
        ' ,"three\r\nmore\r\nlines"\n'
        "N/A,last\n"
    )
    assert places(checked(path, 1)) == [
        (2, 7, "phone_number", "phone_length"),
        (3, 8, "phone_number", "missing_phone"),
        (4, 11, "phone_number", "not_a_number"),
    ]


def test_that_columns_without_a_name_of_their_own_can_be_told_apart(write_file: WriteFile) -> None:
    path = write_file("Phone,,Phone,Phone (2),\n+919876543210,a,+919876543211,c,d\n+919876543212,a,b,c,d,e\n")
    report = checked(path, 1)
    assert report["columns"] == {
        "Phone": "phone_number",
        "column 2": None,
        "Phone (2)": None,
        "Phone (2) (2)": None,
        "column 5": None,
        "column 6": None,
    }
    assert places(report) == [(2, 3, "column 6", "extra_cell")]
    assert report["problems"][0]["field"] is None


def test_that_a_workbook_is_read_as_well(tmp_path: Path) -> None:
    path = tmp_path / "contacts.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Leads")
        for number, row in enumerate([("Export",), (), ("Mobile", "Name"), (919876543210, "Asha")]):
            sheet.write_row(number, 0, row)
    report = checked(path, 1)
    assert [report[key] for key in ("format", "encoding", "delimiter", "sheet")] == [
        "xlsx",
        None,
        None,
        "Leads",
    ]
    assert places(report) == [(1, 4, "Mobile", "no_country_code")]


def test_that_the_sample_stays_as_the_readme_shows_it() -> None:
    report = checked(SAMPLE, 1)
    assert [report[key] for key in ("rows", "ready", "worth_a_look", "must_fix")] == [61, 45, 2, 16]
    assert report["encoding"] == "utf-8-sig"
    assert {each["code"] for each in report["problems"]} == {
        "no_country_code",
        "phone_format",
        "lost_digits",
        "invalid_email",
        "not_a_number",
        "missing_phone",
        "phone_length",
        "duplicate_phone",
    }


# --- what cannot be read as contacts --------------------------------------------------------------------


def test_that_a_file_that_is_not_there_gives_2() -> None:
    report = checked("nowhere.csv", 2)
    assert (report["error"], report["rows"], report["format"]) == ("missing", 0, None)
    assert "nowhere.csv" in report["message"]


def test_that_a_folder_gives_2(tmp_path: Path) -> None:
    assert checked(tmp_path, 2)["error"] == "not_a_file"


def test_that_a_broken_file_gives_2_and_its_line(write_file: WriteFile) -> None:
    report = checked(write_file('phone_number\n+919876543210\n"+919876543211\n'), 2)
    assert report["error"] == "unclosed_quote"
    assert "line 3" in report["message"]


def test_that_an_empty_file_gives_2(write_file: WriteFile) -> None:
    assert checked(write_file(""), 2)["error"] == "empty"


def test_that_a_header_alone_gives_2(write_file: WriteFile) -> None:
    report = checked(write_file("phone_number,first_name\n"), 2)
    assert (report["error"], report["rows"], report["ready"]) == ("no_contacts", 0, 0)
    assert report["columns"] == {"phone_number": "phone_number", "first_name": "first_name"}
    assert "contacts.csv" in report["message"]


def test_that_no_column_of_phone_numbers_gives_2_and_nothing_ready(write_file: WriteFile) -> None:
    report = checked(write_file("Colour,First Name\nred,Asha\nblue,Ravi\n"), 2)
    assert (report["error"], report["rows"], report["ready"]) == ("no_phone_column", 2, 0)
    assert report["columns"] == {"Colour": None, "First Name": "first_name"}


@pytest.mark.only_on("linux")  # elsewhere file names are always text
def test_that_a_file_name_that_is_no_text_does_no_harm(tmp_path: Path, good_file: Path) -> None:
    path = good_file.rename(tmp_path / "caf\udce9.csv")
    assert checked(path, 0)["rows"] == 3
    assert exogui("check", path).status == 0


# --- in words -------------------------------------------------------------------------------------------


def test_that_people_are_told_what_was_understood_and_what_is_wrong(mixed_file: Path) -> None:
    finished = exogui("check", mixed_file)
    assert (finished.status, finished.err) == (1, "")
    first, columns, counts, *problems = finished.out.splitlines()
    assert first.startswith("contacts.csv: 4 rows")
    assert "Mobile → phone_number" in columns
    assert "Remarks → not sent" in columns
    assert counts == "4 rows: 3 ready, 1 to fix."
    assert len(problems) == 1
    assert problems[0].startswith("  x ")
    assert problems[0].endswith("(row 2)")


def test_that_of_many_rows_with_a_problem_the_first_are_named(write_file: WriteFile) -> None:
    finished = exogui("check", write_file("phone_number\n" + "12\n" * 1_500))
    assert "(rows 1, 2, 3, 4, 5, 6, 7, 8 and 1,492 more)" in finished.out


def test_that_what_cannot_be_read_is_said_beside_the_result() -> None:
    finished = exogui("check", "nowhere.csv")
    assert (finished.status, finished.out) == (2, "")
    assert "nowhere.csv" in finished.err


def test_that_nobody_is_told_that_rows_without_phone_numbers_are_ready(write_file: WriteFile) -> None:
    finished = exogui("check", write_file("Colour,First Name\nred,Asha\n"))
    assert finished.status == 2
    assert "ready" not in finished.out
    assert "phone_number" in finished.err


def test_that_a_file_cannot_move_the_cursor(write_file: WriteFile) -> None:
    finished = exogui("check", write_file('phone_number,"\x1b[2J\nevil"\n+919876543210,x\n'))
    assert "\x1b" not in finished.out
    assert "[2J evil → not sent" in finished.out.splitlines()[1]


# --- what it costs --------------------------------------------------------------------------------------


def test_that_a_small_file_is_checked_without_loading_what_it_does_not_need(good_file: Path) -> None:
    loaded = packages_loaded_by("check", good_file)
    assert "exogui" in loaded
    assert loaded.isdisjoint(
        {"PySide6", "requests", "keyring", "werkzeug", "python_calamine", "email_validator"}
    )
    assert loaded.isdisjoint({"xlsxwriter", "platformdirs", "http", "asyncio", "sqlite3"})
