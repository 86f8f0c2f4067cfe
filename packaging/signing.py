"""Signs programs and installers for Windows: ``signing.py FILE_OR_FOLDER...``.

With what, the environment of the build says:

    EXOGUI_SIGN_PFX         a certificate with its key (.pfx), and
    EXOGUI_SIGN_PASSWORD    its password; signtool signs on Windows, osslsigncode elsewhere
    EXOGUI_SIGN_COMMAND     or a command that signs the file put behind it: for keys that leave no device
    EXOGUI_SIGN_TIMESTAMP   who stamps it (RFC 3161), so that it holds when the certificate has expired
    EXOGUI_SIGN_CA          the authorities against which osslsigncode verifies, if not the system's

With none of them nothing is signed, and that is said. Of a folder every .exe, .dll and .pyd is signed; a
signature that is already there, as on the files of Python and Microsoft, stays.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Protocol

SIGNED_SUFFIXES = {".exe", ".dll", ".pyd"}
_TIME_STAMPS = "http://timestamp.digicert.com"
_AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt"
_NAME = "exogui"

_IMPORT_CERTIFICATE = """\
$ErrorActionPreference = 'Stop'
$password = ConvertTo-SecureString $env:EXOGUI_SIGN_PASSWORD -AsPlainText -Force
$store = 'Cert:\\CurrentUser\\My'
$file = $env:EXOGUI_SIGN_PFX
(Import-PfxCertificate -FilePath $file -CertStoreLocation $store -Password $password).Thumbprint
"""


class SigningError(Exception):
    """A file could not be signed, or its signature does not hold."""


class Signer(Protocol):
    """Something that signs files."""

    def sign(self, file: Path) -> None:
        """Sign ``file`` in place. Raises SigningError."""

    def verify(self, file: Path) -> None:
        """Raises SigningError unless the signature of ``file`` holds."""


class Osslsigncode:
    """Signs anywhere but on Windows. The password reaches it in a file that only this person can read."""

    def __init__(self, pfx: Path, password: str, time_stamps: str, authorities: str) -> None:
        self._pfx = pfx
        self._password = password
        self._time_stamps = ["-ts", time_stamps] if time_stamps else []
        self._authorities = authorities

    def sign(self, file: Path) -> None:
        """Sign ``file`` in place. Raises SigningError."""
        with tempfile.TemporaryDirectory() as folder:
            password = Path(folder) / "password"
            password.touch(mode=0o600)
            password.write_text(self._password, encoding="utf-8")
            signed = Path(folder) / file.name
            key: list[str | Path] = ["-pkcs12", self._pfx, "-readpass", password]
            how = ["-h", "sha256", "-n", _NAME, *self._time_stamps]
            _run(["osslsigncode", "sign", *key, *how, "-in", file, "-out", signed], file)
            shutil.copyfile(signed, file)

    def verify(self, file: Path) -> None:
        """Raises SigningError unless the signature holds and one of the authorities vouches for it."""
        stamps = ["-TSA-CAfile", _AUTHORITIES] if self._time_stamps else []
        _run(["osslsigncode", "verify", "-CAfile", self._authorities, *stamps, "-in", file], file)


class Signtool:
    """Signs on Windows, with a certificate of the person's store: its password is on no command line."""

    def __init__(self, thumbprint: str, time_stamps: str) -> None:
        self._thumbprint = thumbprint
        self._time_stamps = ["/tr", time_stamps, "/td", "sha256"] if time_stamps else []

    def sign(self, file: Path) -> None:
        """Sign ``file`` in place. Raises SigningError."""
        which = ["/sha1", self._thumbprint, "/fd", "sha256", "/d", _NAME]
        _run(["signtool", "sign", "/q", *which, *self._time_stamps, file], file)

    def verify(self, file: Path) -> None:
        """Raises SigningError unless Windows takes the signature for good."""
        _run(["signtool", "verify", "/q", "/pa", file], file)


