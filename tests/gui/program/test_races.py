"""What happens at the same time: what is shown is what is sent, and no upload is lost or left hanging."""

from __future__ import annotations

import tempfile
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exogui.contacts.schema import Field
from exogui.exotel.account_store import AccountStore
from exogui.exotel.accounts import Account, ApiKey, Credentials, DataCentre
from exogui.exotel.keychain import SessionKeychain
from exogui.gui.dialogs.account_dialog import AccountDialog
from exogui.gui.program import Program
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import StatusWord
from exogui.practice.server import PracticeServer
from exogui.uploads.result import JobState
from tests.gui.program.conftest import StartProgram, WriteFile, open_and_wait, upload_and_wait

GOOD, OTHER = "+919876543210", "+6581234567"


class PatientKeychain(SessionKeychain):
    """Answers when it is let: a keychain may ask the person first."""

    def __init__(self) -> None:
        super().__init__()
        self.answer = threading.Event()

    def load(self, account_id: str) -> Credentials | None:
        self.answer.wait(20)
        return super().load(account_id)


@pytest.fixture
def keychain() -> PatientKeychain:
    return PatientKeychain()


@pytest.fixture
def signed_up(
    start_program: StartProgram, server: PracticeServer, keychain: PatientKeychain, qtbot: QtBot
) -> Program:
    """The program with a saved account, whose keychain has not answered yet."""
    program = start_program()
    account = Account("Acme", server.account_sid, DataCentre.OTHER, other_address=server.base_url)
    with qtbot.waitSignal(program.accounts.saved):
        program.accounts.save(account, ApiKey(server.api_key, server.api_token))
    program.accounts._in_memory.clear()  # as after a restart
    return program


