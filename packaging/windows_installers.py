"""Makes the installers for Windows out of a finished bundle:

    python packaging/windows_installers.py BUNDLE FOLDER [VERSION]

VERSION is another than that of the program, to try upgrades.

The setup program for people (NSIS) and the package for IT (MSI) hold the same files and tell Windows the
same. A bundle gives the same setup program each time, byte for byte. Both are made on Windows, and for trying
them out on Debian (``apt-get install nsis wixl``).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath

import signing
import windows_msi
from file_types import EXTENSIONS
from windows_program import ICON, NoReleaseError, release_numbers

from exogui import __version__

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "packaging" / "windows" / "exogui.nsi"
LICENCE = ROOT / "LICENSE"

LIST_NAME = "installed-files.txt"
UNINSTALLER = "uninstall.exe"
_TIME_STAMP = "1577836800"
"""In the head of a setup program, where no SOURCE_DATE_EPOCH says another."""


class InstallerError(Exception):
    """An installer cannot be made; the text says what to do about it."""


def files_of(bundle: Path) -> list[PurePosixPath]:
    """Every file of a bundle, relative to it, in an order that depends on the names alone.

    Raises InstallerError when it is not the bundle of a program for Windows.
    """
    files = sorted(
        PurePosixPath(file.relative_to(bundle).as_posix()) for file in bundle.rglob("*") if file.is_file()
    )
    for needed in ("exogui.exe", "exogui-cli.exe"):
        if PurePosixPath(needed) not in files:
            raise InstallerError(f"{bundle} is not exogui for Windows: it has no {needed}")
    return files


def installed(files: Iterable[PurePosixPath]) -> list[str]:
    """What the uninstaller removes: files, then folders with a backslash at the end, the deepest first."""
    files = list(files)
    folders = sorted({folder for file in files for folder in file.parents if folder.name})
    deepest_first = sorted(folders, key=lambda folder: -len(folder.parts))
    return [
        *(str(PureWindowsPath(file)) for file in files),
        UNINSTALLER,
        LIST_NAME,
        *(f"{PureWindowsPath(folder)}\\" for folder in deepest_first),
    ]


def _extraction(bundle: Path, files: Iterable[PurePosixPath]) -> str:
    lines = []
    folder = None
    for file in files:
        if file.parent != folder:
            folder = file.parent
            inside = "" if folder == PurePosixPath() else f"\\{PureWindowsPath(folder)}"
            escaped = inside.replace("$", "$$")
            lines.append(f'SetOutPath "${{NEW_FOLDER}}{escaped}"')
        lines.append(f'File "{bundle / file}"')
    return "\n".join(lines) + "\n"


def _extensions() -> str:
    lines = [f"  !insertmacro ${{each}} {extension}" for extension in EXTENSIONS]
    return "\n".join(["!macro EXTENSIONS each", *lines, "!macroend", ""])


def make_setup(bundle: Path, output: Path, version: str = __version__, sign_command: str = "") -> Path:
    """The setup program, made in the folder ``output``.

    ``sign_command`` is run on the uninstaller, whose path is put behind it; the setup program itself is
    signed after this. Raises InstallerError and NoReleaseError.
    """
    release_numbers(version)
    files = files_of(bundle)
    setup = output.resolve() / f"exogui-{version}-windows-x64-setup.exe"
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        _write(scratch / "extensions.nsh", _extensions(), "utf-8-sig")
        _write(scratch / "files.nsh", _extraction(bundle.resolve(), files), "utf-8-sig")
        _write(scratch / LIST_NAME, "\r\n".join(installed(files)) + "\r\n", "utf-16-le")
        _write(
            scratch / "licence.txt", LICENCE.read_text(encoding="utf-8").replace("\n", "\r\n"), "utf-8-sig"
        )
        size = sum((bundle / file).stat().st_size for file in files)
        compiler = makensis()
        defines = {
            "TARGET": target(compiler),
            "VERSION": version,
            "EXTENSIONS_FILE": scratch / "extensions.nsh",
            "FILES": scratch / "files.nsh",
            "LIST": scratch / LIST_NAME,
            "LICENCE": scratch / "licence.txt",
            "ICON": ICON,
            "SIZE_KB": size // 1024 + 1,
            "SETUP": setup,
            **({"SIGN": sign_command} if sign_command else {}),
        }
        _run([compiler, "-V2", "-WX", *(f"-D{name}={value}" for name, value in defines.items()), SCRIPT])
    return setup


def make_msi(bundle: Path, output: Path, version: str = __version__) -> Path:
    """The package for IT, made in the folder ``output``. Raises InstallerError and NoReleaseError."""
    release_numbers(version)
    files = files_of(bundle)
    msi = output.resolve() / f"exogui-{version}-windows-x64.msi"
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        _write(scratch / "files.wxi", windows_msi.file_elements(files), "utf-8")
        _write(scratch / "components.wxi", windows_msi.component_elements(files), "utf-8")
        _write(scratch / "file_types.wxi", windows_msi.file_type_elements(), "utf-8")
        _write(scratch / "shortcut_id.wxi", windows_msi.shortcut_id_elements(), "utf-8")
        commands = windows_msi.commands(bundle.resolve(), scratch, msi, version)
        if not commands:
            raise InstallerError("Neither WiX 3.14 nor wixl is here: on Debian, apt-get install wixl")
        for command in commands:
            _run(command, bundle)
    return msi


def _write(file: Path, text: str, encoding: str) -> None:
    file.write_text(text, encoding=encoding, newline="")


def target(compiler: str) -> str:
    """64 bits where this NSIS can make such setup programs.

    Its own edition for Windows makes only those of 32 bits, which do the same on every Windows of 64 bits.
    """
    own = Path(compiler).resolve().parent / "Stubs"
    debian = Path("/usr/share/nsis/Stubs")
    has_64_bits = any((stubs / "lzma_solid-amd64-unicode").exists() for stubs in (own, debian))
    return "amd64-unicode" if has_64_bits else "x86-unicode"


def makensis() -> str:
    found = shutil.which("makensis") or shutil.which(
        "makensis", path=str(Path(os.environ.get("PROGRAMFILES(X86)", "")) / "NSIS")
    )
    if not found:
        raise InstallerError(
            "makensis (NSIS 3.08 or newer) is missing: apt-get install nsis, choco install nsis"
        )
    return found


def _run(command: list[str | Path], folder: Path | None = None) -> None:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}  # wixl finds names like "ä" in no other
    environment.setdefault("SOURCE_DATE_EPOCH", _TIME_STAMP)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise InstallerError(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


def make(bundle: Path, output: Path, say: Callable[[str], None], version: str = __version__) -> list[Path]:
    """Both installers of ``bundle``, signed where there is a certificate: so is the bundle itself then.

    Raises InstallerError, NoReleaseError and SigningError.
    """
    output.mkdir(parents=True, exist_ok=True)
    signer = signing.signer_from(os.environ)
    signed = signing.sign([bundle], signer, say)
    sign_command = f'"{sys.executable}" "{signing.__file__}"' if signed else ""
    installers = [make_setup(bundle, output, version, sign_command), make_msi(bundle, output, version)]
    if signed:
        signing.sign(installers, signer, say)
    for installer in installers:
        say(f"{installer} ({installer.stat().st_size / 1e6:.1f} MB)")
    return installers


def main(arguments: list[str]) -> int:
    """Make both; 1 when that fails."""
    if len(arguments) not in {2, 3}:
        print(__doc__)
        return 2
    bundle, output, *version = arguments
    try:
        make(Path(bundle), Path(output), print, *version)
    except (InstallerError, NoReleaseError, signing.SigningError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
