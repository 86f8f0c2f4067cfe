"""The accounts' file: written whole or not at all, never lost, never with a secret."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from exogui.exotel.account_store import AccountStore
from exogui.exotel.accounts import PRACTICE_ID, Account, DataCentre, SignIn

ACME = Account("Acme मुंबई", "acme1", DataCentre.MUMBAI, id="id-1")
BETA = Account("Beta", "beta1", DataCentre.OTHER, SignIn.TOKEN, "https://gateway.example", id="id-2")


@pytest.fixture
def store(tmp_path: Path) -> AccountStore:
    return AccountStore(tmp_path / "config")


def again(store: AccountStore) -> AccountStore:
    return AccountStore(store._path.parent)


def test_that_a_new_machine_has_no_accounts(store: AccountStore) -> None:
    assert store.accounts() == ()
    assert store.last_used() is None
    assert store.set_aside is None


def test_that_accounts_come_back_as_they_were(store: AccountStore) -> None:
    store.save(ACME)
    store.save(BETA)
    assert again(store).accounts() == (ACME, BETA)


def test_that_a_file_of_the_first_version_is_read(tmp_path: Path) -> None:
    (tmp_path / "accounts.json").write_text(
        """{"version": 1, "last_used": "id-1", "accounts": [
            {"name": "Acme", "account_sid": "acme1", "data_centre": "mumbai", "sign_in": "key",
             "other_address": "", "id": "id-1"},
            {"name": "Beta", "account_sid": "beta1", "data_centre": "other", "sign_in": "token",
             "other_address": "https://gateway.example", "id": "id-2"}]}"""
    )
    store = AccountStore(tmp_path)
    acme = Account("Acme", "acme1", DataCentre.MUMBAI, SignIn.KEY, id="id-1")
    assert store.accounts() == (acme, BETA)
    assert store.last_used() == acme
    assert store.set_aside is None


def test_that_saving_again_replaces_in_its_place(store: AccountStore) -> None:
    store.save(ACME)
    store.save(BETA)
    changed = dataclasses.replace(ACME, account_sid="acme2")
    store.save(changed)
    assert again(store).accounts() == (changed, BETA)


def test_that_renaming_changes_the_name_only(store: AccountStore) -> None:
    store.save(ACME)
    store.rename("id-1", "Acme Pune")
    assert again(store).accounts() == (dataclasses.replace(ACME, name="Acme Pune"),)


def test_that_removing_leaves_no_trace_in_the_file(store: AccountStore) -> None:
    store.save(ACME)
    store.save(BETA)
    store.use("id-1")
    store.remove("id-1")
    text = store._path.read_text()
    assert "acme" not in text.lower()
    assert "id-1" not in text
    assert again(store).last_used() == BETA


def test_that_the_account_used_last_is_remembered(store: AccountStore) -> None:
    store.save(ACME)
    assert store.last_used() == ACME, "the only one there is"
    store.save(BETA)
    assert store.last_used() is None
    store.use("id-2")
    assert again(store).last_used() == BETA


def test_that_two_windows_do_not_lose_each_others_accounts(store: AccountStore) -> None:
    other = again(store)
    store.save(ACME)
    other.save(BETA)
    assert store.accounts() == (ACME, BETA)


DAMAGE = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"\xff\x00",
    b'{"version": 99, "last_used": "", "accounts": []}',
    b'{"version": 1, "last_used": "", "accounts": [{"name": "x"}]}',
    b'{"version": 1, "last_used": "", "accounts": 7}',
    b'{"version": 1, "accounts": []}',
]


@pytest.mark.parametrize("content", DAMAGE)
def test_that_a_damaged_file_is_set_aside_and_not_lost(store: AccountStore, content: bytes) -> None:
    store._path.parent.mkdir()
    store._path.write_bytes(content)
    assert store.accounts() == ()
    assert store.set_aside is not None
    assert store.set_aside.read_bytes() == content
    store.save(ACME)
    assert again(store).accounts() == (ACME,)
    assert store.set_aside.read_bytes() == content


@pytest.mark.parametrize("address", ["http://gateway.example", "https://user:word@gateway.example", ""])
def test_that_an_address_that_somebody_made_unsafe_is_not_used(store: AccountStore, address: str) -> None:
    """The sign-in would go there in the open."""
    store.save(dataclasses.replace(BETA, other_address=address))
    assert again(store).accounts() == ()


def test_that_no_account_passes_for_the_practice_account(store: AccountStore) -> None:
    """To which contacts may go where an organisation allows no other address on this machine."""
    store.save(dataclasses.replace(BETA, id=PRACTICE_ID, other_address="http://127.0.0.1:8000"))
    assert again(store).accounts() == ()


def test_that_nothing_else_stays_in_the_directory(store: AccountStore) -> None:
    store.save(ACME)
    store.save(BETA)
    assert [each.name for each in store._path.parent.iterdir()] == ["accounts.json"]


def test_that_a_write_that_fails_leaves_the_old_file_and_no_litter(
    store: AccountStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(ACME)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        store.save(BETA)
    assert again(store).accounts() == (ACME,)
    assert [each.name for each in store._path.parent.iterdir()] == ["accounts.json"]


def test_that_the_file_is_where_the_system_keeps_settings(private_home: Path) -> None:
    AccountStore().save(ACME)
    [path] = private_home.rglob("accounts.json")
    assert "exogui" in path.parent.name
