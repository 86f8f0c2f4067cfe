"""A record of uploads that cannot be used is told, and keeps no file from being sent."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

import pytest

from exogui.practice.server import PracticeServer
from tests.cli.command_line import Finished, exogui
from tests.cli.conftest import WriteFile


@pytest.fixture
def folder(private_home: Path) -> Path:
    """Where the record is."""
    return private_home / "data" / "exogui"


@pytest.fixture
def record(folder: Path, good_file: Path, signed_in: PracticeServer) -> Path:
    """The record of one upload."""
    assert exogui("upload", good_file).status == 0
    return folder / "uploads.sqlite3"


def sent(finished: Finished) -> str:
    """What is said beside an upload that went all the same."""
    assert (finished.status, finished.report["successful"] + finished.report["duplicates_skipped"]) == (0, 3)
    assert "cannot be known again later" in finished.err
    return finished.err


def test_that_a_folder_that_cannot_be_written_to_is_told(
    folder: Path, good_file: Path, signed_in: PracticeServer
) -> None:
    folder.write_text("a file where the folder should be")
    assert "may not write its record" in sent(exogui("upload", "--json", good_file))
    for command in ("resume", "history"):
        finished = exogui(command, "--json")
        assert finished.status == 2
        assert "may not write its record" in finished.report["message"]
    assert len(signed_in.uploads) == 1


def test_that_the_record_of_a_later_exogui_is_left_alone(record: Path, good_file: Path) -> None:
    with sqlite3.connect(record) as connection:
        connection.execute("PRAGMA user_version = 4711")
    connection.close()
    before = record.read_bytes()
    assert "a later exogui" in sent(exogui("upload", "--json", good_file))
    assert exogui("resume").status == 2
    assert record.read_bytes() == before


def test_that_a_damaged_record_is_set_aside_and_its_new_place_told(record: Path, good_file: Path) -> None:
    record.write_bytes(b"not a record" * 1000)
    finished = exogui("upload", "--json", good_file)
    assert finished.status == 0
    [aside] = record.parent.glob("uploads-damaged-*.sqlite3")
    assert str(aside) in finished.err
    assert aside.read_bytes() == b"not a record" * 1000
    assert [job["job_id"] for job in exogui("history", "--json").report["jobs"]] == [
        finished.report["job_id"]
    ]


@pytest.mark.only_on("linux", "darwin")
def test_that_a_disk_without_room_for_a_record_still_sends(
    folder: Path, good_file: Path, signed_in: PracticeServer
) -> None:
    import resource

    def leave_little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

    finished = exogui("upload", "--json", good_file, preexec_fn=leave_little_room)
    sent(finished)
    assert len(signed_in.uploads) == 1


@pytest.mark.only_on("linux", "darwin")
def test_that_a_disk_that_is_full_when_the_job_is_written_still_sends(
    record: Path, write_file: WriteFile, signed_in: PracticeServer
) -> None:
    import resource

    exogui("upload", write_file("phone_number\n" + "".join(f"+9198765{n:05}\n" for n in range(30_000))))
    connection = sqlite3.connect(record)
    connection.execute("VACUUM")  # so that there is no room inside the file either
    connection.close()
    size = record.stat().st_size

    def leave_no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    other = write_file("phone_number\n" + "".join(f"+9198764{n:05}\n" for n in range(3_000)))
    finished = exogui("upload", "--json", other, preexec_fn=leave_no_room)
    assert (finished.status, finished.report["successful"]) == (0, 3_000)
    assert "cannot be known again later" in finished.err
    assert len(exogui("history", "--json").report["jobs"]) == 2


def test_that_the_log_holds_no_number_and_no_secret(
    mixed_file: Path, signed_in: PracticeServer, private_home: Path
) -> None:
    (private_home / "data" / "exogui").write_text("in the way")  # something to log
    exogui("upload", "--only-ready", mixed_file)
    [log] = [path for path in private_home.rglob("exogui-upload.log") if path.is_file()]
    text = log.read_text()
    assert "The journal of uploads" in text
    assert logging.getLevelName(logging.WARNING) in text
    for secret in (signed_in.api_key, signed_in.api_token, "9876543210", "9999900017", "@example.com"):
        assert secret not in text
