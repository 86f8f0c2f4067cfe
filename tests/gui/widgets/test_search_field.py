from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exogui.gui.widgets.search_field import SearchField

Key = Qt.Key


@pytest.fixture
def field(show: Callable[[QWidget], None]) -> SearchField:
    made = SearchField()
    show(made)
    made.setFocus()
    return made


def test_that_each_key_searches_without_outer_spaces(field: SearchField, qtbot: QtBot) -> None:
    asked: list[str] = []
    field.search_changed.connect(asked.append)

    qtbot.keyClicks(field, " ab c")

    assert asked == ["", "a", "ab", "ab", "ab c"]


def test_that_escape_clears_first_and_then_leaves(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "asha")

    with qtbot.assertNotEmitted(field.left_for_rows):
        qtbot.keyClick(field, Key.Key_Escape)
    assert field.text() == ""

    with qtbot.waitSignal(field.left_for_rows):
        qtbot.keyClick(field, Key.Key_Escape)


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_Return, Key.Key_Enter])
def test_that_keys_lead_to_the_rows_found(field: SearchField, qtbot: QtBot, key: Key) -> None:
    qtbot.keyClicks(field, "asha")

    with qtbot.waitSignal(field.left_for_rows):
        qtbot.keyClick(field, key)

    assert field.text() == "asha"


def test_that_the_cross_is_there_only_while_there_is_something_to_clear(
    field: SearchField, qtbot: QtBot
) -> None:
    cross = field.actions()[-1]
    assert not cross.isVisible()

    qtbot.keyClicks(field, "a")
    assert cross.isVisible()
    cross.trigger()

    assert field.text() == ""
    assert not cross.isVisible()


def test_that_it_can_be_typed_over_when_it_is_called(field: SearchField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "asha")
    field.clearFocus()

    field.activate()

    assert field.hasFocus()
    assert field.selectedText() == "asha"


def test_that_it_says_when_a_search_is_about_to_begin(field: SearchField, qtbot: QtBot) -> None:
    field.clearFocus()

    with qtbot.waitSignal(field.entered):
        field.activate()
