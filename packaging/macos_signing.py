"""Signs exogui.app from the inside out and has Apple notarise it. Secrets come from the environment:

    MACOS_CERTIFICATE            Developer ID Application certificate with its key: a .p12 file in base64
    MACOS_CERTIFICATE_PASSWORD   its password
    MACOS_NOTARY_KEY             App Store Connect API key: the text of the .p8 file
    MACOS_NOTARY_KEY_ID          its id
    MACOS_NOTARY_ISSUER          and whose it is

Without a certificate nothing is signed, and that is said loudly; with one, the other four must be there too.
"""

from __future__ import annotations

import base64
import contextlib
import os
import re
import secrets
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import mach_o

ENTITLEMENTS = Path(__file__).resolve().parent / "macos" / "entitlements.plist"
VARIABLES = (
    "MACOS_CERTIFICATE",
    "MACOS_CERTIFICATE_PASSWORD",
    "MACOS_NOTARY_KEY",
    "MACOS_NOTARY_KEY_ID",
    "MACOS_NOTARY_ISSUER",
)
_NOTARY_PATIENCE = "30m"
_IDENTITY = re.compile(r"\b([0-9A-F]{40})\b \"Developer ID Application: ")


class SigningError(Exception):
    """It cannot be signed; the text says what is missing."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Signs with the certificate ``identity`` (its SHA-1) of ``keychain``, and asks Apple's notary."""

    identity: str
    keychain: Path
    notary_options: tuple[str, ...]

    def sign_app(self, app: Path) -> None:
        """Sign all that is inside ``app`` and then itself, so that each signature covers what is final."""
        for group in signing_order(app):
            self._sign(*group)
        self._sign(app, "--entitlements", str(ENTITLEMENTS))
        _run("codesign", "--verify", "--deep", "--strict", app)

    def sign_image(self, image: Path) -> None:
        """Sign a .dmg, which holds no code of its own."""
        _run("codesign", "--force", "--timestamp", *self._who(), image)

    def notarise(self, what: Path) -> None:
        """Have Apple look at an application or a .dmg, and attach its answer, so that nobody asks again."""
        with tempfile.TemporaryDirectory() as folder:
            sent = what
            if what.is_dir():  # Apple takes files only; ditto, unlike zip, keeps what macOS has beside a file
                sent = Path(folder) / f"{what.name}.zip"
                _run("ditto", "-c", "-k", "--keepParent", what, sent)
            wait = ("--wait", "--timeout", _NOTARY_PATIENCE)
            _run("xcrun", "notarytool", "submit", sent, *self.notary_options, *wait)
        _run("xcrun", "stapler", "staple", what)
        kind = ("execute",) if what.is_dir() else ("open", "--context", "context:primary-signature")
        _run("spctl", "--assess", "--type", *kind, what)  # what Gatekeeper will say of it

    def _sign(self, *what: Path | str) -> None:
        _run("codesign", "--force", "--timestamp", "--options", "runtime", *self._who(), *what)

    def _who(self) -> tuple[str, ...]:
        return ("--sign", self.identity, "--keychain", str(self.keychain))


def signing_order(app: Path) -> list[list[Path]]:
    """What to sign in ``app`` before itself, in groups: libraries and programs, then frameworks, inner first.

    The program of a bundle is signed with the bundle, whose Info.plist and resources its signature seals.
    """
    app = app.resolve()
    frameworks = [path for path in app.rglob("*.framework") if not path.is_symlink()]
    frameworks.sort(key=lambda path: (-len(path.parts), path))
    mains = {_program_of(framework) for framework in frameworks} | {app / "Contents" / "MacOS" / app.stem}
    files = [path for path in sorted(app.rglob("*")) if path.is_file() and not path.is_symlink()]
    code = [path for path in files if path not in mains and mach_o.is_mach_o(path)]
    return [group for group in (code, *([framework] for framework in frameworks)) if group]


def _program_of(framework: Path) -> Path:
    return (framework / framework.stem).resolve()  # a link into Versions/Current, itself a link


@contextlib.contextmanager
def signer(environment: Mapping[str, str] = os.environ) -> Iterator[Signer | None]:
    """Signs as the environment says, with a keychain that is gone afterwards; None without a certificate.

    Raises SigningError when the environment says only half of it.
    """
    if not environment.get("MACOS_CERTIFICATE"):
        print("::warning::UNSIGNED: no certificate in MACOS_CERTIFICATE, so macOS will not open it")
        yield None
        return
    missing = [name for name in VARIABLES if not environment.get(name)]
    if missing:
        raise SigningError(f"There is a certificate, but not {', '.join(missing)}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        keychain = folder / "signing.keychain-db"
        try:
            _fill(keychain, folder, environment)
            key = _secret_file(folder / "notary.p8", environment["MACOS_NOTARY_KEY"].encode())
            notary = ("--key", str(key), "--key-id", environment["MACOS_NOTARY_KEY_ID"])
            yield Signer(
                _identity_in(keychain), keychain, (*notary, "--issuer", environment["MACOS_NOTARY_ISSUER"])
            )
        finally:
            subprocess.run(["security", "delete-keychain", keychain], check=False)


def _fill(keychain: Path, folder: Path, environment: Mapping[str, str]) -> None:
    """Make a keychain that holds the certificate and lets codesign use it without asking anybody."""
    password = secrets.token_hex()
    certificate = base64.b64decode(environment["MACOS_CERTIFICATE"])
    file = _secret_file(folder / "certificate.p12", certificate)
    _run("security", "create-keychain", "-p", password, keychain)
    _run("security", "unlock-keychain", "-p", password, keychain)
    _run("security", "set-keychain-settings", keychain)  # never locks by itself
    opened = ("-f", "pkcs12", "-P", environment["MACOS_CERTIFICATE_PASSWORD"])
    _run("security", "import", file, "-k", keychain, *opened, "-T", "/usr/bin/codesign")
    allowed = ("-S", "apple-tool:,apple:", "-s", "-k", password)
    _run("security", "set-key-partition-list", *allowed, keychain)
    _run("security", "list-keychains", "-d", "user", "-s", keychain, "login.keychain-db")


def _secret_file(path: Path, content: bytes) -> Path:
    path.touch(mode=0o600)
    path.write_bytes(content)
    return path


def _identity_in(keychain: Path) -> str:
    command = ("security", "find-identity", "-v", "-p", "codesigning", keychain)
    found = _IDENTITY.search(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    if found is None:
        raise SigningError(
            "MACOS_CERTIFICATE holds no valid certificate of the kind Developer ID Application"
        )
    return found[1]


def _run(*command: str | Path) -> None:
    """Without an exception that would name its arguments, among which are passwords."""
    if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode:
        raise SigningError(f"{' '.join(map(str, command[:2]))} failed, see above")
