"""What is sent and asked when an upload goes on: what its button said, to the account it went to."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from exogui.exotel.account_store import AccountStore
from exogui.exotel.accounts import Account, ApiKey, DataCentre
from exogui.exotel.keychain import SessionKeychain
from exogui.gui.dialogs.lost_answer_dialog import LostAnswerDialog
from exogui.gui.program import Program
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Refuse, Reset, Stage
from exogui.practice.server import PracticeServer
from exogui.uploads.choices import LostAnswerChoice
from exogui.uploads.result import UploadResult
from exogui.uploads.row_counts import RowCounts
from tests.gui.program.conftest import StartProgram, WriteFile, open_and_wait

LEFT = Qt.MouseButton.LeftButton
NUMBERS = [f"+9198765432{number:02}" for number in range(12)]
LINES = [f"{number},Asha,," for number in NUMBERS]


@pytest.fixture
def account(server: PracticeServer, config: Path, keychain: SessionKeychain) -> Account:
    """A person's own account, whose Exotel outlives the program."""
    made = Account("Acme", server.account_sid, DataCentre.OTHER, other_address=server.base_url, id="acme")
    AccountStore(config).save(made)
    keychain.save(made.id, ApiKey(server.api_key, server.api_token))
    return made


@pytest.fixture
def signed_in(program: Program, account: Account) -> Program:
    program.accounts.load()
    return program


def press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, LEFT)


def wait_for_counts(program: Program, qtbot: QtBot, counts: RowCounts) -> UploadResult:
    upload = program.workbench.upload

    def there() -> bool:
        return not upload.under_way and upload.result is not None and upload.result.counts == counts

    qtbot.waitUntil(there, timeout=15_000)
    assert upload.result is not None
    return upload.result


def try_ten(program: Program, qtbot: QtBot, path: Path) -> None:
    open_and_wait(program, qtbot, path)
    press(qtbot, program.window.upload_bar.try_button)


def next_button(program: Program) -> QPushButton:
    return program.window.result_view.summary.next_button


def wait_until_idle(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not program.desk.background.busy and program.desk.resume.idle, timeout=15_000)


# --- what is sent ----------------------------------------------------------------------------------------


