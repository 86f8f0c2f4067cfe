"""The virtual environment of a checkout: made where missing, filled from a lock file, remade if half-made."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

OLDEST_PYTHON = (3, 11)

_OF_ANOTHER_PYTHON = {
    "PYTHONHOME",
    "PYTHONPATH",
    "PYTHONSAFEPATH",
    "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
    "PIP_PREFIX",
    "PIP_TARGET",
    "PIP_USER",
}


class SetUpError(Exception):
    """The environment could not be made; the text says what a person can do."""


def clean_environment(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The caller's environment without what points at another Python; pip's configuration stays."""
    return {name: value for name, value in environment.items() if name not in _OF_ANOTHER_PYTHON}


@dataclass(frozen=True, slots=True)
class VirtualEnvironment:
    """``folder`` need not exist yet."""

    folder: Path

    @property
    def python(self) -> Path:
        """The interpreter inside."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def _stamp(self) -> Path:
        return self.folder / "installed.json"

    @property
    def _half_made(self) -> Path:
        return self.folder / "half-made"

    def provide(self, *locks: Path, say: Callable[[str], None]) -> None:
        """Make sure that the packages of the first of ``locks`` are installed.

        The other locks contain at least the same packages: where one of them was installed, all is well.
        The second time this costs one start of the interpreter. Raises SetUpError.
        """
        version = self._working_version()
        if version is not None and self._is_stamped(version, *locks):
            return
        if version is None:
            self._make(say)
            version = self._working_version()
            if version is None:
                raise SetUpError(f"The new Python in {self.folder} does not start")
        say(f"Installing the packages of {locks[0].name}")
        self._half_made.touch()
        self._install(locks[0])
        self._stamp.write_text(json.dumps(_stamp_for(version, locks[0])), encoding="utf-8")
        self._half_made.unlink()

    def _working_version(self) -> str | None:
        """The version of its Python, or None when there is none that can be used."""
        if self._half_made.exists() or not self.python.exists():
            return None
        probe = "import pip, sys; print('%d.%d.%d' % sys.version_info[:3])"
        command = (self.python, "-c", probe)
        try:
            version = subprocess.check_output(
                command, env=clean_environment(), text=True, stderr=subprocess.DEVNULL
            ).strip()
        except (OSError, subprocess.CalledProcessError):
            return None
        return version if tuple(map(int, version.split(".")))[:2] >= OLDEST_PYTHON else None

    def _is_stamped(self, version: str, *locks: Path) -> bool:
        try:
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        return any(stamp == _stamp_for(version, lock) for lock in locks)

    def _make(self, say: Callable[[str], None]) -> None:
        if importlib.util.find_spec("ensurepip") is None:
            raise SetUpError(_no_ensurepip())
        if self.folder.exists():
            say(f"Removing {self.folder}, which is unfinished or whose Python is gone or too old")
            try:
                shutil.rmtree(self.folder)
            except OSError as error:
                message = f"Cannot remove {self.folder}: {error.strerror}. Close what uses it."
                raise SetUpError(message) from error
        say(f"Making a virtual environment in {self.folder}; the first time this takes a minute or two")
        self.folder.mkdir(parents=True)
        self._half_made.touch()
        try:
            self._run(_base_python(), "-m", "venv", self.folder)
        except (OSError, subprocess.CalledProcessError) as error:
            raise SetUpError("Python could not make a virtual environment; its message is above.") from error
        self._half_made.unlink()  # what is not installed yet shows in the missing stamp

    def _install(self, lock: Path) -> None:
        pip = (self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        try:
            self._run(*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", lock)
        except (OSError, subprocess.CalledProcessError) as error:
            raise SetUpError("pip could not install the packages; its message is above.") from error

    def _run(self, *command: str | Path) -> None:
        # In the checkout, because `python -m` looks in the current folder first, and that may hold anything.
        subprocess.run(command, cwd=self.folder.parent, env=clean_environment(), check=True)


def _stamp_for(version: str, lock: Path) -> dict[str, str]:
    return {"python": version, "lock": hashlib.sha256(lock.read_bytes()).hexdigest()}


def _no_ensurepip() -> str:
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    return (
        f"This Python cannot make virtual environments. On Debian and Ubuntu: sudo apt-get install {package}"
    )


def _base_python() -> str:
    """The interpreter behind the one that runs, which may itself live in the folder to be remade."""
    return getattr(sys, "_base_executable", None) or sys.executable
