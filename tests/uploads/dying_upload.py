"""A program that is killed while it writes its journal.

``python -m tests.uploads.dying_upload`` reads orders as JSON, one a line, and forks a program for each, which
costs a fiftieth of a start. It answers with the signal that ended the program (0 where it came to its end)
and the number of writes it began.
"""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.table import ContactTable
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.uploads.journal import FILE_NAME, Journal
from exogui.uploads.upload_service import UploadService
from tests.uploads.proof import LIMITS, job_for, order_for

_Given = TypeVar("_Given")


@dataclasses.dataclass(frozen=True)
class DyingOrder:
    """One program: what it does, and when it is killed."""

    folder: str
    base_url: str
    action: str
    dies_at: int
    """At which write to the journal, from 1."""
    after: bool
    """Whether that write is on the disk by then."""
    job_id: str = ""
    """The job to go on with; empty for a new one."""


class DyingJournal(Journal):
    """Kills its program at a write."""

    def __init__(self, path: Path, order: DyingOrder, log: Path) -> None:
        super().__init__(path)
        self._order = order
        self._log = log
        self._writes = 0

    def add_job(self, *arguments: Any) -> Any:
        return self._dying(lambda: super(DyingJournal, self).add_job(*arguments))

    def record(self, *arguments: Any) -> Any:
        return self._dying(lambda: super(DyingJournal, self).record(*arguments))

    def settle(self, *arguments: Any) -> Any:
        return self._dying(lambda: super(DyingJournal, self).settle(*arguments))

    def _dying(self, write: Callable[[], _Given]) -> _Given:
        self._writes += 1
        self._log.write_text(str(self._writes))
        now = self._writes == self._order.dies_at
        if now and not self._order.after:
            os.kill(os.getpid(), signal.SIGKILL)
        given = write()
        if now:
            os.kill(os.getpid(), signal.SIGKILL)
        return given


def _upload(order: DyingOrder) -> None:
    folder = Path(order.folder)
    service = UploadService(folder, LIMITS)
    service.journal.close()
    service._journal = DyingJournal(folder / FILE_NAME, order, folder / "writes")
    if order.job_id:
        assert order.job_id in {job.id for job in service.left_over()}
        prepared = service.pick_up(order.job_id, send=True)
    else:
        table = ContactTable.judged(read_contacts(folder / "list.csv"))
        prepared = service.prepare(
            table, range(table.row_count), order_for(order.base_url, DuplicateAction(order.action))
        )
    service.run(job_for(service, prepared, order.base_url), prepared, lambda _event: None)


def _fork(order: DyingOrder) -> tuple[int, int]:
    log = Path(order.folder) / "writes"
    log.write_text("0")
    child = os.fork()
    if child == 0:
        ending = 1
        try:
            _upload(order)
            ending = 0
        finally:
            os._exit(ending)
    _pid, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the program failed"
    return (os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0), int(log.read_text())


def main() -> None:
    """Serve orders until the input ends."""
    for line in sys.stdin:
        print(json.dumps(_fork(DyingOrder(**json.loads(line)))), flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
