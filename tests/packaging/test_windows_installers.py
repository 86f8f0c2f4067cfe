"""How the installers for Windows are made; what they do is tried in tests/windows_installer."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path, PurePosixPath

import pytest
import windows_installers
import windows_msi
from file_types import EXTENSIONS
from windows_program import NoReleaseError, release_numbers

from exogui.contacts.sheet import FileFormat

ON_DEBIAN = pytest.mark.only_on("linux")
VARIABLE = re.compile(r"\$\w+|\$\{\w+\}")
STRINGS = re.compile(r'^!insertmacro Say (\w+) "(.*)"$', re.MULTILINE)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "a bundle"
    inside = folder / "_internal" / "plugins"
    inside.mkdir(parents=True)
    for file in (folder / "exogui.exe", folder / "exogui-cli.exe", inside / "look & feel.dll"):
        file.write_bytes(b"MZ" + file.name.encode() * 100)
    return folder


def texts(checkout: Path, language: str) -> dict[str, str]:
    file = checkout / "packaging" / "windows" / f"{language}.nsh"
    return dict(STRINGS.findall(file.read_text(encoding="utf-8")))


def table(msi: Path, name: str) -> list[list[str]]:
    """The rows of a table of an MSI."""
    text = subprocess.check_output(["msiinfo", "export", msi, name], text=True)
    return [line.split("\t") for line in text.splitlines()[3:]]


def test_that_the_setup_program_says_everything_in_each_language(checkout: Path) -> None:
    english, hindi = texts(checkout, "english"), texts(checkout, "hindi")
    assert len(english) > 20
    assert english.keys() == hindi.keys()
    for key, text in english.items():
        assert set(re.findall(r"\$\w+|\$\{\w+\}", text)) == set(re.findall(r"\$\w+|\$\{\w+\}", hindi[key])), (
            key
        )
        assert re.search(r"[\u0900-\u097f]", hindi[key]), key


def test_that_every_text_of_the_setup_program_is_used(checkout: Path) -> None:
    scripts = [*(checkout / "packaging" / "windows").glob("*.ns[hi]")]
    used = {name for script in scripts for name in re.findall(r"\$\((\w+)\)", script.read_text("utf-8"))}
    assert used == set(texts(checkout, "english"))


def test_that_the_file_types_are_those_that_exogui_reads() -> None:
    formats = {f".{name.value}" for name in FileFormat}
    assert formats <= set(EXTENSIONS)
    assert set(EXTENSIONS) - formats == {".txt", ".tsv"}


@pytest.mark.parametrize("version", ["1.2", "1.2.3rc1", "1.2.3.4", "1.2.70000", "300.0.0", "1.2.3.dev0"])
def test_that_only_a_release_becomes_an_installer(version: str, bundle: Path, tmp_path: Path) -> None:
    with pytest.raises(NoReleaseError, match=re.escape(version)):
        windows_installers.make_setup(bundle, tmp_path, version)


def test_that_a_release_has_three_numbers() -> None:
    assert release_numbers("1.20.300") == (1, 20, 300)


def test_that_another_folder_is_refused(bundle: Path, tmp_path: Path) -> None:
    (bundle / "exogui-cli.exe").unlink()
    with pytest.raises(windows_installers.InstallerError, match=r"no exogui-cli\.exe"):
        windows_installers.make_setup(bundle, tmp_path)


def test_that_files_are_removed_before_their_folders_and_the_deepest_folder_first() -> None:
    files = [PurePosixPath("_internal/a/b/x.dll"), PurePosixPath("exogui.exe")]
    assert windows_installers.installed(files) == [
        r"_internal\a\b\x.dll",
        "exogui.exe",
        "uninstall.exe",
        "installed-files.txt",
        "_internal\\a\\b\\",
        "_internal\\a\\",
        "_internal\\",
    ]


@ON_DEBIAN
def test_that_the_same_bundle_makes_the_same_setup_program(bundle: Path, tmp_path: Path) -> None:
    made = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        setup = windows_installers.make_setup(bundle, tmp_path / name, "1.0.0")
        made.append(setup.read_bytes())
        for file in bundle.rglob("*.dll"):
            file.touch()  # copied at another time
    assert setup.name == "exogui-1.0.0-windows-x64-setup.exe"
    assert made[0] == made[1]


@ON_DEBIAN
def test_that_the_msi_replaces_older_versions_and_refuses_newer_ones(bundle: Path, tmp_path: Path) -> None:
    msis = [windows_installers.make_msi(bundle, tmp_path, version) for version in ("1.0.0", "1.1.0")]
    codes = [dict(row for row in table(msi, "Property")) for msi in msis]
    assert codes[0]["UpgradeCode"] == codes[1]["UpgradeCode"]
    assert codes[0]["ProductCode"] != codes[1]["ProductCode"]
    assert codes[1]["ProductVersion"] == "1.1.0"
    assert codes[1]["ALLUSERS"] == "1"
    upgrades = {row[-1]: row[1:3] for row in table(msis[1], "Upgrade")}
    assert upgrades == {"WIX_UPGRADE_DETECTED": ["", "1.1.0"], "WIX_DOWNGRADE_DETECTED": ["1.1.0", ""]}
    assert "NOT WIX_DOWNGRADE_DETECTED" in {row[0] for row in table(msis[1], "LaunchCondition")}


@ON_DEBIAN
def test_that_the_msi_has_every_file_in_a_component_of_its_own(bundle: Path, tmp_path: Path) -> None:
    msi = windows_installers.make_msi(bundle, tmp_path, "1.0.0")
    files = table(msi, "File")
    assert {row[2] for row in files} == {"exogui.exe", "exogui-cli.exe", "look & feel.dll"}
    components = {row[0]: row[1] for row in table(msi, "Component")}
    assert len({row[1] for row in files}) == len(files)
    assert components[files[0][1]] == f"{{{windows_msi.guid('exogui-cli.exe')}}}"
    features = {row[0] for row in table(msi, "Feature")}
    assert features == {"Program", "StartMenu", "OpenWith"}


@ON_DEBIAN
def test_that_the_msi_offers_exogui_for_the_same_file_types(bundle: Path, tmp_path: Path) -> None:
    msi = windows_installers.make_msi(bundle, tmp_path, "1.0.0")
    keys = {row[2] for row in table(msi, "Registry")}
    offered = {key.split("\\")[2] for key in keys if key.endswith("OpenWithProgids")}
    assert offered == set(EXTENSIONS)
