"""What is said of a phone cell, for numbers of the countries that lists come from."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exogui.contacts.judging.numbering_plans import matcher_by_prefix
from exogui.contacts.judging.phone_numbers import (
    PhoneVerdict,
    is_e164,
    judge_closely,
    judge_phone_number,
    judge_plain_digits,
    national_digits,
    without_separators,
)
from exogui.contacts.problems import ProblemCode

INDIA, SINGAPORE, INDONESIA = "+919876543210", "+6591234567", "+6281234567890"
BRITAIN, AMERICA = "+442079460958", "+14155552671"


@pytest.mark.parametrize("number", [INDIA, SINGAPORE, INDONESIA, BRITAIN, AMERICA, "+911123456789"])
def test_that_a_real_number_is_fit_to_send(number: str) -> None:
    assert judge_phone_number(number) is None


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [
        ("+91 98765 43210", INDIA),
        ("+91-98765-43210", INDIA),
        ("(+91) 98765 43210", INDIA),
        ("+91.98765.43210", INDIA),
        ("+91/9876543210", INDIA),
        ("+91\t9876543210\n", INDIA),
        (" +919876543210", INDIA),
        ("+919876543210\u00a0", INDIA),
        ("+91\u00a098765\u202f43210", INDIA),
        ("\u202a+919876543210\u202c", INDIA),
        ("\u200e+919876543210", INDIA),
        ("+91\u200b9876543210", INDIA),
        ("\ufeff+919876543210", INDIA),
        ("+91\u201398765\u201143210", INDIA),
        ("+९१९८७६५४३२१०", INDIA),
        ("+٩١٩٨٧٦٥٤٣٢١٠", INDIA),
        ("＋９１９８７６５４３２１０", INDIA),
        ("00919876543210", INDIA),
        ("0091 98765-43210", INDIA),
        ("tel:+91-98765-43210", INDIA),
        ("TEL:+919876543210", INDIA),
        ("'+919876543210", INDIA),
        ('="+919876543210"', INDIA),
        ("=+919876543210", INDIA),
        ("+919876543210.0", INDIA),
        ("+91 (0) 98765 43210", INDIA),
        ("+9109876543210", INDIA),
        ("+65 9123 4567", SINGAPORE),
        ("0065-9123-4567", SINGAPORE),
        ("+62 812-3456-7890", INDONESIA),
        ("+62 0812 3456 7890", INDONESIA),
        ("+6281234567890.0", INDONESIA),
        ("+44 (0)20 7946 0958", BRITAIN),
        ("+4402079460958", BRITAIN),
        ("+1 (415) 555-2671", AMERICA),
        ("+1 1 415 555 2671", AMERICA),
        ("+91 91 98765 43210", INDIA),
        ("+91919876543210", INDIA),
        ("+91 91 0 98765 43210", INDIA),
        ("+91 0 91 98765 43210", INDIA),
        ("+91+919876543210", INDIA),
        ("+91 +91 98765 43210", INDIA),
        ("(+91) +91-98765-43210", INDIA),
        ("+91 0091 98765 43210", INDIA),
        ("+00919876543210", INDIA),
        ("+00 91 98765 43210", INDIA),
        ("+62 62 812 3456 7890", INDONESIA),
        ("+6262812345678901", "+62812345678901"),
        ("+65 65 9123 4567", SINGAPORE),
        ("+44 44 0 20 7946 0958", BRITAIN),
    ],
)
def test_that_another_way_of_writing_a_real_number_is_offered_right(value: str, suggestion: str) -> None:
    wanted = PhoneVerdict(ProblemCode.PHONE_FORMAT, suggestion=suggestion, number=suggestion)
    assert judge_phone_number(value) == wanted


@pytest.mark.parametrize(
    ("value", "code", "detail"),
    [
        ("", ProblemCode.MISSING_PHONE, ""),
        ("  \u00a0", ProblemCode.MISSING_PHONE, ""),
        ("\u200b", ProblemCode.MISSING_PHONE, ""),
        ('=""', ProblemCode.MISSING_PHONE, ""),
        ("N/A", ProblemCode.NOT_A_NUMBER, ""),
        ("same as above", ProblemCode.NOT_A_NUMBER, ""),
        ("-", ProblemCode.NOT_A_NUMBER, ""),
        ("+", ProblemCode.NOT_A_NUMBER, ""),
        ("00", ProblemCode.NOT_A_NUMBER, ""),
        ("0000000000", ProblemCode.NOT_A_NUMBER, ""),
        ("1234", ProblemCode.NOT_A_NUMBER, ""),
        ("12345678901234567", ProblemCode.NOT_A_NUMBER, ""),
        ("1800-FLOWERS", ProblemCode.NOT_A_NUMBER, ""),
        ("#REF!", ProblemCode.NOT_A_NUMBER, ""),
        ("asha@x.in", ProblemCode.NOT_A_NUMBER, ""),
        ("+91 98765 4321O", ProblemCode.NOT_A_NUMBER, ""),
        ("9.19877E+11", ProblemCode.LOST_DIGITS, ""),
        ("9,19877E+11", ProblemCode.LOST_DIGITS, ""),
        ("9.19877e11", ProblemCode.LOST_DIGITS, ""),
        ("+9.19877E+11 ", ProblemCode.LOST_DIGITS, ""),
        ("9E+11", ProblemCode.LOST_DIGITS, ""),
        ("'9.19877E+11", ProblemCode.LOST_DIGITS, ""),
        ("9876543210", ProblemCode.NO_COUNTRY_CODE, ""),
        ("919876543210", ProblemCode.NO_COUNTRY_CODE, ""),
        ("09876543210", ProblemCode.NO_COUNTRY_CODE, ""),
        ("98765 43210", ProblemCode.NO_COUNTRY_CODE, ""),
        ("(098765) 43210", ProblemCode.NO_COUNTRY_CODE, ""),
        ("९८७६५४३२१०", ProblemCode.NO_COUNTRY_CODE, ""),
        ("919876543210.0", ProblemCode.NO_COUNTRY_CODE, ""),
        ("011 91 98765 43210", ProblemCode.NO_COUNTRY_CODE, ""),
        ("+91987654321", ProblemCode.PHONE_LENGTH, "+91"),
        ("+9198765432101", ProblemCode.PHONE_LENGTH, "+91"),
        ("+91 98765 4321", ProblemCode.PHONE_LENGTH, "+91"),
        ("+91987", ProblemCode.PHONE_LENGTH, "+91"),
        ("+65912345678", ProblemCode.PHONE_LENGTH, "+65"),
        ("+1415555267", ProblemCode.PHONE_LENGTH, "+1"),
        ("+919876543210123456", ProblemCode.PHONE_LENGTH, "+91"),
        ("+999123456789", ProblemCode.UNKNOWN_COUNTRY, "+999"),
        ("+999 123 456 789", ProblemCode.UNKNOWN_COUNTRY, "+999"),
        ("+09876543210", ProblemCode.UNKNOWN_COUNTRY, "+0"),
        ("000919876543210", ProblemCode.UNKNOWN_COUNTRY, "+0"),
        ("+910987654321", ProblemCode.NOT_IN_PLAN, "+91"),
        ("+6571234567", ProblemCode.NOT_IN_PLAN, "+65"),
        ("+14155550", ProblemCode.PHONE_LENGTH, "+1"),
        ("+19005551234", ProblemCode.PREMIUM_NUMBER, ""),
        ("+449012345678", ProblemCode.PREMIUM_NUMBER, ""),
        ("+91\x009876543210", ProblemCode.CONTROL_CHARACTERS, ""),
        ("98765 43210, 98765 43211", ProblemCode.PHONE_FORMAT, ""),
        ("9876543210/9876543211", ProblemCode.PHONE_FORMAT, ""),
        ("+919876543210; +919876543211", ProblemCode.PHONE_FORMAT, ""),
        ("+919876543210 or 9876543211", ProblemCode.PHONE_FORMAT, ""),
        ("+919876543210 +919876543211", ProblemCode.PHONE_FORMAT, ""),
        ("+628123/4567890", ProblemCode.PHONE_FORMAT, ""),
        ("++919876543210", ProblemCode.PHONE_FORMAT, ""),
        ("+44 20 7946 0958 ext 12", ProblemCode.PHONE_FORMAT, ""),
        ("+919876543210x5", ProblemCode.PHONE_FORMAT, ""),
        ("+91 0987654321", ProblemCode.PHONE_FORMAT, ""),
        ("+91 91 0000000000", ProblemCode.PHONE_LENGTH, "+91"),
        ("+91+6591234567", ProblemCode.PHONE_FORMAT, ""),
        ("9.19877E-11", ProblemCode.NOT_A_NUMBER, ""),
        ("*919876543210", ProblemCode.PHONE_FORMAT, ""),
        ("+91987654321²", ProblemCode.PHONE_FORMAT, ""),
    ],
)
def test_that_what_cannot_be_read_for_certain_is_named_and_not_repaired(
    value: str, code: ProblemCode, detail: str
) -> None:
    verdict = judge_phone_number(value)
    assert verdict is not None
    assert (verdict.code, verdict.detail, verdict.suggestion) == (code, detail, None)


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        ("9876543210", "9876543210"),
        ("98765-43210", "9876543210"),
        ("९८७६५४३२१०", "9876543210"),
        ("919876543210.0", "919876543210"),
        ("+919876543210", None),
        ("9.19877E+11", None),
        ("N/A", None),
        ("", None),
    ],
)
def test_that_only_a_number_without_country_code_has_national_digits(value: str, digits: str | None) -> None:
    assert national_digits(value) == digits


PHONE_LIKE = st.text(
    st.sampled_from("0123456789+-() ./,;eExt'=\"\n\t\u00a0\u200b\u202a\u202c०९٣９＋–²"), max_size=24
)


@given(PHONE_LIKE | st.text(max_size=12))
@example("00")
@example("'")
@example("+9.1E")
def test_that_a_suggestion_is_a_real_number_with_digits_of_the_cell_in_their_order(value: str) -> None:
    verdict = judge_phone_number(value)
    if verdict is None:
        assert is_e164(value)
    elif verdict.suggestion is not None:
        assert is_e164(verdict.suggestion)
        assert matcher_by_prefix[verdict.suggestion[:4]](verdict.suggestion) is not None
        typed = "".join(str(int(character)) for character in value if character.isdecimal())
        suggested = iter(verdict.suggestion[1:])
        wanted = next(suggested, None)
        for digit in typed:
            if digit == wanted:
                wanted = next(suggested, None)
        assert wanted is None, "a digit was invented"


@given(PHONE_LIKE)
def test_that_a_cell_is_judged_the_same_however_often_it_is_asked(value: str) -> None:
    assert judge_phone_number(value) == judge_phone_number(value)
    verdict = judge_phone_number(value)
    lacks_code = verdict is not None and verdict.code is ProblemCode.NO_COUNTRY_CODE
    assert (national_digits(value) is not None) == lacks_code


@given(PHONE_LIKE | st.text("+0123456789", max_size=22))
@example("00919876543210")
@example("+9198765432101234567")
@example("+0091")
@example("(0) 123")
@example("9.19877E+11")
def test_that_the_quick_ways_say_what_the_closer_look_would(value: str) -> None:
    verdict = judge_plain_digits(value, without_separators(value))
    if verdict is not None and not is_e164(value):
        assert verdict == judge_closely(value)


def test_that_a_number_that_begins_like_its_country_code_keeps_its_digits() -> None:
    assert judge_phone_number("+919187654321") is None


def test_that_a_doubled_code_with_two_readings_is_left_to_a_person() -> None:
    emden, duesseldorf = "+4949211234567", "+49211234567"
    assert judge_phone_number(emden) is None
    assert judge_phone_number(duesseldorf) is None
    verdict = judge_phone_number("+49 049 211234567")
    assert verdict is not None
    assert verdict.suggestion is None
