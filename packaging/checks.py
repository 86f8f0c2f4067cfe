"""The checks of `dev.py test`: each announced, timed, and run even when an earlier one failed."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ON_EVERY_PROCESSOR = ("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal")
"""pytest-xdist's: what tests take most is waiting for other programs."""


@dataclass(frozen=True, slots=True)
class Check:
    """A command that succeeds with exit code 0."""

    name: str
    command: Sequence[str | Path]


def generated_files(python: Path) -> list[Check]:
    """Whether the files that are made from others are younger than those, by content."""
    return [
        Check("translations", [python, "packaging/translations.py", "check"]),
        Check("icons", [python, "packaging/windows_icon.py", "check"]),
        Check("lock files", [python, "packaging/lock_files.py", "check"]),
    ]


def everything(python: Path, pytest_arguments: Sequence[str]) -> list[Check]:
    """What has to hold for a commit, the tests last."""
    return [
        Check("lint", [python, "-m", "ruff", "check", "--quiet"]),
        Check("format", [python, "-m", "ruff", "format", "--check", "--quiet"]),
        Check("types", [python, "-m", "mypy"]),
        Check(
            "imports",
            [python, "-c", "from importlinter.cli import lint_imports_command as run; run(['--no-logo'])"],
        ),
        *generated_files(python),
        Check("tests", [python, "-m", "pytest", *ON_EVERY_PROCESSOR, *pytest_arguments]),
    ]


def run(
    checks: Sequence[Check], folder: Path, environment: Mapping[str, str], say: Callable[[str], None]
) -> list[str]:
    """Run all of them in ``folder``; the names of those that failed."""
    failed: list[str] = []
    began = time.monotonic()
    for check in checks:
        say(f"{check.name} ...")
        start = time.monotonic()
        good = subprocess.run(check.command, cwd=folder, env=environment, check=False).returncode == 0
        if not good:
            failed.append(check.name)
        say(f"{check.name}: {'ok' if good else 'FAILED'} ({time.monotonic() - start:.1f} s)")
    spent = f"{time.monotonic() - began:.0f} s"
    if failed:
        say(f"{len(failed)} of {len(checks)} checks failed in {spent}: {', '.join(failed)}")
    else:
        say(f"All {len(checks)} checks passed in {spent}")
    return failed
