"""All that exogui keeps for one person on this computer: found, and removed for good."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from exogui.exotel.accounts import PRACTICE_ID
from exogui.exotel.keychain import SELF_CHECK_ID, Keychain, KeychainError, SystemKeychain
from exogui.one_window.window_place import is_any_held, places_folder
from exogui.uploads.job_files import JobFiles, jobs_with_files
from exogui.uploads.journal import FILE_NAME, open_journal
from exogui.uploads.journal_database import JournalError
from exogui.uploads.records import JobRecord

_SAVED_ACCOUNT = re.compile(r'"id":\s*"([^"]+)"')
"""In the list of accounts, also in one that is damaged and was set aside."""
_ACCOUNT_OF_SETTING = re.compile(r"^([0-9a-f]{32})=", re.MULTILINE)
"""In the settings, which remember a list for each account."""

_MADE_BY_EXOGUI = (
    "accounts*", "settings.ini*", "recipes", "uploads*", "exogui*.log*", "log", "Logs", "Cache",
    "*.lock", "*.socket",
)  # fmt: skip
"""What is in the folders of :class:`PersonalData`."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What became of it."""

    removed: tuple[Path, ...] = ()
    """Folders that are gone."""
    left: tuple[tuple[Path, str], ...] = ()
    """Files and folders that could not be removed, and what the system said."""
    keys_removed: int = 0
    """Saved accounts whose keys are gone."""
    keys_left: tuple[str, ...] = ()
    """Ids of saved accounts whose keys the keychain did not let go of. The list of accounts stays then, so
    that it is known which they are when this is tried again."""


@dataclass(slots=True)
class PersonalData:
    """What is there, before anything is removed. To be made by :meth:`find`."""

    settings_folder: Path
    data_folder: Path
    folders: tuple[Path, ...]
    """Those of data, logs, state, cache, locks and settings that exist. One may lie in another."""
    account_ids: tuple[str, ...] = ()
    """Of saved accounts."""
    former_ids: tuple[str, ...] = ()
    """Of others that are still named somewhere: their keys may have stayed when they were forgotten."""
    jobs: tuple[JobRecord, ...] = ()
    """All uploads; none where their record cannot be read."""

    @classmethod
    def find(cls) -> PersonalData:
        """Look for it. Changes nothing but a record that is damaged, which is set aside."""
        import platformdirs

        config = platformdirs.user_config_path("exogui", appauthor=False)
        data = platformdirs.user_data_path("exogui", appauthor=False)
        folders = [
            data,
            platformdirs.user_log_path("exogui", appauthor=False),
            platformdirs.user_state_path("exogui", appauthor=False),
            platformdirs.user_cache_path("exogui", appauthor=False),
        ]
        with contextlib.suppress(OSError):  # it is another person's, and nothing of exogui is in it
            folders.append(places_folder())
        folders.append(config)
        jobs = _jobs(data)
        saved = _found_in(_SAVED_ACCOUNT, config.glob("accounts*"))
        others = [
            *_found_in(_ACCOUNT_OF_SETTING, [config / "settings.ini"]),
            *(job.account.id for job in jobs),
        ]
        former = dict.fromkeys(each for each in others if each not in {*saved, PRACTICE_ID})
        return cls(
            config,
            data,
            folders=tuple(folder for folder in dict.fromkeys(folders) if folder.is_dir()),
            account_ids=tuple(saved),
            former_ids=tuple(former),
            jobs=tuple(jobs),
        )

    @property
    def unfinished(self) -> list[JobRecord]:
        """The uploads with rows that wait, are on their way, or of which nobody knows."""
        return [job for job in self.jobs if job.unfinished and job.account.id != PRACTICE_ID]

    def window_is_open(self) -> bool:
        """Whether there is a window, which would write its settings when it is closed. Raises OSError."""
        try:
            return is_any_held()
        except PermissionError:
            return False  # where nobody can hold a place, no window does

    def busy(self) -> list[str]:
        """The ids of the uploads that another exogui works on. Raises OSError."""
        busy, uploads = [], self.data_folder / "uploads"
        for job_id in jobs_with_files(uploads):
            files = JobFiles.claim(uploads, job_id, patient=True)
            if files is None:
                busy.append(job_id)
            else:
                files.close()  # Windows would not let go of a lock that is held
        return busy

    def remove(self, keychain: Keychain | None = None) -> Removal:
        """Remove all of it, the keys first: once the accounts are gone, nobody knows where they are."""
        keys_left = _forget(keychain or SystemKeychain(), self.account_ids, self.former_ids)
        kept = {path for folder in self.folders for path in folder.glob("accounts*")} if keys_left else set()
        left: list[tuple[Path, str]] = []
        for folder in self.folders:
            if folder.is_dir():
                others = _others_in(folder)
                left += _remove_tree(folder, kept | others)
                if others:
                    left.append((folder, os.strerror(errno.ENOTEMPTY)))
        removed = tuple(folder for folder in self.folders if not folder.exists())
        return Removal(removed, tuple(left), len(self.account_ids) - len(keys_left), tuple(keys_left))


