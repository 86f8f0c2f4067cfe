"""Rows of lists that are shown no more go a little at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from exogui.gui.models.letting_go import LettingGo


def test_that_rows_go_in_several_turns_of_the_event_loop_and_all_of_them(qtbot: QtBot) -> None:
    owner = QObject()
    letting_go = LettingGo(owner)
    letting_go.take((str(number),) for number in range(2_500))
    assert letting_go.rows_left == 2_500
    seen = []
    each_turn = QTimer(owner, interval=0)
    each_turn.timeout.connect(lambda: seen.append(letting_go.rows_left))
    each_turn.start()
    qtbot.waitUntil(lambda: letting_go.rows_left == 0)
    assert any(0 < rows < 2_500 for rows in seen)


def test_that_rows_of_a_second_list_go_as_well(qtbot: QtBot) -> None:
    owner = QObject()
    letting_go = LettingGo(owner)
    letting_go.take([("a",)])
    letting_go.take([("b",)] * 1_500)
    qtbot.waitUntil(lambda: letting_go.rows_left == 0)
