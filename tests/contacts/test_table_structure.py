"""Rows that go out of a table and columns that come into it."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Collection
from typing import TYPE_CHECKING

import pytest

from exogui.contacts.judging.validation import CHUNK_ROWS, judge
from exogui.contacts.problems import Problem, ProblemCode, Refusal
from exogui.contacts.progress import Cancelled
from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable, Counts, Edit, StaleJudgementError, Step, StepKind
from tests.contacts.judged_as import assert_judged_as
from tests.contacts.refused_of import refused_of

if TYPE_CHECKING:
    from tests.contacts.conftest import MakeSheet, MakeTable

INDIA, SINGAPORE, BRITAIN = "+919876543210", "+6591234567", "+442079460958"
EDIT = Step(StepKind.EDIT)
REMOVE = Step(StepKind.REMOVE_ROWS)
ADD = Step(StepKind.ADD_COLUMN)


def phones(make_table: MakeTable, *numbers: str) -> ContactTable:
    return make_table([(number, "Asha") for number in numbers], header=["phone_number", "first_name"])


def numbers_of(table: ContactTable) -> list[tuple[int, int]]:
    return [(table.row_number(row), table.line(row)) for row in range(table.row_count)]


def test_that_rows_that_stay_keep_their_numbers_and_lines(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, SINGAPORE, BRITAIN, "N/A")
    table.install(table.judge_without({0, 2}), REMOVE)
    assert [row[0] for row in table.rows] == [SINGAPORE, "N/A"]
    assert numbers_of(table) == [(2, 3), (4, 5)]
    assert table.counts == Counts(rows=2, ready=1, warnings=0, errors=1)
    table.install(table.judge_without({0}), REMOVE)
    assert numbers_of(table) == [(4, 5)]


def test_that_judging_what_a_removal_makes_of_a_table_changes_nothing_yet(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, INDIA)
    table.judge_without({0})
    assert (table.row_count, table.counts.warnings, table.undo_step) == (2, 1, None)


def test_that_a_removal_is_undone_and_redone_by_its_name(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, SINGAPORE)
    change = table.install(table.judge_without({0}), REMOVE)
    assert (change.structural, list(change.rows), table.undo_step) == (True, [0], REMOVE)
    undone = table.undo()
    assert undone is not None
    assert (undone.structural, list(undone.rows), table.redo_step) == (True, [0, 1], REMOVE)
    assert numbers_of(table) == [(1, 2), (2, 3)]
    table.redo()
    assert numbers_of(table) == [(2, 3)]


def test_that_the_first_duplicate_that_stays_becomes_the_first(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, BRITAIN, INDIA, INDIA)
    table.install(table.judge_without({0, 1}), REMOVE)
    assert table.row_problems(0) == ()
    assert table.row_problems(1) == (Problem(0, ProblemCode.DUPLICATE_PHONE, "3"),)
    assert table.rows_with_number(INDIA) == [0, 1]


def test_that_cells_can_be_edited_after_rows_have_gone(make_table: MakeTable) -> None:
    table = phones(make_table, BRITAIN, INDIA, SINGAPORE)
    table.install(table.judge_without({0}), REMOVE)
    assert table.apply([Edit(1, 0, INDIA)], EDIT).rows == [1]
    assert table.row_problems(1) == (Problem(0, ProblemCode.DUPLICATE_PHONE, "2"),)


def test_that_a_large_table_without_rows_is_judged_as_if_fresh(make_table: MakeTable) -> None:
    count = 2 * CHUNK_ROWS + 40
    rows = [(f"+9198765{row % 400:05}", " Asha" if row % 7 == 0 else "") for row in range(count)]
    table = make_table(rows, header=["phone_number", "first_name"])
    seen: list[tuple[int, int]] = []
    table.install(
        table.judge_without(range(100, 140), lambda done, total: seen.append((done, total))), REMOVE
    )
    numbers = [*range(1, 101), *range(141, count + 1)]
    assert_judged_as(table, judge(table.rows, table.mapping, 2, numbers=numbers))
    total = 2 * CHUNK_ROWS
    assert seen == [(CHUNK_ROWS, total), (total, total)]


@pytest.mark.parametrize("removed", [range(100, 140), range(0, 540, 2), {0, 539}, range(540)])
def test_that_a_large_table_is_judged_as_if_fresh_when_rows_come_back(
    make_table: MakeTable, removed: Collection[int]
) -> None:
    rows = [(f"+9198765{row % 400:05}", " Asha" if row % 7 == 0 else "") for row in range(540)]
    table = make_table(rows, header=["phone_number", "first_name"], short_rows={1, 120, 539})
    table.install(table.judge_without(removed), REMOVE)
    table.undo()
    assert (list(table.rows), numbers_of(table)) == (rows, [(row + 1, row + 2) for row in range(540)])
    assert_judged_as(table, judge(rows, table.mapping, 2, frozenset({1, 120, 539})))
    table.redo()
    assert [table.row_number(row) - 1 for row in range(table.row_count)] == sorted(
        set(range(540)) - set(removed)
    )


@pytest.mark.parametrize("undone", [False, True])
def test_that_rows_are_known_as_short_or_refused_after_others_went_and_came_back(
    make_sheet: MakeSheet, undone: bool
) -> None:
    """They are judged by it when they are edited next."""
    rows = [(INDIA, "Asha", ""), (SINGAPORE, "Mei", ""), (BRITAIN, "Siti", "x")]
    sheet = make_sheet(rows, header=["phone_number", "first_name", "email"], short_rows={0, 1})
    sheet.refusals = {row: Refusal(rows[row], "INVALID_PHONE", "No.") for row in (0, 1)}
    table = ContactTable.judged(sheet)
    table.install(table.judge_without({0, 2}), REMOVE)
    if undone:
        table.undo()
    short = Problem(2, ProblemCode.SHORT_ROW)
    refused = Problem(0, ProblemCode.REFUSED, "No.")
    stayed = table.row_from(2)
    for row in (0, stayed):
        assert table.row_problems(row) == (refused, short)
        table.apply([Edit(row, 1, "Ravi")], EDIT)
        assert table.row_problems(row) == (short,)
        table.undo()
        assert table.row_problems(row) == (refused, short)


def test_that_what_is_kept_of_a_removal_does_not_grow_with_the_table(make_table: MakeTable) -> None:
    """A person may take out hundreds of rows one by one."""

    def bytes_of_a_removal(count: int) -> int:
        table = make_table([(f"+9198{row:08}",) for row in range(count)], header=["phone_number"])
        tracemalloc.start()
        sizes = []
        for _ in range(12):
            table.install(table.judge_without({5}), REMOVE)
            gc.collect()
            sizes.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
        return (sizes[-1] - sizes[1]) // 10

    few, many = bytes_of_a_removal(500), bytes_of_a_removal(4_000)
    assert many < few + 3_500  # not even one byte for each row more


def test_that_all_rows_can_go_and_come_back(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, SINGAPORE)
    table.install(table.judge_without({0, 1}), REMOVE)
    assert (table.row_count, table.counts, table.row_from(1)) == (0, Counts(0, 0, 0, 0), 0)
    table.undo()
    assert table.row_count == 2


def test_that_taking_out_no_row_is_no_step(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA)
    change = table.install(table.judge_without(()), REMOVE)
    assert (change.structural, list(change.rows), table.undo_step) == (False, [], None)


@pytest.mark.parametrize("rows", [{1}, {-1}, {0, 7}])
def test_that_a_row_outside_the_table_cannot_be_taken_out(make_table: MakeTable, rows: set[int]) -> None:
    with pytest.raises(IndexError):
        phones(make_table, INDIA).judge_without(rows)


@pytest.mark.parametrize("edit", [Edit(0, 9, "x"), Edit(1, 0, "x")])
def test_that_no_value_is_taken_over_outside_the_table(make_table: MakeTable, edit: Edit) -> None:
    with pytest.raises(IndexError):
        phones(make_table, INDIA).judge_without({0}, edits=[edit])


def test_that_rows_take_over_values_of_rows_that_go(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, "N/A")
    table.install(table.judge_without({0}, edits=[Edit(1, 0, INDIA), Edit(0, 1, "x")]), REMOVE)
    assert list(table.rows) == [(INDIA, "Asha")]
    assert table.counts.ready == 1


def test_that_an_edit_made_meanwhile_is_not_lost_when_rows_go(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, SINGAPORE)
    judged = table.judge_without({0})
    table.apply([Edit(1, 1, "Mei")], EDIT)
    table.install(judged, REMOVE)
    assert list(table.rows) == [(SINGAPORE, "Mei")]


def test_that_what_was_judged_before_rows_went_cannot_hit_other_rows(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, SINGAPORE, BRITAIN)
    removal, edits = table.judge_without({1}), table.judge_edits([Edit(1, 1, "Mei")])
    mapping = (Field.PHONE_NUMBER, None)
    mapped = table.judge_mapping(mapping)
    table.install(table.judge_without({0}), REMOVE)
    rows = list(table.rows)
    with pytest.raises(StaleJudgementError):
        table.install(removal, REMOVE)
    with pytest.raises(StaleJudgementError):
        table.install_edits(edits, EDIT)
    with pytest.raises(StaleJudgementError):
        table.install_mapping(mapping, mapped)
    assert (list(table.rows), table.undo_step) == (rows, REMOVE)


def test_that_rows_do_not_go_in_a_step_that_undo_takes_for_edits(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA)
    with pytest.raises(ValueError, match="edit"):
        table.install(table.judge_without({0}), EDIT)


def test_that_removing_can_be_cancelled(make_table: MakeTable) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    table = phones(make_table, INDIA, SINGAPORE)
    with pytest.raises(Cancelled):
        table.judge_without({0}, cancel)
    with pytest.raises(Cancelled):
        table.judge_with_column(Field.TAG, "vip", "Tag", cancel)
    assert (table.row_count, table.column_count) == (2, 2)


def test_that_a_new_column_is_sent_in_place_of_the_one_that_was(make_table: MakeTable) -> None:
    table = make_table([(INDIA, "old"), (SINGAPORE, "")], header=["phone_number", "tag"])
    table.install(table.judge_with_column(Field.TAG, "vip", "Tag for all"), ADD)
    assert list(table.rows) == [(INDIA, "old", "vip"), (SINGAPORE, "", "vip")]
    assert table.header == ("phone_number", "tag", "Tag for all")
    assert table.file_header == ("phone_number", "tag")
    assert (table.mapping, table.added_columns) == ((Field.PHONE_NUMBER, None, Field.TAG), 1)
    table.undo()
    assert (table.mapping, table.added_columns) == ((Field.PHONE_NUMBER, Field.TAG), 0)
    assert table.rows[0] == (INDIA, "old")


def test_that_a_value_that_is_wrong_is_wrong_in_every_row(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, SINGAPORE)
    table.install(table.judge_with_column(Field.EMAIL, "asha@", "E-mail"), ADD)
    assert table.rows_with(ProblemCode.INVALID_EMAIL) == [0, 1]


def test_that_an_added_column_that_is_not_sent_holds_no_stray_cells(make_table: MakeTable) -> None:
    table = make_table([(INDIA, "stray")], header=["phone_number"])
    table.install(table.judge_with_column(Field.TAG, "vip", "Tag"), ADD)
    mapping = (Field.PHONE_NUMBER, None, None)
    table.install_mapping(mapping, table.judge_mapping(mapping))
    assert table.row_problems(0) == (Problem(1, ProblemCode.EXTRA_CELL),)


def test_that_a_short_row_still_lacks_a_cell_when_a_column_was_added(make_table: MakeTable) -> None:
    table = make_table([(INDIA,)], header=["phone_number", "email"], short_rows={0})
    table.install(table.judge_with_column(Field.TAG, "vip", "Tag"), ADD)
    assert table.row_problems(0) == (Problem(1, ProblemCode.SHORT_ROW),)


def test_that_a_refusal_holds_for_the_row_it_is_about_whatever_goes_or_comes(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, SINGAPORE, BRITAIN)
    refused = refused_of(table, {0: ("INVALID_PHONE", "No."), 2: ("INVALID_PHONE", "No such line.")})
    refused.install(refused.judge_without({0}), REMOVE)
    refused.install(refused.judge_with_column(Field.TAG, "vip", "Tag"), ADD)
    assert refused.row_problems(0) == (Problem(0, ProblemCode.REFUSED, "No such line."),)
    refused.apply([Edit(0, 1, "Mei")], EDIT)
    assert refused.row_problems(0) == ()


def test_that_refused_rows_of_a_table_with_fewer_rows_keep_their_numbers(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, SINGAPORE, BRITAIN)
    table.install(table.judge_without({0}), REMOVE)
    assert numbers_of(refused_of(table, {1: ("INVALID_PHONE", "No.")})) == [(3, 4)]


def test_that_rows_that_went_leave_the_sheet_as_it_was_read(make_sheet: MakeSheet) -> None:
    sheet = make_sheet([(INDIA,), (SINGAPORE,)], header=["phone_number"])
    table = ContactTable.judged(sheet)
    table.install(table.judge_without({0}), REMOVE)
    table.apply([Edit(0, 0, "x")], EDIT)
    assert (sheet.rows, list(sheet.lines)) == ([(INDIA,), (SINGAPORE,)], [2, 3])
