from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from exogui.gui.dialogs.reading_dialog import ReadingDialog
from exogui.gui.models.listed_choice import ListedChoice
from exogui.gui.models.reading_choices import ReadingChoices, ReadingWish, TopRow
from tests.gui.dialogs.conftest import OpenDialog

Left = Qt.MouseButton.LeftButton
ROWS = (
    TopRow(1, ("Export of May", "")),
    TopRow(3, ("Name", "Phone")),
    TopRow(4, ("Zoë", "+919876543210")),
)
TEXT = ReadingChoices(
    is_text=True,
    encodings=(ListedChoice("utf-8", "UTF-8", "Zoë"), ListedChoice("cp1252", "Western", "ZoÃ«")),
    encoding="utf-8",
    delimiter=",",
    top_rows=ROWS,
    header_line=3,
)
BOOK = ReadingChoices(
    is_text=False,
    sheets=(ListedChoice("Leads", "Leads", "12 rows"), ListedChoice("Old", "Old", "3 rows")),
    sheet="Leads",
    top_rows=ROWS,
    header_line=3,
)


@pytest.fixture
def dialog(open_dialog: OpenDialog) -> ReadingDialog:
    made = ReadingDialog()
    made.reset("leads.csv", forgets_changes=False)
    made.show_choices(TEXT)
    open_dialog(made)
    return made


def click_row(dialog: ReadingDialog, qtbot: QtBot, row: int) -> None:
    place = dialog.rows.visualRect(dialog.rows_model.index(row, 1)).center()
    qtbot.mouseClick(dialog.rows.viewport(), Left, pos=place)


def test_that_being_told_how_a_file_is_read_wishes_nothing(dialog: ReadingDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.wish_changed):
        dialog.show_choices(replace(TEXT, encoding="cp1252", delimiter=";", header_line=0))
        dialog.show_choices(BOOK)
        dialog.show_result("3 rows", 2)
    assert dialog.wish == ReadingWish()


def test_that_a_clicked_row_is_wished_as_the_header(dialog: ReadingDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.wish_changed) as wished:
        click_row(dialog, qtbot, 0)

    assert wished.args == [ReadingWish(header_line=1)]


def test_that_the_header_is_chosen_by_keyboard(dialog: ReadingDialog, qtbot: QtBot) -> None:
    dialog.rows.setFocus()
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.wish_changed) as wished:
        qtbot.keyClick(dialog.rows, Qt.Key.Key_Space)

    assert wished.args == [ReadingWish(header_line=4)]


def test_that_a_file_can_have_no_header(dialog: ReadingDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.wish_changed) as wished:
        dialog.no_header.click()
    assert wished.args == [ReadingWish(header_line=0)]

    with qtbot.waitSignal(dialog.wish_changed) as wished:
        dialog.no_header.click()
    assert wished.args == [ReadingWish(header_line=None)], "then it is found out again"


def test_that_wishes_add_up(dialog: ReadingDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.encodings.button("cp1252"), Left)
    qtbot.mouseClick(dialog.separator.segment("tab"), Left)
    click_row(dialog, qtbot, 1)

    assert dialog.wish == ReadingWish(encoding="cp1252", delimiter="\t", header_line=3)


def test_that_another_sheet_has_another_header(dialog: ReadingDialog, qtbot: QtBot) -> None:
    dialog.show_choices(BOOK)
    click_row(dialog, qtbot, 0)
    qtbot.mouseClick(dialog.sheets.button("Old"), Left)

    assert dialog.wish == ReadingWish(sheet="Old")


def test_that_only_what_a_file_has_can_be_chosen(dialog: ReadingDialog) -> None:
    assert not dialog.sheets.isVisible()
    assert dialog.encodings.isVisible()
    dialog.show_choices(BOOK)
    assert dialog.sheets.isVisible()
    assert not dialog.encodings.isVisible()
    assert not dialog.separator.isVisible()


def test_that_the_header_and_what_is_above_it_are_said(dialog: ReadingDialog) -> None:
    spoken = [dialog.rows_model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]

    assert spoken == [
        "row 1, left out: Export of May",
        "row 3, the header: Name, Phone",
        "row 4: Zoë, +919876543210",
    ]


def test_that_totals_can_be_kept_where_there_are_some(dialog: ReadingDialog, qtbot: QtBot) -> None:
    dialog.show_result("12 rows", 0)
    assert not dialog.keep_totals.isVisible()
    dialog.show_result("12 rows", 2)
    assert dialog.keep_totals.isVisible()

    with qtbot.waitSignal(dialog.wish_changed) as wished:
        dialog.keep_totals.click()
    assert wished.args == [ReadingWish(keep_totals=True)]


def test_that_what_went_wrong_is_said_until_it_goes_right(dialog: ReadingDialog) -> None:
    dialog.show_error("Line 3 is not in this encoding.")
    assert dialog.message.text == "Line 3 is not in this encoding."

    dialog.show_result("12 rows", 0)
    assert not dialog.message.isVisible()
    assert dialog.status == "12 rows"


def test_that_forgetting_changes_is_said_before_and_stays_said(dialog: ReadingDialog) -> None:
    dialog.reset("leads.csv", forgets_changes=True)
    dialog.show_result("12 rows", 0)

    assert "Cancel brings them back" in dialog.message.text


def test_that_a_new_preview_leaves_the_person_where_they_are(dialog: ReadingDialog, qtbot: QtBot) -> None:
    dialog.rows.setFocus()
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Down)
    dialog.show_choices(TEXT)

    assert dialog.rows.currentIndex().row() == 2
