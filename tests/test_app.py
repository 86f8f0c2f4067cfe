"""What surrounds the window: log, last resort, no display."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from exogui.app import MaskingFormatter, keep_log

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("row +919876543210 failed", "row +…3210 failed"),
        ("'9876543210' and 12345", "'…3210' and 12345"),
        ("to asha.rao@example.in", "to …@example.in"),
        ("<ravi@x.in>", "<…@x.in>"),
        ("port 54321, 1024 rows", "port 54321, 1024 rows"),
    ],
)
def test_that_the_log_holds_no_whole_phone_number_or_address(said: str, written: str) -> None:
    record = logging.LogRecord("exogui", logging.ERROR, __file__, 1, said, None, None)
    assert MaskingFormatter("%(message)s").format(record) == written


def test_that_an_exception_in_the_log_is_masked_too() -> None:
    try:
        int("call 9876543210")
    except ValueError as error:
        information = (type(error), error, error.__traceback__)
    record = logging.LogRecord("exogui", logging.ERROR, __file__, 1, "Unexpected", None, information)
    assert "9876543210" not in MaskingFormatter("%(message)s").format(record)


def test_that_a_folder_nobody_can_write_to_costs_the_log_and_not_the_program(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    try:
        assert keep_log(in_the_way / "logs") == in_the_way / "logs" / "exogui.log"
    finally:
        for handler in set(root.handlers) - set(before):
            root.removeHandler(handler)
            handler.close()
        root.setLevel(level)


@pytest.mark.only_on("linux")
@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":59000"}], ids=["none", "one_that_is_gone"])
def test_that_without_a_display_the_program_says_so_and_does_not_crash(display: dict[str, str]) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, "-m", "exogui"]
    ended = subprocess.run(
        command, cwd=ROOT, env=environment | display, capture_output=True, text=True, check=False, timeout=60
    )
    assert ended.returncode == 2
    assert "exogui check" in ended.stderr
    assert "Traceback" not in ended.stderr


_CLOSED_WHILE_THE_KEYCHAIN_HANGS = """
import sys, threading
from PySide6.QtCore import QTimer
from exogui import app
from exogui.exotel.account_store import AccountStore
from exogui.exotel.accounts import Account
from exogui.exotel.keychain import SystemKeychain
from exogui.gui import program

class ClosedAtOnce(program.Program):
    def __init__(self, *parts):
        super().__init__(*parts)
        self.accounts.fetch_credentials(self.accounts.current)
        QTimer.singleShot(0, self.window.close)

SystemKeychain.load = lambda _keychain, _account_id: threading.Event().wait()
AccountStore().save(Account("Acme", "acme"))
program._PATIENCE_MS = 50
app.Program = ClosedAtOnce
sys.exit(app.main([]))
"""


def test_that_closing_ends_well_though_the_keychain_never_answers() -> None:
    command = [sys.executable, "-c", _CLOSED_WHILE_THE_KEYCHAIN_HANGS]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 0, ended.stderr
    assert "Destroyed" not in ended.stderr
