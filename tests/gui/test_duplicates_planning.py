from __future__ import annotations

import pytest

from exogui.contacts.repairing.duplicates import DuplicateGroup, find_duplicates
from exogui.contacts.table import ContactTable
from exogui.gui.coordinators.duplicates_planning import plan_wish
from exogui.gui.dialogs.duplicates_dialog import KEEP_ALL, KEEP_DISTINCT, DuplicateWish
from tests.gui.sample_contacts import make_table

A, B, C = "+919876543210", "+919876543211", "+919876543212"
ROWS = [
    (A, "Asha", "", "x"),  # 0, and 1 is a copy of it
    (A, "Asha", "", "y"),
    (B, "Ravi", "", ""),  # 2: two others say more
    (B, "Ravi", "ravi@example.in", ""),
    (B, "Ravi Kumar", "", ""),
    (C, "Mei", "", ""),  # 5: the other one is someone else, and 7 says nothing new
    (C, "Tan", "", ""),
    (C, "Mei", "", ""),
]


@pytest.fixture
def table() -> ContactTable:
    return make_table(ROWS)


@pytest.fixture
def groups(table: ContactTable) -> tuple[DuplicateGroup, ...]:
    return find_duplicates(table)


@pytest.mark.parametrize(
    ("wish", "removed"),
    [
        (DuplicateWish(), [1]),
        (DuplicateWish(exact=KEEP_ALL), []),
        (DuplicateWish(exact="last"), [0]),
        (DuplicateWish(exact=KEEP_ALL, different="first"), [3, 4, 6, 7]),
        (DuplicateWish(exact=KEEP_ALL, different="most_complete"), [2, 4, 6, 7]),
        (DuplicateWish(exact=KEEP_ALL, different=KEEP_DISTINCT), [7]),
        (DuplicateWish(exact=KEEP_ALL, kept={1: 4}), [2, 3]),
        (DuplicateWish(different="first", kept={0: None, 2: None}), [3, 4]),
    ],
)
def test_that_a_wish_takes_out_these_rows(
    table: ContactTable, groups: tuple[DuplicateGroup, ...], wish: DuplicateWish, removed: list[int]
) -> None:
    planned = plan_wish(table, groups, wish)

    assert list(planned.plan.removed_rows) == removed
    assert sorted(planned.outcome.removed) == removed
    assert planned.wish is wish


def test_that_details_that_no_row_keeps_are_marked(
    table: ContactTable, groups: tuple[DuplicateGroup, ...]
) -> None:
    wish = DuplicateWish(exact=KEEP_ALL, different="first", kept={2: None})
    assert plan_wish(table, groups, wish).outcome.conflicts == {(3, 2), (4, 1)}


def test_that_merging_takes_over_what_the_kept_row_lacks(
    table: ContactTable, groups: tuple[DuplicateGroup, ...]
) -> None:
    wish = DuplicateWish(exact=KEEP_ALL, different="first", merge=True, kept={2: None})
    outcome = plan_wish(table, groups, wish).outcome

    assert outcome.filled == {(2, 2): "ravi@example.in"}
    assert outcome.conflicts == {(4, 1)}, "what was taken over is not lost"


def test_that_a_row_kept_by_hand_takes_over_too(
    table: ContactTable, groups: tuple[DuplicateGroup, ...]
) -> None:
    wish = DuplicateWish(exact=KEEP_ALL, merge=True, kept={1: 4})
    planned = plan_wish(table, groups, wish)

    assert planned.outcome.filled == {(4, 2): "ravi@example.in"}
    assert planned.outcome.conflicts == {(2, 1), (3, 1)}


def test_that_of_exact_copies_nothing_is_lost_that_is_not_sent() -> None:
    table = make_table(
        [(A, "Asha", "", ""), (A, "Asha", "", "call late"), (B, "Ravi", "", ""), (B, "", "", "x")]
    )
    planned = plan_wish(table, find_duplicates(table), DuplicateWish(different="first"))

    assert planned.plan.removed_rows == (1, 3)
    assert planned.outcome.filled == {(0, 3): "call late"}, "others are merged only where it is wished"
