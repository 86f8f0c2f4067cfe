"""What an exception of the network libraries means to a person."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Iterator

from requests import exceptions as requests_errors
from urllib3 import exceptions as urllib3_errors

from exogui.exotel.errors import (
    CertificateProblem,
    CertificateReason,
    ExotelError,
    NameNotFound,
    NoConnection,
    ProxyProblem,
    TimedOut,
    UnreadableAnswer,
)

NETWORK_ERRORS = (OSError, urllib3_errors.HTTPError, http.client.HTTPException)
"""What an exchange can raise because of the network or the other side; requests' own errors are OSErrors."""

_PROXY = (
    requests_errors.ProxyError,
    requests_errors.InvalidProxyURL,
    requests_errors.InvalidSchema,
    urllib3_errors.ProxyError,
)
_UNREADABLE = (
    urllib3_errors.DecodeError,
    urllib3_errors.InvalidChunkLength,
    urllib3_errors.InvalidHeader,
)
_TIMEOUT = (TimeoutError, requests_errors.Timeout, urllib3_errors.TimeoutError)
_REASONS = {
    10: CertificateReason.EXPIRED,
    18: CertificateReason.UNKNOWN_ISSUER,
    19: CertificateReason.UNKNOWN_ISSUER,
    20: CertificateReason.UNKNOWN_ISSUER,
    21: CertificateReason.UNKNOWN_ISSUER,
    62: CertificateReason.WRONG_HOST,
    64: CertificateReason.WRONG_HOST,
}
"""OpenSSL's X509_V_ERR_* codes (openssl/x509_vfy.h)."""


_MEANINGS: tuple[tuple[tuple[type[BaseException], ...], type[ExotelError]], ...] = (
    (_PROXY, ProxyProblem),
    ((socket.gaierror, urllib3_errors.NameResolutionError), NameNotFound),
    (_UNREADABLE, UnreadableAnswer),
    ((urllib3_errors.NewConnectionError,), NoConnection),  # to urllib3 a kind of timeout
    (_TIMEOUT, TimedOut),
)
"""The first that is met names the failure: a proxy's name that is not found is a problem of the proxy."""


def meaning_of(error: BaseException) -> ExotelError:
    """The typed error for a failure below HTTP."""
    chain = list(_chain(error))
    for each in chain:
        if isinstance(each, ExotelError):
            return each
        if isinstance(each, ssl.SSLCertVerificationError):
            return CertificateProblem(_REASONS.get(each.verify_code, CertificateReason.OTHER))
    for kinds, meaning in _MEANINGS:
        if any(isinstance(each, kinds) for each in chain):
            return meaning()
    return NoConnection()


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The exception and everything it wraps, in the several ways in which these libraries wrap."""
    waiting: list[object] = [error]
    seen: set[int] = set()
    while waiting:
        each = waiting.pop(0)
        if not isinstance(each, BaseException) or id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        waiting += [each.__cause__, each.__context__, getattr(each, "reason", None), *each.args]
