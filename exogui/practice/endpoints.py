"""Which of Exotel's addresses a request is for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote


class Endpoint(StrEnum):
    """What can be asked of the practice server."""

    TOKEN = "token"  # noqa: S105 - the name of an endpoint
    """``POST /v2/accounts/<sid>/configuration/basicauth``"""
    UPLOAD = "upload"
    """``POST /v2/accounts/<sid>/contacts/upload``"""
    STATUS = "status"
    """``GET /v2/accounts/<sid>/contacts/upload/<upload_id>``"""
    ERRORS = "errors"
    """``GET /v2/accounts/<sid>/contacts/upload/<upload_id>/errors``"""
    ERROR_FILE = "error_file"
    """``GET`` anything on the second port."""


@dataclass(frozen=True, slots=True)
class Route:
    """Where a request leads. ``endpoint`` is None for a path that Exotel does not document."""

    endpoint: Endpoint | None
    method_allowed: bool = True
    account_sid: str = ""
    upload_id: str = ""


_ACCOUNT = r"/v2/accounts/(?P<sid>[^/]+)"
_PATHS = (
    (Endpoint.TOKEN, "POST", re.compile(rf"{_ACCOUNT}/configuration/basicauth")),
    (Endpoint.UPLOAD, "POST", re.compile(rf"{_ACCOUNT}/contacts/upload")),
    (Endpoint.STATUS, "GET", re.compile(rf"{_ACCOUNT}/contacts/upload/(?P<upload>[^/]+)")),
    (Endpoint.ERRORS, "GET", re.compile(rf"{_ACCOUNT}/contacts/upload/(?P<upload>[^/]+)/errors")),
)


def find_route(method: str, path: str) -> Route:
    """The route of a request to the API's port. ``path`` is still percent-encoded and has no query."""
    for endpoint, allowed_method, pattern in _PATHS:
        if match := pattern.fullmatch(path):
            parts = match.groupdict()
            return Route(
                endpoint,
                method_allowed=method == allowed_method,
                account_sid=unquote(parts["sid"]),
                upload_id=unquote(parts.get("upload", "")),
            )
    return Route(None)
