from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from exogui.exotel.accounts import PRACTICE_ID
from exogui.gui.widgets.account_button import AccountButton, AccountItem, AccountStatus
from tests.gui.conftest import Show

ACME = AccountItem("a1", "Acme", "Mumbai", AccountStatus.READY)
BETA = AccountItem("b2", "Beta", "Singapore")


@pytest.fixture
def button(show: Show) -> AccountButton:
    made = AccountButton()
    window = show(made)
    layout = window.layout()
    assert layout is not None
    layout.setAlignment(made, Qt.AlignmentFlag.AlignRight)
    return made


def menu_of(button: AccountButton) -> QMenu:
    menu = button.findChild(QMenu, "account_menu")
    assert isinstance(menu, QMenu)
    return menu


def action(button: AccountButton, name: str) -> QAction:
    (found,) = [action for action in menu_of(button).actions() if action.objectName() == name]
    return found


def entries(button: AccountButton) -> list[str]:
    return [action.text() for action in menu_of(button).actions() if not action.isSeparator()]


def test_that_without_an_account_the_button_invites_to_add_one(button: AccountButton) -> None:
    assert button.text() == "Add account"
    assert entries(button) == ["Practice account", "Add account…"]


def test_that_the_account_in_use_is_shown_with_its_place(button: AccountButton) -> None:
    button.set_accounts([ACME, BETA], "a1")

    assert button.text() == "Acme · Mumbai"
    assert button.accessibleName() == "Account: Acme · Mumbai"
    assert entries(button) == [
        "Acme · Mumbai",
        "Beta · Singapore",
        "Practice account",
        "Add account…",
        "Edit Acme…",
    ]
    assert [item.isChecked() for item in menu_of(button).actions() if item.isCheckable()] == [
        True,
        False,
        False,
    ]


def test_that_another_account_can_be_chosen(button: AccountButton, qtbot: QtBot) -> None:
    button.set_accounts([ACME, BETA], "a1")

    with qtbot.waitSignal(button.account_chosen) as chosen:
        action(button, "account_b2").trigger()

    assert chosen.args == ["b2"]


def test_that_the_menu_opens_and_works_by_key(button: AccountButton, qtbot: QtBot) -> None:
    button.set_accounts([ACME, BETA], "a1")
    button.setFocus()
    menu = menu_of(button)
    chosen: list[str] = []
    button.account_chosen.connect(chosen.append)

    def choose_the_second() -> None:
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    menu.aboutToShow.connect(choose_the_second, Qt.ConnectionType.QueuedConnection)
    qtbot.keyClick(button, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: chosen == ["b2"])


def test_that_practice_is_not_an_account_like_others(button: AccountButton, qtbot: QtBot) -> None:
    button.set_accounts([ACME], "a1")

    with qtbot.waitSignal(button.practice_chosen), qtbot.assertNotEmitted(button.account_chosen):
        action(button, "account_practice").trigger()

    button.set_accounts([ACME], PRACTICE_ID)
    assert button.text() == "Practice account"
    assert not any(text.startswith("Edit") for text in entries(button))


def test_that_accounts_can_be_added_and_edited(button: AccountButton, qtbot: QtBot) -> None:
    button.set_accounts([ACME], "a1")

    with qtbot.waitSignal(button.add_requested):
        action(button, "account_add").trigger()
    with qtbot.waitSignal(button.edit_requested) as edited:
        action(button, "account_edit").trigger()
    assert edited.args == ["a1"]


def test_that_an_ampersand_in_a_name_is_shown_and_is_no_shortcut(button: AccountButton) -> None:
    button.set_accounts([AccountItem("a1", "Rao & Sons", "Mumbai")], "a1")

    assert button.text() == "Rao & Sons · Mumbai"
    assert entries(button)[0] == "Rao && Sons · Mumbai"


def test_that_each_status_has_a_shape_and_a_word_of_its_own(button: AccountButton) -> None:
    pictures, tips = [], []
    for status in AccountStatus:
        button.set_accounts([AccountItem("a1", "Acme", "Mumbai", status)], "a1")
        pictures.append(button.grab().toImage().convertToFormat(QImage.Format.Format_Mono))
        tips.append(button.toolTip())

    assert all(one != other for one, other in combinations(pictures, 2))
    assert len(set(tips)) == len(AccountStatus)


def test_that_a_long_name_does_not_push_the_rest_away(button: AccountButton) -> None:
    name = "Acme and Sons Contact Centre Services Private Limited"

    button.set_accounts([AccountItem("a1", name, "Mumbai")], "a1")

    assert button.sizeHint().width() <= 260
    assert f"{name} · Mumbai" in button.toolTip()
