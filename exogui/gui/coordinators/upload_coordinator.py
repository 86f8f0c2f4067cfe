"""From the Upload button to the result: joins the upload bar, the panel, the result and the job."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMessageBox

from exogui.contacts.table import ContactTable
from exogui.exotel.accounts import Account, Credentials
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.exotel.errors import SignInRefused
from exogui.gui.controllers.accounts_controller import AccountsController
from exogui.gui.controllers.upload_controller import UploadController
from exogui.gui.coordinators.result_data import result_data
from exogui.gui.main_window import MainWindow
from exogui.gui.settings import OpenedFile, Settings
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageKind
from exogui.gui.widgets.upload_bar import UploadChoices, UploadReadiness
from exogui.messages import window as texts
from exogui.messages.catalogue import Text
from exogui.uploads.events import AwaitingAnswer, Sending, UploadEvent, Waiting
from exogui.uploads.options import UploadOptions
from exogui.uploads.result import JobState, UploadResult


@dataclasses.dataclass(frozen=True, slots=True)
class _Order:
    """An upload that was asked for."""

    table: ContactTable
    rows: Sequence[int]
    account: Account
    choices: UploadChoices


class UploadCoordinator(QObject):
    """One upload at a time, from the click to the result on show."""

    unexpected = Signal(object)
    """An exception that nobody expected."""
    sign_in_needed = Signal(object, object)
    """(account, :class:`KeychainFault` or None): nobody knows its credentials; the order waits for them."""
    completed = Signal()
    """Exotel has processed what was sent."""
    closing = Signal()
    """The window may close now."""

    def __init__(
        self,
        window: MainWindow,
        uploads: UploadController,
        accounts: AccountsController,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._uploads = uploads
        self._accounts = accounts
        self._settings = settings
        self._order: _Order | None = None
        self._last_event: UploadEvent | None = None
        self._closing_question: QMessageBox | None = None
        self._close_when_done = False
        self.result: tuple[UploadResult, ContactTable] | None = None
        """The last result and the table that was sent."""
        self._connect()
        self._on_accounts_changed()

    def _connect(self) -> None:
        window, uploads, accounts = self._window, self._uploads, self._accounts
        window.upload_bar.upload_requested.connect(self._on_upload_requested)
        window.upload_bar.choices_changed.connect(self._on_choices_changed)
        window.upload_panel.cancel_requested.connect(uploads.cancel)
        window.commands.upload.triggered.connect(window.upload_bar.button.click)
        window.table_model.table_changed.connect(self.refresh)
        window.table_model.modelReset.connect(self.refresh)
        window.state_changed.connect(self.refresh)
        accounts.accounts_changed.connect(self._on_accounts_changed)
        accounts.credentials_ready.connect(self._on_credentials_ready)
        accounts.credentials_missing.connect(self._on_credentials_missing)
        uploads.event_happened.connect(self._on_event)
        uploads.finished.connect(self._on_finished)
        uploads.preparing_failed.connect(self._on_preparing_failed)

    @property
    def under_way(self) -> bool:
        """Whether an upload has been asked for and has not ended."""
        return self._order is not None

    # --- what can be sent ---------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Show on the bar what the next upload would do."""
        self._window.commands.upload.setEnabled(self._window.reviewing)
        table = self._window.table_model.table
        if table is None:
            return
        counts = table.counts
        ready = counts.rows - counts.errors if table.has_phone_column else 0
        readiness = UploadReadiness(
            ready=ready,
            with_problems=counts.errors,
            has_account=self._accounts.current is not None,
            has_phone_column=table.has_phone_column,
            busy=self.under_way,
        )
        self._window.upload_bar.set_readiness(readiness)

    @Slot()
    def _on_accounts_changed(self) -> None:
        account = self._accounts.current
        choices = self._window.upload_bar.choices
        list_id = self._settings.list_id(account.id) if account is not None else ""
        self._window.upload_bar.set_choices(dataclasses.replace(choices, list_id=list_id))
        self.refresh()

    @Slot(object)
    def _on_choices_changed(self, choices: UploadChoices) -> None:
        if self._accounts.current is not None:
            self._settings.set_list_id(self._accounts.current.id, choices.list_id)

    # --- sending ------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_upload_requested(self, choices: UploadChoices) -> None:
        table, account = self._window.table_model.table, self._accounts.current
        if table is None or account is None or self.under_way:
            return
        order = self._with_rows_on_show(_Order(table, (), account, choices))
        if order is None:
            return
        self._order = order
        self.refresh()
        self._accounts.fetch_credentials(account)

    def _with_rows_on_show(self, order: _Order) -> _Order | None:
        """The order, of the rows as they are on show now: what is shown is what is sent. None for no rows.

        The keychain may take its time, and meanwhile the person goes on working, or opens another file.
        """
        hindrance = None
        if self._window.table_model.table is not order.table:
            hindrance = texts.OTHER_FILE_NOW
        elif self._window.table_model.read_only:
            hindrance = texts.STILL_WORKING
        if hindrance is not None:
            self._window.message_bar.show_message(MessageKind.INFO, say(hindrance))
            return None
        self._window.review_view.table.finish_editing()
        rows = order.table.sendable_rows(include_errors=order.choices.include_problem_rows)
        return dataclasses.replace(order, rows=rows) if rows else None

    @Slot(object, object)
    def _on_credentials_ready(self, account: Account, credentials: Credentials) -> None:
        order = self._order
        if order is None or account.id != order.account.id or self._uploads.busy:
            return
        order = self._order = self._with_rows_on_show(order)
        if order is None:
            self.refresh()
            return
        options = UploadOptions(
            duplicate_action=DuplicateAction(order.choices.duplicate_action),
            list_id=order.choices.list_id,
            file_name=f"{order.table.source.path.stem}.csv",
        )
        self._last_event = None
        self._window.message_bar.clear()
        self._window.upload_panel.start(len(order.rows))
        self._window.table_model.set_read_only(True)
        self._window.show_sending()
        self._uploads.start(order.table, order.rows, account, credentials, options)

    @Slot(object, object)
    def _on_credentials_missing(self, account: Account, fault: object) -> None:
        if self._order is not None and account.id == self._order.account.id:
            self.sign_in_needed.emit(account, fault)

    def give_up_order(self) -> None:
        """The person does not sign in: the order is off, nothing was sent."""
        if not self._uploads.busy:
            self._order = None
            self.refresh()

    def resume_order(self, account: Account) -> None:
        """The person signed in: go on with what was ordered."""
        if self._order is not None and not self._uploads.busy:
            self._order = dataclasses.replace(self._order, account=account)
            self._accounts.fetch_credentials(account)

    @Slot(object)
    def _on_event(self, event: UploadEvent) -> None:
        if not isinstance(event, Waiting):
            self._last_event = event
            self._say_what_closing_means()
        self._window.upload_panel.set_event(event)

    # --- the end ------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_finished(self, result: UploadResult) -> None:
        order = self._end_order()
        if order is None:
            return
        self.result = (result, order.table)
        refused = isinstance(result.error, SignInRefused)
        if result.error is None or refused:
            self._accounts.mark_sign_in(order.account.id, refused=refused)
        self._remember(order, result)
        if result.state is JobState.COMPLETED:
            self.completed.emit()
        self._show(order, result)

    def _show(self, order: _Order, result: UploadResult) -> None:
        data = result_data(result, order.table, order.choices.duplicate_action)
        self._window.result_view.set_data(data)
        self._window.show_result()
        if self._close_when_done:
            self.closing.emit()

    def _remember(self, order: _Order, result: UploadResult) -> None:
        path = str(order.table.source.path)
        opened = OpenedFile(path, time.time(), result.state.value, result.sent, result.refused)
        self._settings.add_recent_file(opened)

    @Slot(object)
    def _on_preparing_failed(self, error: Exception) -> None:
        order = self._end_order()
        if order is None:
            return
        self._window.show_review(order.table.source.path.name)
        from exogui.contacts.writer import PartTooLarge
        from exogui.messages.preparing import preparing_text

        if isinstance(error, PartTooLarge | OSError):
            words = preparing_text(error, len(order.rows), say)
            self._window.message_bar.show_message(MessageKind.ERROR, words)
        else:
            self.unexpected.emit(error)
        if self._close_when_done:
            self.closing.emit()

    def _end_order(self) -> _Order | None:
        order, self._order = self._order, None
        self._window.table_model.set_read_only(False)
        self.refresh()
        return order

    # --- closing ------------------------------------------------------------------------------------------

    def ask_to_close(self, event: QCloseEvent) -> None:
        """Closing waits while an upload is under way; the person is told what it would mean."""
        if not self._uploads.busy:
            return
        event.ignore()
        if not self._close_when_done and self._closing_question is None:
            self._ask_whether_to_close()

    def _ask_whether_to_close(self) -> None:
        self._closing_question = box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setObjectName("closing_question")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(say(texts.CLOSING_TITLE))
        box.setText(say(texts.CLOSING_TITLE))
        close = box.addButton(say(texts.CLOSE_ANYWAY), QMessageBox.ButtonRole.DestructiveRole)
        close.setObjectName("close_anyway")
        stay = box.addButton(say(texts.KEEP_OPEN), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        close.clicked.connect(self._on_close_anyway)
        self._uploads.finished.connect(box.reject)
        box.finished.connect(self._on_closing_question_answered)
        self._say_what_closing_means()
        box.open()

    def _say_what_closing_means(self) -> None:
        """The upload goes on behind the question: what holds may change while it is read."""
        if self._closing_question is not None:
            self._closing_question.setInformativeText(say(self._what_closing_means()))

    @Slot()
    def _on_closing_question_answered(self) -> None:
        self._closing_question = None

    def _what_closing_means(self) -> Text:
        match self._last_event:
            case None | Sending():
                return texts.CLOSING_SENDING
            case AwaitingAnswer():
                return texts.CLOSING_WAITING
        return texts.CLOSING_PROCESSING

    @Slot()
    def _on_close_anyway(self) -> None:
        if not self._uploads.busy:
            self.closing.emit()
            return
        self._close_when_done = True
        self._uploads.cancel()
