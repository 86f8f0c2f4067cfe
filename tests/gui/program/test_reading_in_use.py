"""Reading a file in another way, from the link beside its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot
from xlsxwriter import Workbook

from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable
from exogui.gui.dialogs.reading_dialog import ReadingDialog
from exogui.gui.program import Program
from tests.contacts.refused_of import refused_of
from tests.gui.program.conftest import WriteFile, open_and_wait

GOOD, OTHER = "+919876543210", "+6581234567"
Left = Qt.MouseButton.LeftButton


def table_of(program: Program) -> ContactTable:
    table = program.window.table_model.table
    assert table is not None
    return table


def shown_rows(program: Program) -> list[list[str]]:
    rows = program.window.filter_model
    return [
        [str(rows.index(row, column).data()) for column in range(rows.columnCount(QModelIndex()))]
        for row in range(rows.rowCount(QModelIndex()))
    ]


def open_dialog(program: Program, qtbot: QtBot) -> ReadingDialog:
    """Press the link and wait until the dialog knows the file."""
    qtbot.mouseClick(program.window.review_view.summary.change_button, Left)
    dialog = program.window.findChild(ReadingDialog, "reading_dialog")
    assert isinstance(dialog, ReadingDialog)
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and dialog.rows_model.row_count() > 0)
    qtbot.waitUntil(lambda: not program.workbench.rereading.busy)
    return dialog


def wait_for_reading(program: Program, qtbot: QtBot, before: ContactTable) -> None:
    qtbot.waitUntil(lambda: table_of(program) is not before and not program.workbench.rereading.busy)


def click_row(dialog: ReadingDialog, qtbot: QtBot, row: int) -> None:
    place = dialog.rows.visualRect(dialog.rows_model.index(row, 1)).center()
    qtbot.mouseClick(dialog.rows.viewport(), Left, pos=place)


def test_that_the_table_follows_another_header_row_at_once(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file("Reach on,Who", f"{GOOD},Asha", header="Phone,Name"))
    before = table_of(program)
    dialog = open_dialog(program, qtbot)
    assert dialog.rows_model.header_row == 0

    click_row(dialog, qtbot, 1)
    wait_for_reading(program, qtbot, before)

    assert shown_rows(program) == [[GOOD, "Asha"]]
    assert table_of(program).header == ("Reach on", "Who")
    assert dialog.rows_model.header_row == 1
    assert "header in line 2" in dialog.status
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert shown_rows(program) == [[GOOD, "Asha"]]


def test_that_cancelling_brings_the_table_back_with_all_that_was_done_to_it(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file(f"{GOOD},Asha,,x"))
    before, rows = table_of(program), program.window.filter_model
    rows.setData(rows.index(0, 1), "Asha Rao")
    dialog = open_dialog(program, qtbot)
    assert "Cancel brings them back" in dialog.message.text

    dialog.no_header.click()
    wait_for_reading(program, qtbot, before)
    assert len(shown_rows(program)) == 2
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert shown_rows(program) == [[GOOD, "Asha Rao", "", "x"]]
    assert program.window.commands.undo.isEnabled()
    program.window.commands.undo.trigger()
    assert shown_rows(program) == [[GOOD, "Asha", "", "x"]]


def test_that_names_are_put_right_by_another_encoding(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "leads.csv"
    path.write_bytes(f"Phone,Name\n{GOOD},Łukasz Wójcik\n".encode("cp1250"))
    open_and_wait(program, qtbot, path)
    assert shown_rows(program)[0][1] == "£ukasz Wójcik"
    bar = program.window.message_bar
    assert "Check whether a few names look right" in bar.text

    before = table_of(program)
    qtbot.mouseClick(bar.buttons[0], Left)
    dialog = program.window.findChild(ReadingDialog, "reading_dialog")
    assert isinstance(dialog, ReadingDialog)
    qtbot.waitUntil(lambda: bool(dialog.encodings.choices) and not program.workbench.rereading.busy)
    assert dialog.focusWidget() is dialog.encodings.button("cp1252"), "there is something to answer"
    samples = {choice.value: choice.detail for choice in dialog.encodings.choices}
    assert samples["cp1250"] == "Łukasz Wójcik"
    assert dialog.encodings.value == "cp1252"
    qtbot.mouseClick(dialog.encodings.button("cp1250"), Left)
    wait_for_reading(program, qtbot, before)

    assert shown_rows(program)[0][1] == "Łukasz Wójcik"


def test_that_another_sheet_of_a_workbook_is_read(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "leads.xlsx"
    with Workbook(path) as workbook:
        for name, number in (("May", GOOD), ("June", OTHER)):
            sheet = workbook.add_worksheet(name)
            sheet.write_row(0, 0, ["Phone", "Name"])
            sheet.write_row(1, 0, [number, "Asha"])
    open_and_wait(program, qtbot, path)
    before = table_of(program)
    dialog = open_dialog(program, qtbot)
    assert [(choice.value, choice.detail) for choice in dialog.sheets.choices] == [
        ("May", "2 rows"),
        ("June", "2 rows"),
    ]

    dialog.sheets.button("May").setFocus()
    qtbot.keyClick(dialog.sheets.button("May"), Qt.Key.Key_Down)
    wait_for_reading(program, qtbot, before)

    assert shown_rows(program) == [[OTHER, "Asha"]]
    assert table_of(program).source.sheet == "June"


def test_that_another_separator_is_used(program: Program, qtbot: QtBot, write_file: WriteFile) -> None:
    path = write_file(f"{GOOD};Rao, Asha;x", f"{OTHER};Lim, Mei;y", header="Phone;Name, first;Tag")
    open_and_wait(program, qtbot, path)
    before = table_of(program)
    dialog = open_dialog(program, qtbot)
    qtbot.mouseClick(dialog.separator.segment("comma"), Left)
    wait_for_reading(program, qtbot, before)
    assert table_of(program).header == ("Phone;Name", " first;Tag")

    qtbot.mouseClick(dialog.separator.segment("semicolon"), Left)
    qtbot.waitUntil(lambda: table_of(program).column_count == 3 and not program.workbench.rereading.busy)
    assert table_of(program).mapping[0] is Field.PHONE_NUMBER


def test_that_the_latest_of_several_wishes_counts(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    lines = [f"+9198765{number:05},Asha,," for number in range(5_000)]
    open_and_wait(program, qtbot, write_file(*lines))
    dialog = open_dialog(program, qtbot)
    for name in ("semicolon", "tab", "bar", "comma"):
        qtbot.mouseClick(dialog.separator.segment(name), Left)
    dialog.no_header.click()
    qtbot.waitUntil(lambda: not program.workbench.rereading.busy and table_of(program).row_count == 5_001)

    assert table_of(program).source.delimiter == ","
    assert "no header" in dialog.status


def test_that_a_file_that_is_gone_is_said_and_the_table_stays(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    path = write_file(f"{GOOD},Asha,,")
    open_and_wait(program, qtbot, path)
    dialog = open_dialog(program, qtbot)
    path.unlink()
    dialog.no_header.click()
    qtbot.waitUntil(lambda: "no longer there" in dialog.message.text)

    assert shown_rows(program) == [[GOOD, "Asha", "", ""]]


def test_that_closing_the_program_stops_a_reading(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    lines = [f"+9198765{number:05},Asha,," for number in range(5_000)]
    open_and_wait(program, qtbot, write_file(*lines))
    dialog = open_dialog(program, qtbot)
    dialog.no_header.click()
    assert program.workbench.rereading.busy
    program.window.close()

    assert program.workbench.rereading.shut_down(0), "its thread has ended"


@pytest.mark.parametrize("keep", [True, False])
def test_that_totals_are_kept_only_when_the_person_says_so(
    program: Program, qtbot: QtBot, write_file: WriteFile, keep: bool
) -> None:
    open_and_wait(program, qtbot, write_file(f"{GOOD},Asha,,", f"{OTHER},Mei,,", "Total,2,,"))
    assert len(shown_rows(program)) == 2
    before = table_of(program)
    dialog = open_dialog(program, qtbot)
    assert dialog.keep_totals.isVisible()
    dialog.keep_totals.click()
    wait_for_reading(program, qtbot, before)
    assert len(shown_rows(program)) == 3
    if not keep:
        before = table_of(program)
        dialog.keep_totals.click()
        wait_for_reading(program, qtbot, before)

    assert len(shown_rows(program)) == (3 if keep else 2)


def test_that_refused_rows_cannot_be_read_in_another_way(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file(f"{GOOD},Asha,,"))
    button = program.window.review_view.summary.change_button
    assert button.isVisible()
    program.workbench.review.show_table(refused_of(table_of(program), {0: ("INVALID_PHONE", "no")}))

    assert not button.isVisible()
