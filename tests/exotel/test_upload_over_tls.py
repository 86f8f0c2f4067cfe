"""A whole upload over TLS, by the program itself, judged by the store of the system."""

from __future__ import annotations

import hashlib
import json
import os
import ssl
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import trustme
from cryptography import x509

from exogui.practice.endpoints import Endpoint
from exogui.practice.quirks import Quirks
from exogui.practice.server import PracticeServer
from tests.exotel.raw_peer import RawConnection, RawPeer

ROOT = Path(__file__).resolve().parents[2]
REFUSED = "+919999900017"
"""A number that the practice account refuses, though it looks right."""

ERROR_FILE = (
    f"row_number,phone_number,first_name,last_name,error_code,error_message\r\n2,{REFUSED},Ravi,,X_1,No\r\n"
)

pytestmark = pytest.mark.only_on("linux")  # where environment variables say what the system trusts


class Place:
    """Exotel, and on another host the storage with the refused rows; both over TLS."""

    def __init__(self, server: PracticeServer) -> None:
        self.authority = trustme.CA()
        self.server = server
        self.at_storage: list[bytes] = []
        self.exotel = RawPeer(self._pass_on, self._served_as("localhost"))
        self.storage = RawPeer(self._serve_file, self._served_as("127.0.0.1"))

    def _served_as(self, name: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert(name).configure_cert(context)
        return context

    def _pass_on(self, connection: RawConnection) -> None:
        connection.relay(int(self.server.base_url.rsplit(":", 1)[1]))

    def _serve_file(self, connection: RawConnection) -> None:
        self.at_storage.append(connection.read_head())
        connection.answer("200 OK", ERROR_FILE.encode())

    def upload(self, file: Path, **environment: str) -> tuple[int, dict[str, Any]]:
        """The command's exit status and report, in a process of its own."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("SSL_CERT_")}
        account = {
            "EXOGUI_ACCOUNT_SID": self.server.account_sid,
            "EXOGUI_API_KEY": self.server.api_key,
            "EXOGUI_API_TOKEN": self.server.api_token,
            "EXOGUI_BASE_URL": f"https://localhost:{self.exotel.port}",
        }
        ended = subprocess.run(
            [sys.executable, "-m", "exogui", "upload", str(file), "--json"],
            cwd=ROOT,
            env=inherited | account | environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert "Traceback" not in ended.stderr
        return ended.returncode, json.loads(ended.stdout)


@pytest.fixture
def place() -> Iterator[Place]:
    with PracticeServer(processing_seconds=0) as server:
        made = Place(server)
        with made.exotel, made.storage:
            address = f"https://127.0.0.1:{made.storage.port}/errors.csv?X-Amz-Signature=abc"
            server.quirks = Quirks(listed_errors=0, error_url=address)
            yield made


@pytest.fixture
def contacts(tmp_path: Path) -> Path:
    path = tmp_path / "contacts.csv"
    path.write_text(f"Mobile,First Name\n+919876543210,Asha\n{REFUSED},Ravi\n")
    return path


def store_in_a_file(authority: trustme.CA, folder: Path) -> dict[str, str]:
    authority.cert_pem.write_to_path(folder / "store.pem")
    return {"SSL_CERT_FILE": str(folder / "store.pem"), "SSL_CERT_DIR": str(folder / "nowhere")}


def store_in_a_folder(authority: trustme.CA, folder: Path) -> dict[str, str]:
    """Each certificate is found by a hash of its name, as OpenSSL's X509_NAME_hash makes it."""
    certificate = x509.load_pem_x509_certificate(authority.cert_pem.bytes())
    plain = [x509.NameAttribute(part.oid, str(part.value).lower()) for part in certificate.subject]
    encoded = x509.Name(plain).public_bytes()
    start = 2 if encoded[1] < 0x80 else 2 + (encoded[1] & 0x7F)
    (found_by,) = struct.unpack("<I", hashlib.sha1(encoded[start:]).digest()[:4])
    authority.cert_pem.write_to_path(folder / f"{found_by:08x}.0")
    return {"SSL_CERT_DIR": str(folder), "SSL_CERT_FILE": str(folder / "nowhere")}


@pytest.mark.parametrize("store", [store_in_a_file, store_in_a_folder])
def test_that_an_upload_goes_well_over_tls_that_the_system_trusts(
    place: Place, contacts: Path, tmp_path_factory: pytest.TempPathFactory, store: Any
) -> None:
    trust = store(place.authority, tmp_path_factory.mktemp("store"))
    status, report = place.upload(contacts, **trust)
    assert (status, report["state"]) == (1, "completed"), report["message"]
    assert (report["successful"], report["failed"]) == (1, 1)
    assert [(row["row"], row["error_code"]) for row in report["refused"]] == [(2, "X_1")]
    asked = [request.endpoint for request in place.server.requests]
    assert asked == [Endpoint.UPLOAD, *[Endpoint.STATUS] * (len(asked) - 2), Endpoint.ERRORS]
    assert all(request.header("Authorization") for request in place.server.requests)
    [at_storage] = place.at_storage
    assert at_storage.startswith(b"GET /errors.csv?X-Amz-Signature=abc ")
    assert b"\nauthorization:" not in at_storage.lower()
    assert place.server.api_token.encode() not in at_storage


def test_that_what_the_system_does_not_trust_gets_no_contact(place: Place, contacts: Path) -> None:
    status, report = place.upload(contacts)
    assert (status, report["sent"]) == (2, 0)
    assert "certificate" in report["message"]
    assert place.exotel.connections == 1
    assert place.server.requests == ()
