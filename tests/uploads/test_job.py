"""A job from the click to the last answer: what is certain, what is unknown, and nothing sent twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from exogui.contacts.schema import MAX_UPLOAD_BYTES, MAX_UPLOAD_ROWS
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.exotel.errors import (
    AnswerLost,
    ErrorCode,
    ExotelError,
    FileRefused,
    FileTooLarge,
    NoConnection,
    NotEnabled,
    PlanLimit,
    RateLimited,
    ServerTrouble,
    SignInRefused,
    UnreadableAnswer,
    UploadNotFound,
    WrongAddress,
)
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import (
    HTML_PAGE,
    Close,
    Fault,
    GzipBomb,
    Refuse,
    Reset,
    Respond,
    SetData,
    Stage,
    Stall,
    TooManyRequests,
    Truncate,
)
from exogui.practice.quirks import AbsentValues, ErrorUrl, Quirks, SkippedDuplicates
from exogui.uploads.events import (
    Accepted,
    AwaitingAnswer,
    FetchingRefusedRows,
    Processing,
    Sending,
    UploadEvent,
    Waiting,
    WaitReason,
)
from exogui.uploads.result import JobState
from tests.uploads.conftest import GOOD, MIXED, Bench, FilePart

# --- the ordinary way -----------------------------------------------------------------------------------


def test_that_a_good_file_is_sent_and_every_row_accounted_for(bench: Bench) -> None:
    result = bench.run(bench.part(GOOD))
    assert result.state is JobState.COMPLETED
    assert (result.sent, result.successful, result.refused) == (3, 3, 0)
    assert result.balanced
    assert result.error is None
    assert result.upload_id == bench.server.uploads[0].upload_id
    assert result.request_ids


def test_that_refused_rows_come_back_as_the_rows_of_the_table(bench: Bench) -> None:
    result = bench.run(bench.part(MIXED, first_row=100))
    assert result.balanced
    assert (result.successful, result.refused) == (4, 1)
    [row] = result.refused_rows
    assert (row.row, row.phone_number, row.error_code) == (103, "12", "INVALID_PHONE")


def test_that_what_happens_is_told_in_order(bench: Bench) -> None:
    part = bench.part(MIXED)
    bench.run(part)
    kinds = [type(event) for event in bench.events]
    order = [Sending, AwaitingAnswer, Accepted, Processing, FetchingRefusedRows]
    assert sorted(kinds, key=order.index) == kinds
    assert set(kinds) == set(order)
    assert bench.events[0] == Sending(0, part.size_bytes)
    assert Sending(part.size_bytes, part.size_bytes) in bench.events


@pytest.mark.parametrize(
    "quirks",
    [
        Quirks(response_as_list=True, numbers_as_strings=True),
        Quirks(absent_values=AbsentValues.MISSING),
        Quirks(absent_values=AbsentValues.EMPTY),
        Quirks(body_code=500),
        Quirks(body_code=404),
        Quirks(http_status=200),
        Quirks(first_row_number=0),
        Quirks(first_row_number=2),
        Quirks(listed_errors=0),
        Quirks(listed_errors=1),
        Quirks(error_url=ErrorUrl.ABSENT),
        Quirks(error_url=ErrorUrl.RELATIVE),
        Quirks(error_url=ErrorUrl.OTHER_HOST),
        Quirks(error_url=ErrorUrl.EXPIRED),
    ],
    ids=str,
)
def test_that_the_result_is_the_same_whichever_way_exotel_answers(bench: Bench, quirks: Quirks) -> None:
    bench.server.quirks = quirks
    result = bench.run(bench.part([*MIXED, "34,Also", "+919876543219,Last"]))
    assert result.balanced
    assert (result.successful, result.refused) == (5, 2)
    assert [row.row for row in result.refused_rows] == [3, 5]


def test_that_the_file_is_asked_for_where_the_list_is_a_first_page(bench: Bench) -> None:
    bench.server.quirks = Quirks(listed_errors=2)
    result = bench.run(bench.part([*GOOD, *(str(n) for n in range(10, 40))]))
    assert len(result.refused_rows) == 30
    assert [row.row for row in result.refused_rows] == list(range(3, 33))


def test_that_the_file_is_left_alone_where_the_list_is_complete(bench: Bench) -> None:
    bench.run(bench.part(MIXED))
    assert Endpoint.ERROR_FILE not in [request.endpoint for request in bench.server.requests]


@pytest.mark.parametrize("way", list(SkippedDuplicates))
def test_that_contacts_already_there_are_counted_once_whichever_way(
    bench: Bench, way: SkippedDuplicates
) -> None:
    bench.server.quirks = Quirks(skipped_duplicates=way)
    bench.server.seed_contacts(["+919876543210", "+6591234567"])
    result = bench.run(bench.part(MIXED))
    assert result.balanced
    assert result.successful == 2
    assert result.already_there + result.refused == 3
    assert len({row.row for row in result.refused_rows}) == result.refused


@pytest.mark.parametrize(("action", "stored"), [(DuplicateAction.UPDATE, 3), (DuplicateAction.CREATE_NEW, 4)])
def test_that_the_chosen_action_is_what_exotel_does(
    bench: Bench, action: DuplicateAction, stored: int
) -> None:
    bench.server.seed_contacts(["+919876543210"])
    result = bench.run(bench.part(GOOD), action)
    assert (result.successful, len(bench.server.contacts)) == (3, stored)


# --- nothing was sent -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Refuse(400), FileRefused),
        (Refuse(401), SignInRefused),
        (Refuse(402), PlanLimit),
        (Refuse(403), NotEnabled),
        (Refuse(404), WrongAddress),
        (Refuse(413), FileTooLarge),
    ],
)
def test_that_a_clear_refusal_means_that_nothing_was_sent(
    bench: Bench, fault: Fault, kind: type[ExotelError]
) -> None:
    bench.server.faults.add(Endpoint.UPLOAD, fault)
    result = bench.run(bench.part(GOOD))
    assert result.state is JobState.FAILED
    assert isinstance(result.error, kind)
    assert (result.sent, result.unknown, result.upload_id) == (0, 0, None)
    again = [Endpoint.TOKEN, Endpoint.UPLOAD] if kind is SignInRefused else []  # the key's other way in
    assert [request.endpoint for request in bench.server.requests] == [Endpoint.UPLOAD, *again]
    assert bench.server.contacts == ()


def test_that_no_connection_means_that_nothing_was_sent(bench: Bench) -> None:
    bench.server.stop()
    result = bench.run(bench.part(GOOD))
    assert result.state is JobState.FAILED
    assert isinstance(result.error, NoConnection)
    assert result.sent == 0


@pytest.mark.parametrize(
    ("size", "rows"), [(MAX_UPLOAD_BYTES + 1, 3), (100, MAX_UPLOAD_ROWS + 1)], ids=["bytes", "rows"]
)
def test_that_a_file_over_the_limits_is_refused_before_anything_goes_out(
    bench: Bench, size: int, rows: int
) -> None:
    part = bench.part(GOOD)
    result = bench.run(FilePart(part.path, range(rows), ["+919876543210"] * rows, size))
    assert result.state is JobState.FAILED
    assert isinstance(result.error, FileTooLarge)
    assert bench.server.requests == ()


def test_that_a_file_that_vanished_is_not_sent(bench: Bench) -> None:
    part = bench.part(GOOD)
    part.path.unlink()
    result = bench.run(part)
    assert result.state is JobState.FAILED
    assert result.error is not None
    assert bench.server.requests == ()


# --- asked to wait --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("header", "wait"), [("7", 7), (None, 1), ("0", 1), ("99999999", 300), ("soon", 1)])
def test_that_a_file_that_was_not_taken_is_sent_again_after_the_pause(
    bench: Bench, header: str | None, wait: float
) -> None:
    bench.server.faults.add(Endpoint.UPLOAD, TooManyRequests(header), times=1)
    result = bench.run(bench.part(GOOD))
    assert result.balanced
    assert Waiting(wait, WaitReason.RATE_LIMIT) in bench.events
    assert bench.clock.waits[0] == wait
    assert len(bench.server.uploads) == 1


def test_that_five_refusals_for_lack_of_room_are_enough(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.UPLOAD, TooManyRequests(None))
    result = bench.run(bench.part(GOOD))
    assert result.state is JobState.FAILED
    assert isinstance(result.error, RateLimited)
    assert bench.clock.waits == [1, 2, 4, 8]
    assert len(bench.server.requests) == 5
    assert result.sent == 0


# --- unknown --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Reset(Stage.BEFORE_BODY), AnswerLost),
        (Reset(Stage.AFTER_BODY), AnswerLost),
        (Reset(Stage.BEFORE_ANSWER), AnswerLost),
        (Reset(Stage.IN_ANSWER, 3), AnswerLost),
        (Close(Stage.AFTER_BODY), AnswerLost),
        (Close(Stage.BEFORE_ANSWER), AnswerLost),
        (Refuse(500), ServerTrouble),
        (Refuse(502), ServerTrouble),
        (Refuse(503), ServerTrouble),
        (Refuse(504), ServerTrouble),
        (HTML_PAGE, ServerTrouble),
        (Respond(200, "<html>", processed=True), UnreadableAnswer),
        (Respond(202, "", processed=True), UnreadableAnswer),
        (Truncate(25), UnreadableAnswer),
        (SetData({"upload_id": None}), UnreadableAnswer),
        (GzipBomb(60_000_000), UnreadableAnswer),
    ],
    ids=str,
)
def test_that_an_answer_that_says_nothing_is_unknown_and_never_sent_again(
    bench: Bench, fault: Fault, kind: type[ExotelError]
) -> None:
    bench.server.faults.add(Endpoint.UPLOAD, fault)
    result = bench.run(bench.part(GOOD), DuplicateAction.CREATE_NEW)
    assert result.state is JobState.UNKNOWN
    assert isinstance(result.error, kind)
    assert (result.sent, result.unknown) == (3, 3)
    assert not result.balanced
    posts = [request for request in bench.server.requests if request.method == "POST"]
    assert len(posts) == 1


def test_that_silence_after_the_file_is_unknown(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.UPLOAD, Stall())
    result = bench.run(bench.part(GOOD), answer=0.1)
    assert result.state is JobState.UNKNOWN
    assert isinstance(result.error, AnswerLost)
    assert result.error.cause is ErrorCode.TIMED_OUT


# --- the part -------------------------------------------------------------------------------------------


def test_that_what_nobody_foresaw_leaves_the_rows_unknown(bench: Bench) -> None:
    """Whoever hears that it failed would send it again."""

    def fail(event: UploadEvent) -> None:
        if isinstance(event, Accepted):
            raise ZeroDivisionError

    bench.on_event = fail
    result = bench.run(bench.part(GOOD))
    assert (result.state, result.sent, result.unknown) == (JobState.UNKNOWN, 3, 3)
    assert result.upload_id
    assert isinstance(result.error, ZeroDivisionError)


def test_that_half_a_character_in_an_upload_id_costs_nothing(bench: Bench) -> None:
    half = b'{"response": {"code": 202, "data": {"upload_id": "\\ud800"}}}'
    bench.server.faults.add(Endpoint.UPLOAD, Respond(202, half))
    result = bench.run(bench.part(GOOD))
    assert (result.state, result.upload_id) == (JobState.UNKNOWN, "?")
    assert isinstance(result.error, UploadNotFound)


def test_that_a_part_of_the_writer_can_be_sent(bench: Bench, tmp_path: Path) -> None:
    from exogui.contacts.reading.reader import read_contacts
    from exogui.contacts.table import ContactTable
    from exogui.contacts.writer import write_part

    source = tmp_path / "source.csv"
    source.write_text(
        'Mobile,First Name,Remarks\n+919876543210,"As\nha",x\n12,Ravi,\n+6591234567,Mei,\n', encoding="utf-8"
    )
    table = ContactTable.judged(read_contacts(source))
    part = write_part(table, [0, 1, 2], tmp_path)
    result = bench.job(part).run(bench.events.append)  # type: ignore[arg-type] # the writer's own part
    assert result.balanced
    assert [row.row for row in result.refused_rows] == [1]
