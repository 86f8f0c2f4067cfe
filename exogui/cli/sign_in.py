"""Which account the command line uses, and its credentials."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Callable, Iterator

from exogui.cli.upload_request import AccountChoice
from exogui.exotel.account_store import AccountStore
from exogui.exotel.accounts import Account, Credentials, DataCentre
from exogui.exotel.addresses import InvalidAddress, check_address
from exogui.exotel.environment import MissingVariables, account_from_environment
from exogui.exotel.keychain import KeychainError, KeychainLocked, SystemKeychain
from exogui.messages import command_line as texts
from exogui.messages import resume_command as resume_texts
from exogui.messages.catalogue import Speaker
from exogui.messages.errors import address_text
from exogui.uploads.records import JobAccount


class NoAccount(Exception):  # noqa: N818 - it names what is missing
    """Why there is nobody to sign in as, in words."""


@contextlib.contextmanager
def sign_in(choice: AccountChoice, say: Speaker) -> Iterator[tuple[Account, Credentials]]:
    """The account that was asked for; while the context is open, the practice account answers.

    Raises:
        NoAccount: it cannot be had.
    """
    if choice.practice:
        with _practice(say) as pair:
            yield pair
    else:
        with _in_words(say):
            pair = _real_account(choice, say)
        yield pair


def sign_in_again(job: JobAccount, choice: AccountChoice, say: Speaker) -> tuple[Account, Credentials]:
    """The account that a job was sent to: the environment's where it is that, else the saved one.

    Its keys go to no address but the account's own or the one on the command line, whatever the journal says.

    Raises:
        NoAccount: it cannot be had.
    """
    with _in_words(say):
        address = _address(choice)
        account, credentials = _account_of(job, choice, address, say)
        if account.base_url != job.base_url:
            raise NoAccount(say(resume_texts.OTHER_ADDRESS, address=job.base_url, other=account.base_url))
        return account, credentials


def saved_account_sid(name: str, say: Speaker) -> str:
    """The account SID of a saved account. Raises NoAccount."""
    with _in_words(say):
        return _saved_under(name, say).account_sid


def _account_of(
    job: JobAccount, choice: AccountChoice, address: str | None, say: Speaker
) -> tuple[Account, Credentials]:
    if choice.name is not None:
        return _with_key(_saved_under(choice.name, say), address, say)
    with contextlib.suppress(MissingVariables):
        pair = account_from_environment(base_url=address)
        if pair[0].account_sid == job.account_sid:
            return pair
    account = _found(say, lambda each: each.id == job.id and each.account_sid == job.account_sid)
    if account is None:
        raise NoAccount(say(resume_texts.NOT_THIS_ACCOUNT, sid=job.account_sid))
    return _with_key(account, address, say)


def _real_account(choice: AccountChoice, say: Speaker) -> tuple[Account, Credentials]:
    address = _address(choice)
    if choice.name is None:
        return account_from_environment(base_url=address)
    return _with_key(_saved_under(choice.name, say), address, say)


@contextlib.contextmanager
def _in_words(say: Speaker) -> Iterator[None]:
    """Whatever is in the way of an account becomes a NoAccount."""
    try:
        yield
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


def _address(choice: AccountChoice) -> str | None:
    # Given and empty is a mistake in someone's script, and must not become another account or place.
    return None if choice.base_url is None else check_address(choice.base_url)


def _found(say: Speaker, wanted: Callable[[Account], bool]) -> Account | None:
    store = AccountStore()
    accounts = store.accounts()
    if store.set_aside is not None:
        raise NoAccount(say(texts.ACCOUNTS_DAMAGED, file=store.set_aside))
    return next(filter(wanted, accounts), None)


def _saved_under(name: str, say: Speaker) -> Account:
    account = _found(say, lambda each: each.name.casefold() == name.casefold())
    if account is None:
        names = ", ".join(each.name for each in AccountStore().accounts()) or say(texts.NO_ACCOUNTS_SAVED)
        raise NoAccount(say(texts.ACCOUNT_NOT_FOUND, name=name, names=names))
    return account


def _with_key(account: Account, address: str | None, say: Speaker) -> tuple[Account, Credentials]:
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
