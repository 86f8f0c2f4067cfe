"""Exotel's answers, read tolerantly into frozen dataclasses.

Sources: "Upload Contacts via CSV" and "Error File Retrieval" say how answers look. What they leave open is
read whichever way it comes: numbers as strings, ``response`` as a list of one (as in the older campaign API),
fields null or absent, and a status in the body that differs from the one of HTTP.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from exogui.exotel.accounts import AccessToken

MAX_ID_CHARACTERS = 200
_MAX_TOKEN_CHARACTERS = 8192
"""More than a server takes in a header."""
_MAX_COUNT = 10**9
_NOT_A_WORD = re.compile(r"[^a-z]+")
_CODE_WORD = re.compile(r"[^A-Za-z0-9_.-]+")


class Stage(Enum):
    """Where the processing of an upload stands."""

    PROCESSING = auto()
    """Also for every word that is not known: a job is not given up because of a new word."""
    COMPLETED = auto()
    FAILED = auto()


_COMPLETED_WORDS = frozenset(
    {
        "completed",
        "complete",
        "completed_with_errors",
        "done",
        "finished",
        "partial",
        "partial_success",
        "partially_completed",
        "processed",
        "success",
        "succeeded",
        "successful",
    }
)
_FAILED_WORDS = frozenset(
    {"aborted", "canceled", "cancelled", "error", "errored", "expired", "failed", "failure", "rejected"}
)


@dataclass(frozen=True, slots=True)
class UploadAccepted:
    """The answer to an upload. ``upload_id`` is never empty."""

    upload_id: str
    total_records: int | None = None
    estimated_seconds: float | None = None
    request_id: str = ""


@dataclass(frozen=True, slots=True)
class CallBudget:
    """What the X-RateLimit headers say: calls left, and seconds until the count starts again."""

    remaining: int | None = None
    reset_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class IssuedToken:
    """The answer to a key that asks for an access token."""

    token: AccessToken
    lifetime: float | None = None
    """Seconds, more than 0; None where Exotel does not say."""


@dataclass(frozen=True, slots=True)
class UploadStatus:
    """The answer about an upload. Counts are None where Exotel does not give them."""

    stage: Stage
    word: str
    total_records: int | None = None
    successful: int | None = None
    failed: int | None = None
    duplicates_skipped: int | None = None
    error_file_id: str = ""
    request_id: str = ""


@dataclass(frozen=True, slots=True)
class RefusedEntry:
    """One row as Exotel lists it among the refused ones."""

    row_number: int | None
    """As Exotel counts, whichever way that is."""
    phone_number: str
    error_code: str
    error_message: str


@dataclass(frozen=True, slots=True)
class RefusedRowsPage:
    """The answer of the errors endpoint; ``rows`` may be fewer than ``error_count``."""

    error_count: int | None
    rows: tuple[RefusedEntry, ...]
    error_file_url: str | None
    request_id: str = ""


@dataclass(frozen=True, slots=True)
class Envelope:
    """The wrapping that all answers share."""

    data: Mapping[str, Any]
    code: int | None
    """The status in the body; may differ from the one of HTTP."""
    words: str
    request_id: str


def open_envelope(document: Any) -> Envelope | None:
    """The inside of an answer, or None where it is no JSON object."""
    body = _object(document)
    if body is None:
        return None
    trouble = _object(body.get("RestException")) or {}
    response = _object(body.get("response")) or {}
    code = whole_number(_first(response.get("code"), trouble.get("Status"), body.get("http_code")))
    words = _words(trouble.get("Message"), response, body)
    return Envelope(_data(response, body), code, words, text(body.get("request_id")))


def _data(*places: Mapping[str, Any]) -> Mapping[str, Any]:
    """What an answer is about, in its place or, where nothing is wrapped, in the open."""
    for place in places:
        if "data" in place:
            return _object(place["data"]) or {}
    return next((place for place in places if "upload_id" in place), {})


def read_accepted(envelope: Envelope) -> UploadAccepted | None:
    """The acceptance in an answer, or None where it names no upload that could be asked for."""
    upload_id = text(envelope.data.get("upload_id"))
    # "." and ".." would change the path they are put into, however they are escaped.
    if not upload_id or upload_id in {".", ".."} or len(upload_id) > MAX_ID_CHARACTERS:
        return None
    return UploadAccepted(
        upload_id,
        whole_number(envelope.data.get("total_records")),
        _seconds(envelope.data.get("estimated_time_seconds")),
        envelope.request_id,
    )


def read_access_token(envelope: Envelope) -> IssuedToken | None:
    """The access token in an answer, or None where there is none that could be sent back."""
    token = text(envelope.data.get("access_token"))
    kind = text(envelope.data.get("token_type")).lower()
    if not token or len(token) > _MAX_TOKEN_CHARACTERS or kind not in {"", "bearer"}:
        return None
    return IssuedToken(AccessToken(token), _seconds(envelope.data.get("expires_in")) or None)


def read_status(envelope: Envelope) -> UploadStatus | None:
    """The status in an answer, or None where it holds neither a status nor a count."""
    data = envelope.data
    word = _NOT_A_WORD.sub("_", text(data.get("status")).lower()).strip("_")
    successful = whole_number(data.get("successful"))
    failed = whole_number(data.get("failed"))
    skipped = whole_number(data.get("duplicates_skipped"))
    if not word and successful is failed is skipped is None:
        return None
    stage = Stage.PROCESSING
    if word in _COMPLETED_WORDS:
        stage = Stage.COMPLETED
    elif word in _FAILED_WORDS:
        stage = Stage.FAILED
    return UploadStatus(
        stage,
        word,
        whole_number(data.get("total_records")),
        successful,
        failed,
        skipped,
        error_file_id=text(data.get("error_file_id")),
        request_id=envelope.request_id,
    )


def read_refused_rows(envelope: Envelope) -> RefusedRowsPage | None:
    """The refused rows in an answer, or None where it is about something else."""
    data = envelope.data
    listed = data.get("errors")
    address = text(data.get("error_file_url"))
    if not isinstance(listed, list):
        if address == "" and "error_count" not in data:
            return None
        listed = []
    rows = tuple(_entry(item) for item in listed if isinstance(item, dict))
    return RefusedRowsPage(whole_number(data.get("error_count")), rows, address or None, envelope.request_id)


def read_error_file(content: bytes) -> tuple[RefusedEntry, ...] | None:
    """The rows of an error CSV, or None where it is not one."""
    lines = io.StringIO(content.decode("utf-8-sig", "replace"), newline="")
    reader = csv.DictReader(lines)
    try:
        names = {name.strip().lower(): name for name in reader.fieldnames or () if name}
        if "error_code" not in names or not {"row_number", "phone_number"} & names.keys():
            return None
        return tuple(_entry({name: row.get(given) for name, given in names.items()}) for row in reader)
    except csv.Error:
        return None


def whole_number(value: Any) -> int | None:
    """A count, given as a number or as its digits; None for everything else."""
    if isinstance(value, str):
        digits = value.strip()
        value = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 12 else None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value <= _MAX_COUNT else None


def text(value: Any) -> str:
    """A text or a number as text; empty for everything else. Half characters, which JSON allows, become ?."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value).strip().encode(errors="replace").decode()


def _entry(item: Mapping[str, Any]) -> RefusedEntry:
    return RefusedEntry(
        whole_number(item.get("row_number")),
        text(item.get("phone_number"))[:MAX_ID_CHARACTERS],
        _CODE_WORD.sub("_", text(item.get("error_code")))[:64],
        text(item.get("error_message"))[:1000],
    )


def _seconds(value: Any) -> float | None:
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    # A comparison that NaN does not pass either.
    return float(value) if 0 <= value <= 7 * 24 * 3600 else None


def _object(value: Any) -> Mapping[str, Any] | None:
    """A JSON object, or the one in a list."""
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, dict) else None


def _first(*values: Any) -> Any:
    return next((value for value in values if value is not None), None)


def _words(said: Any, *places: Mapping[str, Any]) -> str:
    """What the answer says in words, wherever it says it."""
    candidates = [said]
    for place in places:
        trouble = place.get("error_data", place.get("error"))
        if isinstance(trouble, dict):
            candidates += [trouble.get("message"), trouble.get("description")]
        candidates += [trouble, place.get("message"), place.get("description")]
    return next((word for word in candidates if isinstance(word, str) and word), "")


def parse(content: bytes) -> Any:
    """JSON, or None where it is none."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
