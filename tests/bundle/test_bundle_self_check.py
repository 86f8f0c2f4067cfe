"""The bundle proves itself, and finds out what is missing in it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bundle.conftest import Run
from tests.secret_service import SecretService


def report_of(answer: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    report = json.loads(answer.stdout)
    assert isinstance(report, dict)
    return report


def failed(report: dict[str, Any]) -> dict[str, str]:
    """What was found of each part that does not work."""
    return {part["name"]: part["found"] for part in report["parts"] if not part["ok"]}


@pytest.fixture
def keychain(request: pytest.FixtureRequest) -> None:
    """One that is this test's own on Linux, the system's elsewhere."""
    if sys.platform == "linux":
        service = request.getfixturevalue("secret_service")
        assert isinstance(service, SecretService)


@pytest.mark.usefixtures("keychain")
def test_that_every_part_of_it_works(bundle: Path, run_program: Run) -> None:
    answer = run_program("--self-check", "--json")
    report = report_of(answer)
    assert failed(report) == {}
    assert (answer.returncode, report["ok"], report["frozen"]) == (0, True, True)
    assert Path(report["folder"]) == bundle


@pytest.fixture(scope="module")
def copy(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another bundle, to take files from."""
    folder = tmp_path_factory.mktemp("copy") / "exogui"
    shutil.copytree(bundle, folder, symlinks=True)
    return folder


@pytest.fixture
def without(request: pytest.FixtureRequest, copy: Path, tmp_path: Path) -> Iterator[Path]:
    """The copy without the file that the pattern of the test names."""
    [path] = copy.rglob(request.param)
    kept = tmp_path / path.name
    path.rename(kept)
    yield copy
    shutil.copy2(kept, path)


@pytest.mark.usefixtures("keychain")
@pytest.mark.parametrize(
    ("without", "parts", "named"),
    [
        ("resources/icons/check.svg", {"icons"}, "check.svg"),
        ("resources/help/open-dark.png", {"help"}, "open-dark.png"),
        ("translations/qtbase_en.qm", {"translations"}, "qtbase_en.qm"),
        ("resources/self_check/untrusted.pem", {"certificates"}, "No such file"),
        ("imageformats/*qsvg.*", {"picture_formats"}, "svg"),
        (
            "platforms/*qoffscreen.*",
            {"qt", "picture_formats", "icons", "help", "translations", "window", "screen"},
            "offscreen",
        ),
        ("python_calamine/_python_calamine.*", {"workbooks"}, "_python_calamine"),
        ("_sqlite3.*", {"window", "journal", "practice_upload"}, "_sqlite3"),
    ],
    indirect=["without"],
)
def test_that_a_file_that_is_missing_fails_its_parts_and_no_others(
    without: Path, parts: set[str], named: str, run_program: Run
) -> None:
    answer = run_program("--self-check", "--json", folder=without)
    found = failed(report_of(answer))
    assert answer.returncode == 1
    assert found.keys() == parts
    assert any(named in words for words in found.values())
