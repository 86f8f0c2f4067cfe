"""Refused rows find the row that was sent, or say that they do not know."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exogui.exotel.responses import RefusedEntry
from exogui.uploads.row_matching import match_rows

A, B, C = "+919876543210", "+919876543211", "+6591234567"


def entry(row_number: int | None, phone: str = "") -> RefusedEntry:
    return RefusedEntry(row_number, phone, "INVALID_PHONE", "")


@st.composite
def uploads(draw: st.DrawFn) -> tuple[list[str], list[int], list[int], list[int]]:
    """(phone numbers, first lines, what each row is numbered, which rows are refused), counted anyhow."""
    phones = draw(
        st.lists(st.sampled_from([A, B, C, "12", "+4420", "+1555", "N/A", ""]), min_size=1, max_size=12)
    )
    heights = draw(st.lists(st.integers(1, 3), min_size=len(phones), max_size=len(phones)))
    first_lines = [1 + sum(heights[:row]) for row in range(len(phones))]
    base = draw(st.integers(0, 2))
    by_lines = draw(st.booleans())
    numbers = (
        [line - 1 + base for line in first_lines] if by_lines else [row + base for row in range(len(phones))]
    )
    refused = draw(st.lists(st.sampled_from(range(len(phones))), unique=True, min_size=1))
    return phones, first_lines, numbers, refused


@given(uploads(), st.data())
def test_that_a_named_row_is_always_the_right_one(
    upload: tuple[list[str], list[int], list[int], list[int]], data: st.DataObject
) -> None:
    phones, first_lines, numbers, refused = upload
    entries = [
        RefusedEntry(
            data.draw(st.sampled_from([numbers[row], numbers[row], None])),
            data.draw(st.sampled_from([phones[row], phones[row], phones[row].lstrip("+"), ""])),
            "X",
            "",
        )
        for row in refused
    ]
    matched = match_rows(entries, phones, first_lines)
    for row, found in zip(refused, matched, strict=True):
        assert found is None or found == row


@given(
    st.lists(st.integers(6_000_000_000, 9_999_999_999), unique=True, min_size=1, max_size=20),
    st.data(),
)
def test_that_phone_numbers_that_were_sent_once_are_always_found(
    digits: list[int], data: st.DataObject
) -> None:
    phones = [f"+91{number}" for number in digits]
    refused = data.draw(st.lists(st.sampled_from(range(len(phones))), unique=True))
    entries = [entry(data.draw(st.none() | st.integers(0, 99)), phones[row]) for row in refused]
    assert match_rows(entries, phones) == refused


@pytest.mark.parametrize("base", [0, 1, 2])
def test_that_a_number_sent_twice_is_settled_by_the_others(base: int) -> None:
    phones = [A, B, C, B]
    assert match_rows([entry(0 + base, A), entry(3 + base, B)], phones) == [0, 3]
    assert match_rows([entry(1 + base, B), entry(2 + base, C)], phones) == [1, 2]


def test_that_a_number_sent_twice_stays_open_where_nothing_else_settles_it() -> None:
    assert match_rows([entry(2, B)], [A, B, C, B]) == [None]


def test_that_a_contradiction_settles_nothing() -> None:
    assert match_rows([entry(1, A), entry(9, C), entry(2, B)], [A, B, C, B]) == [0, 2, None]


def test_that_all_rows_of_one_number_are_in_order_when_all_were_refused() -> None:
    assert match_rows([entry(17, B), entry(5, B)], [A, B, C, B]) == [3, 1]


def test_that_rows_without_a_phone_number_are_settled_by_the_others() -> None:
    assert match_rows([entry(2, ""), entry(3, C)], [A, "", C]) == [1, 2]
    assert match_rows([entry(2, "")], [A, "", C]) == [None]


def test_that_a_row_number_outside_the_file_names_nobody() -> None:
    assert match_rows([entry(1, A), entry(99, ""), entry(0, "")], [A, B]) == [0, None, None]


def test_that_a_phone_number_that_was_not_sent_names_nobody() -> None:
    assert match_rows([entry(1, A), entry(2, "+15550000000")], [A, B]) == [0, None]


def test_that_counting_lines_is_found_out() -> None:
    phones, first_lines = [A, B, C, B], [1, 3, 5, 7]
    by_lines = [entry(2, A), entry(6, C), entry(8, B)]
    assert match_rows(by_lines, phones, first_lines) == [0, 2, 3]
    by_rows = [entry(1, A), entry(3, C), entry(4, B)]
    assert match_rows(by_rows, phones, first_lines) == [0, 2, 3]


def test_that_lines_and_rows_that_both_fit_name_nobody() -> None:
    phones, first_lines = [A, B, B, C], [1, 2, 4, 5]
    assert match_rows([entry(1, A), entry(4, "")], phones, first_lines) == [0, None]


def test_that_another_way_of_writing_a_number_is_the_same_number() -> None:
    assert match_rows([entry(None, "91 98765-43210")], [A, B]) == [0]


def test_that_no_entries_and_no_rows_are_fine() -> None:
    assert match_rows([], [A]) == []
    assert match_rows([entry(1, A)], []) == [None]
