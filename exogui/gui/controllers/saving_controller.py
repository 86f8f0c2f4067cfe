"""Writes rows for people, in a worker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from exogui.gui.controllers.work_controller import WorkController
from exogui.gui.workers.worker import WorkContext

_CHUNK_ROWS = 250


class SavingController(WorkController):
    """One file at a time."""

    saved = Signal(Path, int)
    """(path, rows)"""
    failed = Signal(Path, object)
    """(path, exception)"""

    def save(self, path: Path, header: Sequence[str], rows: Sequence[Sequence[str]], source: Path) -> None:
        """Write these rows, which nobody changes meanwhile, to ``path``; never over ``source``."""

        def work(context: WorkContext) -> None:
            from exogui.contacts.writer import save_rows

            save_rows(path, header, _watched(rows, context), source=source)

        self._start(
            work,
            lambda _nothing: self.saved.emit(path, len(rows)),
            lambda error: self.failed.emit(path, error),
        )


def _watched(rows: Sequence[Sequence[str]], context: WorkContext) -> Iterator[Sequence[str]]:
    """The rows one by one; between them the work can be stopped, and then no file is left."""
    for done, row in enumerate(rows):
        if done % _CHUNK_ROWS == 0:
            context.checkpoint(done, len(rows))
        yield row
