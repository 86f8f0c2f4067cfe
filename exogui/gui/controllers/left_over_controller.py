"""Finds the uploads that were left over when the program last ended, and keeps the record of uploads tidy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from exogui.gui.controllers.work_controller import WorkController

if TYPE_CHECKING:
    from exogui.gui.workers.worker import WorkContext
    from exogui.uploads.journal_database import JournalFault
    from exogui.uploads.records import JobRecord
    from exogui.uploads.upload_service import UploadService


@dataclass(frozen=True, slots=True)
class LeftOver:
    """What was found."""

    jobs: tuple[JobRecord, ...]
    """Something is left to do about each, and nobody works on it; oldest first."""
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
        return LeftOver(tuple(service.left_over()), service.fault, service.set_aside)
