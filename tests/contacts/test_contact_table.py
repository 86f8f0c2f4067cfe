"""The table under a person's hands: edits, undo, redo, and another mapping."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

from exogui.contacts.problems import Problem, ProblemCode, RowState
from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable, Counts, Edit, ProblemGroup, Step, StepKind
from tests.contacts.refused_of import refused_of

if TYPE_CHECKING:
    from tests.contacts.conftest import MakeSheet, MakeTable

INDIA, SINGAPORE, BRITAIN = "+919876543210", "+6591234567", "+442079460958"
EDIT = Step(StepKind.EDIT)


# --- edits ---------------------------------------------------------------------------------------------


def phones(make_table: MakeTable, *numbers: str) -> ContactTable:
    return make_table([(number, "Asha") for number in numbers], header=["phone_number", "first_name"])


def test_that_a_value_is_stored_exactly_as_typed(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA)
    table.apply([Edit(0, 1, "  ='\u00a0x ")], EDIT)
    assert table.value(0, 1) == "  ='\u00a0x "


def test_that_an_edit_that_mends_a_row_makes_it_ready(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, "N/A")
    change = table.apply([Edit(1, 0, SINGAPORE)], EDIT)
    assert change.rows == [1]
    assert table.counts == Counts(rows=2, ready=2, warnings=0, errors=0)


def test_that_taking_away_the_first_of_three_makes_the_second_the_first(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, INDIA, BRITAIN, INDIA)
    change = table.apply([Edit(0, 0, SINGAPORE)], EDIT)
    assert change.rows == [0, 1, 3]
    assert table.row_problems(1) == ()
    assert table.row_problems(3) == (Problem(0, ProblemCode.DUPLICATE_PHONE, "2"),)


def test_that_a_number_typed_above_others_becomes_the_first(make_table: MakeTable) -> None:
    table = phones(make_table, SINGAPORE, INDIA, INDIA)
    change = table.apply([Edit(0, 0, INDIA)], EDIT)
    assert change.rows == [0, 1, 2]
    assert [problem.detail for row in (1, 2) for problem in table.row_problems(row)] == ["1", "1"]


def test_that_an_edit_elsewhere_in_a_row_leaves_other_rows_alone(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, INDIA)
    assert table.apply([Edit(0, 1, "Mei")], EDIT).rows == [0]


def test_that_an_edit_that_changes_nothing_is_no_step(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA)
    assert not table.apply([Edit(0, 0, INDIA)], EDIT).rows
    assert table.undo_step is None


def test_that_of_several_edits_of_a_cell_the_last_counts(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA)
    table.apply([Edit(0, 1, "Mei"), Edit(0, 1, "Siti")], EDIT)
    assert table.value(0, 1) == "Siti"
    table.undo()
    assert table.value(0, 1) == "Asha"


@pytest.mark.parametrize("edit", [Edit(9, 0, "x"), Edit(-1, 0, "x"), Edit(0, 9, "x"), Edit(0, -1, "x")])
def test_that_an_edit_outside_the_table_changes_nothing_at_all(make_table: MakeTable, edit: Edit) -> None:
    table = phones(make_table, INDIA)
    with pytest.raises(IndexError):
        table.apply([Edit(0, 1, "Mei"), edit], EDIT)
    assert table.value(0, 1) == "Asha"
    assert table.undo_step is None


def test_that_judging_edits_beforehand_changes_nothing_yet(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, INDIA)
    judged = table.judge_edits([Edit(0, 0, SINGAPORE)])
    assert (table.value(0, 0), table.counts.warnings, table.undo_step) == (INDIA, 1, None)
    change = table.install_edits(judged, EDIT)
    assert list(change.rows) == [0, 1]
    assert (table.value(0, 0), table.counts.ready) == (SINGAPORE, 2)
    table.undo()
    assert (table.value(0, 0), table.counts.warnings) == (INDIA, 1)


def test_that_edits_judged_before_another_edit_are_applied_on_top_of_it(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, SINGAPORE)
    judged = table.judge_edits([Edit(0, 1, "Mei")])
    table.apply([Edit(1, 1, "Siti")], EDIT)
    table.install_edits(judged, EDIT)
    assert [row[1] for row in table.rows] == ["Mei", "Siti"]


def test_that_the_sheet_it_came_from_is_not_changed(make_sheet: MakeSheet) -> None:
    sheet = make_sheet([(INDIA,)], header=["phone_number"])
    ContactTable.judged(sheet).apply([Edit(0, 0, "x")], EDIT)
    assert sheet.rows == [(INDIA,)]


# --- refused rows back on the table ----------------------------------------------------------------------


def test_that_duplicates_among_refused_rows_name_the_number_in_the_person_s_file(
    make_table: MakeTable,
) -> None:
    table = phones(make_table, BRITAIN, INDIA, SINGAPORE, INDIA)
    refused = refused_of(
        table, {1: ("INVALID_PHONE", "Not a number."), 3: ("INVALID_PHONE", "Not a number.")}
    )
    assert refused.row_number(1) == 4
    assert refused.row_problems(1) == (
        Problem(0, ProblemCode.REFUSED, "Not a number."),
        Problem(0, ProblemCode.DUPLICATE_PHONE, "2"),
    )
    refused.apply([Edit(1, 0, BRITAIN)], EDIT)
    assert refused.row_problems(1) == ()
    refused.undo()
    assert refused.states[1] == RowState.MUST_FIX


# --- undo ----------------------------------------------------------------------------------------------


def test_that_undo_and_redo_name_their_step(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA)
    step = Step(StepKind.REPAIR, ProblemCode.WHITESPACE, 1)
    table.apply([Edit(0, 1, "Mei")], step)
    assert (table.undo_step, table.redo_step) == (step, None)
    table.undo()
    assert (table.undo_step, table.redo_step) == (None, step)


def test_that_a_new_edit_ends_what_could_be_redone(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA)
    table.apply([Edit(0, 1, "Mei")], EDIT)
    table.undo()
    table.apply([Edit(0, 1, "Siti")], EDIT)
    assert table.redo_step is None
    assert table.redo() is None
    assert table.value(0, 1) == "Siti"


def test_that_another_mapping_is_undone_and_redone_like_an_edit(make_table: MakeTable) -> None:
    table = make_table([("98", INDIA)], header=["phone_number", "Mobile"])
    mapping = (None, Field.PHONE_NUMBER)
    change = table.install_mapping(mapping, table.judge_mapping(mapping))
    assert list(change.rows) == [0]
    assert (table.mapping, table.counts.ready) == (mapping, 1)
    assert table.undo_step == Step(StepKind.MAPPING, count=2)
    table.undo()
    assert (table.mapping, table.counts.errors) == ((Field.PHONE_NUMBER, None), 1)
    table.redo()
    assert (table.mapping, table.counts.ready) == (mapping, 1)


def test_that_the_same_mapping_is_no_step(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA)
    assert not table.install_mapping(table.mapping, table.judge_mapping(table.mapping)).rows
    assert table.undo_step is None


@pytest.mark.parametrize("mapping", [(Field.PHONE_NUMBER,), (Field.EMAIL, Field.EMAIL)])
def test_that_a_mapping_of_another_width_or_with_a_field_twice_is_refused(
    make_table: MakeTable, mapping: Sequence[Field]
) -> None:
    with pytest.raises(ValueError, match="mapping"):
        phones(make_table, INDIA).judge_mapping(mapping)


def test_that_the_judgement_of_another_mapping_is_refused(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA)
    with pytest.raises(ValueError, match="another mapping"):
        table.install_mapping((None, Field.PHONE_NUMBER), table.judge_mapping(table.mapping))


# --- looking at it -------------------------------------------------------------------------------------


def test_that_groups_stand_errors_first_then_the_most_frequent(make_table: MakeTable) -> None:
    table = make_table(
        [
            (INDIA, " a", " b"),
            (SINGAPORE, " a", " b"),
            ("N/A", "", ""),
            ("9876543210", "", ""),
            ("9876543211", "", ""),
        ],
        header=["phone_number", "first_name", "last_name"],
    )
    assert table.problem_groups() == [
        ProblemGroup(ProblemCode.NO_COUNTRY_CODE, 2, 2),
        ProblemGroup(ProblemCode.NOT_A_NUMBER, 1, 1),
        ProblemGroup(ProblemCode.WHITESPACE, 4, 2),
    ]
    assert table.rows_with(ProblemCode.WHITESPACE) == [0, 1]
    assert table.rows_with(ProblemCode.INVALID_EMAIL) == []


def test_that_a_cell_shows_its_worst_problem(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, "+91 98765 43210")
    worst = table.cell_problem(1, 0)
    assert worst is not None
    assert worst.code is ProblemCode.PHONE_FORMAT
    assert table.cell_problem(1, 1) is None


def test_that_rows_without_errors_are_sent_and_all_only_on_demand(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, "N/A", INDIA)
    assert list(table.states) == [RowState.READY, RowState.MUST_FIX, RowState.WORTH_A_LOOK]
    assert table.sendable_rows() == [0, 2]
    assert table.sendable_rows(include_errors=True) == [0, 1, 2]


def test_that_rows_know_their_number_and_line(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, SINGAPORE)
    assert (table.row_number(1), table.line(1)) == (2, 3)
    assert (table.row_count, table.column_count, table.column_of(Field.FIRST_NAME)) == (2, 2, 1)
    assert table.column_of(Field.EMAIL) is None
