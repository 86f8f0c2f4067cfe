from __future__ import annotations

import pytest

from exogui.contacts.problems import ProblemCode
from exogui.contacts.steps import Edit, Step, StepKind
from exogui.contacts.table import ContactTable
from exogui.gui.coordinators.problem_cards import ProblemCards
from exogui.gui.models.problem_card_data import ProblemCardData
from tests.gui.sample_contacts import DUPLICATE, NO_COUNTRY, NOT_A_NUMBER, READY, SAMPLE, make_table

SINGAPORE = ("+6581234567", "Mei", "", "")
MANY = 450


def ambiguous(number: int) -> tuple[str, str, str, str]:
    """An Indian landline, or a mobile of Singapore without its plus sign."""
    return (f"658123{number:04}", "Tan", "", "")


def national(number: int) -> tuple[str, str, str, str]:
    return (f"98765{number:05}", " Ravi ", "", "")


def cards_of(cards: ProblemCards) -> dict[ProblemCode, ProblemCardData]:
    return {card.code: card for card in cards.cards()}


def test_that_each_kind_of_problem_has_a_card() -> None:
    cards = cards_of(ProblemCards(make_table(SAMPLE), "IN"))

    assert set(cards) == {
        ProblemCode.NO_COUNTRY_CODE,
        ProblemCode.INVALID_EMAIL,
        ProblemCode.DUPLICATE_PHONE,
        ProblemCode.NOT_A_NUMBER,
    }
    assert cards[ProblemCode.NO_COUNTRY_CODE].repair == "Add +91 to 1"
    assert cards[ProblemCode.DUPLICATE_PHONE].decide == "Sort it out…"
    assert cards[ProblemCode.NOT_A_NUMBER].decide == ""


def test_that_stray_spaces_show() -> None:
    card = cards_of(ProblemCards(make_table([national(1)]), "IN"))[ProblemCode.WHITESPACE]

    assert (card.before, card.after) == ("␣Ravi␣", "Ravi")


def test_that_what_a_repair_leaves_is_counted_for_the_person() -> None:
    table = make_table([READY, SINGAPORE, NO_COUNTRY, *map(ambiguous, range(3))])
    card = cards_of(ProblemCards(table, ""))[ProblemCode.NO_COUNTRY_CODE]

    assert (card.repair, card.decide) == ("Add +91 to 1", "Decide 3…")


def test_that_of_very_many_no_number_is_named_that_was_not_counted() -> None:
    table = make_table([READY, SINGAPORE, *map(ambiguous, range(MANY))])
    card = cards_of(ProblemCards(table, ""))[ProblemCode.NO_COUNTRY_CODE]

    assert (card.repair, card.decide) == ("", "Decide…")


def test_that_cards_follow_when_all_rows_looked_at_were_mended() -> None:
    table = make_table([READY, *map(national, range(MANY))])
    cards = ProblemCards(table, "IN")
    assert cards_of(cards)[ProblemCode.WHITESPACE].repair == f"Tidy {MANY} cells"

    mended = [Edit(row, 1, "Ravi") for row in range(1, 400)]
    table.apply(mended, Step(StepKind.EDIT))

    card = cards_of(cards)[ProblemCode.WHITESPACE]
    assert card.repair == f"Tidy {MANY - 399} cells"
    assert (card.before, card.after) == ("␣Ravi␣", "Ravi")


@pytest.mark.parametrize("row", [0, 2, 4])
def test_that_cards_follow_when_rows_go(row: int) -> None:
    table: ContactTable = make_table([READY, NO_COUNTRY, DUPLICATE, NOT_A_NUMBER, national(1)])
    cards = ProblemCards(table, "IN")
    before = cards_of(cards)
    assert before[ProblemCode.NO_COUNTRY_CODE].repair == "Add +91 to 2"

    table.install(table.judge_without([row]), Step(StepKind.REMOVE_ROWS))

    after = cards_of(cards)
    assert after == cards_of(ProblemCards(table, "IN"))
    assert after != before


def test_that_a_note_has_a_card_with_its_repair_although_every_row_is_ready() -> None:
    rows = [("+919876543210", "Asha", "ASHA@EXAMPLE.IN", "")]
    [card] = ProblemCards(make_table(rows), "").cards()
    assert (card.code, card.before, card.after) == (
        ProblemCode.EMAIL_CASE,
        "ASHA@EXAMPLE.IN",
        "asha@example.in",
    )
    assert card.repair == "Write 1 small"
