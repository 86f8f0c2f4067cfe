"""What the commands write where, on terminals, into pipes, files and nowhere."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from exogui.__main__ import main
from exogui.practice.endpoints import Endpoint
from exogui.practice.server import PracticeServer
from tests.cli.command_line import SAMPLE, exogui, finish, start
from tests.cli.conftest import SignIn, WriteFile

posix_only = pytest.mark.only_on("linux", "darwin")


@pytest.fixture
def deaf_pipe() -> Iterator[int]:
    """A pipe that nobody reads any more, as after ``| head -1``; its end to write to."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


@pytest.fixture
def native_file(write_file: WriteFile) -> Path:
    return write_file("फ़ोन,phone_number,पूरा नाम\nx,+919876543210,अनिता\ny,12,முருகன்\n")


# --- progress -------------------------------------------------------------------------------------------


def test_that_a_log_gets_one_line_for_each_change(good_file: Path, signed_in: PracticeServer) -> None:
    finished = exogui("upload", good_file)
    upload_id = signed_in.uploads[0].upload_id
    assert finished.err.splitlines() == [
        "Sending 0.1 kB",
        "All of it went out; waiting for Exotel's answer",
        f"Exotel took the file: upload {upload_id}",
        "Exotel is processing",
    ]
    assert finished.out == "Sent 3: 3 added or updated, 0 already there, 0 refused, 0 unknown.\n"


def test_that_saying_the_same_again_says_nothing(
    good_file: Path, slow_server: PracticeServer, sign_in: SignIn
) -> None:
    sign_in(slow_server)
    process = start("upload", good_file)
    assert len(slow_server.wait_for_requests(Endpoint.STATUS, 3, timeout=30)) == 3
    slow_server.finish_processing()
    assert finish(process).err.count("Exotel is processing") == 1


@posix_only
def test_that_a_terminal_gets_one_line_that_changes(good_file: Path, signed_in: PracticeServer) -> None:
    import pty

    ours, theirs = pty.openpty()
    process = start("upload", good_file, stderr=theirs)
    os.close(theirs)
    said = read_all(ours)
    finished = finish(process)
    assert finished.status == 0
    assert finished.out.startswith("Sent 3: ")
    assert said.count("\n") == 1
    assert said.endswith("\n")
    shown = said.removesuffix("\r\n").split("\r")
    assert shown[0] == ""
    assert "Sending 0.1 kB of 0.1 kB" in said
    assert "Exotel is processing, 0 s so far" in said
    assert all(len(line) >= len(before.rstrip()) for before, line in pairwise(shown)), "none shows through"


def read_all(terminal: int) -> str:
    """Everything that comes out of a terminal until its last user has closed it."""
    said = b""
    try:
        while chunk := os.read(terminal, 65536):
            said += chunk
    except OSError:  # how Linux tells it
        pass
    os.close(terminal)
    return said.decode()


# --- streams that are not what they were ----------------------------------------------------------------


@posix_only
def test_that_a_reader_who_has_seen_enough_ends_nothing(deaf_pipe: int) -> None:
    finished = finish(start("check", SAMPLE, stdout=deaf_pipe))
    assert (finished.status, finished.err) == (1, "")


@posix_only
def test_that_an_upload_that_nobody_listens_to_goes_on(
    good_file: Path, signed_in: PracticeServer, deaf_pipe: int
) -> None:
    finished = finish(start("upload", "--json", good_file, stderr=deaf_pipe))
    assert (finished.status, finished.report["successful"]) == (0, 3)


@posix_only
def test_that_a_program_without_streams_does_its_work(good_file: Path, signed_in: PracticeServer) -> None:
    def close_streams() -> None:
        for number in range(3):
            os.close(number)

    process = start("upload", good_file, stdout=None, stderr=None, stdin=None, preexec_fn=close_streams)
    assert finish(process).status == 0
    assert len(signed_in.contacts) == 3


@pytest.mark.only_on("linux")
def test_that_a_result_that_cannot_be_written_is_told_in_another_place(
    good_file: Path, signed_in: PracticeServer
) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        finished = finish(start("upload", "--json", good_file, stdout=full))
    assert finished.status == 0
    *_, why, result = finished.err.splitlines()
    assert "could not be written" in why
    assert '"successful": 3' in result


@pytest.mark.parametrize(("command", "status"), [("check", 2), ("upload", 3)])
def test_that_what_nobody_expected_has_a_status_and_words_of_its_own(
    command: str, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stdout", closed)
    assert main([command, "--json", "nowhere.csv"]) == status
    said = capsys.readouterr().err
    assert "ValueError, terminal.py:" in said
    assert "Traceback" not in said


# --- scripts and code pages -----------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_that_names_in_any_script_can_be_told_anywhere(encoding: str, native_file: Path) -> None:
    finished = finish(start("check", native_file, env={"PYTHONIOENCODING": encoding}), encoding)
    assert (finished.status, finished.err) == (1, "")
    columns = finished.out.splitlines()[1]
    assert r"\u092a\u0942\u0930\u093e \u0928\u093e\u092e" in columns
    assert "phone_number" in columns


def test_that_names_are_told_as_they_are_where_that_can_be(native_file: Path) -> None:
    finished = exogui("check", native_file, env={"PYTHONIOENCODING": "utf-8"})
    assert "फ़ोन → not sent" in finished.out


def test_that_json_is_the_same_under_every_code_page(native_file: Path) -> None:
    said = [
        finish(start("check", "--json", native_file, env={"PYTHONIOENCODING": encoding}), encoding)
        for encoding in ("ascii", "utf-8", "cp1252", "utf-16-le")
    ]
    assert {each.out for each in said} == {said[0].out}
    assert said[0].out.isascii()
    assert list(said[0].report["columns"]) == ["फ़ोन", "phone_number", "पूरा नाम"]
