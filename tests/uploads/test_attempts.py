"""Fix these rows: what was refused goes out again as the next attempt of its job, as often as needed."""

from __future__ import annotations

import pytest

from exogui.contacts.refused_list import RefusedContact, refused_list
from exogui.contacts.table import ContactTable
from exogui.exotel.errors import NoConnection
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import SetData
from exogui.uploads.preparing import JobInUse, PartLimits
from exogui.uploads.records import PartState
from exogui.uploads.result import JobState, UploadResult
from exogui.uploads.row_counts import RowCounts
from exogui.uploads.upload_service import UploadService
from tests.uploads.conftest import GOOD, Bench

WRONG = (*GOOD, "12,Broken", "13,Bad")


def mended(result: UploadResult, *phone_numbers: str) -> ContactTable:
    """The refused rows of a result with these phone numbers, in order; as many as are given."""
    job = result.job
    assert job is not None
    rows = [row for row in result.refused_rows if row.row_number is not None]
    contacts = [
        RefusedContact(row.row_number or 0, row.line or 0, (number, *row.values[1:]), row.error_code, "")
        for row, number in zip(rows, phone_numbers, strict=False)
    ]
    return refused_list(job.source, job.header, job.mapping, contacts)


def test_that_what_is_mended_was_not_sent_before(bench: Bench) -> None:
    first = bench.run(bench.part(WRONG))
    bench.close_files()
    assert not bench.attempt(first, mended(first, "+919876543220", "+919876543221")).sent_before


def test_that_rows_are_mended_twice_and_the_job_is_one(bench: Bench) -> None:
    first = bench.run(bench.part(WRONG))
    assert first.counts == RowCounts(successful=3, refused=2)
    bench.close_files()

    second_part = bench.attempt(first, mended(first, "+919876543220", "14"))
    assert second_part.job.counts == RowCounts(successful=3, waiting=2)
    second = bench.run(second_part)
    assert second.counts == RowCounts(successful=4, refused=1)
    [row] = second.refused_rows
    assert (row.row_number, row.line, row.phone_number, row.part_number) == (5, 6, "14", 2)
    bench.close_files()

    third = bench.run(bench.attempt(second, mended(second, "+919876543221")))
    assert third.counts == RowCounts(successful=5)
    assert (third.state, third.balanced, third.refused_rows) == (JobState.COMPLETED, True, ())
    assert third.job is not None
    assert [part.attempt for part in third.job.parts] == [1, 2, 3]
    assert len(set(third.upload_ids)) == 3


def test_that_only_some_of_the_refused_rows_may_go_again(bench: Bench) -> None:
    first = bench.run(bench.part(WRONG))
    bench.close_files()
    result = bench.run(bench.attempt(first, mended(first, "+919876543220")))
    assert result.counts == RowCounts(successful=4, refused=1)
    assert [row.row_number for row in result.refused_rows] == [5]


def test_that_an_attempt_that_cannot_leave_is_not_called_nothing_sent(bench: Bench) -> None:
    """All rows were refused once, so that none counts as sent any more: but Exotel had them."""
    first = bench.run(bench.part(["12,A", "13,B"]))
    bench.close_files()
    attempt = bench.attempt(first, mended(first, "+919876543220", "+919876543221"))
    bench.server.stop()
    result = bench.run(attempt)
    assert isinstance(result.error, NoConnection)
    assert result.counts == RowCounts(waiting=2)
    assert result.state is JobState.PAUSED


def test_that_more_listed_rows_than_counted_ones_never_make_a_count_negative(bench: Bench) -> None:
    bench.server.faults.add(Endpoint.STATUS, SetData({"successful": 4, "failed": 1}))
    first = bench.run(bench.part(WRONG))
    assert first.counts == RowCounts(successful=4, refused=1)
    assert len(first.refused_rows) == 2
    assert not first.balanced
    bench.close_files()
    bench.server.faults.clear()

    attempt = bench.attempt(first, mended(first, "+919876543220", "+919876543221"))
    assert attempt.job.counts == RowCounts(successful=4, waiting=2)  # one of them counts anew
    assert bench.run(attempt).counts == RowCounts(successful=6)


