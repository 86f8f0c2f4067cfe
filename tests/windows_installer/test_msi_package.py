"""What the MSI does, with programs that stand in for exogui. Needs administrator rights, as IT has them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import windows_installers
from file_types import EXTENSIONS

from tests.windows_installer.windows import Place, Windows

DOWNGRADE_OR_BLOCKED = 1603
Package = Callable[[str], Path]


@pytest.fixture(scope="session")
def package(stand_ins: Path, tmp_path_factory: pytest.TempPathFactory) -> Package:
    """Makes the package of a version."""
    made: dict[str, Path] = {}

    def make(version: str) -> Path:
        if version not in made:
            folder = tmp_path_factory.mktemp("msi")
            bundle = shutil.copytree(stand_ins, folder / "bundle")
            (bundle / "_internal" / "name with ä $PROFILE.txt").unlink()  # wixl knows no $
            (bundle / "_internal" / "name with ä.txt").touch()
            (bundle / "version.txt").write_text(version, encoding="ascii")
            (bundle / f"only in {version}.txt").write_text(version, encoding="ascii")
            made[version] = windows_installers.make_msi(bundle, folder, version)
        return made[version]

    return make


@pytest.fixture
def removed(windows: Windows, before: Place) -> Iterator[list[Path]]:
    """Packages that are removed when the test is over."""
    packages: list[Path] = []
    yield packages
    for msi in packages:
        windows.run("msiexec", "/x", windows.name(msi), "/qn")


def install(windows: Windows, msi: Path, *properties: str) -> int:
    return windows.run("msiexec", "/i", windows.name(msi), "/qn", *properties)


def test_that_what_the_package_installed_is_all_removed_again(
    windows: Windows, package: Package, before: Place
) -> None:
    home = windows.path("%PROGRAMFILES%") / "exogui"
    assert install(windows, package("1.0.0")) == 0
    assert (home / "exogui.exe").exists()
    assert (home / "_internal" / "plugins" / "look.dll").exists()
    offered = windows.registry(r"HKLM\Software\Classes")
    for extension in EXTENSIONS:
        key = rf"HKEY_LOCAL_MACHINE\Software\Classes\{extension}\OpenWithProgids"
        assert (key, '"exogui.ContactsFile"') in offered
    assert windows.run("msiexec", "/x", windows.name(package("1.0.0")), "/qn") == 0
    left = [line for line in windows.place().added_since(before) if "exogui" in line.lower()]
    assert left == []


def test_that_a_newer_package_takes_the_place_of_an_older_one(
    windows: Windows, package: Package, removed: list[Path]
) -> None:
    home = windows.path("%PROGRAMFILES%") / "exogui"
    removed.append(package("1.1.0"))
    assert install(windows, package("1.0.0")) == 0
    assert install(windows, package("1.1.0")) == 0
    assert (home / "version.txt").read_text(encoding="ascii") == "1.1.0"
    assert not (home / "only in 1.0.0.txt").exists()


def test_that_an_older_package_is_refused(windows: Windows, package: Package, removed: list[Path]) -> None:
    home = windows.path("%PROGRAMFILES%") / "exogui"
    removed.append(package("1.1.0"))
    install(windows, package("1.1.0"))
    assert windows.same_code(install(windows, package("1.0.0")), DOWNGRADE_OR_BLOCKED)
    assert (home / "version.txt").read_text(encoding="ascii") == "1.1.0"


def test_that_the_folder_and_the_parts_can_be_chosen(
    windows: Windows, package: Package, removed: list[Path]
) -> None:
    removed.append(package("1.0.0"))
    folder = "C:\\exogui here"
    chosen = ("ADDLOCAL=Program,StartMenu", f'INSTALLFOLDER="{folder}"' if windows.is_real else "")
    assert install(windows, package("1.0.0"), *filter(None, chosen)) == 0
    assert r"HKEY_LOCAL_MACHINE\Software\Classes\exogui.ContactsFile" not in {
        key for key, _ in windows.registry(r"HKLM\Software\Classes")
    }


def test_that_the_setup_program_and_the_package_do_not_mix(
    windows: Windows, package: Package, removed: list[Path]
) -> None:
    removed.append(package("1.0.0"))
    install(windows, package("1.0.0"))
    with_switch = windows_installers.make_setup(
        package("1.0.0").parent / "bundle", package("1.0.0").parent, "1.1.0"
    )
    assert windows.same_code(windows.run(with_switch, "/S", "/AllUsers"), 1638)
    home = windows.path("%PROGRAMFILES%") / "exogui"
    assert not (home / "uninstall.exe").exists()
