"""Next Monday's file from the same export: mapped as before, the same repairs one click away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from xlsxwriter import Workbook

from exogui.contacts.problems import ProblemCode
from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable
from exogui.gui.dialogs.one_row_each_dialog import OneRowEachDialog
from exogui.gui.dialogs.reading_dialog import ReadingDialog
from exogui.gui.dialogs.same_value_dialog import SameValueDialog
from exogui.gui.program import Program
from tests.conftest import ExpectLog
from tests.gui.program.conftest import StartProgram, WriteFile, open_and_wait, upload_and_wait

Left = Qt.MouseButton.LeftButton
REMARKS = 3


def table(program: Program) -> ContactTable:
    found = program.window.table_model.table
    assert found is not None
    return found


def said(program: Program) -> str:
    return program.window.message_bar.text


def press(program: Program, qtbot: QtBot, name: str) -> None:
    button = program.window.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Left)


def lines(*numbers: str) -> list[str]:
    return [f"{number},Asha,,note" for number in ("+919876543210", *numbers)]


def map_remarks(program: Program, qtbot: QtBot) -> None:
    program.window.review_view.table.mapping_requested.emit(REMARKS, Field.CUSTOM_FIELD_1)
    qtbot.waitUntil(lambda: table(program).mapping[REMARKS] is Field.CUSTOM_FIELD_1)


def repair(program: Program, qtbot: QtBot) -> None:
    card = program.window.review_view.problems.card(ProblemCode.NO_COUNTRY_CODE)
    qtbot.mouseClick(card.repair_button, Left)
    qtbot.waitUntil(lambda: table(program).counts.errors == 0)


def save(program: Program, qtbot: QtBot, path: Path) -> None:
    program.workbench.list.save(path)
    qtbot.waitUntil(lambda: "saved to" in said(program) and not program.workbench.recipe_work.busy)


def settled(program: Program) -> bool:
    return not (program.workbench.recipe_work.busy or program.workbench.contacts.busy)


@pytest.fixture
def second(start_program: StartProgram, qtbot: QtBot, write_file: WriteFile, tmp_path: Path) -> Program:
    """The program after a restart; a list with a country code added and the remarks sent was saved before."""
    first = start_program()
    open_and_wait(first, qtbot, write_file(*lines("9876543211", "9876543212")))
    map_remarks(first, qtbot)
    repair(first, qtbot)
    save(first, qtbot, tmp_path / "corrected.xlsx")
    first.window.close()
    return start_program()


def test_that_the_same_export_is_mapped_and_repaired_as_before(
    second: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(
        second, qtbot, write_file(*lines("9876543213", "9876543214", "9876543215"), name="next.csv")
    )
    qtbot.waitUntil(lambda: "would mend 3 cells" in said(second))

    assert table(second).mapping[REMARKS] is Field.CUSTOM_FIELD_1
    assert "sent as they were then" in said(second)
    press(second, qtbot, "message_repair_as_before")
    qtbot.waitUntil(lambda: said(second) == "3 cells repaired as before.")
    assert [row[0] for row in table(second).rows[1:]] == ["+919876543213", "+919876543214", "+919876543215"]
    press(second, qtbot, "message_undo_step")
    assert table(second).value(1, 0) == "9876543213"


def test_that_what_a_recipe_did_is_no_change_to_ask_about(
    second: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(second, qtbot, write_file(*lines("9876543213"), name="next.csv"))
    qtbot.waitUntil(lambda: "would mend 1 cell" in said(second))
    press(second, qtbot, "message_not_now")
    assert said(second) == ""
    second.window.commands.close_file.trigger()
    assert second.window.pages.currentWidget() is second.window.empty_view


def test_that_a_marked_change_is_pointed_out_and_nothing_is_offered(
    second: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    singapore = [f"+65812345{number},Mei,,note" for number in range(10, 20)]
    open_and_wait(second, qtbot, write_file(*singapore, *lines("9876543213"), name="next.csv"))
    qtbot.waitUntil(lambda: "it differs" in said(second))

    assert "numbers of Singapore" in said(second)
    assert second.window.message_bar.buttons == []


def test_that_a_new_column_is_named(second: Program, qtbot: QtBot, write_file: WriteFile) -> None:
    header = "Mobile Number,First Name,E-mail,Remarks,Aadhaar"
    open_and_wait(
        second, qtbot, write_file(*(f"{line},x" for line in lines()), name="next.csv", header=header)
    )
    qtbot.waitUntil(lambda: "New column: “Aadhaar”." in said(second))


def test_that_resetting_the_columns_forgets_how_they_were_sent(
    second: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    path = write_file(*lines("9876543213"), name="next.csv")
    open_and_wait(second, qtbot, path)
    qtbot.waitUntil(lambda: "would mend 1 cell" in said(second))
    second.window.commands.reset_columns.trigger()
    qtbot.waitUntil(lambda: table(second).mapping[REMARKS] is None and settled(second))
    second.window.commands.close_file.trigger()
    press(second, qtbot, "message_forget_changes")
    open_and_wait(second, qtbot, path)
    qtbot.waitUntil(lambda: settled(second))

    assert table(second).mapping[REMARKS] is None
    assert said(second) == ""


def test_that_a_repair_that_was_taken_back_is_not_offered_again(
    program: Program, qtbot: QtBot, write_file: WriteFile, tmp_path: Path
) -> None:
    open_and_wait(program, qtbot, write_file(*lines("9876543211")))
    map_remarks(program, qtbot)
    repair(program, qtbot)
    program.window.commands.undo.trigger()
    save(program, qtbot, tmp_path / "corrected.xlsx")
    open_and_wait(program, qtbot, write_file(*lines("9876543213"), name="next.csv"))
    qtbot.waitUntil(lambda: "sent as they were then" in said(program))

    assert program.window.message_bar.buttons == []


def test_that_an_upload_is_remembered_too(practising: Program, qtbot: QtBot, write_file: WriteFile) -> None:
    open_and_wait(practising, qtbot, write_file(*lines("9876543211")))
    repair(practising, qtbot)
    upload_and_wait(practising, qtbot)
    qtbot.waitUntil(lambda: settled(practising))
    qtbot.mouseClick(practising.window.result_view.summary.new_button, Left)
    open_and_wait(practising, qtbot, write_file(*lines("9876543213"), name="next.csv"))
    qtbot.waitUntil(lambda: "would mend 1 cell" in said(practising))


def test_that_work_begun_before_the_answer_is_left_alone(
    second: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    def edit(_table: ContactTable) -> None:
        second.window.table_model.setData(second.window.table_model.index(0, 1), "Ashwini")

    second.workbench.contacts.opened.connect(edit)
    open_and_wait(second, qtbot, write_file(*lines("9876543213"), name="next.csv"))
    qtbot.waitUntil(lambda: settled(second))

    assert table(second).value(0, 1) == "Ashwini"
    assert table(second).mapping[REMARKS] is None
    assert said(second) == ""


def test_that_no_name_number_or_header_is_kept(second: Program, config: Path) -> None:
    kept = "".join(path.read_text() for path in (config / "recipes").iterdir())
    assert "9876543" not in kept
    assert "Asha" not in kept
    assert "Remarks" not in kept


def test_that_recipes_that_cannot_be_written_cost_nothing_but_themselves(
    program: Program,
    qtbot: QtBot,
    write_file: WriteFile,
    tmp_path: Path,
    config: Path,
    expected_log: ExpectLog,
) -> None:
    expected_log("is not remembered")
    config.mkdir(exist_ok=True)
    (config / "recipes").write_text("a file where the folder should be")
    open_and_wait(program, qtbot, write_file(*lines()))
    save(program, qtbot, tmp_path / "corrected.xlsx")
    assert "saved to corrected.xlsx" in said(program)


# --- what the person typed or chose, after a restart --------------------------------------------------------

FAMILIES = "Mobile Number,First Name,Home Phone,Remarks"


def add_tag(program: Program, qtbot: QtBot) -> None:
    program.window.commands.same_value.trigger()
    dialog = program.window.findChild(SameValueDialog)
    assert isinstance(dialog, SameValueDialog)
    assert dialog.chosen.field is Field.TAG
    dialog.value.setText("November")
    dialog.accept()
    qtbot.waitUntil(lambda: table(program).added_columns == 1)


def give_rows(program: Program, qtbot: QtBot) -> None:
    program.window.commands.one_row_each.trigger()
    qtbot.waitUntil(lambda: program.window.findChild(OneRowEachDialog) is not None)
    dialog = program.window.findChild(OneRowEachDialog)
    assert isinstance(dialog, OneRowEachDialog)
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    dialog.accept()
    qtbot.waitUntil(lambda: table(program).rows_added > 0 and settled(program))


def test_that_a_tag_and_rows_for_further_numbers_come_again_with_the_repairs(
    start_program: StartProgram, qtbot: QtBot, write_file: WriteFile, tmp_path: Path
) -> None:
    first = start_program()
    open_and_wait(
        first, qtbot, write_file("+919876543210,Asha,9876543211,", "9876543212,Ravi,,", header=FAMILIES)
    )
    give_rows(first, qtbot)
    add_tag(first, qtbot)
    repair(first, qtbot)
    save(first, qtbot, tmp_path / "corrected.xlsx")
    first.window.close()
    second = start_program()
    lines = ["+919876543220,Mei,9876543221,", "9876543222,Tan,,"]
    open_and_wait(second, qtbot, write_file(*lines, header=FAMILIES, name="next.csv"))
    qtbot.waitUntil(lambda: "again" in said(second))

    assert "would mend 2 cells" in said(second)
    assert "1 further number would get a row of its own again." in said(second)
    assert "Every row would be sent with the tag “November” again." in said(second)
    button = second.window.findChild(QPushButton, "message_repair_as_before")
    assert button is not None
    assert button.text() == "Do the same again"
    qtbot.mouseClick(button, Left)
    qtbot.waitUntil(lambda: said(second) == "4 changes made as before.")
    assert [(row[0], row[1], row[4]) for row in table(second).rows] == [
        ("+919876543220", "Mei", "November"),
        ("+919876543221", "Mei", "November"),
        ("+919876543222", "Tan", "November"),
    ]
    press(second, qtbot, "message_undo_step")
    assert list(table(second).rows) == [tuple(line.split(",")) for line in lines]
    second.window.commands.redo.trigger()
    save(second, qtbot, tmp_path / "again.xlsx")
    second.window.close()
    third = start_program()
    open_and_wait(third, qtbot, write_file(*lines, header=FAMILIES, name="third.csv"))
    qtbot.waitUntil(lambda: "“November” again" in said(third))


def write_workbook(path: Path, *numbers: str) -> Path:
    """The contacts stand in the second sheet, below a line that looks like a header."""
    with Workbook(path) as workbook:
        workbook.add_worksheet("Calls").write_row(0, 0, ["Phone", "Minutes", "Agent"])
        workbook.worksheets()[0].write_row(1, 0, ["+6581234567", "3", "Lim"])
        leads = workbook.add_worksheet("Leads")
        leads.write_row(0, 0, ["Phone", "Name"])
        leads.write_row(1, 0, ["Reach on", "Who"])
        for row, number in enumerate(numbers, 2):
            leads.write_row(row, 0, [number, "Asha"])
    return path


@pytest.fixture
def read_in_another_way(start_program: StartProgram, qtbot: QtBot, tmp_path: Path) -> Program:
    """The program after a restart; a list from the second sheet, its header in row 2, was saved before."""
    first = start_program()
    open_and_wait(first, qtbot, write_workbook(tmp_path / "november.xlsx", "9876543210", "+919876543211"))
    qtbot.mouseClick(first.window.review_view.summary.change_button, Left)
    dialog = first.window.findChild(ReadingDialog, "reading_dialog")
    assert isinstance(dialog, ReadingDialog)
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and not first.workbench.rereading.busy)
    dialog.sheets.button("Leads").click()
    qtbot.waitUntil(lambda: table(first).source.sheet == "Leads" and not first.workbench.rereading.busy)
    dialog.rows.cell_chosen.emit(1, 0)
    qtbot.waitUntil(lambda: table(first).source.header_line == 2 and not first.workbench.rereading.busy)
    dialog.accept()
    first.workbench.contacts.map_column(0, Field.PHONE_NUMBER)
    qtbot.waitUntil(lambda: table(first).has_phone_column and settled(first))
    qtbot.waitUntil(lambda: bool(first.window.review_view.problems.cards))
    first.window.review_view.country_changed.emit("IN")
    repair(first, qtbot)
    save(first, qtbot, tmp_path / "corrected.xlsx")
    first.window.close()
    return start_program()


def test_that_the_next_file_can_be_read_and_repaired_as_the_last(
    read_in_another_way: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program = read_in_another_way
    open_and_wait(program, qtbot, write_workbook(tmp_path / "december.xlsx", "9876543220", "+919876543221"))
    qtbot.waitUntil(lambda: "read in another way" in said(program))
    assert table(program).header == ("Phone", "Minutes", "Agent")
    assert "sheet “Leads”, header in row 2" in said(program)
    press(program, qtbot, "message_read_as_before")
    qtbot.waitUntil(lambda: "would mend 1 cell" in said(program))

    assert table(program).header == ("Reach on", "Who")
    assert "sent as they were then" in said(program)
    press(program, qtbot, "message_repair_as_before")
    qtbot.waitUntil(lambda: said(program) == "1 cell repaired as before.")
    assert [row[0] for row in table(program).rows] == ["+919876543220", "+919876543221"]
    save(program, qtbot, tmp_path / "again.xlsx")
    program.window.commands.close_file.trigger()
    open_and_wait(program, qtbot, write_workbook(tmp_path / "january.xlsx", "9876543230"))
    qtbot.waitUntil(lambda: "read in another way" in said(program))


def test_that_who_does_not_want_it_read_like_that_is_left_alone(
    read_in_another_way: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program = read_in_another_way
    open_and_wait(program, qtbot, write_workbook(tmp_path / "december.xlsx", "9876543220"))
    qtbot.waitUntil(lambda: "read in another way" in said(program))
    press(program, qtbot, "message_not_now")
    qtbot.waitUntil(lambda: settled(program))

    assert said(program) == ""
    assert table(program).source.sheet == "Calls"


def test_that_the_same_is_offered_when_the_person_says_how_to_read_it(
    read_in_another_way: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program = read_in_another_way
    open_and_wait(program, qtbot, write_workbook(tmp_path / "december.xlsx", "9876543220", "+919876543221"))
    qtbot.waitUntil(lambda: "read in another way" in said(program))
    qtbot.mouseClick(program.window.review_view.summary.change_button, Left)
    dialog = program.window.findChild(ReadingDialog, "reading_dialog")
    assert isinstance(dialog, ReadingDialog)
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and not program.workbench.rereading.busy)
    dialog.sheets.button("Leads").click()
    qtbot.waitUntil(lambda: table(program).source.sheet == "Leads" and not program.workbench.rereading.busy)
    assert said(program) == "", "it was about the other sheet"
    dialog.rows.cell_chosen.emit(1, 0)
    qtbot.waitUntil(lambda: table(program).source.header_line == 2 and not program.workbench.rereading.busy)
    dialog.accept()

    qtbot.waitUntil(lambda: "would mend 1 cell" in said(program))
    assert table(program).mapping[0] is Field.PHONE_NUMBER