def press(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def sent_to(server: PracticeServer) -> list[bytes]:
    return [request.body for request in server.requests if request.path.endswith("/contacts/upload")]


# --- before the upload begins ----------------------------------------------------------------------------


def test_that_pressing_twice_sends_once(
    signed_up: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer, keychain: PatientKeychain
) -> None:
    open_and_wait(signed_up, qtbot, write_file(f"{GOOD},Asha,,"))
    button = signed_up.window.upload_bar.button
    press(qtbot, button)
    signed_up.window.upload_bar.upload_requested.emit(signed_up.window.upload_bar.choices)
    press(qtbot, button)
    keychain.answer.set()
    qtbot.waitUntil(lambda: signed_up.workbench.upload.result is not None)
    assert not signed_up.workbench.upload.under_way
    assert len(sent_to(server)) == 1


def test_that_a_cell_changed_while_the_keychain_asks_is_sent_as_it_is_shown(
    signed_up: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer, keychain: PatientKeychain
) -> None:
    open_and_wait(signed_up, qtbot, write_file(f"{GOOD},Asha,,", f"{OTHER},Mei,,"))
    press(qtbot, signed_up.window.upload_bar.button)
    rows = signed_up.window.filter_model
    rows.setData(rows.index(0, 0), "12")
    keychain.answer.set()
    qtbot.waitUntil(lambda: signed_up.workbench.upload.result is not None)
    [body] = sent_to(server)
    assert OTHER.encode() in body
    assert b"Asha" not in body


def test_that_a_file_opened_while_the_keychain_asks_stops_the_upload_of_the_one_before(
    signed_up: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer, keychain: PatientKeychain
) -> None:
    open_and_wait(signed_up, qtbot, write_file(f"{GOOD},Asha,,"))
    press(qtbot, signed_up.window.upload_bar.button)
    signed_up.workbench.review.open_file(write_file(f"{OTHER},Mei,,", name="second.csv"))
    qtbot.waitUntil(lambda: signed_up.window.filter_model.index(0, 1).data() == "Mei")
    keychain.answer.set()
    qtbot.waitUntil(lambda: "Another file" in signed_up.window.message_bar.text)
    assert sent_to(server) == []
    upload_and_wait(signed_up, qtbot)
    [body] = sent_to(server)
    assert b"Mei" in body


def test_that_nothing_is_sent_while_another_file_is_being_read(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    open_and_wait(practising, qtbot, write_file(f"{GOOD},Asha,,"))
    large = write_file(*[f"{OTHER},Mei,,"] * 20_000, name="large.csv")
    practising.workbench.review.open_file(large)
    press(qtbot, practising.window.upload_bar.button)
    assert "still working" in practising.window.message_bar.text
    qtbot.waitUntil(lambda: not practising.workbench.contacts.busy)
    assert practising.window.reviewing
    assert not practising.workbench.upload.under_way
    assert sent_to(server) == []


def test_that_nothing_is_sent_while_a_column_is_being_judged_anew(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    lines = [f"+9198765{number:05},Asha,+9199999{number:05}" for number in range(5_000)]
    open_and_wait(practising, qtbot, write_file(*lines, header="Mobile,First Name,Landline"))
    practising.window.review_view.mapping_requested.emit(2, Field.PHONE_NUMBER)
    assert practising.workbench.contacts.busy
    press(qtbot, practising.window.upload_bar.button)
    assert not practising.workbench.upload.under_way
    qtbot.waitUntil(lambda: not practising.workbench.contacts.busy)
    upload_and_wait(practising, qtbot)
    [body] = sent_to(server)
    assert b"+919999900000" in body
    assert b"+919876500000" not in body


def test_that_forgetting_the_account_that_is_asked_about_gives_the_upload_up(
    signed_up: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer, keychain: PatientKeychain
) -> None:
    account = signed_up.accounts.current
    assert account is not None
    keychain.forget(account.id)
    keychain.answer.set()
    open_and_wait(signed_up, qtbot, write_file(f"{GOOD},Asha,,"))
    press(qtbot, signed_up.window.upload_bar.button)
    qtbot.waitUntil(lambda: signed_up.window.findChild(AccountDialog) is not None)
    dialog = signed_up.window.findChild(AccountDialog)
    assert isinstance(dialog, AccountDialog)
    press(qtbot, dialog.forget_button)
    press(qtbot, dialog.forget_yes_button)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert not signed_up.workbench.upload.under_way
    assert signed_up.window.upload_bar.button.isEnabled()


def test_that_looking_at_accounts_while_the_keychain_asks_does_not_give_the_upload_up(
    signed_up: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer, keychain: PatientKeychain
) -> None:
    open_and_wait(signed_up, qtbot, write_file(f"{GOOD},Asha,,"))
    press(qtbot, signed_up.window.upload_bar.button)
    signed_up.account.edit_current_account()
    dialog = signed_up.window.findChild(AccountDialog)
    assert isinstance(dialog, AccountDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    keychain.answer.set()
    qtbot.waitUntil(lambda: signed_up.workbench.upload.result is not None, timeout=15_000)
    assert len(sent_to(server)) == 1


# --- while it is under way -------------------------------------------------------------------------------


def test_that_another_account_and_forgetting_change_nothing_for_an_upload_under_way(
    signed_up: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer, keychain: PatientKeychain
) -> None:
    keychain.answer.set()
    server.faults.add(Endpoint.STATUS, StatusWord("processing"))
    account = signed_up.accounts.current
    assert account is not None
    open_and_wait(signed_up, qtbot, write_file(f"{GOOD},Asha,,"))
    press(qtbot, signed_up.window.upload_bar.button)
    qtbot.waitUntil(lambda: bool(sent_to(server)))
    signed_up.accounts.choose_practice()
    with qtbot.waitSignal(signed_up.accounts.forgotten):
        signed_up.accounts.forget(account)
    server.faults.clear()
    qtbot.waitUntil(lambda: signed_up.workbench.upload.result is not None, timeout=15_000)
    assert signed_up.workbench.upload.result is not None
    assert signed_up.workbench.upload.result.state is JobState.COMPLETED
    assert len(sent_to(server)) == 1
    assert signed_up.accounts.practising


def test_that_a_folder_that_cannot_be_removed_does_not_hide_the_result(
    practising: Program, qtbot: QtBot, write_file: WriteFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A virus scanner may hold the file that was sent."""

    def in_use(_folder: object, _name: str, ignore_errors: bool = False) -> None:
        if not ignore_errors:
            raise PermissionError(13, "in use")

    open_and_wait(practising, qtbot, write_file(f"{GOOD},Asha,,"))
    with monkeypatch.context() as patched:
        patched.setattr(tempfile.TemporaryDirectory, "_rmtree", in_use)
        upload_and_wait(practising, qtbot)
    assert practising.workbench.upload.result is not None
    assert practising.workbench.upload.result.state is JobState.COMPLETED


def test_that_settings_that_cannot_be_written_leave_no_secret_behind(
    start_program: StartProgram, qtbot: QtBot, keychain: PatientKeychain, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_store: AccountStore, _contents: object) -> None:
        raise PermissionError(13, "Permission denied")

    program = start_program()
    monkeypatch.setattr(AccountStore, "_write", refuse)
    keychain.answer.set()
    account = Account("Acme", "acme")
    with qtbot.waitSignal(program.accounts.failed):
        program.accounts.save(account, ApiKey("key", "token"))
    assert keychain.load(account.id) is None
    assert "Permission denied" in program.window.message_bar.text
