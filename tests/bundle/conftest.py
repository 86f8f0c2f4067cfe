"""A built program, given by --bundle, and a person who has nothing else of it on the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "samples" / "contacts.csv"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def bundle(pytestconfig: pytest.Config) -> Path:
    """Its folder."""
    folder: Path = pytestconfig.getoption("bundle")
    return folder.resolve()


def program_in(folder: Path) -> Path:
    """The program that writes to a terminal."""
    return folder / ("exogui-cli.exe" if sys.platform == "win32" else "exogui")


@pytest.fixture
def run_program(bundle: Path, private_home: Path) -> Run:
    """Runs it, or a copy in another folder, as that person, with no Python and no checkout in sight."""

    def run(*arguments: str | Path, folder: Path = bundle) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        environment["PATH"] = os.defpath if sys.platform != "win32" else os.environ["PATH"]
        return subprocess.run(
            [program_in(folder), *arguments],
            cwd=private_home,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run
