"""Find and replace, by key and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from exogui.contacts.table import ContactTable
from exogui.gui.program import Program
from exogui.gui.widgets.contact_table_view import SelectedBlock
from exogui.gui.widgets.find_bar import FindBar, FindScope
from tests.gui.program.conftest import WriteFile, open_and_wait

Key = Qt.Key
Left = Qt.MouseButton.LeftButton
Control = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(program: Program, qtbot: QtBot, write_file: WriteFile) -> Program:
    lines = [
        "+919876543210,Asha,asha@x.in,Delhi",
        "+919876543211,Ravi,,delhi",
        "+919876543212,Delhi,,New Delhi",
    ]
    open_and_wait(program, qtbot, write_file(*lines))
    program.window.review_view.table.setFocus()
    return program


def bar(program: Program) -> FindBar:
    return program.window.review_view.find_bar


def table(program: Program) -> ContactTable:
    found = program.window.table_model.table
    assert found is not None
    return found


def current(program: Program) -> tuple[int, int]:
    index = program.window.review_view.table.currentIndex()
    return index.row(), index.column()


def look_for(program: Program, qtbot: QtBot, text: str, answer: str) -> None:
    """Open the bar by its keys, type, and wait for the count."""
    qtbot.keyClick(program.window, Key.Key_H, Control)
    assert bar(program).find_field.hasFocus()
    qtbot.keyClicks(bar(program).find_field, text)
    qtbot.waitUntil(lambda: bar(program).count.text() == answer)


def press(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isEnabled()
    qtbot.mouseClick(button, Left)


def test_that_what_is_found_is_counted_as_it_is_typed(opened: Program, qtbot: QtBot) -> None:
    look_for(opened, qtbot, "delhi", "4 cells")
    qtbot.keyClicks(bar(opened).find_field, "x")
    qtbot.waitUntil(lambda: bar(opened).count.text() == "Not found")
    assert not bar(opened).replace_all_button.isEnabled()
    bar(opened).find_field.clear()
    qtbot.waitUntil(lambda: bar(opened).count.text() == "")


def test_that_capital_letters_and_whole_cells_can_be_asked_for(opened: Program, qtbot: QtBot) -> None:
    look_for(opened, qtbot, "Delhi", "4 cells")
    press(qtbot, bar(opened).match_case)
    qtbot.waitUntil(lambda: bar(opened).count.text() == "3 cells")
    press(qtbot, bar(opened).whole_cell)
    qtbot.waitUntil(lambda: bar(opened).count.text() == "2 cells")


def test_that_enter_goes_from_cell_to_cell_and_round(opened: Program, qtbot: QtBot) -> None:
    look_for(opened, qtbot, "delhi", "4 cells")
    seen = []
    for _ in range(5):
        qtbot.keyClick(bar(opened).find_field, Key.Key_Return)
        seen.append(current(opened))

    assert seen == [(0, 3), (1, 3), (2, 1), (2, 3), (0, 3)]


def test_that_all_is_replaced_as_one_step(opened: Program, qtbot: QtBot) -> None:
    look_for(opened, qtbot, "delhi", "4 cells")
    qtbot.keyClicks(bar(opened).replace_field, "Pune")
    assert bar(opened).replace_all_button.text() == "Replace in 4 cells"
    press(qtbot, bar(opened).replace_all_button)
    qtbot.waitUntil(lambda: table(opened).value(0, 3) == "Pune")

    assert [row[3] for row in table(opened).rows] == ["Pune", "Pune", "New Pune"]
    assert table(opened).value(2, 1) == "Pune"
    assert opened.window.message_bar.text == "Text replaced in 4 cells."
    qtbot.waitUntil(lambda: bar(opened).count.text() == "Not found")
    undo = opened.window.findChild(QPushButton, "message_undo_step")
    assert undo is not None
    qtbot.mouseClick(undo, Left)
    assert table(opened).value(0, 3) == "Delhi"


def test_that_one_cell_at_a_time_is_replaced(opened: Program, qtbot: QtBot) -> None:
    look_for(opened, qtbot, "delhi", "4 cells")
    qtbot.keyClicks(bar(opened).replace_field, "Pune")
    qtbot.keyClick(bar(opened).replace_field, Key.Key_Return)  # the current cell does not have it: go there
    assert (current(opened), table(opened).value(0, 3)) == ((0, 3), "Delhi")
    qtbot.keyClick(bar(opened).replace_field, Key.Key_Return)
    assert (current(opened), table(opened).value(0, 3)) == ((1, 3), "Pune")
    qtbot.waitUntil(lambda: bar(opened).count.text() == "3 cells")


def test_that_only_the_column_of_the_header_is_searched(opened: Program, qtbot: QtBot) -> None:
    header = opened.window.review_view.table.header
    header.open_menu(1)
    menu = header.menu()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.objectName() == "column_replace").trigger()
    assert bar(opened).where.text() == "First Name"
    qtbot.keyClicks(bar(opened).find_field, "delhi")
    qtbot.waitUntil(lambda: bar(opened).count.text() == "1 cell")


def test_that_several_selected_cells_are_what_is_searched_also_when_the_selection_moves_on(
    opened: Program, qtbot: QtBot
) -> None:
    opened.window.review_view.table.select_block(SelectedBlock(range(2), range(2, 4)))
    look_for(opened, qtbot, "delhi", "2 cells")
    assert bar(opened).where.text() == "Selected cells"
    qtbot.keyClick(bar(opened).find_field, Key.Key_Return)
    qtbot.keyClicks(bar(opened).replace_field, "x")
    press(qtbot, bar(opened).replace_all_button)
    qtbot.waitUntil(lambda: table(opened).value(0, 3) == "x")

    assert [row[3] for row in table(opened).rows] == ["x", "x", "New Delhi"]


def test_that_selected_cells_are_forgotten_when_rows_go(opened: Program, qtbot: QtBot) -> None:
    opened.window.review_view.table.select_block(SelectedBlock(range(2), range(2, 4)))
    look_for(opened, qtbot, "delhi", "2 cells")
    opened.window.review_view.table.commands.delete_rows.trigger()
    qtbot.waitUntil(lambda: table(opened).row_count == 1)

    assert bar(opened).scope == FindScope()
    qtbot.waitUntil(lambda: bar(opened).count.text() == "2 cells")


def test_that_only_the_rows_on_show_are_searched(opened: Program, qtbot: QtBot) -> None:
    opened.window.review_view.search.setText("Ravi")
    look_for(opened, qtbot, "delhi", "1 cell in the rows on show")
    qtbot.keyClicks(bar(opened).replace_field, "x")
    press(qtbot, bar(opened).replace_all_button)
    qtbot.waitUntil(lambda: table(opened).value(1, 3) == "x")

    assert [row[3] for row in table(opened).rows] == ["Delhi", "x", "New Delhi"]
    opened.window.review_view.search.clear()
    qtbot.waitUntil(lambda: bar(opened).count.text() == "3 cells")


def test_that_where_to_look_is_chosen_from_a_menu(opened: Program, qtbot: QtBot) -> None:
    look_for(opened, qtbot, "delhi", "4 cells")
    menu = bar(opened).where.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [
        "All columns",
        "Mobile Number",
        "First Name",
        "E-mail",
        "Remarks",
    ]
    menu.actions()[4].trigger()
    qtbot.waitUntil(lambda: bar(opened).count.text() == "3 cells")


def test_that_esc_closes_the_bar_and_goes_back_to_the_table(opened: Program, qtbot: QtBot) -> None:
    look_for(opened, qtbot, "delhi", "4 cells")
    qtbot.keyClick(bar(opened).find_field, Key.Key_Escape)

    assert not bar(opened).isVisible()
    assert opened.window.review_view.table.hasFocus()


def test_that_an_edit_in_the_table_is_counted(opened: Program, qtbot: QtBot) -> None:
    look_for(opened, qtbot, "delhi", "4 cells")
    opened.window.filter_model.setData(opened.window.filter_model.index(0, 1), "Delhi")
    qtbot.waitUntil(lambda: bar(opened).count.text() == "5 cells")


def test_that_the_last_of_quickly_typed_texts_is_answered_in_a_large_list(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file(*[f"+919876543210,Name{row},,x" for row in range(20_000)]))
    look_for(program, qtbot, "name19999", "1 cell")
    qtbot.keyClick(bar(program).find_field, Key.Key_Return)

    assert current(program) == (19_999, 1)
