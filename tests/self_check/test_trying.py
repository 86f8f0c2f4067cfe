"""Parts that end their process, or never come back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from exogui.self_check.keychain_part import try_keychain
from exogui.self_check.part import Part
from exogui.self_check.parts import PARTS, PartGroup
from exogui.self_check.qt_parts import try_screen
from exogui.self_check.trying import try_groups, try_part
from tests.secret_service import SecretService

ROOT = Path(__file__).resolve().parents[2]
ENDS_ITS_PROCESS = Part("no_such_part", lambda: "never tried here")
"""A child that is to try it does not know it, and dies."""


def test_that_a_part_that_ends_its_process_is_named_and_the_next_one_is_tried(tmp_path: Path) -> None:
    findings = try_groups([PartGroup((PARTS["log"], ENDS_ITS_PROCESS, PARTS["locks"]))], tmp_path)
    assert [(each.name, each.ok) for each in findings] == [
        ("log", True),
        ("no_such_part", False),
        ("locks", True),
    ]
    assert "status 1" in findings[1].found
    assert "KeyError: 'no_such_part'" in findings[1].found


@pytest.mark.only_on("linux")
def test_that_qt_that_aborts_is_reported_with_what_it_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":59000")
    [finding] = try_groups([PartGroup((PARTS["screen"],))], tmp_path)
    assert not finding.ok
    assert "status -6" in finding.found
    assert "xcb" in finding.found


def test_that_a_plugin_that_is_missing_is_named_before_qt_aborts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "no-such-plugin")
    finding = try_part(Part("screen", try_screen))
    assert not finding.ok
    assert "no-such-plugin" in finding.found


@pytest.mark.only_on("linux")
def test_that_a_keychain_that_never_answers_hangs_nothing(
    tmp_path: Path, secret_service: SecretService
) -> None:
    secret_service.freeze_daemon()
    hanging = PartGroup((Part("keychain", try_keychain),), seconds=1.5)
    findings = try_groups([hanging, PartGroup((PARTS["log"],))], tmp_path)
    assert [(each.name, each.ok) for each in findings] == [("keychain", False), ("log", True)]
    assert findings[0].found == "No answer within 1.5 s."


def test_that_a_part_that_is_ended_leaves_nothing_among_the_temporary_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary, scratch = tmp_path / "temporary", tmp_path / "scratch"
    for folder in (temporary, scratch):
        folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))

    def has_a_folder() -> bool:
        return any(path.is_dir() for path in tmp_path.rglob("exogui-*"))

    assert try_groups([PartGroup((PARTS["practice_upload"],))], scratch, has_a_folder) == []
    assert has_a_folder()
    assert list(temporary.iterdir()) == []


def test_that_nothing_is_loaded_before_it_is_tried() -> None:
    """Else one thing that is missing would keep everything from being tried."""
    code = "import sys; from exogui.self_check.command import main; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"ssl", "_ssl", "_socket", "sqlite3", "_hashlib"} & set(loaded)
    foreign = {
        "PySide6",
        "phonenumbers",
        "keyring",
        "truststore",
        "filelock",
        "email_validator",
        "platformdirs",
    }
    assert not foreign & set(loaded)


def test_that_a_program_that_cannot_be_started_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere"))
    findings = try_groups([PartGroup((PARTS["log"], PARTS["locks"]))], tmp_path)
    assert [each.ok for each in findings] == [False, False]
    assert "could not be tried" in findings[0].found
