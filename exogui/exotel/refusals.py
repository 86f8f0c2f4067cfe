"""Which typed error an answer stands for, and what its headers say about waiting."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from exogui.exotel.errors import (
    ExotelError,
    FileTooLarge,
    IpNotAllowed,
    NotEnabled,
    PlanLimit,
    ProxyProblem,
    RateLimited,
    Redirected,
    ServerTrouble,
    SignInRefused,
    TimedOut,
    UnreadableAnswer,
    UploadExpired,
    clean_words,
)
from exogui.exotel.responses import CallBudget, Envelope, whole_number
from exogui.exotel.transport import Answer

_KINDS: Mapping[int, type[ExotelError]] = {
    401: SignInRefused,
    402: PlanLimit,
    403: NotEnabled,
    407: ProxyProblem,
    408: TimedOut,
    410: UploadExpired,
    413: FileTooLarge,
}
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

    ``refused`` is the kind of a 4xx without a kind of its own, ``missing`` that of a 404. Where HTTP says
    success, a refusal in the body counts.
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
        kind = missing if status == 404 else _KINDS.get(status, refused)
        if kind is NotEnabled and _ABOUT_IP.search(words):
            kind = IpNotAllowed
    elif status // 100 == 3 and status != 303:  # 303 answers a request that was carried out
        kind = Redirected
    return kind(http_status=answer.status, request_id=named, words=words)


def request_id(answer: Answer, envelope: Envelope | None, secrets: tuple[str, ...] = ()) -> str:
    """The id by which Exotel's support finds the request; empty where there is none."""
    named = (envelope.request_id if envelope else "") or answer.headers.get("x-request-id", "")
    return clean_words(named, secrets)[:100]


def retry_after(answer: Answer) -> float | None:
    """Seconds to wait, given as seconds or as a date (RFC 9110, 10.2.3) by the server's own clock."""
    value = answer.headers.get("retry-after", "").strip()
    with contextlib.suppress(ValueError):
        seconds = float(value)
        return seconds if 0 <= seconds < float("inf") else None
    until = _date(value)
    if until is None:
        return None
    now = _date(answer.headers.get("date", ""))
    return max(0.0, until - (time.time() if now is None else now))


def call_budget(answer: Answer) -> CallBudget:
    """What the X-RateLimit headers say."""
    reset = answer.headers.get("x-ratelimit-reset", "").strip()
    seconds = float(reset) - time.time() if reset.isascii() and reset.isdigit() and len(reset) < 12 else None
    return CallBudget(
        whole_number(answer.headers.get("x-ratelimit-remaining")),
        None if seconds is None else max(0.0, seconds),
    )


def _date(value: str) -> float | None:
    """An HTTP date as epoch seconds."""
    try:
        return parsedate_to_datetime(value).timestamp()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
