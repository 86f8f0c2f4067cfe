"""Which typed error an answer stands for, and what its headers say about waiting."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime

from exogui.exotel.errors import (
    Blocked,
    ExotelError,
    FileTooLarge,
    IpNotAllowed,
    NotEnabled,
    PlanLimit,
    ProxySignIn,
    RateLimited,
    Redirected,
    ServerTrouble,
    SignInRefused,
    TimedOut,
    UnreadableAnswer,
    UploadExpired,
    WrongAddress,
    clean_words,
)
from exogui.exotel.responses import CallBudget, Envelope, whole_number
from exogui.exotel.transport import Answer

_KINDS: Mapping[int, type[ExotelError]] = {
    401: SignInRefused,
    402: PlanLimit,
    403: NotEnabled,
    407: ProxySignIn,
    408: TimedOut,
    410: UploadExpired,
    413: FileTooLarge,
}
_SECONDS = re.compile(r"\d{1,15}(\.\d{0,9})?", re.ASCII)
_ABOUT_IP = re.compile(r"\bip\b|white-?list|allow-?list", re.IGNORECASE)


def error_for(
    answer: Answer,
    envelope: Envelope | None,
    secrets: tuple[str, ...],
    *,
    refused: type[ExotelError],
    missing: type[ExotelError],
) -> ExotelError | None:
    """The typed error an answer stands for; None for success.

    ``refused`` is the kind of a 4xx without a kind of its own, ``missing`` that of a 404, and of a 410 where
    nothing that expires was asked for. Where HTTP says success, a refusal in the body counts.
    """
    status = answer.status
    if status // 100 == 2:
        if envelope is None or envelope.code is None or envelope.code < 400:
            return None
        status = envelope.code
    words = clean_words(envelope.words, secrets) if envelope else ""
    named = request_id(answer, envelope, secrets)
    if status == 429:
        return RateLimited(
            retry_after=retry_after(answer), http_status=answer.status, request_id=named, words=words
        )
    if status >= 500:
        return ServerTrouble(
            retry_after=retry_after(answer), http_status=answer.status, request_id=named, words=words
        )
    kind: type[ExotelError] = UnreadableAnswer
    if status // 100 == 4:
        gone = status == 404 or (status == 410 and missing is WrongAddress)
        kind = missing if gone else _KINDS.get(status, refused)
        if kind is NotEnabled and envelope is None:
            kind = Blocked
        elif kind is NotEnabled and _ABOUT_IP.search(words):
            kind = IpNotAllowed
    elif status // 100 == 3 and status != 303:  # 303 answers a request that was carried out
        kind = Redirected
    return kind(http_status=answer.status, request_id=named, words=words)


def request_id(answer: Answer, envelope: Envelope | None, secrets: tuple[str, ...] = ()) -> str:
    """The id by which Exotel's support finds the request; empty where there is none."""
    named = (envelope.request_id if envelope else "") or answer.headers.get("x-request-id", "")
    return clean_words(named, secrets)[:100]


def retry_after(answer: Answer) -> float | None:
    """Seconds to wait, given as seconds or as a date (RFC 9110, 10.2.3) by the server's own clock.

    As the server says it, finite and not negative; whoever waits sets the bounds. None for what is neither.
    """
    value = answer.headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(value):
        return float(value)
    until = _date(value)
    return None if until is None else max(0.0, until - _server_time(answer))


def call_budget(answer: Answer) -> CallBudget:
    """What the X-RateLimit headers say, the reset (epoch seconds) by the server's own clock."""
    reset = answer.headers.get("x-ratelimit-reset", "").strip()
    known = reset.isascii() and reset.isdigit() and len(reset) < 12
    return CallBudget(
        whole_number(answer.headers.get("x-ratelimit-remaining")),
        max(0.0, float(reset) - _server_time(answer)) if known else None,
    )


def _server_time(answer: Answer) -> float:
    """What the server's clock showed, in epoch seconds; this machine's where the answer does not say."""
    now = _date(answer.headers.get("date", ""))
    return time.time() if now is None else now


def _date(value: str) -> float | None:
    """An HTTP date as epoch seconds."""
    try:
        date = parsedate_to_datetime(value)
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp()  # -0000 has no zone in Python
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
