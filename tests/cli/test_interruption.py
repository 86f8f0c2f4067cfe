"""Ctrl+C and a polite kill, at every stage: the command ends at once and says what became of the rows."""

from __future__ import annotations

import contextlib
import json
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from exogui.cli.interruption import Interruption
from exogui.cli.sign_in import NoAccount
from exogui.cli.terminal import Terminal
from exogui.cli.upload import upload
from exogui.cli.upload_request import UploadRequest
from exogui.exotel.account_store import AccountStore
from exogui.exotel.accounts import Account
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Refuse, Stage, Stall, TooManyRequests
from exogui.practice.server import PracticeServer
from tests.cli.command_line import finish, start
from tests.cli.conftest import SignIn, WriteFile

pytestmark = pytest.mark.only_on("linux", "darwin")  # Windows sends no signals to one process alone

POLITE = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
every_signal = pytest.mark.parametrize("number", POLITE, ids=lambda number: number.name)


@pytest.fixture
def places(private_home: Path) -> Path:
    """Where the commands of a test put the files they send."""
    return private_home / "data" / "exogui" / "uploads"


def stopped(process: subprocess.Popen[bytes], number: signal.Signals, status: int, state: str) -> Any:
    """Send a signal; gives the object that the command prints nevertheless."""
    process.send_signal(number)
    finished = finish(process)
    assert "Traceback" not in finished.err
    report = finished.report
    assert (finished.status, report["state"]) == (status, state)
    assert report["message"]
    return report


def read_until(process: subprocess.Popen[bytes], words: bytes) -> None:
    """Read standard error up to the line with these words."""
    assert process.stderr
    for line in process.stderr:
        if words in line:
            return
    pytest.fail(f"never said: {words!r}")


# --- before the file goes out ---------------------------------------------------------------------------


@pytest.fixture
def silent_keychain(private_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """A session bus that takes calls and answers none, as a keychain does while it waits for a password."""
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(private_home / "bus"))
    listener.listen()
    listener.settimeout(30)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={private_home / 'bus'}")
    yield listener
    listener.close()


@pytest.mark.only_on("linux")
@every_signal
def test_that_nothing_is_sent_when_the_keychain_keeps_one_waiting(
    number: signal.Signals, good_file: Path, silent_keychain: socket.socket
) -> None:
    AccountStore().save(Account("Acme", "acme"))
    process = start("upload", "--json", "--account", "Acme", good_file)
    connection, _ = silent_keychain.accept()
    with connection:
        report = stopped(process, number, 2, "cancelled")
    assert (report["sent"], report["not_sent"], report["uploads"]) == (0, 3, [])


