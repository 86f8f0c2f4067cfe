"""What earlier versions wrote is still there after an upgrade. A new schema adds its own journal here."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exogui.exotel.duplicate_action import DuplicateAction
from exogui.uploads.journal import Journal
from exogui.uploads.journal_database import JOURNAL_VERSION
from exogui.uploads.records import PartState
from exogui.uploads.row_counts import RowCounts

WRITTEN = Path(__file__).parent / "journals"
SOON_AFTER = datetime(2026, 11, 26, tzinfo=UTC).timestamp()


def test_that_there_is_one_of_every_version() -> None:
    versions = {path.stem for path in WRITTEN.iterdir()}
    assert versions == {f"version-{number + 1}" for number in range(JOURNAL_VERSION)}


@pytest.fixture(params=sorted(WRITTEN.iterdir()), ids=lambda path: path.stem)
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journal]:
    """A person's journal, written by an earlier version and opened by this one."""
    path = tmp_path / "uploads.sqlite3"
    connection = sqlite3.connect(path)
    connection.executescript(request.param.read_text(encoding="utf-8"))
    connection.close()
    opened = Journal(path, now=lambda: SOON_AFTER)
    yield opened
    opened.close()


def test_that_its_uploads_are_listed_with_all_their_rows(journal: Journal) -> None:
    newer, older = sorted(journal.jobs(), key=lambda job: -job.created_at)
    assert (Path(newer.source.path).name, newer.duplicate_action) == ("leads.csv", DuplicateAction.CREATE_NEW)
    assert [(part.rows, part.state) for part in newer.parts] == [
        (10, PartState.SETTLED),
        (15, PartState.PLANNED),
    ]
    assert older.counts == RowCounts(successful=34, already_there=6, refused=5)


def test_that_what_was_left_over_still_is(journal: Journal) -> None:
    assert [Path(job.source.path).name for job in journal.unfinished()] == ["leads.csv"]


def test_that_its_refused_rows_come_back_whole(journal: Journal) -> None:
    (finished,) = [job for job in journal.jobs() if job.counts.refused]
    rows = journal.listed_rows(finished.id)
    assert Counter(row.error_code for row in rows) == {
        "INVALID_PHONE": 2,
        "INVALID_EMAIL": 2,
        "INVALID_FORMAT": 1,
    }
    assert all(row.values and row.values[0] == row.phone_number for row in rows)


def test_that_tidying_keeps_what_is_not_old_yet(journal: Journal) -> None:
    journal.tidy()
    assert len(journal.jobs()) == 2
