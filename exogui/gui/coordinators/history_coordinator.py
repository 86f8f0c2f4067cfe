"""The history of uploads: joins its dialog to the record, and asks before anything is removed."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QFileDialog

from exogui.gui.controllers.history_controller import History, HistoryController
from exogui.gui.coordinators.question import Question
from exogui.gui.dialogs.history_dialog import HistoryDialog
from exogui.gui.main_window import MainWindow
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageKind
from exogui.messages import history as texts
from exogui.messages.journal import journal_fault_text, set_aside_text
from exogui.uploads.journal_database import JournalError
from exogui.uploads.preparing import JobInUse
from exogui.uploads.standing import Standing

if TYPE_CHECKING:
    from exogui.uploads.records import Keeping

_REFRESH_MS = 3000
"""How often the history is read again while an upload runs and the dialog is open."""


class HistoryCoordinator(QObject):
    """Says what is wanted of an upload; whoever sends and shows results does it."""

    result_wanted = Signal(str)
    """The id of a job whose result is to be shown."""
    resume_wanted = Signal(str, bool)
    """(id of a job, whether what waits of it is sent): what Exotel has of it is asked about in any case."""
    decision_wanted = Signal(str)
    """The id of a job of which nobody knows whether all of it arrived."""
    unexpected = Signal(object)
    """An exception that nobody foresaw."""

    def __init__(self, window: MainWindow, history: HistoryController) -> None:
        super().__init__(window)
        self._window = window
        self._history = history
        self._dialog: HistoryDialog | None = None
        self._done = ""
        """What was done, to be said when the history has been read again."""
        self._refreshing = QTimer(self)
        self._refreshing.setInterval(_REFRESH_MS)
        self._refreshing.timeout.connect(self.refresh)
        history.loaded.connect(self._on_loaded)
        history.loading_failed.connect(self._on_loading_failed)
        history.report_made.connect(self._on_report_made)
        history.report_saved.connect(self._on_report_saved)
        history.saving_failed.connect(self._on_saving_failed)
        history.withdrawn.connect(self._on_withdrawn)
        history.forgotten.connect(self._on_forgotten)
        history.contacts_erased.connect(self._on_contacts_erased)
        history.failed.connect(self._on_failed)

    @Slot()
    def show(self) -> None:
        """Open the history."""
        dialog = self.dialog
        dialog.show_loading()
        self._history.load()
        dialog.open()

    @Slot()
    def refresh(self) -> None:
        """Something may have changed: read the history again, if it is on show."""
        if self._dialog is not None and self._dialog.isVisible() and not self._history.busy:
            self._history.load()

    @property
    def dialog(self) -> HistoryDialog:
        """The dialog, made at the first use."""
        if self._dialog is None:
            self._dialog = dialog = HistoryDialog(self._window)
            dialog.accepted.connect(self._on_accepted)
            dialog.finished.connect(self._refreshing.stop)
            dialog.go_on_requested.connect(self._on_go_on_requested)
            dialog.copy_requested.connect(self._history.make_report)
            dialog.save_requested.connect(self._on_save_requested)
            dialog.leave_requested.connect(self._on_leave_requested)
            dialog.forget_requested.connect(self._on_forget_requested)
            dialog.keeping_changed.connect(self._on_keeping_changed)
            dialog.erase_requested.connect(self._on_erase_requested)
        return self._dialog

    # --- what the record says -----------------------------------------------------------------------------

    @Slot(object)
    def _on_loaded(self, history: History) -> None:
        dialog = self.dialog
        if history.fault is not None:
            dialog.show_notice(journal_fault_text(history.fault, say), say(texts.NOT_LASTING))
        elif history.set_aside is not None:
            dialog.show_notice(set_aside_text(history.set_aside, say), "")
        else:
            dialog.show_notice("", "")
        dialog.kept.set_keeping(history.keeping, history.most_contacts_days)
        dialog.show_entries(history.entries)
        if self._done:
            dialog.set_status(self._done)
            self._done = ""
        if dialog.isVisible() and dialog.rows_model.running:
            self._refreshing.start()
        else:
            self._refreshing.stop()

    @Slot(object)
    def _on_loading_failed(self, error: Exception) -> None:
        self._refreshing.stop()
        words = self._words(error)
        if words is not None:
            self.dialog.show_fault(words)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        words = self._words(error)
        if words is not None and self.dialog.isVisible():
            self._done = words
            self._history.load()
        elif words is not None:
            self._window.message_bar.show_message(MessageKind.WARNING, words)

    def _words(self, error: Exception) -> str | None:
        """What went wrong and what to do; what nobody foresaw is passed on."""
        match error:
            case JournalError():
                return journal_fault_text(error.fault, say)
            case JobInUse():
                return say(texts.IN_USE)
            case KeyError():
                return say(texts.GONE)
            case OSError():
                return say(texts.FILES_TROUBLE, reason=error.strerror or str(error))
        self.dialog.reject()
        self.unexpected.emit(error)
        return None

    # --- going on -----------------------------------------------------------------------------------------

    @Slot()
    def _on_accepted(self) -> None:
        entry = self.dialog.chosen
        if entry is not None:
            self.result_wanted.emit(entry.job_id)

    @Slot(str)
    def _on_go_on_requested(self, job_id: str) -> None:
        entry = self.dialog.chosen
        self.dialog.reject()
        if entry is not None and entry.standing is Standing.TO_DECIDE:
            self.decision_wanted.emit(job_id)
        else:
            self.resume_wanted.emit(job_id, entry is not None and entry.standing is Standing.WAITING)

    # --- reports ------------------------------------------------------------------------------------------

    @Slot(str, str)
    def _on_report_made(self, _job_id: str, report: str) -> None:
        QApplication.clipboard().setText(report)
        entry = self.dialog.chosen
        if entry is not None:
            self.dialog.set_status(say(texts.COPIED, file=entry.file_name))

    @Slot(str)
    def _on_save_requested(self, job_id: str) -> None:
        entry = self.dialog.chosen
        if entry is None:
            return
        name = say(texts.SAVE_NAME, stem=Path(entry.file_name).stem)
        chooser = QFileDialog(self.dialog, say(texts.SAVE_TITLE), name, say(texts.SAVE_FILTER))
        chooser.setObjectName("save_report_dialog")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("txt")
        chooser.selectFile(name)
        chooser.fileSelected.connect(functools.partial(self._save_report, job_id))
        chooser.open()

    def _save_report(self, job_id: str, name: str) -> None:
        self._history.save_report(job_id, Path(name))

    @Slot(Path)
    def _on_report_saved(self, path: Path) -> None:
        self.dialog.set_status(say(texts.SAVED, file=path.name))

    @Slot(Path, object)
    def _on_saving_failed(self, path: Path, error: OSError) -> None:
        self.dialog.set_status(say(texts.CANNOT_SAVE, file=path.name, reason=error.strerror or str(error)))

    # --- leaving, forgetting and erasing ------------------------------------------------------------------

    @Slot(str)
    def _on_leave_requested(self, job_id: str) -> None:
        entry = self.dialog.chosen
        if entry is None:
            return
        question = Question(
            "leave_rest",
            say(texts.LEAVE_TITLE, entry.counts.waiting),
            say(texts.LEAVE_THEM),
            say(texts.KEEP_IT),
            self.dialog,
        )
        question.setInformativeText(say(texts.LEAVE_WORDS))
        question.go_on.clicked.connect(functools.partial(self._history.withdraw, job_id))
        question.open()

    @Slot(str)
    def _on_withdrawn(self, _job_id: str) -> None:
        entry = self.dialog.chosen
        self._done = say(texts.LEFT, file=entry.file_name) if entry is not None else ""
        self._history.load()

    @Slot(str)
    def _on_forget_requested(self, job_id: str) -> None:
        entry = self.dialog.chosen
        if entry is None:
            return
        question = Question(
            "forget_job",
            say(texts.FORGET_TITLE, file=entry.file_name),
            say(texts.FORGET_IT),
            say(texts.KEEP_IT),
            self.dialog,
        )
        question.setInformativeText(texts.forget_words(entry.standing, entry.counts, say))
        question.go_on.clicked.connect(functools.partial(self._history.forget, job_id))
        question.open()

    @Slot(str)
    def _on_forgotten(self, _job_id: str) -> None:
        entry = self.dialog.chosen
        self._done = say(texts.FORGOTTEN, file=entry.file_name) if entry is not None else ""
        self._history.load()

    @Slot(object)
    def _on_keeping_changed(self, keeping: Keeping) -> None:
        self._history.set_keeping(keeping)

    @Slot()
    def _on_erase_requested(self) -> None:
        question = Question(
            "erase_contacts_question",
            say(texts.ERASE_TITLE),
            say(texts.ERASE_IT),
            say(texts.KEEP_IT),
            self.dialog,
        )
        question.setInformativeText(say(texts.ERASE_WORDS))
        question.go_on.clicked.connect(self._history.erase_contacts)
        question.open()

    @Slot()
    def _on_contacts_erased(self) -> None:
        self.dialog.set_status(say(texts.ERASED))
