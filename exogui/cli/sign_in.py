"""Which account the command line uses, and its credentials."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Iterator

from exogui.cli.upload_request import UploadRequest
from exogui.exotel.account_store import AccountStore
from exogui.exotel.accounts import Account, Credentials, DataCentre
from exogui.exotel.addresses import InvalidAddress, check_address
from exogui.exotel.environment import MissingVariables, account_from_environment
from exogui.exotel.keychain import KeychainError, KeychainLocked, SystemKeychain
from exogui.messages import command_line as texts
from exogui.messages.catalogue import Speaker
from exogui.messages.errors import address_text


class NoAccount(Exception):  # noqa: N818 - it names what is missing
    """Why there is nobody to sign in as, in words."""


@contextlib.contextmanager
def sign_in(request: UploadRequest, say: Speaker) -> Iterator[tuple[Account, Credentials]]:
    """The account that was asked for; while the context is open, the practice account answers.

    Raises:
        NoAccount: it cannot be had.
    """
    if request.practice:
        with _practice(say) as pair:
            yield pair
    else:
        yield _real_account(request, say)


def _real_account(request: UploadRequest, say: Speaker) -> tuple[Account, Credentials]:
    try:
        # Given and empty is a mistake in someone's script, and must not become another account or place.
        address = None if request.base_url is None else check_address(request.base_url)
        if request.account is None:
            return account_from_environment(base_url=address)
        return _saved(request.account, address, say)
    except MissingVariables as error:
        raise NoAccount(say(texts.NO_ACCOUNT, names=", ".join(error.names))) from error
    except InvalidAddress as error:
        raise NoAccount(say(texts.BAD_ADDRESS, why=address_text(error.fault, say))) from error
    except KeychainError as error:
        locked = isinstance(error, KeychainLocked)
        raise NoAccount(say(texts.KEYCHAIN_LOCKED if locked else texts.NO_KEYCHAIN)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise NoAccount(say(texts.CANNOT_READ_ACCOUNTS, reason=reason)) from error


def _saved(name: str, address: str | None, say: Speaker) -> tuple[Account, Credentials]:
    store = AccountStore()
    accounts = store.accounts()
    if store.set_aside is not None:
        raise NoAccount(say(texts.ACCOUNTS_DAMAGED, file=store.set_aside))
    account = next((each for each in accounts if each.name.casefold() == name.casefold()), None)
    if account is None:
        names = ", ".join(each.name for each in accounts) or say(texts.NO_ACCOUNTS_SAVED)
        raise NoAccount(say(texts.ACCOUNT_NOT_FOUND, name=name, names=names))
    credentials = SystemKeychain().load(account.id)
    if credentials is None:
        raise NoAccount(say(texts.NO_CREDENTIALS, name=account.name))
    if address is not None:
        account = dataclasses.replace(account, data_centre=DataCentre.OTHER, other_address=address)
    return account, credentials


@contextlib.contextmanager
def _practice(say: Speaker) -> Iterator[tuple[Account, Credentials]]:
    from exogui.practice_account import PracticeAccount

    practice = PracticeAccount()
    try:
        pair = practice.sign_in()
    except OSError as error:
        raise NoAccount(say(texts.NO_PRACTICE, reason=error.strerror or str(error))) from error
    try:
        yield pair
    finally:
        practice.stop()
