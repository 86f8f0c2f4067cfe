"""One upload, from the click to the last answer: send, poll, fetch the refused rows, settle the counts.

The rule above all others: nothing is sent twice unless Exotel said that it did not take it. Only 429 says so
(it is documented as a refusal before the work); everything else that ends a POST without a clear answer makes
the job *unknown*, 500 and 503 included, because no page says at which point Exotel gives them.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from exogui.contacts.schema import MAX_UPLOAD_BYTES, MAX_UPLOAD_ROWS
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.client import ContactsClient
from exogui.exotel.errors import (
    AnswerLost,
    BodyState,
    ErrorCode,
    ExotelError,
    FileTooLarge,
    NoConnection,
    ProcessingFailed,
    RateLimited,
    ServerTrouble,
    StillProcessing,
    Stopped,
    UnreadableAnswer,
    UploadNotFound,
)
from exogui.exotel.responses import CallBudget, RefusedEntry, Stage, UploadAccepted, UploadStatus
from exogui.uploads.events import (
    Accepted,
    AwaitingAnswer,
    FetchingRefusedRows,
    Processing,
    Sending,
    UploadEvent,
    Waiting,
    WaitReason,
)
from exogui.uploads.options import UploadOptions
from exogui.uploads.outcome import first_lines_of, fuller, join_rows, settle
from exogui.uploads.pace import RESEND_PAUSES, Patience, poll_pause, trouble_pause
from exogui.uploads.result import JobState, RefusedRow, UploadResult

_log = logging.getLogger(__name__)

Emit = Callable[[UploadEvent], None]
_Given = TypeVar("_Given")

_NOBODY_KNOWS = (AnswerLost, ServerTrouble, UnreadableAnswer)
"""After these a file may have been taken or not."""

_PASSING = (RateLimited, ServerTrouble, NoConnection, UnreadableAnswer)
"""What a question may meet and simply be asked again. A web page in between is some proxy's bad minute."""


class UploadPart(Protocol):
    """The file to send, as :mod:`exogui.contacts.writer` makes it: private, immutable, inside the limits."""

    @property
    def path(self) -> Path: ...
    @property
    def rows(self) -> Sequence[int]:
        """Table rows in the order of the file's records."""

    @property
    def phone_numbers(self) -> Sequence[str]: ...
    @property
    def size_bytes(self) -> int: ...


class Clock(Protocol):
    """Time and waiting, so that tests need not wait."""

    def now(self) -> float:
        """Seconds from some fixed moment."""

    def wait(self, seconds: float, cancel: CancelToken) -> None:
        """Wait; raises Stopped when cancelled meanwhile."""


class SystemClock:
    """The real one."""

    def now(self) -> float:
        """Seconds of the system's monotonic clock."""
        return time.monotonic()

    def wait(self, seconds: float, cancel: CancelToken) -> None:
        """Wait; raises Stopped when cancelled meanwhile."""
        if cancel.wait(seconds):
            raise Stopped


