"""Refused rows that are back in Review: to send them is another attempt of the upload they come from."""

from __future__ import annotations

from exogui.contacts.table import ContactTable
from exogui.exotel.accounts import Account
from exogui.uploads.records import JobRecord, PartState


class MendedRows:
    """One list of them at a time."""

    def __init__(self) -> None:
        self._table: ContactTable | None = None
        self._job: JobRecord | None = None

    def begin(self, table: ContactTable, job: JobRecord) -> None:
        """``table`` holds refused rows of ``job``."""
        self._table, self._job = table, job

    def job_of(self, table: ContactTable | None, account: Account | None) -> JobRecord | None:
        """The job of which the rows of ``table``, sent to ``account``, would be another attempt."""
        job = self._job if table is not None and table is self._table else None
        return job if job is not None and account is not None and job.account.place == account.place else None

    def end(self, table: ContactTable, job: JobRecord | None) -> None:
        """``table`` went out. Its rows are refused ones no more, unless nothing of the attempt has left."""
        if job is None or table is not self._table:
            return
        latest = [part.state for part in job.parts if part.attempt == job.attempts]
        nothing_left = all(state is PartState.WITHDRAWN for state in latest)
        self._table, self._job = (table, job) if nothing_left else (None, None)
