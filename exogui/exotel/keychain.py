"""Secrets in the operating system's keychain, or in memory for this session only.

All of it blocks, now and then on a prompt: never call it on the window's thread.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

from exogui.exotel.accounts import AccessToken, ApiKey, Credentials

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_Given = TypeVar("_Given")

SELF_CHECK_ID = "self-check"
"""The account under which the self-check keeps a secret for a moment. Always the same: what one that was
ended left behind is removed by the next, and with everything else."""

_USER = "exogui"
_WINDOWS_LIMIT_BYTES = 2560
"""CRED_MAX_CREDENTIAL_BLOB_SIZE of wincred.h: about 1280 characters, as they are stored in UTF-16."""
_WINDOWS_TOO_LONG = frozenset({8, 1783})
"""ERROR_NOT_ENOUGH_MEMORY and RPC_X_BAD_STUB_DATA, which Windows gives for a secret that is too long."""
_SECRET_SERVICE_LOCKED = frozenset({"LockedException", "PromptDismissedException"})
"""secretstorage's own, by name: the library is there on Linux only."""


class KeychainFault(StrEnum):
    """What kept the keychain from doing its work."""

    UNAVAILABLE = "keychain_unavailable"
    LOCKED = "keychain_locked"
    FULL = "keychain_full"
    NOT_KEPT = "keychain_not_kept"


class KeychainError(Exception):
    """The keychain did not do its work. Holds no secret, and no text of the system that might hold one."""

    fault: KeychainFault = KeychainFault.UNAVAILABLE

    def __init__(self) -> None:
        super().__init__(self.fault.value)


class KeychainUnavailable(KeychainError):  # noqa: N818 - named after what the person can act on
    """There is none, or it does not answer."""


class KeychainLocked(KeychainError):  # noqa: N818
    """It is locked, or the person did not let exogui in."""

    fault = KeychainFault.LOCKED


class KeychainFull(KeychainError):  # noqa: N818
    """The secret is longer than the keychain takes."""

    fault = KeychainFault.FULL


class KeychainNotKept(KeychainError):  # noqa: N818
    """It said that it saved, and gives something else back."""

    fault = KeychainFault.NOT_KEPT


class Keychain(Protocol):
    """Where secrets are kept, by account id."""

    @property
    def lasting(self) -> bool:
        """Whether they are still there at the next start."""

    def save(self, account_id: str, credentials: Credentials) -> None:
        """Keep them, and make sure. Raises KeychainError; then nothing is kept."""

    def load(self, account_id: str) -> Credentials | None:
        """Give them back; None where there are none. Raises KeychainError."""

    def forget(self, account_id: str) -> None:
        """Leave no trace of them; fine where there is none. Raises KeychainError."""


class SessionKeychain:
    """In memory, until the program ends."""

    lasting = False

    def __init__(self) -> None:
        self._kept: dict[str, Credentials] = {}

    def save(self, account_id: str, credentials: Credentials) -> None:
        """Keep them for this session."""
        self._kept[account_id] = credentials

    def load(self, account_id: str) -> Credentials | None:
        """Give them back; None where there are none."""
        return self._kept.get(account_id)

    def forget(self, account_id: str) -> None:
        """Leave no trace of them."""
        self._kept.pop(account_id, None)


