"""The way to Exotel: what is put on a request, what is kept off it, and limits on what comes back."""

from __future__ import annotations

import gzip
import socket
import threading
from pathlib import Path

import pytest

from exogui import __version__
from exogui.exotel.addresses import is_loopback
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.client import ContactsClient
from exogui.exotel.errors import (
    NameNotFound,
    NoConnection,
    ProxyProblem,
    Redirected,
    Stopped,
    TimedOut,
    UnreadableAnswer,
)
from exogui.exotel.transport import Timeouts, Transport
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import GzipBomb, Redirect
from exogui.practice.server import PracticeServer
from tests.exotel.conftest import KEY, MakeClient
from tests.exotel.raw_peer import RawConnection, RawPeer

QUICK = Timeouts(connect=5, send=5, answer=5, whole_answer=5)


def transport(**options: object) -> Transport:
    return Transport(CancelToken(), **{"timeouts": QUICK, **options})  # type: ignore[arg-type]


def test_that_a_netrc_file_has_no_effect(
    server: PracticeServer, client: ContactsClient, private_home: Path
) -> None:
    for name in (".netrc", "_netrc"):
        (private_home / name).write_text("machine 127.0.0.1 login thief password stolen\n")
        (private_home / name).chmod(0o600)
    client.request_access_token(KEY)
    Transport(CancelToken()).send("GET", server.error_files_url + "/nothing")
    signed, bare = server.requests
    assert signed.header("Authorization") == "Basic cHJhY3RpY2Uta2V5OnByYWN0aWNlLXRva2Vu"
    assert bare.header("Authorization") is None


@pytest.mark.parametrize("authorization", ["", "Bearer ours"])
def test_that_a_netrc_file_has_no_effect_beyond_this_machine_either(
    private_home: Path, monkeypatch: pytest.MonkeyPatch, authorization: str
) -> None:
    for name in (".netrc", "_netrc"):
        (private_home / name).write_text("machine somewhere.example login thief password stolen\n")
        (private_home / name).chmod(0o600)
    seen: list[bytes] = []

    def behave(connection: RawConnection) -> None:
        seen.append(connection.read_head())
        connection.answer()

    with RawPeer(behave) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        transport().send("GET", "http://somewhere.example/", authorization=authorization)
    [head] = seen
    assert head.count(b"Authorization") == (1 if authorization else 0)
    assert authorization.encode() in head


def test_that_every_request_says_who_asks_and_keeps_nothing_open(
    server: PracticeServer, client: ContactsClient
) -> None:
    client.request_access_token(KEY)
    [request] = server.requests
    assert request.header("User-Agent") == f"exogui/{__version__}"
    assert request.header("Connection") == "close"


def test_that_a_redirect_is_not_followed(server: PracticeServer, client: ContactsClient) -> None:
    with RawPeer(lambda connection: connection.answer()) as thief:
        server.faults.add(Endpoint.STATUS, Redirect(thief.url + "/elsewhere"))
        with pytest.raises(Redirected):
            client.upload_status("upload_1")
        assert thief.connections == 0


def test_that_a_gzip_bomb_is_not_unpacked(server: PracticeServer, client: ContactsClient) -> None:
    server.faults.add(Endpoint.STATUS, GzipBomb())
    with pytest.raises(UnreadableAnswer):
        client.upload_status("upload_1")


def test_that_the_limit_counts_what_is_unpacked_and_not_what_was_sent() -> None:
    body = gzip.compress(b" " * 200_000)

    def behave(connection: RawConnection) -> None:
        connection.read_head()
        connection.answer("200 OK", body, "Content-Encoding: gzip")

    with RawPeer(behave) as peer:
        assert len(transport(max_answer_bytes=200_000).send("GET", peer.url).body) == 200_000
        with pytest.raises(UnreadableAnswer):
            transport(max_answer_bytes=199_999).send("GET", peer.url)


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n{}",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
    ],
    ids=["shorter than announced", "chunk cut", "chunk size nonsense", "not gzip"],
)
def test_that_a_broken_answer_is_called_unreadable(answer: bytes) -> None:
    def behave(connection: RawConnection) -> None:
        connection.read_head()
        connection.sock.sendall(answer)

    with RawPeer(behave) as peer, pytest.raises((UnreadableAnswer, NoConnection)):
        transport().send("GET", peer.url)


def test_that_nobody_at_the_address_is_no_connection() -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        with pytest.raises(NoConnection) as caught:
            transport().send("GET", f"http://127.0.0.1:{reserved.getsockname()[1]}/")
    assert type(caught.value) is NoConnection


def test_that_a_name_that_does_not_exist_is_said() -> None:
    with pytest.raises(NameNotFound):
        transport().send("GET", "http://nothing.invalid/")


def test_that_a_lookup_that_never_ends_can_be_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, released = threading.Event(), threading.Event()
    real = socket.getaddrinfo

    def stuck(*args: object, **options: object) -> object:
        if options.get("flags"):
            return real(*args, **options)  # type: ignore[arg-type]
        begun.set()
        released.wait()
        return []

    monkeypatch.setattr(socket, "getaddrinfo", stuck)
    cancel = CancelToken()

    def cancel_then() -> None:
        begun.wait()
        cancel.cancel()

    canceller = threading.Thread(target=cancel_then)
    canceller.start()
    with pytest.raises(Stopped):
        Transport(cancel, timeouts=QUICK).send("GET", "http://slow.example/")
    released.set()
    canceller.join()


