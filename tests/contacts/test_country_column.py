"""A column that names the country of each row is found, read, and nothing else is taken for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import phonenumbers
import pytest

from exogui.contacts.problems import ProblemCode
from exogui.contacts.repairing.countries import calling_code_of, countries, main_country_of
from exogui.contacts.repairing.country_column import CountryColumn
from exogui.contacts.repairing.country_names import calling_code_named
from exogui.contacts.repairing.repairs import plan_repair
from exogui.contacts.table import Edit

if TYPE_CHECKING:
    from tests.contacts.conftest import MakeTable


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("IN", "91"),
        ("in", "91"),
        ("IND", "91"),
        ("India", "91"),
        (" INDIA ", "91"),
        ("भारत", "91"),
        ("91", "91"),
        ("+91", "91"),
        ("0091", "91"),
        ("91.0", "91"),
        ("India (+91)", "91"),
        ("India (IN)", "91"),
        ("IN [91]", "91"),
        ("UK", "44"),
        ("U.K.", "44"),
        ("United Kingdom", "44"),
        ("England", "44"),
        ("NAM", "264"),
        ("USA", "1"),
        ("United States of America", "1"),
        ("U.A.E.", "971"),
        ("Viet Nam", "84"),
        ("Việt Nam", "84"),
        ("South Korea", "82"),
        ("Hong Kong", "852"),
        ("Antigua and Barbuda", "1"),
    ],
)
def test_that_a_cell_names_a_country_in_many_ways(cell: str, code: str) -> None:
    assert calling_code_named(cell) == code


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "Mumbai",
        "India / Singapore",
        "India (+65)",
        "999",
        "+",
        "0",
        "9199",
        "N/A",
        "NA",
        "I/N",
        "x" * 100,
    ],
)
def test_that_other_text_names_none(cell: str) -> None:
    assert calling_code_named(cell) is None


def test_that_every_country_is_named_by_its_letters() -> None:
    for iso in phonenumbers.SUPPORTED_REGIONS - {"NA"}:
        assert calling_code_named(iso) == str(phonenumbers.country_code_for_region(iso))


def test_that_a_shared_calling_code_has_a_main_country() -> None:
    assert (main_country_of("1"), main_country_of("91"), main_country_of("999")) == ("US", "IN", None)
    assert {calling_code_of(iso) for iso, _code in countries()} == {code for _iso, code in countries()}


def column_found(make_table: MakeTable, header: str, *cells: str) -> int | None:
    rows = [("9876543210", "Asha", cell) for cell in cells]
    column = CountryColumn.of(make_table(rows, header=["phone_number", "first_name", header]))
    return None if column is None else column.column


@pytest.mark.parametrize("header", ["Country", "COUNTRY CODE", "country_name", "ISD Code", "negara", "देश"])
def test_that_a_column_called_country_is_found_by_whatever_it_holds(
    make_table: MakeTable, header: str
) -> None:
    assert column_found(make_table, header, "91", "IN", "", "Singapore", "?") == 2


def test_that_a_column_called_otherwise_is_found_by_names_of_countries(make_table: MakeTable) -> None:
    assert column_found(make_table, "Where", "India", "Singapore", "") == 2


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Opted in", ["NO", "NO"]),
        ("Quantity", ["1", "7", "91"]),
        ("State", ["IN", "CA", "GA"]),
        ("City", ["Mumbai", "Singapore", "Pune"]),
        ("Country", ["?", "x", "India"]),
        ("Country", ["", ""]),
    ],
)
def test_that_another_column_is_not_taken_for_one(
    make_table: MakeTable, header: str, cells: list[str]
) -> None:
    assert column_found(make_table, header, *cells) is None


def test_that_each_row_gets_the_code_of_its_country_and_the_others_the_chosen_one(
    make_table: MakeTable,
) -> None:
    rows = [("9876543210", "India"), ("91234567", "SG"), ("9876543211", ""), ("6591234568", "Singapore")]
    table = make_table(rows, header=["phone_number", "Country"])
    own = plan_repair(table, ProblemCode.NO_COUNTRY_CODE)
    assert own.edits == (Edit(0, 0, "+919876543210"), Edit(1, 0, "+6591234567"), Edit(3, 0, "+6591234568"))
    assert (own.undecided, own.detail) == ((2,), "")
    chosen = plan_repair(table, ProblemCode.NO_COUNTRY_CODE, country="IN")
    assert Edit(2, 0, "+919876543211") in chosen.edits
    assert chosen.undecided == ()


def test_that_a_number_that_does_not_fit_its_country_is_left_to_a_person(make_table: MakeTable) -> None:
    table = make_table([("9876543210", "Singapore")], header=["phone_number", "Country"])
    plan = plan_repair(table, ProblemCode.NO_COUNTRY_CODE, country="IN")
    assert (plan.edits, plan.undecided) == ((), (0,))


def test_that_the_code_is_named_where_all_rows_get_the_same(make_table: MakeTable) -> None:
    rows = [("9876543210", "India"), ("9876543211", "India")]
    table = make_table(rows, header=["phone_number", "Country"])
    assert plan_repair(table, ProblemCode.NO_COUNTRY_CODE).detail == "+91"
