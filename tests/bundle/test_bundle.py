"""The program as it is installed: complete, not too large, and at work where there is nothing else."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from exogui import __version__
from tests.bundle.conftest import ROOT, SAMPLE, Run

LARGEST_MB = {"linux": 140, "win32": 75, "darwin": 140}


def size_mb(folder: Path) -> float:
    """Of all files, in millions of bytes; links count once."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def test_that_it_is_no_larger_than_it_was_decided(bundle: Path) -> None:
    assert size_mb(bundle) <= LARGEST_MB[sys.platform]


@pytest.mark.only_on("linux")
def test_that_the_readme_says_its_size(bundle: Path) -> None:
    said = re.search(r"on Linux ([\d.]+) MB", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert said
    assert float(said[1]) == pytest.approx(size_mb(bundle), abs=3)


def test_that_no_link_leads_nowhere_or_out_of_it(bundle: Path) -> None:
    astray = [
        path
        for path in bundle.rglob("*")
        if path.is_symlink() and not (path.exists() and path.resolve().is_relative_to(bundle))
    ]
    assert astray == []


def test_that_the_licences_of_what_is_inside_are_inside(bundle: Path) -> None:
    (notices,) = bundle.rglob("THIRD-PARTY-NOTICES.txt")
    text = notices.read_text(encoding="utf-8")
    for part in ("Qt", "phonenumbers", "requests", "GNU LESSER GENERAL PUBLIC LICENSE"):
        assert part in text


def test_that_no_test_is_inside(bundle: Path) -> None:
    assert [path for path in bundle.rglob("*") if "probe" in path.name or path.name.startswith("test")] == []


def test_that_it_tells_its_version(run_program: Run) -> None:
    answer = run_program("--version")
    assert (answer.returncode, answer.stdout.strip()) == (0, f"exogui {__version__}")


def test_that_it_does_the_main_job(run_program: Run) -> None:
    checked = run_program("check", SAMPLE)
    assert checked.returncode == 1, checked.stderr
    sent = run_program("upload", "--practice", "--only-ready", SAMPLE)
    assert sent.returncode == 1, sent.stderr
    assert re.search(r"^Sent (\d+): .*, 0 unknown\.$", sent.stdout, re.MULTILINE)


@pytest.mark.only_on("linux")
def test_that_nothing_of_the_machine_that_built_it_is_named_in_it(bundle: Path) -> None:
    """Paths of the checkout in tracebacks would be noise to whoever reads a log."""
    found = subprocess.run(
        ["grep", "--recursive", "--files-with-matches", "--fixed-strings", str(ROOT), bundle],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout == ""
