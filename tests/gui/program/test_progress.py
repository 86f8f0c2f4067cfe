"""What takes longer than a moment says so, and can be stopped."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from exogui.contacts.progress import Checkpoint
from exogui.contacts.table import ContactTable
from exogui.gui.program import Program
from tests.gui.program.conftest import WriteFile, open_and_wait


class LongWork:
    """A quarter is done until it may end."""

    def __init__(self) -> None:
        self.may_end = threading.Event()

    def __call__(self, _table: ContactTable, checkpoint: Checkpoint) -> str:
        while not self.may_end.wait(0.01):
            checkpoint(1, 4)
        return "done"


@pytest.fixture
def opened(program: Program, qtbot: QtBot, write_file: WriteFile) -> Program:
    open_and_wait(program, qtbot, write_file("+919876543210,Asha,,"))
    return program


def test_that_long_work_shows_how_far_it_is_and_then_nothing(opened: Program, qtbot: QtBot) -> None:
    work, answers = LongWork(), list[str]()
    opened.workbench.contacts.work_on_table(work, answers.append)
    qtbot.waitUntil(lambda: opened.window.busy_bar.text == "Working: 25 %")
    assert opened.window.busy_bar.isVisible()
    work.may_end.set()
    qtbot.waitUntil(lambda: answers == ["done"])

    assert not opened.window.busy_bar.isVisible()


def test_that_long_work_can_be_cancelled(opened: Program, qtbot: QtBot) -> None:
    answers = list[str]()
    opened.workbench.contacts.work_on_table(LongWork(), answers.append)
    qtbot.waitUntil(opened.window.busy_bar.isVisible)
    qtbot.mouseClick(opened.window.busy_bar.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not opened.workbench.contacts.busy)

    assert answers == []
    assert not opened.window.busy_bar.isVisible()
    assert not opened.window.table_model.read_only
