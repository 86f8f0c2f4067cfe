"""The log: bounded, silent about its own trouble, and without secrets or whole phone numbers."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from exogui.log_file import LogFile, MaskingFormatter, keep_log
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Refuse, Respond
from exogui.practice.quirks import Quirks
from exogui.practice.server import PracticeServer

ROOT = Path(__file__).resolve().parent.parent


def written(said: str) -> str:
    record = logging.LogRecord("exogui", logging.ERROR, __file__, 1, said, None, None)
    return MaskingFormatter("%(message)s").format(record)


# --- what is masked ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("row +919876543210 failed", "row +…3210 failed"),
        ("'9876543210' and 12345", "'…3210' and 12345"),
        ("to asha.rao@example.in", "to …@example.in"),
        ("<ravi@x.in>", "<…@x.in>"),
        ("port 54321, 1024 rows", "port 54321, 1024 rows"),
        ("call +91 98765 43210 now", "call +…3210 now"),
        ("call +91-98765-43210 now", "call +…3210 now"),
        ("call (022) 2345-6789 now", "call (…6789 now"),
        ("call +65 8123 4567, then 12", "call +…4567, then 12"),
        ("call +1 (415) 555-2671", "call +…2671"),
        ("call 98.76.54.32.10", "call …3210"),
        ("call 98765\u00a043210", "call …3210"),
        ("call \u202a+91 98765\u201143210\u202c", "call \u202a+…3210\u202c"),
        ("call 9 8 7 6 5 4 3 2 1 0", "call …3210"),
        ("call ९८७६५ ४३२१०", "call …३२१०"),
        ("{'Authorization': 'Basic cHJhY3RpY2U6c2VjcmV0=='}", "{'Authorization': 'Basic …'}"),
        ("Bearer eyJ0.eyJz-dWI_.c2ln is over", "Bearer … is over"),
        ("File 'a.py', line 123, in run, 3 of 456", "File 'a.py', line 123, in run, 3 of 456"),
        ("127.0.0.1:8080 answered 503", "127.0.0.1:8080 answered 503"),
    ],
)
def test_that_the_log_holds_no_whole_phone_number_address_or_sign_in(said: str, left: str) -> None:
    assert written(said) == left


def test_that_the_time_of_a_line_stays_readable() -> None:
    record = logging.LogRecord("exogui", logging.ERROR, __file__, 1, "+91 98765 43210", None, None)
    line = MaskingFormatter("%(asctime)s %(message)s", "%Y-%m-%d %H-%M-%S").format(record)
    assert line == f"{record.asctime} +…3210"
    assert len(record.asctime) == len("2026-11-25 13-21-14")


def test_that_an_exception_in_the_log_is_masked_too() -> None:
    try:
        int("call 98765 43210")
    except ValueError as error:
        information = (type(error), error, error.__traceback__)
    record = logging.LogRecord("exogui", logging.ERROR, __file__, 1, "Unexpected", None, information)
    text = MaskingFormatter("%(message)s").format(record)
    assert "43210" not in text
    assert "…3210" in text


# --- the file ---------------------------------------------------------------------------------------------


def test_that_a_folder_nobody_can_write_to_costs_the_log_and_not_the_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    with keep_log(in_the_way / "logs") as path:
        assert path == in_the_way / "logs" / "exogui.log"
        logging.getLogger("exogui").info("lost")
    assert capsys.readouterr() == ("", "")


def test_that_the_log_stays_small_and_keeps_what_came_last(tmp_path: Path) -> None:
    with keep_log(tmp_path):
        log = logging.getLogger("exogui")
        for number in range(6000):
            log.info("%d %s", number, "x" * 1000)
    files = sorted(tmp_path.iterdir())
    assert [path.name for path in files] == ["exogui.log", *(f"exogui.log.{n}" for n in (1, 2, 3))]
    assert sum(path.stat().st_size for path in files) < 4_100_000
    assert " 5999 " in files[0].read_text()


def test_that_a_file_that_cannot_be_put_aside_is_written_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in (2, 3):
        (tmp_path / f"exogui.log.{number}" / "in-the-way").mkdir(parents=True)
    with keep_log(tmp_path) as path:
        for number in range(1100):
            logging.getLogger("exogui").info("%d %s", number, "x" * 1000)
    assert " 1099 " in path.read_text()
    assert capsys.readouterr() == ("", "")


def test_that_what_was_before_is_there_again_afterwards(tmp_path: Path) -> None:
    root = logging.getLogger()
    before = (root.level, list(root.handlers))
    with keep_log(tmp_path):
        assert any(isinstance(handler, LogFile) for handler in root.handlers)
    assert (root.level, root.handlers) == before


# --- a whole upload ---------------------------------------------------------------------------------------


REFUSED = "+919999900017"
"""A number that the practice account refuses, though it looks right."""


class MarkedServer(PracticeServer):
    api_key = "marked-key-8f3a1c"
    api_token = "marked-token-77c1d9"


def test_that_an_upload_by_command_leaves_no_secret_and_no_number_behind(
    private_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contacts = tmp_path / "contacts.csv"
    numbers = [f"+9198765432{n:02}" for n in range(20)] + [REFUSED]
    contacts.write_text("Mobile,First Name\n" + "".join(f"{number},Asha\n" for number in numbers))
    with MarkedServer(processing_seconds=0, quirks=Quirks(bearer_only=True)) as server:
        echo = f"{server.api_key} {server.api_token} {' '.join(numbers)}"
        server.faults.add(Endpoint.STATUS, Refuse(404, echo), times=1)
        server.faults.add(Endpoint.ERRORS, Respond(503, echo), times=1)
        for name, value in {
            "EXOGUI_ACCOUNT_SID": server.account_sid,
            "EXOGUI_API_KEY": server.api_key,
            "EXOGUI_API_TOKEN": server.api_token,
            "EXOGUI_BASE_URL": server.base_url,
        }.items():
            monkeypatch.setenv(name, value)
        command = [sys.executable, "-m", "exogui", "upload", str(contacts)]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
        tokens = {(request.header("Authorization") or "x ").split(" ")[1] for request in server.requests}
    assert ended.returncode == 1, ended.stderr
    [log] = private_home.rglob("exogui-upload.log")
    assert "upload_not_found" in log.read_text()
    left = {path.name: path.read_bytes() for path in private_home.rglob("*") if path.is_file()}
    for secret in (server.api_key, server.api_token, *filter(None, tokens)):
        assert not [name for name, content in left.items() if secret.encode() in content]
        assert secret not in ended.stdout + ended.stderr
    for number in numbers:  # the record of uploads keeps refused rows, and nobody keeps the others
        places = [name for name, content in left.items() if number[3:].encode() in content]
        assert places == (["uploads.sqlite3"] if number == REFUSED else [])
