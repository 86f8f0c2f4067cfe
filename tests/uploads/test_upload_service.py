"""Uploads as the window and the command line meet them: left over, taken up, given up, with no journal."""

from __future__ import annotations

import dataclasses
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from exogui.exotel.duplicate_action import DuplicateAction
from exogui.exotel.errors import NoConnection
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Refuse
from exogui.practice.server import PracticeServer
from exogui.uploads.events import Accepted, AwaitingAnswer, UploadEvent
from exogui.uploads.job_files import JobFiles
from exogui.uploads.journal import FILE_NAME, Journal
from exogui.uploads.journal_database import JournalError, JournalFault
from exogui.uploads.preparing import JobInUse, PreparedJob
from exogui.uploads.records import JobRecord, PartState
from exogui.uploads.result import JobState, UploadResult
from exogui.uploads.row_counts import RowCounts
from exogui.uploads.upload_service import UploadService
from tests.conftest import ExpectLog
from tests.uploads.programs import in_programs
from tests.uploads.proof import LIMITS, ROWS, Proof, job_for, order_for, write_list

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def proof(server: PracticeServer, tmp_path: Path) -> Iterator[Proof]:
    proof = Proof(server, tmp_path)
    yield proof
    proof.close()


def begin(proof: Proof) -> PreparedJob:
    return proof.begin(proof.server.base_url, DuplicateAction.SKIP)


def run(proof: Proof, prepared: PreparedJob) -> UploadResult:
    job = job_for(proof.service, prepared, proof.server.base_url)
    return proof.service.run(job, prepared, lambda _event: None)


def files_left(proof: Proof) -> list[str]:
    return sorted(path.name for path in (proof.directory / "uploads").rglob("*") if path.suffix != ".lock")


# --- the life of a job ----------------------------------------------------------------------------------


def test_that_a_job_that_has_ended_leaves_no_contact_on_the_disk(proof: Proof) -> None:
    prepared = begin(proof)
    assert "part-1.csv" in files_left(proof)
    assert run(proof, prepared).state is JobState.COMPLETED
    assert files_left(proof) == []
    assert proof.service.left_over() == []


def test_that_what_did_not_leave_an_open_list_does_not_wait_here(proof: Proof) -> None:
    prepared = dataclasses.replace(begin(proof), list_is_open=True)
    proof.server.stop()
    result = run(proof, prepared)
    assert (result.state, result.counts) == (JobState.FAILED, RowCounts(waiting=6))
    assert isinstance(result.error, NoConnection)
    assert proof.service.left_over() == []
    assert files_left(proof) == []


def test_that_an_upload_that_is_not_wanted_after_all_leaves_nothing(proof: Proof) -> None:
    proof.service.discard(begin(proof))
    assert proof.service.journal.jobs() == []
    assert files_left(proof) == []


@pytest.mark.parametrize("state", [PartState.SENDING, PartState.WHOLE])
def test_that_what_was_on_its_way_when_the_program_died_is_unknown(proof: Proof, state: PartState) -> None:
    prepared = begin(proof)
    part = prepared.job.part(1)
    proof.service.journal.record(proof.job_id, part, dataclasses.replace(part, state=state))
    assert proof.service.left_over() == []  # someone works on it
    prepared.files.close()
    [job] = proof.service.left_over()
    assert job.part(1).state is PartState.UNKNOWN
    assert job.counts == RowCounts(unknown=3, waiting=3)
    assert proof.service.result(job.id).lost_numbers == tuple(row[0] for row in ROWS[:3])


def test_that_giving_up_what_waits_ends_a_job(proof: Proof) -> None:
    prepared = begin(proof)
    prepared.files.close()
    job = proof.service.withdraw(proof.job_id)
    assert not job.unfinished
    assert files_left(proof) == []
    assert proof.service.result(proof.job_id).state is JobState.FAILED


def test_that_a_forgotten_job_is_gone_with_its_files(proof: Proof) -> None:
    begin(proof).files.close()
    proof.service.forget(proof.job_id)
    assert proof.service.journal.jobs() == []
    assert files_left(proof) == []
    with pytest.raises(KeyError):
        proof.service.pick_up(proof.job_id)
    proof.service.tidy()
    assert files_left(proof) == []


def test_that_files_of_a_job_that_never_began_go(proof: Proof) -> None:
    begin(proof).files.close()
    stray = JobFiles.claim(proof.directory / "uploads", "stray")
    assert stray is not None
    stray.part_path(1).write_text("contacts")
    proof.service.tidy()
    assert "stray" in files_left(proof)  # someone writes them just now
    stray.close()
    proof.service.tidy()
    assert "stray" not in files_left(proof)
    assert "part-1.csv" in files_left(proof)


