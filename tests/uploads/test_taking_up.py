"""A job that is taken up again: what is asked about, and what is sent, is what the person said."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from exogui.exotel.duplicate_action import DuplicateAction
from exogui.uploads.choices import LostAnswerChoice
from exogui.uploads.job_files import JobFiles
from exogui.uploads.preparing import UploadOrder
from exogui.uploads.records import PartRecord, PartState
from exogui.uploads.row_counts import RowCounts
from exogui.uploads.upload_service import UploadService
from tests.uploads.conftest import Bench

NUMBERS = [f"+9198765432{number:02}" for number in range(12)]


class Desk:
    """A service, and one job of it in two parts, of ten rows and of two."""

    def __init__(self, bench: Bench, folder: Path) -> None:
        self.service = UploadService(folder)
        table = bench.table(NUMBERS)
        order = UploadOrder(bench.account(), DuplicateAction.CREATE_NEW, try_first=True)
        prepared = self.service.prepare(table, range(table.row_count), order)
        prepared.files.close()
        self.job_id = prepared.job.id

    def record(self, number: int, state: PartState, *, upload_id: str = "") -> None:
        part = self.part(number)
        after = replace(part, state=state, upload_id=upload_id)
        self.service.journal.record(self.job_id, part, after)

    def part(self, number: int) -> PartRecord:
        return self.service.journal.job(self.job_id).part(number)

    def pick_up(self, *, send: bool = False, choice: LostAnswerChoice | None = None) -> tuple[int, ...]:
        """The parts that would be sent."""
        prepared = self.service.pick_up(self.job_id, send=send, choice=choice)
        prepared.files.close()
        return prepared.to_send


@pytest.fixture
def desk(bench: Bench, tmp_path: Path) -> Desk:
    return Desk(bench, tmp_path / "person")


def test_that_to_ask_sends_nothing_and_asks_about_all_that_exotel_gave_an_id_for(desk: Desk) -> None:
    desk.record(1, PartState.UNKNOWN, upload_id="upload_1")
    assert desk.pick_up() == ()
    assert [desk.part(1).state, desk.part(2).state] == [PartState.ACCEPTED, PartState.PLANNED]


def test_that_to_send_sends_what_waits_and_leaves_lost_parts_to_the_person(desk: Desk) -> None:
    desk.record(1, PartState.UNKNOWN)
    assert desk.pick_up(send=True) == (2,)
    assert desk.part(1).state is PartState.UNKNOWN


def test_that_lost_parts_are_sent_again_and_nothing_else_with_them(desk: Desk) -> None:
    desk.record(1, PartState.UNKNOWN)
    assert desk.pick_up(choice=LostAnswerChoice.SEND_AGAIN) == (1,)
    assert desk.part(1).state is PartState.PLANNED


def test_that_lost_parts_that_are_there_send_nothing(desk: Desk) -> None:
    desk.record(1, PartState.UNKNOWN)
    assert desk.pick_up(choice=LostAnswerChoice.COUNT_AS_THERE) == ()
    assert desk.service.journal.job(desk.job_id).counts == RowCounts(already_there=10, waiting=2)


@pytest.mark.parametrize("choice", LostAnswerChoice)
def test_that_a_choice_is_about_lost_answers_only(desk: Desk, choice: LostAnswerChoice) -> None:
    """Exotel can still say what became of a part that has an id: it is neither counted nor sent by guess."""
    desk.record(1, PartState.UNKNOWN, upload_id="upload_1")
    desk.record(2, PartState.UNKNOWN)
    assert 1 not in desk.pick_up(choice=choice)
    assert desk.part(1).state is PartState.ACCEPTED


def test_that_to_withdraw_decides_nothing_about_what_exotel_has(desk: Desk) -> None:
    desk.record(1, PartState.UNKNOWN, upload_id="upload_1")
    job = desk.service.withdraw(desk.job_id)
    assert [part.state for part in job.parts] == [PartState.UNKNOWN, PartState.WITHDRAWN]


def test_that_whoever_only_looks_at_a_job_is_waited_for(desk: Desk, tmp_path: Path) -> None:
    """The history looks at all jobs every few seconds; nobody is told of another window then."""
    looking = JobFiles.claim(tmp_path / "person" / "uploads", desk.job_id)
    assert looking is not None
    end = threading.Timer(0.1, looking.close)
    end.start()
    assert desk.pick_up(send=True) == (1, 2)
    end.join()
