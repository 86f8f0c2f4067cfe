from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exogui.contacts.problems import Counts, ProblemCode, RowState
from exogui.gui.widgets.filter_chips import FilterChips

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def chips(show: Callable[[QWidget], None]) -> FilterChips:
    made = FilterChips()
    made.set_counts(Counts(rows=1_248, ready=1_217, warnings=12, errors=19))
    show(made)
    return made


def checked(chips: FilterChips) -> list[RowState | None]:
    return [state for state in (None, *RowState) if chips.chip(state).isChecked()]


def test_that_all_rows_are_shown_at_first(chips: FilterChips) -> None:
    assert checked(chips) == [None]


@pytest.mark.parametrize(
    ("state", "count", "spoken"),
    [
        (None, 1_248, "All, 1,248 rows"),
        (RowState.READY, 1_217, "Ready, 1,217 rows"),
        (RowState.MUST_FIX, 19, "Must fix, 19 rows"),
        (RowState.WORTH_A_LOOK, 12, "Worth a look, 12 rows"),
    ],
)
def test_that_each_filter_says_how_many_rows_it_would_show(
    chips: FilterChips, state: RowState | None, count: int, spoken: str
) -> None:
    assert chips.chip(state).count == count
    assert chips.chip(state).accessibleName() == spoken


def test_that_counts_are_grouped_as_in_the_country_of_the_person(chips: FilterChips) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.India))

    chips.set_counts(Counts(rows=123_456, ready=123_456, warnings=0, errors=0))

    assert chips.chip(None).accessibleName() == "All, 1,23,456 rows"


def test_that_a_larger_count_gets_more_room(chips: FilterChips, qtbot: QtBot) -> None:
    before = chips.chip(None).width()

    chips.set_counts(Counts(rows=500_000, ready=1, warnings=0, errors=0))

    qtbot.waitUntil(lambda: chips.chip(None).width() > before)


def test_that_a_click_chooses_one_filter_and_leaves_the_other(chips: FilterChips, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chips.state_selected) as selected:
        qtbot.mouseClick(chips.chip(RowState.MUST_FIX), Left)

    assert selected.args == [RowState.MUST_FIX]
    assert checked(chips) == [RowState.MUST_FIX]


def test_that_arrow_keys_choose(chips: FilterChips, qtbot: QtBot) -> None:
    chosen: list[object] = []
    chips.state_selected.connect(chosen.append)
    chips.chip(None).setFocus()

    qtbot.keyClick(chips.chip(None), Qt.Key.Key_Right)
    qtbot.keyClick(chips.chip(RowState.READY), Qt.Key.Key_Right)
    qtbot.keyClick(chips.chip(RowState.MUST_FIX), Qt.Key.Key_Left)

    assert chosen == [RowState.READY, RowState.MUST_FIX, RowState.READY]
    assert chips.chip(RowState.READY).hasFocus()


def test_that_setting_the_filter_from_outside_tells_nobody(chips: FilterChips, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(chips.state_selected):
        chips.show_state(RowState.READY)

    assert checked(chips) == [RowState.READY]


def test_that_a_chip_of_its_own_says_which_problem_is_shown(chips: FilterChips) -> None:
    assert not chips.problem_chip.isVisible()

    chips.show_problem(ProblemCode.NO_COUNTRY_CODE, "11 phone numbers have no country code")

    assert chips.problem_chip.isVisible()
    assert chips.problem_chip.isChecked()
    assert chips.problem_chip.accessibleName() == "11 phone numbers have no country code"
    assert chips.shown_problem is ProblemCode.NO_COUNTRY_CODE
    assert checked(chips) == []


def test_that_a_click_on_it_shows_all_rows_again(chips: FilterChips, qtbot: QtBot) -> None:
    chips.show_problem(ProblemCode.NO_COUNTRY_CODE, "11 phone numbers have no country code")

    with qtbot.waitSignal(chips.state_selected) as selected:
        qtbot.mouseClick(chips.problem_chip, Left)

    assert selected.args == [None]
    assert checked(chips) == [None]
    assert not chips.problem_chip.isVisible()


def test_that_it_goes_when_another_filter_is_chosen(chips: FilterChips, qtbot: QtBot) -> None:
    chips.show_problem(ProblemCode.NO_COUNTRY_CODE, "11 phone numbers have no country code")

    qtbot.mouseClick(chips.chip(RowState.READY), Left)

    assert not chips.problem_chip.isVisible()
    assert chips.shown_problem is None


def test_that_a_long_problem_gives_way_and_the_filters_do_not(chips: FilterChips) -> None:
    chips.show_problem(ProblemCode.NO_COUNTRY_CODE, "very long " * 30)

    assert chips.minimumSizeHint().width() < 1024
    for state in (None, *RowState):
        assert chips.chip(state).minimumSizeHint() == chips.chip(state).sizeHint()
