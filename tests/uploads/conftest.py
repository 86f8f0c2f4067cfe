"""A practice server, parts to send, and jobs whose waits take no time."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

import pytest

from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.schema import MAX_UPLOAD_ROWS
from exogui.contacts.table import ContactTable
from exogui.exotel.accounts import AccessToken, Account, ApiKey, DataCentre
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.client import ContactsClient
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.exotel.transport import Timeouts
from exogui.practice.server import PracticeServer
from exogui.uploads.events import UploadEvent
from exogui.uploads.job import UploadJob
from exogui.uploads.journal import Journal
from exogui.uploads.pace import Patience
from exogui.uploads.preparing import PartLimits, PreparedJob, UploadOrder, prepare_attempt, prepare_job
from exogui.uploads.result import UploadResult
from tests.tried import TRIED, Tally
from tests.uploads.quick_clock import QuickClock


class Bench:
    """Runs jobs against one practice server and keeps what they said."""

    def __init__(self, server: PracticeServer, directory: Path) -> None:
        self.server = server
        self.clock = QuickClock()
        self.cancel = CancelToken()
        self.events: list[UploadEvent] = []
        self.patience = Patience()
        self.on_event: Callable[[UploadEvent], None] = lambda _event: None
        self.base_url = server.base_url
        self.credentials: ApiKey | AccessToken = ApiKey(server.api_key, server.api_token)
        self.sign_in_again: Callable[[], bool] = lambda: False
        self.folder = directory / "uploads"
        self.journal = Journal(directory / "uploads.sqlite3")
        self.directory = directory
        self._prepared: list[PreparedJob] = []

    def table(self, records: Sequence[str]) -> ContactTable:
        """A person's list of these records, each ``phone`` or ``phone,first_name``."""
        path = self.directory / f"list-{len(list(self.directory.iterdir()))}.csv"
        lines = [record if "," in record else f"{record}," for record in records]
        path.write_bytes(("phone_number,first_name\r\n" + "".join(f"{r}\r\n" for r in lines)).encode())
        return ContactTable.judged(read_contacts(path))

    def account(self) -> Account:
        sid = self.server.account_sid
        return Account("Acme", sid, DataCentre.OTHER, other_address=self.base_url, id="acme")

    def part(
        self,
        records: Sequence[str] | ContactTable,
        action: DuplicateAction = DuplicateAction.SKIP,
        *,
        first_row: int = 0,
        try_first: bool = False,
        most_rows: int = MAX_UPLOAD_ROWS,
    ) -> PreparedJob:
        """A job of all rows from ``first_row`` on; in one part, where they are not too many for one."""
        table = records if isinstance(records, ContactTable) else self.table(records)
        prepared = prepare_job(
            table,
            range(first_row, table.row_count),
            UploadOrder(self.account(), action, try_first=try_first),
            journal=self.journal,
            folder=self.folder,
            limits=PartLimits(rows=most_rows),
        )
        self._prepared.append(prepared)
        return prepared

    def attempt(self, result: UploadResult, table: ContactTable) -> PreparedJob:
        """The next attempt of a job, with all rows of ``table``."""
        assert result.job is not None
        prepared = prepare_attempt(
            table, range(table.row_count), result.job, journal=self.journal, folder=self.folder
        )
        self._prepared.append(prepared)
        return prepared

    def job(self, prepared: PreparedJob, **timeouts: float) -> UploadJob:
        limits = Timeouts(**{"connect": 5, "send": 5, "answer": 5, "whole_answer": 5, **timeouts})
        client = ContactsClient(
            self.server.account_sid, self.base_url, self.credentials, self.cancel, timeouts=limits
        )
        return UploadJob(
            client,
            self.journal,
            prepared.files,
            prepared.job.id,
            patience=self.patience,
            clock=self.clock,
            sign_in_again=self.sign_in_again,
        )

    def run(
        self,
        prepared: PreparedJob,
        *,
        to_send: Collection[int] | None = None,
        **timeouts: float,
    ) -> UploadResult:
        """Run a job to the end of the run. Whatever came of it, every row must be accounted for."""
        rows = prepared.job.counts.total
        result = self.job(prepared, **timeouts).run(
            self._note, prepared.to_send if to_send is None else to_send
        )
        assert result.counts.total == rows
        assert min(dataclasses.astuple(result.counts)) >= 0
        stored = self.journal.job(prepared.job.id)
        assert stored == result.job
        return result

    def close_files(self) -> None:
        """Let go of every job, as a run does at its end."""
        for prepared in self._prepared:
            prepared.files.close()

    def close(self) -> None:
        self.close_files()
        self.journal.close()

    def _note(self, event: UploadEvent) -> None:
        self.events.append(event)
        self.on_event(event)

    def count(self, kind: type[object]) -> int:
        """How many events of a kind there were."""
        return sum(isinstance(event, kind) for event in self.events)


@pytest.fixture
def tally() -> Tally:
    """Counts what was tried, for the summary."""

    def count(what: str, times: int) -> None:
        TRIED[what] += times

    return count


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(processing_seconds=0) as running:
        yield running


@pytest.fixture
def bench(server: PracticeServer, tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(server, tmp_path)
    yield bench
    bench.close()


GOOD = ("+919876543210,Asha", "+919876543211,Ravi", "+6591234567,Mei")
MIXED = (*GOOD, "12,Broken", "+919876543213,Divya")