def test_that_a_job_that_ended_in_another_window_is_not_left_over(proof: Proof) -> None:
    """The other window ends it between the look into the journal and the claim of its files."""
    prepared = begin(proof)
    other = UploadService(proof.directory, LIMITS)
    look = other.journal.unfinished

    def end_meanwhile() -> list[object]:
        found = look()
        run(proof, prepared)
        return list(found)

    other.journal.unfinished = end_meanwhile  # type: ignore[method-assign,assignment] # just between
    assert other.left_over() == []
    assert files_left(proof) == []
    other.close()


def test_that_what_another_window_just_learned_is_not_called_unknown(proof: Proof) -> None:
    """The journal said that it was on its way; when its files are free, Exotel has taken it."""
    prepared = begin(proof)
    journal = proof.service.journal
    before = prepared.job.part(1)
    sending = journal.record(proof.job_id, before, dataclasses.replace(before, state=PartState.SENDING))
    other = UploadService(proof.directory, LIMITS)
    look = other.journal.unfinished

    def learn_meanwhile() -> list[JobRecord]:
        found = look()
        taken = dataclasses.replace(sending, state=PartState.ACCEPTED, upload_id="upload-1")
        journal.record(proof.job_id, sending, taken)
        prepared.files.close()
        return found

    other.journal.unfinished = learn_meanwhile  # type: ignore[method-assign] # just between
    [job] = other.left_over()
    assert job.part(1).state is PartState.ACCEPTED
    other.close()


def test_that_tidying_spares_a_job_that_began_meanwhile(proof: Proof) -> None:
    """Its files were there, and it was not in the journal when tidying looked first."""
    begin(proof).files.close()
    journal = proof.service.journal
    look = journal.unfinished
    earlier: list[list[JobRecord]] = [[]]
    journal.unfinished = lambda: earlier.pop() if earlier else look()  # type: ignore[method-assign] # between
    proof.service.tidy()
    assert "part-1.csv" in files_left(proof)


# --- with a journal that fails --------------------------------------------------------------------------


def test_that_uploads_go_on_without_a_journal_and_say_so(
    server: PracticeServer, tmp_path: Path, expected_log: ExpectLog
) -> None:
    expected_log("The journal of uploads")
    (tmp_path / "place").write_text("a file where the folder should be")
    proof = Proof(server, tmp_path)
    proof.service = UploadService(tmp_path / "place", LIMITS)
    assert not proof.service.journal.lasting
    assert proof.service.fault is JournalFault.READ_ONLY
    prepared = begin(proof)
    folder = prepared.files.folder.parent
    assert run(proof, prepared).balanced
    proof.close()
    assert not folder.exists()


@pytest.mark.parametrize("content", [b"Dear diary" * 500, b"\x00" * 5000], ids=["text", "zeros"])
def test_that_a_damaged_journal_makes_way(proof: Proof, content: bytes, expected_log: ExpectLog) -> None:
    expected_log("damaged")
    (proof.directory / FILE_NAME).write_bytes(content)
    result = run(proof, begin(proof))
    assert result.balanced
    assert proof.service.fault is None
    assert proof.service.set_aside is not None
    assert proof.service.set_aside.read_bytes() == content


def test_that_a_newer_journal_is_left_alone_and_uploads_go_on(proof: Proof) -> None:
    Journal(proof.directory / FILE_NAME).close()
    connection = sqlite3.connect(proof.directory / FILE_NAME)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert run(proof, begin(proof)).balanced
    assert proof.service.fault is JournalFault.NEWER


def fail_from_now_on(journal: Journal) -> None:
    """From now on the disk takes nothing more."""
    with journal._database.reading() as connection:
        connection.execute("PRAGMA query_only = ON")


def recover(journal: Journal) -> None:
    with journal._database.reading() as connection:
        connection.execute("PRAGMA query_only = OFF")


def test_that_what_cannot_be_written_down_is_not_sent(proof: Proof, expected_log: ExpectLog) -> None:
    expected_log("read_only")
    prepared = begin(proof)
    fail_from_now_on(proof.service.journal)
    result = run(proof, prepared)
    assert isinstance(result.error, JournalError)
    assert result.counts == RowCounts(waiting=6)
    assert proof.server.requests == ()
    recover(proof.service.journal)
    assert proof.finish(proof.server.base_url).state is JobState.COMPLETED


@pytest.mark.parametrize("kind", [AwaitingAnswer, Accepted])
def test_that_what_arrived_but_is_not_written_down_is_told_and_never_sent_again(
    proof: Proof, kind: type[UploadEvent], expected_log: ExpectLog
) -> None:
    expected_log("read_only")
    prepared = begin(proof)

    def note(event: UploadEvent) -> None:
        if isinstance(event, kind):
            fail_from_now_on(proof.service.journal)

    job = job_for(proof.service, prepared, proof.server.base_url)
    result = proof.service.run(job, prepared, note)

    assert isinstance(result.error, JournalError)
    assert len(result.upload_ids) == 1
    assert result.counts.successful + result.counts.refused == 3  # all the same it is known, and told
    assert result.counts.waiting == 3
    recover(proof.service.journal)
    assert proof.finish(proof.server.base_url).state is JobState.COMPLETED
    assert len(proof.server.uploads) == 2


