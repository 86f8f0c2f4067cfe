from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from exogui.gui.widgets.counts_bar import CountPart, CountsBar, part_widths
from exogui.gui.widgets.counts_legend import CountsLegend
from tests.gui.conftest import Show

PARTS = [
    CountPart("added", 1204, "ready"),
    CountPart("already there, skipped", 13, "already_there", Qt.BrushStyle.BDiagPattern),
    CountPart("refused", 12, "must_fix"),
    CountPart("unknown", 0, "worth_look", Qt.BrushStyle.Dense6Pattern),
]


@pytest.fixture
def bar(show: Show) -> CountsBar:
    made = CountsBar()
    show(made, width=1000)
    made.set_parts(PARTS)
    return made


@given(st.lists(st.integers(1, 10**7), min_size=1, max_size=4), st.integers(100, 4000))
def test_that_every_row_counts_in_the_picture(counts: list[int], room: int) -> None:
    widths = part_widths(counts, room)

    assert sum(widths) == pytest.approx(room)
    assert min(widths) > 7.9
    ordered = sorted(range(len(counts)), key=lambda number: counts[number])
    assert [widths[number] for number in ordered] == pytest.approx(sorted(widths))


def test_that_the_parts_fill_the_bar_with_a_gap_between_them(bar: CountsBar) -> None:
    rects = [rect for _, rect in bar.rects()]

    assert len(rects) == 3, "what counts nothing takes no room"
    assert rects[0].left() == 0
    assert rects[-1].right() == pytest.approx(bar.width())
    assert [right.left() - left.right() for left, right in pairwise(rects)] == [2, 2]


def test_that_parts_differ_by_pattern_and_not_by_colour_alone(bar: CountsBar) -> None:
    def shades(number: int) -> int:
        rect = bar.rects()[number][1].toRect().adjusted(3, 8, -3, -8)
        image = bar.grab(rect).toImage()
        return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})

    assert shades(0) == 1
    assert shades(1) > 1


def test_that_a_part_under_the_pointer_says_its_number(bar: CountsBar, qtbot: QtBot) -> None:
    spot = bar.rects()[2][1].center().toPoint()

    QApplication.sendEvent(bar, QHelpEvent(QEvent.Type.ToolTip, spot, bar.mapToGlobal(spot)))

    assert QToolTip.text() == "12 refused"
    QToolTip.hideText()


def test_that_a_screen_reader_hears_all_the_numbers(bar: CountsBar) -> None:
    assert bar.accessibleDescription() == "1,204 added, 13 already there, skipped, 12 refused, 0 unknown"


def test_that_an_empty_bar_can_be_painted(bar: CountsBar) -> None:
    bar.set_parts([])

    assert not bar.grab().isNull()
    assert bar.rects() == []


def test_that_the_legend_shows_every_number_and_the_sum(show: Show) -> None:
    legend = CountsLegend()
    show(legend)

    legend.set_parts(PARTS, sent=1229, note="sent, all accounted for", imbalance="")

    names = [child.accessibleName() for child in legend.findChildren(QWidget) if child.accessibleName()]
    assert sorted(names) == sorted(
        [
            "1,204 added",
            "13 already there, skipped",
            "12 refused",
            "0 unknown",
            "1,229 sent, all accounted for",
        ]
    )


def test_that_the_legend_says_what_does_not_add_up(show: Show) -> None:
    legend = CountsLegend()
    show(legend)

    legend.set_parts(PARTS, sent=1300, note="sent", imbalance="71 rows are not accounted for")

    (name,) = [
        child.accessibleName() for child in legend.findChildren(QWidget) if child.objectName() == "sum_sent"
    ]
    assert name == "1,300 sent · 71 rows are not accounted for"


def test_that_the_legend_can_have_fewer_parts_than_before(show: Show, qtbot: QtBot) -> None:
    legend = CountsLegend()
    show(legend)
    legend.set_parts(PARTS, sent=1229, note="sent, all accounted for", imbalance="")

    legend.set_parts(PARTS[:1], sent=1204, note="sent, all accounted for", imbalance="")

    def count() -> int:
        return sum(bool(child.accessibleName()) for child in legend.findChildren(QWidget))

    qtbot.waitUntil(lambda: count() == 2)