class Command:
    """Signs with whatever the build job names."""

    def __init__(self, command: str) -> None:
        self._command = command

    def sign(self, file: Path) -> None:
        """Sign ``file`` in place. Raises SigningError."""
        _run(f'{self._command} "{file}"', file)

    def verify(self, file: Path) -> None:
        """Raises SigningError unless ``file`` has a signature; whose, the command is trusted to know."""
        if file.suffix.lower() in SIGNED_SUFFIXES and not is_signed(file):
            raise SigningError(f"{file} has no signature after the command that signs")


def signer_from(environment: Mapping[str, str]) -> Signer | None:
    """What signs with what ``environment`` names; None where it names nothing. Raises SigningError."""
    if command := environment.get("EXOGUI_SIGN_COMMAND"):
        return Command(command)
    pfx = environment.get("EXOGUI_SIGN_PFX")
    if not pfx:
        return None
    if not Path(pfx).is_file():
        raise SigningError(f"EXOGUI_SIGN_PFX names no file: {pfx}")
    time_stamps = environment.get("EXOGUI_SIGN_TIMESTAMP", _TIME_STAMPS)
    if sys.platform == "win32":
        return Signtool(_imported_certificate(), time_stamps)
    password = environment.get("EXOGUI_SIGN_PASSWORD", "")
    return Osslsigncode(Path(pfx), password, time_stamps, environment.get("EXOGUI_SIGN_CA", _AUTHORITIES))


def _imported_certificate() -> str:
    """Put the certificate of the environment into the person's store; gives its thumbprint."""
    command: list[str | Path] = ["powershell", "-NoProfile", "-Command", _IMPORT_CERTIFICATE]
    return _run(command, Path("the certificate")).strip()


def is_signed(file: Path) -> bool:
    """Whether a program or library carries a signature (the PE format's "certificate table" is not empty)."""
    head = file.read_bytes()[:4096]
    if head[:2] != b"MZ":
        return False
    (start,) = struct.unpack_from("<I", head, 0x3C)
    optional = start + 24
    (magic,) = struct.unpack_from("<H", head, optional)
    directories = optional + (112 if magic == 0x20B else 96)
    _, size = struct.unpack_from("<II", head, directories + 4 * 8)
    return bool(size)


def to_sign(places: Iterable[Path]) -> list[Path]:
    """The files to sign: those named, and in folders every program and library that has no signature yet."""
    files: list[Path] = []
    for place in places:
        inside = sorted(place.rglob("*")) if place.is_dir() else [place]
        files += [
            file
            for file in inside
            if file == place or (file.suffix.lower() in SIGNED_SUFFIXES and not is_signed(file))
        ]
    return files


def sign(places: Iterable[Path], signer: Signer | None, say: Callable[[str], None]) -> bool:
    """Sign and verify; False where there is nothing to sign with, which is said. Raises SigningError."""
    if signer is None:
        say("UNSIGNED: neither EXOGUI_SIGN_PFX nor EXOGUI_SIGN_COMMAND is set. Windows will warn of this.")
        return False
    files = to_sign(places)
    for file in files:
        signer.sign(file)
        signer.verify(file)
    say(f"Signed {len(files)} files")
    return True


def _run(command: list[str | Path] | str, file: Path) -> str:
    try:
        done = subprocess.run(
            command,
            shell=isinstance(command, str),  # it comes from whoever builds
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise SigningError(f"{file} cannot be signed: {error}") from error
    if done.returncode != 0:
        raise SigningError(f"{file} cannot be signed or verified:\n{done.stdout}{done.stderr}")
    return done.stdout


def main(arguments: list[str]) -> int:
    """Sign what is named; 1 when that fails. Without a certificate it is no failure."""
    if not arguments:
        print(__doc__)
        return 2
    try:
        sign([Path(argument) for argument in arguments], signer_from(os.environ), print)
    except SigningError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
