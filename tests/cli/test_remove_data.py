"""Removing everything that is kept for a person: all of it, or nothing where that would be wrong."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from exogui.cli.parser import main
from exogui.cli.personal_data import PersonalData
from exogui.cli.remove_data import remove_data
from exogui.cli.terminal import Terminal
from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.table import ContactTable
from exogui.exotel.account_store import AccountStore
from exogui.exotel.accounts import Account, ApiKey
from exogui.exotel.keychain import (
    SELF_CHECK_ID,
    KeychainLocked,
    KeychainUnavailable,
    SessionKeychain,
    SystemKeychain,
)
from exogui.gui.settings import Settings
from exogui.log_file import keep_log
from exogui.one_window.window_place import WindowPlace
from exogui.uploads.preparing import UploadOrder
from exogui.uploads.records import PartState
from exogui.uploads.upload_service import UploadService
from tests.cli.command_line import Finished, exogui, finish, start
from tests.secret_service import SecretService

KEY = ApiKey("the-key", "the-token")
ACCOUNT = Account("Acme", "acme1")
OTHER = Account("Bharat", "bharat1")


class LockedKeychain(SessionKeychain):
    """One that lets nobody in."""

    def forget(self, account_id: str) -> None:
        raise KeychainLocked


class NoKeychain(SessionKeychain):
    """None at all."""

    def forget(self, account_id: str) -> None:
        raise KeychainUnavailable


def files_in(home: Path) -> set[str]:
    """Everything of exogui's in the home directory."""
    return {path.relative_to(home).as_posix() for path in home.rglob("*") if "exogui" in str(path)}


@pytest.fixture
def kept(private_home: Path, good_file: Path) -> str:
    """What exogui keeps after some weeks of use; gives the id of an upload that waits."""
    import platformdirs

    store = AccountStore()
    store.save(ACCOUNT)
    store.save(OTHER)
    settings = Settings()
    settings.country = "IN"
    settings.set_list_id("0" * 32, "a list of an account that was removed")
    settings.save()
    settings.recipes_folder.mkdir()
    (settings.recipes_folder / "recipe-1.json").write_text("{}")
    with keep_log(platformdirs.user_log_path("exogui", appauthor=False)) as log:
        log.write_text("a line\n")
    table = ContactTable.judged(read_contacts(good_file))
    with contextlib.closing(UploadService()) as service:
        prepared = service.prepare(table, table.sendable_rows(), UploadOrder(ACCOUNT))
        prepared.files.close()
    return prepared.job.id


