"""Rows with the same number: which there are, and what keeping one of each would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exogui.contacts.problems import ProblemCode
from exogui.contacts.progress import Cancelled
from exogui.contacts.repairing.duplicates import (
    DuplicateGroup,
    DuplicatePlan,
    Keep,
    MergeConflict,
    find_duplicates,
    plan_copies,
    plan_duplicates,
)
from exogui.contacts.steps import Edit, Step, StepKind
from exogui.contacts.table import ContactTable

if TYPE_CHECKING:
    from tests.contacts.conftest import MakeTable

INDIA, SINGAPORE, BRITAIN = "+919876543210", "+6591234567", "+442079460958"
HEADER = ["phone_number", "first_name", "email", "ID"]


def people(make_table: MakeTable, *rows: tuple[str, ...]) -> ContactTable:
    return make_table(rows, header=HEADER)


def test_that_a_list_without_duplicates_has_no_groups(make_table: MakeTable) -> None:
    assert find_duplicates(people(make_table, (INDIA, "Asha", "", "1"), (SINGAPORE, "Mei", "", "2"))) == ()


def test_that_groups_stand_in_the_order_of_their_first_rows(make_table: MakeTable) -> None:
    table = make_table(
        [(BRITAIN,), (SINGAPORE,), (INDIA,), (INDIA,), ("+65 9123 4567",), (SINGAPORE,)],
        header=["phone_number"],
    )
    assert [(group.number, group.rows) for group in find_duplicates(table)] == [
        (SINGAPORE, (1, 4, 5)),
        (INDIA, (2, 3)),
    ]


def test_that_copies_are_told_from_other_people_with_the_same_number(make_table: MakeTable) -> None:
    table = people(
        make_table,
        (INDIA, "Asha", "asha@x.in", "1"),
        (SINGAPORE, "Mei", "", "2"),
        ("+91 98765 43210", "Asha", "asha@x.in", "3"),
        (SINGAPORE, "Siti", "", "4"),
        (SINGAPORE, "Mei", "", "5"),
    )
    copies, people_ = find_duplicates(table)
    assert copies == DuplicateGroup(INDIA, (0, 2), (2,))
    assert copies.exact
    assert people_ == DuplicateGroup(SINGAPORE, (1, 3, 4), (4,))
    assert not people_.exact
    assert plan_copies([people_, copies]) == DuplicatePlan((2, 4))


def test_that_finding_them_can_be_cancelled(make_table: MakeTable) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        find_duplicates(people(make_table, (INDIA, "", "", ""), (INDIA, "", "", "")), cancel)


@pytest.mark.parametrize(
    ("keep", "removed"),
    [(Keep.FIRST, (2, 3)), (Keep.LAST, (0, 2)), (Keep.MOST_COMPLETE, (0, 3))],
)
def test_that_the_person_chooses_which_row_stays(
    make_table: MakeTable, keep: Keep, removed: tuple[int, ...]
) -> None:
    table = people(
        make_table,
        (INDIA, "", "a@x.in", "1"),
        (BRITAIN, "Siti", "", "2"),
        (INDIA, "Asha", "a@x.in", ""),
        (INDIA, "Asha", " ", "4"),
    )
    plan = plan_duplicates(table, find_duplicates(table), keep, merge=False)
    assert plan == DuplicatePlan(removed)
    assert plan.step == Step(StepKind.REMOVE_ROWS, ProblemCode.DUPLICATE_PHONE, 2)


def test_that_of_equally_complete_rows_one_without_an_error_stays(make_table: MakeTable) -> None:
    table = people(make_table, ("+91 98765 43210", "Asha", "", ""), (INDIA, "Mei", "", ""))
    plan = plan_duplicates(table, find_duplicates(table), Keep.MOST_COMPLETE, merge=False)
    assert plan.removed_rows == (0,)


def test_that_blank_cells_of_the_kept_row_take_over_what_the_others_agree_on(make_table: MakeTable) -> None:
    table = people(
        make_table,
        (INDIA, "Asha", " ", ""),
        (INDIA, " Asha", "a@x.in", "7"),
        (INDIA, "", "a@x.in ", ""),
    )
    plan = plan_duplicates(table, find_duplicates(table), Keep.FIRST, merge=True)
    assert plan == DuplicatePlan((1, 2), (Edit(0, 2, "a@x.in"), Edit(0, 3, "7")))
    assert plan.step == Step(StepKind.MERGE, ProblemCode.DUPLICATE_PHONE, 2)
    table.install(table.judge_without(plan.removed_rows, edits=plan.edits), plan.step)
    assert list(table.rows) == [(INDIA, "Asha", "a@x.in", "7")]


def test_that_what_rows_say_differently_is_left_and_listed(make_table: MakeTable) -> None:
    table = people(
        make_table,
        (SINGAPORE, "Mei", "", "1"),
        (INDIA, "Asha", "", ""),
        (INDIA, "Asha Rao", "a@x.in", "2"),
        ("+91 98765 43210", "", "b@x.in", "3"),
    )
    plan = plan_duplicates(table, find_duplicates(table), Keep.FIRST, merge=True)
    assert plan.edits == ()
    assert plan.conflicts == (
        MergeConflict(1, 1, ("Asha", "Asha Rao")),
        MergeConflict(1, 2, ("a@x.in", "b@x.in")),
    )


def test_that_the_kept_row_s_own_value_is_named_first_in_a_conflict(make_table: MakeTable) -> None:
    table = people(make_table, (INDIA, "Asha", "", ""), (INDIA, "Mei", "", ""))
    plan = plan_duplicates(table, find_duplicates(table), Keep.LAST, merge=True)
    assert plan.conflicts == (MergeConflict(1, 1, ("Mei", "Asha")),)
