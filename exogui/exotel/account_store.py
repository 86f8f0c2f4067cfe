"""The accounts of this person, without their secrets, in a JSON file of the settings directory."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import logging
import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from exogui.exotel.accounts import PRACTICE_ID, Account, DataCentre, SignIn
from exogui.exotel.addresses import check_address

_log = logging.getLogger(__name__)

_VERSION = 1


class AccountStore:
    """Reads and writes the accounts. Blocking. Every change reads the file anew: two windows may be open.

    A file that cannot be understood is renamed, never overwritten; ``set_aside`` then names it.
    Raises OSError where the settings directory cannot be read or written.
    """

    def __init__(self, directory: Path | None = None) -> None:
        if directory is None:
            import platformdirs

            directory = platformdirs.user_config_path("exogui", appauthor=False)
        self._path = directory / "accounts.json"
        self.set_aside: Path | None = None

    def accounts(self) -> tuple[Account, ...]:
        """All accounts, in the order in which they were added."""
        return self._read().accounts

    def last_used(self) -> Account | None:
        """The account that was used last, or the only one there is."""
        contents = self._read()
        if len(contents.accounts) == 1:
            return contents.accounts[0]
        return next((each for each in contents.accounts if each.id == contents.last_used), None)

    def save(self, account: Account) -> None:
        """Add the account, or replace the one with its id."""

        def change(contents: _Contents) -> _Contents:
            kept = [account if each.id == account.id else each for each in contents.accounts]
            if account not in kept:
                kept.append(account)
            return dataclasses.replace(contents, accounts=tuple(kept))

        self._change(change)

    def rename(self, account_id: str, name: str) -> None:
        """Give an account another name."""
        self._change(
            lambda contents: dataclasses.replace(
                contents,
                accounts=tuple(
                    dataclasses.replace(each, name=name) if each.id == account_id else each
                    for each in contents.accounts
                ),
            )
        )

    def remove(self, account_id: str) -> None:
        """Forget an account. Its secrets are forgotten through the keychain."""
        self._change(
            lambda contents: _Contents(
                tuple(each for each in contents.accounts if each.id != account_id),
                "" if contents.last_used == account_id else contents.last_used,
            )
        )

    def use(self, account_id: str) -> None:
        """Remember which account was used last."""
        self._change(lambda contents: dataclasses.replace(contents, last_used=account_id))

    def _change(self, change: Callable[[_Contents], _Contents]) -> None:
        before = self._read()
        after = change(before)
        if after != before:
            self._write(after)

    def _read(self) -> _Contents:
        try:
            return _contents(json.loads(self._path.read_bytes()))
        except FileNotFoundError:
            return _Contents()
        except (ValueError, KeyError, TypeError, RecursionError):
            stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
            self.set_aside = self._path.with_name(f"accounts-damaged-{stamp}.json")
            self._path.replace(self.set_aside)
            _log.info("The accounts could not be understood; the file was set aside")
            return _Contents()

    def _write(self, contents: _Contents) -> None:
        """Replace the file in one step: a power cut leaves the old one or the new one."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        document = {
            "version": _VERSION,
            "last_used": contents.last_used,
            "accounts": [dataclasses.asdict(account) for account in contents.accounts],
        }
        descriptor, name = tempfile.mkstemp(prefix="accounts-", suffix=".tmp", dir=self._path.parent)
        try:
            with open(descriptor, "w", encoding="utf-8") as file:  # noqa: PTH123 - an open descriptor
                json.dump(document, file, ensure_ascii=False, indent=2)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(self._path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise


@dataclasses.dataclass(frozen=True, slots=True)
class _Contents:
    accounts: tuple[Account, ...] = ()
    last_used: str = ""


def _contents(document: Any) -> _Contents:
    """Raises ValueError, KeyError or TypeError for what is not such a file."""
    if document["version"] != _VERSION:
        raise ValueError("another version")
    return _Contents(tuple(_account(each) for each in document["accounts"]), str(document["last_used"]))


def _account(fields: Any) -> Account:
    names = [field.name for field in dataclasses.fields(Account)]
    texts = {name: fields[name] for name in names}
    if not all(isinstance(value, str) for value in texts.values()) or texts["id"] in {"", PRACTICE_ID}:
        raise ValueError("not an account")
    if texts["data_centre"] == DataCentre.OTHER:
        check_address(texts["other_address"])  # whoever wrote it: no sign-in goes out in the open
    return Account(
        **{
            **texts,
            "data_centre": DataCentre(texts["data_centre"]),
            "sign_in": SignIn(texts["sign_in"]),
        }
    )
