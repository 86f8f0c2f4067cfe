"""Runs one upload job in a worker: prepares it, sends it, watches it, and asks for another sign-in."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from exogui.exotel.cancellation import CancelToken
from exogui.exotel.errors import ExotelError
from exogui.gui.controllers.work_controller import WorkController
from exogui.gui.workers.worker import Progress, WorkContext

if TYPE_CHECKING:
    from exogui.contacts.table import ContactTable
    from exogui.exotel.accounts import Account, Credentials
    from exogui.uploads.choices import LostAnswerChoice
    from exogui.uploads.preparing import PreparedJob, UploadOrder
    from exogui.uploads.records import JobRecord
    from exogui.uploads.result import UploadResult
    from exogui.uploads.upload_service import UploadService

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SignInNeeded:
    """Exotel refuses the credentials in the middle of a job, which waits for others."""


class UploadController(WorkController):
    """At most one upload at a time.

    :meth:`prepare` answers with ``prepared`` or ``preparing_failed``; :meth:`run` and :meth:`pick_up` with
    ``event_happened`` in order, then with ``finished`` or ``failed``.
    """

    prepared = Signal(object)
    """The :class:`PreparedJob`."""
    preparing_failed = Signal(object)
    """An exception before anything went out: a full disk, a row over Exotel's limits."""
    preparing_stopped = Signal()
    """The person cancelled before there was a job."""
    discarded = Signal()
    """What was prepared is gone again."""
    event_happened = Signal(object)
    """An :data:`UploadEvent`."""
    sign_in_needed = Signal()
    """The job waits for :meth:`sign_in_again`."""
    finished = Signal(object)
    """The :class:`UploadResult`."""
    failed = Signal(object)
    """An exception that kept the job from being taken up; nothing was done."""

    def __init__(self, service: UploadService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._token = CancelToken()
        self._sign_in = _SignInQuestion()

    def prepare(
        self, table: ContactTable, rows: Sequence[int], order: UploadOrder, continues: JobRecord | None
    ) -> None:
        """Make a job of ``rows`` of ``table``, which must not change until the answer.

        ``continues``: the job of which these rows are refused ones that were mended.
        """

        def work(context: WorkContext) -> PreparedJob:
            if continues is not None:
                return self._service.prepare_attempt(table, rows, continues, context.checkpoint)
            return self._service.prepare(table, rows, order, context.checkpoint)

        self._start(
            work, self.prepared.emit, self.preparing_failed.emit, on_stopped=self.preparing_stopped.emit
        )

    def discard(self, prepared: PreparedJob) -> None:
        """The person does not want to send what was prepared. Answers with ``discarded``."""
        self._start(
            lambda _context: self._service.discard(prepared),
            lambda _nothing: self.discarded.emit(),
            self.preparing_failed.emit,
        )

    def run(self, prepared: PreparedJob, account: Account, credentials: Credentials) -> None:
        """Send a job that was prepared, and watch it."""
        self._run(lambda: prepared, account, credentials)

    def pick_up(
        self,
        job_id: str,
        account: Account,
        credentials: Credentials,
        *,
        send: bool = False,
        choice: LostAnswerChoice | None = None,
        about: int | None = None,
    ) -> None:
        """Go on with a job: ask about what Exotel has and, if ``send``, send what waits.

        ``choice``: what the person decided about the part with the number ``about``, None: about all parts of
        which nobody knows; see :meth:`~exogui.uploads.upload_service.UploadService.pick_up`.
        """
        meant = None if about is None else (about,)

        def take_up() -> PreparedJob:
            return self._service.pick_up(job_id, send=send, choice=choice, about=meant)

        self._run(take_up, account, credentials)

    def sign_in_again(self, credentials: Credentials | None) -> None:
        """The answer to ``sign_in_needed``; None where the person does not sign in."""
        self._sign_in.answer(credentials)

    def cancel(self) -> None:
        """Stop at once, whatever the job is doing; its result says what that means."""
        self._token.cancel()
        self._sign_in.answer(None)
        super().cancel()

    def _run(self, get_job: Callable[[], PreparedJob], account: Account, credentials: Credentials) -> None:
        token = self._token = CancelToken()
        question = self._sign_in = _SignInQuestion()

        def work(context: WorkContext) -> UploadResult:
            from exogui.exotel.client import ContactsClient
            from exogui.uploads.job import UploadJob

            def sign_in_again() -> bool:
                context.emit(SignInNeeded())
                given = question.wait()
                if given is not None:
                    client.authorization.replace(given)
                return given is not None

            prepared = get_job()
            client = ContactsClient(account.account_sid, account.base_url, credentials, token)
            job = UploadJob(
                client,
                self._service.journal,
                prepared.files,
                prepared.job.id,
                sign_in_again=sign_in_again,
            )
            result = self._service.run(job, prepared, context.emit)
            if result.error is not None and not isinstance(result.error, ExotelError):
                logger.error("The upload ended in a way that nobody foresaw", exc_info=result.error)
            return result

        self._start(work, self.finished.emit, self.failed.emit)

    @Slot(object)
    def _on_progressed(self, event: object) -> None:
        if isinstance(event, SignInNeeded):
            self.sign_in_needed.emit()
        elif not isinstance(event, Progress):
            self.event_happened.emit(event)


class _SignInQuestion:
    """Asked in the job's thread, answered in the window's; an answer is good once."""

    def __init__(self) -> None:
        self._answered = threading.Event()
        self._given: Credentials | None = None

    def wait(self) -> Credentials | None:
        self._answered.wait()
        self._answered.clear()
        return self._given

    def answer(self, credentials: Credentials | None) -> None:
        self._given = credentials
        self._answered.set()
