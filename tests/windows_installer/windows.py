"""Windows as the tests see it: the real one, or Wine on Linux."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from file_types import EXTENSIONS

PATIENCE_SECONDS = 240
_KEPT_BY_SYSTEM = "SystemCertificates"
"""A key that a system fills when a program first asks whom it trusts."""
_WRITTEN_TO = (
    "exogui",
    "RegisteredApplications",
    r"Microsoft\Windows\CurrentVersion\App Paths",
    r"Microsoft\Windows\CurrentVersion\Uninstall",
    r"Classes\Applications",
    r"Classes\exogui.ContactsFile",
    *(rf"Classes\{extension}" for extension in EXTENSIONS),
)
"""Where something is looked for on Windows itself: under Software, all of which takes minutes."""
_LACKING = r"HKEY_LOCAL_MACHINE\Software\RegisteredApplications"
"""A key that every Windows has, and Wine only when something was put into it."""


@dataclass(frozen=True)
class Place:
    """What must be as it was when a program was installed and removed again."""

    files: frozenset[str]
    registry: frozenset[tuple[str, str]]

    def added_since(self, before: Place) -> list[str]:
        """Files and registry values that were not there ``before``, and those that are gone."""
        return sorted(
            [
                *(f"+ {file}" for file in self.files - before.files),
                *(f"- {file}" for file in before.files - self.files),
                *(f"+ {key}: {value}" for key, value in self.registry - before.registry),
                *(f"- {key}: {value}" for key, value in before.registry - self.registry),
            ]
        )


class Windows:
    """Runs programs and looks at what they did. ``run`` is what runs one of Windows (on Windows: nothing).

    To be made before a test moves into a home of its own: installers ask Windows where the person's is.
    """

    def __init__(self, run: list[str], scratch: Path) -> None:
        self._run = run
        self._scratch = scratch
        self._environment = dict(os.environ) if self.is_real else None

    @property
    def is_real(self) -> bool:
        """Whether this is not Wine."""
        return not self._run

    def start(self, program: str | Path, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a program; ``arguments`` are put on its command line as they are, as installers want it."""
        if self.is_real:
            return subprocess.Popen(" ".join([f'"{program}"', *arguments]), env=self._environment)
        words = [word for argument in arguments for word in argument.split(" ")]  # or Wine quotes them
        return subprocess.Popen([*self._run, str(program), *words])

    def run(self, program: str | Path, *arguments: str) -> int:
        """Run a program to its end and return its exit code."""
        return self.start(program, *arguments).wait(PATIENCE_SECONDS)

    def output(self, program: str | Path, *arguments: str) -> str:
        """What a console program writes."""
        command = [*self._run, str(program), *arguments]
        done = subprocess.run(
            command, env=self._environment, stdout=subprocess.PIPE, timeout=PATIENCE_SECONDS, check=False
        )
        return done.stdout.decode("utf-8", "replace").strip()

    def same_code(self, code: int, expected: int) -> bool:
        """Whether an exit code is the expected one; through Wine only its low byte comes."""
        return code == expected if self.is_real else code == expected % 256

    def uninstall(self, folder: Path, *arguments: str) -> None:
        """Run the uninstaller in ``folder`` until the copy of itself that it starts has ended too."""
        if self.is_real:
            self.run(folder / "uninstall.exe", *arguments, f"_?={folder}")
            (folder / "uninstall.exe").unlink(missing_ok=True)
            if not any(folder.iterdir()):
                folder.rmdir()
            return
        self.run(folder / "uninstall.exe", *arguments)
        subprocess.run([*self._run, "--wait"], check=False, timeout=PATIENCE_SECONDS)

    def path(self, windows_path: str) -> Path:
        """The path by which this test's own Python finds it; may hold variables like ``%LOCALAPPDATA%``."""
        if self._environment is not None:
            known = self._environment
            return Path(re.sub(r"%(\w+)%", lambda name: known[name[1]], windows_path))
        plain = self.output("cmd", "/c", f"echo {windows_path}")
        assert plain.startswith("C:\\"), f"{windows_path} is not known to Wine"
        return Path(self.output("winepath", "-u", plain)).resolve(strict=True)

    def name(self, path: Path) -> str:
        """``path`` as a Windows program wants it."""
        return str(path) if self.is_real else self.output("winepath", "-w", str(path))

    @cached_property
    def programs(self) -> Path:
        """Where per-user programs go."""
        return self.path("%LOCALAPPDATA%") / "Programs"

    @cached_property
    def start_menu(self) -> Path:
        """The person's Start menu."""
        return self.path("%APPDATA%") / "Microsoft" / "Windows" / "Start Menu" / "Programs"

    def registry(self, key: str) -> dict[tuple[str, str], str]:
        """Every value under ``key`` by its key and name; a key is listed with the name ""."""
        export = self._scratch / "export.reg"
        export.unlink(missing_ok=True)
        self.output("reg", "export", key, self.name(export), "/y")
        if not export.exists():
            return {}
        found: dict[tuple[str, str], str] = {}
        where = ""
        for line in export.read_text(encoding="utf-16").replace("\\\n", "").splitlines():
            if line.startswith("["):
                where = line.strip("[]")
                found[where, ""] = ""
            elif "=" in line:
                name, value = line.split("=", 1)
                found[where, name] = value.replace("\\\\", "\\")
        return found

    def place(self) -> Place:
        """Everything an installer may have left something in."""
        roots = [
            self.path(name) for name in ("%LOCALAPPDATA%", "%APPDATA%", "%PROGRAMFILES%", "%PROGRAMDATA%")
        ]
        files = {str(file) for root in roots for file in root.rglob("*") if not _noise(file)}
        below = [f"\\{key}" for key in _WRITTEN_TO] if self.is_real else [""]
        keys = [rf"{hive}\Software{key}" for hive in ("HKCU", "HKLM") for key in below]
        values = {name: value for key in keys for name, value in self.registry(key).items()}
        ours = {
            (f"{key} {name}", value)
            for (key, name), value in values.items()
            if not self.is_real or "exogui" in f"{key}{name}{value}".lower()
            if (key, name) != (_LACKING, "") and _KEPT_BY_SYSTEM not in key
        }
        return Place(frozenset(files), frozenset(ours))


def _noise(file: Path) -> bool:
    """What the system itself keeps changing; on Windows also what these tests make for themselves."""
    named = "exogui" in str(file).lower()
    if sys.platform == "win32":
        return not named or "Temp" in file.parts
    return not named and "Temp" in file.parts
