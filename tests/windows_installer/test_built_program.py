"""What the setup program and the MSI do with exogui itself, given by --bundle."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import windows_installers

from tests.windows_installer.windows import Place, Windows

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "contacts.csv"
SOME_REFUSED = 1
LARGEST_SETUP_MB = 27
"""A third of it is Python code and pictures of the help, which are compressed before and no smaller in it."""


@pytest.fixture(scope="module")
def bundle(pytestconfig: pytest.Config) -> Path:
    """The folder of the program."""
    folder: Path = pytestconfig.getoption("bundle")
    return folder.resolve()


@pytest.fixture
def home(windows: Windows, before: Place) -> Iterator[Path]:
    """Where the program is installed, in a folder whose name is Hindi."""
    data = windows.path("%LOCALAPPDATA%") / "exogui"
    assert not data.exists(), f"Somebody's data are in {data}, and this test would remove them"
    folder = windows.programs / "संपर्क सूची"
    yield folder
    if (folder / "uninstall.exe").exists():
        windows.uninstall(folder, "/S", "/RemoveData")


def uploads(windows: Windows, program: Path) -> list[str]:
    jobs = json.loads(windows.output(program, "history", "--json"))["jobs"]
    return [job["job_id"] for job in jobs]


def test_that_the_setup_program_is_no_larger_than_it_was_decided(bundle: Path, tmp_path: Path) -> None:
    setup = windows_installers.make_setup(bundle, tmp_path)
    assert setup.stat().st_size / 1e6 <= LARGEST_SETUP_MB


def test_that_the_person_keeps_the_uploads_until_told_otherwise(
    windows: Windows, bundle: Path, home: Path, before: Place, tmp_path: Path
) -> None:
    setup, newer = (
        windows_installers.make_setup(bundle, tmp_path, version) for version in ("0.0.1", "0.0.2")
    )
    program = home / "exogui-cli.exe"
    assert windows.run(setup, "/S", f"/D={windows.name(home)}") == 0
    assert windows.run(program, "--self-check") == 0
    sample = windows.name(SAMPLE)
    assert windows.run(program, "upload", "--practice", "--only-ready", sample) == SOME_REFUSED
    known = uploads(windows, program)
    assert len(known) == 1

    assert windows.run(newer, "/S") == 0
    assert windows.run(program, "--self-check") == 0
    assert uploads(windows, program) == known

    windows.uninstall(home, "/S")
    assert not home.exists()
    assert windows.run(setup, "/S", f"/D={windows.name(home)}") == 0
    assert uploads(windows, program) == known

    windows.uninstall(home, "/S", "/RemoveData")
    assert [line for line in windows.place().added_since(before) if not line.endswith("Temp")] == []


def test_that_the_program_of_the_package_works(
    windows: Windows, bundle: Path, before: Place, tmp_path: Path
) -> None:
    msi = windows.name(windows_installers.make_msi(bundle, tmp_path, "0.0.1"))
    assert windows.run("msiexec", "/i", msi, "/qn") == 0
    try:
        program = windows.path("%PROGRAMFILES%") / "exogui" / "exogui-cli.exe"
        assert windows.run(program, "--self-check") == 0
    finally:
        windows.run("msiexec", "/x", msi, "/qn")
    assert not program.parent.exists()
