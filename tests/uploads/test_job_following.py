"""After the acceptance: trouble is waited out, nothing is sent again, nothing unknown is claimed."""

from __future__ import annotations

import pytest

from exogui.exotel.accounts import AccessToken
from exogui.exotel.errors import (
    ExotelError,
    NotEnabled,
    ProcessingFailed,
    ServerTrouble,
    SignInRefused,
    StillProcessing,
    UnsafeAddress,
    UploadExpired,
    UploadNotFound,
)
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import (
    HTML_PAGE,
    Close,
    ExpireTokens,
    Fault,
    Refuse,
    Reset,
    Respond,
    SetData,
    Stage,
    StatusWord,
    TooManyRequests,
    Truncate,
)
from exogui.practice.quirks import ErrorUrl, Quirks
from exogui.uploads.events import (
    Accepted,
    Processing,
    Waiting,
    WaitReason,
)
from exogui.uploads.result import JobState
from exogui.uploads.row_counts import RowCounts
from tests.uploads.conftest import GOOD, MIXED, Bench

# --- processing -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (TooManyRequests("9"), WaitReason.RATE_LIMIT),
        (Refuse(500), WaitReason.SERVER_TROUBLE),
        (Refuse(503, retry_after="9"), WaitReason.SERVER_TROUBLE),
        (HTML_PAGE, WaitReason.SERVER_TROUBLE),
        (Respond(200, "<html>"), WaitReason.SERVER_TROUBLE),
        (Truncate(10), WaitReason.SERVER_TROUBLE),
        (Reset(Stage.BEFORE_ANSWER), WaitReason.NO_CONNECTION),
        (Reset(Stage.IN_ANSWER, 3), WaitReason.NO_CONNECTION),
        (Close(Stage.BEFORE_BODY), WaitReason.NO_CONNECTION),
    ],
    ids=str,
)
@pytest.mark.parametrize("endpoint", [Endpoint.STATUS, Endpoint.ERRORS])
def test_that_passing_trouble_is_waited_out(
    bench: Bench, endpoint: Endpoint, fault: Fault, reason: WaitReason
) -> None:
    bench.server.faults.add(endpoint, fault, times=3)
    result = bench.run(bench.part(MIXED))
    assert result.balanced
    assert [event.reason for event in bench.events if isinstance(event, Waiting)] == [reason] * 3
    assert len(bench.server.uploads) == 1


def test_that_the_wanted_pause_is_kept_while_asking(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.STATUS, TooManyRequests("9"), times=1)
    bench.run(bench.part(GOOD))
    assert 9 in bench.clock.waits


def test_that_a_server_that_comes_back_is_noticed(bench: Bench) -> None:
    bench.on_event = lambda event: bench.server.stop() if isinstance(event, Accepted) else None

    def come_back(_seconds: float) -> None:
        if bench.count(Waiting) == 5:
            bench.server.start()

    bench.clock.on_wait = come_back
    result = bench.run(bench.part(MIXED))
    assert result.balanced
    assert bench.count(Waiting) == 5


def test_that_an_upload_that_is_not_there_at_once_is_waited_for(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.STATUS, Refuse(404), times=4)
    assert bench.run(bench.part(GOOD)).balanced


@pytest.mark.parametrize("word", ["queued", "in_progress", "nobody knows this word"])
def test_that_an_unknown_word_means_that_it_goes_on(bench: Bench, word: str) -> None:
    bench.server.faults.add(Endpoint.STATUS, StatusWord(word), times=3)
    assert bench.run(bench.part(GOOD)).balanced
    assert bench.count(Processing) == 4


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Refuse(404), UploadNotFound),
        (StatusWord("failed"), ProcessingFailed),
        (StatusWord("cancelled"), ProcessingFailed),
    ],
    ids=str,
)
def test_that_what_exotel_has_lost_is_unknown_and_keeps_its_id(
    bench: Bench, fault: Fault, kind: type[ExotelError]
) -> None:
    bench.server.faults.add(Endpoint.STATUS, fault)
    result = bench.run(bench.part(GOOD))
    assert result.state is JobState.UNKNOWN
    assert isinstance(result.error, kind)
    assert result.upload_ids == (bench.server.uploads[0].upload_id,)
    assert result.counts == RowCounts(unknown=3)
    assert len(bench.server.uploads) == 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Refuse(401), SignInRefused),
        (Refuse(403), NotEnabled),
        (StatusWord("processing"), StillProcessing),
        (Refuse(503), ServerTrouble),
    ],
    ids=str,
)
def test_that_what_exotel_still_has_can_be_asked_about_again(
    bench: Bench, fault: Fault, kind: type[ExotelError]
) -> None:
    bench.server.faults.add(Endpoint.STATUS, fault)
    part = bench.part(MIXED)
    result = bench.run(part)
    assert result.state is JobState.UNFINISHED
    assert isinstance(result.error, kind)
    assert result.counts == RowCounts(in_flight=5)
    bench.server.faults.clear()
    again = bench.run(part)
    assert again.state is JobState.COMPLETED
    assert again.balanced
    assert again.counts == RowCounts(successful=4, refused=1)
    assert len(bench.server.uploads) == 1


