"""The history of uploads: read, reported, forgotten and erased beside the window."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from exogui.gui.controllers.queued_work_controller import QueuedWorkController
from exogui.gui.models.history_entry import HistoryEntry, entry_of
from exogui.gui.speech import say
from exogui.gui.workers.worker import WorkContext
from exogui.uploads.records import Keeping
from exogui.uploads.upload_service import UploadService

if TYPE_CHECKING:
    from exogui.uploads.journal_database import JournalFault
    from exogui.uploads.result import UploadResult

_CHUNK_JOBS = 250


@dataclass(frozen=True, slots=True)
class History:
    """What is known of all uploads."""

    entries: tuple[HistoryEntry, ...]
    """The latest first."""
    keeping: Keeping
    most_contacts_days: int
    """For how long the policy lets contacts be kept."""
    fault: JournalFault | None
    """Why nothing of it outlasts the program."""
    set_aside: Path | None
    """A damaged record that made way for a new one."""


class HistoryController(QueuedWorkController):
    """Reads and writes the record of uploads."""

    loaded = Signal(object)
    """The :class:`History`."""
    loading_failed = Signal(object)
    """An exception: there is nothing to show."""
    result_loaded = Signal(object)
    """The :class:`~exogui.uploads.result.UploadResult` that was asked for."""
    report_made = Signal(str, str)
    """(job id, report)"""
    report_saved = Signal(Path)
    saving_failed = Signal(Path, object)
    """(path, exception)"""
    withdrawn = Signal(str)
    """The id of a job of which nothing more is sent."""
    forgotten = Signal(str)
    """The id of a job that is no more."""
    contacts_erased = Signal()
    failed = Signal(object)
    """An exception: what was asked for was not done."""

    def __init__(self, service: UploadService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service

    def load(self) -> None:
        """Read the history. Answers with ``loaded`` or ``loading_failed``."""
        self._ask(lambda context: _load(self._service, context), self.loaded.emit, self.loading_failed.emit)

    def load_result(self, job_id: str) -> None:
        """Read where a job stands. Answers with ``result_loaded`` or ``failed``."""

        def work(_context: WorkContext) -> UploadResult:
            return self._service.result(job_id)

        self._ask(work, self.result_loaded.emit, self.failed.emit)

    def make_report(self, job_id: str) -> None:
        """Answers with ``report_made`` or ``failed``."""
        self._ask(
            lambda _context: _report(self._service, job_id),
            lambda text: self.report_made.emit(job_id, text),
            self.failed.emit,
        )

    def save_report(self, job_id: str, path: Path) -> None:
        """Write the report to ``path``. Answers with ``report_saved``, ``saving_failed`` or ``failed``."""

        def work(_context: WorkContext) -> None:
            text = _report(self._service, job_id)
            path.write_text(text, encoding="utf-8-sig", newline="\r\n")  # for Notepad, old ones too

        def on_failed(error: Exception) -> None:
            if isinstance(error, OSError):
                self.saving_failed.emit(path, error)
            else:
                self.failed.emit(error)

        self._ask(work, lambda _nothing: self.report_saved.emit(path), on_failed)

    def withdraw(self, job_id: str) -> None:
        """What waits of a job is not sent. Answers with ``withdrawn`` or ``failed``."""
        self._ask(
            lambda _context: self._service.withdraw(job_id),
            lambda _job: self.withdrawn.emit(job_id),
            self.failed.emit,
        )

    def forget(self, job_id: str) -> None:
        """Remove a job and its files. Answers with ``forgotten`` or ``failed``."""
        self._ask(
            lambda _context: self._service.forget(job_id),
            lambda _nothing: self.forgotten.emit(job_id),
            self.failed.emit,
        )

    def erase_contacts(self) -> None:
        """Erase the contacts of every job that was begun by now. Answers with ``contacts_erased``."""
        self._ask(
            lambda _context: self._service.journal.erase_contacts(time.time()),
            lambda _nothing: self.contacts_erased.emit(),
            self.failed.emit,
        )

    def set_keeping(self, keeping: Keeping) -> None:
        """Keep things for so long from now on. Answers only where it ``failed``."""
        self._ask(
            lambda _context: self._service.journal.set_keeping(keeping),
            lambda _nothing: None,
            self.failed.emit,
        )


def _load(service: UploadService, context: WorkContext) -> History:
    journal = service.journal
    idle = {job.id for job in service.left_over()}
    jobs = journal.jobs()
    entries = []
    for done, job in enumerate(jobs):
        if done % _CHUNK_JOBS == 0:
            context.checkpoint(done, len(jobs))
        entries.append(entry_of(job, running=job.unfinished and job.id not in idle))
    return History(
        tuple(entries), journal.keeping(), journal.most_contacts_days, service.fault, service.set_aside
    )


def _report(service: UploadService, job_id: str) -> str:
    from exogui.messages.report import report_text

    return report_text(service.result(job_id), service.journal.steps(job_id), say)
