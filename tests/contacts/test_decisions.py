"""What only a person can say about a number is listed with everything that it can mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exogui.contacts.judging.number_kinds import NumberKind
from exogui.contacts.judging.phone_numbers import judge_phone_number
from exogui.contacts.problems import ProblemCode
from exogui.contacts.progress import Cancelled
from exogui.contacts.repairing.decisions import DECIDABLE, Decision, Reading, list_decisions
from exogui.contacts.repairing.repairs import plan_repair
from exogui.contacts.table import ContactTable

if TYPE_CHECKING:
    from tests.contacts.conftest import MakeTable

INDIA, SINGAPORE = "+919876543210", "+6591234567"
NO_CODE, FORMAT, NOT_A_NUMBER = (
    ProblemCode.NO_COUNTRY_CODE,
    ProblemCode.PHONE_FORMAT,
    ProblemCode.NOT_A_NUMBER,
)


def phones(make_table: MakeTable, *numbers: str) -> ContactTable:
    return make_table([(number,) for number in numbers], header=["phone_number"])


def decided(
    table: ContactTable, code: ProblemCode, country: str | None = "IN"
) -> list[tuple[str, list[str]]]:
    return [
        (decision.value, [reading.number for reading in decision.readings])
        for decision in list_decisions(table, code, country)
    ]


def test_that_a_number_with_two_readings_is_listed_with_both(make_table: MakeTable) -> None:
    [decision] = list_decisions(phones(make_table, "9118001234", INDIA), NO_CODE, "IN")
    assert (decision.row, decision.column, decision.value) == (0, 0, "9118001234")
    assert decision.readings == (
        Reading("+919118001234", "IN", NumberKind.MOBILE),
        Reading("+9118001234", "IN", NumberKind.TOLL_FREE),
    )


def test_that_what_a_repair_does_is_not_asked(make_table: MakeTable) -> None:
    assert list_decisions(phones(make_table, "9876543210", "+91 98765 43210"), NO_CODE, "IN") == ()
    assert list_decisions(phones(make_table, "9876543210", "+91 98765 43210"), FORMAT, "IN") == ()


def test_that_a_number_of_another_country_in_the_list_is_for_a_person_to_confirm(
    make_table: MakeTable,
) -> None:
    table = phones(make_table, "9876543210", INDIA, SINGAPORE)
    assert decided(table, NO_CODE, "SG") == [("9876543210", [INDIA])]
    assert decided(table, NO_CODE, None) == [("9876543210", [INDIA])]


def test_that_nothing_is_offered_where_nothing_is_known(make_table: MakeTable) -> None:
    assert decided(phones(make_table, "9876543210"), NO_CODE, None) == []
    assert decided(phones(make_table, "12345"), NO_CODE, "IN") == []


@pytest.mark.parametrize(
    ("value", "code", "numbers"),
    [
        ("9876543210, 98765 43211", FORMAT, [INDIA, "+919876543211"]),
        ("+919876543210 / 022-23456789", FORMAT, [INDIA, "+912223456789"]),
        ("+919876543210 +919876543211", FORMAT, [INDIA, "+919876543211"]),
        ("9876543210 9876543211", NOT_A_NUMBER, [INDIA, "+919876543211"]),
        ("9876543210 or 9876543210", FORMAT, [INDIA]),
        ("९८७६५४३२१०; ९८७६५४३२११", FORMAT, [INDIA, "+919876543211"]),
        ("+44 20 7946 0958 ext 12", FORMAT, ["+442079460958"]),
        ("Mob: 98765 43210 (WhatsApp)", NOT_A_NUMBER, [INDIA]),
        ("Asha 9876543210", NOT_A_NUMBER, [INDIA]),
        ("*919876543210", FORMAT, [INDIA]),
    ],
)
def test_that_the_numbers_in_a_cell_are_listed(
    make_table: MakeTable, value: str, code: ProblemCode, numbers: list[str]
) -> None:
    assert decided(phones(make_table, value), code) == [(value, numbers)]


@pytest.mark.parametrize("value", ["N/A", "same as above", "12 34", "call after 6"])
def test_that_a_cell_without_a_number_is_not_listed(make_table: MakeTable, value: str) -> None:
    assert decided(phones(make_table, value), NOT_A_NUMBER) == []


def test_that_cells_written_alike_and_read_alike_have_one_pattern(make_table: MakeTable) -> None:
    table = phones(make_table, "9118001234", "9118005678", "091 1800 1234", "6592345678", SINGAPORE)
    patterns = [each.pattern for each in list_decisions(table, NO_CODE, "IN")]
    assert patterns[0] == patterns[1]
    assert patterns[0] not in patterns[2:]


def test_that_a_country_column_takes_the_doubt_away(make_table: MakeTable) -> None:
    rows = [("6592345678", "India"), ("6592345679", "Singapore"), (SINGAPORE, "Singapore")]
    table = make_table(rows, header=["phone_number", "Country"])
    assert list_decisions(table, NO_CODE, "IN") == ()
    plan = plan_repair(table, NO_CODE, country="IN")
    assert [edit.value for edit in plan.edits] == ["+916592345678", "+6592345679"]


@pytest.mark.parametrize("code", sorted(set(ProblemCode) - DECIDABLE))
def test_that_other_problems_have_nothing_to_decide(make_table: MakeTable, code: ProblemCode) -> None:
    assert list_decisions(phones(make_table, "9118001234", "+91987654321", ""), code, "IN") == ()


def test_that_listing_stops_when_the_person_cancels(make_table: MakeTable) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list_decisions(phones(make_table, "9118001234"), NO_CODE, "IN", cancel)


def test_that_an_unknown_country_is_refused(make_table: MakeTable) -> None:
    with pytest.raises(ValueError, match="XX"):
        list_decisions(phones(make_table, "9118001234"), NO_CODE, "XX")


@given(
    st.lists(
        st.text(st.sampled_from("0123456789+-() ./,;xM०९\n"), max_size=26)
        | st.sampled_from([INDIA, SINGAPORE, "9118001234", "9876543210/9876543211"]),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from(sorted(DECIDABLE)),
    st.sampled_from(["IN", "SG", None]),
)
def test_that_every_reading_is_a_real_number_and_no_repair_decides_it(
    make_table: MakeTable, values: list[str], code: ProblemCode, country: str | None
) -> None:
    table = phones(make_table, *values)
    decisions: tuple[Decision, ...] = list_decisions(table, code, country)
    repaired = {edit.row for edit in plan_repair(table, code, country=country).edits}
    assert not repaired & {decision.row for decision in decisions}
    for decision in decisions:
        numbers = [reading.number for reading in decision.readings]
        assert numbers
        assert len(set(numbers)) == len(numbers)
        for number in numbers:
            verdict = judge_phone_number(number)
            assert verdict is None or verdict.code is ProblemCode.PREMIUM_NUMBER
