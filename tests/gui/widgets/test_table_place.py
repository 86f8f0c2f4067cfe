"""The person's place in the table while rows go, come back and columns are added."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from exogui.contacts.problems import RowState
from exogui.contacts.schema import Field
from exogui.contacts.steps import Step, StepKind
from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
from exogui.gui.models.row_filter import RowFilter
from exogui.gui.theme import ROW_HEIGHT
from exogui.gui.widgets.contact_table_view import ContactTableView
from tests.gui.sample_contacts import HEADER, MAPPING, make_table

ROWS = 400
PER_VIEW = 5  # a height that is no multiple of a row's


@pytest.fixture
def view(rows: ContactFilterProxyModel, show: Callable[[QWidget], None]) -> ContactTableView:
    wide = ("x",) * 12
    names = ["A person whose name takes much room"] * 100 + ["Asha"] * (ROWS - 100)
    contacts = [(f"+9198765{row:05}", name, "", "", *wide) for row, name in enumerate(names)]
    header = (*HEADER, *(f"Note {column}" for column in range(12)))
    rows.contacts.set_table(make_table(contacts, header, (*MAPPING, *[None] * 12)))
    made = ContactTableView(rows)
    made.resize(700, 48 + PER_VIEW * ROW_HEIGHT + 11)
    show(made)
    made.setFocus()
    return made


def remove(rows: ContactFilterProxyModel, removed: range | set[int]) -> None:
    assert rows.table is not None
    rows.contacts.install(rows.table.judge_without(removed), Step(StepKind.REMOVE_ROWS))


def add_column(rows: ContactFilterProxyModel, value: str) -> None:
    assert rows.table is not None
    judged = rows.table.judge_with_column(Field.TAG, value, "Tag")
    rows.contacts.install(judged, Step(StepKind.ADD_COLUMN))


def number_of_current(view: ContactTableView) -> tuple[str, int]:
    here = view.currentIndex()
    return str(view.model().headerData(here.row(), Qt.Orientation.Vertical)), here.column()


def in_sight(view: ContactTableView) -> tuple[str, int]:
    """The number of the first row in sight, and how many pixels of it are hidden above."""
    row = view.rowAt(0)
    return str(view.model().headerData(row, Qt.Orientation.Vertical)), -view.rowViewportPosition(row)


def go(view: ContactTableView, row: int, column: int, pixels: int) -> None:
    view.go_to(row, column)
    view.verticalScrollBar().setValue((row - 2) * ROW_HEIGHT + pixels)
    view.horizontalScrollBar().setValue(120)
    assert (number_of_current(view), in_sight(view)) == (
        (str(row + 1), column),
        (str(row - 1), pixels),
    )


def test_that_the_rows_in_sight_stay_where_they_are_when_rows_above_go_and_come_back(
    rows: ContactFilterProxyModel, view: ContactTableView
) -> None:
    go(view, 350, 2, 7)

    remove(rows, range(340))
    assert (number_of_current(view), in_sight(view)) == (("351", 2), ("349", 7))
    assert view.horizontalScrollBar().value() == 120
    rows.contacts.undo()
    assert (number_of_current(view), in_sight(view)) == (("351", 2), ("349", 7))
    rows.contacts.redo()
    assert (number_of_current(view), in_sight(view)) == (("351", 2), ("349", 7))


def test_that_the_place_stays_although_the_current_cell_is_out_of_sight(
    rows: ContactFilterProxyModel, view: ContactTableView
) -> None:
    view.go_to(10, 0)
    view.verticalScrollBar().setValue(200 * ROW_HEIGHT)
    view.horizontalScrollBar().setValue(500)

    remove(rows, {3, 399})

    assert (number_of_current(view), in_sight(view)) == (("11", 0), ("201", 0))
    assert view.horizontalScrollBar().value() == 500


def test_that_the_place_stays_although_no_cell_is_the_current_one(
    rows: ContactFilterProxyModel, view: ContactTableView
) -> None:
    remove(rows, range(390))
    view.setCurrentIndex(QModelIndex())
    view.verticalScrollBar().setValue(3 * ROW_HEIGHT)

    rows.contacts.undo()

    assert not view.currentIndex().isValid()
    assert in_sight(view) == ("394", 0)


def test_that_the_next_row_takes_the_place_of_the_one_that_went(
    rows: ContactFilterProxyModel, view: ContactTableView
) -> None:
    go(view, 100, 1, 0)

    remove(rows, range(98, 102))
    assert (number_of_current(view), in_sight(view)) == (("103", 1), ("103", 0))
    remove(rows, range(90, 396))
    assert number_of_current(view) == ("90", 1)


def test_that_of_the_rows_on_show_the_next_one_becomes_current(
    rows: ContactFilterProxyModel, view: ContactTableView
) -> None:
    rows.contacts.setData(rows.contacts.index(50, 0), "N/A")
    rows.contacts.setData(rows.contacts.index(70, 0), "N/A")
    rows.set_filter(RowFilter(state=RowState.MUST_FIX))
    view.go_to(0, 0)

    remove(rows, {50})
    assert number_of_current(view) == ("71", 0)


def test_that_an_empty_table_has_no_place_and_the_first_row_comes_back(
    rows: ContactFilterProxyModel, view: ContactTableView
) -> None:
    go(view, 100, 1, 0)

    remove(rows, range(ROWS))
    assert not view.currentIndex().isValid()
    rows.contacts.undo()
    assert rows.rowCount() == ROWS


def test_that_columns_keep_their_widths_and_a_new_one_fits_its_values(
    rows: ContactFilterProxyModel, view: ContactTableView
) -> None:
    view.setColumnWidth(0, 201)
    widths = [view.columnWidth(column) for column in range(view.model().columnCount() - 1)]
    assert widths[:2] == [201, 208]
    added = len(widths) + 1

    remove(rows, range(200))
    assert [view.columnWidth(column) for column in range(len(widths))] == widths
    add_column(rows, "a long value for every row")
    assert [view.columnWidth(column) for column in range(len(widths))] == widths
    assert view.columnWidth(added) > 150
    rows.contacts.undo()
    assert [view.columnWidth(column) for column in range(len(widths))] == widths
    add_column(rows, "vip")
    assert view.columnWidth(added) < 150


def test_that_another_table_starts_at_its_first_cell(
    rows: ContactFilterProxyModel, view: ContactTableView
) -> None:
    go(view, 100, 1, 0)
    assert rows.table is not None
    rows.contacts.set_table(make_table(tuple(rows.table.rows), rows.table.header, rows.table.mapping))
    assert (number_of_current(view), in_sight(view)) == (("1", 0), ("1", 0))


def test_that_nothing_of_a_table_is_kept_when_another_has_come(
    view: ContactTableView, rows: ContactFilterProxyModel
) -> None:
    assert view.currentIndex().isValid()
    before = weakref.ref(rows.table)
    rows.contacts.set_table(make_table())
    gc.collect()
    assert before() is None