def test_that_an_interrupt_that_a_library_took_for_trouble_of_its_own_still_stops(
    good_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    @contextlib.contextmanager
    def troubled(_choice: object, _say: object) -> Iterator[None]:
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt as swallowed:
            raise NoAccount("no keychain") from swallowed
        yield

    monkeypatch.setattr("exogui.cli.upload.sign_in", troubled)
    assert upload(UploadRequest(good_file, as_json=True), Terminal()) == 2
    assert json.loads(capsys.readouterr().out)["state"] == "cancelled"


# --- while it goes out ----------------------------------------------------------------------------------


def test_that_a_file_that_did_not_go_out_whole_is_not_sent(
    write_file: WriteFile, signed_in: PracticeServer, places: Path
) -> None:
    company = "x" * 240
    path = write_file(
        "phone_number,company\n" + "".join(f"+9198765{n:05},{company}\n" for n in range(35_000))
    )
    signed_in.faults.add(Endpoint.UPLOAD, Stall(Stage.BEFORE_BODY))
    process = start("upload", "--json", path)
    assert signed_in.faults.wait_until_stalled(timeout=30)
    report = stopped(process, signal.SIGINT, 2, "cancelled")
    assert (report["sent"], report["not_sent"]) == (0, 35_000)
    assert list(places.iterdir()) == []


@every_signal
def test_that_a_file_whose_answer_is_not_there_yet_is_unknown(
    number: signal.Signals, good_file: Path, signed_in: PracticeServer, places: Path
) -> None:
    signed_in.faults.add(Endpoint.UPLOAD, Stall(Stage.BEFORE_ANSWER))
    process = start("upload", "--json", good_file)
    assert signed_in.faults.wait_until_stalled(timeout=30)
    report = stopped(process, number, 3, "unknown")
    assert (report["unknown"], report["uploads"][0]["upload_id"]) == (3, None)
    assert len(signed_in.requests) == 1
    assert f"exogui resume {report['job_id'][:8]} --again" in report["message"]
    assert (places / report["job_id"]).is_dir()


def test_that_a_pause_that_exotel_asked_for_can_be_cut_short(
    good_file: Path, signed_in: PracticeServer
) -> None:
    signed_in.faults.add(Endpoint.UPLOAD, TooManyRequests("300"))
    process = start("upload", "--json", good_file)
    read_until(process, b"Waiting 300 s")
    report = stopped(process, signal.SIGINT, 2, "cancelled")
    assert report["sent"] == 0


def test_that_what_did_not_go_out_between_two_parts_can_be_gone_on_with(
    write_file: WriteFile, slow_server: PracticeServer, sign_in: SignIn
) -> None:
    sign_in(slow_server)
    path = write_file(
        "phone_number\n" + "".join(f"+9198765{n:05}\n" for n in range(50_000)) + "+6591234567\n"
    )
    slow_server.faults.add(Endpoint.UPLOAD, TooManyRequests("300"), after=1)
    process = start("upload", "--json", "--only-ready", path)
    read_until(process, b"Waiting 300 s")
    report = stopped(process, signal.SIGTERM, 3, "cancelled")
    assert (report["sent"], report["in_flight"], report["waiting"]) == (50_000, 50_000, 1)
    assert f"exogui resume {report['job_id'][:8]} --send" in report["message"]
    slow_server.faults.clear()
    resuming = start("resume", "--json", "--send")
    assert len(slow_server.wait_for_requests(Endpoint.UPLOAD, 3, timeout=30)) == 3  # one of them refused
    slow_server.finish_processing()
    finished = finish(resuming)
    [job] = finished.report["jobs"]
    assert (finished.status, job["state"], job["sent"]) == (0, "completed", 50_001)
    assert [upload.total_records for upload in slow_server.uploads] == [50_000, 1]


# --- when Exotel has it ---------------------------------------------------------------------------------


@every_signal
def test_that_exotel_goes_on_when_one_stops_watching(
    number: signal.Signals, good_file: Path, slow_server: PracticeServer, sign_in: SignIn
) -> None:
    sign_in(slow_server)
    process = start("upload", "--json", good_file)
    assert slow_server.wait_for_requests(Endpoint.STATUS, timeout=30)
    report = stopped(process, number, 3, "cancelled")
    [upload] = slow_server.uploads
    assert (report["sent"], report["in_flight"], report["unknown"]) == (3, 3, 0)
    assert report["uploads"][0]["upload_id"] == upload.upload_id
    assert "Exotel has the file" in report["message"]
    assert upload.upload_id in report["message"]
    assert f"exogui resume {report['job_id'][:8]}" in report["message"]


def test_that_impatience_does_not_cost_the_report(
    good_file: Path, slow_server: PracticeServer, sign_in: SignIn
) -> None:
    sign_in(slow_server)
    process = start("upload", "--json", good_file)
    assert slow_server.wait_for_requests(Endpoint.STATUS, timeout=30)
    for number in POLITE * 3:
        process.send_signal(number)
    stopped(process, signal.SIGINT, 3, "cancelled")


def test_that_counts_are_kept_when_one_does_not_wait_for_the_refused_rows(
    mixed_file: Path, signed_in: PracticeServer
) -> None:
    signed_in.faults.add(Endpoint.ERRORS, Refuse(503, retry_after="300"))
    process = start("upload", "--json", "--only-ready", mixed_file)
    read_until(process, b"Waiting 300 s")
    report = stopped(process, signal.SIGTERM, 1, "cancelled")
    assert (report["successful"], report["failed"], report["unknown"]) == (2, 1, 0)
    assert (report["refused"], report["balanced"]) == ([], False)
    assert "before the refused rows were fetched" in report["message"]
    assert f"exogui resume {report['job_id'][:8]}" in report["message"]


def test_that_the_practice_account_can_be_stopped_as_well(good_file: Path) -> None:
    process = start("upload", "--json", "--practice", good_file)
    read_until(process, b"processing")
    stopped(process, signal.SIGTERM, 3, "cancelled")


def test_that_what_was_to_be_ignored_is_ignored(
    good_file: Path, slow_server: PracticeServer, sign_in: SignIn
) -> None:
    def as_nohup_does() -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    sign_in(slow_server)
    process = start("upload", "--json", good_file, preexec_fn=as_nohup_does)
    assert slow_server.wait_for_requests(Endpoint.STATUS, timeout=30)
    process.send_signal(signal.SIGHUP)
    slow_server.finish_processing()
    finished = finish(process)
    assert (finished.status, finished.report["state"]) == (0, "completed")


# --- the context itself ---------------------------------------------------------------------------------


def test_that_a_signal_interrupts_until_it_has_another_use() -> None:
    calls: list[str] = []
    with Interruption() as interruption:
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)
        interruption.calls(lambda: calls.append("stop"))
        signal.raise_signal(signal.SIGTERM)
        signal.raise_signal(signal.SIGINT)
    assert calls == ["stop", "stop"]


def test_that_afterwards_signals_do_what_they_did_before() -> None:
    before = [signal.getsignal(number) for number in POLITE]
    with Interruption():
        pass
    assert [signal.getsignal(number) for number in POLITE] == before


@pytest.mark.only_on("linux")
def test_that_checking_can_be_interrupted_too(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_bytes(b"phone_number\n" + b"N/A\n" * 2_000_000)
    process = start("check", path)
    wait_until_reading(process, path)
    process.send_signal(signal.SIGINT)
    finished = finish(process)
    assert (finished.status, finished.out, finished.err) == (130, "", "Stopped.\n")


def wait_until_reading(process: subprocess.Popen[bytes], path: Path) -> None:
    """Until a process has a file open."""
    reading = False
    while not reading:
        assert process.poll() is None
        with contextlib.suppress(FileNotFoundError):  # closed meanwhile
            descriptors = Path(f"/proc/{process.pid}/fd").iterdir()
            reading = any(descriptor.readlink() == path for descriptor in descriptors)
