"""What the setup program and its uninstaller do, with programs that stand in for exogui."""

from __future__ import annotations

import contextlib
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from file_types import EXTENSIONS

from tests.windows_installer.conftest import Build
from tests.windows_installer.windows import PATIENCE_SECONDS, Place, Windows

UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\exogui"
FAILED, BAD_SWITCHES, IN_USE, NEWER_INSTALLED = 2, 87, 1618, 1638


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def wait_for(file: Path) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not file.exists():
        assert time.monotonic() < end
        time.sleep(0.1)


@contextlib.contextmanager
def running(windows: Windows, program: Path) -> Iterator[None]:
    """``program`` runs; it ends with the block."""
    folder = program.parent
    (folder / "stay.txt").touch()
    process = windows.start(program)
    wait_for(folder / "called.txt")
    try:
        yield
    finally:
        (folder / "stay.txt").unlink()
        process.wait(PATIENCE_SECONDS)
        (folder / "called.txt").unlink()


def test_that_what_was_installed_is_all_removed_again(windows: Windows, setup: Build, before: Place) -> None:
    assert windows.run(setup("1.0.0"), "/S") == 0
    home = windows.programs / "exogui"
    assert (home / "exogui.exe").exists()
    assert (home / "_internal" / "name with ä $PROFILE.txt").exists()
    assert (windows.start_menu / "exogui.lnk").exists()
    assert not (home / "exogui-new").exists()
    assert not (home / "exogui-old").exists()
    windows.uninstall(home, "/S")
    assert windows.place().added_since(before) == []


def test_that_windows_is_told_about_the_program(windows: Windows, setup: Build, before: Place) -> None:
    windows.run(setup("1.0.0"), "/S")
    home = windows.name(windows.programs / "exogui")
    told = windows.registry(f"HKCU\\{UNINSTALL}")
    values = {name.strip('"'): value.strip('"').replace('\\"', '"') for (_, name), value in told.items()}
    assert values["DisplayName"] == "exogui"
    assert values["DisplayVersion"] == "1.0.0"
    assert values["Publisher"] == "exogui contributors"
    assert values["InstallLocation"].lower() == home.lower()
    assert values["QuietUninstallString"].lower() == f'"{home}\\uninstall.exe" /s'.lower()
    assert int(values["EstimatedSize"].removeprefix("dword:"), 16) > 0


def test_that_exogui_is_offered_for_its_files_and_takes_none(
    windows: Windows, setup: Build, before: Place
) -> None:
    windows.run(setup("1.0.0"), "/S")
    classes = windows.registry(r"HKCU\Software\Classes")
    root = r"HKEY_CURRENT_USER\Software\Classes"
    for extension in EXTENSIONS:
        assert (rf"{root}\{extension}\OpenWithProgids", '"exogui.ContactsFile"') in classes
        assert (rf"{root}\{extension}", "@") not in classes
    opened = classes[rf"{root}\exogui.ContactsFile\shell\open\command", "@"]
    assert opened.endswith(r'exogui.exe\" \"%1\""')


def test_that_another_program_for_the_same_files_stays_registered(
    windows: Windows, setup: Build, before: Place
) -> None:
    key = r"HKCU\Software\Classes\.ods"
    windows.output("reg", "add", key + r"\OpenWithProgids", "/v", "Other.Program", "/f")
    try:
        windows.run(setup("1.0.0"), "/S")
        windows.uninstall(windows.programs / "exogui", "/S")
        left = [name for (_, name) in windows.registry(key) if name]
        assert left == ['"Other.Program"']
    finally:
        windows.output("reg", "delete", key, "/f")


@pytest.mark.parametrize("where", ["with spaces", "संपर्क सूची"])
def test_that_the_folder_may_have_any_name(windows: Windows, setup: Build, before: Place, where: str) -> None:
    home = windows.programs / where / "exogui"
    assert windows.run(setup("1.0.0"), "/S", f"/D={windows.name(windows.programs)}\\{where}\\exogui") == 0
    assert (home / "exogui.exe").exists()
    windows.uninstall(home, "/S")
    assert not home.exists()
    home.parent.rmdir()
    assert windows.place().added_since(before) == []


def test_that_an_upgrade_removes_what_the_new_version_has_no_more(
    windows: Windows, setup: Build, before: Place
) -> None:
    home = windows.programs / "exogui"
    windows.run(setup("1.0.0", "_internal/gone/old.dll"), "/S")
    (home / "notes.txt").write_text("mine", encoding="ascii")
    assert windows.run(setup("1.1.0", "_internal/new.dll"), "/S") == 0
    assert not (home / "_internal" / "gone").exists()
    assert (home / "_internal" / "new.dll").exists()
    assert (home / "version.txt").read_text(encoding="ascii") == "1.1.0"
    assert (home / "notes.txt").read_text(encoding="ascii") == "mine"
    assert not (home / "exogui-old").exists()
    (home / "notes.txt").unlink()
    windows.uninstall(home, "/S")
    assert windows.place().added_since(before) == []


