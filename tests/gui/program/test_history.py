"""The history in the whole program."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from exogui.gui.dialogs.history_dialog import HistoryDialog
from exogui.gui.program import Program
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Stage, Stall
from exogui.practice.server import PracticeServer
from exogui.uploads.result import JobState
from exogui.uploads.standing import Standing
from tests.gui.program.conftest import StartProgram, WriteFile, open_and_wait, upload_and_wait

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def open_history(program: Program, qtbot: QtBot) -> HistoryDialog:
    qtbot.keyClick(program.window, Qt.Key.Key_H, CONTROL_SHIFT)
    dialog = program.desk.history.dialog
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.rows_model.entry_count > 0)
    return dialog


def test_that_a_result_is_shown_again_after_a_restart(
    start_program: StartProgram, qtbot: QtBot, write_file: WriteFile
) -> None:
    program = start_program()
    program.accounts.choose_practice()
    qtbot.waitUntil(lambda: program.accounts.practising)
    open_and_wait(program, qtbot, write_file("+919876543210,Asha,,", "+919876543211,Ravi,,"))
    upload_and_wait(program, qtbot)
    program.window.close()

    program = start_program()
    dialog = open_history(program, qtbot)
    assert dialog.chosen is not None
    assert dialog.chosen.file_name == "leads.csv"
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)

    window = program.window
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.result_view)
    result = program.workbench.result.result
    assert result is not None
    assert (result.state, result.counts.successful) == (JobState.COMPLETED, 2)


def test_that_what_waits_can_be_left_and_is_kept_no_longer(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    open_and_wait(practising, qtbot, write_file(*(f"+9198765432{n:02},Asha,," for n in range(12))))
    qtbot.mouseClick(practising.window.upload_bar.try_button, LEFT)
    upload = practising.workbench.upload
    qtbot.waitUntil(lambda: upload.result is not None and not upload.under_way, timeout=15_000)
    dialog = open_history(practising, qtbot)
    qtbot.mouseClick(dialog.leave_button, LEFT)
    question = dialog.findChild(QMessageBox, "leave_rest")
    assert isinstance(question, QMessageBox)
    [leave] = [
        button
        for button in question.buttons()
        if question.buttonRole(button) is QMessageBox.ButtonRole.DestructiveRole
    ]
    qtbot.mouseClick(leave, LEFT)
    qtbot.waitUntil(lambda: dialog.chosen is not None and dialog.chosen.standing is Standing.PARTLY_SENT)
    assert not dialog.leave_button.isVisible()
    assert not dialog.go_on_button.isVisible()
    service = practising.desk.service
    [job] = service.journal.jobs()
    assert service.result(job.id).state is JobState.COMPLETED
    assert not job.unfinished
    assert len(server.contacts) == 10


def test_that_what_waits_is_sent_from_the_history(
    practising: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    lines = [f"+9198765432{number:02},Asha,," for number in range(12)]
    open_and_wait(practising, qtbot, write_file(*lines))
    qtbot.mouseClick(practising.window.upload_bar.try_button, LEFT)
    upload = practising.workbench.upload
    qtbot.waitUntil(lambda: upload.result is not None and not upload.under_way, timeout=15_000)

    dialog = open_history(practising, qtbot)
    assert dialog.go_on_button.text() == "Send the 2 that wait"
    qtbot.mouseClick(dialog.go_on_button, LEFT)

    journal = practising.desk.service.journal
    qtbot.waitUntil(lambda: journal.jobs()[0].counts.successful == 12, timeout=15_000)
    qtbot.waitUntil(lambda: not practising.desk.background.busy, timeout=15_000)


def test_that_an_upload_under_way_stays_in_sight_when_a_result_is_wanted(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    window = practising.window
    open_and_wait(practising, qtbot, write_file("+919876543210,Asha,,", name="first.csv"))
    upload_and_wait(practising, qtbot)
    server.faults.add(Endpoint.UPLOAD, Stall(Stage.AFTER_BODY))
    open_and_wait(practising, qtbot, write_file("+919876543211,Ravi,,", name="second.csv"))
    qtbot.mouseClick(window.upload_bar.button, LEFT)
    qtbot.waitUntil(lambda: window.sending)
    qtbot.waitUntil(lambda: len(practising.desk.service.journal.jobs()) == 2)

    dialog = open_history(practising, qtbot)
    assert dialog.chosen is not None
    assert (dialog.chosen.file_name, dialog.accept_button.isEnabled()) == ("second.csv", False)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.message_bar.text.startswith("An upload is under way."))
    assert window.sending

    server.faults.clear()
    qtbot.waitUntil(lambda: not practising.workbench.upload.under_way, timeout=15_000)