class UploadJob:
    """Uploads one part. :meth:`run` once, in a worker; :meth:`cancel` at any time, from any thread."""

    def __init__(
        self,
        client: ContactsClient,
        part: UploadPart,
        options: UploadOptions,
        *,
        patience: Patience | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._client = client
        self._cancel = client.cancel
        self._part = part
        self._options = options
        self._patience = patience or Patience()
        self._clock = clock or SystemClock()
        self._emit: Emit = lambda _event: None
        self._request_ids: list[str] = []
        self._upload_id: str | None = None

    def cancel(self) -> None:
        """Stop, whatever the job is doing. What that means for the rows stands in the result."""
        self._cancel.cancel()

    def run(self, emit: Emit) -> UploadResult:
        """The whole job. Raises nothing: whatever happens, it must be told that rows may be at Exotel."""
        self._emit = emit
        try:
            return self._run()
        except Exception as error:  # noqa: BLE001 - not foreseen, so nobody knows how far it got
            _log.info("The upload ended in a way that nobody foresaw: %s", type(error).__name__)
            return self._unknown(error, self._upload_id)

    def _run(self) -> UploadResult:
        try:
            accepted = self._send()
        except Stopped as stopped:
            return self._stopped_while_sending(stopped)
        except _NOBODY_KNOWS as error:
            _log.info("The upload's fate is unknown: %s", error)
            return self._unknown(error)
        except ExotelError as error:
            _log.info("The upload failed: %s", error)
            return self._ended(JobState.FAILED, error=error)
        return self._follow(accepted)

    # --- sending ---------------------------------------------------------------------------------------

    def _send(self) -> UploadAccepted:
        """Send the file, again only where Exotel says that it was too busy to take it."""
        if self._part.size_bytes > MAX_UPLOAD_BYTES or len(self._part.rows) > MAX_UPLOAD_ROWS:
            raise FileTooLarge
        for attempt in range(len(RESEND_PAUSES)):
            try:
                return self._send_once()
            except RateLimited as error:
                if attempt + 1 == len(RESEND_PAUSES):
                    raise
                self._wait_out(error, attempt)
        raise AssertionError("the last attempt returns or raises")

    def _send_once(self) -> UploadAccepted:
        accepted = self._client.upload(
            self._part.path,
            self._options.file_name,
            size=self._part.size_bytes,
            list_id=self._options.list_id,
            duplicate_action=self._options.duplicate_action,
            on_progress=lambda sent, total: self._emit(Sending(sent, total)),
            on_whole=lambda: self._emit(AwaitingAnswer()),
        )
        self._upload_id = accepted.upload_id
        self._note(accepted.request_id)
        self._emit(Accepted(accepted.upload_id, accepted.total_records, accepted.estimated_seconds))
        return accepted

    def _stopped_while_sending(self, stopped: Stopped) -> UploadResult:
        if stopped.body is BodyState.WHOLE:
            return self._unknown(AnswerLost(body=stopped.body, cause=ErrorCode.STOPPED))
        # Not begun, or its end never left and RFC 9112 lets no server take it for whole.
        return self._ended(JobState.CANCELLED)

    # --- processing ------------------------------------------------------------------------------------

    def _follow(self, accepted: UploadAccepted) -> UploadResult:
        """From the acceptance on nothing is ever sent again; what is not known stays unknown."""
        upload_id = accepted.upload_id
        try:
            status = self._poll(accepted)
        except Stopped:
            return self._ended(JobState.CANCELLED, upload_id=upload_id, rows_may_be_there=True)
        except ExotelError as error:
            # A SignInRefused lands here too: the place where a new sign-in can be asked for.
            _log.info("The upload cannot be followed any further: %s", error)
            return self._unknown(error, upload_id)
        if status.stage is Stage.FAILED and not (status.successful or status.failed):
            return self._unknown(ProcessingFailed(request_id=status.request_id), upload_id)
        return self._settled(upload_id, status)

    def _poll(self, accepted: UploadAccepted) -> UploadStatus:
        """Ask until Exotel is done. Raises StillProcessing past the limit, or what trouble outlasted it."""
        start = seen = self._clock.now()
        budget = CallBudget()
        trouble: ExotelError | None = None
        attempt = 0
        while True:
            elapsed = self._clock.now() - start
            if elapsed > self._patience.processing:
                raise trouble or StillProcessing
            self._emit(Processing(accepted.upload_id, elapsed, accepted.estimated_seconds))
            if trouble is None:
                self._pause(poll_pause(elapsed, accepted.estimated_seconds, budget, self._patience))
            try:
                status = self._client.upload_status(accepted.upload_id)
            except UploadNotFound as error:
                if self._clock.now() - seen > self._patience.missing_upload:
                    raise
                _log.info("The upload is not there yet: %s", error)
                trouble = None
            except _PASSING as error:
                trouble = error
                self._wait_out(error, attempt)
                attempt += 1
            else:
                if status.stage is not Stage.PROCESSING:
                    self._note(status.request_id)
                    return status
                trouble, attempt, seen, budget = None, 0, self._clock.now(), status.budget

    # --- refused rows ----------------------------------------------------------------------------------

    def _settled(self, upload_id: str, status: UploadStatus) -> UploadResult:
        """The result of a processed upload, with its refused rows as far as they can be had."""
        sent = len(self._part.rows)
        counted = (status.successful or 0) + (status.duplicates_skipped or 0)
        entries: tuple[RefusedEntry, ...] = ()
        error: ExotelError | None = None
        state = JobState.COMPLETED
        if status.failed or counted != sent:
            self._emit(FetchingRefusedRows(upload_id))
            try:
                entries = self._refused_entries(upload_id, status.failed)
            except Stopped:
                state = JobState.CANCELLED
            except ExotelError as problem:
                _log.info("The refused rows could not be had: %s", problem)
                error = problem
        outcome = settle(sent, status, self._join(entries))
        return UploadResult(
            state,
            sent,
            outcome.successful,
            outcome.already_there,
            outcome.refused,
            outcome.unknown,
            upload_id,
            outcome.refused_rows,
            outcome.already_there_rows,
            error,
            tuple(self._request_ids),
        )

    def _refused_entries(self, upload_id: str, failed: int | None) -> tuple[RefusedEntry, ...]:
        """The list of the errors endpoint or, where that falls short, the one in the error file."""
        page = self._ask(lambda: self._client.refused_rows(upload_id))
        self._note(page.request_id)
        expected = max(page.error_count or 0, failed or 0)
        complete = len(page.rows) >= expected and all(row.phone_number for row in page.rows)
        url = page.error_file_url
        if complete or url is None:
            return page.rows
        try:
            filed = self._ask(lambda: self._client.error_file(url))
        except Stopped:
            raise
        except ExotelError as error:
            _log.info("The file of refused rows could not be had: %s", error)
            if not page.rows:
                raise
            return page.rows
        return fuller(page.rows, filed)

    def _ask(self, question: Callable[[], _Given]) -> _Given:
        """Ask, and again while the trouble is one that passes and the patience lasts."""
        start = self._clock.now()
        attempt = 0
        while True:
            try:
                return question()
            except _PASSING as error:
                if self._clock.now() - start > self._patience.refused_rows:
                    raise
                self._wait_out(error, attempt)
                attempt += 1

    def _join(self, entries: Sequence[RefusedEntry]) -> tuple[RefusedRow, ...]:
        if not entries:
            return ()
        try:
            lines = first_lines_of(self._part.path)
        except OSError:
            lines = []
        return join_rows(entries, self._part.phone_numbers, self._part.rows, lines)

    # --- waiting and ending ----------------------------------------------------------------------------

    def _wait_out(self, error: ExotelError, attempt: int) -> None:
        """Say why, and wait as long as was asked for."""
        reason = WaitReason.NO_CONNECTION
        asked = None
        if isinstance(error, RateLimited):
            reason, asked = WaitReason.RATE_LIMIT, error.retry_after
        elif isinstance(error, ServerTrouble):
            reason, asked = WaitReason.SERVER_TROUBLE, error.retry_after
        elif isinstance(error, UnreadableAnswer):
            reason = WaitReason.SERVER_TROUBLE
        seconds = trouble_pause(attempt, asked, self._patience)
        self._emit(Waiting(seconds, reason))
        self._pause(seconds)

    def _pause(self, seconds: float) -> None:
        self._clock.wait(seconds, self._cancel)

    def _note(self, request_id: str) -> None:
        if request_id:
            self._request_ids.append(request_id)

    def _unknown(self, error: Exception, upload_id: str | None = None) -> UploadResult:
        return self._ended(JobState.UNKNOWN, error=error, upload_id=upload_id, rows_may_be_there=True)

    def _ended(
        self,
        state: JobState,
        *,
        error: Exception | None = None,
        upload_id: str | None = None,
        rows_may_be_there: bool = False,
    ) -> UploadResult:
        """A result without counts: all rows unknown, or none of them at Exotel."""
        if isinstance(error, ExotelError):
            self._note(error.request_id)
        rows = len(self._part.rows) if rows_may_be_there else 0
        return UploadResult(
            state,
            rows,
            unknown=rows,
            upload_id=upload_id,
            error=error,
            request_ids=tuple(self._request_ids),
        )
