"""Counts and lists brought together: no row twice, none forgotten."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exogui.exotel.responses import RefusedEntry, Stage, UploadStatus
from exogui.uploads.job_files import KeptRow
from exogui.uploads.outcome import first_lines_of, fuller, join_rows, settle
from exogui.uploads.result import RefusedRow
from exogui.uploads.row_counts import RowCounts


def status(successful: int | None, failed: int | None, skipped: int | None) -> UploadStatus:
    return UploadStatus(Stage.COMPLETED, "completed", None, successful, failed, skipped)


def rows(faults: int, duplicates: int = 0) -> list[RefusedRow]:
    return [
        RefusedRow(n, "", "INVALID_PHONE" if n < faults else "DUPLICATE_ENTRY", "")
        for n in range(faults + duplicates)
    ]


@pytest.mark.parametrize(
    ("counts", "listed", "settled"),
    [
        # (successful, failed, skipped), (faults, duplicates) listed -> (refused, there), rows listed for each
        ((6, 2, 2), (2, 0), (2, 2, 2, 0)),  # duplicates counted as skipped, not listed
        ((6, 2, 2), (2, 2), (2, 2, 2, 2)),  # ... and listed all the same
        ((6, 4, 0), (2, 2), (4, 0, 4, 0)),  # counted as failed
        ((6, 4, 2), (2, 2), (2, 2, 2, 2)),  # counted as both
        ((6, 2, 0), (2, 2), (2, 2, 2, 2)),  # counted as neither
        ((6, 2, None), (2, 2), (2, 2, 2, 2)),
        ((6, None, 2), (2, 0), (2, 2, 2, 0)),
        ((10, 0, 0), (0, 0), (0, 0, 0, 0)),
    ],
)
def test_that_every_way_of_counting_duplicates_comes_out_right(
    counts: tuple[int | None, int | None, int | None],
    listed: tuple[int, int],
    settled: tuple[int, int, int, int],
) -> None:
    outcome = settle(10, status(*counts), rows(*listed))
    there = sum(row.already_there for row in outcome.listed)
    refused = len(outcome.listed) - there
    assert (outcome.counts.refused, outcome.counts.already_there, refused, there) == settled
    assert (outcome.counts.unknown, outcome.counts.total, outcome.surplus) == (0, 10, 0)


@given(
    st.integers(0, 30),
    st.tuples(*[st.none() | st.integers(0, 30)] * 3),
    st.integers(0, 10),
    st.integers(0, 10),
)
def test_that_whatever_the_counts_say_no_row_is_forgotten_or_listed_twice(
    sent: int, counts: tuple[int | None, int | None, int | None], faults: int, duplicates: int
) -> None:
    outcome = settle(sent, status(*counts), rows(faults, duplicates))
    assert min(dataclasses.astuple(outcome.counts)) >= 0
    assert outcome.counts.total == sent
    assert sorted(row.row_number or 0 for row in outcome.listed) == list(range(faults + duplicates))


def test_that_counts_of_more_rows_than_were_sent_are_not_believed() -> None:
    outcome = settle(10, status(9, 2, 3), rows(1))
    assert outcome.counts == RowCounts(refused=1, unknown=9)
    assert outcome.surplus == 4


def test_that_counts_that_are_missing_leave_rows_unknown() -> None:
    assert settle(10, status(None, None, None), []).counts == RowCounts(unknown=10)


def test_that_two_faults_of_one_row_are_one_row() -> None:
    entries = [
        RefusedEntry(1, "+919876543210", "INVALID_EMAIL", "bad e-mail"),
        RefusedEntry(1, "+919876543210", "INVALID_FORMAT", "bad tag"),
    ]
    [row] = join_rows(entries, [KeptRow(41, 43, "+919876543210", ("+919876543210", "x"))])
    assert (row.row_number, row.line, row.values) == (41, 43, ("+919876543210", "x"))
    assert (row.error_code, row.error_message) == ("INVALID_EMAIL", "bad e-mail; bad tag")


def test_that_joined_rows_stand_in_the_order_of_the_table_and_uncertain_ones_last() -> None:
    entries = [RefusedEntry(None, phone, "X", "") for phone in ("+3", "+9", "+1")]
    joined = join_rows(entries, [KeptRow(10 * n, 10 * n, f"+{n}", (f"+{n}",)) for n in (1, 2, 3)])
    assert [row.row_number for row in joined] == [10, 30, None]
    assert joined[-1].phone_number == "+9"


def test_that_the_fuller_list_is_taken_and_lists_are_never_mixed() -> None:
    def entries(count: int, phone: str) -> list[RefusedEntry]:
        return [RefusedEntry(n, phone, "X", "") for n in range(count)]

    assert fuller(entries(2, "+1"), entries(3, "")) == tuple(entries(3, ""))
    assert fuller(entries(3, ""), entries(3, "+1")) == tuple(entries(3, "+1"))
    assert fuller(entries(3, "+1"), entries(3, "")) == tuple(entries(3, "+1"))
    assert fuller(entries(3, ""), entries(2, "+1")) == tuple(entries(3, ""))


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("phone_number\r\n+1\r\n+2\r\n", []),
        ("phone_number\r\n", []),
        ("", []),
        ('phone_number,tag\r\n+1,"a\nb"\r\n+2,c\r\n+3,"d\r\n\r\ne"\r\n+4,\r\n', [1, 3, 4, 7]),
    ],
)
def test_that_the_lines_of_rows_are_counted_where_they_differ(
    tmp_path: Path, content: str, lines: list[int]
) -> None:
    path = tmp_path / "part.csv"
    path.write_bytes(content.encode())
    assert first_lines_of(path) == lines
