"""The window comes up as the empty page alone; everything for a list comes when there is one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exogui.gui.controllers.import_controller import ImportController
from exogui.gui.program import Program
from tests.gui.program.conftest import StartProgram

ROOT = Path(__file__).resolve().parents[3]

_STARTED = """
import json, sys
from exogui import app, window_start

class Looked(app.Program):
    def get_ready(self):
        started = sorted(sys.modules)
        super().get_ready()
        self.imports.busy_changed.connect(lambda _busy: self.tell(started))

    def tell(self, started):
        print(json.dumps([started, sorted(sys.modules)]))
        self.window.close()

app.Program = Looked
sys.exit(window_start.main([]))
"""


class ShownWindows(QObject):
    """The windows that appear while this is installed as an event filter of the application."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[list[str]]:
    watcher = ShownWindows()
    qapp.installEventFilter(watcher)
    yield watcher.seen
    qapp.removeEventFilter(watcher)


def what_can_be_done(program: Program) -> dict[str, tuple[bool, str, str]]:
    actions = (action for action in program.window.actions() if isinstance(action, QAction))
    return {
        action.objectName(): (action.isEnabled(), action.toolTip(), action.statusTip()) for action in actions
    }


def test_that_an_empty_window_imports_nothing_that_only_a_list_needs() -> None:
    command = [sys.executable, "-c", _STARTED]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    started, ready = (set(modules) for modules in json.loads(ended.stdout))
    lists = {
        "exogui.gui.workbench",
        "exogui.gui.widgets.list_pages",
        "exogui.contacts.table",
        "exogui.uploads.job",
    }
    libraries = {"phonenumbers", "requests", "email_validator", "python_calamine", "openpyxl", "keyring"}
    assert "exogui.gui.program" in started
    assert not started & (lists | libraries | {"csv", "email", "http.client", "sqlite3"})
    assert "exogui.gui.workbench" in ready
    assert not ready & libraries


def test_that_nothing_but_the_window_shows_itself_when_the_program_starts(
    shown: list[str], start_program: StartProgram
) -> None:
    start_program()
    assert shown == ["MainWindow main_window"]


def test_that_nothing_flashes_up_when_the_rest_of_the_window_is_made(
    program: Program, shown: list[str]
) -> None:
    assert program.window.isActiveWindow()
    assert program.workbench
    QApplication.processEvents()
    assert shown == []
    assert program.window.isActiveWindow()


def test_that_before_a_list_exactly_that_is_offered_which_is_offered_without_one(program: Program) -> None:
    before = what_can_be_done(program)
    assert program.workbench
    assert what_can_be_done(program) == before
    assert before["action_open"][0]
    assert not before["action_save_list"][0]
    assert not program.window.edit_menu.menuAction().isEnabled()


def test_that_a_module_that_cannot_be_imported_ahead_is_left_to_whoever_needs_it(qtbot: QtBot) -> None:
    imports = ImportController()
    imports.load("exogui.there_is_none", "exogui.resources")
    assert imports.busy
    qtbot.waitUntil(lambda: not imports.busy)