def test_that_silence_ends_in_a_timeout() -> None:
    with RawPeer(RawConnection.wait_until_gone) as peer, pytest.raises(TimedOut):
        transport(timeouts=Timeouts(answer=0.05)).send("GET", peer.url)


def test_that_an_answer_that_trickles_for_ever_ends_too() -> None:
    gone = threading.Event()

    def behave(connection: RawConnection) -> None:
        connection.read_head()
        connection.sock.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        try:
            while not gone.wait(0.005):
                connection.sock.sendall(b" ")
        except OSError:
            pass

    with RawPeer(behave) as peer:
        with pytest.raises(TimedOut):
            transport(timeouts=Timeouts(whole_answer=0.1)).send("GET", peer.url)
        gone.set()


@pytest.mark.parametrize(
    "trickle",
    [b"HTTP/1.1 100 Continue\r\n\r\n", b"X: y\r\n"],
    ids=["interim answers for ever", "headers for ever"],
)
def test_that_a_head_that_trickles_for_ever_ends_too(trickle: bytes) -> None:
    gone = threading.Event()

    def behave(connection: RawConnection) -> None:
        connection.read_head()
        if not trickle.startswith(b"HTTP"):
            connection.sock.sendall(b"HTTP/1.1 200 OK\r\n")
        while not gone.wait(0.05):
            connection.sock.sendall(trickle)

    with RawPeer(behave) as peer:
        with pytest.raises(TimedOut):
            transport(timeouts=Timeouts(whole_answer=0.3)).send("GET", peer.url)
        gone.set()


def test_that_a_handshake_that_trickles_for_ever_ends_too() -> None:
    gone = threading.Event()

    def behave(connection: RawConnection) -> None:
        connection.sock.sendall(b"\x16\x03\x03\x40\x00")
        while not gone.wait(0.05):
            connection.sock.sendall(b"\x00")

    with RawPeer(behave) as peer:
        with pytest.raises(TimedOut):
            transport(timeouts=Timeouts(whole_answer=0.3)).send("GET", f"https://127.0.0.1:{peer.port}")
        gone.set()


def test_that_a_proxy_that_refuses_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def behave(connection: RawConnection) -> None:
        connection.read_head()
        connection.answer("407 Proxy Authentication Required")

    with RawPeer(behave) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        with pytest.raises(ProxyProblem):
            transport().send("GET", "https://ccm-api.example/")


def test_that_a_proxy_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{reserved.getsockname()[1]}")
        with pytest.raises(ProxyProblem):
            transport().send("GET", "https://ccm-api.example/")


def test_that_the_system_proxy_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []

    def behave(connection: RawConnection) -> None:
        seen.append(connection.read_head())
        connection.answer()

    with RawPeer(behave) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        assert transport().send("GET", "http://somewhere.example/path").status == 200
    assert seen[0].startswith(b"GET http://somewhere.example/path")


def test_that_this_machine_is_never_reached_through_a_proxy(
    monkeypatch: pytest.MonkeyPatch, client: ContactsClient
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    client.request_access_token(KEY)


def test_that_an_unusable_proxy_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "socks5://127.0.0.1:9")
    with pytest.raises(ProxyProblem):
        transport().send("GET", "https://ccm-api.example/")


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("localhost", True),
        ("LOCALHOST", True),
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("10.0.0.1", False),
        ("localhost.example", False),
        ("127.0.0.1.example", False),
        ("", False),
    ],
)
def test_that_only_this_machine_counts_as_loopback(host: str, here: bool) -> None:
    assert is_loopback(host) is here


def test_that_cookies_are_not_sent_back(make_client: MakeClient) -> None:
    heads: list[bytes] = []

    def behave(connection: RawConnection) -> None:
        heads.append(connection.read_head())
        connection.answer("200 OK", b'{"response": {"data": {"status": "processing"}}}', "Set-Cookie: a=b")

    with RawPeer(behave) as peer:
        client = make_client(peer.url)
        client.upload_status("upload_1")
        client.upload_status("upload_1")
    assert len(heads) == 2
    assert not any(b"cookie" in head.lower() for head in heads)


@pytest.mark.parametrize("host", ["a..b", "x" * 64 + ".example"])
def test_that_a_name_that_cannot_be_one_is_not_found(host: str) -> None:
    with pytest.raises(NameNotFound):
        transport().send("GET", f"http://{host}/")


@pytest.mark.parametrize("place", ["http://[", "http://a..b/", "/elsewhere"])
def test_that_where_a_redirect_points_does_not_matter(place: str) -> None:
    with RawPeer(lambda peer: peer.answer("302 Found", b"{}", f"Location: {place}")) as peer:
        assert transport().send("GET", peer.url).status == 302


def test_that_the_answer_of_a_redirect_has_the_same_limit() -> None:
    """Told not to follow it, requests reads it whole."""

    def redirect(peer: RawConnection) -> None:
        peer.read_head()
        peer.answer("302 Found", b"x" * 100_000, "Location: /elsewhere")

    with RawPeer(redirect) as peer, pytest.raises(UnreadableAnswer):
        transport(max_answer_bytes=50_000).send("GET", peer.url)


def test_that_an_address_does_not_reach_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """The one of refused rows is signed: whoever has it can read them."""

    def answer(peer: RawConnection) -> None:
        peer.read_head()
        peer.answer("200 OK", b"{}", "no colon here")

    with RawPeer(answer) as peer:
        transport().send("GET", f"{peer.url}/file?X-Amz-Signature=secret")
    assert "secret" not in caplog.text