def remove(keychain: SessionKeychain, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Without a question, with this keychain: exit status and what was said where."""
    status = remove_data(Terminal(), without_asking=True, keychain=keychain)
    return status, *capsys.readouterr()


def test_that_nothing_is_left_of_all_that_was_kept(
    kept: str, private_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keychain = SessionKeychain()
    for account_id in (ACCOUNT.id, OTHER.id, "0" * 32, SELF_CHECK_ID):
        keychain.save(account_id, KEY)
    assert len(files_in(private_home)) > 8
    status, out, err = remove(keychain, capsys)
    assert status == 0
    assert files_in(private_home) == set()
    for account_id in (ACCOUNT.id, OTHER.id, "0" * 32, SELF_CHECK_ID):
        assert keychain.load(account_id) is None
    assert "keys of 2 accounts" in out
    assert "3 rows of contacts.csv wait here" in err
    assert "What became" not in err
    assert err.endswith("Nothing of yours is left.\n")


def test_that_it_may_be_repeated(kept: str, private_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert remove(SessionKeychain(), capsys)[0] == 0
    assert remove(SessionKeychain(), capsys) == (0, "", "exogui keeps nothing for you on this computer.\n")
    assert files_in(private_home) == set(), "to look does not make anything either"


def test_that_programs_hear_what_became_of_it(
    kept: str, good_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    remove_data(Terminal(), without_asking=True, as_json=True, keychain=SessionKeychain())
    report = json.loads(capsys.readouterr().out)
    assert report["unfinished"] == [{"job_id": kept, "file": str(good_file), "waiting": 3, "not_known": 0}]
    assert (report["accounts"], report["uploads"], report["keys_removed"]) == (2, 1, 2)
    assert report["removed"]
    assert (report["not_removed"], report["keys_left"]) == ([], 0)


def test_that_keys_of_a_damaged_list_of_accounts_are_found_too(
    kept: str, private_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [path] = private_home.rglob("accounts.json")
    path.write_bytes(path.read_bytes()[:-20])
    assert AccountStore().accounts() == (), "it was set aside"
    keychain = SessionKeychain()
    keychain.save(ACCOUNT.id, KEY)
    assert remove(keychain, capsys)[0] == 0
    assert keychain.load(ACCOUNT.id) is None


@pytest.mark.parametrize("keychain", [LockedKeychain(), NoKeychain()])
def test_that_where_keys_stay_it_stays_known_whose_they_are(
    keychain: SessionKeychain, kept: str, private_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = remove(keychain, capsys)
    assert status == 1
    assert {account.id for account in AccountStore().accounts()} == {ACCOUNT.id, OTHER.id}
    left = {path.name for path in private_home.rglob("*") if path.is_file()}
    assert left == {"accounts.json"}
    assert "keys of 2 accounts" in err
    assert "the keychain" not in out
    assert remove(SessionKeychain(), capsys)[0] == 0, "and it can be tried again"
    assert files_in(private_home) == set()


def test_that_without_a_keychain_and_accounts_everything_goes(
    kept: str, private_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for account in AccountStore().accounts():
        AccountStore().remove(account.id)
    assert remove(NoKeychain(), capsys)[0] == 0
    assert files_in(private_home) == set()


@pytest.mark.only_on("linux")
def test_that_the_keys_leave_the_keychain_of_the_system(
    secret_service: SecretService, kept: str, private_home: Path
) -> None:
    keychain = SystemKeychain()
    keychain.save(ACCOUNT.id, KEY)
    keychain.save("0" * 32, KEY)
    finished = exogui("remove-data", "--yes", "--json")
    assert (finished.status, finished.report["keys_left"]) == (0, 0)
    assert keychain.load(ACCOUNT.id) is None
    assert keychain.load("0" * 32) is None
    assert files_in(private_home) == set()


@pytest.mark.only_on("linux")
def test_that_what_cannot_be_removed_is_named_and_all_else_goes(
    kept: str, private_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [recipes] = private_home.rglob("recipes")
    monkeypatch.chdir(recipes)
    for _ in range(20):  # to where no path is short enough for the system
        os.mkdir("d" * 250)  # noqa: PTH102
        monkeypatch.chdir("d" * 250)
    status, out, err = remove(SessionKeychain(), capsys)
    assert status == 1
    assert f"Not removed: {recipes}" in out
    assert "too long" in out
    assert "Some of it is left" in err
    assert os.listdir(recipes.parent) == ["recipes"]  # noqa: PTH208
    assert not (private_home / "data" / "exogui").exists()


@pytest.mark.only_on("linux", "darwin")
@pytest.mark.usefixtures("kept")
def test_that_what_is_only_linked_to_stays(
    private_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "letter.txt").touch()
    [recipes] = private_home.rglob("recipes")
    (recipes / "link").symlink_to(own)
    moved = private_home / "elsewhere"
    recipes.parent.rename(moved)
    recipes.parent.symlink_to(moved)
    assert remove(SessionKeychain(), capsys)[0] == 0
    assert (own / "letter.txt").is_file()
    assert not recipes.parent.is_symlink()
    assert list(moved.iterdir()) == [], "what was kept there is gone"


@pytest.mark.only_on("linux", "darwin")
@pytest.mark.usefixtures("kept")
def test_that_what_others_keep_in_a_folder_that_is_linked_to_stays(
    private_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [config] = {path.parent for path in private_home.rglob("accounts.json")}
    documents = tmp_path / "Documents"
    config.rename(documents)
    config.symlink_to(documents)
    (documents / "letter.txt").touch()
    (documents / "letters").mkdir()
    (documents / "letters" / "to Asha.txt").touch()
    status, out, err = remove(SessionKeychain(), capsys)
    left = {path.relative_to(documents).as_posix() for path in documents.rglob("*")}
    assert left == {"letter.txt", "letters", "letters/to Asha.txt"}
    assert status == 1
    assert f"Not removed: {config} (" in out
    assert "Some of it is left" in err


@pytest.mark.only_on("linux", "darwin")
def test_that_nothing_is_removed_where_the_home_lies_in_the_folder(
    private_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = private_home / "exogui"
    (home / "uploads").mkdir(parents=True)
    (home / "letter.txt").touch()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(private_home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    (home / "config").mkdir()
    (home / "config" / "exogui").symlink_to(home)
    assert remove(SessionKeychain(), capsys)[0] == 1
    assert {path.name for path in home.iterdir()} == {"uploads", "letter.txt", "config"}


# --- when nothing is to be removed ----------------------------------------------------------------------


def test_that_nothing_is_removed_while_another_exogui_works_on_an_upload(
    kept: str, private_home: Path
) -> None:
    before = files_in(private_home)
    with contextlib.closing(UploadService()) as service:
        working = service.pick_up(kept)
        finished = exogui("remove-data", "--yes")
        working.files.close()
    assert finished.status == 2
    assert "works on an upload (contacts.csv), so nothing was removed" in finished.err
    assert before <= files_in(private_home)
    assert AccountStore().accounts() == (ACCOUNT, OTHER)


def test_that_nothing_is_removed_while_a_window_is_open(
    kept: str, private_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_in(private_home)
    place = WindowPlace.own()
    assert place.take()
    finished = exogui("remove-data", "--yes")
    place.leave()
    assert (finished.status, finished.err.splitlines()[-1]) == (
        2,
        "exogui is open, so nothing was removed. Close its window and try again.",
    )
    assert before <= files_in(private_home)
    assert remove(SessionKeychain(), capsys)[0] == 0
    assert files_in(private_home) == set(), "of the window's place neither"


@pytest.mark.only_on("linux")
def test_that_nothing_is_removed_while_a_window_is_open_in_another_session(
    kept: str, private_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_in(private_home)
    monkeypatch.setenv("DISPLAY", ":98")
    place = WindowPlace.own()
    assert place.take()
    monkeypatch.setenv("DISPLAY", ":99")
    finished = exogui("remove-data", "--yes")
    place.leave()
    assert finished.status == 2
    assert "exogui is open" in finished.err
    assert before <= files_in(private_home)


@pytest.mark.only_on("linux")
@pytest.mark.parametrize("planted", [False, True])
def test_that_no_folder_for_places_of_windows_keeps_nobody_from_removing(
    kept: str, private_home: Path, monkeypatch: pytest.MonkeyPatch, planted: bool
) -> None:
    """Below the folder for temporary files, another person may have been first."""
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    temporary = private_home / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    if planted:
        (temporary / f"runtime-{os.getuid()}").symlink_to(private_home)
    for account in AccountStore().accounts():
        AccountStore().remove(account.id)
    finished = exogui("remove-data", "--yes")
    assert finished.status == 0
    assert finished.err.splitlines() == [
        "3 rows of contacts.csv wait here to be sent, and never would be.",
        "Nothing of yours is left.",
    ]


def test_that_nothing_is_removed_where_nobody_can_be_asked(kept: str, private_home: Path) -> None:
    before = files_in(private_home)
    finished = exogui("remove-data")
    assert (finished.status, finished.out) == (2, "")
    assert finished.err.endswith("add --yes.\n")
    assert before <= files_in(private_home)


@pytest.mark.only_on("linux", "darwin")
@pytest.mark.parametrize(
    ("answer", "status"),
    [("yes", 0), ("YES", 0), ("", 2), ("no", 2), ("y", 2), ("yes, but", 2)],
)
def test_that_a_person_is_asked(answer: str, status: int, kept: str, private_home: Path) -> None:
    for account in AccountStore().accounts():
        AccountStore().remove(account.id)
    before = files_in(private_home)
    finished = told(answer)
    assert finished.status == status, finished.err
    assert "1 upload" in finished.err
    assert "3 rows of contacts.csv wait here" in finished.err
    assert str(private_home) in finished.err, "the folders are named"
    if status:
        assert finished.err.endswith("Nothing was removed.\n")
        assert before <= files_in(private_home)
    else:
        assert files_in(private_home) == set()


def told(answer: str) -> Finished:
    """``exogui remove-data`` on a terminal at which somebody types this."""
    import pty

    ours, theirs = pty.openpty()
    process = start("remove-data", stdin=theirs)
    os.close(theirs)
    os.write(ours, f"{answer}\n".encode())
    finished = finish(process)
    os.close(ours)
    return finished


def test_that_looking_names_each_folder_once(kept: str) -> None:
    folders = PersonalData.find().folders
    assert len(set(folders)) == len(folders)
    assert all(folder.name == "exogui" or folder.parent.name == "exogui" for folder in folders)


def test_that_it_needs_no_qt(kept: str) -> None:
    from tests.cli.command_line import packages_loaded_by

    assert not packages_loaded_by("remove-data") & {"PySide6", "shiboken6"}


def test_that_rows_of_which_nobody_knows_are_named_before(
    kept: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with contextlib.closing(UploadService()) as service:
        [part] = service.journal.job(kept).parts
        service.journal.record(kept, part, replace(part, state=PartState.SENDING))
    _, _, err = remove(SessionKeychain(), capsys)
    assert err.startswith("What became of 3 rows of contacts.csv at Exotel is not known yet")
    assert "wait here" not in err


def test_that_a_word_too_many_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["remove-data", "everything"])
    assert ended.value.code == 2
