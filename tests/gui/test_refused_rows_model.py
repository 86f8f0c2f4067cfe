from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from exogui.gui.models.refused_rows_model import RefusedColumn, RefusedRowsModel
from exogui.gui.models.result_view_data import RefusedRowData
from exogui.messages import result as texts

COLUMNS = ("Mobile", "Name", "Remarks")
ROWS = [
    RefusedRowData(
        4, "+919876500001", "Suresh Iyer", "s@x.in", "INVALID_PHONE", "Check it.", ("98765", "Suresh", "vip")
    ),
    RefusedRowData(
        None, "+6590001111", "Mei Tan", "", "QUOTA_EXCEEDED", "Ask for room.", ("6590001111", "Mei")
    ),
]


@pytest.fixture
def model() -> RefusedRowsModel:
    made = RefusedRowsModel()
    made.set_rows(ROWS, COLUMNS)
    return made


def row_texts(model: RefusedRowsModel, row: int) -> list[object]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_that_the_model_keeps_qts_rules(model: RefusedRowsModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.set_rows(ROWS[:1], ())
    model.set_rows(ROWS, COLUMNS)

    assert tester.model() is model


def test_that_the_whole_original_row_stands_beside_what_exotel_says(model: RefusedRowsModel) -> None:
    headers = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]

    assert headers == ["row", "phone number", "name", "e-mail", "Exotel says", "what to do", *COLUMNS]
    assert row_texts(model, 0) == [
        "4",
        "+919876500001",
        "Suresh Iyer",
        "s@x.in",
        "INVALID_PHONE",
        "Check it.",
        "98765",
        "Suresh",
        "vip",
    ]


def test_that_a_row_shorter_than_the_header_is_shown_as_far_as_it_goes(model: RefusedRowsModel) -> None:
    assert row_texts(model, 1)[-3:] == ["6590001111", "Mei", ""]


def test_that_an_uncertain_row_has_no_number_and_says_why(model: RefusedRowsModel) -> None:
    index = model.index(1, RefusedColumn.ROW)

    assert index.data() == "?"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == texts.ROW_UNCERTAIN_MEANS.source


def test_that_row_numbers_are_not_grouped() -> None:
    model = RefusedRowsModel()
    model.set_rows([RefusedRowData(12345, "", "", "", "", "")], ())

    assert model.index(0, RefusedColumn.ROW).data() == "12345"


def test_that_cells_announce_their_column(model: RefusedRowsModel) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole

    assert model.index(0, RefusedColumn.CODE).data(role) == "Exotel says: INVALID_PHONE"
    assert model.index(1, RefusedColumn.EMAIL).data(role) == "e-mail: empty"


def test_that_braces_in_a_file_are_only_text() -> None:
    model = RefusedRowsModel()
    model.set_rows([RefusedRowData(1, "{n}", "{value}", "", "", "")], ("{column}",))

    assert model.index(0, RefusedColumn.PHONE).data(Qt.ItemDataRole.AccessibleTextRole) == "phone number: {n}"
    assert model.headerData(6, Qt.Orientation.Horizontal) == "{column}"


def test_that_nothing_can_be_changed(model: RefusedRowsModel) -> None:
    index = model.index(0, RefusedColumn.PHONE)

    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(index, "+91")
