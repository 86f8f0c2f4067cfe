"""Working on many cells and rows at once, by key, mouse and menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable
from exogui.gui.dialogs.same_value_dialog import SameValueDialog
from exogui.gui.program import Program
from exogui.gui.widgets.contact_table_view import ContactTableView, SelectedBlock
from tests.gui.program.conftest import WriteFile, open_and_wait

Key = Qt.Key
Left = Qt.MouseButton.LeftButton
Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PHONES = ("+919876543210", "+919876543211", "+919876543212", "+919876543213")


@pytest.fixture
def opened(program: Program, qtbot: QtBot, write_file: WriteFile) -> Program:
    """Four contacts: Asha, Ravi, Mei and Zoë."""
    names = ("Asha", "Ravi", "Mei", "Zoë")
    lines = [
        f"{phone},{name},{name}@example.com,r{i}"
        for i, (phone, name) in enumerate(zip(PHONES, names, strict=True))
    ]
    open_and_wait(program, qtbot, write_file(*lines))
    view(program).setFocus()
    return program


def view(program: Program) -> ContactTableView:
    return program.window.review_view.table


def table(program: Program) -> ContactTable:
    found = program.window.table_model.table
    assert found is not None
    return found


def column(program: Program, number: int) -> list[str]:
    return [row[number] for row in table(program).rows]


def select(program: Program, rows: range, columns: range) -> None:
    view(program).select_block(SelectedBlock(rows, columns))


def press_button(program: Program, qtbot: QtBot, name: str) -> None:
    button = program.window.findChild(QPushButton, name)
    assert button is not None
    assert button.isVisible()
    qtbot.mouseClick(button, Left)


def undo(program: Program, qtbot: QtBot) -> None:
    qtbot.keyClick(program.window, Key.Key_Z, Control)


# --- cells -----------------------------------------------------------------------------------------------


def test_that_delete_empties_the_selected_cells_as_one_step(opened: Program, qtbot: QtBot) -> None:
    select(opened, range(2), range(1, 3))
    qtbot.keyClick(view(opened), Key.Key_Delete)

    assert column(opened, 1) == ["", "", "Mei", "Zoë"]
    assert column(opened, 2)[:2] == ["", ""]
    assert opened.window.commands.undo.toolTip().startswith("Undo: empty 4 cells")
    undo(opened, qtbot)
    assert column(opened, 1)[0] == "Asha"


def test_that_cells_cut_are_pasted_elsewhere(opened: Program, qtbot: QtBot) -> None:
    select(opened, range(2), range(1, 2))
    qtbot.keyClick(view(opened), Key.Key_X, Control)
    assert QGuiApplication.clipboard().text() == "Asha\nRavi"
    view(opened).go_to(2, 3)
    qtbot.keyClick(view(opened), Key.Key_V, Control)

    assert column(opened, 1) == ["", "", "Mei", "Zoë"]
    assert column(opened, 3) == ["r0", "r1", "Asha", "Ravi"]
    assert view(opened).selected_block() == SelectedBlock(range(2, 4), range(3, 4))
    assert opened.window.commands.undo.toolTip().startswith("Undo: paste 2 cells")


def test_that_a_block_from_excel_keeps_its_line_breaks(opened: Program, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText('"two\nlines"\tx\r\nlast\ty\r\n')
    view(opened).go_to(0, 2)
    qtbot.keyClick(view(opened), Key.Key_V, Control)

    assert [table(opened).value(0, 2), table(opened).value(0, 3)] == ["two\nlines", "x"]
    assert [table(opened).value(1, 2), table(opened).value(1, 3)] == ["last", "y"]


def test_that_one_value_fills_the_whole_selection(opened: Program, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("vip")
    select(opened, range(1, 4), range(3, 4))
    qtbot.keyClick(view(opened), Key.Key_V, Control)

    assert column(opened, 3) == ["r0", "vip", "vip", "vip"]


def test_that_what_does_not_fit_is_asked_about_and_nothing_is_pasted_before(
    opened: Program, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("a\tb\nc\td\ne\tf")
    view(opened).go_to(2, 3)
    qtbot.keyClick(view(opened), Key.Key_V, Control)

    said = opened.window.message_bar.text
    assert "3 rows and 2 columns, and only 2 rows and 1 columns" in said
    assert column(opened, 3) == ["r0", "r1", "r2", "r3"]
    press_button(opened, qtbot, "message_paste_what_fits")
    assert column(opened, 3) == ["r0", "r1", "a", "c"]


def test_that_rows_are_added_for_what_reaches_below_the_last_one(opened: Program, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Zoe\tzoe@x.in\nTan\ttan@x.sg\nSiti")
    view(opened).go_to(3, 1)
    qtbot.keyClick(view(opened), Key.Key_V, Control)
    qtbot.waitUntil(lambda: table(opened).row_count == 6)

    assert list(table(opened).rows)[3:] == [
        (PHONES[3], "Zoe", "zoe@x.in", "r3"),
        ("", "Tan", "tan@x.sg", ""),
        ("", "Siti", "", ""),
    ]
    assert [opened.window.filter_model.headerData(row, Qt.Orientation.Vertical) for row in (4, 5)] == [
        "5",
        "6",
    ]
    assert "2 rows were added at the end" in opened.window.message_bar.text
    assert view(opened).selected_block() == SelectedBlock(range(3, 6), range(1, 3))
    assert opened.window.commands.undo.toolTip().startswith("Undo: paste cells and add 2 rows")
    line = opened.window.findChild(QLabel, "file_description")
    assert line is not None
    assert line.text().startswith("6 rows, 2 added · ")
    undo(opened, qtbot)
    assert column(opened, 1) == ["Asha", "Ravi", "Mei", "Zoë"]
    assert line.text().startswith("4 rows · ")


def test_that_no_row_is_added_unasked_while_rows_are_filtered_out(opened: Program, qtbot: QtBot) -> None:
    opened.window.review_view.search.setText("mei")
    QGuiApplication.clipboard().setText("a\nb")
    view(opened).go_to(0, 3)
    qtbot.keyClick(view(opened), Key.Key_V, Control)

    assert "only 1 rows and 1 columns" in opened.window.message_bar.text
    press_button(opened, qtbot, "message_paste_what_fits")
    assert column(opened, 3) == ["r0", "r1", "a", "r3"]


def test_that_a_paste_that_waits_is_forgotten_when_the_table_changes(opened: Program, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("a\tb\nc\td")
    view(opened).go_to(2, 3)
    qtbot.keyClick(view(opened), Key.Key_V, Control)
    assert opened.window.message_bar.isVisible()
    qtbot.keyClick(view(opened), Key.Key_Delete)

    assert not opened.window.message_bar.isVisible()


def test_that_pasting_goes_to_the_rows_on_show(opened: Program, qtbot: QtBot) -> None:
    opened.window.review_view.search.setText("example")
    opened.window.filter_model.setData(opened.window.filter_model.index(1, 2), "")
    opened.window.review_view.search.setText("@example")
    assert opened.window.filter_model.rowCount() == 3  # Ravi is not among them
    QGuiApplication.clipboard().setText("A\nB")
    view(opened).go_to(0, 1)
    qtbot.keyClick(view(opened), Key.Key_V, Control)

    assert column(opened, 1) == ["A", "Ravi", "B", "Zoë"]


def test_that_an_empty_clipboard_says_what_to_do(opened: Program, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(view(opened), Key.Key_V, Control)

    assert "Copy cells" in opened.window.message_bar.text


def test_that_fill_down_copies_the_first_selected_row(opened: Program, qtbot: QtBot) -> None:
    select(opened, range(1, 4), range(1, 4))
    qtbot.keyClick(view(opened), Key.Key_D, Control)

    assert column(opened, 1) == ["Asha", "Ravi", "Ravi", "Ravi"]
    assert column(opened, 3) == ["r0", "r1", "r1", "r1"]
    assert opened.window.commands.undo.toolTip().startswith("Undo: fill 6 cells")


def test_that_fill_down_in_one_row_takes_the_row_above(opened: Program, qtbot: QtBot) -> None:
    view(opened).go_to(2, 1)
    qtbot.keyClick(view(opened), Key.Key_D, Control)

    assert column(opened, 1) == ["Asha", "Ravi", "Ravi", "Zoë"]


def test_that_very_many_cells_are_judged_beside_the_window(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file(*[f"{PHONES[0]},A{row},," for row in range(3_000)]))
    view(program).setFocus()
    qtbot.keyClick(view(program), Key.Key_A, Control)
    qtbot.keyClick(view(program), Key.Key_Delete)
    qtbot.waitUntil(lambda: not program.workbench.contacts.busy)

    assert set(column(program, 0)) == {""}
    assert table(program).counts.errors == 3_000
    undo(program, qtbot)
    assert table(program).value(2_999, 1) == "A2999"


def test_that_a_file_opened_while_cells_are_judged_opens_when_that_has_stopped(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file(*[f"{PHONES[0]},A{row},," for row in range(3_000)]))
    second = write_file(f"{PHONES[1]},Second,,", name="second.csv")
    view(program).selectAll()
    view(program).commands.clear.trigger()
    assert program.workbench.contacts.busy
    program.workbench.review.open_file(second)
    qtbot.waitUntil(lambda: table(program).source.path == second)


def test_that_the_one_certain_repair_of_a_cell_is_taken_from_its_menu(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file("+91 98765-43210,Asha,,"))
    view(program).setFocus()
    menu = view(program).commands.cell_menu("+919876543210", 1)
    view(program).commands.take_suggestion.trigger()
    menu.close()

    assert column(program, 0) == ["+919876543210"]


# --- rows ------------------------------------------------------------------------------------------------


def test_that_rows_are_deleted_and_come_back(opened: Program, qtbot: QtBot) -> None:
    select(opened, range(1, 3), range(1, 2))
    qtbot.keyClick(view(opened), Key.Key_Minus, Control)
    qtbot.waitUntil(lambda: table(opened).row_count == 2)

    assert column(opened, 1) == ["Asha", "Zoë"]
    assert table(opened).row_number(1) == 4
    assert opened.window.review_view.chips.chip(None).count == 2
    assert "2 rows are gone" in opened.window.message_bar.text
    press_button(opened, qtbot, "message_undo_step")
    assert column(opened, 1) == ["Asha", "Ravi", "Mei", "Zoë"]


def test_that_a_table_without_rows_says_that_undo_brings_them_back(opened: Program, qtbot: QtBot) -> None:
    qtbot.keyClick(view(opened), Key.Key_A, Control)
    qtbot.keyClick(view(opened), Key.Key_Minus, Control)
    qtbot.waitUntil(lambda: table(opened).row_count == 0)

    assert view(opened).note.isVisible()
    assert "Undo brings them back" in view(opened).note.text
    undo(opened, qtbot)
    assert not view(opened).note.isVisible()
    assert column(opened, 1) == ["Asha", "Ravi", "Mei", "Zoë"]


def test_that_the_button_that_takes_a_step_back_goes_with_the_next_step(
    opened: Program, qtbot: QtBot
) -> None:
    select(opened, range(1, 2), range(1, 2))
    qtbot.keyClick(view(opened), Key.Key_Minus, Control)
    qtbot.waitUntil(opened.window.message_bar.isVisible)
    opened.window.filter_model.setData(opened.window.filter_model.index(0, 1), "Ashwini")

    assert not opened.window.message_bar.isVisible()


# --- columns ---------------------------------------------------------------------------------------------


def dialog(program: Program) -> SameValueDialog:
    found = program.window.findChild(SameValueDialog)
    assert found is not None
    return found


def test_that_every_row_can_be_sent_with_a_tag(opened: Program, qtbot: QtBot) -> None:
    opened.window.commands.same_value.trigger()
    assert dialog(opened).chosen.field is Field.TAG
    assert dialog(opened).status == "A new column with this value for all 4 rows."
    qtbot.keyClicks(dialog(opened).value, "November")
    qtbot.keyClick(dialog(opened).value, Key.Key_Return)
    qtbot.waitUntil(lambda: table(opened).column_count == 5)

    assert column(opened, 4) == ["November"] * 4
    assert table(opened).mapping[4] is Field.TAG
    opened.window.activateWindow()  # as the window manager does when a dialog closes
    qtbot.waitUntil(opened.window.isActiveWindow)
    undo(opened, qtbot)
    assert table(opened).column_count == 4


def test_that_a_column_is_filled_only_where_it_is_empty(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    lines = [f"{PHONES[0]},Asha,,x", f"{PHONES[1]},Ravi,,", f"{PHONES[2]},Mei,, "]
    open_and_wait(program, qtbot, write_file(*lines))
    view(program).header.open_menu(3)
    menu = view(program).header.menu()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.objectName() == "column_same_value").trigger()
    assert dialog(program).chosen.name == "Remarks"
    assert dialog(program).status == "2 empty cells get this value."
    qtbot.keyClicks(dialog(program).value, "new")
    qtbot.mouseClick(dialog(program).accept_button, Left)

    assert column(program, 3) == ["x", "new", "new"]


def test_that_all_cells_of_a_column_are_filled_when_the_person_says_so(opened: Program, qtbot: QtBot) -> None:
    view(opened).header.same_value_requested.emit(3)
    qtbot.keyClicks(dialog(opened).value, "vip")
    assert dialog(opened).status.startswith("4 cells have something else now")
    qtbot.mouseClick(dialog(opened).accept_button, Left)

    assert column(opened, 3) == ["vip"] * 4


@pytest.mark.parametrize(("value", "fault"), [(" ", "Type the value"), ("x" * 256, "at most 255 characters")])
def test_that_a_value_that_exotel_would_not_take_is_said_at_once(
    opened: Program, qtbot: QtBot, value: str, fault: str
) -> None:
    opened.window.commands.same_value.trigger()
    dialog(opened).value.setText(value)
    qtbot.mouseClick(dialog(opened).accept_button, Left)

    assert dialog(opened).isVisible()
    shown = dialog(opened).findChild(QLabel, "same_value_value_error")
    assert shown is not None
    assert fault in shown.text()
    qtbot.keyClick(dialog(opened), Key.Key_Escape)
    assert table(opened).column_count == 4


def test_that_the_columns_go_back_to_what_their_names_say(opened: Program, qtbot: QtBot) -> None:
    before = table(opened).mapping
    view(opened).mapping_requested.emit(1, None)
    qtbot.waitUntil(lambda: table(opened).mapping[1] is None)
    view(opened).header.open_menu(0)
    menu = view(opened).header.menu()
    assert menu is not None
    next(action for action in menu.actions() if action.objectName() == "column_reset").trigger()
    qtbot.waitUntil(lambda: table(opened).mapping == before)


def test_that_nothing_can_be_edited_from_the_menu_while_no_list_is_open(program: Program) -> None:
    commands = program.window.commands
    assert not program.window.edit_menu.menuAction().isEnabled()
    for action in (
        commands.same_value,
        commands.reset_columns,
        commands.save_list,
        commands.take_out,
        commands.replace,
    ):
        assert not action.isEnabled()


def test_that_an_open_editor_keeps_its_own_keys(opened: Program, qtbot: QtBot) -> None:
    view(opened).go_to(0, 1)
    qtbot.keyClick(view(opened), Key.Key_F2)
    editor = view(opened).viewport().findChild(QLineEdit, "cell_editor")
    assert editor is not None
    qtbot.keyClick(editor, Key.Key_Delete)
    qtbot.keyClick(editor, Key.Key_D, Control)

    assert column(opened, 1) == ["Asha", "Ravi", "Mei", "Zoë"]
    qtbot.keyClick(editor, Key.Key_Escape)
