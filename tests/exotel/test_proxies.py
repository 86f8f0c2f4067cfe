"""The network's proxy: used where it is set, signed in to, and told nothing that is Exotel's."""

from __future__ import annotations

import base64
import socket
import ssl
from collections.abc import Callable, Iterator

import pytest
import trustme

from exogui.exotel.accounts import ApiKey
from exogui.exotel.client import ContactsClient
from exogui.exotel.errors import ErrorCode, ExotelError, NameNotFound, ProxyProblem, ProxySignIn
from exogui.exotel.transport import Timeouts
from exogui.messages.catalogue import plain
from exogui.messages.errors import error_text
from tests.exotel.raw_peer import Behaviour, RawConnection, RawPeer

NAME_AND_PASSWORD = "Basic " + base64.b64encode(b"asha:p@ss:word").decode()


class Network:
    """A proxy that wants a name and password, and Exotel behind it, under a name nobody else knows."""

    def __init__(self) -> None:
        self.authority = trustme.CA()
        self.at_proxy: list[bytes] = []
        self.at_exotel: list[bytes] = []
        self.exotel = RawPeer(self._answer, self.served_as("ccm-api.example"))

    def served_as(self, name: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert(name).configure_cert(context)
        return context

    def _answer(self, connection: RawConnection) -> None:
        self.at_exotel.append(connection.read_head())
        connection.answer("200 OK", b'{"response": {"data": {"status": "queued"}}}')

    def pass_on(self, connection: RawConnection) -> None:
        head = connection.read_head()
        self.at_proxy.append(head)
        if f"Proxy-Authorization: {NAME_AND_PASSWORD}".encode() not in head:
            connection.answer(
                "407 Proxy Authentication Required", b"<html>", 'Proxy-Authenticate: Basic realm="x"'
            )
            return
        connection.sock.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        connection.relay(self.exotel.port)

    def client(self) -> ContactsClient:
        def context() -> ssl.SSLContext:
            made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            self.authority.configure_trust(made)
            return made

        quick = Timeouts(connect=5, send=5, answer=5, whole_answer=5)
        key = ApiKey("key", "token")
        return ContactsClient("sid", "https://ccm-api.example", key, timeouts=quick, tls_context=context)


@pytest.fixture
def network() -> Iterator[Network]:
    made = Network()
    with made.exotel:
        yield made


@pytest.fixture(params=["http", "https"])
def proxy(network: Network, request: pytest.FixtureRequest) -> Iterator[Callable[[str], str]]:
    """The address of the proxy, with a name and password before it; reached in the open and over TLS."""
    context = network.served_as("localhost") if request.param == "https" else None
    with RawPeer(network.pass_on, context) as running:
        yield lambda user: f"{request.param}://{user}localhost:{running.port}"


def test_that_the_proxys_name_and_password_go_to_the_proxy_and_the_sign_in_to_exotel(
    network: Network, proxy: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy("asha:p%40ss%3Aword@"))
    network.client().upload_status("upload_1")
    [at_proxy], [at_exotel] = network.at_proxy, network.at_exotel
    assert at_proxy.startswith(b"CONNECT ccm-api.example:443 ")
    assert b"\nauthorization:" not in at_proxy.lower()
    assert b"sid" not in at_proxy
    assert b"\nauthorization: basic a2v5onrva2vu\r" in at_exotel.lower()
    assert b"proxy" not in at_exotel.lower()
    assert NAME_AND_PASSWORD.encode() not in at_exotel


@pytest.mark.parametrize("user", ["", "asha:wrong@"])
def test_that_a_proxy_that_wants_a_name_and_password_is_told_clearly(
    network: Network, proxy: Callable[[str], str], monkeypatch: pytest.MonkeyPatch, user: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy(user))
    with pytest.raises(ExotelError) as caught:
        network.client().upload_status("upload_1")
    assert type(caught.value) is ProxySignIn
    assert "name and password" in error_text(caught.value, plain)
    assert network.at_exotel == []


@pytest.mark.parametrize(
    "refuse",
    [
        lambda connection: connection.answer("403 Forbidden", b"<html>407</html>"),
        lambda connection: connection.answer("502 Bad Gateway 407"),
        lambda connection: connection.sock.sendall(b"SSH-2.0-OpenSSH_9.6\r\n"),
        lambda connection: connection.sock.sendall(b"HTTP/1.1 4"),
    ],
    ids=["forbidden", "bad gateway", "no proxy at all", "cut short"],
)
def test_that_a_proxy_that_does_not_let_through_is_named(
    network: Network, monkeypatch: pytest.MonkeyPatch, refuse: Behaviour
) -> None:
    def behave(connection: RawConnection) -> None:
        connection.read_head()
        refuse(connection)

    with RawPeer(behave) as running:
        monkeypatch.setenv("HTTPS_PROXY", running.url)
        with pytest.raises(ExotelError) as caught:
            network.client().upload_status("upload_1")
    assert type(caught.value) is ProxyProblem
    assert network.at_exotel == []


def test_that_a_proxy_over_tls_must_prove_who_it_is(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    with RawPeer(network.pass_on, network.served_as("another.example")) as running:
        monkeypatch.setenv("HTTPS_PROXY", f"https://asha:p%40ss%3Aword@localhost:{running.port}")
        with pytest.raises(ExotelError) as caught:
            network.client().upload_status("upload_1")
    assert caught.value.code is ErrorCode.CERTIFICATE_PROBLEM
    assert network.at_proxy == []


def test_that_an_address_that_needs_no_proxy_is_reached_without(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo
    with RawPeer(network.pass_on) as running:
        monkeypatch.setenv("HTTPS_PROXY", running.url)
        monkeypatch.setenv("NO_PROXY", "elsewhere.example,.example")
        monkeypatch.setattr(
            socket,
            "getaddrinfo",
            lambda host, port, **options: real("nothing.invalid" if "ccm" in host else host, port, **options),
        )
        with pytest.raises(NameNotFound):
            network.client().upload_status("upload_1")
        assert running.connections == 0
