from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from exogui.gui.dialogs.decisions_dialog import DecisionsDialog
from exogui.gui.models.decisions_model import DecisionData, ReadingData
from tests.gui.dialogs.conftest import OpenDialog

Key = Qt.Key
LEAVE = 5


def decision(row: int, pattern: str, *numbers: str) -> DecisionData:
    readings = tuple(ReadingData(number, "India, mobile") for number in numbers)
    return DecisionData(row, 0, row + 1, "Asha", "98…", readings, pattern)


@pytest.fixture
def dialog(open_dialog: OpenDialog) -> DecisionsDialog:
    made = DecisionsDialog()
    made.set_decisions(
        "4 cells",
        [
            decision(10, "two", "+911", "+652"),
            decision(11, "two", "+913", "+654"),
            decision(12, "one", "+915"),
            decision(13, "two", "+916", "+657"),
        ],
    )
    open_dialog(made)
    return made


def chosen(dialog: DecisionsDialog) -> dict[int, str]:
    return {decision.row: number for decision, number in dialog.rows_model.chosen_numbers()}


def test_that_nothing_is_chosen_beforehand(dialog: DecisionsDialog) -> None:
    assert chosen(dialog) == {}
    assert not dialog.accept_button.isEnabled()
    assert dialog.status == "4 cells stay as they are."


def test_that_a_click_chooses_a_reading_and_another_changes_the_mind(
    dialog: DecisionsDialog, qtbot: QtBot
) -> None:
    for column, number in ((3, "+911"), (4, "+652")):
        place = dialog.table.visualRect(dialog.rows_model.index(0, column)).center()
        qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert chosen(dialog) == {10: number}
    assert dialog.accept_button.text() == "Use 1 choice"


def test_that_everything_can_be_decided_by_keyboard(dialog: DecisionsDialog, qtbot: QtBot) -> None:
    table = dialog.table
    for key in (Key.Key_Right, Key.Key_Space, Key.Key_Down, Key.Key_Left, Key.Key_Space):
        qtbot.keyClick(table, key)
    assert chosen(dialog) == {10: "+652", 11: "+913"}

    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Space):
        qtbot.keyClick(table, key)
    assert chosen(dialog) == {10: "+652"}, "the last column leaves the cell as it is"
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(table, Key.Key_Return)


def test_that_one_choice_can_stand_for_all_of_its_pattern(dialog: DecisionsDialog, qtbot: QtBot) -> None:
    assert not dialog.same_button.isEnabled(), "nothing is chosen yet"
    qtbot.keyClick(dialog.table, Key.Key_Right)
    qtbot.keyClick(dialog.table, Key.Key_Space)
    assert dialog.same_button.text() == "Choose the same for all 2"

    qtbot.mouseClick(dialog.same_button, Qt.MouseButton.LeftButton)

    assert chosen(dialog) == {10: "+652", 11: "+654", 13: "+657"}
    assert not dialog.same_button.isEnabled()
    assert dialog.status == "1 cell stays as it is."


def test_that_a_cell_like_no_other_offers_nothing_for_others(dialog: DecisionsDialog) -> None:
    dialog.table.setCurrentIndex(dialog.rows_model.index(2, 3))
    dialog.rows_model.choose(2, 3)

    assert not dialog.same_button.isEnabled()


def test_that_a_reading_that_does_not_exist_cannot_be_chosen(dialog: DecisionsDialog, qtbot: QtBot) -> None:
    dialog.table.setCurrentIndex(dialog.rows_model.index(2, 4))
    qtbot.keyClick(dialog.table, Key.Key_Space)

    assert chosen(dialog) == {}


def test_that_a_chosen_reading_is_said(dialog: DecisionsDialog) -> None:
    dialog.rows_model.choose(0, 3)

    def spoken(column: int) -> str:
        return str(dialog.rows_model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole))

    assert spoken(3) == "Reading 1 +911 India, mobile, chosen"
    assert spoken(4) == "Reading 2 +652 India, mobile"
    assert spoken(LEAVE) == "Leave as it is"


def test_that_a_second_set_of_decisions_begins_afresh(dialog: DecisionsDialog) -> None:
    dialog.rows_model.choose(0, 3)
    dialog.set_decisions("1 cell", [decision(0, "x", "+911")])

    assert chosen(dialog) == {}
    assert dialog.rows_model.columnCount() == 5


# --- one row each --------------------------------------------------------------------------------------

EACH = 5


@pytest.fixture
def several(open_dialog: OpenDialog) -> DecisionsDialog:
    """Two cells offer a row for each of their numbers; the second of three does not."""
    readings = tuple(ReadingData(number, "India, mobile") for number in ("+911", "+652"))
    made = DecisionsDialog()
    made.set_decisions(
        "3 cells",
        [
            DecisionData(row, 0, row + 1, "Asha", "98…", readings, "p", numbers)
            for row, numbers in ((10, ("+911", "+652")), (11, ()), (12, ("+911", "+652", "+443")))
        ],
    )
    open_dialog(made)
    return made


def rows_of(dialog: DecisionsDialog) -> dict[int, tuple[str, ...]]:
    return {decision.row: decision.each for decision in dialog.rows_model.chosen_rows()}


def test_that_a_row_each_is_chosen_like_a_reading(several: DecisionsDialog, qtbot: QtBot) -> None:
    several.table.setCurrentIndex(several.rows_model.index(0, EACH))
    qtbot.keyClick(several.table, Key.Key_Space)

    assert (chosen(several), rows_of(several)) == ({}, {10: ("+911", "+652")})
    assert several.accept_button.text() == "Use 1 choice"
    assert several.status == "1 row is added. 2 cells stay as they are."
    several.table.setCurrentIndex(several.rows_model.index(0, 3))
    qtbot.keyClick(several.table, Key.Key_Space)
    assert (chosen(several), rows_of(several)) == ({10: "+911"}, {})


def test_that_a_cell_without_certain_numbers_does_not_offer_it(several: DecisionsDialog) -> None:
    several.rows_model.choose(1, EACH)

    assert rows_of(several) == {}
    assert several.rows_model.look(1, EACH).text == ""


def test_that_it_can_be_chosen_for_all_cells_at_once(several: DecisionsDialog, qtbot: QtBot) -> None:
    assert several.each_button.text() == "One row each for all 2"
    qtbot.mouseClick(several.each_button, Qt.MouseButton.LeftButton)

    assert rows_of(several) == {10: ("+911", "+652"), 12: ("+911", "+652", "+443")}
    assert several.status == "3 rows are added. 1 cell stays as it is."


def test_that_the_same_for_all_of_its_pattern_leaves_out_who_does_not_offer_it(
    several: DecisionsDialog, qtbot: QtBot
) -> None:
    several.rows_model.choose(0, EACH)
    several.rows_model.choose(1, 3)
    several.table.setCurrentIndex(several.rows_model.index(0, EACH))
    qtbot.mouseClick(several.same_button, Qt.MouseButton.LeftButton)

    assert (chosen(several), set(rows_of(several))) == ({11: "+911"}, {10, 12})


def test_that_a_row_each_is_said(several: DecisionsDialog) -> None:
    several.rows_model.choose(2, EACH)
    spoken = several.rows_model.index(2, EACH).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "One row each 3 rows, chosen"


def test_that_where_no_cell_offers_it_there_is_neither_column_nor_button(dialog: DecisionsDialog) -> None:
    assert dialog.rows_model.each_column is None
    assert not dialog.each_button.isVisible()