def test_that_a_job_whose_access_token_ends_goes_on_after_another_sign_in(bench: Bench) -> None:
    bench.credentials = AccessToken(bench.server.issue_access_token())
    bench.server.faults.add(Endpoint.STATUS, ExpireTokens(), times=1)
    part = bench.part(GOOD)
    result = bench.run(part)
    assert result.state is JobState.UNFINISHED
    assert isinstance(result.error, SignInRefused)
    bench.credentials = AccessToken(bench.server.issue_access_token())
    assert bench.run(part).balanced
    assert len(bench.server.uploads) == 1


def test_that_a_failed_upload_with_counts_is_read_by_its_counts(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.STATUS, StatusWord("failed", with_counts=True))
    result = bench.run(bench.part(MIXED))
    assert result.state is JobState.COMPLETED
    assert result.balanced


def test_that_counts_that_do_not_add_up_leave_rows_unknown(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.STATUS, SetData({"successful": 1, "failed": 1}))
    result = bench.run(bench.part(MIXED))
    assert result.state is JobState.COMPLETED
    assert (result.sent, result.counts.successful, result.counts.refused, result.counts.unknown) == (
        5,
        1,
        1,
        3,
    )
    assert not result.balanced


def test_that_counts_of_more_rows_than_were_sent_do_not_balance(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.STATUS, SetData({"successful": 9}))
    result = bench.run(bench.part(GOOD))
    assert not result.balanced
    assert (result.counts, result.surplus) == (RowCounts(unknown=3), 6)


# --- refused rows ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "kind"),
    [(Refuse(404), UploadNotFound), (Refuse(410), UploadExpired), (Refuse(401), SignInRefused)],
)
def test_that_refused_rows_that_cannot_be_had_leave_the_counts(
    bench: Bench, fault: Fault, kind: type[ExotelError]
) -> None:
    bench.server.faults.add(Endpoint.ERRORS, fault)
    result = bench.run(bench.part(MIXED))
    assert result.state is JobState.COMPLETED
    assert (result.counts.successful, result.counts.refused) == (4, 1)
    assert result.refused_rows == ()
    assert isinstance(result.error, kind)
    assert not result.balanced


def test_that_trouble_without_end_over_refused_rows_ends(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.ERRORS, Refuse(503))
    result = bench.run(bench.part(MIXED))
    assert result.state is JobState.COMPLETED
    assert isinstance(result.error, ServerTrouble)
    assert sum(bench.clock.waits) < 300


def test_that_an_unsafe_file_leaves_what_the_list_has(bench: Bench) -> None:
    bench.server.quirks = Quirks(listed_errors=1, error_url=ErrorUrl.OTHER_HOST)
    result = bench.run(bench.part([*MIXED, "34,Also"]))
    assert (result.counts.refused, len(result.refused_rows)) == (2, 1)
    assert not result.balanced


def test_that_an_unsafe_file_and_an_empty_list_say_why(bench: Bench) -> None:
    bench.server.quirks = Quirks(listed_errors=0, error_url=ErrorUrl.OTHER_HOST)
    result = bench.run(bench.part(MIXED))
    assert isinstance(result.error, UnsafeAddress)


def test_that_rows_without_phone_numbers_are_not_guessed(bench: Bench) -> None:
    bench.server.quirks = Quirks(errors_with_phone_number=False)
    result = bench.run(bench.part(MIXED))
    [row] = result.refused_rows
    assert row.row_number is None