@pytest.mark.only_on("linux", "darwin")
def test_that_a_disk_that_is_full_from_the_start_keeps_nobody_from_uploading(
    server: PracticeServer, tmp_path: Path
) -> None:
    """In a program of its own, which may write no file of more than some bytes: as full as a disk can be."""
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from exogui.uploads.upload_service import UploadService\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
        "service = UploadService(Path(sys.argv[1]))\n"
        "print(service.journal.lasting, service.fault)\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    assert said[0] == "False"
    assert said[1] in {"full", "other"}
    after = UploadService(tmp_path, LIMITS)  # room again: the journal is as good as new
    assert after.journal.lasting
    assert after.journal.jobs() == []
    after.close()


# --- several programs at once ---------------------------------------------------------------------------


def test_that_only_one_works_on_a_job(proof: Proof) -> None:
    prepared = begin(proof)
    other = UploadService(proof.directory, LIMITS)
    for take in (other.pick_up, other.withdraw, other.forget):
        with pytest.raises(JobInUse):
            take(proof.job_id)
    prepared.files.close()
    other.pick_up(proof.job_id).files.close()
    other.close()


def prepare_and_tell(start: Barrier, folder: Path, base_url: str, answer: Path) -> None:
    """What each of two programs does with the same file: it tells whether it heard of the other."""
    from exogui.contacts.reading.reader import read_contacts
    from exogui.contacts.table import ContactTable

    service = UploadService(folder, LIMITS)
    table = ContactTable.judged(read_contacts(folder / "list.csv"))
    start.wait()
    prepared = service.prepare(table, range(6), order_for(base_url, DuplicateAction.SKIP))
    answer.write_text(str(len(prepared.sent_before.same_files)))
    prepared.files.close()
    service.close()


def take_up_and_tell(start: Barrier, folder: Path, base_url: str, answer: Path) -> None:
    """What each of two programs does with a job that is left over."""
    service = UploadService(folder, LIMITS)
    [job] = service.journal.jobs()
    start.wait()
    try:
        prepared = service.pick_up(job.id, send=True)
    except JobInUse:
        answer.write_text("in use")
    else:
        answer.write_text(service.run(job_for(service, prepared, base_url), prepared, lambda _e: None).state)
    service.close()


def in_two_programs(target: Callable[..., None], folder: Path, base_url: str) -> list[str]:
    answers = [folder / f"answer-{number}" for number in range(2)]
    assert in_programs(target, [(folder, base_url, answer) for answer in answers]) == [0, 0]
    return [answer.read_text() for answer in answers]


def test_that_of_two_programs_with_the_same_file_exactly_one_hears_of_the_other(
    server: PracticeServer, tmp_path: Path
) -> None:
    write_list(tmp_path / "list.csv")
    Journal(tmp_path / FILE_NAME).close()
    assert sorted(in_two_programs(prepare_and_tell, tmp_path, server.base_url)) == ["0", "1"]


def test_that_two_programs_that_go_on_with_a_job_ask_and_send_once(proof: Proof) -> None:
    begin(proof).files.close()
    answers = in_two_programs(take_up_and_tell, proof.directory, proof.server.base_url)
    assert JobState.COMPLETED in answers
    assert set(answers) <= {JobState.COMPLETED, "in use"}
    assert proof.server.ledger.balance(ROWS).even
    endpoints = [request.endpoint for request in proof.server.requests]
    assert sorted(filter(None, endpoints)) == sorted(2 * [Endpoint.UPLOAD, Endpoint.STATUS, Endpoint.ERRORS])
    assert proof.service.left_over() == []


@pytest.mark.only_on("linux", "darwin")
def test_that_the_system_lets_go_of_the_job_of_a_killed_program(proof: Proof) -> None:
    begin(proof).files.close()
    script = (
        "import os, signal, sys; from pathlib import Path\n"
        "from exogui.uploads.job_files import JobFiles\n"
        "files = JobFiles.claim(Path(sys.argv[1]), sys.argv[2])\n"
        "print(files is not None, flush=True); sys.stdin.read()\n"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", script, str(proof.directory / "uploads"), proof.job_id],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout
    assert program.stdout.readline().strip() == "True"
    assert proof.service.left_over() == []
    with pytest.raises(JobInUse):
        proof.service.pick_up(proof.job_id)
    os.kill(program.pid, signal.SIGKILL)
    program.communicate()
    assert [job.id for job in proof.service.left_over()] == [proof.job_id]


def test_that_no_secret_is_in_any_file(proof: Proof) -> None:
    proof.server.faults.add(Endpoint.UPLOAD, Refuse(500), after=1)
    prepared = begin(proof)
    run(proof, prepared)
    proof.service.close()
    kept = b"".join(path.read_bytes() for path in proof.directory.rglob("*") if path.is_file())
    assert b"practice0001" in kept  # the files are the right ones
    assert PracticeServer.api_key.encode() not in kept
    assert PracticeServer.api_token.encode() not in kept
