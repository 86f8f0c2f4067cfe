"""``exogui repair``: what it puts right, what it leaves, what it writes."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command_line import exogui
from tests.cli.conftest import WriteFile

MESSY = (
    "Mobile,First Name,E-mail,Remarks\n"
    "98765 43210,Asha ,ASHA@EXAMPLE.COM,=1+1\n"
    "0091 98765-43211,Ravi,ravi@gmial.com,two\n"
    "+९१९८७६५४३२१२,रवि,,three\n"
    '"9876543213, 9876543214",Mei,mei@example.com,four\n'
    "9.19877E+11,Siti,siti@example.com,five\n"
)


def repaired(status: int, *words: object) -> Any:
    finished = exogui("repair", "--json", *words)
    assert (finished.status, finished.err) == (status, "")
    return finished.report


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_that_what_is_certain_is_repaired_and_the_rest_is_reported(
    write_file: WriteFile, tmp_path: Path
) -> None:
    out = tmp_path / "out.csv"
    report = repaired(1, write_file(MESSY), "--country", "in", "-o", out)
    assert {each["code"]: each["cells"] for each in report["repaired"]} == {
        "no_country_code": 1,
        "phone_format": 2,
        "whitespace": 1,
        "email_case": 1,
    }
    assert (report["output"], report["country"], report["error"]) == (str(out), "IN", None)
    assert (report["rows"], report["ready"], report["must_fix"]) == (5, 3, 2)
    left = [(each["row"], each["code"]) for each in report["problems"]]
    assert left == [(2, "email_typo"), (4, "phone_format"), (5, "lost_digits")]
    assert rows_of(out) == [
        ["Mobile", "First Name", "E-mail", "Remarks"],
        ["+919876543210", "Asha", "asha@example.com", "'=1+1"],
        ["+919876543211", "Ravi", "ravi@gmial.com", "two"],
        ["+919876543212", "रवि", "", "three"],
        ["9876543213, 9876543214", "Mei", "mei@example.com", "four"],
        ["9.19877E+11", "Siti", "siti@example.com", "five"],
    ]


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_that_the_saved_list_has_only_the_problems_that_were_reported(
    write_file: WriteFile, tmp_path: Path, name: str
) -> None:
    report = repaired(1, write_file(MESSY), "--country", "IN", "-o", tmp_path / name)
    checked = exogui("check", "--json", tmp_path / name).report
    assert (checked["columns"], checked["ready"]) == (report["columns"], report["ready"])
    assert [each["code"] for each in checked["problems"]] == [each["code"] for each in report["problems"]]


def test_that_a_list_that_is_all_ready_afterwards_gives_0(write_file: WriteFile, tmp_path: Path) -> None:
    file = write_file("phone_number\n9876543210\n+919876543211\n")
    assert repaired(0, file, "--country", "IN", "-o", tmp_path / "out.csv")["must_fix"] == 0
    assert rows_of(tmp_path / "out.csv") == [["phone_number"], ["+919876543210"], ["+919876543211"]]


def test_that_a_country_column_decides_for_its_rows(write_file: WriteFile, tmp_path: Path) -> None:
    file = write_file("Mobile,Country\n9876543210,India\n91234567,Singapore\n")
    report = repaired(0, file, "-o", tmp_path / "out.csv")
    assert [row[0] for row in rows_of(tmp_path / "out.csv")[1:]] == ["+919876543210", "+6591234567"]
    assert report["country"] is None


def test_that_without_a_country_none_is_guessed_and_the_option_is_named(
    write_file: WriteFile, tmp_path: Path
) -> None:
    finished = exogui("repair", write_file("phone_number\n9876543210\n"), "-o", tmp_path / "out.csv")
    assert finished.status == 1
    assert "--country" in finished.out
    assert "out.csv" in finished.out
    assert rows_of(tmp_path / "out.csv")[1] == ["9876543210"]


def test_that_what_was_done_is_said_in_words(write_file: WriteFile, tmp_path: Path) -> None:
    finished = exogui("repair", write_file(MESSY), "--country", "IN", "-o", tmp_path / "out.csv")
    assert "Done: add +91 to a phone number." in finished.out
    assert "Done: clean 2 phone numbers." in finished.out
    assert "5 rows saved to out.csv." in finished.out
    assert "2 rows still have errors." in finished.out


def test_that_the_file_itself_is_never_changed(write_file: WriteFile, tmp_path: Path) -> None:
    file = write_file(MESSY)
    report = repaired(2, file, "--country", "IN", "-o", file)
    assert (report["error"], report["output"]) == ("is_source", None)
    assert file.read_text(encoding="utf-8") == MESSY


@pytest.mark.parametrize(
    ("out", "error"), [("out.txt", "unknown_format"), ("no_such_folder/out.csv", "not_written")]
)
def test_that_a_list_that_cannot_be_saved_gives_2_and_says_why(
    good_file: Path, tmp_path: Path, out: str, error: str
) -> None:
    report = repaired(2, good_file, "-o", tmp_path / out)
    assert (report["error"], report["output"]) == (error, None)
    assert Path(out).name in report["message"]
    finished = exogui("repair", good_file, "-o", tmp_path / out)
    assert (finished.status, finished.out) == (2, "")
    assert Path(out).name in finished.err


@pytest.mark.parametrize(
    ("text", "error"), [("", "empty"), ("Colour\nred\n", "no_phone_column"), ("Mobile\n", "no_contacts")]
)
def test_that_a_file_without_contacts_gives_2_and_nothing_is_saved(
    write_file: WriteFile, tmp_path: Path, text: str, error: str
) -> None:
    report = repaired(2, write_file(text), "-o", tmp_path / "out.csv")
    assert (report["error"], report["output"], report["repaired"]) == (error, None, [])
    assert report["message"]
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--country", "XX", "-o", "out.csv"], "XX"),
        ([], "--output"),
        (["--count", "IN", "-o", "o.csv"], "--count"),
    ],
)
def test_that_words_it_does_not_understand_give_2(good_file: Path, words: list[str], named: str) -> None:
    finished = exogui("repair", good_file, *words)
    assert finished.status == 2
    assert named in finished.err
