"""The account dialog: where an account is, how it signs in, whether that works."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from exogui.exotel.accounts import DataCentre, SignIn
from exogui.gui.dialogs.account_form import AccountForm, faults
from exogui.gui.speech import say
from exogui.gui.theme import UNIT
from exogui.gui.widgets.buttons import describe, make_button
from exogui.gui.widgets.form_field import FormField
from exogui.gui.widgets.labels import make_label
from exogui.gui.widgets.message_bar import MessageBar, MessageKind
from exogui.gui.widgets.secret_field import CompactLineEdit, SecretField
from exogui.gui.widgets.segmented_control import Choice, SegmentedControl
from exogui.messages import accounts as texts
from exogui.messages import policy as policy_texts
from exogui.policy.policy import NO_POLICY, Policy

_WIDTH = 560
_RESULT_HEIGHT = 76
"""Room for three lines, kept free so that no result moves the buttons."""


class AccountDialog(QDialog):
    """Asks and shows; whoever opens it tests, saves and forgets, and tells it how that went.

    It is reused: :meth:`reset` before each time it is opened. Its secrets are gone when it closes.
    """

    test_requested = Signal(AccountForm)
    save_requested = Signal(AccountForm)
    """Answer with ``accept()``, or with :meth:`show_result` when it could not be saved."""
    forget_requested = Signal(str)
    """The id of an account the person wants gone, after having been asked."""

    def __init__(self, parent: QWidget | None = None, *, policy: Policy = NO_POLICY) -> None:
        super().__init__(parent)
        self._policy = policy
        self.setObjectName("account_dialog")
        self.setWindowTitle(say(texts.TITLE))
        self.setFixedWidth(_WIDTH)
        self._account_id = ""
        self._saved: SignIn | None = None
        self._taken_names: Collection[str] = ()
        self._fields: dict[str, FormField] = {}
        self._focus_before: QWidget | None = None
        self._build_where()
        self._build_sign_in()
        self._build_result()
        self._build_buttons()
        self._lay_out()
        self.reset()

    # --- construction -------------------------------------------------------------------------------------

    def _build_where(self) -> None:
        self.name = QLineEdit()
        self.name.setObjectName("account_name")
        self.name.setPlaceholderText(say(texts.NAME_EXAMPLE))
        describe(self.name, say(texts.NAME))
        self.data_centre = SegmentedControl(
            "data_centre",
            say(texts.DATA_CENTRE),
            [
                Choice(DataCentre.SINGAPORE, say(texts.SINGAPORE), say(texts.DATA_CENTRE_MEANS)),
                Choice(DataCentre.MUMBAI, say(texts.MUMBAI), say(texts.DATA_CENTRE_MEANS)),
                Choice(DataCentre.OTHER, say(texts.OTHER), say(texts.OTHER_MEANS)),
            ],
        )
        self.data_centre.value_changed.connect(self._on_data_centre_changed)
        self.address = CompactLineEdit("account_address", say(texts.ADDRESS))
        self.address.setPlaceholderText(say(texts.ADDRESS_EXAMPLE))
        self._forbid_other_addresses()
        self.account_sid = CompactLineEdit("account_sid", say(texts.ACCOUNT_SID), say(texts.WHERE_TO_FIND))
        for title, editor in (
            (texts.NAME, self.name),
            (texts.DATA_CENTRE, self.data_centre),
            (texts.ADDRESS, self.address),
            (texts.ACCOUNT_SID, self.account_sid),
        ):
            self._fields[editor.objectName()] = FormField(say(title), editor)

    def _forbid_other_addresses(self) -> None:
        """Leave as other address the one that the organisation has set, if any."""
        if self._policy.other_addresses:
            return
        if self._preset_address:
            self.address.setReadOnly(True)
            describe(self.address, say(texts.ADDRESS), say(policy_texts.ADDRESS_SET))
        else:
            self.data_centre.forbid(DataCentre.OTHER, say(policy_texts.SWITCHED_OFF))

    @property
    def _preset_address(self) -> str:
        place = self._policy.preset_place
        return "" if place is None else place[1]

    def _build_sign_in(self) -> None:
        self.sign_in = SegmentedControl(
            "sign_in",
            say(texts.SIGN_IN_WITH),
            [
                Choice(SignIn.KEY, say(texts.KEY_AND_TOKEN), say(texts.KEY_AND_TOKEN_MEANS)),
                Choice(SignIn.TOKEN, say(texts.ACCESS_TOKEN_KIND), say(texts.ACCESS_TOKEN_MEANS)),
            ],
        )
        self.sign_in.value_changed.connect(self._on_sign_in_changed)
        self.api_key = SecretField("api_key", say(texts.API_KEY))
        self.api_token = SecretField("api_token", say(texts.API_TOKEN))
        self.access_token = SecretField("access_token", say(texts.ACCESS_TOKEN))
        self._secrets = QStackedWidget()  # both kinds take the same room
        for fields in (
            ((texts.API_KEY, self.api_key), (texts.API_TOKEN, self.api_token)),
            ((texts.ACCESS_TOKEN, self.access_token),),
        ):
            page = QWidget()
            column = _column(page)
            for title, editor in fields:
                self._fields[editor.objectName()] = FormField(say(title), editor)
                column.addWidget(self._fields[editor.objectName()])
            column.addStretch()
            self._secrets.addWidget(page)
        self._fields["sign_in"] = FormField(say(texts.SIGN_IN_WITH), self.sign_in)

    def _build_result(self) -> None:
        self._result = QWidget()
        self._result.setMinimumHeight(_RESULT_HEIGHT)
        self._test_hint = make_label(say(texts.TEST_HINT), "small", name="account_test_hint", wrap=True)
        self.message = MessageBar(can_dismiss=False)
        self.message.setObjectName("account_result")
        self.message.setProperty("inset", True)
        layout = _column(self._result)
        layout.addWidget(self._test_hint)
        layout.addWidget(self.message)
        layout.addStretch()
        self._kept = make_label(role="small", name="account_kept", wrap=True)

    def _build_buttons(self) -> None:
        self.test_button = make_button(say(texts.TEST), "account_test", description=say(texts.TEST_MEANS))
        self.forget_button = make_button(
            say(texts.FORGET), "account_forget", role="danger", description=say(texts.FORGET_MEANS)
        )
        self.cancel_button = make_button(say(texts.CANCEL), "account_cancel")
        self.save_button = make_button(say(texts.SAVE), "account_save", role="primary")
        self.save_button.setDefault(True)
        self._question = make_label(name="forget_question", wrap=True)
        self.keep_button = make_button(say(texts.FORGET_NO), "forget_no")
        self.forget_yes_button = make_button(
            say(texts.FORGET_YES), "forget_yes", role="danger", description=say(texts.FORGET_MEANS)
        )
        self.test_button.clicked.connect(self._on_test_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.cancel_button.clicked.connect(self.reject)
        self.forget_button.clicked.connect(self._on_forget_clicked)
        self.keep_button.clicked.connect(self._on_keep_clicked)
        self.forget_yes_button.clicked.connect(self._on_forget_confirmed)

    def _lay_out(self) -> None:
        self._buttons = QStackedWidget()
        usual = (self.test_button, self.forget_button, None, self.cancel_button, self.save_button)
        asking = (self._question, self.keep_button, self.forget_yes_button)
        for widgets in (usual, asking):
            page = QWidget()
            row = QHBoxLayout(page)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(UNIT)
            for widget in widgets:
                if widget is None:
                    row.addStretch()
                else:
                    row.addWidget(widget, stretch=1 if widget is self._question else 0)
            self._buttons.addWidget(page)
        layout = _column(self)
        layout.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 3 * UNIT)
        layout.addWidget(make_label(say(texts.TITLE), "title", name="account_title"))
        layout.addSpacing(2 * UNIT)
        for name in ("account_name", "data_centre", "account_address", "account_sid", "sign_in"):
            layout.addWidget(self._fields[name])
        layout.addWidget(self._secrets)
        layout.addWidget(self._result)
        layout.addSpacing(UNIT)
        layout.addWidget(self._kept)
        layout.addSpacing(2 * UNIT)
        layout.addWidget(self._buttons)

    # --- what it is told ----------------------------------------------------------------------------------

    def reset(
        self,
        form: AccountForm | None = None,
        *,
        secrets_saved: bool = False,
        keychain: bool = True,
        taken_names: Collection[str] = (),
    ) -> None:
        """Begin anew with ``form``, or with nothing for a new account.

        ``secrets_saved``: secrets of the form's sign-in are kept already, and empty fields mean them.
        ``keychain``: whether this computer has one exogui can use. ``taken_names``: of the other accounts.
        """
        form = form or AccountForm()
        self._account_id = form.account_id
        self._saved = form.sign_in if secrets_saved else None
        self._taken_names = taken_names
        self.name.setText(form.name)
        self.data_centre.set_value(form.data_centre)
        self.address.setText(form.address)
        self.account_sid.setText(form.account_sid)
        self.sign_in.set_value(form.sign_in)
        self._forget_secrets()
        self.api_key.setText(form.api_key)
        self.api_token.setText(form.api_token)
        self.access_token.setText(form.access_token)
        for field in self._fields.values():
            field.clear_error()
        self.show_keychain(keychain)
        self.forget_button.setVisible(bool(form.account_id))
        self._buttons.setCurrentIndex(0)
        self.set_busy(False)
        self._show_idle()
        self._on_data_centre_changed()
        self._on_sign_in_changed()
        empty = [editor for editor in (self.name, self.account_sid, self.api_key) if not editor.text()]
        (empty[0] if empty and not form.account_id else self.name).setFocus()  # past what IT has preset

    def show_keychain(self, usable: bool) -> None:
        """Say where the secrets are going to be kept."""
        where = say(texts.KEPT_IN_KEYCHAIN if usable else texts.KEPT_FOR_SESSION)
        self._kept.setText(f"{say(texts.WHERE_TO_FIND)} {where}")

    @property
    def form(self) -> AccountForm:
        """What is entered now."""
        by_key = self.sign_in.value == SignIn.KEY
        return AccountForm(
            account_id=self._account_id,
            name=" ".join(self.name.text().split()),
            data_centre=DataCentre(self.data_centre.value),
            address=self.address.text(),
            account_sid=self.account_sid.text(),
            sign_in=SignIn(self.sign_in.value),
            api_key=self.api_key.text() if by_key else "",
            api_token=self.api_token.text() if by_key else "",
            access_token="" if by_key else self.access_token.text(),
        )

    def show_testing(self) -> None:
        """The sign-in is being tried."""
        self.set_busy(True)
        self._show(MessageKind.INFO, say(texts.TESTING))

    def show_saving(self) -> None:
        """The account is being saved."""
        self.set_busy(True)
        self._show(MessageKind.INFO, say(texts.SAVING))

    def show_result(self, kind: MessageKind, text: str, data_centre: DataCentre | None = None) -> None:
        """How a test, or saving, ended. ``data_centre``: where the account was found, if elsewhere."""
        self.set_busy(False)
        if data_centre is not None:
            self.data_centre.set_value(data_centre)
        self._show(kind, text)

    def set_busy(self, busy: bool) -> None:
        """While busy nothing can be changed, only given up; then the focus goes back to where it was."""
        if busy:
            self._focus_before = self.focusWidget()
        for field in self._fields.values():
            field.setEnabled(not busy)
        for button in (self.test_button, self.save_button, self.forget_button):
            button.setEnabled(not busy)
        if not busy and self._focus_before is not None:
            self._focus_before.setFocus()  # else Enter would press Cancel, the last one it could be on
            self._focus_before = None

    def _show(self, kind: MessageKind, text: str) -> None:
        self._test_hint.hide()
        self.message.show_message(kind, text)

    def _show_idle(self) -> None:
        self.message.clear()
        self._test_hint.show()

    # --- what the person does -----------------------------------------------------------------------------

    @Slot()
    def _on_data_centre_changed(self) -> None:
        other = self.data_centre.value == DataCentre.OTHER
        self._fields["account_address"].setVisible(other)
        if other and self.address.isReadOnly():
            self.address.setText(self._preset_address)
        self.adjustSize()

    @Slot()
    def _on_sign_in_changed(self) -> None:
        self._secrets.setCurrentIndex(0 if self.sign_in.value == SignIn.KEY else 1)
        kept = say(texts.SAVED_SECRET) if self._saved == self.sign_in.value else ""
        for secret in (self.api_key, self.api_token, self.access_token):
            secret.setPlaceholderText(kept)

    def _checked(self) -> AccountForm | None:
        """The form when all is there; else None, with the first field that lacks something in focus."""
        form = self.form
        found = faults(form, saved=self._saved, taken_names=self._taken_names, policy=self._policy)
        for name, field in self._fields.items():
            field.show_error(say(found[name]) if name in found else "")
        if not found:
            return form
        self._fields[next(iter(found))].editor.setFocus()
        return None

    @Slot()
    def _on_test_clicked(self) -> None:
        if (form := self._checked()) is not None:
            self.test_requested.emit(form)

    @Slot()
    def _on_save_clicked(self) -> None:
        if (form := self._checked()) is not None:
            self.save_requested.emit(form)

    @Slot()
    def _on_forget_clicked(self) -> None:
        self._question.setText(say(texts.FORGET_QUESTION, name=self.form.name))
        self._buttons.setCurrentIndex(1)
        self.keep_button.setFocus()

    @Slot()
    def _on_keep_clicked(self) -> None:
        self._buttons.setCurrentIndex(0)
        self.forget_button.setFocus()

    @Slot()
    def _on_forget_confirmed(self) -> None:
        self.set_busy(True)
        self._buttons.setCurrentIndex(0)
        self.forget_requested.emit(self._account_id)

    def _forget_secrets(self) -> None:
        for secret in (self.api_key, self.api_token, self.access_token):
            secret.forget()

    def done(self, result: int) -> None:
        self._forget_secrets()
        super().done(result)


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
