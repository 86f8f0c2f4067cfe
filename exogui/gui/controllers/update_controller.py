"""Asks beside the window whether there is a newer version."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Signal

from exogui import __version__
from exogui.exotel.cancellation import CancelToken
from exogui.gui.controllers.work_controller import WorkController
from exogui.gui.workers.worker import WorkContext

logger = logging.getLogger(__name__)


class UpdateController(WorkController):
    """One question at a time. Whatever goes wrong is in the log, and nowhere else."""

    newer_found = Signal(object)
    """The :class:`~exogui.updates.latest_release.LatestRelease`."""

    def __init__(self, parent: QObject | None = None, *, running: str = __version__) -> None:
        """``running``: the version that runs."""
        super().__init__(parent)
        self._running = running
        self._token = CancelToken()

    def look(self, address: str) -> None:
        """Ask ``address``. Answers with ``newer_found``, or not at all."""
        if self.busy:
            return
        token = self._token = CancelToken()

        def work(_context: WorkContext) -> object:
            from exogui.exotel.errors import ExotelError
            from exogui.updates.latest_release import UnusableAnswer, latest_release
            from exogui.updates.version import is_newer

            try:
                release = latest_release(address, token)
            except (ExotelError, UnusableAnswer) as error:
                logger.info("The latest version is not known: %s %s", type(error).__name__, error)
                return None
            return release if is_newer(release.version, self._running) else None

        self._start(work, self._on_answered, self._on_failed_unexpectedly)

    def _on_answered(self, release: object) -> None:
        if release is not None:
            self.newer_found.emit(release)

    def _on_failed_unexpectedly(self, error: Exception) -> None:
        logger.info("The latest version is not known: %s", type(error).__name__, exc_info=error)

    def shut_down(self, milliseconds: int = 5000) -> bool:
        """As for all controllers; a question that is under way ends at once."""
        self._token.cancel()
        return super().shut_down(milliseconds)