def test_that_an_upgrade_stays_where_the_program_is(windows: Windows, setup: Build, before: Place) -> None:
    home = windows.programs / "elsewhere"
    windows.run(setup("1.0.0"), "/S", f"/D={windows.name(windows.programs)}\\elsewhere")
    windows.run(setup("1.1.0"), "/S")
    assert (home / "version.txt").read_text(encoding="ascii") == "1.1.0"
    assert not (windows.programs / "exogui").exists()
    windows.uninstall(home, "/S")
    assert windows.place().added_since(before) == []


def test_that_a_program_moved_to_another_folder_leaves_nothing_in_the_old_one(
    windows: Windows, setup: Build, before: Place
) -> None:
    windows.run(setup("1.0.0"), "/S")
    windows.run(setup("1.1.0"), "/S", f"/D={windows.name(windows.programs)}\\elsewhere")
    assert not (windows.programs / "exogui").exists()
    windows.uninstall(windows.programs / "elsewhere", "/S")
    assert windows.place().added_since(before) == []


def test_that_a_folder_is_known_by_another_name(windows: Windows, setup: Build, before: Place) -> None:
    home = windows.programs / "exogui"
    windows.run(setup("1.0.0"), "/S")
    assert windows.run(setup("1.1.0"), "/S", f"/D={windows.name(windows.programs)}\\.\\exogui") == 0
    assert (home / "version.txt").read_text(encoding="ascii") == "1.1.0"
    assert (home / "exogui.exe").exists()
    windows.uninstall(home, "/S")
    assert windows.place().added_since(before) == []


def test_that_an_older_version_is_refused(windows: Windows, setup: Build, before: Place) -> None:
    windows.run(setup("1.10.0"), "/S")
    home = windows.programs / "exogui"
    was = contents(home)
    assert windows.same_code(windows.run(setup("1.9.0"), "/S"), NEWER_INSTALLED)
    assert contents(home) == was


def test_that_the_same_version_repairs(windows: Windows, setup: Build, before: Place) -> None:
    windows.run(setup("1.0.0"), "/S")
    look = windows.programs / "exogui" / "_internal" / "plugins" / "look.dll"
    look.unlink()
    assert windows.run(setup("1.0.0"), "/S") == 0
    assert look.exists()


@pytest.mark.parametrize("program", ["exogui.exe", "exogui-cli.exe"])
def test_that_nothing_changes_while_the_program_runs(
    windows: Windows, setup: Build, before: Place, program: str
) -> None:
    home = windows.programs / "exogui"
    windows.run(setup("1.0.0"), "/S")
    with running(windows, home / program):
        was = contents(home)
        assert windows.same_code(windows.run(setup("1.1.0"), "/S"), IN_USE)
        assert contents(home) == was
        in_place = f"_?={windows.name(home)}"  # else a copy of it goes on, for which nobody can wait
        assert windows.same_code(windows.run(home / "uninstall.exe", "/S", in_place), IN_USE)
        assert contents(home) == was
    assert windows.run(setup("1.1.0"), "/S") == 0


def test_that_the_uninstaller_can_be_waited_for(windows: Windows, setup: Build, before: Place) -> None:
    home = windows.programs / "exogui"
    windows.run(setup("1.0.0"), "/S")
    assert windows.run(home / "uninstall.exe", "/S", f"_?={windows.name(home)}") == 0
    assert {file.name for file in home.iterdir()} <= {"uninstall.exe"}
    shutil.rmtree(home)
    assert windows.place().added_since(before) == []


def test_that_data_are_removed_only_when_told(windows: Windows, setup: Build, before: Place) -> None:
    home = windows.programs / "exogui"
    windows.run(setup("1.0.0"), "/S")
    windows.uninstall(home, "/S", "/RemoveData")
    assert (home / "called.txt").read_text(encoding="ascii").split() == [
        "exogui-cli.exe",
        "remove-data",
        "--yes",
    ]
    assert {file.name for file in home.iterdir()} == {"called.txt"}
    shutil.rmtree(home)
    windows.run(setup("1.0.0"), "/S")
    windows.uninstall(home, "/S")
    assert not home.exists()


def test_that_nothing_is_removed_where_the_data_could_not_be(
    windows: Windows, setup: Build, before: Place
) -> None:
    home = windows.programs / "exogui"
    windows.run(setup("1.0.0"), "/S")
    (home / "fail.txt").touch()
    windows.uninstall(home, "/S", "/RemoveData")
    assert (home / "exogui.exe").exists()
    assert windows.registry(f"HKCU\\{UNINSTALL}") != {}


