from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from exogui.gui.models.cell_look import CellLook
from exogui.gui.models.dialog_rows_model import DialogRowsModel
from exogui.gui.widgets.dialog_table import DialogTable

Key = Qt.Key


class Colours(DialogRowsModel):
    """Three rows of two cells."""

    def row_count(self) -> int:
        return 3

    def headings(self) -> tuple[str, ...]:
        return ("Name", "Colour")

    def look(self, row: int, column: int) -> CellLook:
        if column == 0:
            return CellLook(f"name {row}", icon="check", fill="ready_soft")
        return CellLook(f"colour {row}", note="as painted", chosen=row == 1)


@pytest.fixture
def dialog(show: Callable[[QWidget], None]) -> QDialog:
    """A dialog with a table, and below it the default button."""
    made = QDialog()
    model = Colours()
    table = DialogTable("colours", "Colours", model, row_height=52)
    model.setParent(table)
    button = QPushButton("Paint")
    button.setDefault(True)
    button.clicked.connect(made.accept)
    layout = QVBoxLayout(made)
    layout.addWidget(table)
    layout.addWidget(button)
    made.resize(400, 300)
    show(made)
    table.setCurrentIndex(model.index(0, 0))
    table.setFocus()
    return made


@pytest.fixture
def table(dialog: QDialog) -> DialogTable:
    found = dialog.findChild(DialogTable, "colours")
    assert isinstance(found, DialogTable)
    return found


def test_that_space_chooses_the_current_cell(table: DialogTable, qtbot: QtBot) -> None:
    qtbot.keyClick(table, Key.Key_Down)
    qtbot.keyClick(table, Key.Key_Right)

    with qtbot.waitSignal(table.cell_chosen) as chosen:
        qtbot.keyClick(table, Key.Key_Space)

    assert chosen.args == [1, 1]


def test_that_a_click_chooses_a_cell(table: DialogTable, qtbot: QtBot) -> None:
    place = table.visualRect(table.model().index(2, 1)).center()

    with qtbot.waitSignal(table.cell_chosen) as chosen:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert chosen.args == [2, 1]


def test_that_enter_presses_the_default_button(dialog: QDialog, table: DialogTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(table, Key.Key_Return)


def test_that_tab_leaves_the_table(dialog: QDialog, table: DialogTable, qtbot: QtBot) -> None:
    qtbot.keyClick(table, Key.Key_Tab)

    assert isinstance(dialog.focusWidget(), QPushButton)


def test_that_a_cell_is_spoken_with_its_column_and_its_note(table: DialogTable) -> None:
    spoken = table.model().index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "Colour colour 1 as painted"


def test_that_the_current_cell_is_framed_only_while_the_table_has_the_focus(
    dialog: QDialog, table: DialogTable
) -> None:
    framed = table.grab().toImage()
    table.clearFocus()

    assert table.grab().toImage() != framed


def test_that_columns_are_as_wide_as_their_icons_and_texts_need(table: DialogTable) -> None:
    table.fit_columns()

    metrics = table.fontMetrics()
    assert table.columnWidth(0) > metrics.horizontalAdvance("name 0") + 24 + 24
