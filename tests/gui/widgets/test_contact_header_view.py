from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from exogui.contacts.schema import Field
from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
from exogui.gui.widgets.contact_header_view import HEADER_HEIGHT, ContactHeaderView
from exogui.gui.widgets.contact_table_view import ContactTableView
from tests.gui.sample_contacts import HEADER, READY, make_table

Key = Qt.Key
Left = Qt.MouseButton.LeftButton


@pytest.fixture
def view(rows: ContactFilterProxyModel, show: Callable[[QWidget], None]) -> ContactTableView:
    made = ContactTableView(rows)
    made.resize(900, 400)
    show(made)
    return made


@pytest.fixture
def header(view: ContactTableView) -> ContactHeaderView:
    return view.header


def open_menu(header: ContactHeaderView) -> QMenu:
    menu = header.menu()
    assert menu is not None
    assert menu.isVisible()
    return menu


def action(header: ContactHeaderView, field: Field | None) -> QAction:
    name = f"map_to_{field or 'nothing'}"
    return next(action for action in open_menu(header).actions() if action.objectName() == name)


def middle_of(header: ContactHeaderView, section: int) -> QPoint:
    left = header.sectionViewportPosition(section)
    return QPoint(left + header.sectionSize(section) // 2, header.height() // 2)


def test_that_it_has_room_for_two_lines(header: ContactHeaderView) -> None:
    assert header.height() == HEADER_HEIGHT == 48


def test_that_a_click_offers_every_field_and_marks_the_one_in_force(
    header: ContactHeaderView, qtbot: QtBot
) -> None:
    qtbot.mouseClick(header.viewport(), Left, pos=middle_of(header, 0))

    assert open_menu(header).accessibleName() == "Send “Mobile” as"
    checked = [one.objectName() for one in open_menu(header).actions() if one.isChecked()]
    assert checked == ["map_to_phone_number"]
    assert all(action(header, field) for field in (*Field, None))


def test_that_a_field_in_use_says_where_it_would_come_from(header: ContactHeaderView) -> None:
    header.open_menu(3)

    assert action(header, Field.EMAIL).text() == "e-mail (moves here from “E-Mail”)"
    assert action(header, Field.COMPANY).text() == "company"
    assert action(header, None).isChecked()


def test_that_choosing_a_field_asks_for_it(header: ContactHeaderView, qtbot: QtBot) -> None:
    header.open_menu(3)

    with qtbot.waitSignal(header.mapping_requested) as asked:
        action(header, Field.TAG).trigger()

    assert asked.args == [3, Field.TAG]


def test_that_a_column_can_be_left_out(header: ContactHeaderView, qtbot: QtBot) -> None:
    header.open_menu(1)

    with qtbot.waitSignal(header.mapping_requested) as asked:
        action(header, None).trigger()

    assert asked.args == [1, None]


def test_that_choosing_what_is_in_force_asks_for_nothing(header: ContactHeaderView, qtbot: QtBot) -> None:
    header.open_menu(0)

    with qtbot.assertNotEmitted(header.mapping_requested):
        action(header, Field.PHONE_NUMBER).trigger()


def test_that_alt_down_in_the_table_opens_the_menu_of_its_column(
    view: ContactTableView, qtbot: QtBot
) -> None:
    view.setFocus()
    view.go_to(1, 2)

    qtbot.keyClick(view, Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert open_menu(view.header).accessibleName() == "Send “E-Mail” as"


def test_that_the_header_is_worked_by_keys_alone(header: ContactHeaderView, qtbot: QtBot) -> None:
    header.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left):
        qtbot.keyClick(header, key)
    assert header.accessibleDescription() == "e-mail, from column “E-Mail” of your file"

    qtbot.keyClick(header, Key.Key_Return)
    menu = open_menu(header)
    qtbot.keyClick(menu, Key.Key_Down)
    with qtbot.waitSignal(header.mapping_requested) as asked:
        qtbot.keyClick(menu, Key.Key_Return)

    assert asked.args == [2, Field.COMPANY]


def test_that_down_goes_back_to_the_table(view: ContactTableView, qtbot: QtBot) -> None:
    view.header.setFocus(Qt.FocusReason.TabFocusReason)

    qtbot.keyClick(view.header, Key.Key_Down)

    assert view.hasFocus()


def test_that_keys_scroll_a_far_column_into_sight(
    rows: ContactFilterProxyModel, view: ContactTableView, qtbot: QtBot
) -> None:
    wide = tuple(f"Column number {number}" for number in range(30))
    rows.contacts.set_table(make_table([("x",) * 30], header=wide, mapping=(None,) * 30))
    header = view.header
    header.setFocus(Qt.FocusReason.TabFocusReason)
    beyond = header.length() - view.viewport().width()
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() == beyond)

    for _ in range(29):
        qtbot.keyClick(header, Key.Key_Right)
    left = header.sectionViewportPosition(29)
    assert left >= 0
    assert left + header.sectionSize(29) <= view.viewport().width()

    for _ in range(29):
        qtbot.keyClick(header, Key.Key_Left)
    assert header.sectionViewportPosition(0) == 0


def test_that_resizing_a_column_opens_no_menu(header: ContactHeaderView, qtbot: QtBot) -> None:
    before = header.sectionSize(0)
    edge = QPoint(before - 1, 20)
    qtbot.mouseMove(header.viewport(), edge)
    qtbot.mousePress(header.viewport(), Left, pos=edge)
    qtbot.mouseMove(header.viewport(), edge + QPoint(40, 0))
    qtbot.mouseRelease(header.viewport(), Left, pos=edge + QPoint(40, 0))

    assert header.sectionSize(0) != before
    assert header.menu() is None


def test_that_nothing_can_be_chosen_while_the_rows_are_sent(view: ContactTableView, qtbot: QtBot) -> None:
    view.set_read_only(True)

    qtbot.mouseClick(view.header.viewport(), Left, pos=middle_of(view.header, 0))

    assert view.header.menu() is None


def test_that_a_closed_menu_is_gone(header: ContactHeaderView, qtbot: QtBot) -> None:
    header.open_menu(0)

    qtbot.keyClick(open_menu(header), Key.Key_Escape)

    assert header.menu() is None


def test_that_a_name_with_an_ampersand_is_shown_as_it_is(
    rows: ContactFilterProxyModel, view: ContactTableView
) -> None:
    rows.contacts.set_table(make_table([READY], header=("A&B", *HEADER[1:])))

    view.header.open_menu(1)

    assert action(view.header, Field.PHONE_NUMBER).text() == "phone number (moves here from “A&&B”)"
