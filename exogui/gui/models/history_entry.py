"""One upload as the history lists it."""

from __future__ import annotations

from typing import NamedTuple

from exogui.gui.speech import say
from exogui.messages.history import standing_name
from exogui.uploads.records import JobRecord
from exogui.uploads.row_counts import RowCounts
from exogui.uploads.standing import Standing, standing_of


class HistoryEntry(NamedTuple):
    """A tuple: there may be ten thousand of them."""

    job_id: str
    begun_at: float
    """Seconds since the epoch."""
    file_name: str
    account: str
    list_id: str
    """Empty where the contacts went to no list."""
    counts: RowCounts
    attempts: int
    standing: Standing
    words: str
    """What a search looks in, in lower case."""

    def holds(self, wanted: list[str]) -> bool:
        """Whether each of these words, in lower case, is in what is searched."""
        return all(word in self.words for word in wanted)


def entry_of(job: JobRecord, *, running: bool) -> HistoryEntry:
    """The entry of a job; ``running``: some program works on it. For any thread."""
    standing = standing_of(job, running=running)
    account = job.account.name or job.account.account_sid
    upload_ids = [part.upload_id for part in job.parts if part.upload_id]
    searched = (job.file_name, account, job.list_id, standing_name(standing, say), *upload_ids)
    return HistoryEntry(
        job.id,
        job.created_at,
        job.file_name,
        account,
        job.list_id,
        job.counts,
        job.attempts,
        standing,
        "\n".join(searched).casefold(),
    )
