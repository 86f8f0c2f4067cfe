"""The package as others install it, away from the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from exogui import __version__


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the build backend that pyproject.toml names."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=checkout, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the unpacked wheel."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(installed: Path, foreign: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python with the unpacked wheel, in a folder that is not the checkout."""
    environment = {**foreign, "PYTHONPATH": str(installed), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=installed.parent, env=environment, capture_output=True, text=True, check=False
    )


def test_that_the_wheel_carries_the_version_of_the_source(wheel: Path) -> None:
    assert wheel.name == f"exogui-{__version__}-py3-none-any.whl"


def test_that_resources_types_and_licence_are_in_the_wheel(checkout: Path, wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("help", "icons", "samples", "self_check", "translations"):
        files = {file.name for file in (checkout / "resources" / folder).iterdir()}
        assert files
        assert {f"exogui/resources/{folder}/{name}" for name in files} <= names
    assert "exogui/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_that_nothing_but_the_program_is_in_the_wheel(wheel: Path) -> None:
    roots = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert roots == {"exogui", f"exogui-{__version__}.dist-info"}


def test_that_both_commands_are_declared(wheel: Path) -> None:
    scripts = zipfile.ZipFile(wheel).read(f"exogui-{__version__}.dist-info/entry_points.txt").decode()
    assert "exogui = exogui.__main__:main" in scripts
    assert "exogui-cli = exogui.console:main" in scripts


def test_that_the_installed_package_finds_its_own_resources(
    installed: Path, foreign_environment: dict[str, str]
) -> None:
    code = (
        "from exogui.resources import resource_path; print(resource_path('samples/contacts.csv').resolve())"
    )
    answer = run(installed, foreign_environment, "-c", code)
    assert Path(answer.stdout.strip()) == (installed / "exogui/resources/samples/contacts.csv").resolve()


def test_that_the_installed_program_judges_its_own_sample(
    installed: Path, foreign_environment: dict[str, str]
) -> None:
    sample = installed / "exogui" / "resources" / "samples" / "contacts.csv"
    answer = run(installed, foreign_environment, "-m", "exogui", "check", str(sample), "--json")
    assert answer.returncode in {0, 1}, answer.stderr
    assert json.loads(answer.stdout)["rows"] > 0


def test_that_the_installed_window_can_be_imported(
    installed: Path, foreign_environment: dict[str, str]
) -> None:
    answer = run(installed, foreign_environment, "-c", "import exogui.app")
    assert answer.returncode == 0, answer.stderr
