"""Cancelling a job works at once at every stage, and the result says what that means."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from exogui.exotel.errors import AnswerLost, ErrorCode
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Refuse, SlowBody, Stage, Stall, StatusWord, TooManyRequests
from exogui.uploads.clock import SystemClock
from exogui.uploads.events import (
    Accepted,
    AwaitingAnswer,
    FetchingRefusedRows,
    Processing,
    Sending,
    UploadEvent,
    Waiting,
)
from exogui.uploads.result import JobState, UploadResult
from exogui.uploads.row_counts import RowCounts
from tests.uploads.conftest import GOOD, MIXED, Bench

LARGE = tuple(f"+91987654{n:04d},{'a' * 900}" for n in range(9_000))


def cancel_at(bench: Bench, wanted: Callable[[UploadEvent], bool]) -> None:
    def on_event(event: UploadEvent) -> None:
        if wanted(event):
            bench.cancel.cancel()

    bench.on_event = on_event


def run_cancelled_in_a_stall(bench: Bench, records: tuple[str, ...]) -> UploadResult:
    """Cancel from another thread once the server holds a request still."""

    def work() -> None:
        bench.server.faults.wait_until_stalled()
        bench.cancel.cancel()

    thread = threading.Thread(target=work)
    thread.start()
    result = bench.run(bench.part(records), answer=600, send=600)
    thread.join()
    return result


def test_that_before_the_start_nothing_goes_out(bench: Bench) -> None:
    job = bench.job(bench.part(GOOD))
    job.cancel()
    result = job.run(bench.events.append)
    assert (result.state, result.sent, result.error) == (JobState.CANCELLED, 0, None)
    assert bench.server.requests == ()


def test_that_on_the_way_out_nothing_was_taken(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.UPLOAD, SlowBody(5_000_000))
    cancel_at(bench, lambda event: isinstance(event, Sending) and event.sent_bytes > 0)
    result = bench.run(bench.part(LARGE))
    assert (result.state, result.counts) == (JobState.CANCELLED, RowCounts(waiting=9_000))
    assert bench.server.uploads == ()
    assert bench.server.contacts == ()


def test_that_a_stalled_way_out_is_left(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.UPLOAD, Stall(Stage.IN_BODY, 1000))
    result = run_cancelled_in_a_stall(bench, LARGE)
    assert (result.state, result.sent) == (JobState.CANCELLED, 0)


def test_that_after_the_whole_file_nobody_knows(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.UPLOAD, Stall(Stage.BEFORE_ANSWER))
    result = run_cancelled_in_a_stall(bench, GOOD)
    assert (result.state, result.counts) == (JobState.CANCELLED, RowCounts(unknown=3))
    assert isinstance(result.error, AnswerLost)
    assert result.error.cause is ErrorCode.STOPPED
    assert AwaitingAnswer() in bench.events


def test_that_while_waiting_to_send_again_nothing_was_taken(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.UPLOAD, TooManyRequests("100"))
    cancel_at(bench, lambda event: isinstance(event, Waiting))
    result = bench.run(bench.part(GOOD))
    assert (result.state, result.sent) == (JobState.CANCELLED, 0)
    assert len(bench.server.requests) == 1


@pytest.mark.parametrize("kind", [Accepted, Processing])
def test_that_after_the_acceptance_the_upload_keeps_its_id_and_its_rows_stay_with_exotel(
    bench: Bench, kind: type[UploadEvent]
) -> None:
    bench.server.faults.add(Endpoint.STATUS, StatusWord("processing"))
    cancel_at(bench, lambda event: isinstance(event, kind))
    result = bench.run(bench.part(GOOD))
    assert (result.state, result.counts) == (JobState.CANCELLED, RowCounts(in_flight=3))
    assert result.upload_ids == (bench.server.uploads[0].upload_id,)


def test_that_a_stalled_question_is_left(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.STATUS, Stall())
    result = run_cancelled_in_a_stall(bench, GOOD)
    assert (result.state, result.counts) == (JobState.CANCELLED, RowCounts(in_flight=3))
    assert result.upload_ids


def test_that_while_trouble_is_waited_out_it_stops(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.STATUS, Refuse(503, retry_after="200"))
    cancel_at(bench, lambda event: isinstance(event, Waiting))
    result = bench.run(bench.part(GOOD))
    assert (result.state, result.counts) == (JobState.CANCELLED, RowCounts(in_flight=3))


@pytest.mark.parametrize("endpoint", [Endpoint.ERRORS, Endpoint.ERROR_FILE])
def test_that_while_refused_rows_are_fetched_the_counts_stay(bench: Bench, endpoint: Endpoint) -> None:
    from exogui.practice.quirks import Quirks

    bench.server.quirks = Quirks(listed_errors=0)
    bench.server.faults.add(endpoint, Stall())
    result = run_cancelled_in_a_stall(bench, MIXED)
    assert FetchingRefusedRows(result.upload_ids[0]) in bench.events
    assert result.state is JobState.CANCELLED
    assert (result.sent, result.counts.successful, result.counts.refused, result.counts.unknown) == (
        5,
        4,
        1,
        0,
    )
    assert result.refused_rows == ()


def test_that_a_real_wait_is_left_at_once(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.STATUS, Refuse(503, retry_after="300"))
    waiting = threading.Event()

    def work() -> None:
        waiting.wait()
        bench.cancel.cancel()

    thread = threading.Thread(target=work)
    thread.start()
    bench.on_event = lambda event: waiting.set() if isinstance(event, Waiting) else None
    bench.clock = SystemClock()  # type: ignore[assignment] # the real one: the test would take five minutes
    result = bench.run(bench.part(GOOD))
    thread.join()
    assert result.state is JobState.CANCELLED
