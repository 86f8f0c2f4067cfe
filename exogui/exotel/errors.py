"""One exception for each thing a person can act on. The words are in :mod:`exogui.messages.errors`.

Every error carries what support needs (HTTP status, request id, the server's own words) and never a
secret: credentials do not reach this module, and :func:`clean_words` is applied before words get here.
"""
# ruff: noqa: N818 - each is named after what a person can act on

from __future__ import annotations

import re
from enum import StrEnum
from typing import ClassVar

MAX_WORDS = 300
"""Characters kept of what a server says about an error."""

_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


class ErrorCode(StrEnum):
    """What went wrong; the key to its text."""

    SIGN_IN_REFUSED = "sign_in_refused"
    SIGN_IN_UNAVAILABLE = "sign_in_unavailable"
    NOT_ENABLED = "not_enabled"
    IP_NOT_ALLOWED = "ip_not_allowed"
    BLOCKED = "blocked"
    PLAN_LIMIT = "plan_limit"
    WRONG_ADDRESS = "wrong_address"
    UPLOAD_NOT_FOUND = "upload_not_found"
    UPLOAD_EXPIRED = "upload_expired"
    FILE_REFUSED = "file_refused"
    FILE_TOO_LARGE = "file_too_large"
    FILE_CHANGED = "file_changed"
    REQUEST_REFUSED = "request_refused"
    RATE_LIMITED = "rate_limited"
    SERVER_TROUBLE = "server_trouble"
    NO_CONNECTION = "no_connection"
    NAME_NOT_FOUND = "name_not_found"
    CERTIFICATE_PROBLEM = "certificate_problem"
    PROXY_PROBLEM = "proxy_problem"
    PROXY_SIGN_IN = "proxy_sign_in"
    TIMED_OUT = "timed_out"
    ANSWER_LOST = "answer_lost"
    UNREADABLE_ANSWER = "unreadable_answer"
    REDIRECTED = "redirected"
    UNSAFE_ADDRESS = "unsafe_address"
    PROCESSING_FAILED = "processing_failed"
    STILL_PROCESSING = "still_processing"
    STOPPED = "stopped"


class CertificateReason(StrEnum):
    """Why a certificate was not accepted."""

    UNKNOWN_ISSUER = "unknown_issuer"
    SELF_SIGNED = "self_signed"
    WRONG_HOST = "wrong_host"
    EXPIRED = "expired"
    OTHER = "other"


class BodyState(StrEnum):
    """How much of a file had left when sending ended."""

    NOT_BEGUN = "not_begun"
    PARTLY_SENT = "partly_sent"
    """The end of the file had not left, so by RFC 9112, 6.3, no server may take the request for whole."""
    WHOLE = "whole"
    """The last byte was handed to the network; it may have arrived."""


class ExotelError(Exception):
    """Base of them all."""

    code: ClassVar[ErrorCode]

    def __init__(self, *, http_status: int | None = None, request_id: str = "", words: str = "") -> None:
        super().__init__()
        self.http_status = http_status
        self.request_id = request_id
        self.words = words
        """What the server said, cleaned and cut; empty where it said nothing."""

    def __str__(self) -> str:
        # The words stay out: an exception's text ends in logs, and a server may quote phone numbers.
        return self.code if self.http_status is None else f"{self.code} (HTTP {self.http_status})"

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self}>"


class SignInRefused(ExotelError):
    """401: the key, the token or the data centre is wrong, or the access token has expired."""

    code = ErrorCode.SIGN_IN_REFUSED


class NotEnabled(ExotelError):
    """403: the account may not use the contact centre."""

    code = ErrorCode.NOT_ENABLED


class IpNotAllowed(NotEnabled):
    """403: this machine's address is not on the account's allow-list."""

    code = ErrorCode.IP_NOT_ALLOWED


class Blocked(NotEnabled):
    """403 in words that are not Exotel's: a filter of this network, or one in front of Exotel."""

    code = ErrorCode.BLOCKED


class PlanLimit(ExotelError):
    """402: the account's plan does not allow it."""

    code = ErrorCode.PLAN_LIMIT


class WrongAddress(ExotelError):
    """404 where the address itself should exist: wrong account SID, data centre or address."""

    code = ErrorCode.WRONG_ADDRESS


class UploadNotFound(ExotelError):
    """404: Exotel does not know this upload."""

    code = ErrorCode.UPLOAD_NOT_FOUND


class UploadExpired(ExotelError):
    """410: Exotel no longer keeps the refused rows of this upload."""

    code = ErrorCode.UPLOAD_EXPIRED


