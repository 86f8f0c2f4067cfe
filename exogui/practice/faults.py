"""What can go wrong between a client and Exotel, as switches that tests set at any time.

``server.faults.add(Endpoint.STATUS, Refuse(503), times=2)`` makes the next two status requests fail; without
``times`` it holds until :meth:`Faults.clear`. ``after=3`` lets three requests pass first. Faults combine: all
that are set on an endpoint act on a request, in the order in which they were added.
"""

from __future__ import annotations

import gzip
import threading
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Any, Final

from exogui.practice.answers import Answer, refusal, too_many_requests
from exogui.practice.endpoints import Endpoint


class Stage(IntEnum):
    """A moment in the life of a request, in order."""

    BEFORE_BODY = 1
    """Headers read, body not."""
    IN_BODY = 2
    """Some bytes of the body read."""
    AFTER_BODY = 3
    """Body read, nothing done with it: an upload is not accepted."""
    BEFORE_ANSWER = 4
    """Done, and not a byte of the answer sent: an upload **is** accepted."""
    IN_ANSWER = 5
    """Headers and some bytes of the answer's body sent."""


@dataclass(frozen=True, slots=True)
class At:
    """A fault at one moment. ``after_bytes`` of the body for IN_BODY, of the answer's body for IN_ANSWER."""

    stage: Stage = Stage.BEFORE_ANSWER
    after_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Delay(At):
    """Wait ``seconds``, then go on."""

    seconds: float = 0.1


@dataclass(frozen=True, slots=True)
class Stall(At):
    """Wait until :meth:`Faults.clear` or the server's stop."""


@dataclass(frozen=True, slots=True)
class Reset(At):
    """End the connection with RST, as a crashed server or a firewall does."""


@dataclass(frozen=True, slots=True)
class Close(At):
    """End the connection in the ordinary way, with the answer missing or cut."""


@dataclass(frozen=True, slots=True)
class SlowBody:
    """Read the request's body at this pace."""

    bytes_per_second: int


@dataclass(frozen=True, slots=True)
class AnswerEarly:
    """Answer this status without reading the body, and close, as gateways do with 413 and 401."""

    status: int = 413


@dataclass(frozen=True, slots=True)
class ExpireTokens:
    """Let every access token end just before the request."""


@dataclass(frozen=True, slots=True)
class Respond:
    """Answer something else altogether."""

    status: int = 200
    body: bytes | str = b""
    content_type: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
    processed: bool = False
    """Whether the request takes effect all the same: an upload is accepted, and only its answer is lost."""

    def change(self, _answer: Answer) -> Answer:
        """The answer in place of the real one."""
        body = self.body.encode() if isinstance(self.body, str) else self.body
        return Answer(self.status, body=body, content_type=self.content_type, headers=self.headers)


@dataclass(frozen=True, slots=True)
class Refuse:
    """Answer an error of this status in Exotel's shape; the request has no effect."""

    status: int
    message: str = ""
    retry_after: str | None = None

    def change(self, _answer: Answer) -> Answer:
        """The answer in place of the real one."""
        answer = refusal(self.status, self.message)
        return answer if self.retry_after is None else answer.with_headers(("Retry-After", self.retry_after))


@dataclass(frozen=True, slots=True)
class TooManyRequests:
    """Answer 429. ``retry_after`` is the header as it is: seconds, an HTTP date, nonsense; None for none."""

    retry_after: str | None = "1"

    def change(self, _answer: Answer) -> Answer:
        """The answer in place of the real one."""
        return too_many_requests("Rate limit exceeded", self.retry_after)


@dataclass(frozen=True, slots=True)
class Redirect:
    """Point to another place; the request has no effect."""

    location: str
    status: int = 302

    def change(self, _answer: Answer) -> Answer:
        """The answer in place of the real one."""
        return Answer(self.status, content_type="text/html", headers=(("Location", self.location),))


