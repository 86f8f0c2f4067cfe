"""Every text a person reads in the window goes through Qt's translation: seen with a made-up language."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from exogui.gui.dialogs.account_dialog import AccountDialog
from exogui.gui.program import Program
from exogui.messages.catalogue import all_texts
from tests.gui.program.conftest import StartProgram, WriteFile, open_and_wait, upload_and_wait

GOOD = "+919876543210"
OURS = {text.context for text in all_texts()}


class Marking(QTranslator):
    """A language in which every text is the English one in brackets."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"⟦{source}⟧" if context in OURS else ""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


@pytest.fixture
def marking(qapp: QApplication) -> Iterator[None]:
    translator = Marking(qapp)
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """(where, text) of everything that a person, or their screen reader, can read in ``widget``."""
    for each in [widget, *widget.findChildren(QWidget)]:
        where = f"{type(each).__name__} {each.objectName()}"
        yield f"{where} accessible name", each.accessibleName()
        yield f"{where} accessible description", each.accessibleDescription()
        yield f"{where} tool tip", each.toolTip()
        if isinstance(each, QLabel | QAbstractButton):
            yield where, each.text()
        if isinstance(each, QLineEdit):
            yield f"{where} placeholder", each.placeholderText()
        if isinstance(each, QComboBox):
            yield from ((where, each.itemText(i)) for i in range(each.count()))
        if isinstance(each, QMenu):
            yield f"{where} title", each.title()
    for action in widget.findChildren(QAction):
        yield f"action {action.objectName()}", action.text()
        yield f"action {action.objectName()} tool tip", action.toolTip()


def untranslated(widget: QWidget, *data: str) -> list[str]:
    """Texts that hold words and no bracket, and are not ``data`` of the person's own."""
    found = []
    for where, text in texts_of(widget):
        rest = text
        for own in data:
            rest = rest.replace(own, "")
        if re.search(r"[A-Za-z]{2,}", rest) and "⟦" not in text:
            found.append(f"{where}: {text!r}")
    return sorted(set(found))


DATA = (
    *("leads.csv", "Mobile Number", "First Name", "E-mail", "Remarks"),
    *("Asha", "asha@bounces.example", "INVALID_EMAIL"),
    *("Ctrl+", "qt_", "https://…"),
)


def test_that_every_text_of_every_state_is_translated(
    start_program: StartProgram, qtbot: QtBot, write_file: WriteFile, marking: None
) -> None:
    program: Program = start_program()
    window: QMainWindow = program.window
    assert untranslated(window, *DATA) == []
    program.accounts.choose_practice()
    qtbot.waitUntil(lambda: program.accounts.practising)
    path = write_file(f"{GOOD},Asha,asha@bounces.example,", "9876543211,Asha,,", "N/A,Asha,,")
    open_and_wait(program, qtbot, path)
    qtbot.waitUntil(lambda: len(program.window.review_view.problems.cards) == 2)
    assert untranslated(window, *DATA) == []
    upload_and_wait(program, qtbot)
    assert untranslated(window, *DATA) == []
    program.account.add_account()
    dialog = window.findChild(AccountDialog, "account_dialog")
    assert isinstance(dialog, AccountDialog)
    assert untranslated(dialog, *DATA) == []


def test_that_the_check_itself_finds_what_is_not_translated(qtbot: QtBot) -> None:
    label = QLabel("Plain English")
    qtbot.addWidget(label)
    assert untranslated(label) == ["QLabel : 'Plain English'"]