def test_that_a_row_that_was_refused_twice_over_is_one_row(bench: Bench) -> None:
    """The person split a row in two: both have its number, and only one takes its place."""
    first = bench.run(bench.part(WRONG))
    bench.close_files()
    assert first.job is not None
    contacts = [
        RefusedContact(4, 5, (number, "Broken"), "INVALID_PHONE", "")
        for number in ("+919876543220", "+919876543221")
    ]
    table = refused_list(first.job.source, first.job.header, first.job.mapping, contacts)
    attempt = bench.attempt(first, table)
    assert attempt.job.counts == RowCounts(successful=3, refused=1, waiting=2)
    result = bench.run(attempt)
    assert result.counts == RowCounts(successful=5, refused=1)
    assert [row.row_number for row in result.refused_rows] == [5]


def test_that_an_attempt_knows_of_one_that_another_window_made_meanwhile(bench: Bench) -> None:
    first = bench.run(bench.part(WRONG))
    bench.close_files()
    theirs = bench.attempt(first, mended(first, "+919876543220"))
    with pytest.raises(JobInUse):
        bench.attempt(first, mended(first, "+919876543220", "+919876543221"))
    theirs.files.close()

    ours = bench.attempt(first, mended(first, "+919876543220", "+919876543221"))

    assert [part.number for part in ours.job.parts] == [1, 2, 3]
    assert ours.sent_before.rows == 1, "the other window's row is said before it goes out once more"
    assert ours.job.counts == RowCounts(successful=3, waiting=3)  # one row was asked for twice
    assert theirs.files.part_path(2).exists()
    assert bench.run(ours, to_send=(2, 3)).counts.waiting == 0


def test_that_what_a_dead_program_left_of_an_attempt_is_in_nobodys_way(bench: Bench) -> None:
    first = bench.run(bench.part(WRONG))
    bench.close_files()
    attempt = bench.attempt(first, mended(first, "+919876543220"))
    leftovers = attempt.files.part_path(2).read_bytes()
    bench.journal.withdraw(attempt.job.id)
    with bench.journal._database.writing() as connection:  # as if it had died before the journal knew of it
        connection.execute("DELETE FROM part WHERE number = 2")
    attempt.files.close()

    again = bench.attempt(first, mended(first, "+919876543221", "+919876543222"))

    assert again.files.part_path(2).read_bytes() != leftovers
    assert bench.run(again).counts == RowCounts(successful=5)


def test_that_an_attempt_that_is_given_up_leaves_what_waited_before(bench: Bench) -> None:
    service = UploadService(bench.directory, PartLimits())
    records = [f"{number},Bad" for number in range(10, 20)] + [f"+91987654330{n},Good" for n in range(3)]
    result = bench.run(bench.part(records, try_first=True))
    assert (result.state, result.counts) == (JobState.PAUSED, RowCounts(refused=10, waiting=3))
    bench.close_files()

    attempt = bench.attempt(result, mended(result, "+919876543220"))
    assert attempt.job.counts == RowCounts(refused=9, waiting=4)
    service.discard(attempt)

    job = bench.journal.job(attempt.job.id)
    assert [part.state for part in job.parts] == [PartState.SETTLED, PartState.PLANNED, PartState.WITHDRAWN]
    assert job.counts == RowCounts(refused=10, waiting=3)
    assert attempt.files.part_path(2).exists()
    assert len(bench.journal.listed_rows(job.id)) == 10
    service.close()


def test_that_rows_tried_first_and_the_rest_are_one_job(bench: Bench) -> None:
    records = [f"+9198765433{n:02},Good" for n in range(25)]
    prepared = bench.part(records, try_first=True)
    assert [part.rows for part in prepared.job.parts] == [10, 15]
    first = bench.run(prepared)
    assert (first.state, first.counts) == (JobState.PAUSED, RowCounts(successful=10, waiting=15))
    whole = bench.run(prepared, to_send=(2,))
    assert (whole.state, whole.counts) == (JobState.COMPLETED, RowCounts(successful=25))
    assert [upload.total_records for upload in bench.server.uploads] == [10, 15]
