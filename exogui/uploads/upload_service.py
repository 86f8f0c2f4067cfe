"""Everything one does with uploads, for the window and the command line alike."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import threading
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.table import ContactTable
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.policy.policy import NO_POLICY, Policy
from exogui.uploads.choices import LostAnswerChoice, own_up, settle_choice
from exogui.uploads.job import UploadJob
from exogui.uploads.job_context import Emit
from exogui.uploads.job_files import JobFiles, first_numbers, remove_strays
from exogui.uploads.journal import Journal, open_journal
from exogui.uploads.journal_database import JournalError, JournalFault
from exogui.uploads.preparing import (
    EXOTELS_LIMITS,
    JobInUse,
    PartLimits,
    PreparedJob,
    UploadOrder,
    prepare_attempt,
    prepare_job,
)
from exogui.uploads.records import JobRecord, PartState
from exogui.uploads.result import JobState, UploadResult, result_of
from exogui.uploads.sent_before import SentBefore

_EXAMPLES = 3
"""Phone numbers that are named to be looked for in Exotel."""


class UploadService:
    """The journal of one person's uploads and the files of those that have not ended.

    Blocking, and safe from several threads; several programs may each have one. Opened at the first use.
    Where the journal cannot be used, uploads go on without: they are kept in memory, and ``fault`` says why.

    Every upload, new or taken up again, passes here, so here the policy is enforced: what it forbids raises
    :class:`~exogui.policy.policy.SwitchedOff` before anything is done.
    """

    def __init__(
        self,
        folder: Path | None = None,
        limits: PartLimits = EXOTELS_LIMITS,
        policy: Policy = NO_POLICY,
    ) -> None:
        """``folder``: where the journal and the files are; by default the person's folder for data."""
        self._limits = limits
        self._policy = policy
        self._wanted_folder = folder
        self._lock = threading.Lock()
        self._journal: Journal | None = None
        self._folder = Path()
        self.fault: JournalFault | None = None
        """Why nothing of the uploads outlasts the program."""
        self.set_aside: Path | None = None
        """The damaged journal that made way for a new one."""

    @classmethod
    def in_memory(cls, fault: JournalFault, policy: Policy = NO_POLICY) -> UploadService:
        """One that keeps nothing: for going on where the journal opened and could not be written.

        Raises OSError where not even a temporary folder can be had.
        """
        service = cls(policy=policy)
        service._go_without(fault)
        return service

    @property
    def journal(self) -> Journal:
        """The journal, opened where it was not."""
        with self._lock:
            if self._journal is None:
                self._open()
            assert self._journal is not None  # noqa: S101 - opened one line above
            return self._journal

    def close(self) -> None:
        """Let go of the journal."""
        with self._lock:
            if self._journal is None:
                return
            self._journal.close()
            if self.fault is not None:
                shutil.rmtree(self._folder, ignore_errors=True)
            self._journal = None

    def _open(self) -> None:
        folder = self._wanted_folder
        if folder is None:
            import platformdirs

            folder = platformdirs.user_data_path("exogui", appauthor=False)
        try:
            self._journal, self.set_aside = open_journal(folder, self._policy.keep_contacts_days)
            self._folder = folder / "uploads"
        except JournalError as error:
            self._go_without(error.fault)

    def _go_without(self, fault: JournalFault) -> None:
        self.fault = fault
        self._folder = Path(tempfile.mkdtemp(prefix="exogui-"))
        self._journal = Journal(None, most_contacts_days=self._policy.keep_contacts_days)

    # --- new jobs -----------------------------------------------------------------------------------------

    def prepare(
        self,
        table: ContactTable,
        rows: Sequence[int],
        order: UploadOrder,
        checkpoint: Checkpoint = no_checkpoint,
    ) -> PreparedJob:
        """See :func:`~exogui.uploads.preparing.prepare_job`. Raises SwitchedOff besides."""
        self._check(order.account.id, order.account.base_url, order.duplicate_action)
        journal = self.journal
        return prepare_job(
            table,
            rows,
            order,
            journal=journal,
            folder=self._folder,
            checkpoint=checkpoint,
            limits=self._limits,
        )

    def prepare_attempt(
        self,
        table: ContactTable,
        rows: Sequence[int],
        job: JobRecord,
        checkpoint: Checkpoint = no_checkpoint,
    ) -> PreparedJob:
        """See :func:`~exogui.uploads.preparing.prepare_attempt`. Raises SwitchedOff besides."""
        self._check(job.account.id, job.account.base_url, job.duplicate_action)
        journal = self.journal
        return prepare_attempt(
            table,
            rows,
            job,
            journal=journal,
            folder=self._folder,
            checkpoint=checkpoint,
            limits=self._limits,
        )

    def _check(self, account_id: str, base_url: str, action: DuplicateAction | None) -> None:
        """``action``: None where nothing is to be sent. Raises SwitchedOff."""
        self._policy.check_place(account_id, base_url)
        if action is not None:
            self._policy.check_action(action)

    def discard(self, prepared: PreparedJob) -> None:
        """The person does not want it after all; nothing of it has gone out. Raises JournalError."""
        job = self.journal.withdraw(prepared.job.id, attempt=prepared.job.attempts)
        if not job.has_left:
            self.journal.forget(job.id)
        self._put_away(job, prepared.files)

    # --- jobs that are known ------------------------------------------------------------------------------

    def pick_up(
        self,
        job_id: str,
        *,
        send: bool = False,
        choice: LostAnswerChoice | None = None,
        about: Collection[int] | None = None,
    ) -> PreparedJob:
        """Take a job up again, to ask about all that Exotel has and, if ``send``, to send what waits.

        ``choice`` is what the person decided about parts of which nobody knows; ``about``: the numbers of
        those that are meant, as one may have arrived and another not; None: all. To send them again sends
        them and, without ``send``, nothing else. Parts whose sending began in a program that died are such
        parts from now on.

        Raises:
            JobInUse: another window or a scheduled run works on it.
            JournalError: it cannot be read.
            KeyError: it is not known any more.
            OSError: its files cannot be reached.
            SwitchedOff: the policy does not allow it any more.
        """
        job, files = self._take_up(job_id)
        lost = {part.number for part in job.lost_parts}
        try:
            sends = send or choice is LostAnswerChoice.SEND_AGAIN
            self._check(job.account.id, job.account.base_url, job.duplicate_action if sends else None)
            job = settle_choice(self.journal, job, choice, about)
        except BaseException:
            files.close()
            raise
        waiting = [part.number for part in job.parts if part.state is PartState.PLANNED]
        to_send = tuple(number for number in waiting if send or number in lost)
        return PreparedJob(job, files, SentBefore(), to_send, list_is_open=False)

    def left_over(self) -> list[JobRecord]:
        """The jobs about which there is something left to do and on which nobody works, oldest first.

        Raises JournalError.
        """
        journal = self.journal
        jobs = []
        for known in journal.unfinished():
            files = JobFiles.claim(self._folder, known.id)
            if files is not None:
                try:
                    job = own_up(journal, journal.job(known.id))  # as it is now that nobody else works on it
                except KeyError:
                    files.remove()
                    continue
                except BaseException:
                    files.close()
                    raise
                if job.unfinished:
                    jobs.append(job)
                self._put_away(job, files)
        return jobs

    def result(self, job_id: str) -> UploadResult:
        """Where a job stands. Raises JournalError, and KeyError where it is not known."""
        journal = self.journal
        return self._with_numbers(result_of(journal.job(job_id), journal.listed_rows(job_id)))

    def withdraw(self, job_id: str) -> JobRecord:
        """What waits of a job is not sent. Raises as :meth:`pick_up`."""
        _job, files = self._take_up(job_id)
        try:
            job = self.journal.withdraw(job_id)
        except BaseException:
            files.close()
            raise
        self._put_away(job, files)
        return job

    def forget(self, job_id: str) -> None:
        """Remove a job and its files. Raises as :meth:`pick_up`."""
        _job, files = self._take_up(job_id)
        try:
            self.journal.forget(job_id)
        except BaseException:
            files.close()
            raise
        files.remove()

    def _take_up(self, job_id: str) -> tuple[JobRecord, JobFiles]:
        """A job as it stands, held against everyone else. Raises as :meth:`pick_up`."""
        journal = self.journal
        files = JobFiles.claim(self._folder, job_id, patient=True)
        if files is None:
            raise JobInUse
        try:
            return own_up(journal, journal.job(job_id)), files
        except BaseException:
            files.close()
            raise

    def tidy(self) -> None:
        """Remove what is older than it is to be kept, and what dead programs left. Raises JournalError."""
        journal = self.journal
        journal.tidy()
        with contextlib.suppress(OSError):
            remove_strays(self._folder, lambda: {job.id for job in journal.unfinished()})

    # --- running ------------------------------------------------------------------------------------------

    def run(self, job: UploadJob, prepared: PreparedJob, emit: Emit) -> UploadResult:
        """Run a job that was made for ``prepared``, then keep or remove its files. Raises JournalError.

        Where nothing has left of rows whose list is open, they do not wait here: they are in the list.
        """
        try:
            result = job.run(emit, prepared.to_send)
            if prepared.list_is_open and result.job is not None and not _has_left(result.job, prepared):
                withdrawn = self.journal.withdraw(prepared.job.id, attempt=prepared.job.attempts)
                cancelled = result.state is JobState.CANCELLED
                listed = self.journal.listed_rows(withdrawn.id)
                result = result_of(withdrawn, listed, result.error, cancelled=cancelled)
        except BaseException:
            prepared.files.close()
            raise
        self._put_away(result.job or prepared.job, prepared.files)
        return self._with_numbers(result)

    def _with_numbers(self, result: UploadResult) -> UploadResult:
        """The result with numbers to look for in Exotel, where an answer was lost."""
        if result.job is None or not result.job.lost_parts:
            return result
        part = result.job.lost_parts[0]
        numbers = first_numbers(self._folder, result.job.id, part.number, _EXAMPLES)
        return replace(result, lost_numbers=numbers)

    def _put_away(self, job: JobRecord, files: JobFiles) -> None:
        if job.unfinished:
            files.close()
        else:
            files.remove()


def _has_left(job: JobRecord, prepared: PreparedJob) -> bool:
    """Whether anything of what was to be sent has left, or may have."""
    return any(job.part(number).state is not PartState.PLANNED for number in prepared.to_send)
