"""Aadhaar, PAN and card numbers in columns that are sent are pointed out; what only looks alike is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exogui.contacts.judging.sensitive import passes_luhn, passes_verhoeff
from exogui.contacts.problems import ProblemCode, Severity
from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable, Edit, Step, StepKind

if TYPE_CHECKING:
    from tests.contacts.conftest import MakeTable

AADHAAR, PAN, CARD = (
    ProblemCode.SENSITIVE_AADHAAR,
    ProblemCode.SENSITIVE_PAN,
    ProblemCode.SENSITIVE_CARD,
)


def with_check_digit(digits: str) -> str:
    """The Aadhaar-like number whose first eleven digits these are."""
    return next(f"{digits}{last}" for last in range(10) if passes_verhoeff(f"{digits}{last}"))


def found(make_table: MakeTable, *values: str) -> list[ProblemCode | None]:
    """What is said of each value in a column that is sent as a tag."""
    table = a_table(make_table, *values)
    return [next((p.code for p in table.row_problems(row)), None) for row in range(len(values))]


def a_table(make_table: MakeTable, *values: str) -> ContactTable:
    rows = [(f"+9198765{row:05}", value) for row, value in enumerate(values)]
    return make_table(rows, header=["phone_number", "tag"])


@pytest.mark.parametrize(
    ("digits", "right"),
    [("2363", True), ("123451", True), ("8473643095483728456789", False), ("2364", False), ("123415", False)],
)
def test_that_verhoeffs_published_examples_hold(digits: str, right: bool) -> None:
    assert passes_verhoeff(digits) == right


@given(st.text("0123456789", min_size=11, max_size=11), st.integers(0, 10), st.integers(1, 9))
def test_that_verhoeff_finds_each_wrong_digit_and_each_swap(digits: str, place: int, wrong: int) -> None:
    whole = with_check_digit(digits)
    other = str((int(whole[place]) + wrong) % 10)
    assert not passes_verhoeff(whole[:place] + other + whole[place + 1 :])
    if whole[place] != whole[place + 1]:
        assert not passes_verhoeff(whole[:place] + whole[place + 1] + whole[place] + whole[place + 2 :])


@pytest.mark.parametrize(
    ("digits", "right"),
    [("79927398713", True), ("4111111111111111", True), ("79927398710", False), ("4111111111111112", False)],
)
def test_that_luhns_published_examples_hold(digits: str, right: bool) -> None:
    assert passes_luhn(digits) == right


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("234567890124", AADHAAR),
        ("2345 6789 0124", AADHAAR),
        ("2345-6789-0124", AADHAAR),
        ("Aadhaar: 2345 6789 0124.", AADHAAR),
        ("ABCPE1234F", PAN),
        ("abcpe1234f", PAN),
        ("PAN ABCPE1234F, Pune", PAN),
        ("4111111111111111", CARD),
        ("4111 1111 1111 1111", CARD),
        ("4111-1111-1111-1111 exp 12/27", CARD),
        ("5555555555554444", CARD),
        ("2223003122003222", CARD),
        ("378282246310005", CARD),
        ("3782 822463 10005", CARD),
        ("30569309025904", CARD),
        ("3530111333300000", CARD),
        ("6011111111111117", CARD),
        ("6200000000000005", CARD),
    ],
)
def test_that_such_a_number_is_pointed_out(make_table: MakeTable, value: str, code: ProblemCode) -> None:
    value = value.replace("2345 6789 0124", spaced(with_check_digit("23456789012"), " "))
    value = value.replace("2345-6789-0124", spaced(with_check_digit("23456789012"), "-"))
    value = value.replace("234567890124", with_check_digit("23456789012"))
    assert found(make_table, value) == [code]
    assert code.severity is Severity.WARNING


def spaced(digits: str, separator: str) -> str:
    return separator.join(digits[start : start + 4] for start in (0, 4, 8))


@pytest.mark.parametrize(
    "value",
    [
        "123456789012",
        "0234 5678 9012",
        "+919876543210",
        "ABCDE1234",
        "ABCXE1234F",
        "XABCPE1234FX",
        "4111111111111112",
        "9111111111111111",
        "41111111111111110000",
        "2026-11-23 10:30",
        "12,34,567.00",
        "1234",
        "",
    ],
)
def test_that_another_number_is_not(make_table: MakeTable, value: str) -> None:
    assert found(make_table, value) == [None]


def test_that_a_column_of_order_numbers_is_not_taken_for_aadhaar_by_chance(make_table: MakeTable) -> None:
    orders = [str(234567000000 + number) for number in range(300)]
    assert any(map(passes_verhoeff, orders))
    table = a_table(make_table, *orders)
    assert set(found(make_table, *orders)) == {None}
    assert (table.counts.warnings, table.problem_groups()) == (0, [])


def test_that_what_was_found_to_be_chance_stays_so_when_a_cell_is_edited(make_table: MakeTable) -> None:
    orders = [str(234567000000 + number) for number in range(300)]
    table = a_table(make_table, *orders)
    table.apply([Edit(0, 1, with_check_digit("23456789012"))], Step(StepKind.EDIT))
    assert table.row_problems(0) == ()


def test_that_a_few_wrong_ones_do_not_hide_the_others(make_table: MakeTable) -> None:
    right = [with_check_digit(str(23456789012 + number)) for number in range(6)]
    values = [*right, "234567890120", "234567890121"]
    assert found(make_table, *values)[:6] == [AADHAAR] * 6


def test_that_a_number_typed_in_later_is_pointed_out(make_table: MakeTable) -> None:
    table = a_table(make_table, "vip", "")
    table.apply([Edit(0, 1, "4111 1111 1111 1111")], Step(StepKind.EDIT))
    assert [problem.code for problem in table.row_problems(0)] == [CARD]


@pytest.mark.parametrize("field", [Field.PHONE_NUMBER, None])
def test_that_the_phone_column_and_columns_that_are_not_sent_are_not_searched(
    make_table: MakeTable, field: Field | None
) -> None:
    mapping = (None, Field.PHONE_NUMBER) if field else (Field.PHONE_NUMBER, None)
    table = make_table([("+919876543210", "4111111111111111")], header=["a", "b"], mapping=mapping)
    assert table.rows_with(CARD) == []


def test_that_a_cell_can_hold_two_kinds(make_table: MakeTable) -> None:
    table = a_table(make_table, "ABCPE1234F 4111 1111 1111 1111")
    assert {problem.code for problem in table.row_problems(0)} == {PAN, CARD}
