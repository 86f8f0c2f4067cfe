"""TCP connections under requests that can be cancelled at every moment, with timeouts that are meant.

Imports requests and urllib3 (0.1 s): to be imported where the first request is made, not at start.
"""

from __future__ import annotations

import errno
import functools
import logging
import socket
import ssl
import sys
import urllib.request
from collections.abc import Callable, Mapping
from http.client import HTTPException
from typing import Any

from requests import Session
from requests.adapters import HTTPAdapter
from requests.models import PreparedRequest, Response
from requests.utils import select_proxy, should_bypass_proxies
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError, ProxyError
from urllib3.response import HTTPResponse

from exogui.exotel.cancellation import CancelToken, SocketWatch
from exogui.exotel.dialling import dial
from exogui.exotel.proxy_plan import DIRECT

# Its warnings hold addresses, and those of refused rows are secret.
logging.getLogger("urllib3").setLevel(logging.ERROR)


def proxy_from_environment(url: str) -> str | None:
    """The proxy of HTTPS_PROXY and its kin, :data:`DIRECT` for NO_PROXY; None where they say nothing."""
    named = urllib.request.getproxies_environment()
    if "no" in named and should_bypass_proxies(url, no_proxy=None):
        return DIRECT
    return select_proxy(url, named)


class StraightSession(Session):
    """A session that takes the proxy it is told, and never looks where an answer points.

    Told not to follow redirects, requests still reads the whole answer, without any limit, and takes the
    address apart, which raises what is no error of the network.
    """

    def __init__(self) -> None:
        super().__init__()
        self.trust_env = False  # it would ask the system for a proxy where there is to be none

    def get_redirect_target(self, resp: Response) -> str | None:  # noqa: ARG002 - whatever it points to
        """None."""
        return None


class CancellableConnection(HTTPConnection):
    """An http connection that is watched from its first packet on."""

    def __init__(
        self,
        *args: Any,
        cancel: CancelToken,
        watch: SocketWatch,
        send_timeout: float,
        answer_seconds: float,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self._cancel = cancel
        self._watch = watch
        self._send_timeout = send_timeout
        self._answer_seconds = answer_seconds

    def _new_conn(self) -> socket.socket:
        """Connect, in the exceptions that urllib3 expects."""
        seconds = float(self.timeout) if isinstance(self.timeout, int | float) else 30.0
        try:
            sock = dial(self._dns_host, self.port, seconds, self._cancel)
        except socket.gaierror as error:
            raise NameResolutionError(self._dns_host, self, error) from error
        except TimeoutError as error:
            raise ConnectTimeoutError(self, "connecting took too long") from error
        except OSError as error:
            raise NewConnectionError(self, "no connection") from error
        for option in self.socket_options or ():
            sock.setsockopt(*option)
        self._watch.add(sock)
        sys.audit("http.client.connect", self, self.host, self.port)
        return sock

    def connect(self) -> None:
        """Connect (over TLS: shake hands too), then allow the body its own time.

        Left alone, urllib3 keeps the connect timeout in force until the answer is awaited.
        """
        try:
            with self._watch.cut_after(self._answer_seconds):  # a proxy's answer or a handshake that trickles
                super().connect()
        except HTTPException as error:  # so early nobody but a proxy speaks HTTP
            raise ProxyError("no answer of a proxy", error) from error
        self.sock.settimeout(self._send_timeout)

    def getresponse(self) -> HTTPResponse:  # type: ignore[override] # as in urllib3
        """The answer's head. The socket's timeout bounds the silence, and this how long it may trickle."""
        with self._watch.cut_after(self._answer_seconds):
            return super().getresponse()


class CancellableTlsConnection(CancellableConnection, HTTPSConnection):
    """The same over TLS."""

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
        answer_seconds: float,
        tls_context: Callable[[], ssl.SSLContext],
    ) -> None:
        self._options: dict[str, Any] = {
            "cancel": cancel,
            "watch": watch,
            "send_timeout": send_timeout,
            "answer_seconds": answer_seconds,
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

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        """The way through a proxy; one that is itself reached over TLS is judged by our context too."""
        if proxy.lower().startswith("https:"):
            options["proxy_ssl_context"] = self._tls_context()
        return super().proxy_manager_for(proxy, **options)

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
