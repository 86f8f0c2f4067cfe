"""The journal: what it keeps, how it fails, what it never keeps, and several programs at it at once."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from exogui.contacts.schema import Field
from exogui.contacts.sheet import FileFormat, Source
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.uploads.journal import FILE_NAME, Journal, open_journal
from exogui.uploads.journal_database import JournalError, JournalFault
from exogui.uploads.records import JobAccount, JobRecord, Keeping, PartRecord, PartState
from exogui.uploads.result import RefusedRow
from exogui.uploads.row_counts import RowCounts
from tests.conftest import ExpectLog
from tests.uploads.programs import in_programs

NUMBERS = ["+919876543210", "+919876543211", "+6591234567"]
REFUSED = RefusedRow(2, NUMBERS[1], "INVALID_PHONE", f"{NUMBERS[1]} is wrong", (NUMBERS[1], "Ravi"), 3, 1)
DAY = 24 * 3600


def job_record(job_id: str = "job", *, at: float = 1000.0, sha256: str = "aa", parts: int = 1) -> JobRecord:
    return JobRecord(
        job_id,
        at,
        Source(Path("/lists/leads.csv"), FileFormat.CSV, 99, "utf-8", ",", 1),
        JobAccount("acme", "Acme", "sid", "https://api.example"),
        DuplicateAction.UPDATE,
        "L1",
        ("Mobile", "Name"),
        (Field.PHONE_NUMBER, None),
        parts=tuple(PartRecord(number, 1, 3, 77, f"{sha256}{number}") for number in range(1, parts + 1)),
    )


class Time:
    """The time of day, as a test sets it."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


@pytest.fixture
def clock() -> Time:
    return Time()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / FILE_NAME


@pytest.fixture
def journal(path: Path, clock: Time) -> Iterator[Journal]:
    journal = Journal(path, clock)
    yield journal
    journal.close()


def settled(journal: Journal, job_id: str = "job") -> PartRecord:
    """A part that came to its end, with one refused row."""
    before = journal.job(job_id).part(1)
    counts = RowCounts(successful=2, refused=1)
    return journal.settle(job_id, before, replace(before, state=PartState.SETTLED, counts=counts), [REFUSED])


# --- what it keeps --------------------------------------------------------------------------------------


def test_that_a_job_comes_back_as_it_was(journal: Journal, path: Path) -> None:
    job = job_record(parts=3)
    journal.add_job(job, [NUMBERS] * 3)
    part = replace(
        job.part(2),
        state=PartState.COUNTED,
        upload_id="upload-1",
        counts=RowCounts(successful=1, already_there=1, unknown=1),
        surplus=4,
        accepted_at=5.5,
        estimated_seconds=30.0,
        error_code="rate_limited",
        request_ids=("r1", "r2"),
    )
    written = journal.record("job", job.part(2), part)

    with_part = replace(job, parts=(job.part(1), replace(part, changed_at=1001.0), job.part(3)))
    assert written == with_part.part(2)
    other = Journal(path)
    assert other.job("job") == journal.job("job") == with_part
    assert other.jobs() == [with_part]
    other.close()


def test_that_jobs_come_newest_first_and_unfinished_ones_oldest_first(journal: Journal) -> None:
    for number in range(3):
        journal.add_job(job_record(f"job-{number}", at=1000.0 + number), [NUMBERS])
    settled(journal, "job-1")
    assert [job.id for job in journal.jobs()] == ["job-2", "job-1", "job-0"]
    assert [job.id for job in journal.unfinished()] == ["job-0", "job-2"]


def test_that_a_job_that_is_not_known_says_so(journal: Journal) -> None:
    for ask in (journal.job, journal.withdraw):
        with pytest.raises(KeyError):
            ask("nothing")
    assert journal.listed_rows("nothing") == []
    journal.forget("nothing")


def test_that_each_step_is_written_down_with_its_time(journal: Journal) -> None:
    journal.add_job(job_record(), [NUMBERS])
    part = journal.job("job").part(1)
    part = journal.record("job", part, replace(part, state=PartState.SENDING))
    journal.record("job", part, replace(part, state=PartState.UNKNOWN, error_code="answer_lost"))
    assert journal.steps("job") == [
        (1001.0, 1, PartState.SENDING, ""),
        (1002.0, 1, PartState.UNKNOWN, "answer_lost"),
    ]


