from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from exogui.gui.widgets.message_bar import MessageAction, MessageBar, MessageKind
from exogui.gui.widgets.practice_band import PracticeBand
from exogui.messages import accounts as account_texts
from tests.gui.conftest import Show

LEFT = Qt.MouseButton.LeftButton
ACTIONS = [MessageAction("retry", "Try again"), MessageAction("choose", "Choose another file…")]


@pytest.fixture
def bar(show: Show) -> MessageBar:
    made = MessageBar()
    show(made)
    return made


def test_that_the_bar_takes_no_room_while_there_is_nothing_to_say(show: Show) -> None:
    bar = MessageBar()
    show(bar)

    assert not bar.isVisible()


def test_that_a_message_is_shown_with_its_buttons(bar: MessageBar) -> None:
    bar.show_message(MessageKind.ERROR, "The file is damaged.", ACTIONS)

    assert bar.isVisible()
    assert bar.text == "The file is damaged."
    assert [button.text() for button in bar.buttons] == ["Try again", "Choose another file…"]


def test_that_the_tab_key_goes_from_the_left_to_the_right(show: Show, qtbot: QtBot) -> None:
    before, bar, after = QPushButton("Before"), MessageBar(), QPushButton("After")
    window = show(before, bar, after)
    bar.show_message(MessageKind.ERROR, "The file is damaged.", ACTIONS)
    qtbot.waitUntil(lambda: all(button.isVisible() for button in bar.buttons))
    before.setFocus()
    for widget in (*bar.buttons, bar.dismiss_button, after):
        window.focusNextChild()
        assert window.focusWidget() is widget


def test_that_a_pressed_button_says_its_name_once_the_message_is_gone(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message(MessageKind.ERROR, "The file is damaged.", ACTIONS)
    seen: list[bool] = []
    bar.action_triggered.connect(lambda _name: seen.append(bar.isVisible()))

    with qtbot.waitSignal(bar.action_triggered) as triggered, qtbot.assertNotEmitted(bar.dismissed):
        qtbot.mouseClick(bar.buttons[1], LEFT)

    assert triggered.args == ["choose"]
    assert seen == [False]


def test_that_a_message_shown_in_answer_to_a_button_stays(bar: MessageBar, qtbot: QtBot) -> None:
    bar.action_triggered.connect(lambda _name: bar.show_message(MessageKind.INFO, "Trying again"))
    bar.show_message(MessageKind.ERROR, "No connection.", ACTIONS)

    qtbot.mouseClick(bar.buttons[0], LEFT)

    assert bar.isVisible()
    assert bar.text == "Trying again"


def test_that_a_message_can_be_dismissed(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message(MessageKind.INFO, "Hello")

    with qtbot.waitSignal(bar.dismissed):
        qtbot.mouseClick(bar.dismiss_button, LEFT)

    assert not bar.isVisible()
    assert bar.text == ""


def test_that_the_latest_message_takes_the_place_of_the_one_before(bar: MessageBar) -> None:
    bar.show_message(MessageKind.ERROR, "One", ACTIONS)

    bar.show_message(MessageKind.SUCCESS, "Two")

    assert bar.text == "Two"
    assert bar.buttons == []


def test_that_a_reminder_comes_back_when_what_took_its_place_is_gone(bar: MessageBar) -> None:
    bar.remind("waits", MessageKind.WARNING, "An upload waits.", ACTIONS)
    bar.show_message(MessageKind.INFO, "Another list")
    assert bar.text == "Another list"

    bar.clear()

    assert bar.isVisible()
    assert bar.text == "An upload waits."
    assert len(bar.buttons) == 2


def test_that_a_reminder_does_not_take_the_place_of_a_question(bar: MessageBar) -> None:
    bar.show_message(MessageKind.WARNING, "Discard the changes?", ACTIONS)

    bar.remind("waits", MessageKind.WARNING, "An upload waits.")

    assert bar.text == "Discard the changes?"


@pytest.mark.parametrize("deal", ["dismiss", "act", "forget"])
def test_that_a_reminder_that_was_dealt_with_is_gone(bar: MessageBar, qtbot: QtBot, deal: str) -> None:
    bar.remind("record", MessageKind.WARNING, "Nothing can be written down.")
    bar.remind("waits", MessageKind.WARNING, "An upload waits.", ACTIONS)
    assert bar.text == "An upload waits."

    if deal == "forget":
        bar.forget_reminder("waits")
    else:
        qtbot.mouseClick(bar.dismiss_button if deal == "dismiss" else bar.buttons[0], LEFT)
    assert bar.text == "Nothing can be written down."

    bar.forget_reminder("record")
    assert not bar.isVisible()


def test_that_a_reminder_said_anew_is_said_once(bar: MessageBar, qtbot: QtBot) -> None:
    bar.remind("waits", MessageKind.WARNING, "Two uploads wait.")
    bar.remind("waits", MessageKind.WARNING, "One upload waits.")
    assert bar.text == "One upload waits."

    qtbot.mouseClick(bar.dismiss_button, LEFT)

    assert not bar.isVisible()


def test_that_kinds_differ_in_looks_and_in_words(bar: MessageBar, qtbot: QtBot) -> None:
    pictures, names = [], []
    for kind in MessageKind:
        bar.show_message(kind, "Same text")
        qtbot.waitExposed(bar.window())
        pictures.append(bar.grab().toImage())
        names.append(bar.accessibleName())

    assert all(one != other for one, other in combinations(pictures, 2))
    assert names == [
        "By the way: Same text",
        "Note: Same text",
        "Done: Same text",
        "Careful: Same text",
        "Problem: Same text",
    ]


def test_that_a_bar_that_answers_a_form_cannot_be_dismissed(show: Show) -> None:
    bar = MessageBar(can_dismiss=False)
    show(bar)

    bar.show_message(MessageKind.INFO, "Asking Exotel…")

    assert not bar.dismiss_button.isVisible()


def test_that_long_messages_take_more_lines_and_not_more_width(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message(MessageKind.ERROR, "Short")
    qtbot.waitUntil(lambda: bar.height() > 0)
    width = bar.minimumSizeHint().width()

    bar.show_message(MessageKind.ERROR, "words and more words " * 40)

    assert bar.minimumSizeHint().width() <= max(width, 400)
    assert bar.heightForWidth(600) > 100


def test_that_the_practice_band_says_that_nothing_leaves(show: Show) -> None:
    band = PracticeBand()
    show(band)
    assert not band.isVisible(), "with a real account it would be a lie"

    band.setVisible(True)

    assert band.accessibleName() == account_texts.PRACTICE_BAND.source
