from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from exogui.gui.widgets.segmented_control import Choice, SegmentedControl
from tests.gui.conftest import Show

Key = Qt.Key


@pytest.fixture
def control(show: Show) -> SegmentedControl:
    made = SegmentedControl(
        "pace",
        "Pace",
        [Choice("slow", "Slow", "Takes its time"), Choice("quick", "Quick"), Choice("mad", "Mad")],
    )
    show(made)
    return made


def test_that_the_first_choice_holds_at_first(control: SegmentedControl) -> None:
    assert control.value == "slow"


def test_that_a_click_anywhere_on_a_segment_chooses_it(control: SegmentedControl, qtbot: QtBot) -> None:
    edge = QPoint(2, control.segment("mad").height() - 3)

    with qtbot.waitSignal(control.value_changed) as changed:
        qtbot.mouseClick(control.segment("mad"), Qt.MouseButton.LeftButton, pos=edge)

    assert changed.args == ["mad"]
    assert control.value == "mad"


def test_that_one_change_is_told_once(control: SegmentedControl, qtbot: QtBot) -> None:
    told: list[str] = []
    control.value_changed.connect(told.append)

    qtbot.mouseClick(control.segment("quick"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(control.segment("quick"), Qt.MouseButton.LeftButton)
    control.set_value("quick")

    assert told == ["quick"]


def test_that_the_arrow_keys_move_the_choice(control: SegmentedControl, qtbot: QtBot) -> None:
    control.segment("slow").setFocus()

    qtbot.keyClick(control.segment("slow"), Key.Key_Right)

    assert control.value == "quick"
    assert control.segment("quick").hasFocus()


def test_that_tab_enters_at_the_choice_that_holds_and_leaves_as_a_whole(show: Show, qtbot: QtBot) -> None:
    before, after = QLineEdit(), QLineEdit()
    control = SegmentedControl("pace", "Pace", [Choice("slow", "Slow"), Choice("quick", "Quick")])
    control.set_value("quick")
    show(before, control, after)
    before.setFocus()

    qtbot.keyClick(before, Key.Key_Tab)
    assert control.segment("quick").hasFocus()
    qtbot.keyClick(control.segment("quick"), Key.Key_Tab)
    assert after.hasFocus()


def test_that_a_screen_reader_hears_radio_buttons_with_names_and_meanings(control: SegmentedControl) -> None:
    slow = QAccessible.queryAccessibleInterface(control.segment("slow"))

    assert slow.role() == QAccessible.Role.RadioButton
    assert slow.text(QAccessible.Text.Name) == "Pace: Slow"
    assert slow.text(QAccessible.Text.Description) == "Takes its time"
    assert bool(slow.state().checked)
    assert control.segment("slow").toolTip() == "Takes its time"


def test_that_a_value_that_does_not_exist_is_an_error(control: SegmentedControl) -> None:
    with pytest.raises(KeyError):
        control.set_value("asleep")
    assert control.value == "slow"


def test_that_the_choice_that_holds_looks_different(control: SegmentedControl) -> None:
    first = control.grab().toImage()

    control.set_value("quick")

    assert control.grab().toImage() != first
