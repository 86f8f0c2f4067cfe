"""From the Upload button to the result: joins the upload bar, the panel, the result and the job."""

from __future__ import annotations

import dataclasses
import time

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QCloseEvent

from exogui.contacts.table import ContactTable
from exogui.exotel.accounts import Account, Credentials
from exogui.exotel.errors import SignInRefused
from exogui.gui.controllers.accounts_controller import AccountsController
from exogui.gui.controllers.upload_controller import UploadController
from exogui.gui.coordinators.closing_guard import ClosingGuard
from exogui.gui.coordinators.going_on import GoingOn
from exogui.gui.coordinators.mended_rows import MendedRows
from exogui.gui.coordinators.ordered_upload import OrderedUpload
from exogui.gui.coordinators.result_data import result_data
from exogui.gui.coordinators.sent_before_question import SentBeforeQuestion
from exogui.gui.main_window import MainWindow
from exogui.gui.settings import OpenedFile, Settings
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageKind
from exogui.gui.widgets.upload_bar import UploadChoices, UploadReadiness
from exogui.messages import window as texts
from exogui.uploads.events import UploadEvent
from exogui.uploads.preparing import PreparedJob
from exogui.uploads.records import JobRecord
from exogui.uploads.result import UploadResult


@dataclasses.dataclass(frozen=True, slots=True)
class _Shown:
    """The last result and the table that was sent."""

    result: UploadResult
    table: ContactTable


