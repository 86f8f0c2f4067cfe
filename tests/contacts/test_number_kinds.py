"""Country and kind of a number are those that libphonenumber gives."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import phonenumbers
import pytest
from phonenumbers import PhoneNumberType

from exogui.contacts.judging.number_kinds import Line, NumberKind, line_of
from exogui.contacts.list_summary import ListSummary, summarise

if TYPE_CHECKING:
    from tests.contacts.conftest import MakeTable

KINDS = {
    PhoneNumberType.MOBILE: NumberKind.MOBILE,
    PhoneNumberType.FIXED_LINE: NumberKind.LANDLINE,
    PhoneNumberType.FIXED_LINE_OR_MOBILE: NumberKind.MOBILE_OR_LANDLINE,
    PhoneNumberType.TOLL_FREE: NumberKind.TOLL_FREE,
    PhoneNumberType.PREMIUM_RATE: NumberKind.PREMIUM,
}


def by_the_library(number: str) -> Line:
    parsed = phonenumbers.parse(number)
    country = phonenumbers.region_code_for_number(parsed)
    assert country is not None
    return Line(country, KINDS.get(phonenumbers.number_type(parsed), NumberKind.OTHER))


def numbers_like_those_of(calling_code: int) -> set[str]:
    """The library's examples of every country and kind, and others that differ in a few digits."""
    dice = random.Random(calling_code)
    examples = set()
    for region in phonenumbers.COUNTRY_CODE_TO_REGION_CODE[calling_code]:
        for kind in PhoneNumberType.values():
            example = phonenumbers.example_number_for_type(region, kind) if region != "001" else None
            example = example or phonenumbers.example_number_for_non_geo_entity(calling_code)
            if example is not None:
                examples.add(phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164))
    first = 1 + len(str(calling_code))
    for number in sorted(examples):
        for _ in range(8):
            place = dice.randrange(first, len(number))
            examples.add(f"{number[:place]}{dice.randrange(10)}{number[place + 1 :]}")
    return examples


@pytest.mark.parametrize("calling_code", sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE))
def test_that_country_and_kind_are_those_of_the_library(calling_code: int) -> None:
    known = {number: line for number in numbers_like_those_of(calling_code) if (line := line_of(number))}
    assert known
    assert known == {number: by_the_library(number) for number in known}


@pytest.mark.parametrize(
    "number", ["", "N/A", "9876543210", "+910123456789", "+999123456789", "+91 98765 43210"]
)
def test_that_what_is_no_real_number_has_no_line(number: str) -> None:
    assert line_of(number) is None


# --- of a whole list ------------------------------------------------------------------------------------


def test_that_a_list_is_summed_up_by_what_its_numbers_mean(make_table: MakeTable) -> None:
    numbers = [
        "+919876543210",
        "+91 98765 43211",
        "+912223456789",
        "+911800123456",
        "+6591234567",
        "+14155552671",
        "+19005551234",
        "9876543210",
        "N/A",
        "+91987654321",
    ]
    summary = summarise(make_table([(number,) for number in numbers], header=["phone_number"]))
    assert summary == ListSummary(
        countries=(("IN", 4), ("US", 2), ("SG", 1)),
        kinds={
            NumberKind.MOBILE: 3,
            NumberKind.LANDLINE: 1,
            NumberKind.MOBILE_OR_LANDLINE: 1,
            NumberKind.TOLL_FREE: 1,
            NumberKind.PREMIUM: 1,
        },
        unknown=3,
    )
    assert list(summary.kinds) == [kind for kind in NumberKind if kind in summary.kinds]


def test_that_every_row_is_counted_once_and_progress_reaches_the_end(make_table: MakeTable) -> None:
    table = make_table([(f"+9198765{row:05}",) for row in range(601)], header=["phone_number"])
    seen: list[tuple[int, int]] = []
    summary = summarise(table, lambda done, total: seen.append((done, total)))
    assert summary.countries == (("IN", 601),)
    assert seen[-1] == (601, 601)
    assert len(seen) == 3


def test_that_a_list_without_numbers_has_an_empty_summary(make_table: MakeTable) -> None:
    assert summarise(make_table([])) == ListSummary((), {}, 0)
    assert summarise(make_table([("x",)], header=["Remarks"])) == ListSummary((), {}, 1)
