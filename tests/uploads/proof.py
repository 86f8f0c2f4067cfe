"""One list on its way through everything that can go wrong, judged by what the server really received.

The program's word is compared with the practice server's ledger, which the program never sees: no row lost,
none received twice, nothing claimed that is not so, and the sum of all rows right at every event.
"""

from __future__ import annotations

import csv
import dataclasses
from pathlib import Path

from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.table import ContactTable
from exogui.exotel.accounts import Account, ApiKey, DataCentre
from exogui.exotel.client import ContactsClient
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.exotel.transport import Timeouts
from exogui.practice.contact_store import Effect
from exogui.practice.server import PracticeServer
from exogui.uploads.choices import LostAnswerChoice
from exogui.uploads.clock import Clock
from exogui.uploads.events import UploadEvent
from exogui.uploads.job import UploadJob
from exogui.uploads.pace import Patience
from exogui.uploads.preparing import PartLimits, PreparedJob, UploadOrder
from exogui.uploads.records import JobRecord, PartRecord, PartState
from exogui.uploads.result import JobState, UploadResult
from exogui.uploads.row_counts import RowCounts
from exogui.uploads.upload_service import UploadService
from tests.uploads.quick_clock import QuickClock

ROWS = (
    ("+919876543210", "Asha"),
    ("12", "Refused"),
    ("+919876543211", "Ravi"),
    ("+6591234567", "Mei"),
    ("+919876543210", "Asha again"),
    ("13", "Refused too"),
)
"""In each part of three rows a good one and a refused one; one that the account has by then."""
LIMITS = PartLimits(rows=3)


