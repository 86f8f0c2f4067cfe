from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from exogui.gui.models.list_summary_data import ListSummaryData, Share
from exogui.gui.theme import Scheme, apply_theme, current_tokens
from exogui.gui.widgets.list_summary_card import ListSummaryCard

DATA = ListSummaryData(
    200,
    (Share("India", 150), Share("Singapore", 49), Share("country not certain", 1, rest=True)),
    (Share("mobile", 150), Share("landline", 49), Share("toll-free", 0)),
)


@pytest.fixture
def window(show: Callable[[QWidget], None]) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.addWidget(ListSummaryCard())
    layout.addStretch(1)
    made.resize(320, 400)
    show(made)
    return made


@pytest.fixture
def card(window: QWidget) -> ListSummaryCard:
    found = window.findChild(ListSummaryCard, "list_summary")
    assert isinstance(found, ListSummaryCard)
    found.set_summary(DATA)
    QApplication.processEvents()
    return found


def test_that_each_bar_is_as_long_as_its_share_of_all_rows(card: ListSummaryCard) -> None:
    width = card.countries.width()

    assert [round(bar.width() / width, 2) for bar in card.countries.bars()[:2]] == [0.75, 0.24]


def test_that_the_smallest_share_can_still_be_seen(card: ListSummaryCard) -> None:
    card.set_summary(ListSummaryData(100_000, (Share("India", 99_999), Share("Fiji", 1)), ()))

    assert card.countries.bars()[1].width() >= 3


def test_that_it_says_all_that_it_shows(card: ListSummaryCard) -> None:
    assert card.accessibleDescription() == (
        "India: 150, 75 %, Singapore: 49, 24 %, country not certain: 1, under 1 %. mobile: 150, landline: 49"
    )


def test_that_there_is_no_card_without_anything_to_show(card: ListSummaryCard) -> None:
    card.set_summary(None)
    assert card.isHidden()
    card.set_summary(ListSummaryData(0))
    assert card.isHidden()
    card.set_summary(DATA)
    assert card.isVisible()


def test_that_names_go_to_a_second_line_where_one_has_no_room(card: ListSummaryCard) -> None:
    assert card.kinds.heightForWidth(120) > card.kinds.heightForWidth(400)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_that_bars_are_drawn_in_the_colours_in_force(
    card: ListSummaryCard, qapp: QApplication, scheme: Scheme
) -> None:
    apply_theme(qapp, scheme)
    card.set_summary(ListSummaryData(100, (Share("India", 70), Share("2 others", 30, rest=True))))
    QApplication.processEvents()
    picture = card.countries.grab().toImage()
    bars = card.countries.bars()
    middle = bars[0].center().toPoint() * picture.devicePixelRatio()
    rest = bars[1].center().toPoint() * picture.devicePixelRatio()

    assert picture.pixelColor(middle) == QColor(current_tokens().accent)
    assert picture.pixelColor(rest) == QColor(current_tokens().muted)
