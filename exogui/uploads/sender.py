"""Sends the parts of a job, one after the other, and none of them twice.

Only 429 says that a file was not taken and may be sent again by itself (it is documented as a refusal before
the work), and 401, which asks for another sign-in first. Everything else that ends a POST without a clear
answer leaves the part *unknown*, 500 and 503 included, because no page says at which point Exotel gives them.
"""

from __future__ import annotations

import logging
from collections.abc import Collection
from typing import Any

from exogui.contacts.schema import MAX_UPLOAD_BYTES, MAX_UPLOAD_ROWS
from exogui.exotel.errors import (
    AnswerLost,
    BodyState,
    ErrorCode,
    ExotelError,
    FileTooLarge,
    NoConnection,
    RateLimited,
    ServerTrouble,
    SignInRefused,
    Stopped,
    UnreadableAnswer,
)
from exogui.exotel.responses import UploadAccepted
from exogui.uploads.events import Accepted, AwaitingAnswer, Sending
from exogui.uploads.job_context import JobContext
from exogui.uploads.journal_database import JournalError
from exogui.uploads.pace import RESEND_PAUSES
from exogui.uploads.part_run import PartRun
from exogui.uploads.records import PartState

_log = logging.getLogger(__name__)

MOST_IN_FLIGHT = 5
"""Uploads that Exotel processes at once for an account."""

_NOBODY_KNOWS = (AnswerLost, ServerTrouble, UnreadableAnswer)
"""After these a file may have been taken or not."""


class Sender:
    """Sends the parts with the given numbers, as long as nothing hinders it."""

    def __init__(self, context: JobContext, numbers: Collection[int]) -> None:
        self._context = context
        self._waiting = [
            run
            for run in context.runs
            if run.record.number in numbers and run.record.state is PartState.PLANNED
        ]
        self._bytes = sum(run.record.size_bytes for run in self._waiting)
        self._sent_bytes = 0
        self._room = MOST_IN_FLIGHT
        self._refusals = 0
        self._trouble_since: float | None = None
        self._got_through = any(run.record.upload_id for run in context.runs)
        self._due = context.clock.now()
        self.hindrance: Exception | None = None
        """Why nothing more is sent in this run."""

    @property
    def due(self) -> float | None:
        """When the next part goes out; None while there is nothing to send or no room for it at Exotel."""
        if self.hindrance is not None or not self._waiting or self._context.in_flight >= self._room:
            return None
        return self._due

    def send_next(self) -> PartRun | None:
        """Send the next part; gives it when Exotel took it. Raises Stopped."""
        run = self._waiting[0]
        try:
            accepted = self._send(run)
        except Stopped as stopped:
            self._on_stopped(run, stopped)
            raise
        except JournalError as error:  # what is not written down is not done
            self.hindrance = error
        except RateLimited as error:
            self._stays(run, error)
            self._wait_for_room(error)
        except SignInRefused as error:
            self._stays(run, error)
            if not self._context.sign_in_again():
                self.hindrance = error
        except _NOBODY_KNOWS as error:
            self._is_unknown(run, error)
        except NoConnection as error:
            self._stays(run, error)
            self._wait_for_connection(error)
        except ExotelError as error:
            self._stays(run, error)
            self.hindrance = error
        else:
            self._on_accepted(run, accepted)
            return run
        return None

    def _send(self, run: PartRun) -> UploadAccepted:
        job, emit, record = self._context.job, self._context.emit, run.record
        if record.size_bytes > MAX_UPLOAD_BYTES or record.rows > MAX_UPLOAD_ROWS:
            raise FileTooLarge
        run.record_before(PartState.SENDING, error_code="")
        return self._context.client.upload(
            self._context.files.part_path(record.number),
            self._name(record.number),
            size=record.size_bytes,
            list_id=job.list_id,
            duplicate_action=job.duplicate_action,
            on_progress=lambda sent, _total: emit(Sending(self._sent_bytes + sent, self._bytes)),
            on_ending=lambda: self._context.moved(run.record_after(PartState.WHOLE)),
            on_whole=lambda: emit(AwaitingAnswer()),
        )

    def _name(self, number: int) -> str:
        """The name under which Exotel sees the file."""
        stem = self._context.job.source.path.stem
        return f"{stem}.csv" if len(self._context.runs) == 1 else f"{stem}-{number}.csv"

    def _on_accepted(self, run: PartRun, accepted: UploadAccepted) -> None:
        context = self._context
        self._waiting.remove(run)
        self._sent_bytes += run.record.size_bytes
        self._refusals, self._trouble_since, self._got_through = 0, None, True
        trouble = run.record_after(
            PartState.ACCEPTED,
            upload_id=accepted.upload_id,
            accepted_at=context.clock.wall(),
            estimated_seconds=accepted.estimated_seconds,
            request_ids=run.note(accepted.request_id),
        )
        context.emit(Accepted(accepted.upload_id, accepted.total_records, accepted.estimated_seconds))
        context.moved(trouble)

    def _on_stopped(self, run: PartRun, stopped: Stopped) -> None:
        if stopped.body is BodyState.WHOLE:
            self._is_unknown(run, AnswerLost(body=stopped.body, cause=ErrorCode.STOPPED))
        elif run.record.state is not PartState.PLANNED:
            # Not begun, or its end never left and RFC 9112 lets no server take it for whole.
            self._back_to(run, PartState.PLANNED, error_code="")

    def _is_unknown(self, run: PartRun, error: ExotelError) -> None:
        """What comes after it waits for a person: a server in trouble may swallow that too."""
        _log.info("A part's fate is unknown: %s", error)
        self._waiting.remove(run)
        self._back_to(
            run,
            PartState.UNKNOWN,
            error_code=error.code.value,
            request_ids=run.note(error.request_id),
        )
        run.error = self.hindrance = error

    def _stays(self, run: PartRun, error: ExotelError) -> None:
        """Exotel did not take it."""
        _log.info("A part was not taken: %s", error)
        self._back_to(
            run,
            PartState.PLANNED,
            error_code=error.code.value,
            request_ids=run.note(error.request_id),
        )

    def _back_to(self, run: PartRun, state: PartState, **changes: Any) -> None:
        self._context.moved(run.record_after(state, **changes))

    def _wait_for_room(self, error: RateLimited) -> None:
        """Wait as long as was asked for, and for a free place where our own parts take them."""
        self._refusals += 1
        if self._context.in_flight:
            self._room = self._context.in_flight
        else:
            tired = error.retry_after is None and self._refusals >= len(RESEND_PAUSES)
            if tired or self._waited_for(self._context.patience.room):
                self.hindrance = error
                return
        self._due = self._context.wait_out(error, self._refusals - 1)

    def _wait_for_connection(self, error: NoConnection) -> None:
        """A list that has begun to go out goes on when the network is back; another says so at once."""
        self._refusals += 1
        if not self._got_through or self._waited_for(self._context.patience.no_connection):
            self.hindrance = error
            return
        self._due = self._context.wait_out(error, self._refusals - 1)

    def _waited_for(self, seconds: float) -> bool:
        now = self._context.clock.now()
        if self._trouble_since is None:
            self._trouble_since = now
        return now - self._trouble_since > seconds
