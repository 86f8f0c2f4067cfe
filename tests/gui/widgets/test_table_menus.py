"""The menus of cells, row numbers and column headers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
from exogui.gui.widgets.contact_table_view import ContactTableView, SelectedBlock
from tests.gui.sample_contacts import make_table

Key = Qt.Key
Left, Right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
Shift = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(rows: ContactFilterProxyModel, show: Callable[[QWidget], None]) -> ContactTableView:
    made = ContactTableView(rows)
    made.resize(900, 400)
    show(made)
    made.setFocus()
    return made


def right_click(widget: QWidget, place: QPoint, qtbot: QtBot) -> None:
    """As the window system tells of it: a press, a release, and a request for the menu."""
    qtbot.mouseClick(widget, Right, pos=place)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))


def menu(view: ContactTableView, name: str) -> QMenu:
    found = [menu for menu in view.findChildren(QMenu, name) if menu.isVisible()]
    assert len(found) == 1
    return found[0]


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def cell(view: ContactTableView, row: int, column: int) -> QPoint:
    return view.visualRect(view.model().index(row, column)).center()


def number(view: ContactTableView, row: int) -> QPoint:
    return QPoint(10, view.rowViewportPosition(row) + 10)


def test_that_a_right_click_selects_the_cell_and_offers_what_can_be_done(
    view: ContactTableView, qtbot: QtBot
) -> None:
    right_click(view.viewport(), cell(view, 2, 1), qtbot)

    assert view.selected_block() == SelectedBlock(range(2, 3), range(1, 2))
    offered = words(menu(view, "cell_menu"))
    assert offered == ["Cut", "Copy", "Paste", "Clear cells", "Fill down", "Delete this row"]
    menu(view, "cell_menu").close()


def test_that_a_right_click_into_the_selection_keeps_it(view: ContactTableView, qtbot: QtBot) -> None:
    view.select_block(SelectedBlock(range(1, 4), range(1, 3)))

    right_click(view.viewport(), cell(view, 2, 2), qtbot)

    assert view.selected_block() == SelectedBlock(range(1, 4), range(1, 3))
    assert "Delete 3 rows" in words(menu(view, "cell_menu"))
    menu(view, "cell_menu").close()
    assert view.commands.delete_rows.text() == "Delete rows"


def test_that_a_cell_with_one_certain_repair_offers_it_first(
    rows: ContactFilterProxyModel, view: ContactTableView, qtbot: QtBot
) -> None:
    rows.contacts.set_table(make_table([("+91 98765-43210", "A & B", "", "")]))

    right_click(view.viewport(), cell(view, 0, 0), qtbot)

    assert words(menu(view, "cell_menu"))[0] == "Change to “+919876543210”"
    with qtbot.waitSignal(view.commands.take_suggestion.triggered):
        qtbot.keyClick(menu(view, "cell_menu"), Key.Key_Down)
        qtbot.keyClick(menu(view, "cell_menu"), Key.Key_Return)
    assert view.commands.take_suggestion.data() == "+919876543210"


def test_that_the_menu_opens_by_keyboard_below_the_current_cell(view: ContactTableView) -> None:
    view.go_to(3, 2)
    viewport = view.viewport()
    place = viewport.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)

    assert menu(view, "cell_menu").pos() == viewport.mapToGlobal(
        view.visualRect(view.currentIndex()).bottomLeft()
    )
    menu(view, "cell_menu").close()


def test_that_a_click_on_a_number_selects_its_row_and_shift_those_between(
    view: ContactTableView, qtbot: QtBot
) -> None:
    numbers = view.verticalHeader().viewport()

    qtbot.mouseClick(numbers, Left, pos=number(view, 1))
    assert view.selected_block() == SelectedBlock(range(1, 2), range(4))
    qtbot.mouseClick(numbers, Left, Shift, pos=number(view, 3))

    assert view.selected_block() == SelectedBlock(range(1, 4), range(4))


def test_that_the_menu_of_a_number_is_about_its_whole_row(view: ContactTableView, qtbot: QtBot) -> None:
    view.go_to(0, 0)

    right_click(view.verticalHeader().viewport(), number(view, 4), qtbot)

    assert view.selected_block() == SelectedBlock(range(4, 5), range(4))
    assert words(menu(view, "row_menu")) == ["Copy", "Clear cells", "Delete this row"]
    menu(view, "row_menu").close()


def test_that_the_menu_of_a_number_in_the_selection_is_about_all_of_it(
    view: ContactTableView, qtbot: QtBot
) -> None:
    numbers = view.verticalHeader().viewport()
    qtbot.mouseClick(numbers, Left, pos=number(view, 1))
    qtbot.mouseClick(numbers, Left, Shift, pos=number(view, 3))

    right_click(numbers, number(view, 2), qtbot)

    assert "Delete 3 rows" in words(menu(view, "row_menu"))
    menu(view, "row_menu").close()


def test_that_a_table_at_rest_offers_only_to_copy(view: ContactTableView, qtbot: QtBot) -> None:
    view.set_read_only(True)

    right_click(view.viewport(), cell(view, 1, 1), qtbot)

    usable = [
        action.text() for action in menu(view, "cell_menu").actions() if action.isEnabled() and action.text()
    ]
    assert usable == ["Copy"]
    menu(view, "cell_menu").close()


def test_that_the_keys_are_the_tables_own_only_while_no_cell_is_edited(
    view: ContactTableView, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("pasted")
    view.go_to(1, 1)
    qtbot.keyClick(view, Key.Key_F2)
    editor = view.viewport().findChild(QWidget, "cell_editor")
    with qtbot.assertNotEmitted(view.commands.paste.triggered):
        qtbot.keyClick(editor, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(editor, Key.Key_Return)

    qtbot.waitUntil(lambda: view.model().index(1, 1).data() == "pasted")
    with qtbot.waitSignal(view.commands.paste.triggered):
        qtbot.keyClick(view, Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(
    ("name", "signal"),
    [("column_same_value", "same_value_requested"), ("column_replace", "replace_requested")],
)
def test_that_the_menu_of_a_header_offers_work_on_its_column(
    view: ContactTableView, qtbot: QtBot, name: str, signal: str
) -> None:
    view.header.open_menu(2)
    opened = view.header.menu()
    assert opened is not None
    action = next(action for action in opened.actions() if action.objectName() == name)

    with qtbot.waitSignal(getattr(view.header, signal)) as asked:
        action.trigger()

    assert asked.args == [2]
