"""The network's proxy: used where it is set, signed in to, and told nothing that is Exotel's."""

from __future__ import annotations

import base64
import socket
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import trustme

from exogui.exotel.accounts import ApiKey
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.client import ContactsClient
from exogui.exotel.errors import ErrorCode, ExotelError, NameNotFound, ProxyProblem, ProxySignIn
from exogui.exotel.multipart import MultipartBody
from exogui.exotel.proxy_plan import DIRECT
from exogui.exotel.system_proxies import SystemProxies
from exogui.exotel.transport import Timeouts, Transport
from exogui.messages.catalogue import plain
from exogui.messages.errors import error_text
from tests.exotel.proxy_settings import MadeUpSettings, Script, missing
from tests.exotel.raw_peer import Behaviour, RawConnection, RawPeer

NAME_AND_PASSWORD = "Basic " + base64.b64encode(b"asha:p@ss:word").decode()


QUICK = Timeouts(connect=5, send=5, answer=5, whole_answer=5)
EXOTEL = "https://ccm-api.example/"


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
        self.at_exotel.append(connection.read_request())
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

    def let_through(self, connection: RawConnection) -> None:
        """A proxy that asks nobody who they are."""
        self.at_proxy.append(connection.read_head())
        connection.sock.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        connection.relay(self.exotel.port)

    def context(self) -> ssl.SSLContext:
        made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.authority.configure_trust(made)
        return made

    def client(self) -> ContactsClient:
        key = ApiKey("key", "token")
        return ContactsClient("sid", "https://ccm-api.example", key, timeouts=QUICK, tls_context=self.context)

    def transport(self, settings: MadeUpSettings) -> Transport:
        """On a machine with these settings."""
        proxies = SystemProxies(settings)
        return Transport(CancelToken(), timeouts=QUICK, tls_context=self.context, proxies=proxies)


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


# --- what the system's settings and scripts name --------------------------------------------------------


@pytest.fixture
def nobody() -> str:
    """The address of a proxy that is switched off."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{taken.getsockname()[1]}"


def naming(*proxies: str) -> Script:
    return lambda _url: proxies


def test_that_the_proxy_that_a_script_names_is_used_and_never_hears_the_sign_in(network: Network) -> None:
    with RawPeer(network.let_through) as running:
        transport = network.transport(MadeUpSettings(naming(running.url)))
        answer = transport.send("GET", EXOTEL, authorization="Basic a2V5OnRva2Vu")
    assert answer.status == 200
    [at_proxy], [at_exotel] = network.at_proxy, network.at_exotel
    assert at_proxy.startswith(b"CONNECT ccm-api.example:443 ")
    assert b"a2V5OnRva2Vu" not in at_proxy
    assert b"Authorization: Basic a2V5OnRva2Vu" in at_exotel


def test_that_a_file_goes_out_once_by_the_first_proxy_that_can_be_reached(
    network: Network, nobody: str, tmp_path: Path
) -> None:
    path = tmp_path / "part.csv"
    path.write_bytes(b"phone_number\r\n+919876543210\r\n")
    with RawPeer(network.let_through) as running:
        transport = network.transport(MadeUpSettings(naming(nobody, "http://nobody.invalid:1", running.url)))
        body = MultipartBody(
            path,
            "contacts.csv",
            {},
            size=path.stat().st_size,
            cancel=CancelToken(),
            on_progress=lambda _sent, _total: None,
            on_ending=lambda: None,
            on_whole=lambda: None,
        )
        with body:
            answer = transport.send("POST", EXOTEL, body=body)
    assert answer.status == 200
    [at_exotel] = network.at_exotel
    assert at_exotel.startswith(b"POST / ")
    assert at_exotel.count(path.read_bytes()) == 1


def test_that_the_proxy_that_was_reached_goes_first_from_then_on(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo
    looked_up: list[str] = []

    def look_up(host: str, *arguments: Any, **options: Any) -> Any:
        looked_up.append(host)
        return real(host, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with RawPeer(network.let_through) as running:
        settings = MadeUpSettings(naming("http://nobody.invalid:1", running.url))
        transport = network.transport(settings)
        transport.send("GET", EXOTEL)
        assert "nobody.invalid" in looked_up
        looked_up.clear()
        transport.send("GET", EXOTEL)
        assert "nobody.invalid" not in looked_up
        assert running.connections == 2
    assert len(settings.asked) == 1


@pytest.mark.parametrize(
    "refuse",
    [
        lambda connection: connection.answer("502 Bad Gateway"),
        lambda connection: connection.sock.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n"),
        lambda _connection: None,
    ],
    ids=["bad gateway", "gone after letting through", "gone at once"],
)
def test_that_no_other_proxy_is_tried_once_one_was_reached(network: Network, refuse: Behaviour) -> None:
    def behave(connection: RawConnection) -> None:
        connection.read_head()
        refuse(connection)

    with RawPeer(behave) as reached, RawPeer(network.let_through) as other:
        transport = network.transport(MadeUpSettings(naming(reached.url, other.url)))
        with pytest.raises(ExotelError):
            transport.send("POST", EXOTEL)
        assert (reached.connections, other.connections) == (1, 0)


def test_that_the_first_proxy_is_the_problem_where_none_can_be_reached_and_the_script_is_asked_anew(
    network: Network, nobody: str
) -> None:
    settings = MadeUpSettings(naming(nobody, DIRECT))  # and nobody knows the name ccm-api.example
    transport = network.transport(settings)
    for _ in range(2):
        with pytest.raises(ExotelError) as caught:
            transport.send("GET", EXOTEL)
        assert type(caught.value) is ProxyProblem
    assert len(settings.asked) == 2


def test_that_a_network_with_nothing_but_socks_is_a_problem_of_the_proxy(network: Network) -> None:
    with pytest.raises(ExotelError) as caught:
        network.transport(MadeUpSettings(naming())).send("GET", EXOTEL)
    assert type(caught.value) is ProxyProblem


def test_that_a_missing_script_leaves_the_proxy_that_is_set_by_hand(network: Network) -> None:
    with RawPeer(network.let_through) as running:
        transport = network.transport(MadeUpSettings(missing, running.url))
        assert transport.send("GET", EXOTEL).status == 200
    assert len(network.at_proxy) == 1


def test_that_the_environment_goes_before_the_systems_settings(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    with RawPeer(network.let_through) as running, RawPeer(network.let_through) as other:
        settings = MadeUpSettings(naming(other.url))
        monkeypatch.setenv("HTTPS_PROXY", running.url)
        assert network.transport(settings).send("GET", EXOTEL).status == 200
        monkeypatch.setenv("NO_PROXY", ".example")
        with pytest.raises(NameNotFound):
            network.transport(settings).send("GET", EXOTEL)
        monkeypatch.delenv("HTTPS_PROXY")
        with pytest.raises(NameNotFound):
            network.transport(settings).send("GET", EXOTEL)
        assert settings.planned == []
        monkeypatch.setenv("NO_PROXY", "elsewhere.example")
        assert network.transport(settings).send("GET", EXOTEL).status == 200
        assert (running.connections, other.connections) == (1, 1)


def test_that_this_machine_is_reached_without_a_proxy_whatever_the_settings_say(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://nobody.invalid:1")
    settings = MadeUpSettings(naming("http://nobody.invalid:1"))
    address = f"https://localhost:{network.exotel.port}/"
    with pytest.raises(ExotelError) as caught:  # reached: it is not the one that its certificate names
        network.transport(settings).send("GET", address)
    assert caught.value.code is ErrorCode.CERTIFICATE_PROBLEM
    assert settings.planned == []