class UploadCoordinator(QObject):
    """One upload at a time, from the click to the result on show."""

    unexpected = Signal(object)
    """An exception that nobody expected."""
    sign_in_needed = Signal(object, object)
    """(account, :class:`KeychainFault` or None): nobody knows its credentials; the order waits for them."""
    sign_in_refused = Signal(object)
    """The :class:`Account` whose credentials Exotel takes no more; the job waits for others."""
    result_ready = Signal(object)
    """The :class:`UploadResult` on show."""
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
        self._order: OrderedUpload | None = None
        self._prepared: PreparedJob | None = None
        self._mended = MendedRows()
        self._shown: _Shown | None = None
        self._waits_for_sign_in = False
        self._guard = ClosingGuard(window, lambda: self._begun, self._stop_for_closing)
        self._guard.closing.connect(self.closing)
        self._sent_before = SentBeforeQuestion(window)
        self._sent_before.agreed.connect(self._run)
        self._sent_before.declined.connect(self._discard)
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
        uploads.prepared.connect(self._on_prepared)
        uploads.preparing_failed.connect(self._on_preparing_failed)
        uploads.preparing_stopped.connect(self._on_nothing_sent)
        uploads.discarded.connect(self._on_nothing_sent)
        uploads.event_happened.connect(self._on_event)
        uploads.sign_in_needed.connect(self._on_sign_in_needed)
        uploads.finished.connect(self._on_finished)
        uploads.failed.connect(self._on_failed)

    @property
    def under_way(self) -> bool:
        """Whether an upload has been asked for and has not ended."""
        return self._order is not None

    @property
    def _begun(self) -> bool:
        """Whether the rows and the account of the upload are settled: it is prepared, or runs."""
        return self._uploads.busy or self._prepared is not None

    @property
    def result(self) -> UploadResult | None:
        """The last result."""
        return self._shown.result if self._shown is not None else None

    def set_fixing(self, table: ContactTable, job: JobRecord) -> None:
        """``table`` holds refused rows of ``job``: to send it is another attempt of the same job."""
        self._mended.begin(table, job)
        action = job.duplicate_action.value
        self._window.upload_bar.set_choices(UploadChoices(action, job.list_id))
        self.refresh()

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
            continues=self._mended.job_of(table, self._accounts.current) is not None,
        )
        self._window.upload_bar.set_readiness(readiness)

    @Slot()
    def _on_accounts_changed(self) -> None:
        account = self._accounts.current
        choices = self._window.upload_bar.choices
        list_id = self._settings.list_id(account.id) if account is not None else ""
        job = self._mended.job_of(self._window.table_model.table, account)
        if job is not None:
            list_id = job.list_id  # another attempt goes where the first one went
        self._window.upload_bar.set_choices(dataclasses.replace(choices, list_id=list_id))
        self.refresh()

    @Slot(object)
    def _on_choices_changed(self, choices: UploadChoices) -> None:
        if self._accounts.current is not None:
            self._settings.set_list_id(self._accounts.current.id, choices.list_id)

    # --- what is asked for --------------------------------------------------------------------------------

    @Slot(object)
    def _on_upload_requested(self, choices: UploadChoices) -> None:
        table, account = self._window.table_model.table, self._accounts.current
        if table is None or account is None or self.under_way:
            return
        job = self._mended.job_of(table, account)
        self._ask_for_credentials(self._with_rows_on_show(OrderedUpload(table, (), account, choices, job)))

    def go_on(self, wish: GoingOn) -> bool:
        """Take a job up again whose list is open. False: its list is closed, or its account gone."""
        job, shown = wish.job, self._shown
        account = self._accounts.account_of(job)
        if shown is None or shown.result.job is None or shown.result.job.id != job.id:
            return False
        if self._window.table_model.table is not shown.table or self.under_way or account is None:
            return False
        choices = UploadChoices(job.duplicate_action.value, job.list_id)
        self._ask_for_credentials(OrderedUpload(shown.table, (), account, choices, job, wish))
        return True

    def _ask_for_credentials(self, order: OrderedUpload | None) -> None:
        if order is not None:
            self._order = order
            self.refresh()
            self._accounts.fetch_credentials(order.account)

    def _with_rows_on_show(self, order: OrderedUpload) -> OrderedUpload | None:
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
        if order.going_on is not None:
            return order
        self._window.review_view.table.finish_editing()
        rows = order.table.sendable_rows(include_errors=order.choices.include_problem_rows)
        return dataclasses.replace(order, rows=rows) if rows else None

    @Slot(object, object)
    def _on_credentials_ready(self, account: Account, credentials: Credentials) -> None:
        order = self._order
        if order is None or account != order.account:
            return
        if self._waits_for_sign_in:
            if account.id in self._accounts.refused:
                return  # asked for by somebody else, and refused just now
            self._waits_for_sign_in = False
            self._uploads.sign_in_again(credentials)
            return
        if self._begun:
            return
        order = self._with_rows_on_show(order)
        if order is not None:
            order = dataclasses.replace(order, credentials=credentials)
        self._order = order
        if order is None:
            self.refresh()
            return
        self._show_sending(order)
        if order.going_on is not None:
            wish = order.going_on
            self._uploads.pick_up(
                wish.job.id, account, credentials, send=wish.send, choice=wish.choice, about=wish.about
            )
        else:
            self._uploads.prepare(order.table, order.rows, order.upload_order, order.job)

    def _show_sending(self, order: OrderedUpload) -> None:
        self._guard.begin()
        self._window.message_bar.clear()
        self._window.upload_panel.start(order.row_count)
        self._window.table_model.set_read_only(True)
        self._window.show_sending()

    @Slot(object, object)
    def _on_credentials_missing(self, account: Account, fault: object) -> None:
        order = self._order
        if order is not None and account == order.account and (self._waits_for_sign_in or not self._begun):
            self.sign_in_needed.emit(account, fault)

    @Slot()
    def _on_sign_in_needed(self) -> None:
        """Exotel refuses the sign-in in the middle of the job, which waits."""
        if self._order is None:
            return
        self._waits_for_sign_in = True
        self._accounts.mark_sign_in(self._order.account.id, refused=True)
        if self._order.account.id in {account.id for account in self._accounts.accounts}:
            self.sign_in_refused.emit(self._order.account)
        else:  # the practice account has no credentials to enter
            self.give_up_order(self._order.account.id)

    @Slot(str)
    def give_up_order(self, account_id: str) -> None:
        """The person does not sign in to an account: what has not gone out to it stays here."""
        if self._order is None or self._order.account.id != account_id:
            return
        if self._waits_for_sign_in:
            self._waits_for_sign_in = False
            self._uploads.sign_in_again(None)
        elif not self._begun:
            self._order = None
            self.refresh()

    def resume_order(self, account: Account) -> None:
        """The person signed in: go on with what was ordered, unless it began at another place."""
        order = self._order
        if order is None or order.account.id != account.id:
            return
        settled = self._begun or order.job is not None
        if settled and account.place != order.account.place:
            self.give_up_order(account.id)
        elif self._waits_for_sign_in or not self._begun:
            self._order = dataclasses.replace(order, account=account)
            self._accounts.fetch_credentials(account)

    # --- sending ------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_prepared(self, prepared: PreparedJob) -> None:
        self._prepared = prepared
        if self._order is None or self._guard.wanted:
            self._discard()
        else:
            self._sent_before.ask(prepared, len(self._order.rows))

    @Slot()
    def _run(self) -> None:
        prepared, order = self._prepared, self._order
        if self._guard.wanted:
            self._discard()
        elif prepared is not None and order is not None and order.credentials is not None:
            self._prepared = None
            self._uploads.run(prepared, order.account, order.credentials)

    @Slot()
    def _discard(self) -> None:
        prepared, self._prepared = self._prepared, None
        if prepared is not None:
            self._uploads.discard(prepared)

    @Slot(object)
    def _on_event(self, event: UploadEvent) -> None:
        self._guard.observe(event)
        self._window.upload_panel.set_event(event)

    # --- the end ------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_finished(self, result: UploadResult) -> None:
        order = self._end_order()
        if order is None:
            return
        refused = isinstance(result.error, SignInRefused)
        if result.error is None or refused:
            self._accounts.mark_sign_in(order.account.id, refused=refused)
        self._remember(order, result)
        if result.counts.sent:
            self.completed.emit()
        self._shown = _Shown(result, order.table)
        self._mended.end(order.table, result.job)
        self.show_result(result)
        self._guard.end()

    def show_result(self, result: UploadResult, *, reopened: bool = False) -> None:
        """Put a result on show, of this upload or of one from before."""
        can_go_back = self._window.table_model.table is not None
        data = dataclasses.replace(result_data(result), can_go_back=can_go_back, reopened=reopened)
        self._window.result_view.set_data(data)
        self._window.show_result()
        self.result_ready.emit(result)

    def _remember(self, order: OrderedUpload, result: UploadResult) -> None:
        path = str(order.table.source.path)
        opened = OpenedFile(path, time.time(), result.state.value, result.sent, result.counts.refused)
        self._settings.add_recent_file(opened)

    @Slot(object)
    def _on_preparing_failed(self, error: Exception) -> None:
        order = self._end_order()
        if order is None:
            return
        from exogui.messages.preparing import preparing_text

        self._window.show_review(order.table.source.path.name)
        words = preparing_text(error, order.table, say)
        if words:
            self._window.message_bar.show_message(MessageKind.ERROR, words)
        else:
            self.unexpected.emit(error)
        self._guard.end()

    @Slot()
    def _on_nothing_sent(self) -> None:
        """Stopped, or not wanted after all, before there was anything to tell."""
        order = self._end_order()
        if order is not None:
            self._window.show_review(order.table.source.path.name)
        self._guard.end()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """The job could not be taken up: another window works on it, its record cannot be read."""
        self._on_preparing_failed(error)

    def _end_order(self) -> OrderedUpload | None:
        order, self._order = self._order, None
        self._waits_for_sign_in = False
        self._window.table_model.set_read_only(False)
        self.refresh()
        return order

    # --- closing ------------------------------------------------------------------------------------------

    def ask_to_close(self, event: QCloseEvent) -> None:
        """Closing waits while an upload is under way; the person is told what it would mean."""
        self._guard.ask_to_close(event)

    def _stop_for_closing(self) -> None:
        if self._uploads.busy:
            self._uploads.cancel()
        else:
            self._discard()
