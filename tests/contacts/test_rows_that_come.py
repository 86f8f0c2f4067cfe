"""Rows that come into a table: made of others, or added at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exogui.contacts.judging.validation import CHUNK_ROWS, judge
from exogui.contacts.problems import Problem, ProblemCode
from exogui.contacts.progress import Cancelled
from exogui.contacts.steps import NewRow
from exogui.contacts.table import ContactTable, Counts, Edit, StaleJudgementError, Step, StepKind
from tests.contacts.judged_as import assert_judged_as
from tests.contacts.refused_of import refused_of

if TYPE_CHECKING:
    from tests.contacts.conftest import MakeSheet, MakeTable

INDIA, SINGAPORE, BRITAIN = "+919876543210", "+6591234567", "+442079460958"
EACH = Step(StepKind.ONE_ROW_EACH)
HEADER = ("phone_number", "first_name")


def phones(make_table: MakeTable, *numbers: str) -> ContactTable:
    return make_table([(number, "Asha") for number in numbers], header=HEADER)


def put_in(table: ContactTable, *new_rows: NewRow) -> None:
    table.install(table.judge_with_rows(new_rows), EACH)


def numbers_of(table: ContactTable) -> list[tuple[int, int]]:
    return [(table.row_number(row), table.line(row)) for row in range(table.row_count)]


def test_that_a_row_stands_below_the_one_it_is_made_of_and_has_its_number(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, "N/A")
    put_in(table, NewRow(0, (SINGAPORE, "Asha")), NewRow(1, ("", "Ravi")), NewRow(0, (BRITAIN, "Asha")))
    assert [row[0] for row in table.rows] == [INDIA, SINGAPORE, BRITAIN, "N/A", ""]
    assert numbers_of(table) == [(1, 2), (1, 2), (1, 2), (2, 3), (2, 3)]
    assert (table.row_from(1), table.row_from(2), table.row_from(3)) == (0, 3, 5)
    assert table.counts == Counts(rows=5, ready=3, warnings=0, errors=2)


def test_that_a_row_of_no_row_of_the_file_counts_on_behind_the_last(make_table: MakeTable) -> None:
    """Also where the last rows are gone: their numbers stay theirs."""
    table = phones(make_table, INDIA, SINGAPORE, BRITAIN)
    table.install(table.judge_without({1, 2}), Step(StepKind.REMOVE_ROWS))
    put_in(table, NewRow(None, ("", "Ravi")), NewRow(None, ("", "Mei")))
    put_in(table, NewRow(None, ("", "Zoë")), NewRow(0, ("", "Tan")))
    assert [row[1] for row in table.rows] == ["Asha", "Tan", "Ravi", "Mei", "Zoë"]
    assert numbers_of(table) == [(1, 2), (1, 2), (4, 0), (5, 0), (6, 0)]


def test_that_rows_can_be_added_to_a_table_without_any(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA)
    table.install(table.judge_without({0}), Step(StepKind.REMOVE_ROWS))
    put_in(table, NewRow(None, (SINGAPORE, "Mei")))
    assert (list(table.rows), numbers_of(table)) == ([(SINGAPORE, "Mei")], [(2, 0)])


def test_that_it_is_known_how_many_rows_came_and_went(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, SINGAPORE, BRITAIN)
    assert (table.rows_added, table.rows_taken_out) == (0, 0)
    put_in(table, NewRow(0, (BRITAIN, "Asha")), NewRow(None, ("", "Mei")))
    table.install(table.judge_without({0, 4}), Step(StepKind.REMOVE_ROWS))
    assert (table.row_count, table.rows_added, table.rows_taken_out) == (3, 1, 1)
    table.undo()
    table.undo()
    assert (table.row_count, table.rows_added, table.rows_taken_out) == (3, 0, 0)


def test_that_it_is_undone_and_redone_by_its_name_with_the_edits_of_the_same_step(
    make_table: MakeTable,
) -> None:
    table = phones(make_table, f"{INDIA} / {SINGAPORE}", BRITAIN)
    judged = table.judge_with_rows(
        [NewRow(0, (SINGAPORE, "Asha"))], edits=[Edit(0, 0, INDIA), Edit(1, 1, "Mei")]
    )
    assert (table.row_count, table.undo_step) == (2, None), "judging changes nothing"
    change = table.install(judged, EACH)
    assert (change.structural, list(change.rows), table.undo_step) == (True, [0, 1, 2], EACH)
    assert list(table.rows) == [(INDIA, "Asha"), (SINGAPORE, "Asha"), (BRITAIN, "Mei")]
    assert (table.undo_takes_out, table.redo_puts_in) == ((1,), ())
    undone = table.undo()
    assert undone is not None
    assert (undone.structural, list(undone.rows), table.redo_step) == (True, [0, 1], EACH)
    assert list(table.rows) == [(f"{INDIA} / {SINGAPORE}", "Asha"), (BRITAIN, "Asha")]
    assert (table.undo_takes_out, table.redo_puts_in) == ((), (1,))
    table.redo()
    assert [row[0] for row in table.rows] == [INDIA, SINGAPORE, BRITAIN]


def test_that_the_first_row_with_a_number_is_the_one_that_stands_first_now(make_table: MakeTable) -> None:
    table = phones(make_table, BRITAIN, INDIA)
    put_in(table, NewRow(0, (INDIA, "Asha")))
    assert table.row_problems(1) == ()
    assert table.row_problems(2) == (Problem(0, ProblemCode.DUPLICATE_PHONE, "1"),)
    assert table.rows_with_number(INDIA) == [1, 2]


@pytest.mark.parametrize("edited", [0, 3, 540])
def test_that_a_large_table_is_judged_as_if_fresh(make_table: MakeTable, edited: int) -> None:
    rows = [(f"+9198765{row % 400:05}", " Asha" if row % 7 == 0 else "") for row in range(540)]
    table = make_table(rows, header=HEADER, short_rows={1, 120, 539})
    new = [NewRow(row, (f"+9198765{row + 30:05}", "x ")) for row in range(0, 540, 2)]
    new += [NewRow(None, ("98765 43210", "Mei"))]
    edits = [Edit(row, 0, f"+9198764{row:05}") for row in range(edited)]
    seen: list[tuple[int, int]] = []
    table.install(table.judge_with_rows(new, lambda *step: seen.append(step), edits=edits), EACH)
    numbers = [table.row_number(row) for row in range(table.row_count)]
    assert numbers == sorted([*range(1, 541), *range(1, 541, 2), 541])
    short = frozenset(numbers.index(row + 1) for row in (1, 120, 539))
    assert_judged_as(table, judge(table.rows, table.mapping, 2, short, numbers=numbers))
    assert seen[-2:] == [(CHUNK_ROWS, 271), (271, 271)]
    table.undo()
    assert list(table.rows) == rows
    assert_judged_as(table, judge(rows, table.mapping, 2, frozenset({1, 120, 539})))


def test_that_what_was_refused_stays_so_for_its_row_and_not_for_one_made_of_it(make_sheet: MakeSheet) -> None:
    rows = [(INDIA, "Asha"), (SINGAPORE, "Mei")]
    table = ContactTable.judged(make_sheet(rows, header=HEADER))
    refused = refused_of(table, {1: ("INVALID_PHONE", "No.")})
    refused.install(refused.judge_with_rows([NewRow(0, (SINGAPORE, "Mei"))]), EACH)
    assert refused.row_problems(0) == (Problem(0, ProblemCode.REFUSED, "No."),)
    assert refused.row_problems(1) == (Problem(0, ProblemCode.DUPLICATE_PHONE, "2"),)


def test_that_rows_with_one_number_are_refused_each_by_itself(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, BRITAIN)
    put_in(table, NewRow(0, (SINGAPORE, "Asha")), NewRow(None, ("+6581234567", "Mei")))
    refused = refused_of(table, {1: ("INVALID_PHONE", "No."), 3: ("INVALID_PHONE", "Nor this.")})
    assert [row[0] for row in refused.rows] == [SINGAPORE, "+6581234567"]
    assert numbers_of(refused) == [(1, 2), (3, 0)]
    assert refused.row_problems(0) == (Problem(0, ProblemCode.REFUSED, "No."),)
    assert refused.row_problems(1) == (Problem(0, ProblemCode.REFUSED, "Nor this."),)
    assert refused.rows_taken_out == 0


def test_that_an_edit_made_meanwhile_is_not_lost(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, SINGAPORE)
    judged = table.judge_with_rows([NewRow(0, (BRITAIN, "Asha"))])
    table.apply([Edit(1, 1, "Mei")], Step(StepKind.EDIT))
    table.install(judged, EACH)
    assert list(table.rows) == [(INDIA, "Asha"), (BRITAIN, "Asha"), (SINGAPORE, "Mei")]


def test_that_what_was_judged_before_rows_came_cannot_hit_other_rows(make_table: MakeTable) -> None:
    table = phones(make_table, INDIA, SINGAPORE)
    removal, rows = table.judge_without({1}), table.judge_with_rows([NewRow(1, (BRITAIN, ""))])
    put_in(table, NewRow(0, (BRITAIN, "Asha")))
    for judged in (removal, rows):
        assert table.is_stale(judged)
        with pytest.raises(StaleJudgementError):
            table.install(judged, EACH)
    assert table.row_count == 3


@pytest.mark.parametrize("below", [-1, 1, 7])
def test_that_no_row_stands_below_one_that_is_not_there(make_table: MakeTable, below: int) -> None:
    with pytest.raises(IndexError):
        phones(make_table, INDIA).judge_with_rows([NewRow(below, (INDIA, ""))])


def test_that_a_row_has_a_cell_for_each_column(make_table: MakeTable) -> None:
    with pytest.raises(ValueError, match="column"):
        phones(make_table, INDIA).judge_with_rows([NewRow(0, (INDIA,))])


@pytest.mark.parametrize("edits", [[Edit(0, 9, "x")], [Edit(1, 0, "x")] * (CHUNK_ROWS + 1)])
def test_that_no_cell_outside_the_table_is_changed(make_table: MakeTable, edits: list[Edit]) -> None:
    with pytest.raises(IndexError):
        phones(make_table, INDIA).judge_with_rows([NewRow(0, (INDIA, ""))], edits=edits)


def test_that_it_can_be_cancelled(make_table: MakeTable) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    table = phones(make_table, INDIA)
    with pytest.raises(Cancelled):
        table.judge_with_rows([NewRow(0, (INDIA, ""))], cancel)
    assert table.row_count == 1


def test_that_the_sheet_stays_as_it_was_read(make_sheet: MakeSheet) -> None:
    sheet = make_sheet([(INDIA, "Asha")], header=HEADER)
    table = ContactTable.judged(sheet)
    put_in(table, NewRow(0, (SINGAPORE, "Asha")))
    assert (sheet.rows, sheet.numbers, sheet.added_rows) == ([(INDIA, "Asha")], None, frozenset())
