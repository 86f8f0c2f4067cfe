from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from exogui.contacts.problems import ProblemCode
from exogui.gui.models.problem_card_data import ColumnChoice, CountryChoice, ProblemCardData
from exogui.gui.widgets.problem_card import ProblemCard
from exogui.gui.widgets.problems_panel import ProblemsPanel

Left = Qt.MouseButton.LeftButton
COUNTRIES = (
    CountryChoice("AT", "Austria (+43)"),
    CountryChoice("AU", "Australia (+61)"),
    CountryChoice("IN", "India (+91)", likely=True),
    CountryChoice("SG", "Singapore (+65)", likely=True),
)
NO_CODE = ProblemCardData(
    ProblemCode.NO_COUNTRY_CODE,
    "11 phone numbers have no country code",
    before="9876543211",
    after="+919876543211",
    repair="Add +91 to 11",
    countries=COUNTRIES,
    country="IN",
)
LOST = ProblemCardData(ProblemCode.LOST_DIGITS, "2 phone numbers lost digits", help="Export again.")
SPACES = ProblemCardData(ProblemCode.WHITESPACE, "8 cells hold stray spaces", " a", "a", "Tidy 8 cells")


@pytest.fixture
def panel(show: Callable[[QWidget], None]) -> ProblemsPanel:
    made = ProblemsPanel()
    made.resize(328, 700)
    made.set_groups([NO_CODE, LOST, SPACES])
    show(made)
    return made


def child(owner: QWidget, name: str) -> QWidget:
    found = owner.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def button(owner: QWidget, name: str) -> QPushButton:
    found = child(owner, name)
    assert isinstance(found, QPushButton)
    return found


def country_menu(card: ProblemCard) -> QMenu:
    menu = card.findChild(QMenu, "country_menu")
    assert isinstance(menu, QMenu)
    return menu


def test_that_there_is_a_card_for_each_problem_in_the_order_given(panel: ProblemsPanel) -> None:
    assert [card.title for card in panel.cards] == [NO_CODE.title, LOST.title, SPACES.title]
    tops = [card.y() for card in panel.cards]
    assert tops == sorted(tops)
    assert not child(panel, "no_problems").isVisible()


def test_that_a_card_says_how_bad_it_is_without_colour(panel: ProblemsPanel) -> None:
    assert panel.card(LOST.code).accessibleName() == f"Must fix: {LOST.title}"
    assert panel.card(SPACES.code).accessibleName() == f"Worth a look: {SPACES.title}"


def test_that_the_repair_is_shown_by_an_example(panel: ProblemsPanel) -> None:
    card = panel.card(NO_CODE.code)

    example = child(card, "problem_no_country_code_example")
    assert example.isVisible()
    assert example.accessibleName() == "Example: 9876543211 becomes +919876543211"
    assert card.repair_button.text() == "Add +91 to 11"


def test_that_a_problem_without_repair_says_what_to_do(panel: ProblemsPanel) -> None:
    card = panel.card(LOST.code)

    assert not card.repair_button.isVisible()
    assert not child(card, "problem_lost_digits_example").isVisible()
    assert child(card, "problem_lost_digits_help").isVisible()


def test_that_a_click_asks_for_the_repair_with_its_country(panel: ProblemsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.repair_requested) as asked:
        qtbot.mouseClick(panel.card(NO_CODE.code).repair_button, Left)
    assert asked.args == [ProblemCode.NO_COUNTRY_CODE, "IN"]

    with qtbot.waitSignal(panel.repair_requested) as asked:
        qtbot.mouseClick(panel.card(SPACES.code).repair_button, Left)
    assert asked.args == [ProblemCode.WHITESPACE, None]


def test_that_another_country_can_be_chosen(panel: ProblemsPanel, qtbot: QtBot) -> None:
    card = panel.card(NO_CODE.code)
    qtbot.mouseClick(card.country_button, Left)
    menu = country_menu(card)
    at_hand = [action.text() for action in menu.actions() if action.objectName()]
    assert at_hand == ["India (+91)", "Singapore (+65)"]
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["India (+91)"]

    with qtbot.waitSignal(panel.country_changed) as changed:
        menu.actions()[1].trigger()

    assert changed.args == ["SG"]


def test_that_every_other_country_stands_under_its_letter(panel: ProblemsPanel, qtbot: QtBot) -> None:
    card = panel.card(NO_CODE.code)
    qtbot.mouseClick(card.country_button, Left)

    letters = [action for action in country_menu(card).actions() if action.menu()]
    assert [action.text() for action in letters] == ["A"]
    menu = letters[0].menu()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Australia (+61)", "Austria (+43)"]
    with qtbot.waitSignal(panel.country_changed) as changed:
        menu.actions()[1].trigger()
    assert changed.args == ["AT"]


def test_that_no_repair_is_asked_for_before_a_country_is_chosen(panel: ProblemsPanel, qtbot: QtBot) -> None:
    panel.set_groups([replace(NO_CODE, country=None, repair="", before="", after="")])
    card = panel.card(NO_CODE.code)
    assert card.repair_button.text() == "Choose a country…"
    assert not card.country_button.isVisible()

    with qtbot.assertNotEmitted(panel.repair_requested):
        qtbot.mouseClick(card.repair_button, Left)

    assert country_menu(card).isVisible()