@dataclass(frozen=True, slots=True)
class GzipBomb:
    """Answer so many bytes of blanks, compressed a thousandfold."""

    decompressed_bytes: int = 300_000_000

    def change(self, answer: Answer) -> Answer:
        """The answer in place of the real one."""
        unit = 1_000_000
        member = gzip.compress(b" " * unit, mtime=0)
        body = member * -(-self.decompressed_bytes // unit)
        return replace(answer, payload=None, body=body, headers=(("Content-Encoding", "gzip"),))


@dataclass(frozen=True, slots=True)
class Truncate:
    """Cut the answer's body and announce the shorter length: a whole HTTP answer with broken contents."""

    to_bytes: int

    def change(self, answer: Answer) -> Answer:
        """The cut answer."""
        return replace(answer, payload=None, body=answer.encode()[: self.to_bytes])


@dataclass(frozen=True, slots=True)
class StatusWord:
    """Say this word as the ``status`` of an upload, and give counts only if asked to."""

    word: str
    with_counts: bool = False

    def change(self, answer: Answer) -> Answer:
        """The answer with the other word."""
        if answer.data is None:
            return answer
        if self.with_counts:
            return answer.with_data(status=self.word)
        kept = {key: answer.data[key] for key in ("upload_id", "total_records") if key in answer.data}
        return replace(answer, payload={"response": {"data": {**kept, "status": self.word}}})


@dataclass(frozen=True, slots=True)
class SetData:
    """Replace values of ``response.data``: counts that do not add up, wrong types, hostile ids."""

    values: dict[str, Any] = field(default_factory=dict)

    def change(self, answer: Answer) -> Answer:
        """The answer with the other values."""
        return answer.with_data(**self.values)


Replacement = Respond | Refuse | TooManyRequests | Redirect
"""Faults that keep the request from being looked at (:attr:`Respond.processed` aside)."""

AnswerChange = Replacement | GzipBomb | Truncate | StatusWord | SetData
"""Faults of what is answered."""

Fault = Delay | Stall | Reset | Close | SlowBody | AnswerEarly | ExpireTokens | AnswerChange

HTML_PAGE: Final = Respond(
    502,
    "<!doctype html><title>502</title><h1>Bad gateway</h1><p>proxy.corp.example</p>",
    content_type="text/html; charset=utf-8",
)
"""What a proxy or a captive portal answers."""


@dataclass(slots=True)
class _Planned:
    endpoint: Endpoint
    fault: Fault
    times: int | None
    after: int
    upload_id: str | None


class Faults:
    """The faults that are set. Safe to use from several threads."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._planned: list[_Planned] = []
        self._clearings = 0
        self._stopped = False
        self._stalled = 0

    def add(
        self,
        endpoint: Endpoint,
        fault: Fault,
        *,
        times: int | None = None,
        after: int = 0,
        upload_id: str | None = None,
    ) -> None:
        """Set a fault for the next ``times`` requests (None: until cleared), once ``after`` have passed.

        With ``upload_id`` only requests about that upload count: the third is ``upload_practice0003``.
        """
        with self._changed:
            self._planned.append(_Planned(endpoint, fault, times, after, upload_id))

    def clear(self) -> None:
        """Forget every fault and let stalled requests go on."""
        with self._changed:
            self._planned.clear()
            self._clearings += 1
            self._changed.notify_all()

    def wait_until_stalled(self, count: int = 1, timeout: float = 5.0) -> bool:
        """Wait until so many requests are held by :class:`Stall`; False if the time (seconds) ran out."""
        with self._changed:
            return self._changed.wait_for(lambda: self._stalled >= count, timeout)

    def take(self, endpoint: Endpoint | None, upload_id: str = "") -> tuple[Fault, ...]:
        """The faults that act on a request that has just come in, counted as used."""
        with self._changed:
            taken: list[Fault] = []
            for planned in [planned for planned in self._planned if planned.endpoint is endpoint]:
                if planned.upload_id not in (None, upload_id):
                    continue
                if planned.after > 0:
                    planned.after -= 1
                    continue
                taken.append(planned.fault)
                if planned.times is not None:
                    planned.times -= 1
                    if planned.times <= 0:
                        self._planned.remove(planned)
            return tuple(taken)

    def pause(self, seconds: float) -> bool:
        """Wait; False if the server stopped meanwhile."""
        with self._changed:
            return not self._changed.wait_for(lambda: self._stopped, seconds)

    @property
    def clearings(self) -> int:
        """How often they were cleared. Ask before :meth:`take`: what is cleared afterwards was taken before."""
        with self._changed:
            return self._clearings

    def hold(self, clearings: int) -> bool:
        """Wait until they were cleared more often than ``clearings``; False if the server stopped instead."""
        with self._changed:
            self._stalled += 1
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._stopped or self._clearings > clearings)
            self._stalled -= 1
            return not self._stopped

    def set_stopped(self, stopped: bool) -> None:
        """Release everything that waits, as the server stops; or arm the waits again, as it starts."""
        with self._changed:
            self._stopped = stopped
            self._changed.notify_all()