class SystemKeychain:
    """Windows Credential Manager, macOS Keychain, Secret Service or KWallet.

    The backend is chosen here, by operating system. keyring's own choice can be turned by an environment
    variable or a configuration file to one that keeps secrets in the open.
    """

    lasting = True

    def __init__(self, backend: Callable[[], KeyringBackend] | None = None) -> None:
        self._make_backend = backend or _system_backend

    @property
    def name(self) -> str:
        """What the system calls it. Raises KeychainError."""
        return self._ask(_name)

    def save(self, account_id: str, credentials: Credentials) -> None:
        """Keep them, read them back, and compare. Raises KeychainError; then nothing is kept."""
        secret = _to_text(credentials)
        if sys.platform == "win32" and len(secret.encode("utf-16-le")) > _WINDOWS_LIMIT_BYTES:
            raise KeychainFull
        service = _service(account_id)
        self._ask(lambda backend: backend.set_password(service, _USER, secret))
        if self._ask(lambda backend: backend.get_password(service, _USER)) != secret:
            self.forget(account_id)
            raise KeychainNotKept

    def load(self, account_id: str) -> Credentials | None:
        """Give them back; None where there are none. Raises KeychainError."""
        secret = self._ask(lambda backend: backend.get_password(_service(account_id), _USER))
        return None if secret is None else _from_text(secret)

    def forget(self, account_id: str) -> None:
        """Delete them, and make sure. Raises KeychainError."""
        service = _service(account_id)
        # Some backends delete one of several entries at a time, and complain when there is none.
        for _ in range(8):
            if self._ask(lambda backend: backend.get_password(service, _USER)) is None:
                return
            self._ask(lambda backend: backend.delete_password(service, _USER))
        raise KeychainNotKept

    def _ask(self, question: Callable[[KeyringBackend], _Given]) -> _Given:
        from keyring.errors import KeyringLocked

        try:
            return question(self._make_backend())
        except KeychainError:
            raise
        except KeyringLocked:
            raise KeychainLocked from None
        # The backends let through whatever their systems raise: pywintypes.error, D-Bus errors, OSErrors.
        # "from None": such an exception's arguments may hold the secret.
        except Exception as error:  # noqa: BLE001
            if getattr(error, "winerror", None) in _WINDOWS_TOO_LONG:
                raise KeychainFull from None
            if type(error).__name__ in _SECRET_SERVICE_LOCKED:
                raise KeychainLocked from None
            raise KeychainUnavailable from None


def _system_backend() -> KeyringBackend:
    """The operating system's own keychain. Raises KeychainUnavailable where there is none."""
    for backend in _candidates():
        try:
            _ = backend.priority  # raises where it cannot work here: RuntimeError, or its system's own
        except Exception:  # noqa: BLE001, S112 - then it is the next one's turn
            continue
        return _unconfigured(backend)
    raise KeychainUnavailable


def _unconfigured(backend: type[KeyringBackend]) -> KeyringBackend:
    """The backend as it comes: KEYRING_PROPERTY_* variables cannot send secrets to another place."""
    untouched = {"set_properties_from_env": lambda _self: None}
    made: KeyringBackend = type(backend.__name__, (backend,), untouched)()
    return made


def _candidates() -> list[type[KeyringBackend]]:
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring

        return [WinVaultKeyring]
    if sys.platform == "darwin":
        from keyring.backends.macOS import Keyring as MacKeychain

        return [MacKeychain]
    from keyring.backends.kwallet import DBusKeyring, DBusKeyringKWallet4
    from keyring.backends.SecretService import Keyring as SecretService

    return [SecretService, DBusKeyring, DBusKeyringKWallet4]


_NAMES = {
    "keyring.backends.Windows": "Windows Credential Manager",
    "keyring.backends.macOS": "macOS Keychain",
    "keyring.backends.SecretService": "Secret Service",
    "keyring.backends.kwallet": "KWallet",
}


def _name(backend: KeyringBackend) -> str:
    """By the class that :func:`_unconfigured` made another one of."""
    modules = [kind.__module__ for kind in type(backend).__mro__]
    return next((_NAMES[module] for module in modules if module in _NAMES), type(backend).__name__)


def _service(account_id: str) -> str:
    """One service for each account: Windows keeps one entry a service, and keyring shuffles further ones."""
    return f"exogui/{account_id}"


def _to_text(credentials: Credentials) -> str:
    if isinstance(credentials, ApiKey):
        return json.dumps({"api_key": credentials.api_key, "api_token": credentials.api_token})
    return json.dumps({"access_token": credentials.token})


def _from_text(secret: str) -> Credentials | None:
    """None for what exogui did not write."""
    try:
        fields = json.loads(secret)
        if "access_token" in fields:
            return AccessToken(str(fields["access_token"]))
        return ApiKey(str(fields["api_key"]), str(fields["api_token"]))
    except (ValueError, KeyError, TypeError):
        return None
