"""Certificates: refused with a reason when they prove nothing, judged by the system's store otherwise."""

from __future__ import annotations

import datetime
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from exogui.exotel.accounts import ApiKey
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.client import ContactsClient
from exogui.exotel.errors import CertificateProblem, CertificateReason, Stopped
from exogui.exotel.failures import meaning_of
from exogui.exotel.transport import Timeouts, Transport
from exogui.messages.catalogue import plain
from exogui.messages.errors import error_message
from tests.exotel.raw_peer import RawConnection, RawPeer

QUICK = Timeouts(connect=5, send=5, answer=5, whole_answer=5)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def served_with(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def answer(connection: RawConnection) -> None:
    connection.read_request()
    connection.answer("200 OK", b"hello")


def trusting(authority: trustme.CA | None) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if authority:
        authority.configure_trust(made)
    return made


def get(peer: RawPeer, authority: trustme.CA | None) -> bytes:
    sender = Transport(CancelToken(), timeouts=QUICK, tls_context=lambda: trusting(authority))
    return sender.send("GET", f"https://localhost:{peer.port}/").body


@pytest.fixture
def local_peer(authority: trustme.CA) -> Iterator[RawPeer]:
    with RawPeer(answer, served_with(authority.issue_cert("localhost"))) as peer:
        yield peer


def test_that_a_certificate_of_a_trusted_authority_is_accepted(
    local_peer: RawPeer, authority: trustme.CA
) -> None:
    assert get(local_peer, authority) == b"hello"


# --- who proves nothing gets nothing ----------------------------------------------------------------------

PAST = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=2)
FUTURE = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=2)
DAYS = datetime.timedelta(days=9)


def self_signed(authority: trustme.CA, folder: Path) -> ssl.SSLContext:
    """The authority's own certificate, shown by a server."""
    pem = folder / "self-signed.pem"
    pem.write_bytes(authority.private_key_pem.bytes() + authority.cert_pem.bytes())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context


def unproven(case: str, authority: trustme.CA, folder: Path) -> ssl.SSLContext:
    match case:
        case "wrong host":
            return served_with(authority.issue_cert("portal.hotel.example"))
        case "expired":
            return served_with(authority.issue_cert("localhost", not_before=PAST - DAYS, not_after=PAST))
        case "not valid yet":
            return served_with(authority.issue_cert("localhost", not_before=FUTURE, not_after=FUTURE + DAYS))
        case "unknown issuer":
            return served_with(trustme.CA().issue_cert("localhost"))
        case _:
            return self_signed(trustme.CA(), folder)


@pytest.mark.parametrize(
    ("case", "reason", "words"),
    [
        ("wrong host", CertificateReason.WRONG_HOST, "Another computer answered"),
        ("expired", CertificateReason.EXPIRED, "out of date"),
        ("not valid yet", CertificateReason.EXPIRED, "date and time"),
        ("unknown issuer", CertificateReason.UNKNOWN_ISSUER, "add its certificate"),
        ("self-signed", CertificateReason.SELF_SIGNED, "vouches only for itself"),
    ],
)
def test_that_who_proves_nothing_is_told_nothing(
    authority: trustme.CA, tmp_path: Path, case: str, reason: CertificateReason, words: str
) -> None:
    heard: list[bytes] = []

    def listen(connection: RawConnection) -> None:
        heard.append(connection.read_head())

    with RawPeer(listen, unproven(case, authority, tmp_path)) as peer:
        client = ContactsClient(
            "sid",
            f"https://localhost:{peer.port}",
            ApiKey("key", "token"),
            timeouts=QUICK,
            tls_context=lambda: trusting(authority),
        )
        contacts = tmp_path / "contacts.csv"
        contacts.write_bytes(b"phone_number\r\n+919876543210\r\n")
        for call in (
            client.check_sign_in,
            lambda: client.upload(contacts, "contacts.csv", size=contacts.stat().st_size),
        ):
            with pytest.raises(CertificateProblem) as caught:
                call()
            assert caught.value.reason is reason
        assert peer.connections == 2
    assert b"".join(heard) == b"", "the request has begun before the certificate was judged"
    message = error_message(caught.value, plain)
    assert words in f"{message.title} {message.next_step}"


def test_that_every_reason_has_words_of_its_own() -> None:
    said = {error_message(CertificateProblem(reason), plain) for reason in CertificateReason}
    assert len(said) == len(CertificateReason)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (0x800B0101, CertificateReason.EXPIRED),
        (0x800B0109, CertificateReason.UNKNOWN_ISSUER),
        (0x800B010F, CertificateReason.WRONG_HOST),
        (-67818, CertificateReason.EXPIRED),
        (-67843, CertificateReason.UNKNOWN_ISSUER),
        (-67602, CertificateReason.WRONG_HOST),
        (4711, CertificateReason.OTHER),
    ],
)
def test_that_what_windows_and_macos_say_is_understood(code: int, reason: CertificateReason) -> None:
    error = ssl.SSLCertVerificationError("in the system's language")
    error.verify_code = code
    found = meaning_of(error)
    assert isinstance(found, CertificateProblem)
    assert found.reason is reason


# --- the system's store -----------------------------------------------------------------------------------


def test_that_the_system_judges_and_refuses_what_it_does_not_know(local_peer: RawPeer) -> None:
    with pytest.raises(CertificateProblem):
        Transport(CancelToken(), timeouts=QUICK).send("GET", f"https://localhost:{local_peer.port}/")


@pytest.mark.only_on("linux")
def test_that_what_the_system_trusts_is_trusted(
    local_peer: RawPeer, authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "system.pem"
    authority.cert_pem.write_to_path(store)
    monkeypatch.setenv("SSL_CERT_FILE", str(store))
    answered = Transport(CancelToken(), timeouts=QUICK).send("GET", f"https://localhost:{local_peer.port}/")
    assert answered.body == b"hello"


def test_that_no_list_of_authorities_is_added_to_the_systems(local_peer: RawPeer) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    with pytest.raises(CertificateProblem):
        Transport(CancelToken(), timeouts=QUICK, tls_context=lambda: context).send(
            "GET", f"https://localhost:{local_peer.port}/"
        )
    assert context.cert_store_stats()["x509"] == 0, "requests brings a list of its own"


def test_that_a_handshake_that_never_ends_can_be_cancelled() -> None:
    cancel = CancelToken()

    def behave(connection: RawConnection) -> None:
        connection.sock.recv(5)  # the client's hello has begun
        cancel.cancel()
        connection.wait_until_gone()

    with RawPeer(behave) as peer, pytest.raises(Stopped):
        Transport(cancel).send("GET", f"https://localhost:{peer.port}/")
