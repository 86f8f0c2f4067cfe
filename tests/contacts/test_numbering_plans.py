"""The compiled plans say what the library says; E.164 is taken to the letter."""

from __future__ import annotations

import re
from typing import Any

import phonenumbers
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from phonenumbers.phonemetadata import PhoneMetadata, PhoneNumberDesc

from exogui.contacts.judging.numbering_plans import (
    matcher_by_prefix,
    plan_of,
    plan_of_calling_code,
    plan_pattern,
)
from exogui.contacts.judging.phone_numbers import is_e164

KINDS = [
    phonenumbers.PhoneNumberType.FIXED_LINE,
    phonenumbers.PhoneNumberType.MOBILE,
    phonenumbers.PhoneNumberType.TOLL_FREE,
    phonenumbers.PhoneNumberType.PREMIUM_RATE,
    phonenumbers.PhoneNumberType.SHARED_COST,
    phonenumbers.PhoneNumberType.VOIP,
    phonenumbers.PhoneNumberType.PERSONAL_NUMBER,
    phonenumbers.PhoneNumberType.PAGER,
    phonenumbers.PhoneNumberType.UAN,
    phonenumbers.PhoneNumberType.VOICEMAIL,
]


def _examples() -> list[str]:
    """One real number of each kind of each country, and of the services that belong to none."""
    examples = [
        phonenumbers.example_number_for_type(region, kind)
        for region in sorted(phonenumbers.SUPPORTED_REGIONS)
        for kind in KINDS
    ]
    examples += [
        phonenumbers.example_number_for_non_geo_entity(code)
        for code in sorted(phonenumbers.COUNTRY_CODES_FOR_NON_GEO_REGIONS)
    ]
    return [phonenumbers.format_number(number, 0) for number in examples if number is not None]


EXAMPLES = _examples()


def library_says(number: str) -> bool | None:
    """Whether the number is premium; None when the library finds it invalid or would write it otherwise."""
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed) or phonenumbers.format_number(parsed, 0) != number:
        return None
    return phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.PREMIUM_RATE


def plans_say(number: str) -> bool | None:
    match = matcher_by_prefix[number[:4]](number)
    return None if match is None else match.lastindex is not None


def test_that_every_kind_of_number_of_every_country_gets_the_library_s_verdict() -> None:
    assert len(EXAMPLES) > 1000
    letter_perfect = [number for number in EXAMPLES if is_e164(number)]
    assert [number for number in letter_perfect if plans_say(number) != library_says(number)] == []


@st.composite
def near_numbers(draw: st.DrawFn) -> str:
    """A real number with some digits changed, added or taken away."""
    digits = list(draw(st.sampled_from(EXAMPLES))[1:])
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(digits) - 1))
        digit = draw(st.sampled_from("0123456789"))
        change = draw(st.sampled_from(["put", "put", "insert", "remove"]))
        if change == "put":
            digits[place] = digit
        elif change == "insert":
            digits.insert(place, digit)
        elif len(digits) > 1:
            del digits[place]
    return "+" + "".join(digits)


@settings(max_examples=1_500)
@given(near_numbers())
@example("+4402079460958")
@example("+910987654321")
@example("+78005551234")
@example("+5491123456789")
@example("+390612345678")
def test_that_the_plans_never_disagree_with_the_library(number: str) -> None:
    wanted = library_says(number) if is_e164(number) else None
    assert plans_say(number) == wanted


@given(st.text(max_size=20) | st.from_regex(r"\A\+\d{1,20}\s?\Z"))
@example("+９１９８７６５４３２１０")
@example("+919876543210\n")
@example("tel:+919876543210")
@example("")
def test_that_what_is_not_e164_to_the_letter_is_in_no_plan(text: str) -> None:
    if not is_e164(text):
        assert plans_say(text) is None


def made_up_region(name: str, leading_digits: str | None, **kinds: str) -> PhoneMetadata:
    everything = PhoneNumberDesc(national_number_pattern=r"\d{9}", possible_length=(9,))
    descs: dict[str, Any] = {
        kind: PhoneNumberDesc(national_number_pattern=pattern, possible_length=(9,))
        for kind, pattern in kinds.items()
    }
    return PhoneMetadata(
        id=name, general_desc=everything, leading_digits=leading_digits, register=False, **descs
    )


def test_that_a_region_with_leading_digits_decides_about_all_numbers_that_begin_with_them() -> None:
    first = made_up_region("AA", "5", mobile=r"[57][0-4]\d{7}")
    second = made_up_region("BB", None, mobile=r"[59]\d{8}")
    match = re.compile(plan_pattern("999", [first, second])).fullmatch
    assert match("+999501234567")
    assert not match("+999591234567"), "BB must not be asked"
    assert not match("+999701234567"), "AA has only what begins with 5"
    assert match("+999912345678")


def test_that_a_number_that_may_be_premium_is_premium_in_its_region() -> None:
    first = made_up_region("AA", None, mobile=r"5\d{8}")
    second = made_up_region("BB", None, mobile=r"[59]\d{8}", premium_rate=r"\d00\d{6}")
    match = re.compile(plan_pattern("999", [first, second])).fullmatch
    kinds = [match(number) for number in ("+999500123456", "+999900123456", "+999912345678")]
    assert [kind is not None and kind.lastindex is not None for kind in kinds] == [False, True, False]


@pytest.mark.parametrize(
    ("number", "calling_code"),
    [("+919876543210", "91"), ("+14155552671", "1"), ("+6591234567", "65"), ("+35312345678", "353")],
)
def test_that_a_number_belongs_to_the_plan_of_its_calling_code(number: str, calling_code: str) -> None:
    plan = plan_of(number)
    assert plan is not None
    assert plan.calling_code == calling_code


@pytest.mark.parametrize("number", ["+999123456789", "+0123456789", "+", ""])
def test_that_a_calling_code_of_nobody_has_no_plan(number: str) -> None:
    assert plan_of(number) is None


@pytest.mark.parametrize("calling_code", ["", "0", "091", "９१", "9999", "x"])
def test_that_what_is_no_calling_code_has_no_plan(calling_code: str) -> None:
    assert plan_of_calling_code(calling_code) is None
