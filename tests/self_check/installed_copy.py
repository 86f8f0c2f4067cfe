"""A copy of exogui as it is installed, from which files can be taken away."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


class InstalledCopy:
    """The package with its resources inside, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        without_caches = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "exogui", folder / "exogui", ignore=without_caches)
        shutil.copytree(ROOT / "resources", folder / "exogui" / "resources")

    def take_away(self, name: str) -> None:
        """Remove a file of the package."""
        (self._folder / "exogui" / name).unlink()

    def break_library(self, name: str) -> None:
        """Put something in the place of a library that cannot be imported."""
        (self._folder / f"{name}.py").write_text("raise ImportError('taken away')\n", encoding="utf-8")

    def findings(self, *parts: str) -> dict[str, tuple[bool, str]]:
        """Try these parts in one process; of each whether it works, and what was found."""
        report = self._folder / "findings.jsonl"
        report.unlink(missing_ok=True)
        self._run("--self-check-parts", *parts, str(report))
        found = [json.loads(line) for line in report.read_text(encoding="ascii").splitlines()]
        return {each["name"]: (each["ok"], each["found"]) for each in found}

    def check(self) -> tuple[int, dict[str, Any]]:
        """The exit status and the report of ``exogui --self-check --json``."""
        ended = self._run("--self-check", "--json")
        report = json.loads(ended.stdout)
        assert isinstance(report, dict)
        return ended.returncode, report

    def _run(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "exogui", *words],
            cwd=self._folder,
            env={**os.environ, "PYTHONPATH": str(self._folder)},
            capture_output=True,
            check=False,
            timeout=120,
        )
