"""What surrounds the window: last resort, no display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


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
from exogui import app, window_start
from exogui.exotel.account_store import AccountStore
from exogui.exotel.accounts import Account
from exogui.exotel.keychain import SystemKeychain
from exogui.gui import program

class ClosedAtOnce(program.Program):
    def __init__(self, *parts, **more):
        super().__init__(*parts, **more)
        self.accounts.fetch_credentials(self.accounts.current)
        QTimer.singleShot(0, self.window.close)

SystemKeychain.load = lambda _keychain, _account_id: threading.Event().wait()
AccountStore().save(Account("Acme", "acme"))
program._PATIENCE_MS = 50
app.Program = ClosedAtOnce
sys.exit(window_start.main([]))
"""


def test_that_closing_ends_well_though_the_keychain_never_answers() -> None:
    command = [sys.executable, "-c", _CLOSED_WHILE_THE_KEYCHAIN_HANGS]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 0, ended.stderr
    assert "Destroyed" not in ended.stderr


_UNDER_A_POLICY = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from exogui import app
from exogui.gui import program
from exogui.one_window.open_request import OpenRequest
from exogui.policy.faults import PolicyFault
from exogui.policy.policy import Policy
from exogui.policy.reading import PolicyInForce

class Looked(program.Program):
    def __init__(self, *parts, **options):
        super().__init__(*parts, **options)
        QTimer.singleShot(0, self.look)

    def look(self):
        sample = self.window.empty_view.drop_area.sample_button
        print(self.window.message_bar.text, sample.isEnabled(), self._settings.country, self._update_address)
        self.window.close()

app.Program = Looked
policy = Policy(practice_account=False, country="SG", update_address="https://it.acme.example/latest.json")
in_force = PolicyInForce(policy, {}, (PolicyFault("here", "unknown_key", "x"),))
sys.exit(app.stay_open(OpenRequest(), None, Path("exogui.log"), policy=in_force))
"""


def test_that_the_policy_reaches_every_part_of_the_window() -> None:
    command = [sys.executable, "-c", _UNDER_A_POLICY]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 0, ended.stderr
    assert "“x” in here" in ended.stdout
    assert ended.stdout.strip().endswith("False SG https://it.acme.example/latest.json")
