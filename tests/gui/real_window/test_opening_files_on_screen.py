"""Every way in which a file gets into the window, and what is said when it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.gui.real_window.conftest import DropFiles, StartProgram, WriteFile

pytestmark = pytest.mark.only_on("linux")

GOOD, OTHER = "+919876543210", "+6581234567"


def test_that_a_file_is_opened_by_typing_its_name_into_the_dialog(
    start_program: StartProgram, write_file: WriteFile, private_home: Path
) -> None:
    # Where the dialog begins: in another folder, Qt's own dialog needs a moment that nobody can wait for.
    write_file(f"{GOOD},Asha,,").rename(private_home / "leads.csv")
    window = start_program()
    window.press_keys("ctrl+o")
    window.see("open_dialog")
    window.wait_for_focus("fileNameEdit")
    window.type("leads.csv")
    window.wait_for_text("fileNameEdit", "leads.csv")
    window.take_picture("open-dialog")
    window.press_keys("Return")
    window.wait_until(lambda: window.cell(0, 0).text == GOOD, "the file is open")
    window.wait_for_text("upload", "Add an account to upload")
    window.take_picture("without-account")
    assert window.quit() == (0, "")


def test_that_a_file_named_on_the_command_line_is_open_and_next_time_a_click_away(
    start_program: StartProgram, write_file: WriteFile
) -> None:
    path = write_file(f"{GOOD},Asha,,", f"{OTHER},Mei,,")
    first = start_program(path)
    first.wait_until(lambda: first.cell(1, 0).text == OTHER, "the file is open")
    assert first.quit() == (0, "")

    again = start_program()
    again.click("recent_0")
    again.wait_until(lambda: again.cell(1, 0).text == OTHER, "the file is open")
    assert again.quit() == (0, "")


def test_that_of_several_files_the_first_is_opened_and_the_others_are_named(
    start_program: StartProgram, write_file: WriteFile
) -> None:
    first, second = write_file(f"{GOOD},Asha,,"), write_file(f"{OTHER},Mei,,", name="second.csv")
    window = start_program(first, second)
    window.wait_until(lambda: window.cell(0, 0).text == GOOD, "the first file is open")
    window.wait_for_part("message_bar/message_text", "Not opened: second.csv")
    assert window.quit() == (0, "")


def test_that_another_file_takes_the_place_of_the_first_unless_changes_would_be_lost(
    start_program: StartProgram, drop_files: DropFiles, write_file: WriteFile
) -> None:
    window = start_program(write_file(f"{GOOD},Asha,,"))
    window.click_sight(window.cell(0, 1), times=2)
    window.wait_for_focus("cell_editor")
    window.press_keys("ctrl+a")
    window.type("Usha")
    window.press_keys("Return")
    window.wait_until(lambda: window.cell(0, 1).text == "Usha", "the cell is changed")

    table = window.see("contact_table")
    assert table.place is not None
    drop_files(table.place, write_file(f"{OTHER},Mei,,", name="second.csv"))
    window.see("message_second_file_take_out")
    window.take_picture("second-file")
    window.click("message_second_file_open")
    window.see("message_forget_changes")
    window.take_picture("unsaved")
    assert window.cell(0, 1).text == "Usha"
    window.click("message_forget_changes")
    window.wait_until(lambda: window.cell(0, 1).text == "Mei", "the other file is open")
    assert window.quit() == (0, "")


def test_that_what_is_no_single_file_is_refused_in_words_where_it_is_dropped(
    start_program: StartProgram, drop_files: DropFiles, write_file: WriteFile, tmp_path: Path
) -> None:
    one, two = (write_file(f"{GOOD},Asha,,", name=name) for name in ("one.csv", "two.csv"))
    window = start_program()
    area = window.see("drop_area")
    assert area.place is not None
    for files, said in (
        ((one, two), "One file at a time"),
        ((tmp_path,), "That is a folder"),
        ((tmp_path / "gone.csv",), "not there any more"),
    ):
        drop_files(area.place, *files)
        window.wait_for_part("drop_hint", said)
    window.take_picture("refused-drop")
    assert window.quit() == (0, "")


def test_that_a_file_that_holds_no_contacts_is_said_and_the_window_stays(
    start_program: StartProgram, tmp_path: Path
) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    window = start_program(path)
    window.wait_for_part("message_bar/message_text", "letter.pdf")
    window.take_picture("wrong-file")
    window.click("dismiss_message")
    window.wait_until(lambda: window.find("message_bar") is None, "the message is gone")
    assert window.find("drop_area") is not None
    assert window.quit() == (0, "")
