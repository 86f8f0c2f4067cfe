"""A job from the click to the last answer: send its parts, poll, fetch the refused rows, settle the counts.

The rule above all others: nothing is sent twice unless Exotel said that it did not take it. Each step that
cannot be taken back is in the journal before it is taken, so the rule outlives the program.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from dataclasses import replace

from exogui.exotel.client import ContactsClient
from exogui.exotel.errors import ErrorCode, Stopped
from exogui.uploads.choices import own_up
from exogui.uploads.clock import Clock, SystemClock
from exogui.uploads.events import Woke
from exogui.uploads.follower import Follower
from exogui.uploads.job_context import Emit, JobContext
from exogui.uploads.job_files import JobFiles
from exogui.uploads.journal import Journal
from exogui.uploads.pace import Patience
from exogui.uploads.part_run import PartRun
from exogui.uploads.records import UNANSWERED, PartState
from exogui.uploads.result import UploadResult, result_of
from exogui.uploads.sender import Sender

_log = logging.getLogger(__name__)

_SLEPT_SECONDS = 60.0
"""A wait that took so much longer than it should was a computer that slept."""


class UploadJob:
    """One run of a job in the journal: :meth:`run` once, in a worker.

    ``files`` are the job's, claimed by whoever runs it: nobody else touches the job meanwhile.
    """

    def __init__(
        self,
        client: ContactsClient,
        journal: Journal,
        files: JobFiles,
        job_id: str,
        *,
        patience: Patience | None = None,
        clock: Clock | None = None,
        sign_in_again: Callable[[], bool] = lambda: False,
    ) -> None:
        self._client = client
        self._cancel = client.cancel
        self._journal = journal
        self._files = files
        self._job_id = job_id
        self._patience = patience or Patience()
        self._clock = clock or SystemClock()
        self._sign_in_again = sign_in_again

    def cancel(self) -> None:
        """Stop, whatever the job is doing. What that means for the rows stands in the result."""
        self._cancel.cancel()

    def run(self, emit: Emit, to_send: Collection[int] | None = None) -> UploadResult:
        """Send the parts with these numbers (None: all that wait), and follow all that Exotel has.

        Whatever happens on the network becomes part of the result, also what nobody foresaw: rows may be at
        Exotel, and that must be told. Raises JournalError where the job cannot be read from the journal; then
        nothing was done.
        """
        job = own_up(self._journal, self._journal.job(self._job_id))
        listed = self._journal.listed_rows(self._job_id)
        runs = [PartRun(self._journal, job.id, part, self._clock.now()) for part in job.parts]
        context = JobContext(
            job,
            self._client,
            self._files,
            runs,
            self._patience,
            self._clock,
            emit,
            self._sign_in_again,
        )
        numbers = {part.number for part in job.parts} if to_send is None else to_send
        sender = Sender(context, numbers)
        cancelled = False
        unforeseen: Exception | None = None
        try:
            self._work(context, sender)
        except Stopped:
            cancelled = True
        except Exception as error:  # noqa: BLE001 - not foreseen, so nobody knows how far it got
            _log.info("The upload ended in a way that nobody foresaw: %s", type(error).__name__)
            unforeseen = error
            for run in runs:
                if run.record.state in UNANSWERED:
                    run.record_after(PartState.UNKNOWN, error_code=ErrorCode.ANSWER_LOST.value)
        fresh = {run.record.number for run in runs if run.listed}
        listed = [row for row in listed if row.part_number not in fresh]
        listed += [row for run in runs for row in run.listed]
        listed.sort(key=lambda row: (row.row_number is None, row.row_number or 0))
        job = replace(job, parts=tuple(run.record for run in runs))
        first = next((run.error for run in runs if run.error is not None), None)
        why = unforeseen or sender.hindrance or first or context.journal_trouble
        return result_of(job, listed, why, cancelled=cancelled)

    def _work(self, context: JobContext, sender: Sender) -> None:
        """Whatever is due next, until nothing is. Raises Stopped."""
        follower = Follower(context)
        while True:
            self._cancel.check()
            run, due = follower.next_due(), sender.due
            now = self._clock.now()
            if due is not None and due <= now:
                accepted = sender.send_next()
                if accepted is not None:
                    follower.begin(accepted)
            elif run is not None and run.due <= now:
                follower.ask(run)
            elif run is None and due is None:
                return
            else:
                times = [due, run.due if run else None]
                self._wait(context, min(time for time in times if time is not None) - now)

    def _wait(self, context: JobContext, seconds: float) -> None:
        """Wait. Where the computer slept meanwhile, the patience with Exotel begins anew."""
        began = self._clock.wall()
        self._clock.wait(seconds, self._cancel)
        slept = self._clock.wall() - began - seconds
        if slept > _SLEPT_SECONDS:
            context.emit(Woke(slept))
            for run in context.runs:
                run.be_patient_again(self._clock.now())
