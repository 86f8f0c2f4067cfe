"""The window under a policy of the organisation."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from exogui.exotel.account_store import AccountStore
from exogui.exotel.accounts import Account, ApiKey, DataCentre
from exogui.exotel.keychain import SessionKeychain
from exogui.gui.dialogs.account_dialog import AccountDialog
from exogui.gui.program import Program
from exogui.policy.faults import PolicyFault
from exogui.policy.policy import Policy
from exogui.practice.server import PracticeServer
from tests.gui.program.conftest import StartProgram, WriteFile, open_and_wait, upload_and_wait

GOOD = "+919876543210,Asha,asha@example.com,-"
OFF = "Switched off by your organisation."

under = pytest.mark.parametrize


def dialog_of(program: Program) -> AccountDialog:
    found = program.window.findChild(AccountDialog, "account_dialog")
    assert isinstance(found, AccountDialog)
    return found


def practice_action(program: Program) -> QAction:
    action = program.window.account_button.findChild(QAction, "account_practice")
    assert isinstance(action, QAction)
    return action


def account_at(server: PracticeServer) -> Account:
    return Account("Acme", server.account_sid, DataCentre.OTHER, other_address=server.base_url)


# --- presets ----------------------------------------------------------------------------------------------


@under("policy", [Policy(data_centre="mumbai", account_sid="acme1", account_name="Acme Mumbai")])
def test_that_a_new_account_begins_as_preset_and_can_be_changed(program: Program, qtbot: QtBot) -> None:
    program.account.add_account()
    dialog = dialog_of(program)
    form = dialog.form
    assert (form.name, form.data_centre, form.account_sid) == ("Acme Mumbai", DataCentre.MUMBAI, "acme1")
    qtbot.waitUntil(dialog.api_key.hasFocus)  # the first thing that is left to enter
    dialog.account_sid.clear()
    qtbot.keyClicks(dialog.account_sid, "other2")
    dialog.data_centre.set_value(DataCentre.SINGAPORE)
    assert (dialog.form.account_sid, dialog.form.data_centre) == ("other2", DataCentre.SINGAPORE)
    dialog.reject()


@under("policy", [Policy(data_centre="mumbai", account_sid="acme1", account_name="Acme")])
def test_that_a_second_account_is_not_begun_as_the_first(program: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.accounts.saved):
        program.accounts.save(Account("ACME", "acme1", DataCentre.MUMBAI), ApiKey("k", "t"))
    program.account.add_account()
    form = dialog_of(program).form
    assert (form.name, form.data_centre, form.account_sid) == ("", DataCentre.MUMBAI, "")
    dialog_of(program).reject()


@under("policy", [Policy(country="SG")])
def test_that_the_country_on_offer_is_the_preset_until_another_is_chosen(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file("91234567,Asha,,-", "81234567,Ravi,,-"))
    assert program.workbench.review.country == "SG"
    program._settings.country = "IN"
    assert program._settings.country == "IN"


# --- what is not allowed ----------------------------------------------------------------------------------


@under("policy", [Policy(practice_account=False)])
def test_that_without_the_practice_account_nothing_offers_it(program: Program, qtbot: QtBot) -> None:
    sample = program.window.empty_view.drop_area.sample_button
    assert not sample.isEnabled()
    assert (sample.toolTip(), sample.accessibleDescription()) == (OFF, OFF)
    action = practice_action(program)
    assert not action.isEnabled()
    assert action.text() == "Practice account (switched off by your organisation)"
    program.accounts.choose_practice()  # as --practice does
    qtbot.waitUntil(program.window.message_bar.isVisible)
    assert "practice account is switched off" in program.window.message_bar.text
    assert not program.accounts.practising


def test_that_without_a_policy_all_of_it_is_there(practising: Program) -> None:
    assert practising.window.empty_view.drop_area.sample_button.isEnabled()
    assert practice_action(practising).isEnabled()
    assert practising.window.upload_bar.duplicates.segment("create_new").isEnabled()


@under("policy", [Policy(create_new=False)])
def test_that_creating_contacts_again_cannot_be_chosen_by_mouse_or_keys(
    practising: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(practising, qtbot, write_file(GOOD))
    choice = practising.window.upload_bar.duplicates
    forbidden = choice.segment("create_new")
    assert not forbidden.isEnabled()
    assert (forbidden.toolTip(), forbidden.accessibleDescription()) == (OFF, OFF)
    qtbot.mouseClick(forbidden, Qt.MouseButton.LeftButton)
    assert choice.value == "skip"
    choice.segment("skip").setFocus()
    seen = []
    for _press in range(3):
        focused = practising.window.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Right)
        seen.append(choice.value)
    assert "update" in seen
    assert "create_new" not in seen


@under("policy", [Policy(create_new=False)])
def test_that_it_stays_not_chosen_when_an_upload_has_ended(
    practising: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(practising, qtbot, write_file(GOOD))
    upload_and_wait(practising, qtbot)
    practising.window.show_review("leads.csv")
    assert not practising.window.upload_bar.duplicates.segment("create_new").isEnabled()


@under("policy", [Policy(other_addresses=False)])
def test_that_an_account_from_before_at_another_address_sends_nothing(
    start_program: StartProgram,
    qtbot: QtBot,
    server: PracticeServer,
    keychain: SessionKeychain,
    config: object,
    write_file: WriteFile,
) -> None:
    account = account_at(server)
    AccountStore(config).save(account)  # type: ignore[arg-type]
    keychain.save(account.id, ApiKey(server.api_key, server.api_token))
    program = start_program()
    open_and_wait(program, qtbot, write_file(GOOD))
    qtbot.mouseClick(program.window.upload_bar.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(program.window.message_bar.isVisible)
    assert "only Exotel’s own data centres" in program.window.message_bar.text
    assert program.window.reviewing
    with qtbot.waitSignal(program.accounts.failed):
        program.accounts.try_sign_in(account, None)
    with qtbot.waitSignal(program.accounts.failed):
        program.accounts.save(replace(account, id="new"), ApiKey("k", "t"))
    assert program.accounts.accounts == (account,)
    assert not server.requests


@under("policy", [Policy(other_addresses=False)])
def test_that_another_address_cannot_be_chosen_for_an_account(program: Program, qtbot: QtBot) -> None:
    program.account.add_account()
    dialog = dialog_of(program)
    other = dialog.data_centre.segment(DataCentre.OTHER)
    assert not other.isEnabled()
    assert (other.toolTip(), other.accessibleDescription()) == (OFF, OFF)
    dialog.data_centre.set_value(DataCentre.OTHER)  # as an account from before has it
    for field, text in (
        (dialog.name, "Acme"),
        (dialog.address, "https://elsewhere.example"),
        (dialog.account_sid, "acme1"),
        (dialog.api_key, "key"),
        (dialog.api_token, "token"),
    ):
        qtbot.keyClicks(field, text)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog._fields["account_address"].error == "Your organisation does not allow this address."
    dialog.reject()


@under("policy", [Policy(other_addresses=False, data_centre="https://exotel.acme.example")])
def test_that_the_address_of_the_organisation_is_there_and_fixed(program: Program, qtbot: QtBot) -> None:
    program.account.add_account()
    dialog = dialog_of(program)
    assert dialog.data_centre.segment(DataCentre.OTHER).isEnabled()
    assert (dialog.form.data_centre, dialog.form.address) == (
        DataCentre.OTHER,
        "https://exotel.acme.example",
    )
    qtbot.keyClicks(dialog.address, "x")
    assert dialog.form.address == "https://exotel.acme.example"
    assert dialog.address.toolTip() == "Set by your organisation."
    dialog.reject()


@under("policy", [Policy(keep_contacts_days=7)])
def test_that_contacts_are_kept_no_longer_than_allowed(program: Program, qtbot: QtBot) -> None:
    program.desk.history.show()
    days = program.desk.history.dialog.kept.contacts_days
    qtbot.waitUntil(lambda: days.text() == "7")
    assert "7 days at the most" in days.toolTip()
    kept_words = program.desk.history.dialog.kept.findChild(QLabel, "kept_words")
    assert isinstance(kept_words, QLabel)
    assert "Your organisation lets contacts be kept for 7 days at the most." in kept_words.text()
    qtbot.keyClick(days, Qt.Key.Key_Up)
    assert days.text() == "7"
    qtbot.keyClick(days, Qt.Key.Key_Down)
    assert days.text() == "6"
    program.desk.history.dialog.reject()


# --- a policy that is wrong -------------------------------------------------------------------------------


def test_that_what_is_wrong_is_said_once_and_its_words_are_no_markup(program: Program) -> None:
    program.report_policy_faults(())
    assert not program.window.message_bar.isVisible()
    faults = (
        PolicyFault("/etc/exogui/policy.toml", "unknown_key", "<b>x</b>"),
        PolicyFault("/etc/exogui/policy.toml", "wrong_type", "country"),
    )
    program.report_policy_faults(faults)
    assert "“<b>x</b>” in /etc/exogui/policy.toml" in program.window.message_bar.text
    assert "1 other is wrong too" in program.window.message_bar.text
    assert "Tell your IT staff" in program.window.message_bar.text
    unreadable = PolicyFault("HKEY_LOCAL_MACHINE", "not_opened")
    program.report_policy_faults((*faults, unreadable))
    assert "could not be opened" in program.window.message_bar.text


@under("policy", [Policy(practice_account=True)])
def test_that_it_is_still_said_when_a_list_was_opened(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    program.report_policy_faults((PolicyFault("x", "not_trusted"),))
    open_and_wait(program, qtbot, write_file(GOOD))
    assert "can be changed by others" in program.window.message_bar.text


def test_that_the_message_can_be_put_away(program: Program, qtbot: QtBot) -> None:
    program.report_policy_faults((PolicyFault("x", "not_trusted"),))
    dismiss = program.window.message_bar.findChild(QPushButton, "dismiss_message")
    assert dismiss is not None
    qtbot.mouseClick(dismiss, Qt.MouseButton.LeftButton)
    assert not program.window.message_bar.isVisible()
