from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exogui.gui.widgets.empty_view import EmptyView
from exogui.gui.widgets.recent_card import RecentCard, RecentFile, RecentState
from tests.gui.conftest import Show

RECENTS = [
    RecentFile(Path("/lists/leads.xlsx"), "Today 10:42 · 1,229 sent", RecentState.UPLOADED),
    RecentFile(Path("/lists/renewals.csv"), "Yesterday · 8,410 sent"),
    RecentFile(Path("/lists/diwali.csv"), "Exotel is still processing", RecentState.PROCESSING),
    RecentFile(Path("/lists/old.csv"), "Last week"),
]


@pytest.fixture
def view(show: Show) -> EmptyView:
    made = EmptyView()
    show(made, width=1000)
    return made


def cards(view: EmptyView) -> list[RecentCard]:
    """Those that can be seen, from the left."""
    return sorted((card for card in view.findChildren(RecentCard) if card.isVisible()), key=QWidget.x)


def test_that_there_is_no_heading_over_nothing(view: EmptyView) -> None:
    recents = view.findChild(QWidget, "recents")
    assert isinstance(recents, QWidget)

    assert not recents.isVisible()
    view.set_recents(RECENTS)
    assert recents.isVisible()
    view.set_recents([])
    assert not recents.isVisible()


def test_that_a_recent_file_is_opened_by_its_card(view: EmptyView, qtbot: QtBot) -> None:
    view.set_recents(RECENTS)

    with qtbot.waitSignal(view.recent_chosen) as chosen:
        qtbot.mouseClick(cards(view)[1], Qt.MouseButton.LeftButton)

    assert chosen.args == [Path("/lists/renewals.csv")]


def test_that_a_recent_file_is_opened_by_key(view: EmptyView, qtbot: QtBot) -> None:
    view.set_recents(RECENTS)
    cards(view)[0].setFocus()

    with qtbot.waitSignal(view.recent_chosen) as chosen:
        qtbot.keyClick(cards(view)[0], Qt.Key.Key_Return)

    assert chosen.args == [Path("/lists/leads.xlsx")]


@pytest.mark.parametrize(("width", "count"), [(1000, 3), (1300, 4), (650, 2)])
def test_that_as_many_cards_are_shown_as_there_is_room_for(
    view: EmptyView, qtbot: QtBot, width: int, count: int
) -> None:
    view.set_recents(RECENTS)

    view.window().resize(width, 700)

    qtbot.waitUntil(lambda: len(cards(view)) == count)
    assert [card.text() for card in cards(view)] == [recent.path.name for recent in RECENTS[:count]]


def test_that_new_cards_take_the_place_of_the_old(view: EmptyView, qtbot: QtBot) -> None:
    view.set_recents(RECENTS)

    view.set_recents(RECENTS[:1])

    qtbot.waitUntil(lambda: len(view.findChildren(RecentCard)) == 1)
    assert [card.text() for card in cards(view)] == ["leads.xlsx"]


def test_that_a_card_tells_a_screen_reader_what_became_of_the_file(view: EmptyView) -> None:
    view.set_recents(RECENTS)

    card = cards(view)[0]

    assert card.accessibleName() == "leads.xlsx"
    assert "1,229 sent" in card.accessibleDescription()


def test_that_a_cards_picture_shows_its_state(view: EmptyView) -> None:
    path = Path("/lists/leads.xlsx")
    pictures = []
    for state in RecentState:
        view.set_recents([RecentFile(path, "Today", state)])
        pictures.append(cards(view)[0].grab().toImage())

    assert all(one != other for one, other in combinations(pictures, 2))


def test_that_what_the_area_reports_reaches_the_view(view: EmptyView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.choose_requested):
        qtbot.mouseClick(view.drop_area.choose_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.sample_requested):
        qtbot.mouseClick(view.drop_area.sample_button, Qt.MouseButton.LeftButton)


def test_that_the_keyboard_goes_to_what_most_people_do_first(view: EmptyView, qtbot: QtBot) -> None:
    view.setFocus()

    with qtbot.waitSignal(view.choose_requested):
        qtbot.keyClick(view.drop_area.choose_button, Qt.Key.Key_Space)
    assert view.drop_area.choose_button.hasFocus()
