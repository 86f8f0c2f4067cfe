"""What goes back to the client, and the shapes that Exotel documents for it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

Json = dict[str, Any]

_REASONS = {
    400: ("INVALID_REQUEST", "Bad Request"),
    401: ("UNAUTHORIZED", "Unauthorized"),
    402: ("PLAN_LIMIT", "Payment Required"),
    403: ("FORBIDDEN", "Forbidden"),
    404: ("NOT_FOUND", "Not Found"),
    405: ("METHOD_NOT_ALLOWED", "Method Not Allowed"),
    409: ("CONFLICT", "Conflict"),
    410: ("GONE", "Gone"),
    411: ("LENGTH_REQUIRED", "Length Required"),
    413: ("FILE_TOO_LARGE", "File too large"),
    429: ("RATE_LIMIT_EXCEEDED", "Too Many Requests"),
    500: ("INTERNAL_ERROR", "Internal Server Error"),
    502: ("BAD_GATEWAY", "Bad Gateway"),
    503: ("UNAVAILABLE", "Service Unavailable"),
}

_request_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer: either a JSON ``payload`` or a ``body`` as it is."""

    status: int
    payload: Json | None = None
    body: bytes = b""
    content_type: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()

    def with_headers(self, *headers: tuple[str, str]) -> Answer:
        """The same answer with more headers."""
        return replace(self, headers=self.headers + headers)

    def with_data(self, **values: object) -> Answer:
        """The same answer with values of ``response.data`` replaced; no change where there is no data."""
        data = self.data
        if self.payload is None or data is None:
            return self
        response = {**self.payload["response"], "data": {**data, **values}}
        return replace(self, payload={**self.payload, "response": response})

    @property
    def data(self) -> Json | None:
        """``response.data`` of a JSON answer, or None."""
        response = (self.payload or {}).get("response")
        data = response.get("data") if isinstance(response, dict) else None
        return data if isinstance(data, dict) else None

    def encode(self) -> bytes:
        """The bytes of the body."""
        if self.payload is None:
            return self.body
        return json.dumps(self.payload, ensure_ascii=False).encode()


def accepted(method: str, code: int, status: str, data: Json) -> Answer:
    """A success, in the whole envelope that Exotel shows for an upload."""
    return Answer(
        code,
        {
            "request_id": _next_request_id(),
            "method": method,
            "http_code": code,
            "response": {"code": code, "status": status, "data": data},
        },
    )


def bare(data: Json) -> Answer:
    """A success in the short envelope that Exotel shows for the status of an upload."""
    return Answer(200, {"response": {"data": data}})


def refusal(code: int, message: str = "", *, method: str = "POST") -> Answer:
    """An error in the envelope of Exotel's version 2 API."""
    word, reason = _REASONS.get(code, ("ERROR", "Error"))
    return Answer(
        code,
        {
            "request_id": _next_request_id(),
            "method": method,
            "http_code": code,
            "response": {
                "code": code,
                "status": "failure",
                "error_data": {"code": word, "message": message or reason, "description": reason},
                "data": None,
            },
        },
    )


def too_many_requests(message: str, retry_after: str | None) -> Answer:
    """A 429, whose body has a shape of its own. ``retry_after`` None leaves the header out."""
    payload = {"RestException": {"Status": 429, "Message": message, "Code": "RATE_LIMIT_EXCEEDED"}}
    answer = Answer(429, payload)
    return answer if retry_after is None else answer.with_headers(("Retry-After", retry_after))


def storage_error(status: int, code: str, message: str) -> Answer:
    """An error of the object storage behind the error files: XML, as Amazon's S3 writes it."""
    xml = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<Error><Code>{code}</Code><Message>{message}</Message>"
        f"<RequestId>{_next_request_id()}</RequestId></Error>"
    )
    return Answer(status, body=xml.encode(), content_type="application/xml")


def _next_request_id() -> str:
    return f"practice_req_{next(_request_numbers):06}"
