"""Runs one upload job in a worker: writes the part, sends it, watches it."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from exogui.contacts.table import ContactTable
from exogui.exotel.accounts import Account, Credentials
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.errors import ExotelError
from exogui.gui.controllers.work_controller import WorkController
from exogui.gui.workers.worker import Progress, WorkContext
from exogui.uploads.result import JobState, UploadResult

if TYPE_CHECKING:
    from exogui.uploads.options import UploadOptions

logger = logging.getLogger(__name__)


class UploadController(WorkController):
    """At most one upload at a time. ``event_happened`` comes in order, then exactly one of the others."""

    event_happened = Signal(object)
    """An :data:`UploadEvent`."""
    finished = Signal(object)
    """The :class:`UploadResult`."""
    preparing_failed = Signal(object)
    """An exception before anything went out: a full disk, a part over Exotel's limits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._token = CancelToken()
        self._rows = 0

    @property
    def row_count(self) -> int:
        """How many rows the upload under way sends."""
        return self._rows

    def start(
        self,
        table: ContactTable,
        rows: Sequence[int],
        account: Account,
        credentials: Credentials,
        options: UploadOptions,
    ) -> None:
        """Send ``rows`` of ``table``, which must not change until the end."""
        token = self._token = CancelToken()
        self._rows = len(rows)

        def work(context: WorkContext) -> UploadResult:
            from exogui.contacts.writer import write_part
            from exogui.exotel.client import ContactsClient
            from exogui.uploads.job import UploadJob

            # Once Exotel has the file, a folder that cannot be removed must not hide what became of it.
            with tempfile.TemporaryDirectory(prefix="exogui-", ignore_cleanup_errors=True) as folder:
                part = write_part(table, rows, Path(folder), checkpoint=context.checkpoint)
                client = ContactsClient(account.account_sid, account.base_url, credentials, token)
                result = UploadJob(client, part, options).run(context.emit)
            if result.error is not None and not isinstance(result.error, ExotelError):
                logger.error("The upload ended in a way that nobody foresaw", exc_info=result.error)
            return result

        self._start(work, self.finished.emit, self.preparing_failed.emit, self._on_stopped_preparing)

    def cancel(self) -> None:
        """Stop at once, whatever the job is doing; its result says what that means."""
        self._token.cancel()
        super().cancel()

    @Slot(object)
    def _on_progressed(self, event: object) -> None:
        if not isinstance(event, Progress):
            self.event_happened.emit(event)

    def _on_stopped_preparing(self) -> None:
        self.finished.emit(UploadResult(JobState.CANCELLED, sent=0))
