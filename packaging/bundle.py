"""Makes the bundle: one folder with exogui, its Python and its Qt, that runs where neither is installed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from virtual_environment import clean_environment

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "dist" / "exogui"
PROBE = (
    ROOT / "build" / "pyinstaller" / "exogui" / ("exogui-probe.exe" if os.name == "nt" else "exogui-probe")
)
"""The program by which the tests look into a window of this bundle."""


_EARLIEST = "315532800"
"""1980: no date in a zip file is before that."""


def build(python: Path) -> int:
    """Make it anew in :data:`FOLDER`, with the PyInstaller of ``python``; gives the exit status."""
    options = ["--noconfirm", "--clean", "--log-level", "ERROR", "--distpath", str(FOLDER.parent)]
    options += ["--workpath", str(PROBE.parent.parent)]
    command = [str(python), "-m", "PyInstaller", *options, "packaging/exogui.spec"]
    return subprocess.run(command, cwd=ROOT, env=_environment(), check=False).returncode


def test(python: Path, arguments: Sequence[str]) -> int:
    """Run the tests of a bundle on the one that was built; gives the exit status."""
    folders = ["tests/bundle", "tests/gui/real_window"]
    command = [str(python), "-m", "pytest", *folders, "--bundle", str(FOLDER), *arguments]
    return subprocess.run(command, cwd=ROOT, env=clean_environment(), check=False).returncode


def source_date() -> str:
    """Seconds since the epoch of the last commit, for whatever writes a date into a file."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return given
    asked = ["git", "log", "-1", "--format=%ct"]
    try:
        answer = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:  # sources without their history, on a machine without git
        return _EARLIEST
    return answer.stdout.strip() or _EARLIEST


def _environment() -> dict[str, str]:
    """In which the same commit gives the same files: sets in Python code keep their order."""
    # A cache of its own: --clean empties it, and another build may be using that of the person.
    own_cache = str(PROBE.parent.parent.parent / "pyinstaller-cache")
    return {
        **clean_environment(),
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": source_date(),
        "PYINSTALLER_CONFIG_DIR": own_cache,
    }


if __name__ == "__main__":
    sys.exit(build(Path(sys.executable)))
