"""The whole job without a mouse."""

from __future__ import annotations

import pytest

from tests.gui.real_window.conftest import StartProgram
from tests.gui.real_window.program_window import ProgramWindow

pytestmark = pytest.mark.only_on("linux")

MOST_STOPS = 40
"""Nothing in the window may be further away than so many presses of Tab."""


def tab_to(window: ProgramWindow, name: str) -> None:
    """Press Tab until ``name`` has the focus."""
    for _ in range(MOST_STOPS):
        before = window.focus
        if before == name:
            return
        window.press_keys("Tab")
        window.wait_until(lambda before=before: window.focus != before, f"Tab leaves {before}")  # type: ignore[misc]
    pytest.fail(f"Tab does not reach {name}")


def test_that_the_sample_is_mended_sent_and_sent_again_by_keyboard_alone(start_program: StartProgram) -> None:
    window = start_program()
    tab_to(window, "try_sample")
    window.take_picture("empty-focus")
    window.press_keys("space")
    window.wait_for_text("upload", "Upload 45 contacts")
    assert window.find("practice_band") is not None

    window.press_keys("F8")
    window.wait_until(lambda: window.cell(2, 0).current, "the first problem is the current cell")
    window.type("+919876543212")
    window.press_keys("Return")
    window.wait_for_text("upload", "Upload 46 contacts")
    window.press_keys("ctrl+z")
    window.wait_for_text("upload", "Upload 45 contacts")
    window.press_keys("ctrl+shift+z")
    window.wait_for_text("upload", "Upload 46 contacts")

    tab_to(window, "problem_no_country_code_repair")
    window.take_picture("repair-focus")
    window.press_keys("space")
    window.wait_for_text("upload", "Upload 51 contacts")
    window.press_keys("ctrl+f")
    window.type("Shalini")
    window.wait_until(lambda: window.cell(0, 1).rows == 1, "only the row looked for is there")
    assert window.cell(0, 0).text == "+919876543236"
    window.press_keys("Escape")
    window.wait_until(lambda: window.cell(0, 0).rows == 61, "all rows are there again")

    window.press_keys("ctrl+Return")
    window.see("upload_panel")
    window.take_picture("sending-focus")
    window.see("result_view")
    window.take_picture("result-focus")
    tab_to(window, "fix_rows")
    refused = int(window.text("fix_rows").split()[2])
    window.press_keys("space")
    window.wait_until(lambda: window.cell(0, 0).rows == refused, "only the refused rows are there")
    window.press_keys("ctrl+w")
    window.see("recents")
    window.take_picture("recent")
    assert window.quit() == (0, "")
