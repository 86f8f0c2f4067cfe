"""A controller that may be asked for several things at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from exogui.gui.controllers.work_controller import WorkController
from exogui.gui.workers.worker import Work


@dataclass(frozen=True, slots=True)
class _Request:
    work: Work
    on_succeeded: Callable[[Any], None]
    on_failed: Callable[[Exception], None]


class QueuedWorkController(WorkController):
    """Requests are carried out one after the other, in the order in which they came."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[_Request] = deque()

    def shut_down(self, milliseconds: int = 5000) -> bool:
        """As for all controllers; what waits its turn is dropped."""
        self._waiting.clear()
        return super().shut_down(milliseconds)

    def _ask(
        self, work: Work, on_succeeded: Callable[[Any], None], on_failed: Callable[[Exception], None]
    ) -> None:
        self._waiting.append(_Request(work, on_succeeded, on_failed))
        self._serve()

    def _serve(self) -> None:
        if self.busy or not self._waiting:
            return
        request = self._waiting.popleft()

        def succeeded(value: object) -> None:
            request.on_succeeded(value)
            self._serve()

        def failed(error: Exception) -> None:
            request.on_failed(error)
            self._serve()

        self._start(request.work, succeeded, failed, self._serve)
