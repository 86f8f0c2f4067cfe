"""Whose account ``exogui upload`` uses: the environment's, or one that was saved in the window."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from exogui.exotel.account_store import AccountStore
from exogui.exotel.accounts import Account, ApiKey, DataCentre
from exogui.exotel.keychain import SystemKeychain
from exogui.practice.server import PracticeServer
from tests.cli.command_line import exogui
from tests.secret_service import SecretService

NOBODY = "http://127.0.0.1:9"


def saved_account(name: str, address: str) -> Account:
    """An account as the window saves it, its secrets still missing."""
    account = Account(name, PracticeServer.account_sid, DataCentre.OTHER, other_address=address)
    AccountStore().save(account)
    return account


def keep_key(account: Account) -> None:
    SystemKeychain().save(account.id, ApiKey(PracticeServer.api_key, PracticeServer.api_token))


def nothing_sent(*words: object) -> str:
    """What an upload says that sends nothing."""
    finished = exogui("upload", "--json", *words)
    report = finished.report
    assert (finished.status, report["state"], report["sent"]) == (2, "failed", 0)
    return str(report["message"])


# --- the environment ------------------------------------------------------------------------------------


def test_that_a_key_of_the_environment_signs_in(good_file: Path, signed_in: PracticeServer) -> None:
    assert exogui("upload", good_file).status == 0
    pair = base64.b64encode(f"{signed_in.api_key}:{signed_in.api_token}".encode()).decode()
    assert {request.header("Authorization") for request in signed_in.requests} == {f"Basic {pair}"}


def test_that_an_access_token_of_the_environment_signs_in(
    good_file: Path, server: PracticeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = server.issue_access_token()
    monkeypatch.setenv("EXOGUI_ACCOUNT_SID", server.account_sid)
    monkeypatch.setenv("EXOGUI_ACCESS_TOKEN", token)
    assert exogui("upload", "--base-url", server.base_url, good_file).status == 0
    assert {request.header("Authorization") for request in server.requests} == {f"Bearer {token}"}


def test_that_an_address_on_the_command_line_goes_before_the_environments(
    good_file: Path, signed_in: PracticeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXOGUI_BASE_URL", NOBODY)
    assert exogui("upload", "--base-url", signed_in.base_url, good_file).status == 0


@pytest.mark.parametrize("name", ["EXOGUI_ACCOUNT_SID", "EXOGUI_API_KEY", "EXOGUI_API_TOKEN"])
def test_that_a_missing_variable_is_named(
    name: str, good_file: Path, signed_in: PracticeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, " ")
    message = nothing_sent(good_file)
    assert message.endswith(f"Missing: {name}.")
    assert signed_in.requests == ()


def test_that_no_account_at_all_names_every_way_to_give_one(good_file: Path) -> None:
    message = nothing_sent(good_file)
    assert "--practice" in message
    assert "--account" in message
    assert message.endswith("Missing: EXOGUI_ACCOUNT_SID, EXOGUI_API_KEY, EXOGUI_API_TOKEN.")


@pytest.mark.parametrize(
    "address", ["", "not an address", "ftp://x.example", "http://x.example", "https://x.example?a=b"]
)
def test_that_an_address_that_cannot_be_used_sends_nothing(
    address: str, good_file: Path, signed_in: PracticeServer
) -> None:
    assert "address" in nothing_sent("--base-url", address, good_file)
    assert signed_in.requests == ()


def test_that_an_address_of_the_environment_is_looked_at_too(
    good_file: Path, signed_in: PracticeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXOGUI_BASE_URL", "http://x.example")
    assert "https://" in nothing_sent(good_file)


# --- an account saved in the window ---------------------------------------------------------------------


@pytest.mark.only_on("linux")
def test_that_a_saved_account_signs_in_with_its_key_from_the_keychain(
    good_file: Path, server: PracticeServer, secret_service: SecretService
) -> None:
    keep_key(saved_account("Acme Mumbai", server.base_url))
    assert exogui("upload", "--account", "acme mumbai", good_file).status == 0
    assert len(server.uploads) == 1


@pytest.mark.only_on("linux")
def test_that_another_address_can_be_given_beside_a_saved_account(
    good_file: Path, server: PracticeServer, secret_service: SecretService
) -> None:
    keep_key(saved_account("Acme", NOBODY))
    words = ("--account", "Acme", "--base-url", server.base_url)
    assert exogui("upload", *words, good_file).status == 0
    assert AccountStore().accounts()[0].other_address == NOBODY
    assert len(server.uploads) == 1


@pytest.mark.only_on("linux")
def test_that_an_address_that_cannot_be_used_is_refused_beside_a_saved_account(
    good_file: Path, server: PracticeServer, secret_service: SecretService
) -> None:
    keep_key(saved_account("Acme", server.base_url))
    assert "address" in nothing_sent("--account", "Acme", "--base-url", "", good_file)
    assert server.requests == ()


def test_that_an_unknown_name_is_answered_with_the_names_there_are(good_file: Path) -> None:
    saved_account("Acme Mumbai", NOBODY)
    saved_account("Acme Singapore", NOBODY)
    message = nothing_sent("--account", "Acme", good_file)
    assert "“Acme”" in message
    assert "Acme Mumbai, Acme Singapore" in message


@pytest.mark.parametrize("name", ["", "Acme"])
def test_that_the_environment_does_not_stand_in_for_an_account_that_is_not_there(
    name: str, good_file: Path, signed_in: PracticeServer
) -> None:
    nothing_sent("--account", name, good_file)
    assert signed_in.requests == ()


@pytest.mark.only_on("linux")
def test_that_a_keychain_without_the_key_is_said(good_file: Path, secret_service: SecretService) -> None:
    saved_account("Acme", NOBODY)
    assert "no key for “Acme”" in nothing_sent("--account", "Acme", good_file)


@pytest.mark.only_on("linux")
def test_that_a_locked_keychain_is_said(good_file: Path, secret_service: SecretService) -> None:
    keep_key(saved_account("Acme", NOBODY))
    secret_service.stop_daemon()
    secret_service.start_daemon(b"another password")
    assert "is locked" in nothing_sent("--account", "Acme", good_file)


@pytest.mark.only_on("linux")
def test_that_a_missing_keychain_leads_to_the_environment(
    good_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    saved_account("Acme", NOBODY)
    assert "EXOGUI_" in nothing_sent("--account", "Acme", good_file)


def test_that_damaged_accounts_are_set_aside_and_named(good_file: Path) -> None:
    saved_account("Acme", NOBODY)
    [path] = AccountStore()._path.parent.iterdir()
    path.write_text("{")
    message = nothing_sent("--account", "Acme", good_file)
    [kept] = path.parent.iterdir()
    assert str(kept) in message
    assert kept.read_text() == "{"


@pytest.mark.only_on("linux", "darwin")
def test_that_accounts_that_cannot_be_read_are_said(good_file: Path) -> None:
    saved_account("Acme", NOBODY)
    [path] = AccountStore()._path.parent.iterdir()
    path.unlink()
    path.mkdir()
    assert "could not be read" in nothing_sent("--account", "Acme", good_file)
