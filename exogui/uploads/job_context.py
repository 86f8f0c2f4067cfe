"""What sending and following share of one run of a job."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from exogui.exotel.client import ContactsClient
from exogui.exotel.errors import ExotelError, RateLimited, ServerTrouble, UnreadableAnswer
from exogui.uploads.clock import Clock
from exogui.uploads.events import Counted, UploadEvent, Waiting, WaitReason
from exogui.uploads.job_files import JobFiles
from exogui.uploads.journal_database import JournalError
from exogui.uploads.pace import Patience, trouble_pause
from exogui.uploads.part_run import PartRun
from exogui.uploads.records import JobRecord, PartState, counts_of

Emit = Callable[[UploadEvent], None]


@dataclass(slots=True)
class JobContext:
    """One run of one job. Belongs to the thread that runs it."""

    job: JobRecord
    """As it stood when the run began; the parts' newer records are in ``runs``."""
    client: ContactsClient
    files: JobFiles
    runs: Sequence[PartRun]
    patience: Patience
    clock: Clock
    emit: Emit
    sign_in_again: Callable[[], bool]
    """Asks the person to sign in anew; True when the client has new credentials."""
    journal_trouble: JournalError | None = field(default=None)
    """Why something that happened is not written down."""

    @property
    def in_flight(self) -> int:
        """Parts that Exotel is processing."""
        return sum(run.record.state is PartState.ACCEPTED for run in self.runs)

    def moved(self, trouble: JournalError | None) -> None:
        """Rows have moved; ``trouble`` is why that could not be written down."""
        self.journal_trouble = trouble or self.journal_trouble
        self.emit(Counted(counts_of([run.record for run in self.runs])))

    def wait_out(self, error: ExotelError, failures: int) -> float:
        """Say why there is a pause; when it ends, by the clock."""
        reason = WaitReason.NO_CONNECTION
        asked = None
        if isinstance(error, RateLimited):
            reason, asked = WaitReason.RATE_LIMIT, error.retry_after
        elif isinstance(error, ServerTrouble):
            reason, asked = WaitReason.SERVER_TROUBLE, error.retry_after
        elif isinstance(error, UnreadableAnswer):
            reason = WaitReason.SERVER_TROUBLE
        seconds = trouble_pause(failures, asked, self.patience)
        self.emit(Waiting(seconds, reason))
        return self.clock.now() + seconds