def test_that_refused_rows_come_back_in_the_order_of_the_file(journal: Journal) -> None:
    journal.add_job(job_record(), [NUMBERS])
    before = journal.job("job").part(1)
    rows = [replace(REFUSED, row_number=number, part_number=1) for number in (None, 3, 1)]
    journal.settle("job", before, replace(before, state=PartState.SETTLED), rows)
    assert journal.listed_rows("job") == [rows[2], rows[1], rows[0]]


def test_that_rows_of_an_attempt_are_not_listed_until_it_is_withdrawn(journal: Journal) -> None:
    journal.add_job(job_record(), [NUMBERS])
    settled(journal)
    job, _before = journal.add_attempt(
        "job", [PartRecord(2, 2, 1, 9, "bb", retried_rows=1)], [NUMBERS[:1]], [[2]], []
    )
    assert job.counts == RowCounts(successful=2, waiting=1)
    assert journal.listed_rows("job") == []

    job = journal.withdraw("job", attempt=1)
    assert job.part(2).state is PartState.PLANNED
    job = journal.withdraw("job", attempt=2)
    assert job.counts == RowCounts(successful=2, refused=1)
    assert journal.listed_rows("job") == [REFUSED]
    assert not job.unfinished


# --- transactions ---------------------------------------------------------------------------------------


def test_that_a_part_that_something_else_changed_is_left_alone(journal: Journal) -> None:
    journal.add_job(job_record(), [NUMBERS])
    part = journal.job("job").part(1)
    journal.record("job", part, replace(part, state=PartState.SENDING))
    with pytest.raises(JournalError) as caught:
        journal.record("job", part, replace(part, state=PartState.ACCEPTED))
    assert caught.value.fault is JournalFault.CHANGED
    with pytest.raises(JournalError) as caught:
        journal.settle("job", part, replace(part, state=PartState.SETTLED), [REFUSED])
    assert caught.value.fault is JournalFault.CHANGED
    assert journal.job("job").part(1).state is PartState.SENDING
    assert journal.listed_rows("job") == []
    assert len(journal.steps("job")) == 1


def test_that_a_transaction_that_fails_leaves_nothing(journal: Journal, expected_log: ExpectLog) -> None:
    expected_log("The journal of uploads")
    twice = replace(job_record(parts=2), parts=(job_record().part(1), job_record().part(1)))
    with pytest.raises(JournalError):
        journal.add_job(twice, [NUMBERS] * 2)
    assert journal.jobs() == []
    journal.add_job(job_record(), [NUMBERS])


# --- sent before ----------------------------------------------------------------------------------------


def test_that_the_same_content_to_the_same_account_is_noticed(journal: Journal) -> None:
    assert not journal.add_job(job_record("first"), [NUMBERS])
    settled(journal, "first")
    before = journal.add_job(job_record("second"), [[*NUMBERS[:2], "+12025550123"]])
    [same] = before.same_files
    assert (same.job_id, same.sent_at, same.counts) == ("first", 1001.0, RowCounts(successful=2, refused=1))
    assert before.rows == 2


@pytest.mark.parametrize("other", [{"account_sid": "else"}, {"base_url": "https://else.example"}])
def test_that_what_went_to_another_account_does_not_count(journal: Journal, other: dict[str, str]) -> None:
    journal.add_job(job_record("first"), [NUMBERS])
    settled(journal, "first")
    job = job_record("second")
    assert not journal.add_job(replace(job, account=replace(job.account, **other)), [NUMBERS])


def test_that_what_waits_is_the_same_file_but_its_numbers_were_not_sent(journal: Journal) -> None:
    journal.add_job(job_record("first"), [NUMBERS])
    before = journal.add_job(job_record("second"), [NUMBERS])
    assert (len(before.same_files), before.rows) == (1, 0)
    for job_id in ("first", "second"):
        journal.withdraw(job_id)
    assert not journal.add_job(job_record("third"), [NUMBERS])


# --- keeping and erasing --------------------------------------------------------------------------------


