"""What a person decides about the parts of a job that nobody knows about. Nothing is chosen for them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from enum import StrEnum

from exogui.exotel.errors import ErrorCode
from exogui.uploads.journal import Journal
from exogui.uploads.records import UNANSWERED, JobRecord, PartRecord, PartState
from exogui.uploads.row_counts import RowCounts


class LostAnswerChoice(StrEnum):
    """What is to be done about parts whose answer was lost."""

    SEND_AGAIN = "send_again"
    """Harmless under *skip* and *update*; under *create again* it can double contacts."""
    COUNT_AS_THERE = "count_as_there"
    """The person looked: these contacts are in Exotel."""


def own_up(journal: Journal, job: JobRecord) -> JobRecord:
    """Parts whose sending began and got no answer, in a program that died: nobody knows about them.

    To be called by whoever holds the job's files, so nobody is sending it. Raises JournalError.
    """
    for part in job.parts:
        if part.state in UNANSWERED:
            code = ErrorCode.ANSWER_LOST.value
            journal.record(job.id, part, replace(part, state=PartState.UNKNOWN, error_code=code))
    return journal.job(job.id)


def settle_choice(
    journal: Journal,
    job: JobRecord,
    choice: LostAnswerChoice | None,
    about: Collection[int] | None = None,
) -> JobRecord:
    """Write down what a person decided about parts with these numbers, None: all of which nobody knows.

    Parts that have an upload id are asked about again. Raises JournalError.
    """
    for part in job.parts:
        if part.state is not PartState.UNKNOWN:
            continue
        meant = about is None or part.number in about
        after = _decided(part, choice if meant else None)
        if after is not part:
            journal.record(job.id, part, after)
    return journal.job(job.id)


def _decided(part: PartRecord, choice: LostAnswerChoice | None) -> PartRecord:
    if part.upload_id:
        return replace(part, state=PartState.ACCEPTED, error_code="")
    if choice is LostAnswerChoice.COUNT_AS_THERE:
        counts = RowCounts(already_there=part.rows)
        return replace(part, state=PartState.SETTLED, counts=counts, error_code="")
    if choice is LostAnswerChoice.SEND_AGAIN:
        return replace(part, state=PartState.PLANNED, error_code="", may_be_there=True)
    return part