def write_list(path: Path) -> Path:
    """A person's list of :data:`ROWS`."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("phone_number", "first_name"), *ROWS])
    return path


def order_for(base_url: str, action: DuplicateAction) -> UploadOrder:
    """An upload to the practice account at an address."""
    address = Account("Acme", PracticeServer.account_sid, DataCentre.OTHER, other_address=base_url, id="acme")
    return UploadOrder(address, action)


def job_for(
    service: UploadService,
    prepared: PreparedJob,
    base_url: str,
    patience: Patience | None = None,
    clock: Clock | None = None,
    **timeouts: float,
) -> UploadJob:
    """A run of a prepared job."""
    limits = Timeouts(**{"connect": 5, "send": 5, "answer": 5, "whole_answer": 5, **timeouts})
    credentials = ApiKey(PracticeServer.api_key, PracticeServer.api_token)
    client = ContactsClient(PracticeServer.account_sid, base_url, credentials, timeouts=limits)
    return UploadJob(
        client,
        service.journal,
        prepared.files,
        prepared.job.id,
        patience=patience,
        clock=clock or QuickClock(),
    )


class Proof:
    """One job, from the first click through interruptions to the end."""

    def __init__(self, server: PracticeServer, directory: Path) -> None:
        self.server = server
        self.directory = directory
        self.service = UploadService(directory, LIMITS)
        self.job_id = ""
        self.events = 0
        self.counted_by_hand: set[int] = set()
        """Parts that a person found in Exotel."""

    def close(self) -> None:
        """Let go of the journal."""
        self.service.close()

    def restart(self) -> None:
        """The program ends, and starts again."""
        self.service.close()
        self.service = UploadService(self.directory, LIMITS)

    # --- what a person does -------------------------------------------------------------------------------

    def begin(self, base_url: str, action: DuplicateAction) -> PreparedJob:
        """A new job of the list, in two parts."""
        table = ContactTable.judged(read_contacts(write_list(self.directory / "list.csv")))
        prepared = self.service.prepare(table, range(table.row_count), order_for(base_url, action))
        self.job_id = prepared.job.id
        assert [part.rows for part in prepared.job.parts] == [3, 3]
        return dataclasses.replace(prepared, list_is_open=False)  # what does not leave waits

    def run(self, prepared: PreparedJob, job: UploadJob) -> UploadResult:
        """Run it, and judge it at every event and at the end."""
        result = self.service.run(job, prepared, self._on_event)
        self.judge(result.job)
        self._judge_claim(result)
        return result

    def resume(
        self, base_url: str, choice: LostAnswerChoice | None = None, part: int | None = None
    ) -> UploadResult:
        """Start again, and go on with what is left over."""
        self.restart()
        assert self.job_id in {job.id for job in self.service.left_over()}
        prepared = self.service.pick_up(
            self.job_id, send=True, choice=choice, about=None if part is None else [part]
        )
        return self.run(prepared, job_for(self.service, prepared, base_url))

    def finish(self, base_url: str, *, all_listed: bool = True) -> UploadResult:
        """Go on with a healthy network until all is settled; a person looks in Exotel where that helps."""
        result = self.service.result(self.job_id)
        if self.job.unfinished:
            result = self.resume(base_url)
        while lost := self.job.lost_parts:
            assert not any(part.state is PartState.PLANNED for part in self.job.parts)
            part = lost[0]  # another may have fared differently
            arrived = self._arrived(part)
            if arrived:
                self.counted_by_hand.add(part.number)
            choice = LostAnswerChoice.COUNT_AS_THERE if arrived else LostAnswerChoice.SEND_AGAIN
            result = self.resume(base_url, choice, part.number)
        self._judge_end(all_listed=all_listed)
        return result

    # --- judgement ----------------------------------------------------------------------------------------

    @property
    def job(self) -> JobRecord:
        """As it stands in the journal."""
        return self.service.journal.job(self.job_id)

    def judge(self, job: JobRecord | None) -> None:
        """Compare what is said of a job, and what is written down, with what the server received."""
        assert job is not None
        assert job == self.job
        check_sum(job.counts)
        balance = self.server.ledger.balance(ROWS)
        assert not balance.doubled
        assert not balance.strange
        assert len({part.upload_id for part in job.parts if part.upload_id}) == sum(
            bool(part.upload_id) for part in job.parts
        )
        for part in job.parts:
            self._judge_part(part)

    def _judge_part(self, part: PartRecord) -> None:
        if part.state is PartState.PLANNED:
            assert not self._arrived(part)
        if part.upload_id:
            received = [
                entry.contact[:2] for entry in self.server.ledger.entries if entry.upload_id == part.upload_id
            ]
            assert received == self._rows_of(part)
        if part.state in {PartState.COUNTED, PartState.SETTLED}:
            if part.number in self.counted_by_hand:
                assert part.counts == RowCounts(already_there=part.rows)
            else:
                effects = self.server.ledger.effects(part.upload_id)
                assert part.counts == RowCounts(
                    successful=effects[Effect.CREATED] + effects[Effect.UPDATED],
                    already_there=effects[Effect.SKIPPED],
                    refused=effects[Effect.REFUSED],
                )

    def _judge_claim(self, result: UploadResult) -> None:
        received = sum(self.server.ledger.received.values())
        if result.state is JobState.FAILED:
            assert received == 0
        assert received >= result.counts.successful + result.counts.already_there + result.counts.refused
        assert received <= result.counts.sent

    def _judge_end(self, *, all_listed: bool) -> None:
        """Every row arrived once, and what became of it is known, of refused ones by name."""
        assert self.server.ledger.balance(ROWS).even
        assert not self.job.unfinished
        self.service.tidy()
        listed = {
            row.values for row in self.service.journal.listed_rows(self.job_id) if not row.already_there
        }
        refused = {
            entry.contact[:2]
            for entry in self.server.ledger.entries
            if entry.effect is Effect.REFUSED and entry.upload_id in self._upload_ids
        }
        if all_listed:
            assert listed == refused
        assert listed - {()} <= refused
        assert not (self.directory / "uploads" / self.job_id).exists()

    @property
    def _upload_ids(self) -> set[str]:
        return {part.upload_id for part in self.job.parts}

    def _arrived(self, part: PartRecord) -> bool:
        """Whether the server has the rows of a part: all or none of them."""
        received = self.server.ledger.received
        times = {received[(*row, "", "", "", "", "")] for row in self._rows_of(part)}
        assert times in ({0}, {1})
        return times == {1}

    def _rows_of(self, part: PartRecord) -> list[tuple[str, str]]:
        return list(ROWS[(part.number - 1) * 3 : part.number * 3])

    def _on_event(self, event: UploadEvent) -> None:
        self.events += 1
        counts = getattr(event, "counts", None)
        if isinstance(counts, RowCounts):
            check_sum(counts)
        check_sum(self.job.counts)


def check_sum(counts: RowCounts, total: int = len(ROWS)) -> None:
    """Every row is in one place, and none is in two."""
    assert counts.total == total, counts
    assert min(dataclasses.astuple(counts)) >= 0, counts
