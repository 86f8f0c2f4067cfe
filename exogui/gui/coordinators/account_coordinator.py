"""Choosing, entering, testing and forgetting accounts: joins the button and the dialog to the controller."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer, Signal, Slot

from exogui.exotel.accounts import PRACTICE_ID, AccessToken, Account, ApiKey, Credentials, DataCentre, SignIn
from exogui.exotel.addresses import check_address
from exogui.exotel.keychain import KeychainError, KeychainFault
from exogui.gui.controllers.accounts_controller import AccountsController, SavedAccount
from exogui.gui.dialogs.account_form import AccountForm
from exogui.gui.main_window import MainWindow
from exogui.gui.settings import Settings
from exogui.gui.speech import say
from exogui.gui.widgets.account_button import AccountItem, AccountStatus
from exogui.gui.widgets.message_bar import MessageKind
from exogui.messages import accounts as account_texts
from exogui.messages import window as texts
from exogui.messages.errors import error_text, keychain_text, sign_in_text
from exogui.messages.policy import switched_off_text
from exogui.policy.policy import SwitchedOff

if TYPE_CHECKING:
    from exogui.exotel.sign_in import SignInReport
    from exogui.gui.dialogs.account_dialog import AccountDialog

_PLACES = {
    DataCentre.SINGAPORE: account_texts.SINGAPORE,
    DataCentre.MUMBAI: account_texts.MUMBAI,
    DataCentre.OTHER: account_texts.OTHER_PLACE,
}


class AccountCoordinator(QObject):
    """One dialog, used again and again."""

    signed_in = Signal(object)
    """The :class:`Account` that was just saved."""
    given_up = Signal(str)
    """Nobody signs in to the account with this id, which was asked for; or it was forgotten."""
    unexpected = Signal(object)
    """An exception that nobody expected."""

    def __init__(self, window: MainWindow, accounts: AccountsController, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._accounts = accounts
        self._settings = settings
        self._dialog: AccountDialog | None = None
        self._without_secrets: set[str] = set()
        self._asked: str = ""
        """The id of the account whose sign-in the dialog asks for; empty where the person opened it."""
        self._to_ask: tuple[Account, str] | None = None
        """Account and words of the next question, while the person is busy with another account."""
        button = window.account_button
        if not accounts.policy.practice_account:
            button.forbid_practice()
            window.empty_view.drop_area.forbid_sample()
        button.account_chosen.connect(accounts.choose)
        button.practice_chosen.connect(accounts.choose_practice)
        button.add_requested.connect(self.add_account)
        button.edit_requested.connect(self.edit_account)
        window.commands.accounts.triggered.connect(self.edit_current_account)
        accounts.accounts_changed.connect(self._on_accounts_changed)
        accounts.sign_in_tried.connect(self._on_sign_in_tried)
        accounts.credentials_missing.connect(self._on_credentials_missing)
        accounts.keychain_checked.connect(self._on_keychain_checked)
        accounts.saved.connect(self._on_saved)
        accounts.forgotten.connect(self._on_forgotten)
        accounts.failed.connect(self._on_failed)
        accounts.list_set_aside.connect(self._on_list_set_aside)
        self._on_accounts_changed()

    # --- the button ---------------------------------------------------------------------------------------

    @Slot()
    def _on_accounts_changed(self) -> None:
        accounts = self._accounts
        items = [
            AccountItem(account.id, account.name, say(_PLACES[account.data_centre]), self._status(account))
            for account in accounts.accounts
        ]
        current = accounts.current.id if accounts.current is not None else ""
        self._window.account_button.set_accounts(items, PRACTICE_ID if accounts.practising else current)
        self._window.practice_band.setVisible(accounts.practising)

    def _status(self, account: Account) -> AccountStatus:
        if account.id in self._accounts.refused:
            return AccountStatus.TROUBLE
        return AccountStatus.READY if account.id in self._accounts.accepted else AccountStatus.UNTESTED

    # --- the dialog ---------------------------------------------------------------------------------------

    @Slot()
    def add_account(self) -> None:
        """Ask for a new account."""
        self._open(self._new_form())

    def _new_form(self) -> AccountForm:
        """What the organisation has preset, as far as no account of the person has it yet."""
        policy, accounts = self._accounts.policy, self._accounts.accounts
        here = DataCentre.MUMBAI if _in_india() else DataCentre.SINGAPORE
        data_centre, address = policy.preset_place or (here, "")
        form = AccountForm(data_centre=data_centre, address=address)
        if policy.account_sid in {account.account_sid for account in accounts}:
            return form
        taken = policy.account_name.casefold() in {account.name.casefold() for account in accounts}
        name = "" if taken else policy.account_name
        return dataclasses.replace(form, name=name, account_sid=policy.account_sid)

    @Slot()
    def edit_current_account(self) -> None:
        """Show the account in use; where there is none, ask for one."""
        account = self._accounts.current
        if account is None or self._accounts.practising:
            self.add_account()
        else:
            self.edit_account(account.id)

    @Slot(str)
    def edit_account(self, account_id: str) -> None:
        """Show a saved account."""
        for account in self._accounts.accounts:
            if account.id == account_id:
                self._open(_form_of(account))

    def ask_for_credentials(self, account: Account, fault: KeychainFault | None) -> None:
        """Nobody knows the account's credentials any more: ask for them, and say why."""
        words = say(texts.KEYCHAIN_EMPTY, name=account.name)
        if fault is not None:
            words = f"{keychain_text(fault, say)} {say(texts.ENTER_AGAIN)}"
        self._ask(account, words)

    def ask_after_refusal(self, account: Account) -> None:
        """Exotel takes the account's credentials no more, in the middle of an upload: ask for others."""
        self._ask(account, say(texts.SIGN_IN_ENDED))

    def _ask(self, account: Account, words: str) -> None:
        """Ask for the sign-in of an account, as soon as the person is not busy with another one."""
        dialog = self._dialog
        about = dialog.form.account_id if dialog is not None and dialog.isVisible() else None
        if about not in {None, account.id}:
            self._to_ask = account, words
            return
        asks_already = about == account.id and account.id in self._without_secrets
        self._without_secrets.add(account.id)
        self._asked = account.id
        if not asks_already:  # else what has been entered by now stays
            self._open(_form_of(account))
        if self._dialog is not None:
            self._dialog.show_result(MessageKind.WARNING, words)

    def _end_question(self) -> str:
        """The dialog was closed: the id of the account that it asked for. What waits is asked next."""
        asked, self._asked = self._asked, ""
        if self._to_ask is not None:
            QTimer.singleShot(0, self._ask_next)  # when this dialog is gone
        return asked

    @Slot()
    def _ask_next(self) -> None:
        waiting, self._to_ask = self._to_ask, None
        if waiting is not None:
            self._ask(*waiting)

    def _open(self, form: AccountForm) -> None:
        from exogui.gui.dialogs.account_dialog import AccountDialog  # costs start-up time

        if self._dialog is None:
            self._dialog = AccountDialog(self._window, policy=self._accounts.policy)
            self._dialog.test_requested.connect(self._on_test_requested)
            self._dialog.save_requested.connect(self._on_save_requested)
            self._dialog.forget_requested.connect(self._on_forget_requested)
            self._dialog.rejected.connect(self._on_rejected)
        names = [account.name for account in self._accounts.accounts if account.id != form.account_id]
        saved = bool(form.account_id) and form.account_id not in self._without_secrets
        self._dialog.reset(form, secrets_saved=saved, taken_names=names)
        self._dialog.open()
        self._accounts.check_keychain()

    @Slot(bool)
    def _on_keychain_checked(self, usable: bool) -> None:
        if self._dialog is not None:
            self._dialog.show_keychain(usable)

    @Slot(object)
    def _on_test_requested(self, form: AccountForm) -> None:
        if self._dialog is not None:
            self._dialog.show_testing()
        self._accounts.try_sign_in(_account_of(form), _credentials_of(form))

    @Slot(object)
    def _on_sign_in_tried(self, report: SignInReport) -> None:
        good = report.ok or report.works_at is not None
        kind = MessageKind.SUCCESS if good else MessageKind.ERROR
        self._answer(kind, sign_in_text(report, say), report.works_at)

    @Slot(object, object)
    def _on_credentials_missing(self, account: Account, fault: KeychainFault | None) -> None:
        self._without_secrets.add(account.id)
        dialog = self._dialog
        if dialog is not None and dialog.isVisible() and dialog.form.account_id == account.id:
            self.ask_for_credentials(account, fault)

    @Slot(object)
    def _on_save_requested(self, form: AccountForm) -> None:
        if self._dialog is not None:
            self._dialog.show_saving()
        self._accounts.save(_account_of(form), _credentials_of(form))

    @Slot(object)
    def _on_saved(self, saved: SavedAccount) -> None:
        self._without_secrets.discard(saved.account.id)
        if self._dialog is not None:
            self._dialog.accept()
        if saved.fault is not None:
            words = f"{keychain_text(saved.fault, say)} {say(texts.KEPT_FOR_NOW)}"
            self._window.message_bar.show_message(MessageKind.WARNING, words)
        self._end_question()
        self.signed_in.emit(saved.account)

    @Slot(str)
    def _on_forget_requested(self, account_id: str) -> None:
        for account in self._accounts.accounts:
            if account.id == account_id:
                self._accounts.forget(account)

    @Slot(object)
    def _on_forgotten(self, account: Account) -> None:
        self._settings.set_list_id(account.id, "")
        if self._dialog is not None:
            self._dialog.accept()
        words = say(texts.FORGOTTEN, name=account.name)
        self._window.message_bar.show_message(MessageKind.INFO, words)
        self._end_question()
        self.given_up.emit(account.id)  # an upload may wait for it

    @Slot()
    def _on_rejected(self) -> None:
        self._accounts.stop_trying()
        asked = self._end_question()
        if asked:
            self.given_up.emit(asked)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, SwitchedOff):
            self._answer(MessageKind.WARNING, switched_off_text(error, say))
        elif isinstance(error, KeychainError):
            self._answer(MessageKind.ERROR, keychain_text(error.fault, say))
        elif isinstance(error, OSError):
            reason = error.strerror or str(error)
            self._answer(MessageKind.ERROR, say(texts.ACCOUNTS_FILE_TROUBLE, reason=reason))
        else:
            self._answer(MessageKind.ERROR, error_text(error, say))
            self.unexpected.emit(error)

    @Slot(object)
    def _on_list_set_aside(self, place: Path) -> None:
        words = say(texts.ACCOUNTS_SET_ASIDE, file=place)
        self._window.message_bar.show_message(MessageKind.WARNING, words)

    def _answer(self, kind: MessageKind, words: str, data_centre: DataCentre | None = None) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.show_result(kind, words, data_centre)
        elif kind is not MessageKind.SUCCESS:
            self._window.message_bar.show_message(kind, words)


def _in_india() -> bool:
    return QLocale.system().territory() == QLocale.Country.India


def _form_of(account: Account) -> AccountForm:
    return AccountForm(
        account_id=account.id,
        name=account.name,
        data_centre=account.data_centre,
        address=account.other_address,
        account_sid=account.account_sid,
        sign_in=account.sign_in,
    )


def _account_of(form: AccountForm) -> Account:
    """The account of a form that the dialog has found complete."""
    other = form.data_centre is DataCentre.OTHER
    account = Account(
        name=form.name,
        account_sid=form.account_sid,
        data_centre=form.data_centre,
        sign_in=form.sign_in,
        other_address=check_address(form.address) if other else "",
    )
    return dataclasses.replace(account, id=form.account_id) if form.account_id else account


def _credentials_of(form: AccountForm) -> Credentials | None:
    """What was entered; None where nothing was, and what is saved is meant."""
    if form.has_no_secret:
        return None
    if form.sign_in is SignIn.TOKEN:
        return AccessToken(form.access_token)
    return ApiKey(form.api_key, form.api_token)
