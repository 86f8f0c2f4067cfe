"""The same file or the same numbers once more: said always, and not done where it doubles contacts."""

from __future__ import annotations

from pathlib import Path

import pytest

from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Stage, Stall
from exogui.practice.server import PracticeServer
from tests.cli.command_line import exogui, finish, start
from tests.cli.conftest import WriteFile

CREATE = ("--duplicate-action", "create_new")


@pytest.mark.parametrize("action", ["skip", "update"])
def test_that_the_same_file_goes_again_and_is_told(
    action: str, good_file: Path, signed_in: PracticeServer
) -> None:
    first = exogui("upload", "--json", good_file)
    again = exogui("upload", "--json", "--duplicate-action", action, good_file)
    assert (again.status, again.report["state"], again.report["message"]) == (0, "completed", "")
    assert "You sent these very rows to this account" in again.err
    assert f"Exotel {action}" in again.err
    assert first.report["sent_before"] == {"same_files": [], "rows": 0}
    before = again.report["sent_before"]
    assert before["rows"] == 3
    [same] = before["same_files"]
    assert (same["job_id"], same["successful"]) == (first.report["job_id"], 3)
    assert same["sent_at"].endswith("+00:00")


def test_that_the_same_file_is_not_created_again_unless_that_is_meant(
    good_file: Path, signed_in: PracticeServer
) -> None:
    exogui("upload", good_file)
    refused = exogui("upload", "--json", *CREATE, good_file)
    assert (refused.status, refused.report["state"], refused.report["not_sent"]) == (2, "failed", 3)
    assert "--again" in refused.report["message"]
    assert len(refused.report["sent_before"]["same_files"]) == 1
    assert len(signed_in.uploads) == 1
    assert len(exogui("history", "--json").report["jobs"]) == 1

    meant = exogui("upload", "--json", *CREATE, "--again", good_file)
    assert (meant.status, meant.report["successful"]) == (0, 3)
    assert len(signed_in.contacts) == 6


def test_that_numbers_of_another_file_are_told_with_what_that_means(
    good_file: Path, write_file: WriteFile, signed_in: PracticeServer
) -> None:
    exogui("upload", good_file)
    other = write_file("phone_number\n+919876543210\n+919876543299\n")
    finished = exogui("upload", "--json", *CREATE, other)
    assert finished.status == 0
    assert finished.report["sent_before"] == {"same_files": [], "rows": 1}
    assert "1 of these 2 numbers was sent to this account before." in finished.err
    assert "makes a second contact" in finished.err


def test_that_of_two_at_once_only_one_creates(good_file: Path, signed_in: PracticeServer) -> None:
    signed_in.faults.add(Endpoint.UPLOAD, Stall(Stage.BEFORE_BODY))
    first = start("upload", "--json", *CREATE, good_file)
    assert signed_in.faults.wait_until_stalled(timeout=30)
    second = exogui("upload", "--json", *CREATE, good_file)
    signed_in.faults.clear()
    assert (second.status, second.report["sent"]) == (2, 0)
    assert second.report["sent_before"]["same_files"][0]["in_flight"] == 3
    assert (finish(first).status, len(signed_in.contacts)) == (0, 3)


def test_that_many_at_once_share_one_record(write_file: WriteFile, signed_in: PracticeServer) -> None:
    path = write_file("phone_number\n+919876543210\n")
    processes = [start("upload", "--json", path) for _ in range(4)]
    finished = [finish(process) for process in processes]
    assert [each.status for each in finished] == [0, 0, 0, 0]
    ids = {each.report["job_id"] for each in finished}
    assert {job["job_id"] for job in exogui("history", "--json").report["jobs"]} == ids
    assert (len(ids), len(signed_in.uploads), len(signed_in.contacts)) == (4, 4, 1)
