"""Every fault of the wire at every moment of every call: nothing lost, nothing doubled, nothing untrue."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from exogui.exotel.duplicate_action import DuplicateAction
from exogui.practice.endpoints import Endpoint
from exogui.practice.quirks import Quirks
from exogui.practice.server import PracticeServer
from exogui.uploads.pace import Patience
from exogui.uploads.records import PartState
from exogui.uploads.result import JobState
from tests.faults.faulty_proxy import FaultyProxy
from tests.faults.wire_fault import WireCase, WireFault, WireStage, matrix
from tests.tried import Tally
from tests.uploads.proof import Proof, job_for
from tests.uploads.quick_clock import QuickClock

ACTIONS = (DuplicateAction.SKIP, DuplicateAction.CREATE_NEW)
HARMLESS = {WireFault.DELAY, WireFault.TRICKLE, WireFault.DUPLICATE}
SILENT = {WireFault.STALL, WireFault.SWALLOW}
CUT_SHORT = {WireFault.TRUNCATED_JSON, WireFault.SHORT_LENGTH}
SHORT = Patience(processing=1.5, missing_upload=1.5, room=1.5, no_connection=1.5, refused_rows=1.5)
"""A few questions, and the job gives up."""


def worse_if_it_lasts(case: WireCase) -> bool:
    """Whether it does more each time than once; silence costs time, and is the same at every moment."""
    if case.fault in SILENT:
        return case.stage is WireStage.BEFORE_ANSWER
    return case.fault not in HARMLESS


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    quirks = Quirks(listed_errors=0)  # so that the file of refused rows is needed, too
    with PracticeServer(processing_seconds=0, quirks=quirks) as running:
        yield running


@pytest.fixture
def proxy(server: PracticeServer) -> Iterator[FaultyProxy]:
    with FaultyProxy(server) as running:
        yield running


@pytest.fixture
def proof(server: PracticeServer, tmp_path: Path) -> Iterator[Proof]:
    proof = Proof(server, tmp_path)
    yield proof
    proof.close()


@pytest.mark.parametrize(
    ("case", "action", "lasting"),
    [
        *((case, action, False) for case in matrix() for action in ACTIONS),
        *((case, DuplicateAction.CREATE_NEW, True) for case in matrix() if worse_if_it_lasts(case)),
    ],
    ids=str,
)
def test_that_no_fault_loses_doubles_or_misstates_a_row(
    case: WireCase,
    action: DuplicateAction,
    lasting: bool,
    proof: Proof,
    proxy: FaultyProxy,
    tally: Tally,
) -> None:
    proxy.add(case.fault, case.stage, case.endpoint, times=None if lasting else 1)
    prepared = proof.begin(proxy.base_url, action)
    clock = QuickClock()
    if not lasting:
        clock.on_wait = lambda _seconds: proxy.release() if len(clock.waits) == 2 else None
    silence = {"answer": 0.05, "send": 0.05} if case.fault in SILENT else {}
    job = job_for(proof.service, prepared, proxy.base_url, SHORT if lasting else None, clock, **silence)

    proof.run(prepared, job)
    proxy.clear()
    assert proxy.wait_until_quiet()
    proof.judge(proof.job)  # what was held has gone on to the server

    # A file of refused rows that is cut short each time, as a whole answer, has nothing more to give.
    cut_short = lasting and case.endpoint is Endpoint.ERROR_FILE and case.fault in CUT_SHORT
    result = proof.finish(proxy.base_url, all_listed=not cut_short)

    assert result.state is JobState.COMPLETED
    assert result.balanced is not cut_short
    assert all(part.state is PartState.SETTLED for part in proof.job.parts)
    assert proof.events
    tally("faults of the wire", 1)


@pytest.mark.parametrize("part", [1, 2])
def test_that_a_lost_answer_is_the_only_thing_that_stays_unknown(
    part: int, proof: Proof, proxy: FaultyProxy
) -> None:
    proxy.add(WireFault.RESET, WireStage.BEFORE_ANSWER, Endpoint.UPLOAD, skip=part - 1)
    prepared = proof.begin(proxy.base_url, DuplicateAction.SKIP)
    result = proof.run(prepared, job_for(proof.service, prepared, proxy.base_url))
    assert result.state is JobState.UNKNOWN
    states = [record.state for record in proof.job.parts]
    later = [PartState.PLANNED] * (2 - part)
    assert states == [PartState.SETTLED] * (part - 1) + [PartState.UNKNOWN] + later
    proxy.clear()
    assert proof.resume(proxy.base_url).state is JobState.UNKNOWN
    assert proof.finish(proxy.base_url).state is JobState.COMPLETED
    assert proof.counted_by_hand == {part}