def test_that_files_of_others_are_left_alone(windows: Windows, setup: Build, before: Place) -> None:
    home = windows.programs / "exogui"
    windows.run(setup("1.0.0"), "/S")
    (home / "_internal" / "mine.txt").write_text("mine", encoding="ascii")
    windows.uninstall(home, "/S")
    assert contents(home) == {"_internal/mine.txt": b"mine"}


@pytest.mark.only_on(
    "linux"
)  # Windows removes a link that leads nowhere; Wine neither sees it nor writes through
def test_that_nothing_changes_where_a_file_cannot_be_written(
    windows: Windows, setup: Build, before: Place
) -> None:
    home = windows.programs / "exogui"
    windows.run(setup("1.0.0"), "/S")
    was = contents(home)
    in_the_way = home / "exogui-new" / "_internal"
    in_the_way.parent.mkdir()
    in_the_way.symlink_to("/nowhere/at/all")
    assert windows.same_code(windows.run(setup("1.1.0"), "/S"), FAILED)
    in_the_way.unlink()
    assert contents(home) == was


@pytest.mark.parametrize("theirs", ["uninstall.exe", "_internal/plugins/look.dll", "exogui-old/kept.txt"])
def test_that_a_folder_of_another_program_is_not_taken(
    windows: Windows, setup: Build, before: Place, tmp_path: Path, theirs: str
) -> None:
    folder = tmp_path / "another program"
    (folder / theirs).parent.mkdir(parents=True)
    (folder / theirs).write_bytes(b"theirs")
    assert windows.same_code(windows.run(setup("1.0.0"), "/S", f"/D={windows.name(folder)}"), FAILED)
    assert contents(folder) == {theirs: b"theirs"}
    assert windows.place().added_since(before) == []


def test_that_a_folder_with_other_files_can_be_shared(
    windows: Windows, setup: Build, before: Place, tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").write_bytes(b"mine")
    assert windows.run(setup("1.0.0"), "/S", f"/D={windows.name(tmp_path)}") == 0
    windows.uninstall(tmp_path, "/S")
    assert contents(tmp_path) == {"mine.txt": b"mine"}


def test_that_no_setup_begins_while_another_works(windows: Windows, setup: Build, before: Place) -> None:
    home = windows.programs / "exogui"
    windows.run(setup("1.0.0"), "/S")
    windows.output("reg", "delete", f"HKCU\\{UNINSTALL}", "/f")  # or the next looks there
    elsewhere = f"/D={windows.name(windows.programs)}\\elsewhere"
    (home / "stay.txt").touch()
    uninstaller = windows.start(home / "uninstall.exe", "/S", "/RemoveData", f"_?={windows.name(home)}")
    wait_for(home / "called.txt")
    assert windows.same_code(windows.run(setup("1.0.0"), "/S", elsewhere), IN_USE)
    assert not (windows.programs / "elsewhere").exists()
    (home / "stay.txt").unlink()
    assert uninstaller.wait(PATIENCE_SECONDS) == 0
    assert windows.run(setup("1.0.0"), "/S", elsewhere) == 0
    windows.uninstall(windows.programs / "elsewhere", "/S")
    shutil.rmtree(home)
    assert windows.place().added_since(before) == []


def test_that_a_setup_that_was_cut_off_does_not_stop_the_next(
    windows: Windows, setup: Build, before: Place
) -> None:
    home = windows.programs / "exogui"
    windows.run(setup("1.0.0"), "/S")
    for name in ("exogui-old/_internal", "exogui-new"):
        (home / name).mkdir(parents=True)
    shutil.move(home / "_internal" / "plugins", home / "exogui-old" / "_internal")
    (home / "exogui-new" / "exogui.exe").write_bytes(b"half")
    assert windows.run(setup("1.1.0"), "/S") == 0
    assert {file.name for file in home.iterdir() if file.is_dir()} == {"_internal"}
    windows.uninstall(home, "/S")
    assert windows.place().added_since(before) == []


def test_that_everyone_gets_the_program_when_an_administrator_says_so(
    windows: Windows, setup: Build, before: Place
) -> None:
    home = windows.path("%PROGRAMFILES%") / "exogui"
    assert windows.run(setup("1.0.0"), "/S", "/AllUsers") == 0
    assert (home / "exogui.exe").exists()
    assert not (windows.programs / "exogui").exists()
    assert windows.registry(f"HKLM\\{UNINSTALL}") != {}
    assert windows.registry(f"HKCU\\{UNINSTALL}") == {}
    assert windows.same_code(windows.run(setup("0.9.0"), "/S", "/AllUsers"), NEWER_INSTALLED)
    windows.uninstall(home, "/S")
    assert windows.place().added_since(before) == []


def test_that_contradicting_switches_are_refused(windows: Windows, setup: Build, before: Place) -> None:
    assert windows.same_code(windows.run(setup("1.0.0"), "/S", "/AllUsers", "/CurrentUser"), BAD_SWITCHES)
    assert windows.place().added_since(before) == []
