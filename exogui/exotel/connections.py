"""TCP connections under requests that can be cancelled at every moment, with timeouts that are meant.

Imports requests and urllib3 (0.1 s): to be imported where the first request is made, not at start.
"""

from __future__ import annotations

import errno
import functools
import logging
import selectors
import socket
import ssl
import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

from requests import Session
from requests.adapters import HTTPAdapter
from requests.models import PreparedRequest, Response
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from exogui.exotel.cancellation import CancelToken, SocketWatch

_TICK_SECONDS = 0.05
_CONNECTING = frozenset({0, errno.EINPROGRESS, errno.EWOULDBLOCK, getattr(errno, "WSAEWOULDBLOCK", 0)})

_Address = tuple[int, int, int, str, Any]

# Its warnings hold addresses, and those of refused rows are secret.
logging.getLogger("urllib3").setLevel(logging.ERROR)


class StraightSession(Session):
    """A session that never looks where an answer points.

    Told not to follow redirects, requests still reads the whole answer, without any limit, and takes the
    address apart, which raises what is no error of the network.
    """

    def get_redirect_target(self, resp: Response) -> str | None:  # noqa: ARG002 - whatever it points to
        """None."""
        return None


class CancellableConnection(HTTPConnection):
    """An http connection that is watched from its first packet on."""

    def __init__(self, *args: Any, cancel: CancelToken, watch: SocketWatch, send_timeout: float, **kw: Any):
        super().__init__(*args, **kw)
        self._cancel = cancel
        self._watch = watch
        self._send_timeout = send_timeout

    def _new_conn(self) -> socket.socket:
        return _open(self, self._dns_host, self._cancel, self._watch)

    def connect(self) -> None:
        """Connect, then allow the body its own time.

        Left alone, urllib3 keeps the connect timeout in force until the answer is awaited.
        """
        super().connect()
        self.sock.settimeout(self._send_timeout)


class CancellableTlsConnection(HTTPSConnection):
    """The same over TLS."""

    def __init__(self, *args: Any, cancel: CancelToken, watch: SocketWatch, send_timeout: float, **kw: Any):
        super().__init__(*args, **kw)
        self._cancel = cancel
        self._watch = watch
        self._send_timeout = send_timeout

    def _new_conn(self) -> socket.socket:
        return _open(self, self._dns_host, self._cancel, self._watch)

    def connect(self) -> None:
        """Connect and shake hands, then allow the body its own time."""
        super().connect()
        self.sock.settimeout(self._send_timeout)

    def send(self, data: Any) -> None:
        """Send. A peer that has closed is reported as over plain TCP: then an early answer is still read."""
        try:
            super().send(data)
        except (ssl.SSLEOFError, ssl.SSLZeroReturnError) as error:
            raise BrokenPipeError(errno.EPIPE, "the peer closed the connection") from error


class CancellableAdapter(HTTPAdapter):
    """Makes requests use these connections and one TLS context. For one exchange."""

    def __init__(
        self,
        *,
        cancel: CancelToken,
        watch: SocketWatch,
        send_timeout: float,
        tls_context: Callable[[], ssl.SSLContext],
    ) -> None:
        self._options: dict[str, Any] = {
            "cancel": cancel,
            "watch": watch,
            "send_timeout": send_timeout,
        }
        self._tls_context = tls_context
        super().__init__(pool_connections=1, pool_maxsize=1)

    def build_connection_pool_key_attributes(
        self, request: PreparedRequest, verify: Any, cert: Any = None
    ) -> tuple[Any, Any]:
        """Host and TLS settings of a pool: our context, and no list of authorities besides it."""
        host, tls = super().build_connection_pool_key_attributes(request, verify, cert)
        if host["scheme"] == "https":
            return host, {"ssl_context": self._tls_context()}
        return host, tls

    def get_connection_with_tls_context(
        self,
        request: PreparedRequest,
        verify: bool | str | None,
        proxies: Mapping[str, str] | None = None,
        cert: Any = None,
    ) -> HTTPConnectionPool:
        """A pool whose connections can be cancelled."""
        pool = super().get_connection_with_tls_context(request, verify, proxies, cert)
        assert isinstance(pool, HTTPConnectionPool)  # noqa: S101 - tells the type checker what requests does not
        kind = CancellableTlsConnection if isinstance(pool, HTTPSConnectionPool) else CancellableConnection
        pool.ConnectionCls = functools.partial(kind, **self._options)  # type: ignore[assignment]
        return pool

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Nothing: requests would add its own list of authorities to the system's."""


def _open(connection: HTTPConnection, host: str, cancel: CancelToken, watch: SocketWatch) -> socket.socket:
    """Connect, in the exceptions that urllib3 expects."""
    limit = connection.timeout
    seconds = float(limit) if isinstance(limit, int | float) else 30.0
    try:
        sock = _connect_any(_look_up(host, connection.port, seconds, cancel), seconds, cancel)
    except socket.gaierror as error:
        raise NameResolutionError(host, connection, error) from error
    except TimeoutError as error:
        raise ConnectTimeoutError(connection, "connecting took too long") from error
    except OSError as error:
        raise NewConnectionError(connection, "no connection") from error
    for option in connection.socket_options or ():
        sock.setsockopt(*option)
    watch.add(sock)
    sys.audit("http.client.connect", connection, connection.host, connection.port)
    return sock


def _look_up(host: str, port: int, seconds: float, cancel: CancelToken) -> list[_Address]:
    """The addresses of a name. A lookup cannot be interrupted, so it happens in a thread that may be left."""
    bare = host.strip("[]")
    try:
        return list(socket.getaddrinfo(bare, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST))
    except (socket.gaierror, UnicodeError):  # a name then, or what cannot be one, as the thread finds out
        pass
    found: list[_Address] = []
    failed: list[OSError] = []
    done = threading.Event()

    def look_up() -> None:
        try:
            found.extend(socket.getaddrinfo(bare, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            failed.append(error if isinstance(error, OSError) else socket.gaierror(str(error)))
        finally:
            done.set()

    thread = threading.Thread(target=look_up, name="name-lookup", daemon=True)
    thread.start()
    deadline = time.monotonic() + seconds
    while not done.wait(_TICK_SECONDS):
        cancel.check()
        if time.monotonic() > deadline:
            raise TimeoutError
    thread.join()
    if failed:
        raise failed[0]
    return found


def _connect_any(addresses: list[_Address], seconds: float, cancel: CancelToken) -> socket.socket:
    """Connect to the first address that answers, each within ``seconds``."""
    problem: OSError = OSError("no address")
    for family, kind, protocol, _, address in addresses:
        sock = None
        try:
            sock = socket.socket(family, kind, protocol)
            _connect(sock, address, seconds, cancel)
        except OSError as error:
            problem = error
            if sock is not None:
                sock.close()
        except BaseException:
            if sock is not None:
                sock.close()
            raise
        else:
            return sock
    raise problem


def _connect(sock: socket.socket, address: Any, seconds: float, cancel: CancelToken) -> None:
    """Connect without blocking: a socket that is still connecting cannot be shut down on every system."""
    sock.setblocking(False)
    code = sock.connect_ex(address)
    if code not in _CONNECTING:
        raise OSError(code, "connect")
    deadline = time.monotonic() + seconds
    with selectors.DefaultSelector() as selector:
        selector.register(sock, selectors.EVENT_WRITE)
        while not selector.select(_TICK_SECONDS):
            cancel.check()
            if time.monotonic() > deadline:
                raise TimeoutError
    cancel.check()
    code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if code:
        raise OSError(code, "connect")
    sock.settimeout(seconds)
