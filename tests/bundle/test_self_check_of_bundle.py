"""The self-check inside the built program: all is well, or the part whose file is gone is named."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.bundle.conftest import Run

TAKEN_AWAY = [
    ("platforms/*qoffscreen*", "qt"),
    ("QtNetwork.*", "one_window"),
    ("imageformats/*qsvg*", "picture_formats"),
    ("resources/icons/upload.svg", "icons"),
    ("resources/help/*.png", "help"),
    ("resources/samples/contacts.csv", "sample"),
    ("qtbase_en.qm", "translations"),
    ("python_calamine/*calamine*", "workbooks"),
    ("*_sqlite3.*", "journal"),
]
"""A file of the bundle, and the part that needs it."""


@pytest.fixture
def keychain(request: pytest.FixtureRequest) -> None:
    """On Linux one of the test's own. Windows has that of the person, wherever the home directory is."""
    if sys.platform == "linux":
        request.getfixturevalue("secret_service")


@pytest.mark.usefixtures("keychain")
def test_that_every_part_of_it_works(run_program: Run) -> None:
    answer = run_program("--self-check", "--json")
    report = json.loads(answer.stdout)
    # macOS looks for keychains in the home directory, which is an empty one here
    tried = [part for part in report["parts"] if sys.platform != "darwin" or part["name"] != "keychain"]
    assert [part for part in tried if not part["ok"]] == []
    works = all(part["ok"] for part in report["parts"])
    assert (answer.returncode, report["ok"], report["frozen"]) == (int(not works), works, True)


@pytest.mark.parametrize(("pattern", "name"), TAKEN_AWAY, ids=[name for _, name in TAKEN_AWAY])
def test_that_a_missing_file_fails_its_part(
    pattern: str, name: str, bundle: Path, tmp_path: Path, run_program: Run
) -> None:
    copy = tmp_path / "a program with ünï & परीक्षा"
    shutil.copytree(
        bundle, copy, symlinks=True, copy_function=os.link if sys.platform == "linux" else shutil.copy2
    )
    (missing, *_) = sorted(file for file in copy.rglob(pattern) if file.is_file())
    missing.unlink()
    answer = run_program("--self-check", "--json", folder=copy)
    report = json.loads(answer.stdout)
    failed = {part["name"] for part in report["parts"] if not part["ok"]}
    assert answer.returncode == 1
    assert name in failed
    assert "emails" not in failed, "what has nothing to do with it still works"
