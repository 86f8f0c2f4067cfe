"""What Exotel's documentation leaves open, each way of it selectable.

A client has to work with every combination. :class:`Quirks` is immutable: ``server.quirks = Quirks(...)``
swaps the whole behaviour between two requests.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from exogui.practice.answers import Answer
from exogui.practice.contact_store import Refusal, Verdict


class AbsentValues(Enum):
    """How an optional value looks that is not there."""

    NULL = "null"
    MISSING = "missing"
    """Its key is left out."""
    EMPTY = "empty"
    """An empty string."""


class SkippedDuplicates(Enum):
    """What becomes of duplicates under ``skip``."""

    COUNTED = "counted"
    """Counted as skipped, not listed."""
    LISTED = "listed"
    """Counted as skipped, and listed among the errors."""
    FAILED = "failed"
    """Counted as failed, and listed among the errors."""


class ErrorUrl(Enum):
    """What the errors answer says about the error file."""

    SIGNED = "signed"
    """A pre-signed address on the second port."""
    ABSENT = "absent"
    RELATIVE = "relative"
    """A path with no host."""
    OTHER_HOST = "other_host"
    """Plain HTTP on a host that is neither Exotel's nor loopback (and does not exist)."""
    EXPIRED = "expired"
    """A pre-signed address whose time is over."""


@dataclass(frozen=True, slots=True)
class Quirks:
    """How answers look. The defaults are the likeliest reading of the documentation."""

    response_as_list: bool = False
    """``response`` is a list of one object, as in Exotel's older API."""
    numbers_as_strings: bool = False
    """Numbers in ``response.data`` arrive as strings."""
    absent_values: AbsentValues = AbsentValues.NULL
    body_code: int | None = None
    """The ``code`` and ``http_code`` in every body, whatever the HTTP status is."""
    http_status: int | None = None
    """The HTTP status of every JSON answer, whatever the code in its body is."""
    first_row_number: int = 1
    """What ``row_number`` says of the first record: 0, 1, or 2 where the header counts."""
    listed_errors: int | None = None
    """At most so many rows in ``errors``; ``error_count`` and the error file stay complete."""
    errors_with_phone_number: bool = True
    """Whether entries of ``errors``, and rows of the error file, carry the phone number."""
    error_url: ErrorUrl | str = ErrorUrl.SIGNED
    """A string stands as it is."""
    skipped_duplicates: SkippedDuplicates = SkippedDuplicates.COUNTED
    unknown_account_status: int = 401
    """For a path with another account's SID; some of Exotel's services answer 404."""
    bearer_only: bool = False
    """Key and token open nothing but the way to an access token, which the calls about contacts then want."""

    def listed(self, verdict: Verdict) -> tuple[Refusal, ...]:
        """The rows that the errors answer and the error file are about."""
        if self.skipped_duplicates is SkippedDuplicates.COUNTED:
            return verdict.refused
        return tuple(sorted(verdict.refused + verdict.skipped))

    def counts(self, verdict: Verdict) -> dict[str, int]:
        """``successful``, ``failed`` and ``duplicates_skipped``."""
        failed, skipped = len(verdict.refused), len(verdict.skipped)
        if self.skipped_duplicates is SkippedDuplicates.FAILED:
            failed, skipped = failed + skipped, 0
        return {"successful": verdict.successful, "failed": failed, "duplicates_skipped": skipped}

    def shape(self, answer: Answer) -> Answer:
        """The answer as these quirks write it. Answers with no ``response`` object stay as they are."""
        payload = answer.payload
        if payload is None or not isinstance(payload.get("response"), dict):
            return answer
        response = dict(payload["response"])
        data = response.get("data")
        if self.absent_values is AbsentValues.MISSING:
            data = _without_nulls(data)
        elif self.absent_values is AbsentValues.EMPTY:
            data = _each_value(data, lambda value: "" if value is None else value)
        if self.numbers_as_strings:
            data = _each_value(data, lambda value: str(value) if type(value) in (int, float) else value)
        response["data"] = data
        payload = dict(payload)
        if self.body_code is not None:
            response["code"] = payload["http_code"] = self.body_code
        payload["response"] = [response] if self.response_as_list else response
        return replace(answer, payload=payload, status=self.http_status or answer.status)


def _each_value(node: Any, change: Callable[[Any], Any]) -> Any:
    if isinstance(node, dict):
        return {key: _each_value(value, change) for key, value in node.items()}
    if isinstance(node, list):
        return [_each_value(value, change) for value in node]
    return change(node)


def _without_nulls(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _without_nulls(value) for key, value in node.items() if value is not None}
    if isinstance(node, list):
        return [_without_nulls(value) for value in node]
    return node