def test_that_asking_again_about_the_first_ten_does_not_send_the_others(
    signed_in: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    server.faults.add(Endpoint.STATUS, Refuse(403), times=1)
    try_ten(signed_in, qtbot, write_file(*LINES))
    wait_for_counts(signed_in, qtbot, RowCounts(in_flight=10, waiting=2))
    assert next_button(signed_in).text() == "Ask Exotel again"

    press(qtbot, next_button(signed_in))
    wait_for_counts(signed_in, qtbot, RowCounts(successful=10, waiting=2))
    assert len(server.uploads) == 1
    assert next_button(signed_in).text() == "Send the other 2 contacts"


@pytest.mark.parametrize(
    ("choice", "counts"),
    [
        (LostAnswerChoice.SEND_AGAIN, RowCounts(already_there=10, waiting=2)),
        (LostAnswerChoice.COUNT_AS_THERE, RowCounts(already_there=10, waiting=2)),
    ],
)
def test_that_a_decision_about_lost_contacts_sends_no_others(
    signed_in: Program,
    qtbot: QtBot,
    write_file: WriteFile,
    server: PracticeServer,
    choice: LostAnswerChoice,
    counts: RowCounts,
) -> None:
    server.faults.add(Endpoint.UPLOAD, Reset(Stage.BEFORE_ANSWER), times=1)
    try_ten(signed_in, qtbot, write_file(*LINES))
    wait_for_counts(signed_in, qtbot, RowCounts(unknown=10, waiting=2))
    press(qtbot, next_button(signed_in))
    dialog = signed_in.window.findChild(LostAnswerDialog)
    assert isinstance(dialog, LostAnswerDialog)
    qtbot.mouseClick(dialog.choices.button(choice), LEFT)
    press(qtbot, dialog.accept_button)

    wait_for_counts(signed_in, qtbot, counts)
    assert len(server.contacts) == 10


def test_that_a_decision_made_twice_is_carried_out_once(
    account: Account, start_program: StartProgram, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    program = start_program()
    server.faults.add(Endpoint.UPLOAD, Reset(Stage.BEFORE_ANSWER))
    open_and_wait(program, qtbot, write_file(*LINES[:3]))
    press(qtbot, program.window.upload_bar.button)
    result = wait_for_counts(program, qtbot, RowCounts(unknown=3))
    assert result.job is not None
    press(qtbot, program.window.result_view.summary.new_button)
    program.workbench.upload.show_result(program.desk.service.result(result.job.id), reopened=True)
    for _ in range(2):  # the result stays on show while it goes on
        press(qtbot, next_button(program))
        dialog = program.window.findChildren(LostAnswerDialog)[-1]
        qtbot.mouseClick(dialog.choices.button(LostAnswerChoice.SEND_AGAIN), LEFT)
        press(qtbot, dialog.accept_button)
    wait_until_idle(program, qtbot)
    assert len(server.uploads) == 2, "each time the answer got lost, and nobody decided about the second"


# --- where it is sent ------------------------------------------------------------------------------------


def job_that_waits(program: Program, qtbot: QtBot, write_file: WriteFile) -> str:
    try_ten(program, qtbot, write_file(*LINES))
    result = wait_for_counts(program, qtbot, RowCounts(successful=10, waiting=2))
    assert result.job is not None
    return result.job.id


def test_that_what_waits_is_not_sent_to_an_account_that_is_another_one_now(
    signed_in: Program,
    qtbot: QtBot,
    write_file: WriteFile,
    server: PracticeServer,
    account: Account,
    config: Path,
) -> None:
    job_that_waits(signed_in, qtbot, write_file)
    AccountStore(config).save(dataclasses.replace(account, account_sid="somebody_else"))
    signed_in.accounts.load()
    requests = len(server.requests)

    press(qtbot, next_button(signed_in))
    wait_until_idle(signed_in, qtbot)
    assert "none of your accounts has its account SID" in signed_in.window.message_bar.text
    assert len(server.requests) == requests


def test_that_an_account_that_was_forgotten_and_added_again_goes_on_with_its_uploads(
    signed_in: Program,
    qtbot: QtBot,
    write_file: WriteFile,
    account: Account,
    config: Path,
    keychain: SessionKeychain,
    server: PracticeServer,
) -> None:
    job_that_waits(signed_in, qtbot, write_file)
    with qtbot.waitSignal(signed_in.accounts.forgotten):
        signed_in.accounts.forget(account)
    press(qtbot, next_button(signed_in))
    assert "Add it under Accounts" in signed_in.window.message_bar.text

    again = dataclasses.replace(account, name="Acme once more", id="acme_2")
    with qtbot.waitSignal(signed_in.accounts.saved):
        signed_in.accounts.save(again, ApiKey(server.api_key, server.api_token))
    press(qtbot, next_button(signed_in))
    wait_for_counts(signed_in, qtbot, RowCounts(successful=12))


def test_that_mended_rows_are_a_new_upload_where_the_account_is_another_one_now(
    signed_in: Program,
    qtbot: QtBot,
    write_file: WriteFile,
    account: Account,
    config: Path,
    server: PracticeServer,
) -> None:
    open_and_wait(signed_in, qtbot, write_file(f"{NUMBERS[0]},Asha,a@bounces.example,", LINES[1]))
    window = signed_in.window
    window.upload_bar.list_id.setText("list_1")
    press(qtbot, window.upload_bar.button)
    wait_for_counts(signed_in, qtbot, RowCounts(successful=1, refused=1))
    window.upload_bar.list_id.setText("list_2")  # for the next list
    signed_in.accounts.choose_practice()
    qtbot.waitUntil(lambda: signed_in.accounts.practising)
    press(qtbot, window.result_view.summary.fix_button)
    signed_in.accounts.choose(account.id)
    assert not window.upload_bar.list_id.isEnabled(), "an attempt goes where the first one went"
    assert window.upload_bar.list_id.text() == "list_1"
    AccountStore(config).save(dataclasses.replace(account, account_sid="somebody_else"))
    signed_in.accounts.load()
    assert signed_in.window.upload_bar.list_id.isEnabled()


# --- rows that are mended --------------------------------------------------------------------------------


def test_that_rows_of_an_attempt_are_not_sent_once_more_without_a_question(
    signed_in: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    window = signed_in.window
    window.upload_bar.duplicates.set_value("create_new")
    open_and_wait(signed_in, qtbot, write_file(f"{NUMBERS[0]},Asha,a@bounces.example,", LINES[1]))
    press(qtbot, window.upload_bar.button)
    wait_for_counts(signed_in, qtbot, RowCounts(successful=1, refused=1))
    press(qtbot, window.result_view.summary.fix_button)
    window.filter_model.setData(window.filter_model.index(0, 2), "a@example.com")
    press(qtbot, window.upload_bar.button)
    wait_for_counts(signed_in, qtbot, RowCounts(successful=2))

    press(qtbot, window.result_view.summary.back_button)
    press(qtbot, window.upload_bar.button)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "sent_before") is not None, timeout=15_000)
    question = window.findChild(QMessageBox, "sent_before")
    assert isinstance(question, QMessageBox)
    question.reject()
    qtbot.waitUntil(lambda: window.reviewing)
    assert len(server.contacts) == 2


def test_that_an_attempt_of_which_nothing_left_is_one_again(
    signed_in: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    window = signed_in.window
    open_and_wait(signed_in, qtbot, write_file(f"{NUMBERS[0]},Asha,a@bounces.example,", LINES[1]))
    press(qtbot, window.upload_bar.button)
    wait_for_counts(signed_in, qtbot, RowCounts(successful=1, refused=1))
    press(qtbot, window.result_view.summary.fix_button)
    window.filter_model.setData(window.filter_model.index(0, 2), "a@example.com")
    server.faults.add(Endpoint.UPLOAD, Refuse(402), times=1)
    press(qtbot, window.upload_bar.button)
    qtbot.waitUntil(lambda: not window.sending and not window.reviewing, timeout=15_000)
    press(qtbot, window.result_view.summary.back_button)
    press(qtbot, window.upload_bar.button)
    result = wait_for_counts(signed_in, qtbot, RowCounts(successful=2))
    assert result.job is not None
    assert len(signed_in.desk.service.journal.jobs()) == 1
