"""What a person is told and asked where nobody knows whether contacts arrived."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from exogui.exotel.duplicate_action import DuplicateAction
from exogui.gui.dialogs.lost_answer_dialog import LostAnswerDialog
from exogui.uploads.choices import LostAnswerChoice

NUMBERS = ["+919876543210", "+919876543211", "+6591234567"]
LEFT = Qt.MouseButton.LeftButton


def shown(qtbot: QtBot, action: DuplicateAction = DuplicateAction.SKIP) -> LostAnswerDialog:
    dialog = LostAnswerDialog(1229, action, NUMBERS)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_that_nothing_is_chosen_before_the_person_chooses(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    assert not dialog.accept_button.isEnabled()
    qtbot.mouseClick(dialog.choices.button(LostAnswerChoice.SEND_AGAIN), LEFT)
    assert dialog.accept_button.isEnabled()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.mouseClick(dialog.accept_button, LEFT)
    assert chosen.args == [LostAnswerChoice.SEND_AGAIN]


def test_that_the_choices_can_be_made_by_key(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    focused = dialog.focusWidget()
    assert focused is dialog.choices.button("later")
    qtbot.keyClick(focused, Qt.Key.Key_Up)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert chosen.args == [LostAnswerChoice.SEND_AGAIN]


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (DuplicateAction.SKIP, "Safe"),
        (DuplicateAction.UPDATE, "Safe"),
        (DuplicateAction.CREATE_NEW, "Not safe"),
    ],
)
def test_that_it_says_what_sending_again_means_for_this_upload(
    qtbot: QtBot, action: DuplicateAction, words: str
) -> None:
    meanings = {choice.value: choice.detail for choice in shown(qtbot, action).choices.choices}
    assert meanings[LostAnswerChoice.SEND_AGAIN].startswith(words)


def test_that_the_numbers_to_look_for_can_be_copied(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    copy = dialog.findChild(QPushButton, "lost_answer_copy")
    assert isinstance(copy, QPushButton)
    qtbot.mouseClick(copy, LEFT)
    assert QGuiApplication.clipboard().text() == ", ".join(NUMBERS)


def test_that_it_is_no_higher_than_what_it_says(qtbot: QtBot) -> None:
    dialog = shown(qtbot)
    numbers = dialog.findChild(QLabel, "lost_answer_numbers")
    assert isinstance(numbers, QLabel)
    assert numbers.height() <= numbers.heightForWidth(numbers.width()) + 1
