"""A practice server, parts to send, and jobs whose waits take no time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from exogui.exotel.accounts import AccessToken, ApiKey
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.client import ContactsClient
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.exotel.errors import Stopped
from exogui.exotel.transport import Timeouts
from exogui.practice.server import PracticeServer
from exogui.uploads.events import UploadEvent
from exogui.uploads.job import UploadJob
from exogui.uploads.options import UploadOptions
from exogui.uploads.pace import Patience
from exogui.uploads.result import UploadResult


@dataclass(frozen=True, slots=True)
class FilePart:
    """A part as the job needs it."""

    path: Path
    rows: Sequence[int]
    phone_numbers: Sequence[str]
    size_bytes: int


class QuickClock:
    """Waits take no time and are remembered. ``on_wait`` is called with each."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.on_wait: Callable[[float], None] = lambda _seconds: None
        self._now = 1000.0

    def now(self) -> float:
        return self._now

    def wait(self, seconds: float, cancel: CancelToken) -> None:
        self.waits.append(seconds)
        self._now += seconds
        self.on_wait(seconds)
        if cancel.cancelled:
            raise Stopped


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
        self._directory = directory

    def part(self, records: Sequence[str], first_row: int = 0) -> FilePart:
        """A part of these records, each ``phone`` or ``phone,first_name,…``."""
        path = self._directory / f"part-{len(list(self._directory.iterdir()))}.csv"
        path.write_bytes(("phone_number,first_name\r\n" + "".join(f"{r}\r\n" for r in records)).encode())
        return FilePart(
            path,
            range(first_row, first_row + len(records)),
            [record.split(",")[0] for record in records],
            path.stat().st_size,
        )

    def job(
        self, part: FilePart, action: DuplicateAction = DuplicateAction.SKIP, **timeouts: float
    ) -> UploadJob:
        limits = Timeouts(**{"connect": 5, "send": 5, "answer": 5, "whole_answer": 5, **timeouts})
        client = ContactsClient(
            self.server.account_sid, self.base_url, self.credentials, self.cancel, timeouts=limits
        )
        options = UploadOptions(duplicate_action=action)
        return UploadJob(client, part, options, patience=self.patience, clock=self.clock)

    def run(
        self, part: FilePart, action: DuplicateAction = DuplicateAction.SKIP, **timeouts: float
    ) -> UploadResult:
        return self.job(part, action, **timeouts).run(self._note)

    def _note(self, event: UploadEvent) -> None:
        self.events.append(event)
        self.on_event(event)

    def count(self, kind: type[object]) -> int:
        """How many events of a kind there were."""
        return sum(isinstance(event, kind) for event in self.events)


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(processing_seconds=0) as running:
        yield running


@pytest.fixture
def bench(server: PracticeServer, tmp_path: Path) -> Bench:
    return Bench(server, tmp_path)


GOOD = ("+919876543210,Asha", "+919876543211,Ravi", "+6591234567,Mei")
MIXED = (*GOOD, "12,Broken", "+919876543213,Divya")
