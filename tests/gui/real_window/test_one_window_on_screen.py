"""A second start, as from the desktop's file manager: the window that is there opens the file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.gui.real_window.conftest import StartProgram, WriteFile
from tests.gui.real_window.program_window import environment_of
from tests.gui.real_window.x_display import PATIENCE_SECONDS, XDisplay

pytestmark = pytest.mark.only_on("linux")

GOOD, OTHER = "+919876543210", "+6581234567"


def open_with_exogui(display: XDisplay, path: Path) -> None:
    """Start the program with a file, by its name alone, and wait until it has ended well."""
    command = [sys.executable, "-m", "exogui", path.name]
    environment = {**environment_of(display), "DESKTOP_STARTUP_ID": "files/exogui/1-0-here_TIME1"}
    ended = subprocess.run(
        command, cwd=path.parent, env=environment, capture_output=True, check=False, timeout=PATIENCE_SECONDS
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"", b"")


def test_that_a_second_start_opens_its_file_in_the_first_window(
    start_program: StartProgram, display: XDisplay, write_file: WriteFile
) -> None:
    window = start_program()
    open_with_exogui(display, write_file(f"{GOOD},Asha,,"))
    window.wait_until(lambda: window.cell(0, 0).text == GOOD, "the file is open")
    open_with_exogui(display, write_file(f"{OTHER},Mei,,", name="second.csv"))
    window.wait_until(lambda: window.cell(0, 0).text == OTHER, "the second file is open")
    assert window.quit() == (0, "")


def test_that_a_file_that_comes_while_a_dialog_is_open_follows_it(
    start_program: StartProgram, display: XDisplay, write_file: WriteFile
) -> None:
    window = start_program()
    window.press_keys("ctrl+o")
    window.see("open_dialog")
    open_with_exogui(display, write_file(f"{GOOD},Asha,,"))
    window.wait_for_text("message_text", "leads.csv is opened as soon as the dialog is closed.")
    window.take_picture("waits-for-the-dialog")
    window.press_keys("Escape")
    window.wait_until(lambda: window.cell(0, 0).text == GOOD, "the file is open")
    assert window.quit() == (0, "")


def test_that_beside_a_window_that_hangs_another_one_opens_the_file(
    start_program: StartProgram, display: XDisplay, write_file: WriteFile
) -> None:
    path = write_file(f"{GOOD},Asha,,")
    hanging = start_program()
    open_with_exogui(display, path)
    hanging.hang()
    window = start_program(path)
    window.wait_until(lambda: window.cell(0, 0).text == GOOD, "the file is open")
    assert window.quit() == (0, "")