def test_that_show_marks_its_card_alone_and_a_second_click_shows_all(
    panel: ProblemsPanel, qtbot: QtBot
) -> None:
    first, second = panel.card(NO_CODE.code), panel.card(LOST.code)
    qtbot.mouseClick(first.show_button, Left)

    with qtbot.waitSignal(panel.show_requested) as asked:
        qtbot.mouseClick(second.show_button, Left)
    assert asked.args == [ProblemCode.LOST_DIGITS]
    assert [first.show_button.text(), second.show_button.text()] == ["Show", "Showing"]

    with qtbot.waitSignal(panel.show_requested) as asked:
        qtbot.mouseClick(second.show_button, Left)
    assert asked.args == [None]
    assert second.show_button.text() == "Show"


def test_that_cards_are_brought_up_to_date_in_place_and_keep_the_focus(panel: ProblemsPanel) -> None:
    card = panel.card(SPACES.code)
    card.repair_button.setFocus()

    panel.set_groups([replace(SPACES, title="7 cells hold stray spaces", repair="Tidy 7 cells"), LOST])

    assert panel.card(SPACES.code) is card
    assert card.title == "7 cells hold stray spaces"
    assert card.repair_button.text() == "Tidy 7 cells"
    assert card.repair_button.hasFocus()
    assert [shown.code for shown in panel.cards] == [SPACES.code, LOST.code]


def test_that_the_focus_goes_to_the_next_card_when_its_card_goes(panel: ProblemsPanel) -> None:
    panel.card(NO_CODE.code).repair_button.setFocus()
    panel.set_groups([LOST, SPACES])
    assert panel.card(LOST.code).show_button.hasFocus()

    panel.set_groups([NO_CODE, LOST, SPACES])
    panel.card(SPACES.code).repair_button.setFocus()
    panel.set_groups([NO_CODE, LOST])
    assert panel.card(LOST.code).show_button.hasFocus()


def test_that_the_focus_is_left_alone_elsewhere(panel: ProblemsPanel) -> None:
    panel.card(SPACES.code).show_button.setFocus()

    panel.set_groups([SPACES])

    assert panel.card(SPACES.code).show_button.hasFocus()


def test_that_a_calm_card_is_all_there_is_when_nothing_is_left(panel: ProblemsPanel, qtbot: QtBot) -> None:
    panel.set_groups([])

    assert panel.cards == ()
    calm = child(panel, "no_problems")
    assert calm.isVisible()
    assert calm.accessibleName() == "Every row is ready"


def test_that_a_new_card_of_the_shown_problem_says_so(panel: ProblemsPanel) -> None:
    panel.set_groups([])
    panel.set_shown(ProblemCode.LOST_DIGITS)

    panel.set_groups([LOST])

    assert panel.card(LOST.code).show_button.isChecked()


CHOICES = [
    ColumnChoice(4, "W & co", "+919876543210"),
    ColumnChoice(1, "Home", ""),
    ColumnChoice(2, "ID", "12345678"),
    ColumnChoice(3, "Remarks", "x"),
]


def test_that_a_list_without_phone_column_gets_a_question(panel: ProblemsPanel, qtbot: QtBot) -> None:
    panel.ask_for_phone_column(CHOICES)

    assert panel.cards == ()
    assert not child(panel, "no_problems").isVisible()
    assert child(panel, "phone_column_card").isVisible()
    likely = button(panel, "phone_column_4")
    assert likely.text() == "W && co: +919876543210"
    with qtbot.waitSignal(panel.phone_column_chosen) as chosen:
        qtbot.mouseClick(likely, Left)
    assert chosen.args == [4]


def test_that_columns_beyond_the_likely_ones_stand_in_a_menu(
    panel: ProblemsPanel, qtbot: QtBot, qapp: QApplication
) -> None:
    panel.ask_for_phone_column(CHOICES)

    qtbot.mouseClick(button(panel, "phone_column_other"), Left)
    menu = panel.findChild(QMenu, "phone_column_menu")
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(panel.phone_column_chosen) as chosen:
        menu.actions()[0].trigger()

    assert chosen.args == [3]


def test_that_the_question_goes_when_it_is_answered(panel: ProblemsPanel) -> None:
    panel.ask_for_phone_column(CHOICES)

    panel.set_groups([LOST])

    assert not child(panel, "phone_column_card").isVisible()


def test_that_asking_again_leaves_no_old_buttons(panel: ProblemsPanel) -> None:
    panel.ask_for_phone_column(CHOICES)

    panel.ask_for_phone_column([ColumnChoice(7, "Tel", "1")])

    shown = [one.objectName() for one in panel.findChildren(QPushButton) if one.isVisible()]
    assert shown == ["phone_column_7"]


def test_that_where_only_notes_are_left_the_calm_card_stands_above_them(
    panel: ProblemsPanel, qtbot: QtBot
) -> None:
    capitals = ProblemCardData(ProblemCode.EMAIL_CASE, "2 addresses have capitals", repair="Write 2 small")
    panel.set_groups([capitals])
    calm, card = child(panel, "no_problems"), panel.card(ProblemCode.EMAIL_CASE)
    qtbot.waitUntil(lambda: calm.isVisible() and card.y() > calm.y())
    assert card.accessibleName() == "Good to know: 2 addresses have capitals"
    panel.set_groups([LOST, capitals])
    assert not calm.isVisible()
