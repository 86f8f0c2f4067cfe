from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exogui.gui.models.listed_choice import ListedChoice
from exogui.gui.widgets.choice_list import ChoiceList

CHOICES = [
    ListedChoice("leads", "Leads", "1,248 rows"),
    ListedChoice("empty", "Empty", "nothing in it", possible=False),
    ListedChoice("notes", "Notes", "12 rows"),
]


@pytest.fixture
def choices(show: Callable[[QWidget], None]) -> ChoiceList:
    made = ChoiceList("sheet", "Sheet")
    made.set_choices(CHOICES, "leads")
    made.resize(300, 220)
    show(made)
    return made


def test_that_a_click_chooses_and_says_so(choices: ChoiceList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choices.value_changed) as changed:
        qtbot.mouseClick(choices.button("notes"), Qt.MouseButton.LeftButton)

    assert changed.args == ["notes"]
    assert choices.value == "notes"


def test_that_the_arrow_keys_move_the_choice_past_what_cannot_be_chosen(
    choices: ChoiceList, qtbot: QtBot
) -> None:
    choices.button("leads").setFocus()
    qtbot.keyClick(choices.button("leads"), Qt.Key.Key_Down)

    assert choices.value == "notes"


def test_that_only_the_choice_that_holds_is_reached_by_tab(choices: ChoiceList) -> None:
    tabbed = [
        choice.value
        for choice in CHOICES
        if choices.button(choice.value).focusPolicy() & Qt.FocusPolicy.TabFocus
    ]

    assert tabbed == ["leads"]


def test_that_being_told_a_choice_says_nothing(choices: ChoiceList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choices.value_changed):
        choices.set_choices(CHOICES, "notes")
        choices.set_choices([*CHOICES, ListedChoice("more", "More")], "more")

    assert choices.value == "more"


def test_that_the_same_choices_with_other_details_keep_the_focus(choices: ChoiceList) -> None:
    choices.button("leads").setFocus()
    choices.set_choices([ListedChoice("leads", "Leads", "7 rows"), *CHOICES[1:]], "leads")

    assert QApplication.focusWidget() is choices.button("leads")
    assert choices.button("leads").accessibleDescription() == "7 rows"


def test_that_each_choice_has_a_name_for_screen_readers(choices: ChoiceList) -> None:
    button = choices.button("empty")

    assert (button.accessibleName(), button.accessibleDescription()) == ("Sheet Empty", "nothing in it")
