"""People with more than one number, from the cards beside the table to a row for each."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from exogui.contacts.problems import ProblemCode
from exogui.contacts.schema import Field
from exogui.gui.dialogs.decisions_dialog import DecisionsDialog
from exogui.gui.dialogs.one_row_each_dialog import OneRowEachDialog
from exogui.gui.program import Program
from exogui.practice.server import PracticeServer
from exogui.uploads.row_counts import RowCounts
from tests.gui.program.conftest import WriteFile, open_and_wait, upload_and_wait

ASHA, HOME, OFFICE, TAN = "+919876543210", "+912223456789", "+918023456789", "+6581234567"
HEADER = "Mobile,First Name,Home Phone,Office Phone"
Left = Qt.MouseButton.LeftButton
_Dialog = TypeVar("_Dialog", bound=QDialog)


def column(program: Program, number: int) -> list[str]:
    rows = program.window.filter_model
    return [str(rows.index(row, number).data()) for row in range(rows.rowCount(QModelIndex()))]


def wait_for(program: Program, qtbot: QtBot, kind: type[_Dialog]) -> _Dialog:
    def active() -> bool:
        return any(dialog.isActiveWindow() for dialog in program.window.findChildren(kind))

    qtbot.waitUntil(active)
    qtbot.waitUntil(lambda: not program.workbench.contacts.busy)
    return next(dialog for dialog in program.window.findChildren(kind) if dialog.isVisible())


@pytest.fixture
def families(program: Program, qtbot: QtBot, write_file: WriteFile) -> Program:
    """Asha has three numbers, Tan one in two columns."""
    lines = [f"{ASHA},Asha,{HOME},{OFFICE}", f"{TAN},Tan,{TAN},"]
    open_and_wait(program, qtbot, write_file(*lines, header=HEADER))
    return program


def test_that_further_phone_columns_are_pointed_out_and_get_rows(families: Program, qtbot: QtBot) -> None:
    card = families.window.review_view.problems.further
    qtbot.waitUntil(card.isVisible)
    assert card.accessibleName() == "2 more columns have phone numbers"
    assert "“Home Phone”, “Office Phone”" in card.accessibleDescription()
    qtbot.mouseClick(card.button, Left)
    dialog = wait_for(families, qtbot, OneRowEachDialog)
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    assert (dialog.accept_button.text(), dialog.status) == ("Add 2 rows", "2 rows become 4.")
    cells = [[dialog.rows_model.look(row, at).text for at in range(5)] for row in range(3)]
    assert cells == [
        ["stays", "1", "Asha", ASHA, "Mobile"],
        ["new row", "1", "Asha", HOME, "Home Phone"],
        ["new row", "1", "Asha", OFFICE, "Office Phone"],
    ]
    assert column(families, 0) == [ASHA, TAN], "nothing has changed yet"
    qtbot.mouseClick(dialog.accept_button, Left)

    qtbot.waitUntil(lambda: column(families, 0) == [ASHA, HOME, OFFICE, TAN])
    assert column(families, 1) == ["Asha", "Asha", "Asha", "Tan"]
    assert families.window.message_bar.text == "2 rows were added for further numbers."
    undo = families.window.commands.undo
    assert undo.toolTip().startswith("Undo: put 2 further numbers into rows of their own")
    qtbot.waitUntil(card.isHidden)
    undo.trigger()
    assert column(families, 0) == [ASHA, TAN]
    qtbot.waitUntil(card.isVisible)


def test_that_only_the_columns_that_are_wanted_get_rows(families: Program, qtbot: QtBot) -> None:
    families.window.commands.one_row_each.trigger()
    dialog = wait_for(families, qtbot, OneRowEachDialog)
    dialog.boxes[2].click()
    assert not dialog.accept_button.isEnabled(), "what that does is not known yet"
    qtbot.waitUntil(lambda: dialog.accept_button.text() == "Add 1 row")
    dialog.boxes[3].click()
    qtbot.waitUntil(lambda: dialog.accept_button.text() == "Nothing to add")
    assert not dialog.accept_button.isEnabled()
    assert "no number that its row does not have" in dialog.status
    dialog.boxes[3].click()
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: column(families, 0) == [ASHA, OFFICE, TAN])


def test_that_blank_numbers_are_filled_without_a_row(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file(f",Asha,{HOME},", f"{TAN},Tan,,", header=HEADER))
    program.window.commands.one_row_each.trigger()
    dialog = wait_for(program, qtbot, OneRowEachDialog)
    qtbot.waitUntil(lambda: dialog.accept_button.text() == "Fill 1 number")
    assert dialog.status == "1 blank phone number is filled."
    qtbot.mouseClick(dialog.accept_button, Left)

    qtbot.waitUntil(lambda: column(program, 0) == [HOME, TAN])
    assert program.window.message_bar.text == "A blank phone number was filled."


def test_that_where_no_column_is_named_several_can_be_taken(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    header = "Erste,Name,Zweite,Notes"
    open_and_wait(program, qtbot, write_file(f"{ASHA},Asha,{HOME},x", f"{TAN},Tan,,y", header=header))
    problems = program.window.review_view.problems
    qtbot.waitUntil(lambda: problems.findChild(QPushButton, "phone_column_each") is not None)
    button = problems.findChild(QPushButton, "phone_column_each")
    assert button is not None
    assert button.isVisible()
    qtbot.mouseClick(button, Left)
    dialog = wait_for(program, qtbot, OneRowEachDialog)
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    qtbot.mouseClick(dialog.accept_button, Left)

    qtbot.waitUntil(lambda: column(program, 0) == [ASHA, HOME, TAN])
    table = program.window.table_model.table
    assert table is not None
    assert table.mapping[0] is Field.PHONE_NUMBER


def test_that_a_list_without_further_numbers_says_so(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file(f"{ASHA},Asha,,"))
    program.window.commands.one_row_each.trigger()

    assert "No other column of this list has phone numbers" in program.window.message_bar.text
    assert not program.window.review_view.problems.further.isVisible()


def test_that_several_numbers_in_a_cell_get_a_row_each(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    lines = [f"{ASHA} / 080 2345 6789,Asha,,note", f"{TAN};{HOME},Tan,,", f"{OFFICE} x 98,Mei,,"]
    open_and_wait(program, qtbot, write_file(f"{ASHA},x,,", *lines))
    card = program.window.review_view.problems.card(ProblemCode.PHONE_FORMAT)
    qtbot.mouseClick(card.decide_button, Left)
    dialog = wait_for(program, qtbot, DecisionsDialog)
    qtbot.mouseClick(dialog.each_button, Left)
    dialog.rows_model.choose(2, 3)
    qtbot.mouseClick(dialog.accept_button, Left)

    qtbot.waitUntil(lambda: column(program, 0) == [ASHA, ASHA, OFFICE, TAN, HOME, OFFICE])
    assert column(program, 1) == ["x", "Asha", "Asha", "Tan", "Tan", "Mei"]
    assert column(program, 3)[1:3] == ["note", "note"]
    assert program.window.message_bar.text == "2 rows were added for further numbers."
    program.window.commands.undo.trigger()
    assert column(program, 0)[1] == f"{ASHA} / 080 2345 6789"
    assert column(program, 0)[3] == f"{OFFICE} x 98", "one step for all that was decided"


def test_that_rows_of_one_row_of_the_file_are_sent_and_come_back_each_by_itself(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    refused = "asha@bounces.example"  # the practice account takes no mail there
    lines = [f"{TAN},Tan,,", f"{ASHA},Asha,{HOME},{refused}"]
    path = write_file(*lines, header="Mobile,First Name,Home Phone,E-mail")
    open_and_wait(practising, qtbot, path)
    practising.window.commands.one_row_each.trigger()
    dialog = wait_for(practising, qtbot, OneRowEachDialog)
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    qtbot.mouseClick(dialog.accept_button, Left)
    qtbot.waitUntil(lambda: column(practising, 0) == [TAN, ASHA, HOME])
    upload_and_wait(practising, qtbot)

    result = practising.workbench.upload.result
    assert result is not None
    assert (result.counts, result.balanced) == (RowCounts(successful=1, refused=2), True)
    assert [contact.phone_number for contact in server.contacts] == [TAN]
    qtbot.mouseClick(practising.window.result_view.summary.fix_button, Left)
    table = practising.window.table_model.table
    assert table is not None
    assert [(table.row_number(row), table.value(row, 0)) for row in range(table.row_count)] == [
        (2, ASHA),
        (2, HOME),
    ]
    assert table.rows_with(ProblemCode.REFUSED) == [0, 1]
