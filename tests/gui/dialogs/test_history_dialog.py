from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from exogui.gui.dialogs.history_dialog import HistoryDialog
from exogui.uploads.records import Keeping
from exogui.uploads.standing import Standing
from tests.gui.dialogs.conftest import OpenDialog
from tests.gui.history_entries import entry

Key = Qt.Key

ENTRIES = (
    entry("run", Standing.RUNNING, file_name="now.csv", in_flight=3),
    entry("ask", Standing.AT_EXOTEL, file_name="ask.csv", in_flight=3),
    entry("wait", Standing.WAITING, file_name="wait.csv", successful=2, waiting=1200),
    entry("lost", Standing.TO_DECIDE, file_name="lost.csv", unknown=3),
    entry("done", file_name="done.csv", successful=3),
)


@pytest.fixture
def dialog(open_dialog: OpenDialog) -> HistoryDialog:
    made = HistoryDialog()
    open_dialog(made)
    made.show_entries(ENTRIES)
    return made


def choose(dialog: HistoryDialog, job_id: str) -> None:
    row = next(n for n, each in enumerate(ENTRIES) if each.job_id == job_id)
    dialog.table.setCurrentIndex(dialog.rows_model.index(row, 0))


def test_that_it_says_that_it_is_loading_and_that_nothing_was_uploaded(open_dialog: OpenDialog) -> None:
    dialog = HistoryDialog()
    open_dialog(dialog)
    assert dialog.note.text.startswith("Looking up your uploads…")

    dialog.show_entries(())
    assert dialog.note.isVisible()
    assert dialog.note.text.startswith("Nothing was uploaded yet")
    assert not dialog.accept_button.isEnabled()
    assert not dialog.forget_button.isEnabled()


def test_that_the_keyboard_is_in_the_table_when_the_uploads_are_there(dialog: HistoryDialog) -> None:
    assert dialog.table.hasFocus()
    assert dialog.chosen == ENTRIES[0]


def test_that_the_button_to_go_on_says_what_it_does(dialog: HistoryDialog) -> None:
    for job_id, label in (
        ("ask", "Ask Exotel again"),
        ("wait", "Send the 1,200 that wait"),
        ("lost", "Decide…"),
    ):
        choose(dialog, job_id)
        assert dialog.go_on_button.isVisible()
        assert (dialog.go_on_button.text(), dialog.go_on_button.accessibleName()) == (label, label)
    for job_id in ("run", "done"):
        choose(dialog, job_id)
        assert not dialog.go_on_button.isVisible()


def test_that_what_runs_cannot_be_forgotten_or_opened(dialog: HistoryDialog) -> None:
    choose(dialog, "run")
    assert not dialog.accept_button.isEnabled()
    assert not dialog.forget_button.isEnabled()
    assert dialog.copy_button.isEnabled()
    assert dialog.status.startswith("3 rows: 3 at Exotel")


def test_that_each_button_is_about_the_chosen_upload(dialog: HistoryDialog, qtbot: QtBot) -> None:
    choose(dialog, "wait")
    for button, signal in (
        (dialog.go_on_button, dialog.go_on_requested),
        (dialog.copy_button, dialog.copy_requested),
        (dialog.save_button, dialog.save_requested),
        (dialog.forget_button, dialog.forget_requested),
    ):
        with qtbot.waitSignal(signal) as blocker:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert blocker.args == ["wait"]


def test_that_everything_can_be_done_by_keyboard(dialog: HistoryDialog, qtbot: QtBot) -> None:
    for _ in range(4):
        qtbot.keyClick(dialog.table, Key.Key_Down)
    with qtbot.waitSignal(dialog.forget_requested) as blocker:
        qtbot.keyClick(dialog.table, Key.Key_Delete)
    assert blocker.args == ["done"]
    qtbot.keyClick(dialog.table, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert dialog.search.hasFocus()
    qtbot.keyClicks(dialog.search, "lost")
    qtbot.keyClick(dialog.search, Key.Key_Down)
    assert dialog.table.hasFocus()
    assert dialog.chosen == ENTRIES[3]
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.table, Key.Key_Return)


def test_that_a_search_without_a_find_says_so(dialog: HistoryDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.search, "<b>nowhere")
    assert dialog.note.text.startswith("No upload with “<b>nowhere”")
    assert not dialog.accept_button.isEnabled()
    dialog.search.clear()
    assert dialog.table.isVisible()
    assert dialog.accept_button.isEnabled() is False, "the one that runs is the first again"


def test_that_the_filter_shows_what_needs_attention(dialog: HistoryDialog, qtbot: QtBot) -> None:
    assert (dialog.all_chip.count, dialog.attention_chip.count) == (5, 3)
    qtbot.mouseClick(dialog.attention_chip, Qt.MouseButton.LeftButton)
    assert dialog.rows_model.row_count() == 3
    dialog.show_entries(ENTRIES[-1:])
    assert dialog.note.text.startswith("Nothing needs your attention")


def test_that_reading_again_keeps_the_chosen_upload(dialog: HistoryDialog) -> None:
    choose(dialog, "lost")
    dialog.show_entries((entry("new", file_name="new.csv"), *ENTRIES))

    assert dialog.chosen == ENTRIES[3]
    assert dialog.table.currentIndex().row() == 4


def test_that_a_change_of_what_is_kept_is_told_once_it_is_complete(
    dialog: HistoryDialog, qtbot: QtBot
) -> None:
    dialog.kept.set_keeping(Keeping(30, 365))
    qtbot.mouseClick(dialog.kept_button, Qt.MouseButton.LeftButton)
    field = dialog.kept.contacts_days
    assert field.text() == "30"
    told: list[Keeping] = []
    dialog.keeping_changed.connect(told.append)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "7")
    assert told == []
    qtbot.keyClick(field, Key.Key_Tab)
    assert told == [Keeping(7, 365)]

    jobs = dialog.kept.jobs_days
    jobs.selectAll()
    qtbot.keyClick(jobs, Key.Key_Delete)
    qtbot.keyClick(jobs, Key.Key_Tab)
    assert (jobs.text(), told) == ("365", [Keeping(7, 365)])
    jobs.setFocus()
    qtbot.keyClick(jobs, Key.Key_Up)
    qtbot.keyClick(jobs, Key.Key_Tab)
    assert told[-1] == Keeping(7, 366)


def test_that_a_fault_is_said_and_nothing_is_offered(dialog: HistoryDialog) -> None:
    dialog.show_fault("The disk is full.")
    assert dialog.note.text == "The history cannot be shown\nThe disk is full."
    assert not dialog.copy_button.isEnabled()
