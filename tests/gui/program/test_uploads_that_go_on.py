"""Uploads that do not end at once: lost answers, restarts, attempts, the first ten, another sign-in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from exogui.exotel.account_store import AccountStore
from exogui.exotel.accounts import Account, ApiKey, DataCentre
from exogui.exotel.keychain import SessionKeychain
from exogui.gui.dialogs.lost_answer_dialog import LostAnswerDialog
from exogui.gui.program import Program
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Refuse, Reset, Stage, Stall, StatusWord
from exogui.practice.server import PracticeServer
from exogui.uploads.choices import LostAnswerChoice
from exogui.uploads.records import PartState
from exogui.uploads.result import JobState, UploadResult
from exogui.uploads.row_counts import RowCounts
from tests.gui.program.conftest import StartProgram, WriteFile, open_and_wait, upload_and_wait

LEFT = Qt.MouseButton.LeftButton
NUMBERS = [f"+9198765432{number:02}" for number in range(12)]


def lines(count: int = 3) -> list[str]:
    return [f"{number},Asha,," for number in NUMBERS[:count]]


def press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, LEFT)


def result_of(program: Program) -> UploadResult:
    result = program.workbench.upload.result
    assert result is not None
    return result


def wait_for_result(program: Program, qtbot: QtBot, wanted: Callable[[UploadResult], bool]) -> UploadResult:
    def there() -> bool:
        result = program.workbench.upload.result
        return result is not None and wanted(result) and not program.workbench.upload.under_way

    qtbot.waitUntil(there, timeout=15_000)
    return result_of(program)


def open_box(program: Program, qtbot: QtBot, name: str) -> QMessageBox:
    qtbot.waitUntil(lambda: program.window.findChild(QMessageBox, name) is not None, timeout=15_000)
    box = program.window.findChild(QMessageBox, name)
    assert isinstance(box, QMessageBox)
    qtbot.waitUntil(box.isVisible)
    return box


def press_in_box(qtbot: QtBot, box: QMessageBox, role: QMessageBox.ButtonRole) -> None:
    [button] = [each for each in box.buttons() if box.buttonRole(each) is role]
    qtbot.mouseClick(button, LEFT)


def label(widget: QWidget, name: str) -> str:
    found = widget.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def uploads_to(server: PracticeServer) -> int:
    return len(server.uploads)


@pytest.fixture
def account(server: PracticeServer, config: Path, keychain: SessionKeychain) -> Account:
    """A person's own account, whose Exotel outlives the program."""
    made = Account("Acme", server.account_sid, DataCentre.OTHER, other_address=server.base_url, id="acme")
    AccountStore(config).save(made)
    keychain.save(made.id, ApiKey(server.api_key, server.api_token))
    return made


# --- the first ten ---------------------------------------------------------------------------------------


