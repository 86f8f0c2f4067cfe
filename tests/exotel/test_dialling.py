"""From a name to a connection: both families, dead addresses, time that is bounded."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator

import pytest

from exogui.exotel.cancellation import CancelToken
from exogui.exotel.errors import NoConnection, TimedOut
from exogui.exotel.transport import Timeouts, Transport
from tests.exotel.raw_peer import RawConnection, RawPeer

Address = tuple[socket.AddressFamily, str, int]


def get(url: str, connect: float = 5) -> bytes:
    transport = Transport(CancelToken(), timeouts=Timeouts(connect, send=5, answer=5, whole_answer=5))
    return transport.send("GET", url).body


def answer(connection: RawConnection) -> None:
    connection.read_head()
    connection.answer("200 OK", b"hello")


@pytest.fixture
def peer() -> Iterator[RawPeer]:
    with RawPeer(answer) as running:
        yield running


@pytest.fixture
def refusing() -> Iterator[Address]:
    """Nobody listens here."""
    with socket.socket(socket.AF_INET6) as reserved:
        reserved.bind(("::1", 0))
        yield socket.AF_INET6, "::1", reserved.getsockname()[1]


@pytest.fixture
def silent() -> Iterator[Address]:
    """Whoever knocks here hears nothing: the queue of a listener that accepts nobody is full. Linux only."""
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(socket.socket(socket.AF_INET6))
        listener.bind(("::1", 0))
        listener.listen(0)
        for _ in range(4):
            waiting = stack.enter_context(socket.socket(socket.AF_INET6))
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        yield socket.AF_INET6, "::1", listener.getsockname()[1]


def name_of(monkeypatch: pytest.MonkeyPatch, *addresses: Address) -> str:
    """The address of a host whose name has these addresses."""
    real = socket.getaddrinfo

    def look_up(host: str, *args: object, **options: object) -> object:
        if host != "many.example":
            return real(host, *args, **options)  # type: ignore[arg-type]
        if options.get("flags"):
            raise socket.gaierror
        return [(family, socket.SOCK_STREAM, 6, "", (host, port)) for family, host, port in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setenv("NO_PROXY", "many.example")
    return "http://many.example/"


def of(peer: RawPeer) -> Address:
    return socket.AF_INET, "127.0.0.1", peer.port


def test_that_ipv6_is_spoken() -> None:
    with RawPeer(answer, host="::1") as peer:
        assert get(peer.url) == b"hello"


def test_that_an_address_that_refuses_gives_way_to_the_next(
    monkeypatch: pytest.MonkeyPatch, peer: RawPeer, refusing: Address
) -> None:
    assert get(name_of(monkeypatch, refusing, of(peer))) == b"hello"


@pytest.mark.only_on("linux")
def test_that_an_address_that_is_silent_does_not_use_up_the_time_of_the_next(
    monkeypatch: pytest.MonkeyPatch, peer: RawPeer, silent: Address
) -> None:
    assert get(name_of(monkeypatch, silent, of(peer))) == b"hello"


@pytest.mark.only_on("linux")
def test_that_a_family_that_is_dead_as_a_whole_does_not_use_it_up_either(
    monkeypatch: pytest.MonkeyPatch, peer: RawPeer, silent: Address
) -> None:
    assert get(name_of(monkeypatch, *[silent] * 40, of(peer))) == b"hello"


@pytest.mark.only_on("linux")
def test_that_silence_everywhere_ends(monkeypatch: pytest.MonkeyPatch, silent: Address) -> None:
    with pytest.raises(TimedOut):
        get(name_of(monkeypatch, *[silent] * 40), connect=0.5)


def test_that_nobody_at_any_address_is_no_connection(
    monkeypatch: pytest.MonkeyPatch, refusing: Address
) -> None:
    with pytest.raises(NoConnection) as caught:
        get(name_of(monkeypatch, refusing, refusing))
    assert type(caught.value) is NoConnection


def test_that_a_name_without_addresses_is_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoConnection):
        get(name_of(monkeypatch))
