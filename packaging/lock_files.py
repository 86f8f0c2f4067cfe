"""The lock files: every package with version and hashes, for every system and every supported Python.

Each begins with a fingerprint of the tables of pyproject.toml it was made from, so that a stale one shows
without a network.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "packaging" / "requirements.txt"
DEVELOPMENT = ROOT / "packaging" / "requirements-dev.txt"

_HEADER = "# Written by: python3 packaging/dev.py lock\n# sha256 of the dependencies in pyproject.toml: {}\n"
_FINGERPRINT = re.compile(r"^# sha256 of the dependencies in pyproject\.toml: ([0-9a-f]{64})$", re.MULTILINE)


def fingerprint(pyproject: Path = ROOT / "pyproject.toml") -> str:
    """The SHA-256 of what the locks depend on: supported Pythons, dependencies, dependency groups."""
    document = tomllib.loads(pyproject.read_text(encoding="utf-8"))
    project = document["project"]
    tables = [project["requires-python"], project["dependencies"], document.get("dependency-groups", {})]
    return hashlib.sha256(json.dumps(tables, sort_keys=True).encode()).hexdigest()


def recorded_fingerprint(lock: Path) -> str | None:
    """The fingerprint that stands in a lock file."""
    match = _FINGERPRINT.search(lock.read_text(encoding="utf-8")) if lock.exists() else None
    return match[1] if match else None


def stale(pyproject: Path = ROOT / "pyproject.toml") -> list[Path]:
    """The lock files that were made from other dependencies than today's."""
    return [lock for lock in (RUNTIME, DEVELOPMENT) if recorded_fingerprint(lock) != fingerprint(pyproject)]


def write(extra: Sequence[str], say: Callable[[str], None]) -> None:
    """Make both anew with uv; ``extra`` goes to it (``--upgrade``). Versions that still fit are kept."""
    uv = _uv(say)
    _compile(uv, RUNTIME, extra)
    # The development lock contains the runtime lock, with the same versions.
    runtime = RUNTIME.relative_to(ROOT).as_posix()
    _compile(uv, DEVELOPMENT, ["--group", "dev", "--constraint", runtime, *extra])
    for lock in (RUNTIME, DEVELOPMENT):
        say(f"Wrote {lock.relative_to(ROOT)}")


def main(arguments: list[str]) -> int:
    """``lock_files.py check``: 1 when a lock file is stale."""
    if arguments != ["check"]:
        print(__doc__)
        return 2
    for lock in (outdated := stale()):
        print(f"{lock.relative_to(ROOT)} is out of date. Run: python3 packaging/dev.py lock")
    return 1 if outdated else 0


def _compile(uv: Path, lock: Path, options: Sequence[str]) -> None:
    command = [str(uv), "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"]
    command += ["--generate-hashes", "--only-binary", ":all:", "--no-header", "--quiet"]
    subprocess.run([*command, *options, "--output-file", lock], cwd=ROOT, check=True)
    packages = lock.read_text(encoding="utf-8")
    lock.write_text(_HEADER.format(fingerprint()) + packages, encoding="utf-8", newline="\n")


def _uv(say: Callable[[str], None]) -> Path:
    """The uv of this machine, else one of our own under build/."""
    if found := shutil.which("uv"):
        return Path(found)
    folder = ROOT / "build" / "uv"
    uv = folder / ("Scripts/uv.exe" if sys.platform == "win32" else "bin/uv")
    if not uv.exists():
        say("Installing uv in build/uv")
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([uv.with_stem("python"), "-m", "pip", "install", "--quiet", "uv"], check=True)
    return uv


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
