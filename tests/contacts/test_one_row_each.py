"""Further phone numbers of a person get rows of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exogui.contacts.problems import ProblemCode
from exogui.contacts.progress import Cancelled
from exogui.contacts.repairing.decisions import list_decisions
from exogui.contacts.repairing.one_row_each import (
    FurtherNumber,
    OneRowEachPlan,
    further_phone_columns,
    plan_one_row_each,
    repeated_row,
)
from exogui.contacts.schema import Field
from exogui.contacts.steps import Edit, NewRow, Step, StepKind
from exogui.contacts.table import ContactTable

if TYPE_CHECKING:
    from tests.contacts.conftest import MakeTable

INDIA, OTHER, SINGAPORE, BRITAIN = "+919876543210", "+919876543211", "+6591234567", "+442079460958"
HEADER = ("phone_number", "first_name", "Home Phone", "Office Phone")
HOME, OFFICE = 2, 3


def people(make_table: MakeTable, *rows: tuple[str, str, str, str]) -> ContactTable:
    return make_table(rows, header=HEADER)


def carry_out(table: ContactTable, plan: OneRowEachPlan) -> None:
    table.install(table.judge_with_rows(plan.new_rows, edits=plan.edits), plan.step)


def test_that_each_further_number_has_a_row_with_all_else_the_same(make_table: MakeTable) -> None:
    table = people(make_table, (INDIA, "Asha", OTHER, SINGAPORE), (BRITAIN, "Tan", "", ""))
    plan = plan_one_row_each(table, (HOME, OFFICE))
    assert plan.numbers == (
        FurtherNumber(0, HOME, OTHER, fills=False),
        FurtherNumber(0, OFFICE, SINGAPORE, fills=False),
    )
    assert plan.step == Step(StepKind.ONE_ROW_EACH, count=2)
    carry_out(table, plan)
    assert list(table.rows) == [
        (INDIA, "Asha", OTHER, SINGAPORE),
        (OTHER, "Asha", OTHER, SINGAPORE),
        (SINGAPORE, "Asha", OTHER, SINGAPORE),
        (BRITAIN, "Tan", "", ""),
    ]
    assert [table.row_number(row) for row in range(4)] == [1, 1, 1, 2]
    assert table.counts.ready == 4


@pytest.mark.parametrize(
    "home", ["", "  ", "N/A", "-", INDIA, "+91 98765 43210", "098765-43210", "9876543210", "९८७६५४३२१०"]
)
def test_that_what_is_blank_no_number_or_the_same_number_makes_no_row(
    make_table: MakeTable, home: str
) -> None:
    table = people(make_table, (INDIA, "Asha", home, ""))
    assert plan_one_row_each(table, (HOME, OFFICE), "IN") == OneRowEachPlan()


def test_that_without_a_country_only_what_is_certain_is_the_same(make_table: MakeTable) -> None:
    table = people(make_table, (INDIA, "Asha", "98765 43210", "9876543210"))
    assert [number.text for number in plan_one_row_each(table, (HOME, OFFICE)).numbers] == ["98765 43210"]


def test_that_a_blank_phone_cell_takes_the_first_number_and_the_next_has_a_row(make_table: MakeTable) -> None:
    table = people(make_table, ("", "Asha", OTHER, SINGAPORE))
    plan = plan_one_row_each(table, (HOME, OFFICE))
    assert plan.edits == (Edit(0, 0, OTHER),)
    assert plan.new_rows == (NewRow(0, (SINGAPORE, "Asha", OTHER, SINGAPORE)),)
    carry_out(table, plan)
    assert [row[0] for row in table.rows] == [OTHER, SINGAPORE]


def test_that_a_number_stays_as_it_is_written_and_several_in_a_cell_are_taken_apart(
    make_table: MakeTable,
) -> None:
    table = people(make_table, (INDIA, "Asha", "98765-43211 (home)", f"{SINGAPORE} / {BRITAIN}"))
    texts = [number.text for number in plan_one_row_each(table, (HOME, OFFICE), "IN").numbers]
    assert texts == ["98765-43211 (home)", SINGAPORE, BRITAIN]


def test_that_a_number_among_several_in_the_phone_cell_is_known(make_table: MakeTable) -> None:
    table = people(make_table, (f"{INDIA}, {OTHER}", "Asha", OTHER, SINGAPORE))
    assert [number.text for number in plan_one_row_each(table, (HOME, OFFICE)).numbers] == [SINGAPORE]


def test_that_to_do_it_again_changes_nothing_and_only_new_columns_add_rows(make_table: MakeTable) -> None:
    table = people(make_table, (INDIA, "Asha", OTHER, SINGAPORE), (SINGAPORE, "Tan", OTHER, ""))
    carry_out(table, plan_one_row_each(table, (HOME,)))
    assert plan_one_row_each(table, (HOME,)) == OneRowEachPlan()
    plan = plan_one_row_each(table, (HOME, OFFICE))
    assert [(number.row, number.text) for number in plan.numbers] == [(0, SINGAPORE)]


def test_that_it_can_be_planned_for_the_first_rows_alone(make_table: MakeTable) -> None:
    rows = [(INDIA, "Asha", "", "")] * 2_000
    table = people(make_table, *rows, (INDIA, "Asha", OTHER, ""))
    assert plan_one_row_each(table, (HOME,), sampled=True) == OneRowEachPlan()
    assert len(plan_one_row_each(table, (HOME,)).numbers) == 1


def test_that_there_is_nothing_to_plan_without_a_phone_column(make_table: MakeTable) -> None:
    table = make_table([(INDIA, OTHER)], header=("a", "b"))
    with pytest.raises(ValueError, match="phone"):
        plan_one_row_each(table, (1,))
    assert further_phone_columns(table) == ()


def test_that_planning_can_be_cancelled(make_table: MakeTable) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        plan_one_row_each(people(make_table, (INDIA, "", OTHER, "")), (HOME,), None, cancel)


# --- which columns ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "cells", "found"),
    [
        ("Home Phone", (SINGAPORE, "022-23456789", ""), True),
        ("Alternate Mobile", ("98765 43211", "same", ""), True),
        ("Home Phone", ("", "", ""), False),
        ("Home Phone", ("yes", "no", "no"), False),
        ("Home", ("98765 43211", SINGAPORE, ""), True),
        ("Home", ("98765 43211", "n/a", ""), False),
        ("Order", ("1000001", "1000002", "1000003"), False),
        ("Date", ("2026-11-25", "2026-11-26", ""), False),
        ("Aadhaar", ("2341 2341 2346", "", ""), False),
        ("Remarks", ("called", "busy", ""), False),
    ],
)
def test_that_a_column_is_found_by_its_name_or_by_real_numbers_in_it(
    make_table: MakeTable, name: str, cells: tuple[str, ...], found: bool
) -> None:
    table = make_table([(INDIA, cell) for cell in cells], header=("phone_number", name))
    assert further_phone_columns(table, "IN") == ((1,) if found else ())


def test_that_columns_that_are_sent_or_were_added_are_none(make_table: MakeTable) -> None:
    mapping = (Field.PHONE_NUMBER, None, Field.CUSTOM_FIELD_1, None)
    table = make_table([(INDIA, "Asha", OTHER, "")], header=HEADER, mapping=mapping)
    table.install(table.judge_with_column(Field.TAG, OTHER, "Home Phone"), Step(StepKind.ADD_COLUMN))
    table.install_mapping((*mapping, None), table.judge_mapping((*mapping, None)))
    assert further_phone_columns(table) == ()


# --- several numbers in one cell -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        (f"{INDIA} / {SINGAPORE}", (INDIA, SINGAPORE)),
        ("98765 43210, 98765-43211", (INDIA, OTHER)),
        (f"{INDIA}; {OTHER}; {INDIA}", (INDIA, OTHER)),
        (f"98765 43210 / {INDIA}", ()),  # the same number twice
        (f"{INDIA} / 9118001234", ()),  # the second can be read in two ways
        (f"{INDIA} / 12345678", ()),  # the second is no number: a row would lose it
        (f"{INDIA} / +915000000000", ()),  # it may not exist
        ("+44 20 7946 0958 ext 12", ()),
    ],
)
def test_that_a_row_each_is_a_choice_where_every_number_of_a_cell_is_certain(
    make_table: MakeTable, value: str, numbers: tuple[str, ...]
) -> None:
    table = make_table([(value,)], header=["phone_number"])
    [decision] = list_decisions(table, ProblemCode.PHONE_FORMAT, "IN")
    assert decision.numbers == numbers


def test_that_numbers_that_need_a_country_are_certain_only_with_it(make_table: MakeTable) -> None:
    table = make_table([("9876543210 / 9876543211",), (INDIA,)], header=["phone_number"])
    [decision] = list_decisions(table, ProblemCode.PHONE_FORMAT, None)
    assert (len(decision.readings), decision.numbers) == (2, ())


def test_that_a_row_is_repeated_with_another_number(make_table: MakeTable) -> None:
    table = people(make_table, (INDIA, "Asha", "x", "y"))
    assert list(repeated_row(table, 0, 0, (OTHER, BRITAIN))) == [
        NewRow(0, (OTHER, "Asha", "x", "y")),
        NewRow(0, (BRITAIN, "Asha", "x", "y")),
    ]
