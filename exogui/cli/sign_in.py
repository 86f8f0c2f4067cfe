"""Which account the command line uses, and its credentials."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING

from exogui.cli.terminal import Terminal
from exogui.exotel.account_store import AccountStore
from exogui.exotel.accounts import Account, Credentials, DataCentre, InvalidAddress, check_address
from exogui.exotel.environment import MissingVariables, account_from_environment
from exogui.exotel.keychain import KeychainError, SystemKeychain
from exogui.messages import command_line as words
from exogui.messages.errors import address_text, keychain_text

if TYPE_CHECKING:
    from exogui.cli.upload import UploadRequest


class NoAccount(Exception):  # noqa: N818 - it names what is missing
    """Why there is nobody to sign in as, in words."""


@contextlib.contextmanager
def sign_in(request: UploadRequest, terminal: Terminal) -> Iterator[tuple[Account, Credentials]]:
    """The account that was asked for; while the context is open, the practice account answers.

    Raises:
        NoAccount: it cannot be had.
    """
    if request.practice:
        with _practice(terminal) as pair:
            yield pair
        return
    yield _real_account(request, terminal)


def _real_account(request: UploadRequest, terminal: Terminal) -> tuple[Account, Credentials]:
    try:
        if request.account:
            return _saved(request, terminal)
        return account_from_environment(base_url=request.base_url)
    except MissingVariables as error:
        raise NoAccount(terminal.say(words.NO_ACCOUNT, names=", ".join(error.names))) from error
    except InvalidAddress as error:
        raise NoAccount(address_text(error.fault, terminal.say)) from error
    except KeychainError as error:
        raise NoAccount(keychain_text(error.fault, terminal.say)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise NoAccount(terminal.say(words.CANNOT_READ_ACCOUNTS, reason=reason)) from error


@contextlib.contextmanager
def _practice(terminal: Terminal) -> Iterator[tuple[Account, Credentials]]:
    from exogui.practice_account import PracticeAccount

    practice = PracticeAccount()
    try:
        pair = practice.sign_in()
    except OSError as error:
        reason = error.strerror or str(error)
        raise NoAccount(terminal.say(words.NO_PRACTICE, reason=reason)) from error
    try:
        yield pair
    finally:
        practice.stop()


def _saved(request: UploadRequest, terminal: Terminal) -> tuple[Account, Credentials]:
    name = request.account or ""
    accounts = AccountStore().accounts()
    account = next((each for each in accounts if each.name.casefold() == name.casefold()), None)
    if account is None:
        names = ", ".join(each.name for each in accounts) or terminal.say(words.NO_ACCOUNTS_SAVED)
        raise NoAccount(terminal.say(words.ACCOUNT_NOT_FOUND, name=name, names=names))
    credentials = SystemKeychain().load(account.id)
    if credentials is None:
        raise NoAccount(terminal.say(words.NO_CREDENTIALS, name=account.name))
    if request.base_url:
        address = check_address(request.base_url)
        account = dataclasses.replace(account, data_centre=DataCentre.OTHER, other_address=address)
    return account, credentials
