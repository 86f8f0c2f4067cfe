"""One part during one run of its job: its record, and when Exotel is asked about it next."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from exogui.exotel.errors import ExotelError
from exogui.exotel.responses import RefusedEntry, RefusedRowsPage, UploadStatus
from exogui.uploads.journal import Journal
from exogui.uploads.journal_database import JournalError
from exogui.uploads.records import AT_EXOTEL, PartRecord, PartState
from exogui.uploads.result import RefusedRow


class PartRun:
    """The record of a part, written down at each step, and the patience that is left with it."""

    def __init__(self, journal: Journal, job_id: str, record: PartRecord, now: float) -> None:
        self._journal = journal
        self._job_id = job_id
        self._written = record
        self.record = record
        self.due = now
        """When it is asked about next, by the job's clock."""
        self.began = now
        """Since when it is asked about."""
        self.seen = now
        """When Exotel last knew of it."""
        self.failures = 0
        """Failures in a row of the question that is asked now."""
        self.trouble: ExotelError | None = None
        """What the last question met."""
        self.error: Exception | None = None
        """Why it is not asked about any more in this run, or why its refused rows are missing."""
        self.status: UploadStatus | None = None
        """Exotel's last word, once it is done."""
        self.page: RefusedRowsPage | None = None
        """The refused rows as far as Exotel lists them."""
        self.fell_short = False
        """Whether the file of refused rows held fewer than Exotel counts."""
        self.listed: tuple[RefusedRow, ...] = ()
        """What came of them."""

    @property
    def followed(self) -> bool:
        """Whether Exotel is to be asked about it."""
        return self.record.state in AT_EXOTEL and self.error is None

    def be_patient_again(self, now: float) -> None:
        """Begin anew with the patience: the person asked for it, or the computer slept."""
        self.began = self.seen = self.due = now
        self.failures = 0

    def record_before(self, state: PartState, **changes: Any) -> None:
        """Write a state down before the step it names.

        Raises:
            JournalError: it is not written; the step must not be taken.
        """
        after = replace(self.record, state=state, **changes)
        self.record = self._written = self._journal.record(self._job_id, self._written, after)

    def record_after(self, state: PartState, **changes: Any) -> JournalError | None:
        """Write down what has happened; where that fails it has happened all the same. Gives the failure."""
        self.record = replace(self.record, state=state, **changes)
        try:
            self.record = self._written = self._journal.record(self._job_id, self._written, self.record)
        except JournalError as error:
            return error
        return None

    def settle(self, listed: tuple[RefusedRow, ...], **changes: Any) -> JournalError | None:
        """The same for the end, with the rows that Exotel listed."""
        self.listed = tuple(replace(row, part_number=self.record.number) for row in listed)
        self.record = replace(self.record, state=PartState.SETTLED, **changes)
        try:
            self.record = self._written = self._journal.settle(
                self._job_id, self._written, self.record, self.listed
            )
        except JournalError as error:
            return error
        return None

    def note(self, request_id: str) -> tuple[str, ...]:
        """The request ids with one more."""
        known = self.record.request_ids
        return (*known, request_id) if request_id and request_id not in known else known

    @property
    def expected_entries(self) -> int:
        """Refused rows that Exotel counts."""
        counted = self.page.error_count if self.page else None
        failed = self.status.failed if self.status else None
        return max(counted or 0, failed or 0)

    def needs_error_file(self) -> str | None:
        """The address of the fuller list, where the list of the errors call falls short."""
        if self.page is None or self.status is None:
            return None
        rows = self.page.rows
        complete = len(rows) >= self.expected_entries and all(row.phone_number for row in rows)
        return None if complete else self.page.error_file_url

    def entries(self) -> tuple[RefusedEntry, ...]:
        """The refused rows that the errors call listed."""
        return self.page.rows if self.page else ()
