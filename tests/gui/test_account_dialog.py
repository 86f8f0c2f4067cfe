from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from exogui.exotel.accounts import DataCentre, SignIn
from exogui.gui.dialogs.account_dialog import AccountDialog
from exogui.gui.dialogs.account_form import AccountForm
from exogui.gui.widgets.message_bar import MessageKind
from exogui.gui.widgets.secret_field import SecretField
from exogui.messages import accounts as texts

LEFT = Qt.MouseButton.LeftButton
FULL = AccountForm(
    "a1", "Acme", DataCentre.MUMBAI, "", "acme1", SignIn.KEY, api_key="key-8f3a", api_token="token-77c1"
)


@pytest.fixture
def dialog(qtbot: QtBot) -> AccountDialog:
    made = AccountDialog()
    qtbot.addWidget(made)
    made.open()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def error(dialog: AccountDialog, name: str) -> str:
    label = dialog.findChild(QLabel, f"{name}_error")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def paste(qtbot: QtBot, editor: QLineEdit, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def layout_of(dialog: AccountDialog) -> tuple[int, int]:
    """How high the dialog wants to be, and where its last button is."""
    QApplication.processEvents()
    return dialog.sizeHint().height(), dialog.save_button.mapTo(dialog, QPoint(0, 0)).y()


def fill(dialog: AccountDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.name, "Acme")
    qtbot.mouseClick(dialog.data_centre.segment("mumbai"), LEFT)
    qtbot.keyClicks(dialog.account_sid, "acme1")
    qtbot.keyClicks(dialog.api_key, "key-8f3a")
    qtbot.keyClicks(dialog.api_token, "token-77c1")


# --- filling it in -----------------------------------------------------------------------------------------


def test_that_a_new_account_is_entered_and_saved(dialog: AccountDialog, qtbot: QtBot) -> None:
    fill(dialog, qtbot)

    with qtbot.waitSignal(dialog.save_requested) as saved:
        qtbot.mouseClick(dialog.save_button, LEFT)

    assert saved.args == [
        AccountForm(
            name="Acme",
            data_centre=DataCentre.MUMBAI,
            account_sid="acme1",
            api_key="key-8f3a",
            api_token="token-77c1",
        )
    ]
    assert dialog.isVisible(), "whoever saves it says when it is done"


def test_that_enter_saves(dialog: AccountDialog, qtbot: QtBot) -> None:
    fill(dialog, qtbot)

    with qtbot.waitSignal(dialog.save_requested), qtbot.assertNotEmitted(dialog.test_requested):
        qtbot.keyClick(dialog.api_token, Qt.Key.Key_Return)


def test_that_test_hands_on_what_is_entered(dialog: AccountDialog, qtbot: QtBot) -> None:
    dialog.reset(FULL)

    with qtbot.waitSignal(dialog.test_requested) as tested, qtbot.assertNotEmitted(dialog.save_requested):
        qtbot.mouseClick(dialog.test_button, LEFT)

    assert tested.args == [FULL]


def test_that_an_access_token_goes_without_the_key(dialog: AccountDialog, qtbot: QtBot) -> None:
    fill(dialog, qtbot)
    qtbot.mouseClick(dialog.sign_in.segment("token"), LEFT)
    qtbot.keyClicks(dialog.access_token, "eyJ0")

    form = dialog.form

    assert (form.sign_in, form.access_token) == (SignIn.TOKEN, "eyJ0")
    assert (form.api_key, form.api_token) == ("", "")


def test_that_what_is_pasted_loses_spaces_and_invisible_characters(
    dialog: AccountDialog, qtbot: QtBot
) -> None:
    paste(qtbot, dialog.account_sid, " acme1\n")
    paste(qtbot, dialog.api_key, "\u200bkey-8f3a\u00a0\u200e")
    paste(qtbot, dialog.api_token, "token-\r\n77c1\t")
    paste(qtbot, dialog.name, "  Acme   Sales ")

    form = dialog.form

    assert (form.account_sid, form.api_key, form.api_token) == ("acme1", "key-8f3a", "token-77c1")
    assert form.name == "Acme Sales"


def test_that_typing_in_the_middle_keeps_the_cursor_in_place(dialog: AccountDialog, qtbot: QtBot) -> None:
    dialog.account_sid.setText("acme1")
    dialog.account_sid.setCursorPosition(2)

    qtbot.keyClicks(dialog.account_sid, " X")

    assert dialog.account_sid.text() == "acXme1"
    assert dialog.account_sid.cursorPosition() == 3


def test_that_the_address_is_asked_for_only_where_it_is_needed(dialog: AccountDialog, qtbot: QtBot) -> None:
    assert not dialog.address.isVisible()

    qtbot.mouseClick(dialog.data_centre.segment("other"), LEFT)

    assert dialog.address.isVisible()


# --- what is missing ---------------------------------------------------------------------------------------


def test_that_what_is_missing_is_said_at_its_field(dialog: AccountDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.save_requested):
        qtbot.mouseClick(dialog.save_button, LEFT)

    assert error(dialog, "account_name") == texts.NEED_NAME.source
    assert error(dialog, "account_sid") == texts.NEED_SID.source
    assert error(dialog, "api_key") == texts.NEED_KEY.source
    assert error(dialog, "api_token") == texts.NEED_TOKEN.source
    assert dialog.name.hasFocus()
    assert dialog.name.accessibleDescription() == texts.NEED_NAME.source


def test_that_a_complaint_ends_when_the_field_is_filled(dialog: AccountDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.save_button, LEFT)

    qtbot.keyClicks(dialog.name, "A")

    assert error(dialog, "account_name") == ""
    assert dialog.name.accessibleDescription() == ""
    assert error(dialog, "account_sid") != ""


def test_that_a_complaint_moves_nothing(dialog: AccountDialog, qtbot: QtBot) -> None:
    before = layout_of(dialog)

    qtbot.mouseClick(dialog.save_button, LEFT)

    assert error(dialog, "account_name") != ""
    assert layout_of(dialog) == before


def test_that_saved_secrets_need_not_be_entered_again(dialog: AccountDialog, qtbot: QtBot) -> None:
    dialog.reset(AccountForm("a1", "Acme", DataCentre.MUMBAI, "", "acme1"), secrets_saved=True)
    assert dialog.api_token.placeholderText() == texts.SAVED_SECRET.source

    with qtbot.waitSignal(dialog.save_requested) as saved:
        qtbot.mouseClick(dialog.save_button, LEFT)

    assert saved.args[0].has_no_secret


def test_that_half_a_new_sign_in_is_not_mixed_with_the_saved_one(dialog: AccountDialog, qtbot: QtBot) -> None:
    dialog.reset(AccountForm("a1", "Acme", DataCentre.MUMBAI, "", "acme1"), secrets_saved=True)
    qtbot.keyClicks(dialog.api_key, "new-key")

    with qtbot.assertNotEmitted(dialog.save_requested):
        qtbot.mouseClick(dialog.save_button, LEFT)

    assert error(dialog, "api_token") == texts.NEED_TOKEN.source


def test_that_a_saved_key_does_not_stand_for_a_token(dialog: AccountDialog, qtbot: QtBot) -> None:
    dialog.reset(AccountForm("a1", "Acme", DataCentre.MUMBAI, "", "acme1"), secrets_saved=True)
    qtbot.mouseClick(dialog.sign_in.segment("token"), LEFT)

    with qtbot.assertNotEmitted(dialog.save_requested):
        qtbot.mouseClick(dialog.save_button, LEFT)

    assert error(dialog, "access_token") == texts.NEED_ACCESS_TOKEN.source
    assert dialog.access_token.placeholderText() == ""


# --- secrets -----------------------------------------------------------------------------------------------


def secret_fields(dialog: AccountDialog) -> list[SecretField]:
    return [dialog.api_key, dialog.api_token, dialog.access_token]


def test_that_secrets_are_hidden_until_asked_for(dialog: AccountDialog, qtbot: QtBot) -> None:
    dialog.reset(FULL)
    assert {field.echoMode() for field in secret_fields(dialog)} == {QLineEdit.EchoMode.Password}

    qtbot.mouseClick(dialog.api_token.show_button, LEFT)

    assert dialog.api_token.displayText() == "token-77c1"
    assert dialog.api_token.show_button.accessibleName() == "Hide API token"
    assert dialog.api_key.displayText() != "key-8f3a"


@pytest.mark.parametrize("way", ["accept", "reject", "close"])
def test_that_no_secret_outlives_the_dialog(dialog: AccountDialog, qtbot: QtBot, way: str) -> None:
    dialog.reset(FULL)
    qtbot.keyClicks(dialog.access_token, "eyJ0")
    qtbot.mouseClick(dialog.api_token.show_button, LEFT)

    getattr(dialog, way)()

    assert not dialog.isVisible()
    for field in secret_fields(dialog):
        assert field.text() == ""
        assert field.echoMode() == QLineEdit.EchoMode.Password
        field.undo()
        assert field.text() == ""


def test_that_escape_gives_up(dialog: AccountDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.name, Qt.Key.Key_Escape)


# --- how it went -------------------------------------------------------------------------------------------


def test_that_a_result_is_shown_inside_and_moves_nothing(dialog: AccountDialog) -> None:
    idle = layout_of(dialog)
    dialog.show_testing()
    testing = layout_of(dialog)
    dialog.show_result(
        MessageKind.ERROR,
        "Exotel refused the API key or the token, in Singapore and in Mumbai. Copy both again from "
        "Settings › API Settings in the Exotel dashboard and press Test.",
    )

    assert idle == testing == layout_of(dialog)
    assert dialog.message.isVisible()
    assert dialog.message.height() <= 76


def test_that_nothing_can_be_changed_while_exotel_is_asked(dialog: AccountDialog) -> None:
    dialog.reset(FULL)

    dialog.show_testing()

    controls: list[QWidget] = [dialog.name, dialog.data_centre, dialog.sign_in, dialog.api_key]
    controls += [dialog.test_button, dialog.save_button, dialog.forget_button]
    assert not any(control.isEnabled() for control in controls)
    assert dialog.cancel_button.isEnabled()
    dialog.show_result(MessageKind.SUCCESS, "Exotel accepted the sign-in.")
    assert all(control.isEnabled() for control in controls)


def test_that_the_data_centre_that_answered_is_chosen(dialog: AccountDialog) -> None:
    dialog.reset(AccountForm("a1", "Acme", DataCentre.SINGAPORE, "", "acme1"))

    dialog.show_result(MessageKind.SUCCESS, "Found in Mumbai.", DataCentre.MUMBAI)

    assert dialog.form.data_centre is DataCentre.MUMBAI


def test_that_where_secrets_are_kept_is_said(dialog: AccountDialog) -> None:
    kept = dialog.findChild(QLabel, "account_kept")
    assert isinstance(kept, QLabel)

    dialog.reset(keychain=True)
    assert texts.KEPT_IN_KEYCHAIN.source in kept.text()
    dialog.reset(keychain=False)
    assert texts.KEPT_FOR_SESSION.source in kept.text()
    assert texts.WHERE_TO_FIND.source in kept.text()


def test_that_one_account_leaves_nothing_in_the_next(dialog: AccountDialog, qtbot: QtBot) -> None:
    dialog.reset(FULL)
    dialog.name.clear()
    qtbot.mouseClick(dialog.save_button, LEFT)
    dialog.show_result(MessageKind.ERROR, "No.")

    dialog.reset()

    assert dialog.form == AccountForm()
    assert error(dialog, "account_name") == ""
    assert not dialog.message.isVisible()


# --- forgetting --------------------------------------------------------------------------------------------


def test_that_a_new_account_cannot_be_forgotten(dialog: AccountDialog) -> None:
    assert not dialog.forget_button.isVisible()


def test_that_forgetting_asks_first(dialog: AccountDialog, qtbot: QtBot) -> None:
    dialog.reset(FULL)
    with qtbot.assertNotEmitted(dialog.forget_requested):
        qtbot.mouseClick(dialog.forget_button, LEFT)
    assert dialog.keep_button.hasFocus(), "Enter must not forget"

    with qtbot.assertNotEmitted(dialog.forget_requested):
        qtbot.mouseClick(dialog.keep_button, LEFT)
    assert dialog.forget_button.isVisible()


def test_that_forgetting_happens_when_it_is_meant(dialog: AccountDialog, qtbot: QtBot) -> None:
    dialog.reset(FULL)
    qtbot.mouseClick(dialog.forget_button, LEFT)

    with qtbot.waitSignal(dialog.forget_requested) as forgotten:
        qtbot.mouseClick(dialog.forget_yes_button, LEFT)

    assert forgotten.args == ["a1"]
    assert not dialog.save_button.isEnabled()


# --- for everyone ------------------------------------------------------------------------------------------


def test_that_tab_walks_the_form_from_top_to_bottom(dialog: AccountDialog, qtbot: QtBot) -> None:
    dialog.reset(FULL)
    dialog.name.setFocus()
    walked = []
    for _ in range(11):
        current = dialog.focusWidget()
        assert current is not None
        walked.append(current.objectName())
        qtbot.keyClick(current, Qt.Key.Key_Tab)

    assert walked == [
        "account_name",
        "data_centre_mumbai",
        "account_sid",
        "sign_in_key",
        "api_key",
        "api_key_show",
        "api_token",
        "api_token_show",
        "account_test",
        "account_forget",
        "account_cancel",
    ]


def test_that_every_control_has_a_name_for_screen_readers(dialog: AccountDialog) -> None:
    dialog.reset(FULL)
    controls = [
        widget for widget in dialog.findChildren(QWidget) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]

    assert len(controls) > 10
    assert [control for control in controls if not control.accessibleName() or not control.objectName()] == []
