"""Repairs change what is certain, leave the rest to a person, and touch nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exogui.contacts.problems import ProblemCode, Severity
from exogui.contacts.progress import Cancelled
from exogui.contacts.repairing.repairs import (
    REPAIRABLE,
    calling_code_of,
    countries,
    plan_repair,
    suggest_country,
)
from exogui.contacts.table import Edit, Step, StepKind

if TYPE_CHECKING:
    from exogui.contacts.table import ContactTable
    from tests.contacts.conftest import MakeTable

INDIA, SINGAPORE = "+919876543210", "+6591234567"


def phones(make_table: MakeTable, *numbers: str) -> ContactTable:
    return make_table([(number,) for number in numbers], header=["phone_number"])


@pytest.mark.parametrize(
    ("country", "value", "completed"),
    [
        ("IN", "9876543210", INDIA),
        ("IN", "98765 43210", INDIA),
        ("IN", "०९८७६५४३२१०", INDIA),
        ("IN", "919876543210", INDIA),
        ("IN", "09876543210", INDIA),
        ("IN", "0919876543210", INDIA),
        ("IN", "919876543210.0", INDIA),
        ("IN", "9187654321", "+919187654321"),
        ("SG", "91234567", SINGAPORE),
        ("SG", "6591234567", SINGAPORE),
        ("ID", "081234567890", "+6281234567890"),
        ("ID", "6281234567890", "+6281234567890"),
        ("GB", "02079460958", "+442079460958"),
        ("US", "(415) 555-2671", "+14155552671"),
        ("US", "1 415 555 2671", "+14155552671"),
    ],
)
def test_that_a_country_code_is_added_where_one_reading_is_a_real_number(
    make_table: MakeTable, country: str, value: str, completed: str
) -> None:
    plan = plan_repair(phones(make_table, value), ProblemCode.NO_COUNTRY_CODE, country=country)
    assert plan.edits == (Edit(0, 0, completed),)
    assert plan.examples == ((value, completed),)
    assert plan.undecided == ()


@pytest.mark.parametrize(
    ("country", "value"),
    [
        ("IN", "9118001234"),  # a mobile number, or +91 and a toll-free number of eight digits
        ("IN", "12345"),
        ("IN", "1234567"),
        ("SG", "9876543210"),
    ],
)
def test_that_a_number_with_two_readings_or_none_is_left_to_a_person(
    make_table: MakeTable, country: str, value: str
) -> None:
    plan = plan_repair(phones(make_table, value), ProblemCode.NO_COUNTRY_CODE, country=country)
    assert (plan.edits, plan.undecided) == ((), (0,))


def test_that_another_country_in_the_list_makes_its_numbers_ambiguous(make_table: MakeTable) -> None:
    value = "6592345678"  # a number in India, and one in Singapore that lost its plus sign
    alone = plan_repair(phones(make_table, value), ProblemCode.NO_COUNTRY_CODE, country="IN")
    assert alone.edits == (Edit(0, 0, "+916592345678"),)
    beside = plan_repair(phones(make_table, value, SINGAPORE), ProblemCode.NO_COUNTRY_CODE, country="IN")
    assert (beside.edits, beside.undecided) == ((), (0,))


def test_that_a_number_of_another_country_in_the_list_gets_its_plus_sign(make_table: MakeTable) -> None:
    table = phones(make_table, "6581234567", "+65 9123 4567")
    plan = plan_repair(table, ProblemCode.NO_COUNTRY_CODE, country="US")
    assert plan.edits == (Edit(0, 0, "+6581234567"),)


def test_that_no_country_code_is_added_before_a_country_is_chosen(make_table: MakeTable) -> None:
    plan = plan_repair(phones(make_table, "9876543210"), ProblemCode.NO_COUNTRY_CODE)
    assert (plan.edits, plan.undecided, plan.detail) == ((), (0,), "")


def test_that_a_plan_is_the_step_it_is_remembered_as(make_table: MakeTable) -> None:
    table = phones(make_table, "9876543210", "9876543211", "12345", INDIA)
    plan = plan_repair(table, ProblemCode.NO_COUNTRY_CODE, country="IN")
    assert plan.step == Step(StepKind.REPAIR, ProblemCode.NO_COUNTRY_CODE, 2, "+91")
    table.apply(plan.edits, plan.step)
    assert table.rows_with(ProblemCode.NO_COUNTRY_CODE) == [2]
    table.undo()
    assert table.value(0, 0) == "9876543210"


def test_that_a_kind_of_problem_is_repaired_in_all_its_cells_with_a_few_examples(
    make_table: MakeTable,
) -> None:
    table = make_table(
        [(INDIA, f" a{index}", "b ") for index in range(9)], header=["phone_number", "first_name", "tag"]
    )
    plan = plan_repair(table, ProblemCode.WHITESPACE)
    assert len(plan.edits) == 18
    assert plan.examples[:2] == ((" a0", "a0"), ("b ", "b"))
    assert 2 < len(plan.examples) < 9


def test_that_cells_without_a_certain_repair_stay(make_table: MakeTable) -> None:
    table = phones(make_table, "+91 98765 43210", "9876543210 / 9876543211", "+91 0987654321")
    plan = plan_repair(table, ProblemCode.PHONE_FORMAT)
    assert (plan.edits, plan.undecided) == ((Edit(0, 0, INDIA),), (1, 2))


def test_that_lost_digits_are_never_brought_back(make_table: MakeTable) -> None:
    table = phones(make_table, "9.19877E+11", "9E+11")
    for country in (None, "IN"):
        plan = plan_repair(table, ProblemCode.LOST_DIGITS, country=country)
        assert (plan.edits, plan.undecided) == ((), (0, 1))


def test_that_an_unknown_country_is_refused(make_table: MakeTable) -> None:
    with pytest.raises(ValueError, match="XX"):
        plan_repair(phones(make_table, "98"), ProblemCode.NO_COUNTRY_CODE, country="XX")


def test_that_planning_stops_when_the_person_cancels(make_table: MakeTable) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        plan_repair(
            phones(make_table, "9876543210"), ProblemCode.NO_COUNTRY_CODE, country="IN", checkpoint=cancel
        )


CELLS = st.sampled_from(
    [
        INDIA,
        SINGAPORE,
        "+91 98765 43210",
        "9876543210",
        "9118001234",
        "09876543210",
        "६५९१२३४५६७",
        "9.19877E+11",
        "9876543210,9876543211",
        "asha@x.in ",
        "asha@x",
        " Asha",
        "As\x00ha ",
        "x" * 256 + " ",
        "Caf\x82",
        "",
    ]
)


@settings(max_examples=300)
@given(
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), min_size=1, max_size=6),
    code=st.sampled_from(sorted(ProblemCode)),
    country=st.sampled_from(["IN", "SG", "US", None]),
)
def test_that_a_repair_makes_no_new_error_and_touches_no_other_cell(
    make_table: MakeTable, rows: list[tuple[str, ...]], code: ProblemCode, country: str | None
) -> None:
    header = ["phone_number", "first_name", "email", "Remarks"]
    table = make_table(rows, header=header)
    bad = {(row, p.column) for row in range(len(rows)) for p in table.row_problems(row) if p.code is code}
    errors_before = errors(table)
    plan = plan_repair(table, code, country=country)
    assert {(edit.row, edit.column) for edit in plan.edits} <= bad
    assert {row for row, _ in bad} == {edit.row for edit in plan.edits} | set(plan.undecided)
    table.apply(plan.edits, plan.step)
    mended = {(edit.row, edit.column): edit.value for edit in plan.edits}
    for row, cells in enumerate(rows):
        for column, before in enumerate(cells):
            assert table.value(row, column) == mended.get((row, column), before)
    assert errors(table) <= errors_before
    assert not {cell for cell in mended if (*cell, code) in problems(table)}
    assert plan_repair(table, code, country=country).edits == ()
    assert plan.edits == () or code in REPAIRABLE


def problems(table: ContactTable) -> set[tuple[int, int, ProblemCode]]:
    return {(row, p.column, p.code) for row in range(table.row_count) for p in table.row_problems(row)}


def errors(table: ContactTable) -> set[tuple[int, int, ProblemCode]]:
    return {problem for problem in problems(table) if problem[2].severity is Severity.ERROR}


# --- countries -----------------------------------------------------------------------------------------


def test_that_the_country_of_most_numbers_is_suggested(make_table: MakeTable) -> None:
    assert suggest_country(phones(make_table, INDIA, "+91 98765 43211", SINGAPORE, "9876543210")) == "IN"
    assert suggest_country(phones(make_table, SINGAPORE)) == "SG"
    assert suggest_country(phones(make_table, "+14155552671")) == "US"


def test_that_no_country_is_suggested_where_no_number_has_one(make_table: MakeTable) -> None:
    assert suggest_country(phones(make_table, "9876543210", "N/A", "+999123456789")) is None
    assert suggest_country(make_table([("x",)], header=["Remarks"])) is None


def test_that_the_menu_has_every_country_once() -> None:
    names = [name for name, _ in countries()]
    assert sorted(names) == sorted(phonenumbers.SUPPORTED_REGIONS)
    assert ("IN", "91") in countries()
    assert all(code == str(phonenumbers.country_code_for_region(name)) for name, code in countries())


def test_that_a_country_knows_its_calling_code() -> None:
    assert (calling_code_of("SG"), calling_code_of("CA")) == ("65", "1")
