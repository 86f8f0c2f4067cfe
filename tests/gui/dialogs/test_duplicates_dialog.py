from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from exogui.contacts.table import ContactTable
from exogui.gui.dialogs.duplicates_dialog import KEEP_ALL, DuplicatesDialog, DuplicateWish, SameNumber
from exogui.gui.models.duplicates_model import DuplicateOutcome
from tests.gui.dialogs.conftest import OpenDialog
from tests.gui.sample_contacts import make_table

Left = Qt.MouseButton.LeftButton
A, B = "+919876543210", "+919876543211"
GROUPS = [SameNumber((0, 2), exact=True), SameNumber((1, 3), exact=False)]


@pytest.fixture
def table() -> ContactTable:
    return make_table(
        [
            (A, "Asha", "asha@example.in", "x"),
            (B, "Ravi", "", ""),
            (A, "Asha", "asha@example.in", "y"),
            (B, "Ravi Kumar", "ravi@example.in", ""),
        ]
    )


@pytest.fixture
def dialog(open_dialog: OpenDialog, table: ContactTable) -> DuplicatesDialog:
    made = DuplicatesDialog()
    made.set_groups(table, GROUPS)
    open_dialog(made)
    return made


def shown(dialog: DuplicatesDialog, column: int) -> list[str]:
    return [dialog.rows_model.look(row, column).text for row in range(dialog.rows_model.rowCount())]


def test_that_copies_go_and_others_stay_unless_the_person_says_otherwise(dialog: DuplicatesDialog) -> None:
    assert dialog.wish == DuplicateWish(exact="first", different=KEEP_ALL, merge=False, kept={})


def test_that_it_asks_at_once_what_the_first_wish_would_do(table: ContactTable, qtbot: QtBot) -> None:
    dialog = DuplicatesDialog()
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.wish_changed) as wished:
        dialog.set_groups(table, GROUPS)
    assert wished.args == [DuplicateWish()]


def test_that_copies_are_told_apart_from_other_details(dialog: DuplicatesDialog, qtbot: QtBot) -> None:
    assert shown(dialog, 1) == ["1", "3"]
    qtbot.mouseClick(dialog.which.segment("different"), Left)
    assert shown(dialog, 1) == ["2", "4"]
    assert dialog.which.segment("exact").text() == "Exact copies: 1"
    assert dialog.which.segment("different").text() == "Same number, other details: 1"


def test_that_which_row_to_keep_and_merging_are_wished(dialog: DuplicatesDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.keep_exact.segment("last"), Left)
    dialog.which.set_value("different")
    qtbot.mouseClick(dialog.keep_different.segment("most_complete"), Left)
    dialog.show_outcome(DuplicateOutcome(frozenset({1})))
    dialog.merge.click()

    assert dialog.wish == DuplicateWish("last", "most_complete", merge=True)


def test_that_what_happens_to_each_row_is_said(dialog: DuplicatesDialog) -> None:
    dialog.which.set_value("different")
    dialog.show_outcome(DuplicateOutcome(frozenset({3}), {(1, 2): "ravi@example.in"}, frozenset({(3, 1)})))

    assert shown(dialog, 0) == ["keep", "take out"]
    assert dialog.rows_model.look(0, 4).text == "ravi@example.in"
    assert dialog.rows_model.spoken(0, 4).endswith("filled in")
    assert dialog.rows_model.spoken(1, 3).endswith("differs, not taken over")
    assert dialog.status == "1 blank cell is filled. 1 detail differs and is not taken over."
    assert dialog.accept_button.text() == "Take out 1 row"


def test_that_nothing_can_be_taken_out_where_all_stay(dialog: DuplicatesDialog) -> None:
    dialog.show_outcome(DuplicateOutcome())

    assert shown(dialog, 0) == ["stays", "stays"]
    assert not dialog.accept_button.isEnabled()


def test_that_a_row_is_kept_by_hand_and_once_more_keeps_all(dialog: DuplicatesDialog, qtbot: QtBot) -> None:
    dialog.show_outcome(DuplicateOutcome(frozenset({2})))
    dialog.table.setCurrentIndex(dialog.rows_model.index(1, 0))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.wish.kept == {0: 2}

    dialog.show_outcome(DuplicateOutcome(frozenset({0})))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.wish.kept == {0: None}


def test_that_a_choice_for_all_takes_back_what_was_chosen_by_hand(
    dialog: DuplicatesDialog, qtbot: QtBot
) -> None:
    for kind in ("exact", "different"):
        dialog.which.set_value(kind)
        dialog.table.cell_chosen.emit(0, 0)
    assert dialog.wish.kept == {0: 0, 1: 1}

    dialog.which.set_value("exact")
    qtbot.mouseClick(dialog.keep_exact.segment("last"), Left)
    assert dialog.wish.kept == {1: 1}, "of the other kind it stays"


def test_that_filling_blank_cells_is_offered_only_where_rows_go(
    dialog: DuplicatesDialog, qtbot: QtBot
) -> None:
    dialog.which.set_value("different")
    dialog.show_outcome(DuplicateOutcome())
    assert not dialog.merge.isEnabled()

    dialog.keep_different.set_value("first")
    dialog.show_outcome(DuplicateOutcome(frozenset({3})))
    assert dialog.merge.isEnabled()


def test_that_a_kind_without_duplicates_cannot_be_shown(table: ContactTable, qtbot: QtBot) -> None:
    dialog = DuplicatesDialog()
    qtbot.addWidget(dialog)
    dialog.set_groups(table, GROUPS[1:])

    assert not dialog.which.segment("exact").isEnabled()
    assert dialog.which.value == "different"
