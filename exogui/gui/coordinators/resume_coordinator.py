"""Uploads whose list is not open: picked up by themselves at the start, or taken up again by the person.

What Exotel has is asked about without a question, for that sends nothing. Nothing is sent by itself.
"""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QCloseEvent

from exogui.exotel.accounts import PRACTICE_ID, Account, Credentials
from exogui.gui.controllers.accounts_controller import AccountsController
from exogui.gui.controllers.left_over_controller import LeftOver, LeftOverController
from exogui.gui.controllers.upload_controller import UploadController
from exogui.gui.coordinators.closing_guard import ClosingGuard
from exogui.gui.coordinators.going_on import GoingOn
from exogui.gui.main_window import MainWindow
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageAction, MessageKind
from exogui.messages import left_over as texts
from exogui.messages.catalogue import Text
from exogui.messages.journal import journal_fault_text, set_aside_text, without_journal_text
from exogui.messages.policy import switched_off_text
from exogui.messages.uploads import counts_text
from exogui.policy.policy import SwitchedOff
from exogui.uploads.events import UploadEvent
from exogui.uploads.journal_database import JournalError
from exogui.uploads.preparing import JobInUse
from exogui.uploads.records import AT_EXOTEL, JobRecord
from exogui.uploads.result import JobState, UploadResult

_NO_RECORD, _WAITING = "no_record", "what_waits"
"""Reminders: where uploads are not written down, and which of them need a person."""
_SHOW_RESULT, _SHOW_JOB, _SHOW_HISTORY = "show_resumed", "show_left_over", "show_history"


