"""Installs exogui as a person or IT would, upgrades it, removes it, and looks at what happened:

    python packaging/installation_trial.py OLD NEW

OLD is an installer of an earlier version, NEW of this one, both of one kind: .deb, .dmg, .exe or .msi. For
machines that are thrown away: it installs for real, and refuses to where exogui is installed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from exogui import __version__

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "samples" / "contacts.csv"
SOME_REFUSED = 1


class TrialError(Exception):
    """What was found is not as it should be; the text says it."""


class Installer(Protocol):
    """How one kind of installer is used without a person. What fails raises CalledProcessError."""

    program: Path
    """The installed program that writes to a terminal."""

    def install(self, file: Path) -> None:
        """Install, or upgrade what is installed."""

    def uninstall(self) -> None:
        """Remove it again."""

    def left_over(self) -> list[Path]:
        """What of the program is there. Nothing before it was installed and after it was removed."""


class DebianPackage:
    """A .deb, by apt, which gets the libraries that it needs."""

    program = Path("/usr/bin/exogui")
    _places = (program, Path("/usr/lib/exogui"), Path("/usr/share/doc/exogui"))

    def install(self, file: Path) -> None:
        self._apt("install", "--yes", "--no-install-recommends", file.resolve())

    def uninstall(self) -> None:
        self._apt("purge", "--yes", "exogui")

    def _apt(self, *arguments: str | Path) -> None:
        _run(*(["sudo"] if os.geteuid() else []), "apt-get", *arguments)

    def left_over(self) -> list[Path]:
        by_name = [path for path in Path("/usr/share").rglob("io.github.exogui.*") if path.exists()]
        return [*(path for path in self._places if path.exists() or path.is_symlink()), *by_name]


class DiskImage:
    """A .dmg, from which the application is dragged to the others."""

    _app = Path("/Applications/exogui.app")
    program = _app / "Contents" / "MacOS" / "exogui"

    def install(self, file: Path) -> None:
        self.uninstall()  # as the Finder does when it replaces
        with tempfile.TemporaryDirectory() as folder:
            _run("hdiutil", "attach", "-nobrowse", "-readonly", "-mountpoint", folder, file)
            try:
                _run("ditto", Path(folder) / self._app.name, self._app)
            finally:
                _run("hdiutil", "detach", folder)

    def uninstall(self) -> None:
        _run("rm", "-rf", self._app)

    def left_over(self) -> list[Path]:
        return [self._app] if self._app.exists() else []


class SetupProgram:
    """A setup program for Windows, for the person who runs it."""

    _folder = Path(os.environ.get("LOCALAPPDATA", "")) / "Programs" / "exogui"
    _menu = Path(os.environ.get("APPDATA", "")) / "Microsoft" / "Windows" / "Start Menu" / "Programs"
    program = _folder / "exogui-cli.exe"

    def install(self, file: Path) -> None:
        _run(file, "/S")

    def uninstall(self) -> None:
        # Told where it is, it does its work itself; else a copy of it would, and nobody could wait for that.
        uninstaller = self._folder / "uninstall.exe"
        _run(uninstaller, "/S", f"_?={self._folder}")
        uninstaller.unlink(missing_ok=True)
        if self._folder.is_dir() and not any(self._folder.iterdir()):
            self._folder.rmdir()

    def left_over(self) -> list[Path]:
        return [path for path in (self._folder, *self._menu.rglob("exogui*")) if path.exists()]


class WindowsPackage:
    """An .msi, as Intune and Group Policy install it: for everyone on the machine."""

    _folder = Path(os.environ.get("PROGRAMFILES", "")) / "exogui"
    _menu = Path(os.environ.get("PROGRAMDATA", "")) / "Microsoft" / "Windows" / "Start Menu" / "Programs"
    program = _folder / "exogui-cli.exe"

    def __init__(self) -> None:
        self._installed: Path | None = None

    def install(self, file: Path) -> None:
        _run("msiexec", "/i", file.resolve(), "/qn", "/norestart")
        self._installed = file.resolve()

    def uninstall(self) -> None:
        if self._installed is not None:
            _run("msiexec", "/x", self._installed, "/qn", "/norestart")

    def left_over(self) -> list[Path]:
        return [path for path in (self._folder, *self._menu.rglob("exogui*")) if path.exists()]


KINDS: dict[str, type[Installer]] = {
    ".deb": DebianPackage,
    ".dmg": DiskImage,
    ".exe": SetupProgram,
    ".msi": WindowsPackage,
}


def try_out(installer: Installer, old: Path, new: Path) -> None:
    """Install ``old``, use it, upgrade to ``new``, remove that. Raises TrialError, CalledProcessError."""
    _expect(installer.left_over() == [], f"exogui is here already: {installer.left_over()}")
    _say(f"Installing {old.name}")
    installer.install(old)
    _self_check(installer)
    uploads = _upload(installer)

    _say(f"Upgrading to {new.name}")
    installer.install(new)
    version = _answer(installer.program, "--version").strip()
    _expect(version.endswith(f" {__version__}"), f"The upgrade did not bring {__version__}: {version}")
    folders = _self_check(installer)
    _expect(_history(installer) == uploads, "The upgrade lost the record of uploads")

    _say("Removing what is kept for the person, and the program")
    _run(installer.program, "remove-data", "--yes")
    kept = [folder for folder in folders if folder.exists()]
    _expect(kept == [], f"The person's data are still there: {kept}")
    installer.uninstall()
    _expect(installer.left_over() == [], f"Left behind: {installer.left_over()}")
    _say("All as it should be")


def _self_check(installer: Installer) -> list[Path]:
    """Try every part; gives the folders in which exogui keeps something for the person."""
    command: list[str | Path] = [installer.program, "--self-check", "--json"]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, encoding="utf-8")
    print(done.stdout, flush=True)
    _expect(done.returncode == 0, "The self-check found something that does not work, see above")
    report = json.loads(done.stdout)
    return [Path(report[name]) for name in ("settings_folder", "data_folder", "log_folder")]


def _upload(installer: Installer) -> list[str]:
    """Do the main job on the practice account; gives the ids of all uploads that are on record then."""
    status = _status(installer.program, "upload", "--practice", "--only-ready", SAMPLE)
    _expect(status == SOME_REFUSED, f"exogui upload ended with {status}")
    uploads = _history(installer)
    _expect(len(uploads) > 0, "The upload is not on record")
    return uploads


def _history(installer: Installer) -> list[str]:
    jobs = json.loads(_answer(installer.program, "history", "--json"))["jobs"]
    return [job["job_id"] for job in jobs]


def _status(*command: str | Path) -> int:
    return subprocess.run(command, check=False).returncode


def _answer(*command: str | Path) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True)


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise TrialError(otherwise)


def _say(text: str) -> None:
    print(f"[trial] {text}", flush=True)


def main(arguments: Sequence[str]) -> int:
    """Returns the exit status."""
    if len(arguments) != 2:
        print(__doc__)
        return 2
    old, new = map(Path, arguments)
    try:
        try_out(KINDS[new.suffix](), old, new)
    except (TrialError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
