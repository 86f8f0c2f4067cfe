from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from exogui.contacts.sheet import FileFormat, Source
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.uploads.records import JobAccount, JobRecord, PartRecord, PartState
from exogui.uploads.row_counts import RowCounts
from exogui.uploads.standing import Standing, standing_of


def part(state: PartState, *, upload_id: str = "", surplus: int = 0, **counts: int) -> PartRecord:
    known = RowCounts(**counts)
    return PartRecord(1, 1, 10, 100, "", state=state, upload_id=upload_id, counts=known, surplus=surplus)


def job(*parts: PartRecord) -> JobRecord:
    numbered = tuple(dataclasses.replace(each, number=n) for n, each in enumerate(parts, 1))
    source = Source(Path("leads.csv"), FileFormat.CSV, 1, "utf-8", ",", 1)
    account = JobAccount("acme", "Acme", "acme1", "https://example.com")
    return JobRecord("id", 0.0, source, account, DuplicateAction.SKIP, "", (), (), parts=numbered)


ALL_IN = part(PartState.SETTLED, successful=10)
STATES = [
    ((ALL_IN,), Standing.DONE),
    ((ALL_IN, part(PartState.PLANNED)), Standing.WAITING),
    ((ALL_IN, part(PartState.WITHDRAWN)), Standing.PARTLY_SENT),
    ((part(PartState.WITHDRAWN),), Standing.NOT_SENT),
    ((part(PartState.SETTLED, successful=9, refused=1),), Standing.SOME_REFUSED),
    ((part(PartState.SETTLED, successful=9, unknown=1),), Standing.UNACCOUNTED),
    ((part(PartState.SETTLED, successful=10, surplus=1),), Standing.UNACCOUNTED),
    ((part(PartState.ACCEPTED), part(PartState.PLANNED)), Standing.AT_EXOTEL),
    ((part(PartState.COUNTED, successful=10),), Standing.AT_EXOTEL),
    ((part(PartState.UNKNOWN, upload_id="u1"),), Standing.AT_EXOTEL),
    ((part(PartState.UNKNOWN), part(PartState.ACCEPTED)), Standing.TO_DECIDE),
]


@pytest.mark.parametrize(("parts", "standing"), STATES)
def test_that_the_most_urgent_thing_about_a_job_is_its_standing(
    parts: tuple[PartRecord, ...], standing: Standing
) -> None:
    assert standing_of(job(*parts), running=False) is standing
    assert standing_of(job(*parts), running=True) is Standing.RUNNING


@pytest.mark.parametrize(("parts", "standing"), STATES)
def test_that_forgetting_leaves_something_undone_exactly_where_the_job_has_not_ended(
    parts: tuple[PartRecord, ...], standing: Standing
) -> None:
    assert standing.unfinished is job(*parts).unfinished


def test_that_refused_rows_and_what_runs_need_no_attention() -> None:
    need = {standing for standing in Standing if standing.needs_attention}
    assert need == {Standing.TO_DECIDE, Standing.AT_EXOTEL, Standing.WAITING, Standing.UNACCOUNTED}