def test_that_contacts_are_erased_from_the_very_bytes(journal: Journal, path: Path) -> None:
    journal.add_job(job_record(), [NUMBERS])
    settled(journal)
    assert NUMBERS[1].encode() in path.read_bytes()

    journal.erase_contacts(before=2000.0)

    left = path.read_bytes()
    assert NUMBERS[1].encode() not in left
    assert b"Ravi" not in left
    [row] = journal.listed_rows("job")
    assert (row.row_number, row.error_code, row.phone_number, row.values) == (2, "INVALID_PHONE", "", ())
    assert journal.job("job").counts == RowCounts(successful=2, refused=1)
    assert not journal.add_job(job_record("again", sha256="bb"), [NUMBERS]).rows


def test_that_a_forgotten_job_leaves_no_byte(journal: Journal, path: Path) -> None:
    journal.add_job(job_record(), [NUMBERS])
    settled(journal)
    journal.forget("job")
    left = path.read_bytes()
    for trace in (NUMBERS[1], "Ravi", "leads.csv", "Mobile"):
        assert trace.encode() not in left
    assert (journal.jobs(), journal.steps("job"), journal.listed_rows("job")) == ([], [], [])


def test_that_sent_numbers_are_nowhere_to_be_read(journal: Journal, path: Path) -> None:
    journal.add_job(job_record(), [NUMBERS])
    written = path.read_bytes()
    assert not any(number.encode() in written or number[1:].encode() in written for number in NUMBERS)


def test_that_tidying_keeps_what_is_young_and_what_is_unfinished(journal: Journal, clock: Time) -> None:
    for name, age in {"old": 400, "middle": 40, "young": 4, "old-open": 400}.items():
        journal.add_job(job_record(name, at=1000.0 - age * DAY), [NUMBERS])
        if name != "old-open":
            settled(journal, name)
    clock.now = 1000.0
    journal.tidy()
    assert [job.id for job in journal.jobs()] == ["young", "middle", "old-open"]
    assert journal.listed_rows("middle")[0].values == ()
    assert journal.listed_rows("young")[0].values == REFUSED.values


def test_that_how_long_things_are_kept_can_be_set_and_lasts(journal: Journal, path: Path) -> None:
    assert journal.keeping() == Keeping(contacts_days=30, jobs_days=365)
    journal.set_keeping(Keeping(contacts_days=0, jobs_days=1))
    other = Journal(path)
    assert other.keeping() == Keeping(contacts_days=0, jobs_days=1)
    other.close()
    journal.add_job(job_record(), [NUMBERS])
    settled(journal)
    journal.tidy()
    assert journal.listed_rows("job")[0].values == ()


@pytest.mark.only_on("linux", "darwin")
def test_that_nobody_else_may_read_it(path: Path, journal: Journal) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


# --- what can be wrong with it --------------------------------------------------------------------------


def fault_of(path: Path) -> JournalFault:
    with pytest.raises(JournalError) as caught:
        Journal(path)
    return caught.value.fault


def test_that_a_file_that_is_no_journal_is_set_aside_whole(path: Path, expected_log: ExpectLog) -> None:
    expected_log("damaged")
    path.write_bytes(b"Dear diary, today I uploaded " * 200)
    assert fault_of(path) is JournalFault.DAMAGED
    journal, aside = open_journal(path.parent)
    assert aside is not None
    assert aside.read_bytes().startswith(b"Dear diary")
    assert journal.jobs() == []
    journal.close()


def test_that_a_damaged_journal_is_set_aside_whole(path: Path) -> None:
    journal = Journal(path)
    for number in range(50):
        journal.add_job(job_record(f"job-{number}"), [NUMBERS * 100])
    journal.close()
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 9] = b"\xff" * 4096 * 6
    path.write_bytes(content)
    again, aside = open_journal(path.parent)
    assert aside is not None
    assert aside.read_bytes() == content
    again.add_job(job_record(), [NUMBERS])
    again.close()
    same, nothing = open_journal(path.parent)
    assert nothing is None
    assert len(same.jobs()) == 1
    same.close()