def test_that_ten_can_be_tried_and_the_others_follow_as_the_same_upload(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    window = practising.window
    open_and_wait(practising, qtbot, write_file(*lines(12)))
    press(qtbot, window.upload_bar.try_button)
    result = wait_for_result(practising, qtbot, lambda _result: True)
    assert result.state is JobState.PAUSED
    assert result.counts == RowCounts(successful=10, waiting=2)
    assert [contact.phone_number for contact in server.contacts] == NUMBERS[:10]

    assert window.result_view.summary.next_button.text() == "Send the other 2 contacts"
    press(qtbot, window.result_view.summary.next_button)
    result = wait_for_result(practising, qtbot, lambda result: result.state is JobState.COMPLETED)
    assert (result.counts, result.balanced) == (RowCounts(successful=12), True)
    assert len(practising.desk.service.journal.jobs()) == 1


def test_that_a_short_list_is_not_tried_in_parts(
    practising: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(practising, qtbot, write_file(*lines(10)))
    assert not practising.window.upload_bar.try_button.isVisible()


# --- lost answers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "counts", "sent"),
    [
        (LostAnswerChoice.SEND_AGAIN, RowCounts(already_there=3), 2),
        (LostAnswerChoice.COUNT_AS_THERE, RowCounts(already_there=3), 1),
    ],
)
def test_that_the_person_decides_about_contacts_whose_answer_was_lost(
    practising: Program,
    qtbot: QtBot,
    write_file: WriteFile,
    server: PracticeServer,
    choice: LostAnswerChoice,
    counts: RowCounts,
    sent: int,
) -> None:
    server.faults.add(Endpoint.UPLOAD, Reset(Stage.BEFORE_ANSWER), times=1)
    open_and_wait(practising, qtbot, write_file(*lines()))
    upload_and_wait(practising, qtbot)
    assert result_of(practising).counts == RowCounts(unknown=3)

    press(qtbot, practising.window.result_view.summary.next_button)
    dialog = practising.window.findChild(LostAnswerDialog)
    assert isinstance(dialog, LostAnswerDialog)
    assert not dialog.accept_button.isEnabled(), "nothing is chosen for the person"
    assert NUMBERS[0] in label(dialog, "lost_answer_numbers")
    press_choice = dialog.choices.button(choice)
    qtbot.mouseClick(press_choice, LEFT)
    press(qtbot, dialog.accept_button)

    result = wait_for_result(practising, qtbot, lambda result: result.state is JobState.COMPLETED)
    assert result.counts == counts
    assert uploads_to(server) == sent
    assert len(server.contacts) == 3


def test_that_a_decision_can_be_left_for_later(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    server.faults.add(Endpoint.UPLOAD, Reset(Stage.BEFORE_ANSWER), times=1)
    open_and_wait(practising, qtbot, write_file(*lines()))
    upload_and_wait(practising, qtbot)
    press(qtbot, practising.window.result_view.summary.next_button)
    dialog = practising.window.findChild(LostAnswerDialog)
    assert isinstance(dialog, LostAnswerDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not practising.workbench.upload.under_way
    assert result_of(practising).state is JobState.UNKNOWN
    assert uploads_to(server) == 1


def test_that_of_two_lost_files_the_person_decides_about_one_after_the_other(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    open_and_wait(practising, qtbot, write_file(*lines(12)))
    server.faults.add(Endpoint.UPLOAD, Reset(Stage.BEFORE_ANSWER), times=1)
    press(qtbot, practising.window.upload_bar.try_button)
    wait_for_result(practising, qtbot, lambda result: result.counts == RowCounts(unknown=10, waiting=2))
    job = result_of(practising).job
    assert job is not None
    journal = practising.desk.service.journal  # as if the program had died while it sent the others
    lost = replace(job.parts[1], state=PartState.UNKNOWN)
    journal.record(job.id, job.parts[1], lost)
    result = practising.desk.service.result(job.id)
    practising.workbench.upload.show_result(result)
    assert result.counts == RowCounts(unknown=12)

    for numbers in (NUMBERS[:3], NUMBERS[10:12]):
        press(qtbot, practising.window.result_view.summary.next_button)
        dialog = practising.window.findChild(LostAnswerDialog)
        assert isinstance(dialog, LostAnswerDialog)
        assert all(number in label(dialog, "lost_answer_numbers") for number in numbers)
        qtbot.mouseClick(dialog.choices.button(LostAnswerChoice.COUNT_AS_THERE), LEFT)
        press(qtbot, dialog.accept_button)
        wait_for_result(practising, qtbot, lambda _result: practising.window.result_view.isVisible())
        qtbot.waitUntil(lambda: practising.window.findChild(LostAnswerDialog) is None)
    assert result_of(practising).counts == RowCounts(already_there=12)
    assert uploads_to(server) == 1


# --- sent before -----------------------------------------------------------------------------------------


def test_that_the_same_rows_are_not_sent_once_more_without_a_question(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    path = write_file(*lines())
    open_and_wait(practising, qtbot, path)
    upload_and_wait(practising, qtbot)
    open_and_wait(practising, qtbot, write_file(*lines(), name="again.csv"))
    press(qtbot, practising.window.upload_bar.button)
    box = open_box(practising, qtbot, "sent_before")
    assert "3 added" in box.informativeText()
    press_in_box(qtbot, box, QMessageBox.ButtonRole.RejectRole)
    qtbot.waitUntil(lambda: practising.window.reviewing)
    assert uploads_to(server) == 1
    assert len(practising.desk.service.journal.jobs()) == 1

    press(qtbot, practising.window.upload_bar.button)
    press_in_box(qtbot, open_box(practising, qtbot, "sent_before"), QMessageBox.ButtonRole.DestructiveRole)
    result = wait_for_result(practising, qtbot, lambda result: result.counts.already_there == 3)
    assert result.counts == RowCounts(already_there=3)


def test_that_numbers_sent_before_are_asked_about_only_where_they_would_be_doubled(
    practising: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    window = practising.window
    open_and_wait(practising, qtbot, write_file(*lines(2)))
    upload_and_wait(practising, qtbot)
    open_and_wait(practising, qtbot, write_file(*lines(3), name="more.csv"))
    press(qtbot, window.upload_bar.button)
    wait_for_result(
        practising, qtbot, lambda result: result.counts == RowCounts(successful=1, already_there=2)
    )
    assert "2 of these 3 numbers were sent to this account before" in window.message_bar.text

    open_and_wait(practising, qtbot, write_file(*lines(4), name="most.csv"))
    window.upload_bar.duplicates.set_value("create_new")
    press(qtbot, window.upload_bar.button)
    box = open_box(practising, qtbot, "sent_before")
    assert "3 of these 4 numbers" in box.informativeText()
    press_in_box(qtbot, box, QMessageBox.ButtonRole.RejectRole)
    qtbot.waitUntil(lambda: window.reviewing)


def test_that_what_was_not_taken_is_sent_again_without_a_question(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    server.faults.add(Endpoint.UPLOAD, Refuse(402), times=1)
    open_and_wait(practising, qtbot, write_file(*lines()))
    upload_and_wait(practising, qtbot)
    assert result_of(practising).state is JobState.FAILED
    press(qtbot, practising.window.result_view.summary.back_button)
    press(qtbot, practising.window.upload_bar.button)
    wait_for_result(practising, qtbot, lambda result: result.counts == RowCounts(successful=3))


# --- another sign-in in the middle -----------------------------------------------------------------------


def test_that_a_sign_in_that_ends_in_the_middle_is_asked_for_and_the_same_job_goes_on(
    program: Program,
    account: Account,
    qtbot: QtBot,
    write_file: WriteFile,
    server: PracticeServer,
) -> None:
    program.accounts.load()
    open_and_wait(program, qtbot, write_file(*lines()))
    server.faults.add(Endpoint.STATUS, Refuse(401), times=1)
    server.faults.add(Endpoint.TOKEN, Refuse(401), times=1)
    press(qtbot, program.window.upload_bar.button)
    qtbot.waitUntil(lambda: program.account._dialog is not None and program.account._dialog.isVisible())
    dialog = program.account._dialog
    assert dialog is not None
    assert account.id in program.accounts.refused
    qtbot.keyClicks(dialog.api_key, server.api_key)
    qtbot.keyClicks(dialog.api_token, server.api_token)
    press(qtbot, dialog.save_button)
    result = wait_for_result(program, qtbot, lambda _result: True)
    assert (result.state, result.counts) == (JobState.COMPLETED, RowCounts(successful=3))
    assert uploads_to(server) == 1


def test_that_without_another_sign_in_the_upload_stays_with_exotel(
    program: Program, account: Account, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    program.accounts.load()
    open_and_wait(program, qtbot, write_file(*lines()))
    server.faults.add(Endpoint.STATUS, Refuse(401), times=1)
    server.faults.add(Endpoint.TOKEN, Refuse(401), times=1)
    press(qtbot, program.window.upload_bar.button)
    qtbot.waitUntil(lambda: program.account._dialog is not None and program.account._dialog.isVisible())
    assert program.account._dialog is not None
    program.account._dialog.reject()
    result = wait_for_result(program, qtbot, lambda _result: True)
    assert (result.state, result.counts) == (JobState.UNFINISHED, RowCounts(in_flight=3))
    press(qtbot, program.window.result_view.summary.next_button)
    wait_for_result(program, qtbot, lambda result: result.counts == RowCounts(successful=3))


# --- the next start --------------------------------------------------------------------------------------


def close_while_exotel_is_busy(
    program: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    server.faults.add(Endpoint.STATUS, StatusWord("processing"))
    open_and_wait(program, qtbot, write_file(*lines()))
    press(qtbot, program.window.upload_bar.button)
    panel = program.window.upload_panel
    qtbot.waitUntil(lambda: panel.cancel_button.text() == "Stop watching")  # Exotel's answer is here
    program.window.close()
    box = open_box(program, qtbot, "closing_question")
    press_in_box(qtbot, box, QMessageBox.ButtonRole.DestructiveRole)
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=15_000)
    server.faults.clear()


def test_that_an_upload_at_exotel_is_asked_about_by_itself_at_the_next_start(
    account: Account,
    start_program: StartProgram,
    qtbot: QtBot,
    write_file: WriteFile,
    server: PracticeServer,
) -> None:
    close_while_exotel_is_busy(start_program(), qtbot, write_file, server)
    program = start_program()
    program.get_ready()
    bar = program.window.message_bar
    qtbot.waitUntil(lambda: "all 3 contacts are in Exotel" in bar.text, timeout=15_000)
    assert uploads_to(server) == 1
    press(qtbot, bar.buttons[0])
    assert program.window.pages.currentWidget() is program.window.result_view
    assert label(program.window, "result_title") == "leads.csv: all 3 contacts are in Exotel"
    assert not program.window.result_view.summary.back_button.isVisible(), "no list is open"


def test_that_what_needs_a_person_is_said_at_the_next_start_and_nothing_is_sent(
    account: Account,
    start_program: StartProgram,
    qtbot: QtBot,
    write_file: WriteFile,
    server: PracticeServer,
) -> None:
    program = start_program()
    server.faults.add(Endpoint.UPLOAD, Reset(Stage.BEFORE_ANSWER), times=1)
    open_and_wait(program, qtbot, write_file(*lines()))
    upload_and_wait(program, qtbot)
    program.window.close()

    program = start_program()
    program.get_ready()
    bar = program.window.message_bar
    qtbot.waitUntil(lambda: "leads.csv from before has not ended" in bar.text, timeout=15_000)
    assert uploads_to(server) == 1


def test_that_refused_rows_of_an_upload_from_before_can_be_mended(
    account: Account,
    start_program: StartProgram,
    qtbot: QtBot,
    write_file: WriteFile,
    server: PracticeServer,
) -> None:
    program = start_program()
    open_and_wait(program, qtbot, write_file(f"{NUMBERS[0]},Asha,a@bounces.example,note", *lines()[1:]))
    upload_and_wait(program, qtbot)
    job = result_of(program).job
    assert job is not None
    program.window.close()

    program = start_program()
    program.workbench.upload.show_result(program.desk.service.result(job.id), reopened=True)
    press(qtbot, program.window.result_view.summary.fix_button)
    table = program.window.table_model.table
    assert table is not None
    assert (table.row_count, table.value(0, 3), table.row_number(0)) == (1, "note", 1)
    program.window.filter_model.setData(program.window.filter_model.index(0, 2), "a@example.com")
    upload_and_wait(program, qtbot)
    result = result_of(program)
    assert result.counts == RowCounts(successful=3)
    assert result.job is not None
    assert (result.job.id, result.job.attempts) == (job.id, 2)


def test_that_closing_does_not_wait_for_what_is_only_asked_about(
    account: Account,
    start_program: StartProgram,
    qtbot: QtBot,
    write_file: WriteFile,
    server: PracticeServer,
) -> None:
    close_while_exotel_is_busy(start_program(), qtbot, write_file, server)
    server.faults.add(Endpoint.STATUS, Stall())
    program = start_program()
    program.get_ready()
    qtbot.waitUntil(lambda: server.faults.wait_until_stalled(timeout=0))
    program.window.close()
    qtbot.waitUntil(lambda: not program.window.isVisible())
    assert not program.stuck
