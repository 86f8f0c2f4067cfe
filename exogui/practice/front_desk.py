"""Takes each request, on either port, from its arrival to its answer: faults, quirks, records."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from exogui.practice.access import Access
from exogui.practice.answers import Answer, refusal, too_many_requests
from exogui.practice.endpoints import Endpoint, Route, find_route
from exogui.practice.error_files import ErrorFiles
from exogui.practice.exotel_api import Call, ExotelApi
from exogui.practice.faults import AnswerChange, ExpireTokens, Fault, Faults, Replacement, Respond
from exogui.practice.quirks import Quirks
from exogui.practice.rate_limit import RateLimit
from exogui.practice.recorded_request import RecordedRequest

if TYPE_CHECKING:
    from email.message import Message

_REQUESTS_KEPT = 10_000


@dataclass(slots=True)
class Exchange:
    """A request under way. Written by the one thread that serves its connection."""

    method: str
    path: str
    query: str
    headers: Message
    port: int
    route: Route
    faults: tuple[Fault, ...]
    clearings: int
    """How often the faults had been cleared before."""
    body: bytes = field(default=b"", repr=False)
    status: int | None = None


class FrontDesk:
    """Opens exchanges, answers them and remembers them. Safe to use from several threads."""

    def __init__(
        self,
        *,
        api: ExotelApi,
        error_files: ErrorFiles,
        access: Access,
        rate_limit: RateLimit,
        record_bodies: bool,
    ) -> None:
        self.faults = Faults()
        self.quirks = Quirks()
        self.error_files_port = 0
        self._api = api
        self._error_files = error_files
        self._access = access
        self._rate_limit = rate_limit
        self._record_bodies = record_bodies
        self._changed = threading.Condition()
        self._exchanges: deque[Exchange] = deque(maxlen=_REQUESTS_KEPT)

    @property
    def requests(self) -> tuple[RecordedRequest, ...]:
        """The requests so far, oldest first; of very many the latest 10,000."""
        with self._changed:
            return tuple(_record(exchange) for exchange in self._exchanges)

    def wait_for_requests(self, endpoint: Endpoint, count: int, timeout: float) -> Sequence[RecordedRequest]:
        """The first ``count`` answered requests to ``endpoint``; fewer if the time (seconds) ran out."""

        def answered() -> list[Exchange]:
            return [e for e in self._exchanges if e.route.endpoint is endpoint and e.status is not None]

        with self._changed:
            self._changed.wait_for(lambda: len(answered()) >= count, timeout)
            return [_record(exchange) for exchange in answered()[:count]]

    def open(self, method: str, target: str, headers: Message, port: int) -> Exchange:
        """A request whose headers have come in."""
        parts = urlsplit(target)
        if port == self.error_files_port:
            route = Route(Endpoint.ERROR_FILE, method_allowed=method == "GET")
        else:
            route = find_route(method, parts.path)
        clearings = self.faults.clearings
        faults = self.faults.take(route.endpoint, route.upload_id)
        exchange = Exchange(method, parts.path, parts.query, headers, port, route, faults, clearings)
        with self._changed:
            self._exchanges.append(exchange)
        return exchange

    def answer(self, exchange: Exchange) -> Answer:
        """The answer to a request whose body has come in, faults and quirks included."""
        if any(isinstance(fault, ExpireTokens) for fault in exchange.faults):
            self._access.expire_tokens()
        answer = None if _is_replaced(exchange) else self._real_answer(exchange)
        for fault in exchange.faults:
            if isinstance(fault, AnswerChange):
                answer = fault.change(answer or Answer(200))
        return self.quirks.shape(answer or Answer(200))

    def close(self, exchange: Exchange, status: int) -> None:
        """Record the answer: before its first byte goes out, so that whoever got it can read the record."""
        with self._changed:
            exchange.status = status
            self.forget(exchange)
            self._changed.notify_all()

    def forget(self, exchange: Exchange) -> None:
        """Drop the body of a request that is over, answered or not, unless bodies are to be kept."""
        if not self._record_bodies:
            exchange.body = b""

    def _real_answer(self, exchange: Exchange) -> Answer:
        authorization = exchange.headers.get("Authorization")
        if exchange.route.endpoint is Endpoint.ERROR_FILE:
            if not exchange.route.method_allowed:
                return refusal(405, method=exchange.method)
            return self._error_files.answer(exchange.path, exchange.query, authorization, self.quirks)
        headers, wait = self._rate_limit.count_call()
        if wait is not None:
            return too_many_requests("Rate limit exceeded", str(wait)).with_headers(*headers)
        content_type = exchange.headers.get("Content-Type", "")
        call = Call(exchange.route, exchange.method, authorization, content_type, exchange.body)
        return self._api.answer(call, self.quirks).with_headers(*headers)


def _is_replaced(exchange: Exchange) -> bool:
    return any(
        isinstance(fault, Replacement) and not (isinstance(fault, Respond) and fault.processed)
        for fault in exchange.faults
    )


def _record(exchange: Exchange) -> RecordedRequest:
    return RecordedRequest(
        endpoint=exchange.route.endpoint,
        method=exchange.method,
        path=exchange.path,
        query=exchange.query,
        headers=tuple(exchange.headers.items()),
        body=exchange.body,
        port=exchange.port,
        status=exchange.status,
    )
