"""Accounts entered, tested, saved, used and forgotten in the window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from exogui.exotel.accounts import Account, ApiKey, Credentials, DataCentre
from exogui.exotel.keychain import KeychainFull, KeychainLocked, KeychainUnavailable, SessionKeychain
from exogui.gui.dialogs.account_dialog import AccountDialog
from exogui.gui.program import Program
from exogui.practice.server import PracticeServer
from tests.gui.program.conftest import StartProgram, WriteFile, open_and_wait, upload_and_wait

GOOD = "+919876543210"


def dialog_of(program: Program) -> AccountDialog:
    found = program.window.findChild(AccountDialog, "account_dialog")
    assert isinstance(found, AccountDialog)
    return found


def fill_in(
    program: Program, qtbot: QtBot, server: PracticeServer, *, token: str | None = None
) -> AccountDialog:
    program.account.add_account()
    dialog = dialog_of(program)
    dialog.data_centre.set_value(DataCentre.OTHER)
    entries: dict[QWidget, str] = {
        dialog.name: "Acme",
        dialog.address: server.base_url,
        dialog.account_sid: server.account_sid,
        dialog.api_key: f" {server.api_key} ",  # pasted, with what came along
        dialog.api_token: token or server.api_token,
    }
    for field, text in entries.items():
        qtbot.keyClicks(field, text)
    return dialog


def press(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def save(program: Program, qtbot: QtBot, server: PracticeServer) -> None:
    dialog = fill_in(program, qtbot, server)
    press(qtbot, dialog.save_button)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_that_an_account_is_tested_saved_used_and_there_after_a_restart(
    start_program: StartProgram,
    qtbot: QtBot,
    server: PracticeServer,
    keychain: SessionKeychain,
    config: Path,
    write_file: WriteFile,
) -> None:
    program = start_program()
    dialog = fill_in(program, qtbot, server)
    press(qtbot, dialog.test_button)
    qtbot.waitUntil(lambda: "accepts this sign-in" in dialog.message.text)
    press(qtbot, dialog.save_button)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert program.window.account_button.text().startswith("Acme")
    assert dialog.api_token.text() == ""

    saved = (config / "accounts.json").read_text(encoding="utf-8")
    assert server.api_token not in saved
    assert server.api_key not in saved
    account = json.loads(saved)["accounts"][0]
    assert keychain.load(account["id"]) == ApiKey(server.api_key, server.api_token)
    program.window.close()

    again = start_program()
    assert again.window.account_button.text().startswith("Acme")
    open_and_wait(again, qtbot, write_file(f"{GOOD},Asha,,"))
    upload_and_wait(again, qtbot)
    assert len(server.contacts) == 1


def test_that_a_wrong_key_is_said_in_the_dialog(
    program: Program, qtbot: QtBot, server: PracticeServer
) -> None:
    dialog = fill_in(program, qtbot, server, token="wrong")
    press(qtbot, dialog.test_button)
    qtbot.waitUntil(lambda: dialog.message.text != "" and dialog.test_button.isEnabled())
    assert "key" in dialog.message.text
    assert "wrong" not in dialog.message.text.split()
    assert dialog.isVisible()


def test_that_forgetting_removes_every_trace(
    program: Program, qtbot: QtBot, server: PracticeServer, keychain: SessionKeychain, config: Path
) -> None:
    save(program, qtbot, server)
    account = program.accounts.accounts[0]
    program.window.upload_bar.list_id.setText("list_8841")
    program.account.edit_account(account.id)
    dialog = dialog_of(program)
    press(qtbot, dialog.forget_button)
    press(qtbot, dialog.forget_yes_button)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    program.window.close()
    assert keychain.load(account.id) is None
    left = "".join(path.read_text(encoding="utf-8") for path in config.iterdir())
    assert account.id not in left
    assert server.account_sid not in left
    assert program.accounts.current is None
    assert program.window.account_button.text() == "Add account"


class DeadKeychain:
    """A keychain that does not work, in one of the ways in which keychains do not work."""

    lasting = True

    def __init__(self, error: type[Exception]) -> None:
        self._error = error

    def save(self, account_id: str, credentials: Credentials) -> None:
        raise self._error

    def load(self, account_id: str) -> Credentials | None:
        raise self._error

    def forget(self, account_id: str) -> None:
        raise self._error


@pytest.mark.parametrize("error", [KeychainUnavailable, KeychainLocked, KeychainFull])
def test_that_without_a_keychain_the_sign_in_works_for_this_session_and_that_is_said(
    program: Program, qtbot: QtBot, server: PracticeServer, write_file: WriteFile, error: type[Exception]
) -> None:
    program.accounts._keychain = DeadKeychain(error)
    program.account.add_account()
    said = dialog_of(program).findChild(QLabel, "account_kept")
    assert isinstance(said, QLabel)
    for_session = error is KeychainUnavailable
    qtbot.waitUntil(lambda: ("no keychain" in said.text()) is for_session and not program.accounts.busy)
    save(program, qtbot, server)
    assert program.window.message_bar.isVisible()
    assert "Until you close exogui" in program.window.message_bar.text
    open_and_wait(program, qtbot, write_file(f"{GOOD},Asha,,"))
    upload_and_wait(program, qtbot)
    assert len(server.contacts) == 1


def test_that_credentials_nobody_knows_are_asked_for_and_the_upload_goes_on(
    start_program: StartProgram,
    qtbot: QtBot,
    server: PracticeServer,
    keychain: SessionKeychain,
    write_file: WriteFile,
) -> None:
    first = start_program()
    save(first, qtbot, server)
    account = first.accounts.accounts[0]
    first.window.close()
    keychain.forget(account.id)

    program = start_program()
    open_and_wait(program, qtbot, write_file(f"{GOOD},Asha,,"))
    press(qtbot, program.window.upload_bar.button)
    qtbot.waitUntil(lambda: program.window.findChild(AccountDialog, "account_dialog") is not None)
    dialog = dialog_of(program)
    assert "Acme" in dialog.message.text
    qtbot.keyClicks(dialog.api_key, server.api_key)
    qtbot.keyClicks(dialog.api_token, server.api_token)
    press(qtbot, dialog.save_button)
    qtbot.waitUntil(lambda: program.workbench.upload.result is not None, timeout=15_000)
    assert len(server.contacts) == 1


def test_that_giving_up_the_sign_in_sends_nothing_and_keeps_the_rows(
    start_program: StartProgram,
    qtbot: QtBot,
    server: PracticeServer,
    keychain: SessionKeychain,
    write_file: WriteFile,
) -> None:
    first = start_program()
    save(first, qtbot, server)
    account: Account = first.accounts.accounts[0]
    first.window.close()
    keychain.forget(account.id)
    program = start_program()
    open_and_wait(program, qtbot, write_file(f"{GOOD},Asha,,"))
    press(qtbot, program.window.upload_bar.button)
    qtbot.waitUntil(lambda: program.window.findChild(AccountDialog, "account_dialog") is not None)
    qtbot.keyClick(dialog_of(program), Qt.Key.Key_Escape)
    assert not program.workbench.upload.under_way
    assert program.window.upload_bar.button.isEnabled()
    assert server.requests == ()


def test_that_the_last_of_several_accounts_used_is_used_again(
    start_program: StartProgram, qtbot: QtBot, server: PracticeServer
) -> None:
    program = start_program()
    save(program, qtbot, server)
    program.account.add_account()
    dialog = dialog_of(program)
    qtbot.keyClicks(dialog.name, "acme")
    press(qtbot, dialog.save_button)
    assert dialog.isVisible()  # the name is taken, and the rest is missing
    qtbot.keyClicks(dialog.name, " South")
    for field, text in (
        (dialog.account_sid, "acme2"),
        (dialog.api_key, "key"),
        (dialog.api_token, "token"),
    ):
        qtbot.keyClicks(field, text)
    press(qtbot, dialog.save_button)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    program.accounts.choose(program.accounts.accounts[0].id)
    program.window.close()
    again = start_program()
    assert [account.name for account in again.accounts.accounts] == ["Acme", "acme South"]
    assert again.window.account_button.text().startswith("Acme ·")


def test_that_an_account_list_that_cannot_be_understood_is_said_and_kept(
    start_program: StartProgram, config: Path
) -> None:
    config.mkdir()
    (config / "accounts.json").write_text("{")
    program = start_program()
    assert "accounts-damaged-" in program.window.message_bar.text
    assert program.window.account_button.text() == "Add account"
    [kept] = config.glob("accounts-damaged-*.json")
    assert kept.read_text() == "{"
