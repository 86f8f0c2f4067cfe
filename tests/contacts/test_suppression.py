"""A file of numbers not to be called takes exactly the rows that hold them out of a table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from exogui.contacts.progress import Cancelled
from exogui.contacts.reading.errors import ReadError
from exogui.contacts.repairing.suppression import SuppressedNumbers, read_suppressed_numbers, rows_to_suppress

if TYPE_CHECKING:
    from tests.contacts.conftest import MakeTable

INDIA, OTHER_INDIA, SINGAPORE, BRITAIN = "+919876543210", "+919876543211", "+6591234567", "+442079460958"


def read(folder: Path, text: str, country: str | None = None) -> SuppressedNumbers:
    path = folder / "opt-outs.csv"
    path.write_text(text, encoding="utf-8")
    return read_suppressed_numbers(path, country=country)


@pytest.mark.parametrize(
    "text",
    [
        f"{INDIA}\n{SINGAPORE}\n",
        f"Phone\n{INDIA}\n{SINGAPORE}\n",
        f"Please do not call\n{INDIA}\n{SINGAPORE}\n",
        "Who,Opted out,What\n12,+91 98765 43210,a\n13,(+65) 9123-4567,b\n",
        f"Name,Mobile,Home Phone\nAsha,{INDIA},\nMei,,{SINGAPORE}\n",
    ],
    ids=["no header", "a known header", "an unknown header", "an unknown column", "two phone columns"],
)
def test_that_numbers_are_found_wherever_a_file_has_them(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == SuppressedNumbers(frozenset({INDIA, SINGAPORE}), rows=2, unreadable=0)


def test_that_numbers_without_a_country_code_are_read_as_the_chosen_country_s(tmp_path: Path) -> None:
    text = "Phone\n98765 43210\n09876543211\n"
    assert read(tmp_path, text, "IN").numbers == {INDIA, OTHER_INDIA}
    assert read(tmp_path, text) == SuppressedNumbers(frozenset(), rows=2, unreadable=2)


def test_that_a_number_with_two_readings_is_not_taken_for_either(tmp_path: Path) -> None:
    """6591234567 is a mobile number in India and, with the code that this list has, one in Singapore."""
    both = "919876543210\n9198765432\n6591234567\n"
    found = read(tmp_path, f"Phone\n{SINGAPORE}\n{both}", "IN")
    assert found.numbers == {SINGAPORE, INDIA, "+919198765432"}
    assert found.unreadable == 1


def test_that_what_is_no_number_is_counted_as_unreadable(tmp_path: Path) -> None:
    found = read(tmp_path, f"Phone,Name\n{INDIA},Asha\nN/A,Mei\n9.19877E+11,Siti\n,Ravi\n")
    assert found == SuppressedNumbers(frozenset({INDIA}), rows=4, unreadable=3)


def test_that_a_file_without_a_number_has_none(tmp_path: Path) -> None:
    assert read(tmp_path, "Name,City\nAsha,Pune\n") == SuppressedNumbers(frozenset(), rows=1, unreadable=1)


def test_that_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        read_suppressed_numbers(tmp_path / "none.csv")


def test_that_a_country_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="country"):
        read(tmp_path, "Phone\n98765 43210\n", "XX")


def test_that_reading_can_be_cancelled(tmp_path: Path) -> None:
    path = tmp_path / "opt-outs.csv"
    path.write_text(f"Phone\n{INDIA}\n" * 600)
    calls = 0

    def cancel_late(_done: int, _total: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_suppressed_numbers(path, cancel_late)
    assert calls == 4


# --- rows of a table ---------------------------------------------------------------------------------------


def test_that_every_row_with_such_a_number_is_found_however_it_is_written(make_table: MakeTable) -> None:
    table = make_table(
        [(INDIA,), (BRITAIN,), ("00 91 98765-43210",), ("N/A",), (INDIA,), ("",)], header=["phone_number"]
    )
    assert rows_to_suppress(table, {INDIA, SINGAPORE}) == [0, 2, 4]
    assert rows_to_suppress(table, set()) == []


def test_that_rows_without_a_country_code_do_not_slip_through(make_table: MakeTable) -> None:
    table = make_table([("9876543210",), (OTHER_INDIA,)], header=["phone_number"])
    assert rows_to_suppress(table, {INDIA}, country="IN") == [0]
    assert rows_to_suppress(table, {INDIA}) == []
