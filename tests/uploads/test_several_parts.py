"""A list in several parts: room at Exotel, a shared account, and what hinders the rest of a list."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from exogui.exotel.errors import NoConnection, PlanLimit, RateLimited, ServerTrouble
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Refuse, SetData, StatusWord, TooManyRequests
from exogui.practice.server import Limits, PracticeServer
from exogui.uploads.choices import LostAnswerChoice
from exogui.uploads.events import Accepted, Sending, UploadEvent, Waiting, WaitReason, Woke
from exogui.uploads.pace import Patience
from exogui.uploads.records import PartState
from exogui.uploads.result import JobState
from exogui.uploads.row_counts import RowCounts
from exogui.uploads.standing import Standing, standing_of
from exogui.uploads.upload_service import UploadService
from tests.uploads.conftest import Bench

TEN = [f"+9198765433{n:02},Good" for n in range(10)]


@pytest.fixture
def slow_bench(tmp_path: Path) -> Iterator[Bench]:
    """A server that is never done until it is told to be."""
    with PracticeServer(processing_seconds=math.inf) as server:
        bench = Bench(server, tmp_path)
        yield bench
        bench.close()


def posts(bench: Bench) -> int:
    return sum(request.method == "POST" for request in bench.server.requests)


def test_that_parts_are_inside_the_limits_and_keep_the_numbers_of_their_rows(bench: Bench) -> None:
    prepared = bench.part([*TEN, "12,Bad"], most_rows=4)
    assert [part.rows for part in prepared.job.parts] == [4, 4, 3]
    result = bench.run(prepared)
    assert result.counts == RowCounts(successful=10, refused=1)
    [row] = result.refused_rows
    assert (row.row_number, row.line, row.part_number) == (11, 12, 3)
    assert [upload.file_name for upload in bench.server.uploads] == [
        f"{prepared.job.source.path.stem}-{number}.csv" for number in (1, 2, 3)
    ]


def test_that_one_progress_runs_over_all_parts(bench: Bench) -> None:
    prepared = bench.part(TEN, most_rows=4)
    bench.run(prepared)
    total = sum(part.size_bytes for part in prepared.job.parts)
    told = [event for event in bench.events if isinstance(event, Sending)]
    assert {event.total_bytes for event in told} == {total}
    assert [event.sent_bytes for event in told] == sorted(event.sent_bytes for event in told)
    assert told[-1].sent_bytes == total


def test_that_no_more_than_five_are_in_flight(slow_bench: Bench) -> None:
    bench = slow_bench
    bench.server.limits = Limits(concurrent_uploads=100)
    seen: list[int] = []

    def look(event: UploadEvent) -> None:
        if isinstance(event, Accepted):
            seen.append(sum(upload.processing for upload in bench.server.uploads))

    bench.on_event = look
    bench.clock.on_wait = lambda _s: bench.server.finish_processing() if len(seen) in {5, 10} else None
    result = bench.run(bench.part(TEN, most_rows=1))
    assert result.counts == RowCounts(successful=10)
    assert max(seen) == 5
    assert seen[:6] == [1, 2, 3, 4, 5, 1]


@pytest.mark.parametrize("taken_by_others", [0, 3, 4])
def test_that_a_full_account_is_waited_out_with_fewer_in_flight(
    slow_bench: Bench, taken_by_others: int
) -> None:
    bench = slow_bench
    bench.server.limits = Limits(concurrent_uploads=5)
    bench.server.occupied_places = taken_by_others
    bench.clock.on_wait = lambda _s: (
        bench.server.finish_processing() if len(bench.clock.waits) % 4 == 0 else None
    )
    result = bench.run(bench.part(TEN, most_rows=1))
    assert result.counts == RowCounts(successful=10)
    assert len(bench.server.uploads) == 10
    refused = posts(bench) - 10
    # Once it is known how many places there are, nobody knocks in vain.
    assert refused == (0 if taken_by_others == 0 else 1)
    assert bench.count(Waiting) == refused


def test_that_an_account_without_room_is_waited_for_as_long_as_it_says(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.UPLOAD, TooManyRequests("60"), after=1)
    result = bench.run(bench.part(TEN, most_rows=5))
    assert (result.state, result.counts) == (JobState.PAUSED, RowCounts(successful=5, waiting=5))
    assert isinstance(result.error, RateLimited)
    waited = sum(event.seconds for event in bench.events if isinstance(event, Waiting))
    assert bench.patience.room <= waited <= bench.patience.room + 2 * 60


def test_that_a_connection_lost_between_two_parts_is_waited_for(bench: Bench) -> None:
    bench.on_event = lambda event: bench.server.stop() if isinstance(event, Accepted) else None

    def come_back(_seconds: float) -> None:
        if bench.count(Waiting) == 4:
            bench.on_event = lambda _event: None
            bench.server.start()

    bench.clock.on_wait = come_back
    result = bench.run(bench.part(TEN, most_rows=5))
    assert result.counts == RowCounts(successful=10)
    assert {event.reason for event in bench.events if isinstance(event, Waiting)} == {
        WaitReason.NO_CONNECTION
    }
    assert len(bench.server.uploads) == 2


def test_that_a_connection_that_stays_away_ends_the_run_and_not_the_job(bench: Bench) -> None:
    bench.on_event = lambda event: bench.server.stop() if isinstance(event, Accepted) else None
    prepared = bench.part(TEN, most_rows=5)
    result = bench.run(prepared)
    assert result.state is JobState.UNFINISHED
    assert result.counts == RowCounts(in_flight=5, waiting=5)
    assert isinstance(result.error, NoConnection)
    bench.on_event = lambda _event: None
    bench.server.start()
    assert bench.run(prepared, to_send=(2,)).counts == RowCounts(successful=10)


def test_that_an_unknown_part_keeps_the_rest_here(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.UPLOAD, Refuse(500), after=1, times=1)
    result = bench.run(bench.part(TEN, most_rows=3))
    assert isinstance(result.error, ServerTrouble)
    assert result.state is JobState.UNKNOWN
    assert result.counts == RowCounts(successful=3, unknown=3, waiting=4)
    assert posts(bench) == 2
    assert result.job is not None
    assert [part.number for part in result.job.lost_parts] == [2]


def test_that_a_plan_that_ends_in_the_middle_keeps_what_arrived_and_what_waits(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.UPLOAD, Refuse(402), after=1, times=1)
    prepared = bench.part(TEN, most_rows=3)
    result = bench.run(prepared)
    assert isinstance(result.error, PlanLimit)
    assert (result.state, result.counts) == (JobState.PAUSED, RowCounts(successful=3, waiting=7))
    assert bench.run(prepared).counts == RowCounts(successful=10)
    assert len(bench.server.uploads) == 4


@pytest.mark.parametrize("signs_in", [True, False])
def test_that_a_sign_in_that_ends_in_the_middle_is_asked_for(bench: Bench, signs_in: bool) -> None:
    bench.server.faults.add(Endpoint.UPLOAD, Refuse(401), after=1, times=None if not signs_in else 1)
    bench.sign_in_again = lambda: signs_in
    result = bench.run(bench.part(TEN, most_rows=5))
    expected = RowCounts(successful=10) if signs_in else RowCounts(successful=5, waiting=5)
    assert result.counts == expected


def test_that_counts_of_more_rows_than_were_sent_show_as_surplus(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.STATUS, SetData({"successful": 9}), times=1)
    result = bench.run(bench.part(TEN, most_rows=5))
    assert (result.counts, result.surplus) == (RowCounts(successful=5, unknown=5), 4)
    assert not result.balanced


def test_that_a_computer_that_slept_gives_exotel_its_time_anew(bench: Bench) -> None:
    """Else a night in a bag would use up all the patience, and the upload be given up in the morning."""
    bench.server.faults.add(Endpoint.STATUS, StatusWord("processing"), times=60)

    def sleep(_seconds: float) -> None:
        if len(bench.clock.waits) in {20, 40}:
            bench.clock.slept += 9 * 3600

    bench.clock.on_wait = sleep
    bench.patience = Patience(processing=250)
    result = bench.run(bench.part(TEN))
    assert result.counts == RowCounts(successful=10)
    assert [event.seconds for event in bench.events if isinstance(event, Woke)] == [9 * 3600] * 2


def test_that_without_sleep_the_patience_ends(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.STATUS, StatusWord("processing"), times=60)
    bench.patience = Patience(processing=250)
    assert bench.run(bench.part(TEN)).state is JobState.UNFINISHED
    assert bench.count(Woke) == 0


# --- what a person decides ------------------------------------------------------------------------------


@pytest.mark.parametrize("choice", list(LostAnswerChoice))
def test_that_what_a_person_decides_of_a_lost_answer_is_done(bench: Bench, choice: LostAnswerChoice) -> None:
    bench.server.faults.add(Endpoint.UPLOAD, Refuse(500), times=1)
    first = bench.run(bench.part(TEN, most_rows=5))
    assert first.counts == RowCounts(unknown=5, waiting=5)
    assert first.job is not None
    bench.close_files()
    service = UploadService(bench.directory)
    prepared = service.pick_up(first.job.id, send=True, choice=choice)
    result = bench.run(prepared)
    sent_again = choice is LostAnswerChoice.SEND_AGAIN
    arrived = RowCounts(successful=10) if sent_again else RowCounts(successful=5, already_there=5)
    assert result.counts == arrived
    assert len(bench.server.uploads) == (2 if sent_again else 1)
    prepared.files.close()
    service.close()


def test_that_nothing_is_decided_for_them(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.UPLOAD, Refuse(500), times=1)
    first = bench.run(bench.part(TEN, most_rows=5))
    assert first.job is not None
    bench.close_files()
    service = UploadService(bench.directory)
    for send in (False, True):
        prepared = service.pick_up(first.job.id, send=send)
        result = bench.run(prepared)
        assert result.counts.unknown == 5
        prepared.files.close()
    assert result.counts == RowCounts(unknown=5, successful=5)
    assert result.job is not None
    assert result.job.part(1).state is PartState.UNKNOWN
    service.close()


def test_that_what_may_be_there_is_not_called_nothing_sent_when_it_cannot_be_sent_again(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.UPLOAD, Refuse(500), times=1)
    first = bench.run(bench.part(TEN))
    assert first.job is not None
    bench.close_files()
    bench.server.stop()
    service = UploadService(bench.directory)
    prepared = service.pick_up(first.job.id, send=True, choice=LostAnswerChoice.SEND_AGAIN)
    result = service.run(bench.job(prepared), prepared, bench.events.append)
    assert isinstance(result.error, NoConnection)
    assert (result.state, result.counts) == (JobState.PAUSED, RowCounts(waiting=10))
    assert bench.part(TEN).sent_before.rows == 10
    withdrawn = service.withdraw(first.job.id)
    assert standing_of(withdrawn, running=False) is Standing.PARTLY_SENT  # and not NOT_SENT
    service.close()


@pytest.mark.parametrize("choice", [None, LostAnswerChoice.SEND_AGAIN])
def test_that_what_exotel_named_is_asked_about_and_never_sent_again(
    bench: Bench, choice: LostAnswerChoice | None
) -> None:
    bench.server.faults.add(Endpoint.STATUS, StatusWord("failed"))
    first = bench.run(bench.part(TEN))
    assert first.counts == RowCounts(unknown=10)
    assert first.job is not None
    assert first.job.lost_parts == ()
    bench.close_files()
    bench.server.faults.clear()
    service = UploadService(bench.directory)
    prepared = service.pick_up(first.job.id, send=True, choice=choice)
    result = bench.run(prepared)
    assert result.counts == RowCounts(successful=10)
    assert posts(bench) == 1
    prepared.files.close()
    service.close()
