"""Sign-ins that uploads wait for, while the person or another upload is busy with accounts too."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from exogui.exotel.account_store import AccountStore
from exogui.exotel.accounts import Account, ApiKey, DataCentre
from exogui.exotel.keychain import SessionKeychain
from exogui.gui.dialogs.account_dialog import AccountDialog
from exogui.gui.program import Program
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Refuse
from exogui.practice.server import PracticeServer
from exogui.uploads.result import JobState
from exogui.uploads.row_counts import RowCounts
from tests.gui.program.conftest import WriteFile, open_and_wait

LEFT = Qt.MouseButton.LeftButton
LINES = ("+919876543210,Asha,,", "+919876543211,Ravi,,")


@pytest.fixture
def account(server: PracticeServer, config: Path, keychain: SessionKeychain) -> Account:
    made = Account("Acme", server.account_sid, DataCentre.OTHER, other_address=server.base_url, id="acme")
    AccountStore(config).save(made)
    keychain.save(made.id, ApiKey(server.api_key, server.api_token))
    return made


@pytest.fixture
def refused(
    program: Program, account: Account, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> Program:
    """An upload whose sign-in Exotel is about to refuse, once it has the contacts."""
    program.accounts.load()
    open_and_wait(program, qtbot, write_file(*LINES))
    server.faults.add(Endpoint.STATUS, Refuse(401), times=1)
    server.faults.add(Endpoint.TOKEN, Refuse(401), times=1)
    return program


def press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, LEFT)


def dialog_of(program: Program) -> AccountDialog:
    found = program.window.findChild(AccountDialog, "account_dialog")
    assert isinstance(found, AccountDialog)
    return found


def wait_for_question(program: Program, account: Account, qtbot: QtBot) -> AccountDialog:
    def asked() -> bool:
        dialog = program.window.findChild(AccountDialog, "account_dialog")
        return (
            isinstance(dialog, AccountDialog)
            and dialog.isVisible()
            and dialog.form.account_id == account.id
            and "sign-in" in dialog.message.text
        )

    qtbot.waitUntil(asked, timeout=15_000)
    return dialog_of(program)


def sign_in(dialog: AccountDialog, qtbot: QtBot, server: PracticeServer) -> None:
    qtbot.keyClicks(dialog.api_key, server.api_key)
    qtbot.keyClicks(dialog.api_token, server.api_token)
    press(qtbot, dialog.save_button)


def test_that_a_question_waits_until_the_person_is_done_with_another_account(
    refused: Program, account: Account, qtbot: QtBot, server: PracticeServer
) -> None:
    press(qtbot, refused.window.upload_bar.button)
    refused.account.add_account()
    dialog = dialog_of(refused)
    qtbot.keyClicks(dialog.name, "Another")
    qtbot.waitUntil(lambda: account.id in refused.accounts.refused, timeout=15_000)
    assert (dialog.form.account_id, dialog.form.name) == ("", "Another")

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert refused.workbench.upload.under_way, "it was another account that was given up"
    sign_in(wait_for_question(refused, account, qtbot), qtbot, server)
    upload = refused.workbench.upload
    qtbot.waitUntil(lambda: not upload.under_way, timeout=15_000)
    assert upload.result is not None
    assert upload.result.counts == RowCounts(successful=2)
    assert len(server.uploads) == 1


def test_that_what_has_been_entered_stays_when_another_upload_wants_the_same_sign_in(
    refused: Program, account: Account, qtbot: QtBot, server: PracticeServer
) -> None:
    press(qtbot, refused.window.upload_bar.button)
    dialog = wait_for_question(refused, account, qtbot)
    qtbot.keyClicks(dialog.api_key, server.api_key)
    with qtbot.waitSignal(refused.accounts.credentials_ready):
        refused.accounts.fetch_credentials(account)  # the sign-in that was refused
    refused.accounts.credentials_missing.emit(account, None)
    assert dialog.isVisible()
    assert dialog.form.api_key == server.api_key
    assert refused.workbench.upload.under_way

    qtbot.keyClicks(dialog.api_token, server.api_token)
    press(qtbot, dialog.save_button)
    upload = refused.workbench.upload
    qtbot.waitUntil(lambda: not upload.under_way, timeout=15_000)
    assert upload.result is not None
    assert upload.result.counts == RowCounts(successful=2)


def test_that_a_sign_in_at_another_place_is_never_sent_to_the_one_before(
    refused: Program, account: Account, qtbot: QtBot, server: PracticeServer
) -> None:
    press(qtbot, refused.window.upload_bar.button)
    dialog = wait_for_question(refused, account, qtbot)
    dialog.account_sid.clear()
    qtbot.keyClicks(dialog.account_sid, "elsewhere")
    requests = len(server.requests)
    sign_in(dialog, qtbot, server)
    upload = refused.workbench.upload
    qtbot.waitUntil(lambda: not upload.under_way, timeout=15_000)
    assert upload.result is not None
    assert (upload.result.state, upload.result.counts) == (JobState.UNFINISHED, RowCounts(in_flight=2))
    assert len(server.requests) == requests


def test_that_a_missing_sign_in_of_another_account_leaves_the_open_dialog_alone(
    program: Program, account: Account, qtbot: QtBot
) -> None:
    program.account.add_account()
    dialog = dialog_of(program)
    qtbot.keyClicks(dialog.name, "Another")
    with qtbot.waitSignal(program.accounts.credentials_missing):
        program.accounts.fetch_credentials(dataclasses.replace(account, id="unknown"))
    assert (dialog.form.account_id, dialog.form.name) == ("", "Another")
