from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from exogui.gui.file_drop import DropProblem, read_drop
from exogui.gui.widgets.drop_area import DropArea, drop_refusal
from exogui.messages import empty as texts
from tests.gui.conftest import Show

ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def carrying(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


class Drag:
    """One drag over a widget, by the events that Qt delivers."""

    def __init__(self, widget: QWidget, data: QMimeData) -> None:
        self._widget = widget
        self._data = data
        self._place = widget.rect().center()

    def enter(self) -> QDragEnterEvent:
        event = QDragEnterEvent(self._place, ACTIONS, self._data, LEFT, NO_KEY)
        QApplication.sendEvent(self._widget, event)
        return event

    def move(self) -> QDragMoveEvent:
        event = QDragMoveEvent(self._place + QPoint(3, 3), ACTIONS, self._data, LEFT, NO_KEY)
        QApplication.sendEvent(self._widget, event)
        return event

    def leave(self) -> None:
        QApplication.sendEvent(self._widget, QDragLeaveEvent())

    def drop(self) -> QDropEvent:
        event = QDropEvent(QPointF(self._place), ACTIONS, self._data, LEFT, NO_KEY)
        QApplication.sendEvent(self._widget, event)
        return event


@pytest.fixture
def area(show: Show) -> DropArea:
    made = DropArea()
    show(made)
    return made


@pytest.fixture
def contacts(tmp_path: Path) -> Path:
    path = tmp_path / "leads.csv"
    path.write_text("phone_number\n+919876543210\n")
    return path


def shown(area: DropArea) -> list[str]:
    return [label.text() for label in area.findChildren(QLabel)]


def test_that_a_dropped_file_is_handed_on(area: DropArea, contacts: Path, qtbot: QtBot) -> None:
    drag = Drag(area, carrying(contacts))

    entered = drag.enter()
    assert entered.isAccepted()
    assert entered.dropAction() == Qt.DropAction.CopyAction
    assert shown(area) == [texts.DROP_NOW.source, "leads.csv"]

    with qtbot.waitSignal(area.file_dropped) as dropped, qtbot.assertNotEmitted(area.drop_refused):
        drag.drop()
    assert dropped.args == [contacts]
    assert shown(area) == [texts.DROP_TITLE.source, texts.DROP_HINT.source]


def refused_things(folder: Path) -> dict[DropProblem, QMimeData]:
    one, other = folder / "one.csv", folder / "other.csv"
    one.touch()
    other.touch()
    link = QMimeData()
    link.setUrls([QUrl("https://example.com/contacts.csv")])
    return {
        DropProblem.SEVERAL_FILES: carrying(one, other),
        DropProblem.FOLDER: carrying(folder),
        DropProblem.NOT_A_FILE: link,
        DropProblem.MISSING: carrying(folder / "gone.csv"),
    }


@pytest.mark.parametrize("problem", DropProblem)
def test_that_what_cannot_be_taken_says_why_before_and_after_the_drop(
    problem: DropProblem, area: DropArea, tmp_path: Path, qtbot: QtBot
) -> None:
    drag = Drag(area, refused_things(tmp_path)[problem])
    before = area.grab().toImage()

    entered = drag.enter()
    assert entered.dropAction() == Qt.DropAction.IgnoreAction
    assert drag.move().dropAction() == Qt.DropAction.IgnoreAction
    assert shown(area) == [texts.CANNOT_TAKE.source, drop_refusal(problem)]
    assert area.grab().toImage() != before

    with qtbot.waitSignal(area.drop_refused) as refused, qtbot.assertNotEmitted(area.file_dropped):
        drag.drop()
    assert refused.args == [problem]
    assert drop_refusal(problem) in shown(area)


def test_that_each_refusal_says_something_else() -> None:
    assert len({drop_refusal(problem) for problem in DropProblem}) == len(DropProblem)


def test_that_a_text_is_not_a_file() -> None:
    data = QMimeData()
    data.setText("+919876543210")

    assert read_drop(data) is DropProblem.NOT_A_FILE


def test_that_a_file_dragged_away_again_leaves_the_invitation(area: DropArea, contacts: Path) -> None:
    drag = Drag(area, carrying(contacts))
    drag.enter()

    drag.leave()

    assert shown(area) == [texts.DROP_TITLE.source, texts.DROP_HINT.source]


def test_that_a_refusal_stays_long_enough_to_be_read(area: DropArea, tmp_path: Path) -> None:
    drag = Drag(area, carrying(tmp_path))
    drag.enter()

    drag.leave()

    assert drop_refusal(DropProblem.FOLDER) in shown(area)


def test_that_a_good_file_after_a_refused_one_is_welcome(
    area: DropArea, tmp_path: Path, contacts: Path
) -> None:
    Drag(area, carrying(tmp_path)).drop()

    Drag(area, carrying(contacts)).enter()

    assert shown(area) == [texts.DROP_NOW.source, "leads.csv"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_that_the_area_is_a_button_for_the_keyboard(area: DropArea, qtbot: QtBot, key: Qt.Key) -> None:
    area.setFocus()

    with qtbot.waitSignal(area.choose_requested):
        qtbot.keyClick(area, key)


def test_that_the_area_is_a_button_for_the_mouse(area: DropArea, qtbot: QtBot) -> None:
    with qtbot.waitSignal(area.choose_requested):
        qtbot.mouseClick(area, LEFT, pos=QPoint(20, 20))


def test_that_a_click_on_a_text_of_the_area_counts_too(area: DropArea, qtbot: QtBot) -> None:
    title = area.findChild(QLabel, "drop_title")
    assert isinstance(title, QLabel)

    with qtbot.waitSignal(area.choose_requested):
        qtbot.mouseClick(title, LEFT)


def test_that_the_buttons_ask_for_what_they_say(area: DropArea, qtbot: QtBot) -> None:
    with qtbot.waitSignal(area.choose_requested):
        qtbot.mouseClick(area.choose_button, LEFT)
    with qtbot.waitSignal(area.sample_requested), qtbot.assertNotEmitted(area.choose_requested):
        qtbot.mouseClick(area.sample_button, LEFT)


def test_that_a_screen_reader_hears_a_button_and_how_to_use_it(area: DropArea) -> None:
    heard = QAccessible.queryAccessibleInterface(area)

    assert heard.role() == QAccessible.Role.PushButton
    assert heard.text(QAccessible.Text.Name) == texts.DROP_TITLE.source
    assert heard.text(QAccessible.Text.Description) == texts.DROP_DESCRIPTION.source
