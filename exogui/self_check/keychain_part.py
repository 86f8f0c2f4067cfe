"""The keychain of the system: it may ask the person, and it may never answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exogui.messages import self_check as texts
from exogui.messages.catalogue import plain as say
from exogui.self_check.part import PartFailed

if TYPE_CHECKING:
    from exogui.exotel.keychain import KeychainError


def try_keychain() -> str:
    """A secret made up for this is kept, comes back as it was, and is gone when it was forgotten."""
    import secrets

    from exogui.exotel.accounts import AccessToken
    from exogui.exotel.keychain import SELF_CHECK_ID, KeychainError, SystemKeychain

    keychain = SystemKeychain()
    secret = AccessToken(secrets.token_urlsafe(32))
    try:
        name = keychain.name
        try:
            keychain.save(SELF_CHECK_ID, secret)
            same = keychain.load(SELF_CHECK_ID) == secret
        finally:
            keychain.forget(SELF_CHECK_ID)
        gone = keychain.load(SELF_CHECK_ID) is None
    except KeychainError as error:
        raise PartFailed(_words(error)) from None
    if not (same and gone):
        raise PartFailed(say(texts.KEYCHAIN_WRONG, keychain=name))
    return say(texts.KEYCHAIN, keychain=name)


def _words(error: KeychainError) -> str:
    from exogui.exotel.keychain import KeychainFault

    if error.fault is KeychainFault.LOCKED:
        return say(texts.KEYCHAIN_LOCKED)
    return say(texts.NO_KEYCHAIN, fault=error.fault.value)
