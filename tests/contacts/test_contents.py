"""Fields proposed for a file without a header."""

from __future__ import annotations

import pytest

from exogui.contacts.contents import propose_by_contents
from exogui.contacts.schema import Field

PHONE, FIRST, EMAIL, COMPANY = Field.PHONE_NUMBER, Field.FIRST_NAME, Field.EMAIL, Field.COMPANY


def proposed(*columns: list[str]) -> tuple[Field | None, ...]:
    rows = list(zip(*columns, strict=True))
    return propose_by_contents(len(columns), rows)


PHONES = [f"98765{n:05}" for n in range(60)]


@pytest.mark.parametrize(
    "names",
    [
        [f"Asha {chr(65 + n % 26)}{chr(97 + n // 26)}" for n in range(60)],
        ["आशा राव", "Ravi Kumar", "Dr. Mei-Ling O'Neill", "José", "கவிதா", "N. Iyer"] * 10,
    ],
    ids=["many", "of all scripts, some twice"],
)
def test_that_a_column_of_names_is_the_first_name(names: list[str]) -> None:
    expected = FIRST if len(set(names)) > 18 else None
    assert proposed(PHONES, names) == (PHONE, expected)
    assert proposed(PHONES[:6], names[:6]) == (PHONE, FIRST)


@pytest.mark.parametrize(
    "cells",
    [
        ["Mumbai", "Pune", "Delhi"] * 20,
        ["vip"] * 60,
        [f"Sector {n}" for n in range(60)],
        [f"AB{n}" for n in range(60)],
        ["Please call him back after six in the evening"] * 30 + [f"note {n}" for n in range(30)],
        [""] * 40 + [f"Asha {chr(65 + n)}" for n in range(20)],
        ["M", "F", "X"] * 20,
        ["https://example.in/a", "https://example.in/b", "x@y"] * 20,
    ],
    ids=["towns", "a tag", "addresses", "codes", "remarks", "mostly empty", "letters", "links"],
)
def test_that_other_text_is_not_taken_for_names(cells: list[str]) -> None:
    assert proposed(PHONES, cells) == (PHONE, None)


def test_that_companies_are_known_by_their_legal_forms_and_are_no_names() -> None:
    companies = ["Acme Ltd", "Tan & Sons Pte", "Sunrise Foods", "Rao Enterprises", "Alpha", "Beta Gamma"] * 10
    names = [f"Asha {chr(65 + n % 26)}{chr(97 + n // 26)}" for n in range(60)]
    assert proposed(companies, names, PHONES) == (COMPANY, FIRST, PHONE)


def test_that_of_several_columns_of_names_only_the_first_is_proposed() -> None:
    first = [f"Asha{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(60)]
    last = [f"Rao{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(60)]
    assert proposed(first, last, PHONES) == (FIRST, None, PHONE)


def test_that_names_without_phone_numbers_are_not_proposed() -> None:
    assert proposed(["Asha", "Ravi"], ["Rao", "Kumar"]) == (None, None)


def test_that_nothing_is_proposed_without_rows() -> None:
    assert propose_by_contents(3, []) == (None, None, None)


def test_that_no_field_is_proposed_twice() -> None:
    emails = [f"n{n}@example.in" for n in range(60)]
    assert proposed(PHONES, PHONES, emails, emails) == (PHONE, None, EMAIL, None)
