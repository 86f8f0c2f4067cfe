"""What can go wrong on the wire between a client and Exotel, when, and which goes with which.

The names are stable: :func:`matrix` gives every case that makes sense, each with an id such as
``reset-mid_body-upload``, for ``pytest.mark.parametrize``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from exogui.practice.endpoints import Endpoint


class WireStage(StrEnum):
    """A moment in the life of a request on the wire, in order."""

    CONNECTING = "connecting"
    """The client knocks; what it wants is not known."""
    BEFORE_FIRST_BYTE = "before_first_byte"
    """The proxy has read the request's head, and the server has not heard of it."""
    MID_HEADERS = "mid_headers"
    """The server has some bytes of the request's head."""
    MID_BODY = "mid_body"
    """The server has the request's head and some bytes of its body."""
    BEFORE_ANSWER = "before_answer"
    """The server has the whole request and has answered; the client has not a byte of the answer."""
    MID_ANSWER = "mid_answer"
    """The client has some bytes of the answer."""
    AFTER_ANSWER = "after_answer"
    """The client has the whole answer."""


class WireFault(StrEnum):
    """What goes wrong."""

    REFUSE = "refuse"
    """Nobody listens, until :meth:`FaultyProxy.release`."""
    STALL = "stall"
    """Nothing moves, until :meth:`FaultyProxy.release`; then all goes on, even if the client has left."""
    DELAY = "delay"
    """Nothing moves for a twentieth of a second."""
    TRICKLE = "trickle"
    """The rest of the message goes on in sixteen pieces (of 64 kB at most), some milliseconds apart."""
    CUT = "cut"
    """Both sides see an orderly end (FIN). The client can go on sending, to nobody, until it looks."""
    RESET = "reset"
    """Both sides see the connection die (RST)."""
    SWALLOW = "swallow"
    """The answer is lost: silence, and an orderly end at :meth:`FaultyProxy.release`."""
    DUPLICATE = "duplicate"
    """The answer comes a second time, unasked."""
    HTML_PAGE = "html_page"
    """The page of a captive portal, 200 OK, in place of the answer."""
    GARBAGE = "garbage"
    """Bytes that are no HTTP, in place of the answer."""
    BROKEN_CHUNKS = "broken_chunks"
    """An answer in chunks, the second of which has no length."""
    TRUNCATED_JSON = "truncated_json"
    """Half the answer's body, and a Content-Length to match."""
    SHORT_LENGTH = "short_length"
    """The answer's body, and a Content-Length of half of it."""
    LONG_LENGTH = "long_length"
    """The answer's body, a Content-Length of twice as much, and an orderly end."""
    DELIVER_TWICE = "deliver_twice"
    """The server gets the request twice, and the client the second answer: a gateway that tries again.

    No client can prevent that or notice it. It shows what a client says when Exotel itself holds every row
    twice, and is therefore no part of :func:`matrix`.
    """


_MOVING: Final = frozenset(WireStage)
_ANYTIME: Final = frozenset({WireStage.BEFORE_FIRST_BYTE, WireStage.MID_BODY, WireStage.BEFORE_ANSWER})
_LATE: Final = frozenset({WireStage.BEFORE_ANSWER})

STAGES_OF: Final = {
    WireFault.REFUSE: frozenset({WireStage.CONNECTING}),
    WireFault.STALL: _MOVING,
    WireFault.DELAY: _MOVING - {WireStage.AFTER_ANSWER},
    WireFault.TRICKLE: frozenset({WireStage.MID_HEADERS, WireStage.MID_BODY, WireStage.MID_ANSWER}),
    WireFault.CUT: _MOVING,
    WireFault.RESET: _MOVING,
    WireFault.SWALLOW: _LATE,
    WireFault.DUPLICATE: frozenset({WireStage.AFTER_ANSWER}),
    WireFault.HTML_PAGE: _ANYTIME,
    WireFault.GARBAGE: _ANYTIME,
    WireFault.BROKEN_CHUNKS: _ANYTIME,
    WireFault.TRUNCATED_JSON: _LATE,
    WireFault.SHORT_LENGTH: _LATE,
    WireFault.LONG_LENGTH: _LATE,
    WireFault.DELIVER_TWICE: _LATE,
}
"""The stages at which each fault means something. A false answer before ``BEFORE_ANSWER`` is given by the
proxy itself: the server never gets the request, or gets half of it."""

REPLACEMENTS: Final = frozenset(
    {
        WireFault.HTML_PAGE,
        WireFault.GARBAGE,
        WireFault.BROKEN_CHUNKS,
        WireFault.TRUNCATED_JSON,
        WireFault.SHORT_LENGTH,
        WireFault.LONG_LENGTH,
    }
)
"""False answers."""

FAULTS: Final = tuple(fault for fault in WireFault if fault is not WireFault.DELIVER_TWICE)
"""All that a client can do something about."""

CALLS: Final = (Endpoint.UPLOAD, Endpoint.STATUS, Endpoint.ERRORS, Endpoint.ERROR_FILE)
"""The calls of one upload, in their order."""

_WITH_BODY: Final = frozenset({Endpoint.UPLOAD})


@dataclass(frozen=True, slots=True)
class WireCase:
    """One fault at one moment of one call."""

    fault: WireFault
    stage: WireStage
    endpoint: Endpoint

    def __str__(self) -> str:
        return f"{self.fault}-{self.stage}-{self.endpoint}"

    @property
    def makes_sense(self) -> bool:
        """Whether the fault can happen then: only an upload has a body to break off in."""
        has_stage = self.stage is not WireStage.MID_BODY or self.endpoint in _WITH_BODY
        return has_stage and self.stage in STAGES_OF[self.fault]


def matrix(
    endpoints: Iterable[Endpoint] = CALLS,
    faults: Iterable[WireFault] = FAULTS,
    stages: Iterable[WireStage] = tuple(WireStage),
) -> Iterator[WireCase]:
    """Every case that makes sense, call by call, stage by stage."""
    faults, stages = tuple(faults), tuple(stages)
    for endpoint in endpoints:
        for stage in stages:
            for fault in faults:
                case = WireCase(fault, stage, endpoint)
                if case.makes_sense:
                    yield case
