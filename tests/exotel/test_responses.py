"""Answers of every shape are read or refused, and never raise."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exogui.exotel.responses import (
    open_envelope,
    parse,
    read_accepted,
    read_error_file,
    read_refused_rows,
    read_status,
    whole_number,
)

keys = st.sampled_from(
    ["response", "data", "code", "http_code", "status", "upload_id", "errors", "error_count", "error_data"]
) | st.sampled_from(
    ["failed", "successful", "row_number", "phone_number", "error_file_url", "RestException", "message"]
)
leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
documents = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=20,
)


@given(documents)
def test_that_no_json_makes_reading_fail(document: Any) -> None:
    envelope = open_envelope(json.loads(json.dumps(document)))
    if envelope is None:
        return
    accepted = read_accepted(envelope)
    assert accepted is None or accepted.upload_id
    status = read_status(envelope)
    for count in (status.successful, status.failed, status.duplicates_skipped) if status else ():
        assert count is None or count >= 0
    page = read_refused_rows(envelope)
    for row in page.rows if page else ():
        assert isinstance(row.phone_number, str)


@given(st.binary(max_size=200))
def test_that_no_bytes_make_reading_fail(content: bytes) -> None:
    parse(content)
    read_error_file(content)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (0, 0),
        (7, 7),
        ("7", 7),
        (" 7 ", 7),
        (7.0, 7),
        ("007", 7),
        (7.5, None),
        (-1, None),
        ("-1", None),
        (True, None),
        (None, None),
        ("", None),
        ("seven", None),
        ("٧", None),
        ("9" * 5000, None),
        (10**30, None),
        (float("nan"), None),
        (float("inf"), None),
        ([7], None),
    ],
)
def test_that_counts_are_whole_numbers_or_nothing(value: object, number: int | None) -> None:
    assert whole_number(value) == number


def test_that_an_answer_without_wrapping_is_read_too() -> None:
    envelope = open_envelope({"upload_id": "u1", "status": "completed", "failed": "3"})
    assert envelope
    status = read_status(envelope)
    assert status
    assert status.failed == 3


def test_that_the_wrappings_own_status_is_not_taken_for_the_uploads() -> None:
    envelope = open_envelope({"response": {"code": 200, "status": "success", "data": None}})
    assert envelope
    assert read_status(envelope) is None


def test_that_the_rate_limits_body_of_another_shape_is_read() -> None:
    envelope = open_envelope({"RestException": {"Status": 429, "Message": "Slow", "Code": "RATE"}})
    assert envelope
    assert (envelope.code, envelope.words) == (429, "Slow")


def test_that_an_error_file_is_read_in_any_order_of_columns_and_with_a_byte_order_mark() -> None:
    content = (
        "\ufeffError_Code,phone_number,ROW_NUMBER,error_message,extra\r\n"
        'INVALID_PHONE,+91 98,3,"not, valid\nat all",x\r\n'
        "QUOTA_EXCEEDED,,,\r\n"
    ).encode()
    rows = read_error_file(content)
    assert rows
    assert (rows[0].row_number, rows[0].error_message) == (3, "not, valid\nat all")
    assert (rows[1].row_number, rows[1].phone_number, rows[1].error_code) == (None, "", "QUOTA_EXCEEDED")


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"<html>", b"error_code\nX\n"])
def test_that_what_is_no_error_file_is_refused(content: bytes) -> None:
    assert read_error_file(content) is None
