"""``exogui history``: what was uploaded, what became of it, and how it is forgotten."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from exogui.practice.endpoints import Endpoint
from exogui.practice.server import PracticeServer
from tests.cli.command_line import exogui, finish, start
from tests.cli.conftest import SignIn


@pytest.fixture
def uploaded(mixed_file: Path, signed_in: PracticeServer) -> Any:
    """The object of an upload of three rows, one of them refused."""
    finished = exogui("upload", "--json", "--only-ready", "--list-id", "list_7", mixed_file)
    assert finished.status == 1
    return finished.report


def test_that_an_empty_history_gives_0() -> None:
    finished = exogui("history")
    assert (finished.status, finished.out) == (0, "")
    assert "Nothing has been uploaded" in finished.err
    assert exogui("history", "--json").report == {"jobs": [], "message": ""}


def test_that_every_upload_has_a_line(uploaded: Any, signed_in: PracticeServer) -> None:
    [line] = exogui("history").out.splitlines()
    assert uploaded["job_id"][:8] in line
    assert (
        f"contacts.csv to {signed_in.account_sid}, list list_7: Done. 2 added or updated, 1 refused." in line
    )


def test_that_it_is_told_to_programs(uploaded: Any, mixed_file: Path, signed_in: PracticeServer) -> None:
    [job] = exogui("history", "--json").report["jobs"]
    assert job["begun_at"].endswith("+00:00")
    assert {key: job[key] for key in job if key != "begun_at"} == {
        "job_id": uploaded["job_id"],
        "state": "completed",
        "sent": 3,
        "successful": 2,
        "failed": 1,
        "duplicates_skipped": 0,
        "in_flight": 0,
        "unknown": 0,
        "waiting": 0,
        "file": str(mixed_file),
        "account": {"name": signed_in.account_sid, "account_sid": signed_in.account_sid},
        "list_id": "list_7",
        "duplicate_action": "skip",
        "attempts": 1,
    }


@pytest.mark.parametrize(("search", "found"), [("LIST_7", 1), ("contacts", 1), ("done", 1), ("leads", 0)])
def test_that_it_is_searched(search: str, found: int, uploaded: Any) -> None:
    finished = exogui("history", "--json", search)
    assert (finished.status, len(finished.report["jobs"])) == (0, found)


def test_that_an_upload_id_of_exotel_is_found(uploaded: Any) -> None:
    assert len(exogui("history", "--json", uploaded["uploads"][0]["upload_id"]).report["jobs"]) == 1


def test_that_one_upload_is_told_in_full(uploaded: Any) -> None:
    known = uploaded["job_id"][:8]
    [job] = exogui("history", "--json", "--job", known).report["jobs"]
    assert (job["refused"], job["uploads"]) == (uploaded["refused"], uploaded["uploads"])
    assert [step["state"] for step in job["steps"]] == ["sending", "whole", "accepted", "counted", "settled"]
    said = exogui("history", "--job", known).out
    assert "row 3  +919999900017  INVALID_PHONE" in said
    assert uploaded["uploads"][0]["upload_id"] in said


def test_that_the_report_holds_no_more_of_a_number_than_four_digits(uploaded: Any) -> None:
    finished = exogui("history", "--report", "--job", uploaded["job_id"])
    assert finished.status == 0
    assert "0017, INVALID_PHONE" in finished.out
    assert "9999900017" not in finished.out
    for kept in (uploaded["uploads"][0]["upload_id"], *uploaded["uploads"][0]["request_ids"]):
        assert kept in finished.out
    assert "taken by Exotel" in finished.out


def test_that_a_report_is_about_one_upload() -> None:
    finished = exogui("history", "--report")
    assert (finished.status, "--job" in finished.err) == (2, True)


def test_that_an_upload_is_forgotten(uploaded: Any) -> None:
    finished = exogui("history", "--forget", uploaded["job_id"][:8])
    assert (finished.status, "contacts.csv" in finished.out) == (0, True)
    assert exogui("history", "--json").report["jobs"] == []
    assert exogui("history", "--forget", uploaded["job_id"]).status == 2


def test_that_an_upload_under_way_is_not_forgotten(
    good_file: Path, slow_server: PracticeServer, sign_in: SignIn
) -> None:
    sign_in(slow_server)
    process = start("upload", "--json", good_file)
    assert slow_server.wait_for_requests(Endpoint.STATUS, timeout=30)
    [job] = exogui("history", "--json").report["jobs"]
    refused = exogui("history", "--forget", job["job_id"])
    assert (refused.status, "working on this upload" in refused.err) == (2, True)
    slow_server.finish_processing()
    assert finish(process).status == 0


def test_that_contacts_are_erased_and_counts_stay(uploaded: Any, private_home: Path) -> None:
    record = private_home / "data" / "exogui" / "uploads.sqlite3"
    assert b"999900017" in record.read_bytes()
    assert exogui("history", "--erase-contacts").status == 0
    assert b"999900017" not in record.read_bytes()
    [job] = exogui("history", "--json", "--job", uploaded["job_id"]).report["jobs"]
    assert (job["failed"], job["refused"][0]["phone_number"], job["refused"][0]["values"]) == (1, "", {})
    with sqlite3.connect(record) as connection:
        assert connection.execute("SELECT sum(length(number_digests)) FROM part").fetchone() == (0,)
    connection.close()
