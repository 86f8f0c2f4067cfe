"""Previews, decisions, duplicates and the summary, from the cards beside the table."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from exogui.contacts.problems import ProblemCode
from exogui.gui.dialogs.decisions_dialog import DecisionsDialog
from exogui.gui.dialogs.duplicates_dialog import DuplicatesDialog
from exogui.gui.dialogs.repair_preview_dialog import RepairPreviewDialog
from exogui.gui.program import Program
from exogui.gui.widgets.problem_card import ProblemCard
from tests.gui.program.conftest import WriteFile, open_and_wait

GOOD, OTHER = "+919876543210", "+6581234567"
NO_CODE, AMBIGUOUS = "9876543211", "6581230011"
"""The second is an Indian landline, or a mobile of Singapore that lacks its plus sign."""
Left = Qt.MouseButton.LeftButton
_Dialog = TypeVar("_Dialog", bound=QDialog)


def column(program: Program, number: int) -> list[str]:
    rows = program.window.filter_model
    return [str(rows.index(row, number).data()) for row in range(rows.rowCount(QModelIndex()))]


def card(program: Program, code: ProblemCode) -> ProblemCard:
    return program.window.review_view.problems.card(code)


def wait_for(program: Program, qtbot: QtBot, kind: type[_Dialog]) -> _Dialog:
    def active() -> bool:
        return any(dialog.isActiveWindow() for dialog in program.window.findChildren(kind))

    qtbot.waitUntil(active)
    qtbot.waitUntil(lambda: not program.workbench.contacts.busy)
    return next(dialog for dialog in program.window.findChildren(kind) if dialog.isVisible())


@pytest.fixture
def numbers(program: Program, qtbot: QtBot, write_file: WriteFile) -> Program:
    """The program with numbers that lack their country code, one of which can be read in two ways."""
    lines = [f"{GOOD},Asha,,", f"{OTHER},Mei,,", f"{NO_CODE},Ravi,,", f"{AMBIGUOUS},Tan,,"]
    open_and_wait(program, qtbot, write_file(*lines))
    return program


def test_that_a_repair_is_seen_before_it_is_done(numbers: Program, qtbot: QtBot) -> None:
    before = column(numbers, 0)
    qtbot.mouseClick(card(numbers, ProblemCode.NO_COUNTRY_CODE).preview_button, Left)
    dialog = wait_for(numbers, qtbot, RepairPreviewDialog)
    assert dialog.title == "2 phone numbers have no country code"
    assert dialog.accept_button.text() == "Add +91 to 1"
    assert dialog.status == "1 row stays for you to decide."
    assert column(numbers, 0) == before

    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: column(numbers, 0) == [GOOD, OTHER, "+919876543211", AMBIGUOUS])

    assert numbers.window.commands.undo.toolTip().startswith("Undo: add +91 to a phone number")
    assert "1 cell repaired." in numbers.window.message_bar.text


def test_that_a_cancelled_preview_changes_nothing(numbers: Program, qtbot: QtBot) -> None:
    before = column(numbers, 0)
    qtbot.mouseClick(card(numbers, ProblemCode.NO_COUNTRY_CODE).preview_button, Left)
    dialog = wait_for(numbers, qtbot, RepairPreviewDialog)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Escape)

    assert column(numbers, 0) == before
    assert not numbers.window.commands.undo.isEnabled()


def test_that_a_number_with_two_readings_is_decided_by_the_person(numbers: Program, qtbot: QtBot) -> None:
    button = card(numbers, ProblemCode.NO_COUNTRY_CODE).decide_button
    assert button.text() == "Decide…"
    qtbot.mouseClick(button, Left)
    dialog = wait_for(numbers, qtbot, DecisionsDialog)
    model = dialog.rows_model
    looks = [model.look(0, place) for place in range(3, 5)]
    assert sorted((look.text, look.note) for look in looks) == [
        ("+6581230011", "Singapore, mobile"),
        ("+916581230011", "India, landline"),
    ]
    assert [model.look(0, place).text for place in range(3)] == ["4", "Tan", AMBIGUOUS]

    place = next(place for place in range(3, 5) if model.look(0, place).text == "+6581230011")
    dialog.table.setCurrentIndex(model.index(0, place))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: column(numbers, 0)[3] == "+6581230011")

    assert column(numbers, 0)[2] == NO_CODE, "what the repair does is left to the repair"
    assert numbers.window.message_bar.text == "1 number is as you chose."
    numbers.window.commands.undo.trigger()
    assert column(numbers, 0)[3] == AMBIGUOUS


def test_that_the_preview_leads_to_the_decisions(numbers: Program, qtbot: QtBot) -> None:
    qtbot.mouseClick(card(numbers, ProblemCode.NO_COUNTRY_CODE).preview_button, Left)
    preview = wait_for(numbers, qtbot, RepairPreviewDialog)
    assert preview.decide_button.isVisible()
    qtbot.mouseClick(preview.decide_button, Left)

    assert wait_for(numbers, qtbot, DecisionsDialog).rows_model.row_count() == 1
    assert not preview.isVisible()


def test_that_one_of_several_numbers_in_a_cell_is_chosen(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    lines = [f"{GOOD} / 080 2345 000{row},Asha,," for row in range(3)]
    open_and_wait(program, qtbot, write_file(f"{GOOD},x,,", *lines))
    qtbot.mouseClick(card(program, ProblemCode.PHONE_FORMAT).decide_button, Left)
    dialog = wait_for(program, qtbot, DecisionsDialog)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Right)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.same_button, Left)
    qtbot.mouseClick(dialog.accept_button, Left)

    qtbot.waitUntil(lambda: column(program, 0)[1:] == [f"+91802345000{row}" for row in range(3)])


def test_that_a_cell_without_a_number_offers_no_decision(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file(f"{GOOD},Asha,,", "N/A,Ravi,,"))

    assert not card(program, ProblemCode.NOT_A_NUMBER).decide_button.isVisible()
    assert not card(program, ProblemCode.NOT_A_NUMBER).preview_button.isVisible()


def test_that_stray_spaces_can_be_seen_on_their_card(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file(f"{GOOD}, Asha ,,"))

    example = card(program, ProblemCode.WHITESPACE).findChild(QWidget, "problem_whitespace_example")
    assert isinstance(example, QWidget)
    assert example.accessibleName() == "Example: ␣Asha␣ becomes Asha"


# --- duplicates --------------------------------------------------------------------------------------------


@pytest.fixture
def repeated(program: Program, qtbot: QtBot, write_file: WriteFile) -> Program:
    """The program with an exact copy, and with a number of two people."""
    lines = [
        f"{GOOD},Asha,a@example.in,x",
        f"{OTHER},Mei,,",
        f"{GOOD},Asha,a@example.in,y",
        f"{OTHER},Tan,t@example.sg,",
    ]
    open_and_wait(program, qtbot, write_file(*lines))
    return program


def open_duplicates(program: Program, qtbot: QtBot) -> DuplicatesDialog:
    button = card(program, ProblemCode.DUPLICATE_PHONE).decide_button
    assert button.text() == "Sort out 2…"
    qtbot.mouseClick(button, Left)
    dialog = wait_for(program, qtbot, DuplicatesDialog)
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    return dialog


def test_that_exact_copies_go_and_come_back_with_undo(repeated: Program, qtbot: QtBot) -> None:
    dialog = open_duplicates(repeated, qtbot)
    assert dialog.accept_button.text() == "Take out 1 row"
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: column(repeated, 1) == ["Asha", "Mei", "Tan"])

    assert repeated.window.message_bar.text == "1 row taken out."
    repeated.window.commands.undo.trigger()
    assert column(repeated, 1) == ["Asha", "Mei", "Asha", "Tan"]


def test_that_rows_are_merged_into_the_one_that_is_kept(repeated: Program, qtbot: QtBot) -> None:
    dialog = open_duplicates(repeated, qtbot)
    dialog.which.set_value("different")
    qtbot.mouseClick(dialog.keep_different.segment("first"), Left)
    qtbot.waitUntil(dialog.merge.isEnabled)
    dialog.merge.click()
    qtbot.waitUntil(
        lambda: dialog.status == "1 blank cell is filled. 1 detail differs and is not taken over."
    )
    qtbot.mouseClick(dialog.accept_button, Left)
    qtbot.waitUntil(lambda: column(repeated, 1) == ["Asha", "Mei"])

    assert column(repeated, 2) == ["a@example.in", "t@example.sg"]
    repeated.window.commands.undo.trigger()
    assert column(repeated, 2) == ["a@example.in", "", "a@example.in", "t@example.sg"]


def test_that_the_latest_of_several_wishes_is_shown(repeated: Program, qtbot: QtBot) -> None:
    dialog = open_duplicates(repeated, qtbot)
    dialog.keep_exact.set_value("last")
    assert repeated.workbench.contacts.busy
    dialog.keep_exact.set_value("all")

    qtbot.waitUntil(lambda: dialog.accept_button.text() == "Nothing to take out")


def test_that_nothing_is_done_that_was_not_shown(repeated: Program, qtbot: QtBot) -> None:
    dialog = open_duplicates(repeated, qtbot)
    dialog.keep_exact.set_value("all")
    dialog.accept()  # before it is known what that would do
    qtbot.waitUntil(lambda: not repeated.workbench.contacts.busy)

    assert column(repeated, 1) == ["Asha", "Mei", "Asha", "Tan"]


# --- the summary -------------------------------------------------------------------------------------------


def test_that_the_list_is_summed_up_and_the_summary_follows(numbers: Program, qtbot: QtBot) -> None:
    summary = numbers.window.review_view.problems.summary
    said = "India: 1, 25 %, Singapore: 1, 25 %, country not certain: 2, 50 %. mobile: 2"
    qtbot.waitUntil(lambda: summary.isVisible() and summary.accessibleDescription() == said)

    qtbot.mouseClick(card(numbers, ProblemCode.NO_COUNTRY_CODE).repair_button, Left)
    said = "India: 2, 50 %, Singapore: 1, 25 %, country not certain: 1, 25 %. mobile: 3"
    qtbot.waitUntil(lambda: summary.accessibleDescription() == said)


def test_that_there_is_no_summary_without_a_phone_column(numbers: Program, qtbot: QtBot) -> None:
    summary = numbers.window.review_view.problems.summary
    qtbot.waitUntil(summary.isVisible)

    numbers.workbench.contacts.map_column(0, None)

    qtbot.waitUntil(summary.isHidden)


def test_that_another_file_never_shows_the_summary_of_the_last(
    numbers: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    summary = numbers.window.review_view.problems.summary
    qtbot.waitUntil(summary.isVisible)
    open_and_wait(numbers, qtbot, write_file(f"{OTHER},Mei,,", name="other.csv"))
    assert summary.isHidden()

    qtbot.waitUntil(summary.isVisible)
    assert summary.accessibleDescription() == "Singapore: 1, 100 %. mobile: 1"
