"""Says that something takes longer than a moment, how far it is, and stops it when the person wants."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from exogui.gui.controllers.contacts_controller import ContactsController
from exogui.gui.controllers.saving_controller import SavingController
from exogui.gui.coordinators.review_coordinator import ReviewCoordinator
from exogui.gui.main_window import MainWindow
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageAction, MessageKind
from exogui.gui.workers.worker import Progress
from exogui.messages import editing as texts
from exogui.messages import window as window_texts

_SHOW_AFTER_MS = 500
_STOP_WORK = "stop_work"


class ProgressCoordinator(QObject):
    """For work on the table and for saving it; opening a file says so by itself."""

    def __init__(
        self,
        window: MainWindow,
        contacts: ContactsController,
        saving: SavingController,
        review: ReviewCoordinator,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._contacts = contacts
        self._saving = saving
        self._review = review
        self._progress: Progress | None = None
        self._is_shown = False
        self._timer = QTimer(self, singleShot=True, interval=_SHOW_AFTER_MS)
        self._timer.timeout.connect(self._on_due)
        contacts.busy_changed.connect(self._on_busy_changed)
        contacts.progress_changed.connect(self._on_progress)
        saving.busy_changed.connect(self._on_busy_changed)
        window.busy_bar.action_triggered.connect(self._on_action_triggered)

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:
        self._progress = None
        if busy:
            self._timer.start()
            return
        self._timer.stop()
        if self._is_shown:
            self._is_shown = False
            self._window.busy_bar.clear()

    @Slot()
    def _on_due(self) -> None:
        if self._review.opening:
            return
        self._is_shown = True
        working = self._contacts.busy
        actions = (MessageAction(_STOP_WORK, say(window_texts.CANCEL)),) if working else ()
        self._window.busy_bar.show_message(MessageKind.INFO, self._words(), actions)

    @Slot(object)
    def _on_progress(self, progress: Progress) -> None:
        self._progress = progress
        if self._is_shown:
            self._window.busy_bar.set_text(self._words())

    def _words(self) -> str:
        if not self._contacts.busy:
            return say(texts.SAVING)
        if self._progress is None or not self._progress.total:
            return say(texts.WORKING)
        percent = min(100, 100 * self._progress.done // self._progress.total)
        return say(window_texts.WORKING_PERCENT, percent=percent)

    @Slot(str)
    def _on_action_triggered(self, name: str) -> None:
        if name == _STOP_WORK:
            self._contacts.cancel()
