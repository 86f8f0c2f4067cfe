"""The main job with a real mouse and a real keyboard, from a file dragged out of another program."""

from __future__ import annotations

import pytest

from tests.gui.real_window.conftest import DropFiles, StartProgram, WriteFile

pytestmark = pytest.mark.only_on("linux")

GOOD, OTHER = "+919876543210", "+6581234567"


def test_that_a_dropped_list_is_mended_and_sent_and_its_refused_row_comes_back(
    start_program: StartProgram, drop_files: DropFiles, write_file: WriteFile
) -> None:
    path = write_file(
        f"{GOOD},Asha,asha@bounces.example,x",  # the practice account takes no mail there
        "12,Ravi,,y",
        "9876543211,Mei,,z",
        "9876543212,Anil,,z",
        f"{OTHER},Siti,,z",
    )
    as_it_was = path.read_bytes()
    window = start_program("--practice")
    window.take_picture("empty")

    area = window.see("drop_area")
    assert area.place is not None
    drop_files(area.place, path)
    window.wait_for_text("upload", "Upload 2 contacts")
    assert window.cell(0, 0).rows == 5
    window.take_picture("review")

    window.press_keys("F8")
    window.wait_until(lambda: window.cell(1, 0).current, "the first problem is the current cell")
    window.type("+919876543213")
    window.take_picture("typing")
    window.press_keys("Return")
    window.wait_for_text("upload", "Upload 3 contacts")
    assert window.cell(1, 0).text == "+919876543213"

    window.wait_for_text("problem_no_country_code_repair", "Add +91 to 2")
    window.click("problem_no_country_code_repair")
    window.wait_for_text("upload", "Upload 5 contacts")
    assert [window.cell(row, 0).text for row in (2, 3)] == ["+919876543211", "+919876543212"]
    window.take_picture("mended")

    window.click("upload")
    window.see("upload_panel")
    window.wait_for_focus("contact_table")
    window.take_picture("sending")
    window.see("result_view")
    window.take_picture("result")
    assert window.text("result_title") == "leads.csv: 4 of 5 contacts are in Exotel"
    assert window.text("fix_rows") == "Fix this 1 row"

    window.click("fix_rows")
    window.wait_until(lambda: window.cell(0, 2).rows == 1, "only the refused row is there")
    assert window.cell(0, 2).text == "asha@bounces.example"
    window.take_picture("fix")
    assert window.quit() == (0, "")
    assert path.read_bytes() == as_it_was
