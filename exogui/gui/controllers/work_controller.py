"""What all controllers share: at most one worker, one terminal answer, a clean end."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from exogui.gui.workers.worker import Failed, Stopped, Succeeded, Work, Worker

logger = logging.getLogger(__name__)


class WorkCrashed(Exception):  # noqa: N818 - it names what happened
    """The worker's thread ended without an answer."""


class WorkController(QObject):
    """Owns at most one worker and lives in the main thread.

    The answer of the work is delivered when its thread has ended, so whoever gets it may start the next
    piece of work at once.
    """

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None, paint_gate: threading.Event | None = None) -> None:
        super().__init__(parent)
        self._paint_gate = paint_gate
        self._worker: Worker | None = None
        self._on_succeeded: Callable[[Any], None] = _ignore
        self._on_failed: Callable[[Exception], None] = _ignore
        self._on_stopped: Callable[[], None] = _ignore

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self._worker is not None

    def cancel(self) -> None:
        """Ask the work under way to stop."""
        if self._worker is not None:
            self._worker.cancel()

    def shut_down(self, milliseconds: int = 5000) -> bool:
        """Cancel, then wait for the thread, but not for ever; no answer is given. True: no thread is left."""
        if self._worker is None:
            return True
        self._on_succeeded = self._on_failed = _ignore
        self._on_stopped = _ignore
        self.cancel()
        return self._worker.end(milliseconds)

    def _start(
        self,
        work: Work,
        on_succeeded: Callable[[Any], None],
        on_failed: Callable[[Exception], None],
        on_stopped: Callable[[], None] | None = None,
    ) -> None:
        if self._worker is not None:
            raise RuntimeError("one piece of work at a time")
        self._on_succeeded, self._on_failed = on_succeeded, on_failed
        self._on_stopped = on_stopped or _ignore
        worker = Worker(work, self._paint_gate, self)
        worker.progressed.connect(self._on_progressed)
        worker.finished.connect(self._on_finished)
        self._worker = worker
        self.busy_changed.emit(True)
        worker.begin()

    @Slot(object)
    def _on_progressed(self, event: object) -> None:
        """An event of the work under way; controllers override this."""

    @Slot()
    def _on_finished(self) -> None:
        worker = self._worker
        if worker is None or worker is not self.sender():
            return
        worker.end()
        self._worker = None
        worker.deleteLater()
        self.busy_changed.emit(False)
        match worker.outcome:
            case Succeeded(value):
                self._on_succeeded(value)
            case Stopped():
                self._on_stopped()
            case Failed(error):
                self._on_failed(error)
            case None:
                logger.error("A worker ended without an answer")
                self._on_failed(WorkCrashed())


def _ignore(*_args: object) -> None:
    """For answers nobody waits for any more."""
