"""Finds the uploads that were left over when the program last ended, and keeps the record of uploads tidy."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal

from exogui.exotel.accounts import PRACTICE_ID
from exogui.gui.controllers.work_controller import WorkController

if TYPE_CHECKING:
    from exogui.gui.workers.worker import WorkContext
    from exogui.uploads.journal_database import JournalFault
    from exogui.uploads.records import JobRecord
    from exogui.uploads.upload_service import UploadService

_LISTENING_SECONDS = 0.5
"""On the same computer whoever listens is there at once."""


@dataclass(frozen=True, slots=True)
class LeftOver:
    """What was found."""

    jobs: tuple[JobRecord, ...]
    """Something is left to do about each, and nobody works on it; oldest first. None of the practice account:
    where its Exotel is still there, it is that of another window."""
    fault: JournalFault | None
    """Why uploads are not recorded; None where they are."""
    set_aside: Path | None
    """The damaged record that made way for a new one."""


class LeftOverController(WorkController):
    """One look, when the window is on show."""

    found = Signal(object)
    """The :class:`LeftOver`."""
    failed = Signal(object)
    """An exception: the record of uploads cannot be read."""

    def __init__(self, service: UploadService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service

    def look(self) -> None:
        """Look for them; answers with ``found`` or ``failed``."""
        self._start(self._work, self.found.emit, self.failed.emit)

    def _work(self, _context: WorkContext) -> LeftOver:
        service = self._service
        service.tidy()
        jobs = []
        for job in service.left_over():
            if job.account.id != PRACTICE_ID:
                jobs.append(job)
            elif not _answers(job.account.base_url):
                # The practice Exotel ended with its program, and what it had not done by then cannot be done
                # any more: in the history such a job would need attention for ever.
                service.forget(job.id)
        return LeftOver(tuple(jobs), service.fault, service.set_aside)


def _answers(loopback_address: str) -> bool:
    """Whether anybody listens there: the practice Exotel of another window, say."""
    parts = urlsplit(loopback_address)
    try:
        socket.create_connection((parts.hostname or "", parts.port or 0), _LISTENING_SECONDS).close()
    except OSError:
        return False
    return True
