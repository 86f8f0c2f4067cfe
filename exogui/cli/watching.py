"""Runs a job and says how far it is; signals cancel it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait

from exogui.cli.interruption import Interruption
from exogui.cli.terminal import Terminal
from exogui.cli.upload_progress import progress_text
from exogui.exotel.client import ContactsClient
from exogui.uploads.events import UploadEvent
from exogui.uploads.job import UploadJob
from exogui.uploads.preparing import PreparedJob
from exogui.uploads.result import UploadResult
from exogui.uploads.upload_service import UploadService

_SECONDS_BETWEEN_SIGNALS = 0.1


def watch(
    service: UploadService,
    prepared: PreparedJob,
    client: ContactsClient,
    terminal: Terminal,
    interruption: Interruption,
) -> UploadResult:
    """Run a job in a thread of its own until it ends. Raises JournalError where nothing could be done.

    Signals interrupt the main thread wherever it is: there, cancelling could wait for a lock that the
    interrupted job itself holds. And on Windows no signal interrupts a wait, hence the short ones.
    """

    def tell(event: UploadEvent) -> None:
        words = progress_text(event, terminal.say, live=terminal.live)
        if words:
            terminal.progress(words)

    job = UploadJob(client, service.journal, prepared.files, prepared.job.id)
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="upload") as worker:
        interruption.calls(job.cancel)
        ending = worker.submit(service.run, job, prepared, tell)
        while not ending.done():
            wait([ending], timeout=_SECONDS_BETWEEN_SIGNALS)
        return ending.result()
