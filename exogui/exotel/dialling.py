"""From a host's name to a connection, cancellable at every moment, whichever of its addresses answers."""

from __future__ import annotations

import contextlib
import errno
import itertools
import selectors
import socket
import time
from typing import Any

from exogui.exotel.cancellation import CancelToken
from exogui.exotel.errand import Errand

_TICK_SECONDS = 0.05
_HEAD_START_SECONDS = 0.25
"""What an address is given before the next one is tried beside it (RFC 8305, 5: 250 milliseconds)."""
_CONNECTING = frozenset({0, errno.EINPROGRESS, errno.EWOULDBLOCK, getattr(errno, "WSAEWOULDBLOCK", 0)})

_Address = tuple[int, int, int, str, Any]


def dial(host: str, port: int, seconds: float, cancel: CancelToken) -> socket.socket:
    """A connection to ``host``. ``seconds`` bound the lookup, and again the connecting.

    Raises socket.gaierror, TimeoutError or another OSError, and Stopped.
    """
    return _connect_any(_in_turn(_look_up(host, port, seconds, cancel)), seconds, cancel)


def _look_up(host: str, port: int, seconds: float, cancel: CancelToken) -> list[_Address]:
    """The addresses of a name. A lookup cannot be interrupted."""
    bare = host.strip("[]")
    try:
        return list(socket.getaddrinfo(bare, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST))
    except (socket.gaierror, UnicodeError):  # a name then, or what cannot be one, as the thread finds out
        pass

    def look_up() -> list[_Address]:
        try:
            return list(socket.getaddrinfo(bare, port, type=socket.SOCK_STREAM))
        except UnicodeError as error:
            raise socket.gaierror(str(error)) from error

    return Errand(look_up, "name-lookup").result(seconds, cancel)


def _in_turn(addresses: list[_Address]) -> list[_Address]:
    """IPv6 and IPv4 by turns, the system's favourite first: one of them may be dead as a whole."""
    favourite = addresses[0][0] if addresses else None
    first = [address for address in addresses if address[0] == favourite]
    second = [address for address in addresses if address[0] != favourite]
    pairs = itertools.zip_longest(first, second)
    return [address for pair in pairs for address in pair if address is not None]


def _connect_any(addresses: list[_Address], seconds: float, cancel: CancelToken) -> socket.socket:
    """The first connection that stands. A silent address does not keep the next one from being tried."""
    problem: OSError = OSError("no address")
    deadline = time.monotonic() + seconds
    with contextlib.ExitStack() as losers, selectors.DefaultSelector() as selector:
        next_begins = 0.0
        while addresses or selector.get_map():
            now = time.monotonic()
            if now > deadline:
                raise TimeoutError
            if addresses and (now >= next_begins or not selector.get_map()):
                family, kind, protocol, _, address = addresses.pop(0)
                next_begins = now + _HEAD_START_SECONDS
                try:
                    selector.register(
                        losers.enter_context(_begin(family, kind, protocol, address)), selectors.EVENT_WRITE
                    )
                except OSError as error:
                    problem = error
                    continue
            cancel.check()
            for key, _events in selector.select(_TICK_SECONDS):
                sock = key.fileobj
                assert isinstance(sock, socket.socket)  # noqa: S101 - nothing else is registered
                selector.unregister(sock)
                code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                if code:
                    problem = OSError(code, "connect")
                    continue
                winner = sock.dup()  # outlives what the stack closes
                winner.settimeout(seconds)
                return winner
    raise problem


def _begin(family: int, kind: int, protocol: int, address: Any) -> socket.socket:
    """Connect without blocking: a socket that is still connecting cannot be shut down on every system."""
    sock = socket.socket(family, kind, protocol)
    try:
        sock.setblocking(False)
        code = sock.connect_ex(address)
    except BaseException:
        sock.close()
        raise
    if code not in _CONNECTING:
        sock.close()
        raise OSError(code, "connect")
    return sock
