"""The page that says how exogui works."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from exogui.gui.dialogs.help_dialog import HelpDialog
from exogui.gui.program import Program
from exogui.gui.theme import DARK, LIGHT, Scheme, apply_theme
from exogui.gui.widgets.picture import Picture
from exogui.messages import help as texts

Key = Qt.Key


@pytest.fixture
def page(program: Program, qtbot: QtBot) -> HelpDialog:
    qtbot.keyClick(program.window, Key.Key_F1)
    found = program.window.findChild(HelpDialog)
    assert found is not None
    qtbot.waitUntil(found.isVisible)
    return found


def words(page: HelpDialog) -> list[str]:
    return [label.text() for label in page.page.findChildren(QLabel)]


def background(page: HelpDialog) -> str:
    picture = page.page.findChild(Picture, "picture_upload-dark") or page.page.findChild(
        Picture, "picture_upload-light"
    )
    assert picture is not None
    image: QImage = picture.grab().toImage()
    return image.pixelColor(image.width() // 2, 12).name().upper()


def test_that_f1_opens_a_page_with_every_topic_and_its_picture(page: HelpDialog) -> None:
    for _picture, title, text in texts.TOPICS:
        assert title.source in words(page)
        assert text.source in words(page)
    pictures = page.page.findChildren(Picture)
    assert len(pictures) == len([picture for picture, _title, _text in texts.TOPICS if picture])
    assert all(picture.is_there for picture in pictures)


def test_that_the_pictures_have_the_windows_colours(page: HelpDialog, qapp: QApplication) -> None:
    assert background(page) == LIGHT.surface
    apply_theme(qapp, Scheme.DARK)
    assert background(page) == DARK.surface
    assert all(picture.is_there for picture in page.page.findChildren(Picture))


def test_that_every_key_on_the_page_works(page: HelpDialog, program: Program) -> None:
    window = program.window
    actions = [*window.findChildren(QAction), *window.review_view.table.actions()]
    known = {sequence.toString() for action in actions for sequence in action.shortcuts()}
    known |= {"F2", "Alt+Down"}  # the table's own; the tests of the table press them
    assert [keys for keys, _text in texts.KEYS if QKeySequence(keys).toString() not in known] == []


def test_that_the_page_is_read_and_closed_by_keyboard(page: HelpDialog, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    before = page.page.verticalScrollBar().value()
    qtbot.keyClick(page.page, Key.Key_PageDown)
    assert page.page.verticalScrollBar().value() > before
    qtbot.keyClick(page, Key.Key_Escape)
    assert not page.isVisible()


def test_that_asking_again_shows_the_same_page(page: HelpDialog, program: Program) -> None:
    page.close()
    program.window.commands.help.trigger()
    assert page.isVisible()
    assert len(program.window.findChildren(HelpDialog)) == 1