class ResumeCoordinator(QObject):
    """One job after the other, beside whatever else the window does."""

    result_wanted = Signal(object)
    """An :class:`UploadResult` is to be shown."""
    job_wanted = Signal(str)
    """The result of a job is to be shown; its id."""
    history_wanted = Signal()
    changed = Signal()
    """A job stands differently now."""
    closing = Signal()
    """The window may close now."""
    unexpected = Signal(object)
    """An exception that nobody expected."""

    def __init__(
        self,
        window: MainWindow,
        left_over: LeftOverController,
        uploads: UploadController,
        accounts: AccountsController,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._uploads = uploads
        self._accounts = accounts
        self._waiting: deque[GoingOn] = deque()
        self._current: GoingOn | None = None
        self._account: Account | None = None
        """That of the current job."""
        self._attention: list[JobRecord] = []
        self._result: UploadResult | None = None
        self._guard = ClosingGuard(window, self._holds_window, uploads.cancel)
        self._guard.closing.connect(self.closing)
        window.message_bar.action_triggered.connect(self._on_message_action)
        window.commands.history.triggered.connect(self._forget_what_waits)  # there it stands, with the rest
        left_over.found.connect(self._on_found)
        left_over.failed.connect(self._on_look_failed)
        accounts.credentials_ready.connect(self._on_credentials_ready)
        accounts.credentials_missing.connect(self._on_credentials_missing)
        uploads.event_happened.connect(self._on_event)
        uploads.sign_in_needed.connect(self._on_sign_in_needed)
        uploads.finished.connect(self._on_finished)
        uploads.failed.connect(self._on_failed)

    @property
    def idle(self) -> bool:
        """Whether no upload is being gone on with, or waits for its turn."""
        return self._current is None and not self._waiting

    # --- at the start -------------------------------------------------------------------------------------

    @Slot(object)
    def _on_found(self, found: LeftOver) -> None:
        if found.fault is not None:
            self._remind(_NO_RECORD, without_journal_text(found.fault, say))
        elif found.set_aside is not None:
            self._remind(_NO_RECORD, set_aside_text(found.set_aside, say))
        for job in found.jobs:
            if any(part.state in AT_EXOTEL for part in job.parts):
                self._waiting.append(GoingOn(job))
            else:
                self._attention.append(job)
        if self._waiting:
            self._say(MessageKind.INFO, say(texts.ASKING, file=self._waiting[0].job.file_name))
            self._next()
        else:
            self._tell_what_waits()

    @Slot(object)
    def _on_look_failed(self, error: Exception) -> None:
        if isinstance(error, JournalError):
            self._say(MessageKind.WARNING, journal_fault_text(error.fault, say))
        else:
            self.unexpected.emit(error)

    def _tell_what_waits(self) -> None:
        """What needs a person is said when nothing else is going on."""
        jobs = self._attention
        if len(jobs) == 1:
            words = say(texts.WAITS, file=jobs[0].file_name, counts=counts_text(jobs[0].counts, say))
            self._remind(_WAITING, words, MessageAction(_SHOW_JOB, say(texts.SHOW)))
        elif jobs:
            action = MessageAction(_SHOW_HISTORY, say(texts.SHOW_HISTORY))
            self._remind(_WAITING, say(texts.WAIT, len(jobs)), action)
        else:
            self._forget_what_waits()

    @Slot()
    def _forget_what_waits(self) -> None:
        self._window.message_bar.forget_reminder(_WAITING)

    # --- going on -----------------------------------------------------------------------------------------

    @Slot(object)
    def go_on(self, wish: GoingOn) -> None:
        """Do what a person wants of a job; once, however often they say so before it is done."""
        job = wish.job
        under_way = self._current is not None and self._current.job.id == job.id and self._current.sends
        if not under_way:
            self._attention = [other for other in self._attention if other.id != job.id]
            self._waiting = deque(other for other in self._waiting if other.job.id != job.id)
            self._waiting.append(wish)
        words = texts.SENDING_REST if under_way or wish.sends else texts.ASKING_AGAIN
        self._say(MessageKind.INFO, say(words, file=job.file_name))
        self._next()

    def _next(self) -> None:
        if self._current is not None or not self._waiting:
            return
        wish = self._current = self._waiting.popleft()
        self._account = account = self._accounts.account_of(wish.job)
        if account is None:
            practised = wish.job.account.id == PRACTICE_ID
            self._end(texts.PRACTICE_ENDED if practised else texts.ACCOUNT_GONE)
        else:
            self._guard.begin()
            self._accounts.fetch_credentials(account)

    @Slot(object, object)
    def _on_credentials_ready(self, account: Account, credentials: Credentials) -> None:
        wish = self._current
        if wish is not None and account == self._account and not self._uploads.busy:
            self._uploads.pick_up(
                wish.job.id, account, credentials, send=wish.send, choice=wish.choice, about=wish.about
            )

    @Slot(object, object)
    def _on_credentials_missing(self, account: Account, _fault: object) -> None:
        if self._current is not None and account == self._account and not self._uploads.busy:
            self._end(texts.NO_SIGN_IN)

    @Slot()
    def _on_sign_in_needed(self) -> None:
        """Nobody asked for this just now, so nobody is asked: it stays as it is, and the result says why."""
        self._uploads.sign_in_again(None)

    @Slot(object)
    def _on_event(self, event: UploadEvent) -> None:
        self._guard.observe(event)

    @Slot(object)
    def _on_finished(self, result: UploadResult) -> None:
        job, counts = result.job, result.counts
        self._result = result
        self.changed.emit()
        if job is not None and result.state is not JobState.CANCELLED:
            show = MessageAction(_SHOW_RESULT, say(texts.SHOW))
            if result.balanced and not (counts.refused or counts.waiting):
                words = say(texts.ENDED_WELL, counts.total, file=job.file_name)
                self._say(MessageKind.SUCCESS, words, show)
            else:
                words = say(texts.ENDED, file=job.file_name, counts=counts_text(counts, say))
                self._say(MessageKind.WARNING, words, show)
        self._go_to_next()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        match error:
            case JobInUse():
                self._end(texts.IN_USE)
            case JournalError(fault=fault):
                self._say(MessageKind.WARNING, journal_fault_text(fault, say))
                self._go_to_next()
            case SwitchedOff():
                self._say(MessageKind.WARNING, switched_off_text(error, say))
                self._go_to_next()
            case KeyError():  # forgotten meanwhile, in another window
                self._go_to_next()
            case _:
                self.unexpected.emit(error)
                self._go_to_next()

    def _end(self, words: Text) -> None:
        """The job stays as it is, for the reason that ``words`` give."""
        if self._current is not None:
            job = self._current.job
            self._say(MessageKind.WARNING, say(words, file=job.file_name, name=job.account.name))
        self._go_to_next()

    def _go_to_next(self) -> None:
        self._current = None
        self._guard.end()
        if not self._window.isVisible():
            return  # closed just now: what waits its turn is in the journal
        if self._waiting:
            self._next()
        else:
            self._tell_what_waits()

    # --- what is said -------------------------------------------------------------------------------------

    @Slot(str)
    def _on_message_action(self, name: str) -> None:
        if name == _SHOW_RESULT and self._result is not None:
            self.result_wanted.emit(self._result)
        elif name == _SHOW_JOB and self._attention:
            self.job_wanted.emit(self._attention[0].id)
        elif name == _SHOW_HISTORY:
            self.history_wanted.emit()

    def _remind(self, name: str, words: str, *actions: MessageAction) -> None:
        self._window.message_bar.remind(name, MessageKind.WARNING, words, actions)

    def _say(self, kind: MessageKind, words: str, *actions: MessageAction) -> None:
        self._window.message_bar.show_message(kind, words, actions)

    # --- closing ------------------------------------------------------------------------------------------

    def ask_to_close(self, event: QCloseEvent) -> None:
        """Closing waits while something is being sent; to stop asking about what Exotel has costs nothing."""
        self._guard.ask_to_close(event)

    def _holds_window(self) -> bool:
        return self._uploads.busy and self._current is not None and self._current.sends
