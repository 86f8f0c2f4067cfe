"""What a problem's card offers besides its repair: a preview, and choices that only a person can make."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exogui.contacts.problems import ProblemCode
from exogui.gui.models.problem_card_data import CountryChoice, ProblemCardData
from exogui.gui.widgets.problem_card import ProblemCard
from exogui.gui.widgets.problems_panel import ProblemsPanel

Left = Qt.MouseButton.LeftButton
NO_CODE = ProblemCardData(
    ProblemCode.NO_COUNTRY_CODE,
    "41 phone numbers have no country code",
    before="9876543211",
    after="+919876543211",
    repair="Add +91 to 12,345",
    decide="Decide 29…",
    countries=(CountryChoice("IN", "India (+91)", likely=True),),
    country="IN",
)
TWICE = ProblemCardData(ProblemCode.DUPLICATE_PHONE, "2 phone numbers repeat", decide="Sort out 2…")
SPACES = ProblemCardData(ProblemCode.WHITESPACE, "8 cells hold stray spaces", "␣a", "a", "Tidy 8 cells")


@pytest.fixture
def panel(show: Callable[[QWidget], None]) -> ProblemsPanel:
    made = ProblemsPanel()
    made.resize(284, 700)  # as narrow as it gets
    made.set_groups([NO_CODE, TWICE, SPACES])
    show(made)
    return made


def test_that_a_preview_is_asked_for_with_its_country(panel: ProblemsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.preview_requested) as asked:
        qtbot.mouseClick(panel.card(NO_CODE.code).preview_button, Left)
    assert asked.args == [ProblemCode.NO_COUNTRY_CODE, "IN"]

    with qtbot.waitSignal(panel.preview_requested) as asked:
        qtbot.mouseClick(panel.card(SPACES.code).preview_button, Left)
    assert asked.args == [ProblemCode.WHITESPACE, None]


def test_that_choices_are_asked_for(panel: ProblemsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.decide_requested) as asked:
        qtbot.mouseClick(panel.card(TWICE.code).decide_button, Left)
    assert asked.args == [ProblemCode.DUPLICATE_PHONE]


def test_that_only_what_can_be_done_is_offered(panel: ProblemsPanel) -> None:
    def offers(card: ProblemCard) -> tuple[bool, bool, bool]:
        buttons = (card.repair_button, card.preview_button, card.decide_button)
        return (buttons[0].isVisible(), buttons[1].isVisible(), buttons[2].isVisible())

    assert offers(panel.card(NO_CODE.code)) == (True, True, True)
    assert offers(panel.card(TWICE.code)) == (False, False, True)
    assert offers(panel.card(SPACES.code)) == (True, True, False)


def test_that_all_buttons_of_a_narrow_card_can_be_seen(panel: ProblemsPanel) -> None:
    card = panel.card(NO_CODE.code)
    buttons = [card.repair_button, card.country_button, card.decide_button, card.preview_button]
    places = [button.geometry() for button in (*buttons, card.show_button)]

    assert all(card.rect().contains(place) for place in places)
    assert all(a is b or not a.intersects(b) for a in places for b in places)
    assert len({place.y() for place in places}) > 1, "they need more than one line"


def test_that_the_repair_is_still_the_first_to_be_reached(panel: ProblemsPanel, qtbot: QtBot) -> None:
    card = panel.card(NO_CODE.code)
    card.repair_button.setFocus()
    walked = []
    for _ in range(4):
        current = panel.window().focusWidget()
        assert current is not None
        qtbot.keyClick(current, Qt.Key.Key_Tab)
        walked.append(panel.window().focusWidget())

    assert walked == [card.country_button, card.decide_button, card.preview_button, card.show_button]


def test_that_the_summary_stands_below_the_problems(panel: ProblemsPanel) -> None:
    panel.summary.show()
    panel.set_groups([SPACES, TWICE, NO_CODE])
    QApplication.processEvents()

    assert panel.summary.y() > max(card.y() for card in panel.cards)
