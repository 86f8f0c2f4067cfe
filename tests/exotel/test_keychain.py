"""Secrets in a real Secret Service, and what every keychain owes."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import keyring.backend
import keyring.errors
import pytest

from exogui.exotel.accounts import AccessToken, ApiKey
from exogui.exotel.keychain import (
    Keychain,
    KeychainError,
    KeychainFull,
    KeychainLocked,
    KeychainNotKept,
    KeychainUnavailable,
    SessionKeychain,
    SystemKeychain,
)
from tests.secret_service import SecretService

KEY = ApiKey("the-key", "the-secret ✓ \" \\ '")
LONG = AccessToken("x" * 20_000)


SAVE_ELSEWHERE = """
from exogui.exotel.accounts import ApiKey
from exogui.exotel.keychain import SystemKeychain
import keyring
SystemKeychain().save("id-1", ApiKey("the-key", "the-secret"))
print(type(keyring.get_keyring()).__module__)
"""

leaves_a_socket_to_the_collector = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
"""keyring does not close its connection to the bus when the collection cannot be opened."""


@pytest.fixture(
    params=["session", pytest.param("system", marks=pytest.mark.only_on("linux"))],
)
def keychain(request: pytest.FixtureRequest) -> Keychain:
    if request.param == "session":
        return SessionKeychain()
    request.getfixturevalue("secret_service")
    return SystemKeychain()


@pytest.mark.parametrize("credentials", [KEY, AccessToken("ey.J-h.b_G"), LONG])
def test_that_secrets_come_back_as_they_were(keychain: Keychain, credentials: ApiKey | AccessToken) -> None:
    keychain.save("id-1", credentials)
    assert keychain.load("id-1") == credentials


def test_that_each_account_has_its_own(keychain: Keychain) -> None:
    keychain.save("id-1", KEY)
    keychain.save("id-2", LONG)
    keychain.save("id-1", AccessToken("newer"))
    assert keychain.load("id-1") == AccessToken("newer")
    assert keychain.load("id-2") == LONG


def test_that_forgetting_leaves_nothing_and_may_be_repeated(keychain: Keychain) -> None:
    keychain.save("id-1", KEY)
    keychain.save("id-2", LONG)
    keychain.forget("id-1")
    keychain.forget("id-1")
    assert keychain.load("id-1") is None
    assert keychain.load("id-2") == LONG


@pytest.mark.only_on("linux")
def test_that_secrets_outlive_the_program_and_the_daemon(secret_service: SecretService) -> None:
    SystemKeychain().save("id-1", KEY)
    secret_service.stop_daemon()
    secret_service.start_daemon(b"password")
    assert SystemKeychain().load("id-1") == KEY


@pytest.mark.only_on("linux")
def test_that_no_file_holds_a_secret_in_the_open(secret_service: SecretService, private_home: Path) -> None:
    SystemKeychain().save("id-1", KEY)
    files = [path for path in private_home.rglob("*") if path.is_file()]
    assert files
    assert not any(b"the-secret" in path.read_bytes() for path in files)


@pytest.mark.only_on("linux")
def test_that_another_backend_of_keyrings_choice_is_ignored(
    secret_service: SecretService, private_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    configuration = private_home / "config" / "python_keyring" / "keyringrc.cfg"
    configuration.parent.mkdir(parents=True)
    configuration.write_text("[backend]\ndefault-keyring=keyring.backends.null.Keyring\n")
    # In a fresh process: keyring makes its choice once.
    command = [sys.executable, "-c", SAVE_ELSEWHERE]
    root = Path(__file__).resolve().parents[2]
    chosen = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root)
    assert "null" in chosen.stdout, "the trap is set"
    assert SystemKeychain().load("id-1") == ApiKey("the-key", "the-secret")


@pytest.mark.only_on("linux")
def test_that_no_variable_moves_the_secrets_to_another_place(
    secret_service: SecretService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", "/org/freedesktop/secrets/collection/session")
    SystemKeychain().save("id-1", KEY)
    secret_service.stop_daemon()
    secret_service.start_daemon(b"password")
    assert SystemKeychain().load("id-1") == KEY, "kept on disk, not in the session's own collection"


@pytest.mark.only_on("linux")
def test_that_no_bus_is_no_keychain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    with pytest.raises(KeychainUnavailable):
        SystemKeychain().save("id-1", KEY)
    with pytest.raises(KeychainUnavailable):
        SystemKeychain().load("id-1")


@pytest.mark.only_on("linux")
@leaves_a_socket_to_the_collector
def test_that_a_bus_without_a_keyring_is_no_keychain(bus: SecretService) -> None:
    with pytest.raises(KeychainError):
        SystemKeychain().save("id-1", KEY)
    gc.collect()


@pytest.mark.only_on("linux")
@leaves_a_socket_to_the_collector
def test_that_a_locked_keychain_is_said(secret_service: SecretService) -> None:
    SystemKeychain().save("id-1", KEY)
    secret_service.stop_daemon()
    secret_service.start_daemon(b"wrong password")
    with pytest.raises(KeychainLocked):
        SystemKeychain().load("id-1")
    gc.collect()


# --- systems that are not here --------------------------------------------------------------------------


class Backend(keyring.backend.KeyringBackend):
    """A keychain in memory with the faults of real ones. Abstract to keyring's own choosing: no priority."""

    def __init__(self, error: Exception | None = None, spoils: bool = False) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.error = error
        self.spoils = spoils

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.error:
            raise self.error
        self.kept[service, username] = password[:-1] if self.spoils else password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class VaultError(Exception):
    """As pywintypes.error: no OSError, no KeyringError, and with everything it was given in its text."""

    def __init__(self, winerror: int) -> None:
        super().__init__(winerror, "CredWrite", "the-secret")
        self.winerror = winerror


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (VaultError(1783), KeychainFull),
        (VaultError(8), KeychainFull),
        (VaultError(5), KeychainUnavailable),
        (keyring.errors.KeyringLocked("the-secret"), KeychainLocked),
        (keyring.errors.PasswordSetError("the-secret"), KeychainUnavailable),
        (OSError("the-secret"), KeychainUnavailable),
    ],
)
def test_that_whatever_a_system_raises_is_typed_and_shows_no_secret(
    error: Exception, kind: type[KeychainError]
) -> None:
    with pytest.raises(KeychainError) as caught:
        SystemKeychain(lambda: Backend(error)).save("id-1", KEY)
    assert type(caught.value) is kind
    assert "the-secret" not in f"{caught.value} {caught.value!r} {caught.value.__cause__!r}"
    assert caught.value.__suppress_context__


def test_that_a_keychain_that_keeps_something_else_is_found_out_and_emptied() -> None:
    backend = Backend(spoils=True)
    with pytest.raises(KeychainNotKept):
        SystemKeychain(lambda: backend).save("id-1", KEY)
    assert backend.kept == {}


@pytest.mark.parametrize("foreign", ["", "{", "7", "[]", '"x"', '{"api_key": "x"}'])
def test_that_what_someone_else_wrote_is_no_sign_in(foreign: str) -> None:
    backend = Backend()
    keychain = SystemKeychain(lambda: backend)
    keychain.save("id-1", KEY)
    [place] = backend.kept
    backend.kept[place] = foreign
    assert keychain.load("id-1") is None
