"""Writes rows for people, in a worker."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from exogui.gui.controllers.work_controller import WorkController
from exogui.gui.workers.worker import WorkContext


class SavingController(WorkController):
    """One file at a time."""

    saved = Signal(Path, int)
    """(path, rows)"""
    failed = Signal(Path, object)
    """(path, exception)"""

    def save(self, path: Path, header: Sequence[str], rows: Sequence[Sequence[str]], source: Path) -> None:
        """Write these rows, which nobody changes meanwhile, to ``path``; never over ``source``."""

        def work(_context: WorkContext) -> None:
            from exogui.contacts.writer import save_rows

            save_rows(path, header, rows, source=source)

        self._start(
            work,
            lambda _nothing: self.saved.emit(path, len(rows)),
            lambda error: self.failed.emit(path, error),
        )
