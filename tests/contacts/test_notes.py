"""What is right as it stands and could be tidier is no problem of its row, but can be repaired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exogui.contacts.problems import Problem, ProblemCode, RowState, Severity
from exogui.contacts.repairing.repairs import carry_out_certain_repairs, plan_repair
from exogui.contacts.table import ContactTable, Counts

if TYPE_CHECKING:
    from tests.contacts.conftest import MakeTable

CAPITALS = Problem(1, ProblemCode.EMAIL_CASE, "", "asha@x.in")
HEADER = ("phone_number", "email")


def a_table(make_table: MakeTable) -> ContactTable:
    """Three capital e-mails: in a row that is ready, in a duplicate, and in one that is to be fixed."""
    phones = ("+919876543210", "+919876543210", "N/A")
    return make_table([(phone, "ASHA@X.IN") for phone in phones], header=HEADER)


def test_that_capital_letters_leave_a_row_ready_and_a_cell_unmarked(make_table: MakeTable) -> None:
    table = a_table(make_table)
    assert ProblemCode.EMAIL_CASE.severity is Severity.NOTE
    assert table.counts == Counts(rows=3, ready=1, warnings=1, errors=1)
    assert list(table.states) == [RowState.READY, RowState.WORTH_A_LOOK, RowState.MUST_FIX]
    assert table.row_problems(0) == (CAPITALS,)
    assert [table.cell_problem(row, 1) for row in range(3)] == [None, None, None]
    assert table.sendable_rows() == [0, 1]


def test_that_they_stand_behind_everything_else(make_table: MakeTable) -> None:
    table = a_table(make_table)
    assert table.row_problems(1) == (Problem(0, ProblemCode.DUPLICATE_PHONE, "1"), CAPITALS)
    assert [(group.code, group.count) for group in table.problem_groups()] == [
        (ProblemCode.NOT_A_NUMBER, 1),
        (ProblemCode.DUPLICATE_PHONE, 1),
        (ProblemCode.EMAIL_CASE, 3),
    ]


def test_that_they_are_found_and_repaired(make_table: MakeTable) -> None:
    table = a_table(make_table)
    assert table.rows_with(ProblemCode.EMAIL_CASE) == [0, 1, 2]
    plan = plan_repair(table, ProblemCode.EMAIL_CASE)
    assert [edit.value for edit in plan.edits] == ["asha@x.in"] * 3
    carry_out_certain_repairs(table, None)
    assert [row[1] for row in table.rows] == ["asha@x.in"] * 3
    assert table.row_problems(0) == ()