def _jobs(data: Path) -> list[JobRecord]:
    if not (data / FILE_NAME).is_file():
        return []
    try:
        journal, _ = open_journal(data)
        with contextlib.closing(journal):
            return journal.jobs()
    except JournalError:
        return []


def _found_in(pattern: re.Pattern[str], files: Iterable[Path]) -> list[str]:
    """What the pattern finds in these files, each once."""
    found: dict[str, None] = {}
    for file in files:
        with contextlib.suppress(OSError):
            found.update(dict.fromkeys(pattern.findall(file.read_text(encoding="utf-8", errors="replace"))))
    return list(found)


def _forget(keychain: Keychain, saved: Sequence[str], former: Sequence[str]) -> list[str]:
    """Leave no keys of these accounts; the saved ones of which they could not be removed."""
    left = []
    for account_id in saved:
        try:
            keychain.forget(account_id)
        except KeychainError:
            left.append(account_id)
    for account_id in (*former, SELF_CHECK_ID):
        with contextlib.suppress(KeychainError):  # there may never have been any
            keychain.forget(account_id)
    return left


def _others_in(folder: Path) -> set[Path]:
    """What is not exogui's in a folder that is not exogui's alone.

    That is one which somebody made a link to another folder, or, through the variables that say where data
    goes, one that holds the person's home.
    """
    real = folder.resolve()
    try:
        if Path.home().resolve().is_relative_to(real):
            return set(folder.iterdir())
        if real == folder.parent.resolve() / folder.name:
            return set()
        made = _MADE_BY_EXOGUI
        return {path for path in folder.iterdir() if not any(fnmatch(path.name, name) for name in made)}
    except OSError:
        return set()  # nothing in it can be removed either


def _remove_tree(folder: Path, kept: set[Path]) -> list[tuple[Path, str]]:
    """Remove a folder with all in it but ``kept``; gives what could not be. Links are not followed."""
    left: list[tuple[Path, str]] = []
    try:
        with os.scandir(folder) as scanned:
            inside = {Path(entry): _is_folder(entry) for entry in scanned}
    except OSError as error:
        return [(folder, error.strerror or str(error))]
    for path, is_folder in inside.items():
        if path not in kept:
            left += _remove_tree(path, kept) if is_folder else _tried(path.unlink, path)
    if left or kept & inside.keys():
        return left
    return _tried(folder.unlink if folder.is_symlink() else folder.rmdir, folder)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder of its own, no link or junction to one."""
    if sys.platform == "win32" and entry.stat(follow_symlinks=False).st_reparse_tag == (
        stat.IO_REPARSE_TAG_MOUNT_POINT
    ):
        return False
    return entry.is_dir(follow_symlinks=False)


def _tried(removing: Callable[[], None], path: Path) -> list[tuple[Path, str]]:
    try:
        removing()
    except FileNotFoundError:
        return []
    except OSError as error:
        return [(path, error.strerror or str(error))]
    return []
