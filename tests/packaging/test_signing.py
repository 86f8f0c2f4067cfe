"""Signatures by a certificate that is made for the test."""

from __future__ import annotations

import datetime
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import signing
import trustme
import windows_installers
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

pytestmark = pytest.mark.only_on("linux")
PASSWORD = "only for the test"


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a build job with a certificate has."""
    folder = tmp_path_factory.mktemp("certificate")
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "authority.pem"))
    issuer = x509.load_pem_x509_certificate(authority.cert_pem.bytes())
    issuer_key = serialization.load_pem_private_key(authority.private_key_pem.bytes(), None)
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "exogui contributors")])
    now = datetime.datetime.now(datetime.UTC)
    builder = x509.CertificateBuilder(
        issuer.subject, name, key.public_key(), x509.random_serial_number(), now, now + datetime.timedelta(1)
    ).add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), critical=False)
    certificate = builder.sign(issuer_key, hashes.SHA256())  # type: ignore[arg-type]  # trustme's keys can sign
    sealed = serialization.BestAvailableEncryption(PASSWORD.encode())
    pfx = pkcs12.serialize_key_and_certificates(b"exogui", key, certificate, [issuer], sealed)
    (folder / "certificate.pfx").write_bytes(pfx)
    return {
        "EXOGUI_SIGN_PFX": str(folder / "certificate.pfx"),
        "EXOGUI_SIGN_PASSWORD": PASSWORD,
        "EXOGUI_SIGN_TIMESTAMP": "",
        "EXOGUI_SIGN_CA": str(folder / "authority.pem"),
    }


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program for Windows that nobody has signed."""
    folder = tmp_path_factory.mktemp("program")
    script = folder / "program.nsi"
    script.write_text("Target amd64-unicode\nOutFile program.exe\nSection\nSectionEnd\n", encoding="ascii")
    subprocess.run([windows_installers.makensis(), "-V1", str(script)], check=True)
    return folder / "program.exe"


@pytest.fixture
def bundle(tmp_path: Path, program: Path) -> Path:
    folder = tmp_path / "bundle"
    (folder / "_internal").mkdir(parents=True)
    for name in ("exogui.exe", "exogui-cli.exe", "_internal/part.pyd", "_internal/library.dll"):
        (folder / name).write_bytes(program.read_bytes())
    (folder / "_internal" / "notes.txt").write_text("text", encoding="ascii")
    return folder


def verified(file: Path, authority: str) -> bool:
    command = ["osslsigncode", "verify", "-CAfile", authority, "-in", str(file)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_that_programs_and_libraries_are_signed_and_nothing_else(
    bundle: Path, environment: dict[str, str]
) -> None:
    said: list[str] = []
    assert signing.sign([bundle], signing.signer_from(environment), said.append)
    assert said == ["Signed 4 files"]
    for file in (
        bundle / "exogui.exe",
        bundle / "_internal" / "part.pyd",
        bundle / "_internal" / "library.dll",
    ):
        assert signing.is_signed(file)
        assert verified(file, environment["EXOGUI_SIGN_CA"])
    assert (bundle / "_internal" / "notes.txt").read_text(encoding="ascii") == "text"


def test_that_a_signature_that_is_there_stays(bundle: Path, environment: dict[str, str]) -> None:
    signer = signing.signer_from(environment)
    assert signer is not None
    library = bundle / "_internal" / "library.dll"
    signer.sign(library)
    before = library.read_bytes()
    signing.sign([bundle], signer, lambda _line: None)
    assert library.read_bytes() == before


def test_that_a_changed_program_is_not_taken_for_signed(bundle: Path, environment: dict[str, str]) -> None:
    signer = signing.signer_from(environment)
    assert signer is not None
    program = bundle / "exogui.exe"
    signer.sign(program)
    content = bytearray(program.read_bytes())
    content[2000] ^= 1
    program.write_bytes(content)
    with pytest.raises(signing.SigningError, match=r"exogui\.exe"):
        signer.verify(program)


def test_that_a_wrong_password_is_said_without_saying_it(bundle: Path, environment: dict[str, str]) -> None:
    signer = signing.signer_from({**environment, "EXOGUI_SIGN_PASSWORD": "not this one"})
    before = (bundle / "exogui.exe").read_bytes()
    with pytest.raises(signing.SigningError) as caught:
        signing.sign([bundle], signer, lambda _line: None)
    assert "not this one" not in str(caught.value)
    assert (bundle / "exogui.exe").read_bytes() == before


def test_that_the_password_is_on_no_command_line(
    bundle: Path, environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spy = tmp_path / "osslsigncode"
    spy.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/calls\nexit 1\n', encoding="ascii")
    spy.chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(signing.SigningError):
        signing.sign([bundle / "exogui.exe"], signing.signer_from(environment), lambda _line: None)
    calls = (tmp_path / "calls").read_text(encoding="utf-8")
    assert "sign -pkcs12" in calls
    assert PASSWORD not in calls


def test_that_without_a_certificate_the_build_says_so_and_goes_on(bundle: Path) -> None:
    said: list[str] = []
    assert not signing.sign([bundle], signing.signer_from({}), said.append)
    assert said[0].startswith("UNSIGNED")
    assert not signing.is_signed(bundle / "exogui.exe")


def test_that_a_certificate_that_is_not_there_ends_the_build() -> None:
    with pytest.raises(signing.SigningError, match="nowhere"):
        signing.signer_from({"EXOGUI_SIGN_PFX": "/nowhere/certificate.pfx"})


def test_that_a_command_of_the_build_job_can_sign(
    bundle: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    script = Path(signing.__file__)
    settings = " ".join(f"{name}='{value}'" for name, value in environment.items())
    command = tmp_path / "sign with a device"
    command.write_text(f'#!/bin/sh\n{settings} exec {sys.executable} {script} "$@"\n', encoding="utf-8")
    command.chmod(stat.S_IRWXU)
    assignments = command.read_text(encoding="utf-8")
    assert PASSWORD in assignments
    signer = signing.signer_from({"EXOGUI_SIGN_COMMAND": f'"{command}"'})
    signing.sign([bundle], signer, lambda _line: None)
    assert verified(bundle / "exogui.exe", environment["EXOGUI_SIGN_CA"])


def test_that_a_command_that_signs_nothing_is_found_out(bundle: Path) -> None:
    signer = signing.signer_from({"EXOGUI_SIGN_COMMAND": "true"})
    with pytest.raises(signing.SigningError, match="no signature"):
        signing.sign([bundle], signer, lambda _line: None)


def test_that_both_installers_are_signed(
    bundle: Path, environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    said: list[str] = []
    setup, msi = windows_installers.make(bundle, tmp_path / "out", said.append)
    assert verified(setup, environment["EXOGUI_SIGN_CA"])
    assert verified(msi, environment["EXOGUI_SIGN_CA"])
    assert any(line.startswith("Signed 2 files") for line in said)
