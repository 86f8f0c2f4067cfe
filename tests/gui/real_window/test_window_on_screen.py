"""The window on a screen: its end, its menus, its scale."""

from __future__ import annotations

import configparser
from pathlib import Path

import pytest

from exogui.resources import resource_path
from tests.gui.real_window.conftest import DropFiles, StartProgram, WriteFile

pytestmark = pytest.mark.only_on("linux")

GOOD = "+919876543210"
DESKTOP_ENTRY = Path(__file__).parents[3] / "packaging" / "linux" / "io.github.exogui.exogui.desktop"
SAMPLE = resource_path("samples/contacts.csv")


def test_that_the_cross_ends_the_program(start_program: StartProgram) -> None:
    window = start_program()
    window.press_cross()
    assert window.wait_for_end() == (0, "")


def test_that_the_cross_asks_while_an_upload_is_under_way(start_program: StartProgram) -> None:
    window = start_program("--practice", SAMPLE)
    window.wait_for_text("upload", "Upload 45 contacts")
    window.click("upload")
    window.see("upload_panel")
    window.press_cross()
    window.see("closing_question")
    window.take_picture("closing")
    window.wait_for_part("closing_question", "Exotel has taken the file")  # as soon as that is so
    window.press_keys("Escape")
    window.wait_until(lambda: window.find("closing_question") is None, "the question is gone")
    assert window.find("upload_panel") is not None

    window.press_cross()
    window.click("close_anyway")
    assert window.wait_for_end() == (0, "")


def test_that_desktops_find_the_desktop_entry_of_the_window(start_program: StartProgram) -> None:
    entry = configparser.RawConfigParser()
    entry.read(DESKTOP_ENTRY, encoding="utf-8")
    window = start_program()
    assert window.window_class == entry["Desktop Entry"]["StartupWMClass"]
    assert window.quit() == (0, "")


def test_that_a_click_on_a_header_opens_its_menu_and_another_maps_the_column(
    start_program: StartProgram, write_file: WriteFile
) -> None:
    window = start_program("--practice", write_file(f"{GOOD},Asha,,called"))
    window.wait_for_text("upload", "Upload 1 contact")
    assert window.column(3).text == "Remarks"
    window.click_sight(window.column(3))
    choice = window.menu_item("mapping_menu", "map_to_custom_field_1")
    window.take_picture("menu")
    window.click_sight(choice)
    window.wait_until(lambda: window.column(3).text == "custom field 1", "the column is mapped")
    window.press_keys("ctrl+z")
    window.wait_until(lambda: window.column(3).text == "Remarks", "it is as it was")
    assert window.quit() == (0, "")


def test_that_at_twice_the_scale_everything_is_twice_as_large_and_where_it_is_clicked(
    start_program: StartProgram, drop_files: DropFiles, write_file: WriteFile
) -> None:
    window = start_program("--practice", QT_SCALE_FACTOR="2")
    area = window.see("main_window")
    assert area.place is not None
    assert area.place[2:] == (2560, 1600)
    drop_files(area.place, write_file(f"{GOOD},Asha,,", "9876543211,Mei,,"))
    window.wait_for_text("upload", "Upload 1 contact")
    window.take_picture("twice-as-large")
    window.click("problem_no_country_code_repair")
    window.wait_for_text("upload", "Upload 2 contacts")
    window.press_keys("ctrl+q")  # asks, because of the repair
    window.click("message_forget_changes")
    assert window.wait_for_end() == (0, "")
