"""The accounts of this person: which there are, which is in use, and how to sign in to it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from exogui.contacts.progress import Cancelled
from exogui.exotel.account_store import AccountStore
from exogui.exotel.accounts import Account, Credentials
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.keychain import (
    Keychain,
    KeychainError,
    KeychainFault,
    KeychainUnavailable,
    SystemKeychain,
)
from exogui.gui.controllers.queued_work_controller import QueuedWorkController
from exogui.gui.workers.worker import WorkContext
from exogui.policy.policy import NO_POLICY, Policy, SwitchedOff

if TYPE_CHECKING:
    from exogui.uploads.records import JobRecord

logger = logging.getLogger(__name__)


_NOBODY = "exogui-check"
"""An account id that nobody has."""


class Practice(Protocol):
    """Whoever runs the practice account."""

    def sign_in(self) -> tuple[Account, Credentials]:
        """The account, reachable now, and its credentials. Raises OSError."""


@dataclass(frozen=True, slots=True)
class SavedAccount:
    """An account was saved; ``fault`` says why its secrets are kept for this session only, or is None."""

    account: Account
    fault: KeychainFault | None


class AccountsController(QueuedWorkController):
    """The keychain and the network are asked in a worker."""

    accounts_changed = Signal()
    """The list, the account in use, or what is known of it has changed."""
    sign_in_tried = Signal(object)
    """A :class:`SignInReport`."""
    saved = Signal(object)
    """A :class:`SavedAccount`."""
    forgotten = Signal(object)
    """The :class:`Account` that is no more."""
    failed = Signal(object)
    """An exception: the account list cannot be written, the keychain does not let go of a secret, the policy
    forbids it."""
    list_set_aside = Signal(object)
    """The saved accounts could not be understood; the :class:`~pathlib.Path` where they are now."""
    credentials_ready = Signal(object, object)
    """(account, credentials)"""
    credentials_missing = Signal(object, object)
    """(account, :class:`KeychainFault` or None): the person must enter them."""

    keychain_checked = Signal(bool)
    """Whether this computer has a keychain that exogui can use."""

    def __init__(
        self,
        store: AccountStore,
        practice: Practice,
        keychain: Keychain | None = None,
        parent: QObject | None = None,
        *,
        policy: Policy = NO_POLICY,
    ) -> None:
        super().__init__(parent)
        self.policy = policy
        """What the organisation allows. Nobody signs in where it does not."""
        self._store = store
        self._practice = practice
        self._keychain = keychain or SystemKeychain()
        self._in_memory: dict[str, Credentials] = {}
        self._practice_account: Account | None = None
        self._token = CancelToken()
        self.accounts: tuple[Account, ...] = ()
        """The person's own accounts; the practice account is not among them."""
        self.current: Account | None = None
        """The account that contacts are sent to."""
        self.refused: set[str] = set()
        """Ids of the accounts whose last sign-in was refused."""
        self.accepted: set[str] = set()
        """Ids of the accounts whose last sign-in Exotel took."""

    # --- which account ------------------------------------------------------------------------------------

    @property
    def practising(self) -> bool:
        """Whether the practice account is in use."""
        return self.current is not None and self.current is self._practice_account

    def account_of(self, job: JobRecord) -> Account | None:
        """The account that ``job`` was sent to; also where it was forgotten since, and added again.

        None where no account sends there any more. The practice account counts while its Exotel runs.
        """
        known = (*self.accounts, *([self._practice_account] if self._practice_account else []))
        there = [account for account in known if account.place == job.account.place]
        there.sort(key=lambda account: account.id != job.account.id)
        return there[0] if there else None

    def load(self) -> None:
        """Read the saved accounts and take up the one used last."""
        try:
            self.accounts = self._store.accounts()
            self.current = self._store.last_used()
        except OSError as error:
            self.failed.emit(error)
        self.accounts_changed.emit()
        if self._store.set_aside is not None:
            self.list_set_aside.emit(self._store.set_aside)

    def choose(self, account_id: str) -> None:
        """Use one of the saved accounts from now on."""
        chosen = next((account for account in self.accounts if account.id == account_id), None)
        if chosen is None:
            return
        self.current = chosen
        try:
            self._store.use(account_id)
        except OSError as error:
            logger.info("The account in use could not be remembered: %s", error)
        self.accounts_changed.emit()

    def choose_practice(self) -> None:
        """Use the practice account until another one is chosen or the program ends."""

        def work(_context: WorkContext) -> tuple[Account, Credentials]:
            if not self.policy.practice_account:
                raise SwitchedOff("practice_account")
            return self._practice.sign_in()

        self._ask(work, self._on_practice_ready, self.failed.emit)

    def _on_practice_ready(self, answer: tuple[Account, Credentials]) -> None:
        account, credentials = answer
        self._practice_account = account
        self._in_memory[account.id] = credentials
        self.current = account
        self.accounts_changed.emit()

    def mark_sign_in(self, account_id: str, *, refused: bool) -> None:
        """Remember, until the program ends, how the last sign-in of an account went."""
        (self.refused if refused else self.accepted).add(account_id)
        (self.accepted if refused else self.refused).discard(account_id)
        self.accounts_changed.emit()

    # --- signing in ---------------------------------------------------------------------------------------

    def fetch_credentials(self, account: Account) -> None:
        """Answers with ``credentials_ready`` or ``credentials_missing``."""
        self._ask(
            lambda _context: self._load(account),
            lambda credentials: self._on_credentials(account, credentials),
            lambda error: self._on_no_credentials(account, error),
        )

    def try_sign_in(self, account: Account, credentials: Credentials | None) -> None:
        """Try it at Exotel; without credentials, with those that are saved."""
        self._token = token = CancelToken()

        def work(_context: WorkContext) -> object:
            from exogui.exotel.errors import Stopped as TryStopped
            from exogui.exotel.sign_in import try_sign_in

            self.policy.check_place(account.id, account.base_url)
            known = credentials or self._load(account)
            try:
                return None if known is None else try_sign_in(account, known, token)
            except TryStopped:
                raise Cancelled from None

        self._ask(work, lambda report: self._on_tried(account, report), self.failed.emit)

    def stop_trying(self) -> None:
        """Give up a sign-in that is being tried; no answer comes."""
        self._token.cancel()

    def _on_tried(self, account: Account, report: Any) -> None:
        if report is None:
            self.credentials_missing.emit(account, None)
        else:
            self.sign_in_tried.emit(report)

    def _load(self, account: Account) -> Credentials | None:
        known = self._in_memory.get(account.id)
        return known if known is not None else self._keychain.load(account.id)

    def _on_credentials(self, account: Account, credentials: Credentials | None) -> None:
        if credentials is None:
            self.credentials_missing.emit(account, None)
            return
        self._in_memory[account.id] = credentials
        self.credentials_ready.emit(account, credentials)

    def _on_no_credentials(self, account: Account, error: Exception) -> None:
        fault = error.fault if isinstance(error, KeychainError) else KeychainFault.UNAVAILABLE
        self.credentials_missing.emit(account, fault)
        if not isinstance(error, KeychainError):
            self.failed.emit(error)

    def check_keychain(self) -> None:
        """Find out whether secrets will last; answers with ``keychain_checked``."""

        def work(_context: WorkContext) -> bool:
            try:
                self._keychain.load(_NOBODY)
            except KeychainUnavailable:
                return False
            except KeychainError:
                return True  # locked, say: saving will ask for it
            return True

        self._ask(work, self.keychain_checked.emit, self.failed.emit)

    # --- saving and forgetting ----------------------------------------------------------------------------

    def save(self, account: Account, credentials: Credentials | None) -> None:
        """Save the account and use it. Without credentials those that are saved stay."""

        def work(_context: WorkContext) -> SavedAccount:
            self.policy.check_place(account.id, account.base_url)
            # First the list: a secret of an account that is not in it could never be forgotten.
            self._store.save(account)
            self._store.use(account.id)
            fault = None
            if credentials is not None:
                self._in_memory[account.id] = credentials
                fault = self._keep(account.id, credentials)
            return SavedAccount(account, fault)

        self._ask(work, self._on_saved, self.failed.emit)

    def _keep(self, account_id: str, credentials: Credentials) -> KeychainFault | None:
        try:
            self._keychain.save(account_id, credentials)
        except KeychainError as error:
            try:
                self._keychain.forget(account_id)  # an older secret must not come back at the next start
            except KeychainError:
                logger.info("The keychain neither keeps nor forgets")
            return error.fault
        return None

    def _on_saved(self, saved: SavedAccount) -> None:
        self._forget_sign_in(saved.account.id)
        self._reload(saved.account.id)
        self.saved.emit(saved)

    def forget(self, account: Account) -> None:
        """Remove the account and its secrets from this computer."""

        def work(_context: WorkContext) -> None:
            try:
                self._keychain.forget(account.id)
            except KeychainUnavailable:
                logger.info("There is no keychain, so there is nothing in it to forget")
            self._store.remove(account.id)

        self._ask(work, lambda _nothing: self._on_forgotten(account), self.failed.emit)

    def _on_forgotten(self, account: Account) -> None:
        self._in_memory.pop(account.id, None)
        self._forget_sign_in(account.id)
        used = self.current.id if self.current is not None and self.current.id != account.id else ""
        self._reload(used)
        self.forgotten.emit(account)

    def _forget_sign_in(self, account_id: str) -> None:
        self.refused.discard(account_id)
        self.accepted.discard(account_id)

    def _reload(self, current_id: str) -> None:
        """Read the list again; the account with this id is in use, else the one used last."""
        practising = self.practising and not current_id
        try:
            self.accounts = self._store.accounts()
            last = self._store.last_used()
        except OSError as error:
            self.failed.emit(error)
            return
        if not practising and (self._practice_account is None or current_id != self._practice_account.id):
            self.current = next((each for each in self.accounts if each.id == current_id), last)
        self.accounts_changed.emit()

    def shut_down(self, milliseconds: int = 5000) -> bool:
        """As for all controllers; a sign-in that is being tried ends at once."""
        self._token.cancel()
        return super().shut_down(milliseconds)
