"""The line that says what is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from exogui.gui.widgets.file_summary import FileSummary


def test_that_a_short_name_takes_no_more_room_than_it_needs_after_a_long_one(
    show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    line = FileSummary()
    line.resize(1_000, 40)
    show(line)
    line.set_file("contacts_of_all_regions_november.csv", "20 rows")
    qtbot.waitUntil(lambda: line.name_label.width() > 200)
    line.set_file("a.csv", "20 rows")

    qtbot.waitUntil(lambda: line.name_label.width() < 80)


def test_that_how_many_rows_there_are_changes_while_the_name_stays(
    show: Callable[[QWidget], None],
) -> None:
    line = FileSummary()
    show(line)
    line.set_file("a.csv", "20 rows", changeable=True)
    line.set_description("19 rows, 1 taken out")

    description = line.findChild(QLabel, "file_description")
    assert description is not None
    assert (line.name_label.text(), description.text()) == ("a.csv", "19 rows, 1 taken out")
    assert line.change_button.isVisible()
