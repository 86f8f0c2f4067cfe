"""What an exception of the network libraries means to a person."""

from __future__ import annotations

import http.client
import re
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
    ProxySignIn,
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
    # OpenSSL: X509_V_ERR_* of openssl/x509_vfy.h
    9: CertificateReason.EXPIRED,  # not valid yet: by this machine's clock, as with one that has expired
    10: CertificateReason.EXPIRED,
    18: CertificateReason.SELF_SIGNED,
    19: CertificateReason.UNKNOWN_ISSUER,
    20: CertificateReason.UNKNOWN_ISSUER,
    21: CertificateReason.UNKNOWN_ISSUER,
    62: CertificateReason.WRONG_HOST,
    64: CertificateReason.WRONG_HOST,
    # Windows: CERT_E_* of winerror.h
    0x800B0101: CertificateReason.EXPIRED,
    0x800B0109: CertificateReason.UNKNOWN_ISSUER,
    0x800B010A: CertificateReason.UNKNOWN_ISSUER,
    0x800B010F: CertificateReason.WRONG_HOST,
    # macOS: errSec* of SecBase.h
    -67818: CertificateReason.EXPIRED,
    -67819: CertificateReason.EXPIRED,
    -67843: CertificateReason.UNKNOWN_ISSUER,
    -67602: CertificateReason.WRONG_HOST,
}
"""The codes of those who judge certificates; each system has numbers of its own."""

_TUNNEL_STATUS = re.compile(r"Tunnel connection failed: (\d{3})")
"""How http.client and urllib3 say which status a proxy gave; nothing else of it reaches us."""


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
        tunnel = _TUNNEL_STATUS.match(str(each)) if type(each) is OSError else None
        if tunnel and tunnel[1] == "407":
            return ProxySignIn()
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
