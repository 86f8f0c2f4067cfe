"""Where the program may write nothing down, the main job is done all the same, and that is said."""

from __future__ import annotations

import pytest

from tests.gui.real_window.conftest import StartProgram, WriteFile

pytestmark = pytest.mark.only_on("linux")

FOLDERS = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
NOWHERE = dict.fromkeys(FOLDERS, "/proc/nowhere")
"""A folder that cannot be made, not even by root."""


def test_that_a_list_is_sent_from_a_profile_that_cannot_be_written_to(
    start_program: StartProgram, write_file: WriteFile
) -> None:
    window = start_program("--practice", write_file("+919876543210,Asha,,", "+6581234567,Mei,,"), **NOWHERE)
    window.wait_for_text("upload", "Upload 2 contacts")
    window.wait_for_part("message_bar/message_text", "may not write its record of uploads")
    window.take_picture("review")
    window.click("upload")
    window.see("result_view")
    window.take_picture("result")
    assert window.text("result_title") == "leads.csv: all 2 contacts are in Exotel"
    window.press_keys("ctrl+w")
    window.see("drop_area")
    window.wait_for_part("message_bar/message_text", "may not write its record of uploads")
    status, said = window.quit()
    assert status == 0
    assert said == ""


def test_that_a_list_is_sent_from_a_folder_with_any_name(
    start_program: StartProgram, write_file: WriteFile
) -> None:
    path = write_file("+919876543210,Asha,,", name="कल की सूची & ünï (1).csv")
    window = start_program("--practice", path)
    window.wait_for_text("upload", "Upload 1 contact")
    window.click("upload")
    window.see("result_view")
    assert path.name in window.text("result_title")
    assert window.quit() == (0, "")
