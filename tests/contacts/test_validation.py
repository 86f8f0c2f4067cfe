"""Which problems a table has: every kind, in its cell, with its severity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exogui.contacts.judging.validation import CHUNK_ROWS, judge
from exogui.contacts.problems import Problem, ProblemCode, RowState, Severity
from exogui.contacts.progress import Cancelled
from exogui.contacts.schema import Field

if TYPE_CHECKING:
    from tests.contacts.conftest import MakeSheet, MakeTable

INDIA, SINGAPORE = "+919876543210", "+6591234567"
PERSON = (INDIA, "Asha", "Rao", "asha@x.in", "Acme", "vip", "note")


@pytest.mark.parametrize(
    ("column", "value", "code", "severity"),
    [
        (0, "", ProblemCode.MISSING_PHONE, Severity.ERROR),
        (0, "N/A", ProblemCode.NOT_A_NUMBER, Severity.ERROR),
        (0, "9.19877E+11", ProblemCode.LOST_DIGITS, Severity.ERROR),
        (0, "9876543210", ProblemCode.NO_COUNTRY_CODE, Severity.ERROR),
        (0, "+91 98765 43210", ProblemCode.PHONE_FORMAT, Severity.ERROR),
        (0, "+91987654321", ProblemCode.PHONE_LENGTH, Severity.ERROR),
        (0, "+999123456789", ProblemCode.UNKNOWN_COUNTRY, Severity.ERROR),
        (0, "+910987654321", ProblemCode.NOT_IN_PLAN, Severity.WARNING),
        (0, "+19005551234", ProblemCode.PREMIUM_NUMBER, Severity.WARNING),
        (1, "Asha ", ProblemCode.WHITESPACE, Severity.WARNING),
        (2, "R\x00ao", ProblemCode.CONTROL_CHARACTERS, Severity.ERROR),
        (3, "asha@x", ProblemCode.INVALID_EMAIL, Severity.ERROR),
        (3, " ", ProblemCode.WHITESPACE, Severity.WARNING),
        (3, "a" * 250 + "@x.in", ProblemCode.TOO_LONG, Severity.ERROR),
        (4, "x" * 256, ProblemCode.TOO_LONG, Severity.ERROR),
        (5, "a\nb", ProblemCode.WHITESPACE, Severity.WARNING),
        (6, "x\u200b", ProblemCode.WHITESPACE, Severity.WARNING),
    ],
)
def test_that_a_bad_cell_is_marked_and_nothing_else(
    make_table: MakeTable, column: int, value: str, code: ProblemCode, severity: Severity
) -> None:
    row = [*PERSON]
    row[column] = value
    table = make_table([(SINGAPORE, *PERSON[1:]), row])
    assert [(problem.column, problem.code) for problem in table.row_problems(1)] == [(column, code)]
    assert code.severity is severity
    worst = RowState.MUST_FIX if severity is Severity.ERROR else RowState.WORTH_A_LOOK
    assert table.states[1] == worst
    assert table.row_problems(0) == ()
    assert table.states[0] == RowState.READY


def test_that_a_blank_optional_cell_is_fine(make_table: MakeTable) -> None:
    assert make_table([(INDIA, "", "", "", "", "", "")]).row_problems(0) == ()


def test_that_a_spoilt_e_mail_is_offered_clean_only_where_that_makes_it_right(make_table: MakeTable) -> None:
    table = make_table(
        [
            (INDIA, "", "", "asha@x.in ", "", "", ""),
            (SINGAPORE, "", "", "\u200basha@x", "", "", ""),
        ]
    )
    assert table.row_problems(0) == (Problem(3, ProblemCode.INVALID_EMAIL, suggestion="asha@x.in"),)
    assert table.row_problems(1) == (Problem(3, ProblemCode.INVALID_EMAIL),)


def test_that_every_later_row_with_the_same_number_names_the_first(make_table: MakeTable) -> None:
    table = make_table([(SINGAPORE,), (INDIA,), (INDIA,), (SINGAPORE,), (INDIA,)], header=["phone_number"])
    assert [table.row_problems(row) for row in range(5)] == [
        (),
        (),
        (Problem(0, ProblemCode.DUPLICATE_PHONE, "2"),),
        (Problem(0, ProblemCode.DUPLICATE_PHONE, "1"),),
        (Problem(0, ProblemCode.DUPLICATE_PHONE, "2"),),
    ]


def test_that_a_number_written_differently_is_still_the_same_number(make_table: MakeTable) -> None:
    table = make_table([(INDIA,), ("+91 98765 43210",)], header=["phone_number"])
    assert table.row_problems(1) == (
        Problem(0, ProblemCode.PHONE_FORMAT, suggestion=INDIA),
        Problem(0, ProblemCode.DUPLICATE_PHONE, "1"),
    )


def test_that_numbers_of_which_nothing_is_certain_are_no_duplicates(make_table: MakeTable) -> None:
    table = make_table([("9876543210",), ("9876543210",), ("N/A",), ("N/A",)], header=["phone_number"])
    assert table.rows_with(ProblemCode.DUPLICATE_PHONE) == []


def test_that_an_unmapped_column_is_not_judged(make_table: MakeTable) -> None:
    table = make_table([(INDIA, " \x00bad ", "x" * 999)], header=["phone_number", "Remarks", "Notes"])
    assert table.row_problems(0) == ()


def test_that_a_cell_beyond_the_header_is_marked_unless_it_is_blank(make_table: MakeTable) -> None:
    table = make_table(
        [(INDIA, "Asha", "Mumbai", " "), (SINGAPORE, "Mei")], header=["phone_number", "first_name"]
    )
    assert table.row_problems(0) == (Problem(2, ProblemCode.EXTRA_CELL),)
    assert table.row_problems(1) == ()


def test_that_a_column_beyond_the_header_that_is_sent_is_judged_as_its_field(make_table: MakeTable) -> None:
    table = make_table(
        [(INDIA, "asha@x")], header=["phone_number"], mapping=[Field.PHONE_NUMBER, Field.EMAIL]
    )
    assert table.row_problems(0) == (Problem(1, ProblemCode.INVALID_EMAIL),)


def test_that_a_short_row_is_marked_at_the_first_sent_cell_that_it_lacks(make_table: MakeTable) -> None:
    table = make_table(
        [(INDIA, "Asha"), (SINGAPORE, "Mei", "", "")],
        header=["phone_number", "first_name", "Remarks", "email"],
        short_rows={0},
    )
    assert table.row_problems(0) == (Problem(3, ProblemCode.SHORT_ROW),)
    assert table.row_problems(1) == ()


def test_that_a_short_row_that_lacks_only_columns_that_are_not_sent_is_fine(make_table: MakeTable) -> None:
    table = make_table([(INDIA,)], header=["phone_number", "Remarks"], short_rows={0})
    assert table.row_problems(0) == ()


def test_that_a_row_has_all_its_problems_errors_first_then_by_column(make_table: MakeTable) -> None:
    table = make_table([("+19005551234", " Asha", "R\x00ao", "asha@x", "", "", "")])
    assert [(problem.column, problem.code) for problem in table.row_problems(0)] == [
        (2, ProblemCode.CONTROL_CHARACTERS),
        (3, ProblemCode.INVALID_EMAIL),
        (0, ProblemCode.PREMIUM_NUMBER),
        (1, ProblemCode.WHITESPACE),
    ]


def test_that_without_a_phone_column_no_row_is_judged(make_table: MakeTable) -> None:
    table = make_table([("98", "asha@@x")], header=["Mobile", "email"])
    assert not table.has_phone_column
    assert table.row_problems(0) == ()
    assert table.problem_groups() == []
    assert table.sendable_rows() == []


def test_that_progress_counts_up_to_all_rows_in_small_steps(make_sheet: MakeSheet) -> None:
    sheet = make_sheet([(INDIA,)] * (2 * CHUNK_ROWS + 1), header=["phone_number"])
    seen: list[tuple[int, int]] = []
    judge(sheet.rows, sheet.mapping, 1, checkpoint=lambda done, total: seen.append((done, total)))
    total = 2 * CHUNK_ROWS + 1
    assert seen == [(CHUNK_ROWS, total), (2 * CHUNK_ROWS, total), (total, total)]
    assert CHUNK_ROWS <= 250


def test_that_judging_stops_when_the_person_cancels(make_sheet: MakeSheet) -> None:
    sheet = make_sheet([(INDIA,)] * (3 * CHUNK_ROWS), header=["phone_number"])
    calls = 0

    def cancel_at_second(_done: int, _total: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        judge(sheet.rows, sheet.mapping, 1, checkpoint=cancel_at_second)
    assert calls == 2


def test_that_problems_and_duplicates_are_found_across_chunks(make_table: MakeTable) -> None:
    numbers = [f"+9198765{index:05}" for index in range(CHUNK_ROWS)]
    rows = [(number,) for number in (*numbers, *numbers[:3], "N/A")]
    table = make_table(rows, header=["phone_number"])
    assert table.rows_with(ProblemCode.DUPLICATE_PHONE) == [CHUNK_ROWS, CHUNK_ROWS + 1, CHUNK_ROWS + 2]
    assert table.rows_with(ProblemCode.NOT_A_NUMBER) == [CHUNK_ROWS + 3]


def test_that_an_empty_table_is_judged(make_table: MakeTable) -> None:
    table = make_table([])
    assert table.counts.rows == 0


def test_that_a_row_set_back_to_what_was_judged_first_is_judged_again() -> None:
    """Undo can bring back the very row that was judged long ago, after another one in its place was."""
    first, second = ("N/A",), (INDIA,)
    judgement = judge([first], (Field.PHONE_NUMBER,), 1)
    assert judgement.judge_again([second], [0]) == [0]
    judgement.catch_up([first])
    assert [problem.code for problem in judgement.problems[0]] == [ProblemCode.NOT_A_NUMBER]
    judgement.catch_up([second])
    assert judgement.problems[0] == ()
    assert judgement.number(0) == INDIA


def test_that_a_judgement_without_some_rows_still_knows_what_it_judged() -> None:
    rows = [(INDIA,), ("N/A",), (SINGAPORE,)]
    fewer = judge(rows, (Field.PHONE_NUMBER,), 1).only([1, 2], [2, 3], frozenset(), {})
    fewer.catch_up([(SINGAPORE,), rows[2]])
    assert list(fewer.problems) == [(), (Problem(0, ProblemCode.DUPLICATE_PHONE, "2"),)]
