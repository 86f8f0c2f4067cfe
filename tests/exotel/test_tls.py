"""Certificates: refused with a reason when they prove nothing, judged by the system's store otherwise."""

from __future__ import annotations

import datetime
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from exogui.exotel.cancellation import CancelToken
from exogui.exotel.errors import CertificateProblem, CertificateReason, Stopped
from exogui.exotel.transport import Timeouts, Transport
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


def get(peer: RawPeer, authority: trustme.CA | None) -> bytes:
    def context() -> ssl.SSLContext:
        made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if authority:
            authority.configure_trust(made)
        return made

    sender = Transport(CancelToken(), timeouts=QUICK, tls_context=context)
    return sender.send("GET", f"https://localhost:{peer.port}/").body


@pytest.fixture
def local_peer(authority: trustme.CA) -> Iterator[RawPeer]:
    with RawPeer(answer, served_with(authority.issue_cert("localhost"))) as peer:
        yield peer


def test_that_a_certificate_of_a_trusted_authority_is_accepted(
    local_peer: RawPeer, authority: trustme.CA
) -> None:
    assert get(local_peer, authority) == b"hello"


def test_that_an_unknown_issuer_is_refused(local_peer: RawPeer) -> None:
    with pytest.raises(CertificateProblem) as caught:
        get(local_peer, None)
    assert caught.value.reason is CertificateReason.UNKNOWN_ISSUER


def test_that_another_hosts_certificate_is_refused(authority: trustme.CA) -> None:
    with (
        RawPeer(answer, served_with(authority.issue_cert("ccm-api.example"))) as peer,
        pytest.raises(CertificateProblem) as caught,
    ):
        get(peer, authority)
    assert caught.value.reason is CertificateReason.WRONG_HOST


def test_that_an_expired_certificate_is_refused(authority: trustme.CA) -> None:
    past = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=2)
    certificate = authority.issue_cert(
        "localhost", not_before=past - datetime.timedelta(days=9), not_after=past
    )
    with RawPeer(answer, served_with(certificate)) as peer, pytest.raises(CertificateProblem) as caught:
        get(peer, authority)
    assert caught.value.reason is CertificateReason.EXPIRED


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
