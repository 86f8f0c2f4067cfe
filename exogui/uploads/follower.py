"""Asks Exotel about the parts that it took, until it is known what became of every row.

From the acceptance on nothing is sent again; what is not known stays unknown, and what can be asked again
later stays with Exotel.
"""

from __future__ import annotations

import logging

from exogui.exotel.errors import (
    ExotelError,
    NoConnection,
    ProcessingFailed,
    RateLimited,
    ServerTrouble,
    SignInRefused,
    StillProcessing,
    Stopped,
    UnreadableAnswer,
    UploadNotFound,
)
from exogui.exotel.responses import RefusedEntry, Stage, UploadStatus
from exogui.uploads.events import FetchingRefusedRows, Processing
from exogui.uploads.job_context import JobContext
from exogui.uploads.outcome import first_lines_of, fuller, join_rows, settle
from exogui.uploads.pace import poll_pause
from exogui.uploads.part_run import PartRun
from exogui.uploads.records import PartState
from exogui.uploads.result import RefusedRow

_log = logging.getLogger(__name__)

_PASSING = (RateLimited, ServerTrouble, NoConnection, UnreadableAnswer)
"""What a question may meet and simply be asked again. A web page in between is some proxy's bad minute."""


class Follower:
    """One question at a time: :meth:`ask` whenever a part is due."""

    def __init__(self, context: JobContext) -> None:
        self._context = context

    def next_due(self) -> PartRun | None:
        """The part that is asked about next."""
        followed = [run for run in self._context.runs if run.followed]
        return min(followed, key=lambda run: run.due, default=None)

    def begin(self, run: PartRun) -> None:
        """Exotel has just taken it."""
        run.be_patient_again(self._context.clock.now())
        self._schedule(run)

    def ask(self, run: PartRun) -> None:
        """Ask the question that a part is at. Raises Stopped."""
        question = self._ask_status if run.status is None else self._fetch_refused_rows
        try:
            question(run)
        except Stopped:
            raise
        except SignInRefused as error:
            if not self._context.sign_in_again():
                self._give_up(run, error)
        except _PASSING as error:
            self._wait_out(run, error)
        except UploadNotFound as error:
            self._on_missing(run, error)
        except ExotelError as error:
            self._give_up(run, error)

    # --- processing ---------------------------------------------------------------------------------------

    def _ask_status(self, run: PartRun) -> None:
        context, now = self._context, self._context.clock.now()
        if now - run.began > context.patience.processing:
            self._give_up(run, run.trouble or StillProcessing())
            return
        status = context.client.upload_status(run.record.upload_id)
        run.trouble, run.failures, run.seen = None, 0, context.clock.now()
        if status.stage is Stage.PROCESSING:
            self._schedule(run)
        elif status.stage is Stage.FAILED and not (status.successful or status.failed):
            self._is_unknown(run, ProcessingFailed(request_id=status.request_id))
        else:
            self._on_done(run, status)

    def _schedule(self, run: PartRun) -> None:
        context, now = self._context, self._context.clock.now()
        elapsed, estimated = now - run.began, run.record.estimated_seconds
        if run.status is None:
            context.emit(Processing(run.record.upload_id, elapsed, estimated))
        run.due = now + poll_pause(elapsed, estimated, context.client.budget, context.patience)

    def _on_missing(self, run: PartRun, error: UploadNotFound) -> None:
        """Just after its acceptance, or its end, it may not be there yet."""
        if self._context.clock.now() - run.seen <= self._context.patience.missing_upload:
            _log.info("The upload is not there yet: %s", error)
            run.trouble = None
            self._schedule(run)
        elif run.record.state is PartState.COUNTED:  # its counts are known, in this run or an earlier one
            self._settle_without_list(run, error)
        else:
            self._is_unknown(run, error)

    def _on_done(self, run: PartRun, status: UploadStatus) -> None:
        run.status, run.began, run.failures = status, self._context.clock.now(), 0
        outcome = settle(run.record.rows, status, ())
        trouble = run.record_after(
            PartState.COUNTED,
            counts=outcome.counts,
            surplus=outcome.surplus,
            error_code="",
            request_ids=run.note(status.request_id),
        )
        self._context.moved(trouble)
        counted = (status.successful or 0) + (status.duplicates_skipped or 0)
        if status.failed or counted != run.record.rows:
            self._context.emit(FetchingRefusedRows(run.record.upload_id))
        else:
            self._settle(run, status, ())

    # --- refused rows -------------------------------------------------------------------------------------

    def _fetch_refused_rows(self, run: PartRun) -> None:
        """The list of the errors call or, where that falls short, the one in the error file."""
        client, status = self._context.client, run.status
        if status is None:
            raise AssertionError("asked for refused rows before Exotel was done")
        if run.page is None:
            run.page = client.refused_rows(run.record.upload_id)
        entries, url = run.entries(), run.needs_error_file()
        if url is not None:
            try:
                entries = fuller(entries, client.error_file(url))
                if len(entries) < run.expected_entries and not run.fell_short:
                    run.fell_short = True  # perhaps it was cut on its way: once more
                    raise UnreadableAnswer
            except Stopped:
                raise
            except ExotelError as error:
                if isinstance(error, _PASSING) and self._has_patience(run):
                    raise
                _log.info("The file of refused rows could not be had: %s", error)
                if not entries:
                    raise
        self._settle(run, status, entries)

    def _has_patience(self, run: PartRun) -> bool:
        return self._context.clock.now() - run.began <= self._context.patience.refused_rows

    def _settle(self, run: PartRun, status: UploadStatus, entries: tuple[RefusedEntry, ...]) -> None:
        outcome = settle(run.record.rows, status, self._join(run, entries))
        request_ids = run.note(run.page.request_id) if run.page else run.record.request_ids
        trouble = run.settle(
            outcome.listed, counts=outcome.counts, surplus=outcome.surplus, request_ids=request_ids
        )
        if trouble is None:
            self._context.files.remove_part(run.record.number)
        self._context.moved(trouble)

    def _join(self, run: PartRun, entries: tuple[RefusedEntry, ...]) -> tuple[RefusedRow, ...]:
        if not entries:
            return ()
        files, number = self._context.files, run.record.number
        try:
            return join_rows(entries, files.kept_rows(number), first_lines_of(files.part_path(number)))
        except (OSError, ValueError) as error:
            _log.warning("The rows that were sent cannot be read any more: %s", type(error).__name__)
            return join_rows(entries, ())

    # --- what cannot be had -------------------------------------------------------------------------------

    def _wait_out(self, run: PartRun, error: ExotelError) -> None:
        run.trouble = error
        if run.status is not None and not self._has_patience(run):
            self._give_up(run, error)
            return
        run.due = self._context.wait_out(error, run.failures)
        run.failures += 1

    def _give_up(self, run: PartRun, error: ExotelError) -> None:
        """Ask no more in this run. Where asking cannot help ever, the part is settled without its list."""
        _log.info("A part is not followed any further: %s", error)
        passing = isinstance(error, (*_PASSING, SignInRefused, StillProcessing))
        if run.status is not None and not passing:
            self._settle_without_list(run, error)
            return
        run.error = error
        trouble = run.record_after(
            run.record.state, error_code=error.code.value, request_ids=run.note(error.request_id)
        )
        self._context.moved(trouble)

    def _settle_without_list(self, run: PartRun, error: ExotelError) -> None:
        run.error = error
        trouble = run.settle((), error_code=error.code.value, request_ids=run.note(error.request_id))
        if trouble is None:
            self._context.files.remove_part(run.record.number)
        self._context.moved(trouble)

    def _is_unknown(self, run: PartRun, error: ExotelError) -> None:
        _log.info("What became of a part is unknown: %s", error)
        run.error = error
        trouble = run.record_after(
            PartState.UNKNOWN, error_code=error.code.value, request_ids=run.note(error.request_id)
        )
        self._context.moved(trouble)