def test_that_a_journal_cut_in_half_is_damaged(path: Path, expected_log: ExpectLog) -> None:
    expected_log("damaged")
    journal = Journal(path)
    for number in range(20):
        journal.add_job(job_record(f"job-{number}"), [NUMBERS * 100])
    journal.close()
    os.truncate(path, path.stat().st_size // 2)
    assert fault_of(path) is JournalFault.DAMAGED


def test_that_a_journal_of_a_later_version_is_left_as_it_is(path: Path) -> None:
    Journal(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    content = path.read_bytes()
    with pytest.raises(JournalError) as caught:
        open_journal(path.parent)
    assert caught.value.fault is JournalFault.NEWER
    assert path.read_bytes() == content


def test_that_a_place_that_cannot_be_written_to_is_named(tmp_path: Path, expected_log: ExpectLog) -> None:
    expected_log("FileExistsError|NotADirectoryError")
    (tmp_path / "file").write_text("not a folder")
    assert fault_of(tmp_path / "file" / FILE_NAME) is JournalFault.READ_ONLY


def test_that_a_full_disk_is_named_and_costs_nothing_that_was_written(
    journal: Journal, path: Path, expected_log: ExpectLog
) -> None:
    expected_log("full")
    journal.add_job(job_record(), [NUMBERS])
    with journal._database.reading() as connection:
        [pages] = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")  # what SQLite says when the disk is full
    with pytest.raises(JournalError) as caught:
        journal.add_job(job_record("large"), [NUMBERS * 10_000])
    assert caught.value.fault is JournalFault.FULL
    assert [job.id for job in journal.jobs()] == ["job"]
    with journal._database.reading() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")
    journal.add_job(job_record("large"), [NUMBERS * 10_000])


def test_that_another_program_that_holds_it_is_named(path: Path, expected_log: ExpectLog) -> None:
    expected_log("busy")
    journal = Journal(path)
    with journal._database.reading() as connection:
        connection.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(JournalError) as caught:
        journal.add_job(job_record(), [NUMBERS])
    assert caught.value.fault is JournalFault.BUSY
    other.execute("ROLLBACK")
    other.close()
    journal.add_job(job_record(), [NUMBERS])
    journal.close()


def test_that_one_in_memory_does_not_last() -> None:
    journal = Journal(None)
    assert not journal.lasting
    journal.add_job(job_record(), [NUMBERS])
    assert len(journal.jobs()) == 1
    journal.close()


# --- several programs at once ---------------------------------------------------------------------------


def write_jobs(start: Barrier, path: Path, name: str, count: int) -> None:
    """What one of several programs does: jobs, each with its steps."""
    start.wait()
    journal = Journal(path)
    for number in range(count):
        job_id = f"{name}-{number}"
        journal.add_job(job_record(job_id), [NUMBERS])
        part = journal.job(job_id).part(1)
        part = journal.record(job_id, part, replace(part, state=PartState.SENDING))
        journal.settle(job_id, part, replace(part, state=PartState.SETTLED), [REFUSED])
    journal.close()


def test_that_programs_that_write_at_once_lose_nothing(path: Path) -> None:
    assert in_programs(write_jobs, [(path, name, 25) for name in ("one", "two", "three")]) == [0, 0, 0]
    journal = Journal(path)
    jobs = journal.jobs()
    assert len(jobs) == 75
    assert all(len(journal.steps(job.id)) == 2 for job in jobs)
    assert all(len(journal.listed_rows(job.id)) == 1 for job in jobs)
    with journal._database.reading() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    journal.close()


def set_aside_by_one(start: Barrier, folder: Path, name: str) -> None:
    """What each of several windows does when it starts: it opens the journal, and notes its job."""
    start.wait()
    journal, _aside = open_journal(folder)
    journal.add_job(job_record(name), [NUMBERS])
    journal.close()


def test_that_windows_that_find_a_damaged_journal_at_once_share_the_new_one(path: Path) -> None:
    path.write_bytes(b"Dear diary, today I uploaded " * 200)
    assert in_programs(set_aside_by_one, [(path.parent, str(number)) for number in range(4)]) == [0] * 4
    journal = Journal(path)
    assert {job.id for job in journal.jobs()} == {"0", "1", "2", "3"}
    assert len(list(path.parent.glob("*-damaged-*"))) == 1
    journal.close()