class FileRefused(ExotelError):
    """400 and its kin on the upload: Exotel read the file and did not take it."""

    code = ErrorCode.FILE_REFUSED


class FileTooLarge(ExotelError):
    """413, or found too large before anything was sent."""

    code = ErrorCode.FILE_TOO_LARGE


class FileChanged(ExotelError):
    """The file to send is gone, unreadable or not the size it was made with."""

    code = ErrorCode.FILE_CHANGED


class RequestRefused(ExotelError):
    """Another 4xx than the ones above, on something that is not the upload itself."""

    code = ErrorCode.REQUEST_REFUSED


class RateLimited(ExotelError):
    """429: not taken; try again after a pause."""

    code = ErrorCode.RATE_LIMITED

    def __init__(
        self,
        *,
        retry_after: float | None = None,
        http_status: int | None = None,
        request_id: str = "",
        words: str = "",
    ) -> None:
        super().__init__(http_status=http_status, request_id=request_id, words=words)
        self.retry_after = retry_after
        """Seconds Exotel asks to wait, as it said them; None where it did not."""


class ServerTrouble(ExotelError):
    """5xx."""

    code = ErrorCode.SERVER_TROUBLE

    def __init__(
        self,
        *,
        retry_after: float | None = None,
        http_status: int | None = None,
        request_id: str = "",
        words: str = "",
    ) -> None:
        super().__init__(http_status=http_status, request_id=request_id, words=words)
        self.retry_after = retry_after
        """Seconds the server asks to wait; None where it did not."""


class NoConnection(ExotelError):
    """The network is away, or nobody answers at the address."""

    code = ErrorCode.NO_CONNECTION


class NameNotFound(NoConnection):
    """The host's name could not be looked up."""

    code = ErrorCode.NAME_NOT_FOUND


class ProxyProblem(NoConnection):
    """The proxy of this network cannot be reached or refuses to pass the request on."""

    code = ErrorCode.PROXY_PROBLEM


class ProxySignIn(ProxyProblem):
    """407: the proxy of this network wants a name and password, or others than it was given."""

    code = ErrorCode.PROXY_SIGN_IN


class SignInUnavailable(NoConnection):
    """Exotel has trouble giving an access token, so the call that needed it was not made: it passes."""

    code = ErrorCode.SIGN_IN_UNAVAILABLE


class TimedOut(NoConnection):
    """The other side stayed silent for too long."""

    code = ErrorCode.TIMED_OUT


class CertificateProblem(ExotelError):
    """The other side could not prove that it is Exotel."""

    code = ErrorCode.CERTIFICATE_PROBLEM

    def __init__(self, reason: CertificateReason = CertificateReason.OTHER) -> None:
        super().__init__()
        self.reason = reason


class AnswerLost(ExotelError):
    """The file began to go out and no answer came: nobody can know from here whether it was taken."""

    code = ErrorCode.ANSWER_LOST

    def __init__(self, *, body: BodyState, cause: ErrorCode) -> None:
        super().__init__()
        self.body = body
        self.cause = cause
        """What ended the connection."""


class UnreadableAnswer(ExotelError):
    """An answer that is not Exotel's: a web page, cut short, too large, or without what it must hold."""

    code = ErrorCode.UNREADABLE_ANSWER


class Redirected(ExotelError):
    """The answer points elsewhere; sign-in data is never sent along."""

    code = ErrorCode.REDIRECTED


class UnsafeAddress(ExotelError):
    """The address of the refused rows is neither https nor on this machine."""

    code = ErrorCode.UNSAFE_ADDRESS


class ProcessingFailed(ExotelError):
    """Exotel took the file, ended without success and gives no counts."""

    code = ErrorCode.PROCESSING_FAILED


class StillProcessing(ExotelError):
    """Exotel was still processing when the time limit passed."""

    code = ErrorCode.STILL_PROCESSING


class Stopped(ExotelError):
    """The person cancelled."""

    code = ErrorCode.STOPPED

    def __init__(self, body: BodyState = BodyState.NOT_BEGUN) -> None:
        super().__init__()
        self.body = body


def clean_words(text: object, secrets: tuple[str, ...] = ()) -> str:
    """Words of a server fit to show: one line, no invisible characters, no secret, at most MAX_WORDS."""
    if not isinstance(text, str):
        return ""
    for secret in secrets:
        if secret:
            text = text.replace(secret, "***")
    shown = text[: MAX_WORDS * 4].encode(errors="replace").decode()  # JSON allows half characters
    words = _UNPRINTABLE.sub(" ", shown).strip()
    return words if len(words) <= MAX_WORDS else words[: MAX_WORDS - 1].rstrip() + "…"
