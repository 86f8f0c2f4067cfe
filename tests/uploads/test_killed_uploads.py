"""A program killed with SIGKILL at each write to its journal, once and twice, then started again.

At each of these moments a job is between two steps; the moments between two writes differ for nobody but the
server, which is asked what it received.
"""

from __future__ import annotations

import dataclasses
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from exogui.exotel.duplicate_action import DuplicateAction
from exogui.practice.server import PracticeServer
from exogui.uploads.records import PartState
from exogui.uploads.result import JobState
from tests.tried import Tally
from tests.uploads.dying_upload import DyingOrder
from tests.uploads.proof import ROWS, Proof, write_list

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.only_on("linux")  # SIGKILL and a cheap fork


class DyingPrograms:
    """Programs that are killed on order."""

    def __init__(self) -> None:
        self._forker = subprocess.Popen(
            [sys.executable, "-m", "tests.uploads.dying_upload"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, order: DyingOrder) -> bool:
        """Run one; whether it was killed, and did not come to its end before."""
        assert self._forker.stdin
        assert self._forker.stdout
        self._forker.stdin.write(json.dumps(dataclasses.asdict(order)) + "\n")
        self._forker.stdin.flush()
        ending, writes = json.loads(self._forker.stdout.readline())
        assert ending in {0, signal.SIGKILL}
        assert writes == order.dies_at if ending else writes < order.dies_at
        return bool(ending)

    def close(self) -> None:
        self._forker.communicate()


@pytest.fixture(scope="module")
def programs() -> Iterator[DyingPrograms]:
    programs = DyingPrograms()
    yield programs
    programs.close()


def judge_and_finish(server: PracticeServer, folder: Path) -> set[str]:
    """Start again after a death: whatever the journal says must be true, and all must come to its end.

    Gives the states in which the parts were found.
    """
    proof = Proof(server, folder)
    jobs = proof.service.journal.jobs()
    found = {part.state.value for job in jobs for part in job.parts}
    if jobs:
        proof.job_id = jobs[0].id
        proof.service.left_over()
        proof.judge(proof.job)
        assert proof.finish(server.base_url).state is JobState.COMPLETED
    else:
        assert not server.ledger.entries
        assert proof.service.left_over() == []
    proof.service.tidy()
    assert list((folder / "uploads").glob("*/*")) == []  # no contact is left behind
    proof.close()
    return found


@pytest.mark.parametrize("action", [DuplicateAction.SKIP, DuplicateAction.CREATE_NEW], ids=str)
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_that_a_program_killed_at_any_write_loses_and_doubles_nothing(
    after: bool, action: DuplicateAction, programs: DyingPrograms, tmp_path: Path, tally: Tally
) -> None:
    found: set[str] = set()
    for write in count(1):
        folder = tmp_path / str(write)
        folder.mkdir()
        write_list(folder / "list.csv")
        with PracticeServer(processing_seconds=0) as server:
            order = DyingOrder(str(folder), server.base_url, action.value, write, after)
            killed = programs.run(order)
            found |= judge_and_finish(server, folder)
        if not killed:
            break
        tally("programs killed once", 1)
    assert write == 1 + 1 + 2 * 5  # one for the job; each part: sending, whole, accepted, counted, settled
    assert found == set(PartState) - {PartState.UNKNOWN, PartState.WITHDRAWN}


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_that_a_program_killed_twice_in_a_row_loses_and_doubles_nothing(
    after: bool, programs: DyingPrograms, tmp_path: Path, tally: Tally
) -> None:
    for first, second in ((first, second) for first in range(2, 12, 2) for second in range(1, 9, 3)):
        folder = tmp_path / f"{first}-{second}"
        folder.mkdir()
        write_list(folder / "list.csv")
        with PracticeServer(processing_seconds=0) as server:
            action = DuplicateAction.CREATE_NEW.value
            assert programs.run(DyingOrder(str(folder), server.base_url, action, first, after=True))
            proof = Proof(server, folder)
            [job] = proof.service.journal.jobs()
            proof.close()
            order = DyingOrder(str(folder), server.base_url, action, second, after, job.id)
            tally("programs killed twice", int(programs.run(order)))
            judge_and_finish(server, folder)
            assert sum(server.ledger.received.values()) == len(ROWS)
