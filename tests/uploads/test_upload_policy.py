"""What the policy forbids is done by no upload, new or old."""

from __future__ import annotations

from pathlib import Path

import pytest

from exogui.exotel.duplicate_action import DuplicateAction
from exogui.policy.policy import MOST_DAYS, Policy, SwitchedOff
from exogui.uploads.choices import LostAnswerChoice
from exogui.uploads.job_files import JobFiles
from exogui.uploads.journal_database import JournalFault
from exogui.uploads.preparing import UploadOrder
from exogui.uploads.records import Keeping, PartState
from exogui.uploads.upload_service import UploadService
from tests.uploads.conftest import Bench
from tests.uploads.test_taking_up import NUMBERS, Desk

NO_DOUBLES = Policy(create_new=False)
NO_ELSEWHERE = Policy(other_addresses=False)


@pytest.fixture
def desk(bench: Bench, tmp_path: Path) -> Desk:
    """A job that creates contacts once more, at another address, from before there was a policy."""
    return Desk(bench, tmp_path / "person")


def under(policy: Policy, desk: Desk, tmp_path: Path) -> UploadService:
    desk.service.close()
    desk.service = UploadService(tmp_path / "person", policy=policy)
    return desk.service


@pytest.mark.parametrize("policy", [NO_DOUBLES, NO_ELSEWHERE])
@pytest.mark.parametrize("lasting", [True, False])
def test_that_no_new_job_is_made_and_nothing_is_left_of_it(
    policy: Policy, lasting: bool, bench: Bench, tmp_path: Path
) -> None:
    table = bench.table(NUMBERS)
    order = UploadOrder(bench.account(), DuplicateAction.CREATE_NEW)
    service = UploadService(tmp_path / "person", policy=policy)
    if not lasting:
        service = UploadService.in_memory(JournalFault.FULL, policy)
    with pytest.raises(SwitchedOff):
        service.prepare(table, range(table.row_count), order)
    assert service.journal.jobs() == []
    assert not list((tmp_path / "person").glob("uploads/*"))
    service.close()


@pytest.mark.parametrize("policy", [NO_DOUBLES, NO_ELSEWHERE])
def test_that_refused_rows_are_not_sent_again(
    policy: Policy, bench: Bench, desk: Desk, tmp_path: Path
) -> None:
    service = under(policy, desk, tmp_path)
    job = service.journal.job(desk.job_id)
    with pytest.raises(SwitchedOff):
        service.prepare_attempt(bench.table(NUMBERS), [0], job)
    assert service.journal.job(desk.job_id) == job


def test_that_what_waits_stays_where_it_creates_contacts_again(desk: Desk, tmp_path: Path) -> None:
    desk.record(1, PartState.UNKNOWN)
    service = under(NO_DOUBLES, desk, tmp_path)
    before = service.journal.job(desk.job_id)
    for how in ({"send": True}, {"choice": LostAnswerChoice.SEND_AGAIN}):
        with pytest.raises(SwitchedOff):
            service.pick_up(desk.job_id, **how)
    assert service.journal.job(desk.job_id) == before
    assert desk.pick_up() == ()  # to ask is allowed
    assert desk.pick_up(choice=LostAnswerChoice.COUNT_AS_THERE) == ()
    assert service.withdraw(desk.job_id).part(2).state is PartState.WITHDRAWN


def test_that_nobody_is_even_asked_at_an_address_that_is_not_allowed(desk: Desk, tmp_path: Path) -> None:
    desk.record(1, PartState.UNKNOWN, upload_id="upload_1")
    service = under(NO_ELSEWHERE, desk, tmp_path)
    with pytest.raises(SwitchedOff):
        service.pick_up(desk.job_id)
    claimed = JobFiles.claim(tmp_path / "person" / "uploads", desk.job_id)
    assert claimed is not None  # it was let go of
    claimed.close()
    service.forget(desk.job_id)


def test_that_contacts_are_kept_no_longer_than_the_organisation_lets_them(tmp_path: Path) -> None:
    free = UploadService(tmp_path)
    free.journal.set_keeping(Keeping(contacts_days=90, jobs_days=200))
    bound = UploadService(tmp_path, policy=Policy(keep_contacts_days=7))
    assert bound.journal.keeping() == Keeping(contacts_days=7, jobs_days=200)
    assert free.journal.keeping() == Keeping(contacts_days=90, jobs_days=200)
    bound.journal.set_keeping(Keeping(contacts_days=3, jobs_days=200))
    assert bound.journal.keeping().contacts_days == 3
    assert free.journal.most_contacts_days == MOST_DAYS
    for service in (free, bound):
        service.close()
