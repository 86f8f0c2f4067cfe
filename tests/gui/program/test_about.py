"""What About says, and the licences behind it."""

from __future__ import annotations

from pathlib import Path

import notices
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from exogui import __version__
from exogui.gui import program as program_module
from exogui.gui.dialogs.licences_dialog import LicencesDialog
from exogui.gui.program import Program
from exogui.messages import window as texts

Key = Qt.Key


@pytest.fixture
def bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Resources as a bundle has them, with notices."""
    (tmp_path / notices.FILE_NAME).write_text("Qt 6: LGPL-3.0\n\nGNU LESSER ©\n", encoding="utf-8")
    monkeypatch.setattr(program_module, "resource_path", lambda name: tmp_path / name)
    return tmp_path


def about(program: Program, qtbot: QtBot) -> QMessageBox:
    program.window.commands.about.trigger()
    box = program.window.findChild(QMessageBox, "about")
    assert isinstance(box, QMessageBox)
    qtbot.waitUntil(box.isVisible)
    return box


def buttons(box: QMessageBox) -> dict[str, QPushButton]:
    return {button.text(): button for button in box.findChildren(QPushButton)}


def test_that_about_names_the_version(program: Program, qtbot: QtBot) -> None:
    box = about(program, qtbot)
    assert f"exogui {__version__} " in box.text()
    assert list(buttons(box)) == [texts.CLOSE.source]
    qtbot.keyClick(box, Key.Key_Escape)
    qtbot.waitUntil(lambda: not box.isVisible())


def test_that_a_bundle_shows_the_licences_of_what_is_inside(
    program: Program, bundled: Path, qtbot: QtBot
) -> None:
    box = about(program, qtbot)
    qtbot.mouseClick(buttons(box)[texts.LICENCES.source], Qt.MouseButton.LeftButton)
    dialog = program.window.findChild(LicencesDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.text.toPlainText() == (bundled / notices.FILE_NAME).read_text(encoding="utf-8")
    assert dialog.text.isReadOnly()
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Key.Key_Escape)


def test_that_escape_closes_about_where_there_are_licences_too(
    program: Program, bundled: Path, qtbot: QtBot
) -> None:
    box = about(program, qtbot)
    assert box.defaultButton() is buttons(box)[texts.CLOSE.source]
    qtbot.keyClick(box, Key.Key_Escape)
    qtbot.waitUntil(lambda: not box.isVisible())
    assert program.window.findChild(LicencesDialog) is None
