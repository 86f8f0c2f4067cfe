"""One HTTP exchange: authorisation, TLS, proxies, timeouts, a limit on the answer, cancelling.

Each exchange has a connection of its own. Polls are seconds apart, and a connection that idles between them
is what routers and laptops that slept drop without a word.
"""

from __future__ import annotations

import time
import urllib.parse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exogui import __version__
from exogui.exotel.addresses import is_loopback
from exogui.exotel.cancellation import CancelToken, SocketWatch
from exogui.exotel.errors import ExotelError, ProxyProblem, Stopped, TimedOut, UnreadableAnswer
from exogui.exotel.proxy_plan import DIRECT
from exogui.exotel.system_proxies import SystemProxies, system_proxies

if TYPE_CHECKING:
    import ssl

    import requests
    from requests.models import PreparedRequest

    from exogui.exotel.multipart import MultipartBody

MAX_ANSWER_BYTES = 32 * 1024 * 1024
"""Largest answer that is read, after decompression. 50,000 refused rows are about 8 MB."""

_CHUNK_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds of silence that are borne. An answer that trickles is given ``whole_answer`` in all.

    ``connect`` is for a name's lookup, and again for all its addresses together. They count on the clock of
    :func:`time.monotonic`, which stands still on Linux and macOS while the machine sleeps: a call that was
    under way then has the rest of its time after waking, or ends sooner, because its connection is gone.
    """

    connect: float = 15.0
    send: float = 60.0
    answer: float = 90.0
    whole_answer: float = 180.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. Header names are lower-case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Transport:
    """Sends the requests of one job, on any of its threads.

    ``tls_context`` gives the context in which certificates are judged; by default the operating system's
    judgement, which company networks that inspect TLS need. ``proxies`` are those of the operating system.
    """

    def __init__(
        self,
        cancel: CancelToken,
        *,
        timeouts: Timeouts | None = None,
        tls_context: Callable[[], ssl.SSLContext] | None = None,
        proxies: SystemProxies | None = None,
        max_answer_bytes: int = MAX_ANSWER_BYTES,
    ) -> None:
        self._cancel = cancel
        self._timeouts = timeouts or Timeouts()
        self._make_context = tls_context or _system_context
        self._context: ssl.SSLContext | None = None
        self._proxies = proxies or system_proxies()
        self._max_answer_bytes = max_answer_bytes

    def send(
        self,
        method: str,
        url: str,
        *,
        authorization: str = "",
        body: MultipartBody | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """One request and its answer, whatever its status; redirects are not followed.

        Without ``authorization`` no sign-in of any kind goes out.
        Raises :class:`Stopped` and the errors of the network, never an error for a status.
        """
        from exogui.exotel.failures import NETWORK_ERRORS, meaning_of  # requests takes 0.1 s to import

        self._cancel.check()
        try:
            return self._send(method, url, authorization, body, headers or {})
        except ExotelError:
            self._stopped(body)
            raise
        except NETWORK_ERRORS as error:
            self._stopped(body)
            # "from None": the texts of these libraries hold addresses, and those of refused rows are secret.
            raise meaning_of(error) from None

    def _stopped(self, body: MultipartBody | None) -> None:
        """Once cancelled, whatever the cut connection led to means that it was cancelled."""
        if self._cancel.cancelled:
            raise Stopped(body.state) if body else Stopped from None

    def _send(
        self,
        method: str,
        url: str,
        authorization: str,
        body: MultipartBody | None,
        headers: Mapping[str, str],
    ) -> Answer:
        """By the first proxy that can be reached. Once there was a connection to one, no other is tried."""
        from exogui.exotel.failures import NETWORK_ERRORS  # requests takes 0.1 s to import

        problem: Exception = ProxyProblem()
        proxies = self._proxies_for(url)
        for tried, proxy in enumerate(proxies):
            with SocketWatch(self._cancel) as watch, self._session(authorization, proxy, watch) as session:
                try:
                    answer = self._exchange(session, method, url, body, headers)
                except NETWORK_ERRORS as error:
                    if watch.connected or self._cancel.cancelled:
                        raise
                    problem = problem if tried else error
                    continue
            if tried:
                self._proxies.prefer(url, proxy)
            return answer
        self._proxies.forget(url)
        raise problem

    def _proxies_for(self, url: str) -> tuple[str, ...]:
        """The proxies to try in turn. What the environment says goes before the system's settings."""
        from exogui.exotel.connections import proxy_from_environment  # requests takes 0.1 s to import

        # Requests to this machine must not go through the network's proxy.
        if is_loopback(urllib.parse.urlsplit(url).hostname or ""):
            return (DIRECT,)
        named = proxy_from_environment(url)
        return self._proxies.find(url, self._cancel) if named is None else (named,)

    def _session(self, authorization: str, proxy: str, watch: SocketWatch) -> requests.Session:
        from exogui.exotel.connections import CancellableAdapter, StraightSession  # requests takes 0.1 s

        def sign(request: PreparedRequest) -> PreparedRequest:
            if authorization:
                request.headers["Authorization"] = authorization
            return request

        session = StraightSession()
        session.headers.clear()
        session.auth = sign  # without a sign-in too: an auth of any kind is what keeps ~/.netrc out
        if proxy:
            session.proxies = {"all": proxy}
        adapter = CancellableAdapter(
            cancel=self._cancel,
            watch=watch,
            send_timeout=self._timeouts.send,
            answer_seconds=self._timeouts.whole_answer,
            tls_context=self._tls_context,
        )
        session.mount("http://", adapter)
        session.mount("https://", adapter)
        return session

    def _tls_context(self) -> ssl.SSLContext:
        if self._context is None:
            self._context = self._make_context()
        return self._context

    def _exchange(
        self,
        session: requests.Session,
        method: str,
        url: str,
        body: MultipartBody | None,
        headers: Mapping[str, str],
    ) -> Answer:
        response = session.request(
            method,
            url,
            data=body,  # an object with read, __len__ and __iter__ is streamed
            headers={
                "User-Agent": f"exogui/{__version__}",
                "Accept-Encoding": "gzip, deflate",
                "Connection": "close",
                **headers,
            },
            timeout=(self._timeouts.connect, self._timeouts.answer),
            allow_redirects=False,
            stream=True,
        )
        with response:
            content = self._read(response)
        return Answer(
            response.status_code, {name.lower(): value for name, value in response.headers.items()}, content
        )

    def _read(self, response: requests.Response) -> bytes:
        """The body, decompressed, within the limits of size and time."""
        chunks: list[bytes] = []
        size = 0
        deadline = time.monotonic() + self._timeouts.whole_answer
        while chunk := response.raw.read1(_CHUNK_BYTES, decode_content=True):
            chunks.append(chunk)
            size += len(chunk)
            self._cancel.check()
            if size > self._max_answer_bytes:
                raise UnreadableAnswer(http_status=response.status_code)
            if time.monotonic() > deadline:
                raise TimedOut
        return b"".join(chunks)


def _system_context() -> ssl.SSLContext:
    import ssl

    import truststore  # not needed for the practice account

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
