"""Cells to and from the clipboard, and where they go."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exogui.contacts.progress import Cancelled, Checkpoint
from exogui.contacts.repairing.cell_blocks import (
    block_as_text,
    block_from_text,
    clearing_edits,
    fill_down_edits,
    plan_paste,
    same_value_edits,
)
from exogui.contacts.steps import Edit
from exogui.contacts.table import ContactTable
from tests.gui.sample_contacts import make_table

CELL = st.text(alphabet='ab"\t\r\n; é', max_size=6)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ("a\tb\nc", (("a", "b"), ("c",))),
        ('"two\nlines"\tx\r\n', (("two\nlines", "x"),)),
        ('"say ""hi""\nnow"', (('say "hi"\nnow',),)),
        ('5" pipe\t"quoted"', (('5" pipe', '"quoted"'),)),
        ('"open\tnext\n', (('"open', "next"),)),
        ("\t\r\n", (("", ""),)),
        ("a\t", (("a", ""),)),
        ("\n\n", (("",), ("",))),
        ("", ()),
        ("+919876543210", (("+919876543210",),)),
    ],
)
def test_that_a_text_from_a_spreadsheet_becomes_its_cells(
    text: str, block: tuple[tuple[str, ...], ...]
) -> None:
    assert block_from_text(text) == block


@given(st.lists(st.lists(CELL, min_size=2, max_size=3), min_size=1, max_size=4))
def test_that_what_is_copied_here_is_pasted_here_exactly(rows: list[list[str]]) -> None:
    assert block_from_text(block_as_text(rows)) == tuple(map(tuple, rows))


def test_that_a_block_is_pasted_from_its_first_cell_on() -> None:
    plan = plan_paste((("a", "b"), ("c",)), rows=[4, 7, 9], columns=[2, 3])
    assert plan.edits == (Edit(4, 2, "a"), Edit(4, 3, "b"), Edit(7, 2, "c"))
    assert plan.fits


def test_that_what_does_not_fit_is_counted_and_left_out() -> None:
    plan = plan_paste((("a", "b", "c"), ("d", "e", "f")), rows=[4], columns=[2, 3])
    assert plan.edits == (Edit(4, 2, "a"), Edit(4, 3, "b"))
    assert (plan.rows_over, plan.columns_over, plan.fits) == (1, 1, False)


def test_that_what_reaches_below_the_last_row_makes_whole_rows() -> None:
    plan = plan_paste((("a",), ("b", "c"), ("d",)), rows=[4], columns=[1, 2, 3])
    assert plan.edits == (Edit(4, 1, "a"),)
    assert plan.new_rows == (("", "b", "c", ""), ("", "d", "", ""))
    assert (plan.rows_over, plan.columns_over, plan.fits) == (2, 0, False)


def test_that_a_block_fills_a_selection_that_is_a_multiple_of_it() -> None:
    plan = plan_paste((("a", "b"),), rows=[0, 1, 2], columns=[0, 1, 2, 3], selected=(2, 4))
    assert plan.edits == tuple(Edit(row, column, "ab"[column % 2]) for row in range(2) for column in range(4))


def test_that_a_block_keeps_its_size_where_the_selection_is_no_multiple_of_it() -> None:
    plan = plan_paste((("a",), ("b",)), rows=[0, 1, 2], columns=[0, 1], selected=(3, 1))
    assert plan.edits == (Edit(0, 0, "a"), Edit(1, 0, "b"))


def test_that_filling_down_gives_every_row_the_first_rows_values() -> None:
    table = make_table()
    assert fill_down_edits(table, [0, 1, 3], [1, 3]) == (
        Edit(1, 1, "Asha"),
        Edit(3, 1, "Asha"),
        Edit(1, 3, "called"),
        Edit(3, 3, "called"),
    )


def test_that_only_cells_with_something_in_them_are_emptied() -> None:
    assert clearing_edits(make_table(), [0, 1], [3]) == (Edit(0, 3, ""),)


@pytest.mark.parametrize(("only_blank", "rows"), [(False, [0, 1, 3, 4]), (True, [1, 3, 4])])
def test_that_one_value_goes_to_every_row_or_only_where_there_is_none(
    only_blank: bool, rows: list[int]
) -> None:
    edits = same_value_edits(make_table(), 3, "vip", only_blank=only_blank)
    assert edits == tuple(Edit(row, 3, "vip") for row in rows)  # row 2 has it already


@pytest.mark.parametrize(
    "edits_of",
    [
        lambda table, stop: fill_down_edits(table, [0, 1, 3], [1], stop),
        lambda table, stop: clearing_edits(table, [0, 1], [3], stop),
        lambda table, stop: same_value_edits(table, 3, "vip", stop),
        lambda table, stop: table.judge_edits([Edit(0, 1, "Ravi")], stop),
    ],
)
def test_that_working_out_edits_gives_way_to_the_window_and_can_be_stopped(
    edits_of: Callable[[ContactTable, Checkpoint], object],
) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        edits_of(make_table(), stop)
