"""Find and replace in the cells of a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exogui.contacts.progress import Cancelled
from exogui.contacts.repairing.replacing import CellPlace, Replacement, find_cells, replacement_edits
from exogui.contacts.steps import Edit
from exogui.contacts.table import ContactTable
from tests.gui.sample_contacts import make_table

ALL = range(4)


def places(table: ContactTable, wanted: Replacement, columns: range = ALL) -> list[tuple[int, int]]:
    return [(row, column) for row, column in find_cells(table, wanted, range(table.row_count), columns)]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Replacement("ASHA"), [(0, 1), (0, 2)]),
        (Replacement("ASHA", match_case=True), []),
        (Replacement("asha", whole_cell=True), [(0, 1)]),
        (Replacement("N/A"), [(4, 0)]),
        (Replacement("zoË"), [(3, 1)]),
        (Replacement("கார்"), [(4, 1)]),
        (Replacement("."), [(0, 2), (1, 2)]),
        (Replacement(""), []),
    ],
)
def test_that_text_is_found_word_for_word(wanted: Replacement, expected: list[tuple[int, int]]) -> None:
    assert places(make_table(), wanted) == expected


def test_that_only_the_columns_and_rows_asked_for_are_searched() -> None:
    table = make_table()
    assert places(table, Replacement("asha"), columns=range(2, 3)) == [(0, 2)]
    assert find_cells(table, Replacement("i"), [1], [1, 2]) == (CellPlace(1, 1), CellPlace(1, 2))


def test_that_text_across_two_cells_is_not_found() -> None:
    assert places(make_table(), Replacement("0\x1fA")) == []


def test_that_all_that_is_found_in_a_cell_is_replaced_word_for_word() -> None:
    table = make_table([("98-76-54", r"\1", "", "")])
    wanted = Replacement("-", r"\g<0>")
    cells = find_cells(table, wanted, [0], ALL)
    assert replacement_edits(table, wanted, cells) == (Edit(0, 0, r"98\g<0>76\g<0>54"),)


def test_that_a_cell_that_stays_the_same_is_no_edit() -> None:
    table = make_table()
    wanted = Replacement("asha", "asha")
    assert replacement_edits(table, wanted, find_cells(table, wanted, [0], ALL)) == (Edit(0, 1, "asha"),)


def test_that_a_cancelled_search_stops() -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        find_cells(make_table(), Replacement("a"), [0], ALL, cancel)


@given(st.lists(st.text("aA.b", max_size=5), min_size=1, max_size=5), st.text("aA.b", min_size=1, max_size=2))
def test_that_no_cell_with_the_text_is_left_out(cells: list[str], text: str) -> None:
    table = make_table([("", cell, "", "") for cell in cells])
    assert places(table, Replacement(text)) == [
        (row, 1) for row, cell in enumerate(cells) if text.lower() in cell.lower()
    ]
