"""The list as a whole: saved corrected, and freed of the numbers of another file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from exogui.contacts.table import ContactTable
from exogui.gui.program import Program
from tests.gui.program.conftest import WriteFile, drop, drop_and_open, open_and_wait

Control = Qt.KeyboardModifier.ControlModifier
Left = Qt.MouseButton.LeftButton
ASHA, RAVI, MEI = "+919876543210", "+919876543211", "+6581234567"


@pytest.fixture
def opened(program: Program, qtbot: QtBot, write_file: WriteFile) -> Program:
    lines = [f"{ASHA},Asha,,x", "98765 43211,Ravi,mail@,y", f"{MEI},Mei,,=1+1"]
    open_and_wait(program, qtbot, write_file(*lines))
    return program


def table(program: Program) -> ContactTable:
    found = program.window.table_model.table
    assert found is not None
    return found


def names(program: Program) -> list[str]:
    return [row[1] for row in table(program).rows]


def said(program: Program) -> str:
    return program.window.message_bar.text


def press_message(program: Program, qtbot: QtBot, name: str) -> None:
    button = program.window.findChild(QPushButton, f"message_{name}")
    assert button is not None
    qtbot.mouseClick(button, Left)


# --- saving ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_that_a_saved_list_opens_again_with_no_new_problem(
    opened: Program, qtbot: QtBot, tmp_path: Path, ending: str
) -> None:
    rows = opened.window.filter_model
    rows.setData(rows.index(1, 0), RAVI)
    before = [[problem.code for problem in table(opened).row_problems(row)] for row in range(3)]
    opened.workbench.list.save(tmp_path / f"corrected{ending}")
    qtbot.waitUntil(lambda: said(opened) == f"3 rows saved to corrected{ending}.")
    open_and_wait(opened, qtbot, tmp_path / f"corrected{ending}")

    assert [[problem.code for problem in table(opened).row_problems(row)] for row in range(3)] == before
    assert [row[0] for row in table(opened).rows] == [ASHA, RAVI, MEI]


def test_that_changes_that_were_saved_are_left_without_a_question(
    opened: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.window.filter_model.setData(opened.window.filter_model.index(0, 1), "Ashwini")
    opened.workbench.list.save(tmp_path / "corrected.xlsx")
    qtbot.waitUntil(lambda: said(opened).startswith("3 rows saved"))
    opened.window.commands.close_file.trigger()

    assert opened.window.pages.currentWidget() is opened.window.empty_view


def test_that_changes_made_after_saving_are_asked_about(
    opened: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.workbench.list.save(tmp_path / "corrected.xlsx")
    qtbot.waitUntil(lambda: said(opened).startswith("3 rows saved"))
    opened.window.filter_model.setData(opened.window.filter_model.index(0, 1), "Ashwini")
    opened.window.commands.close_file.trigger()

    assert "forgets the changes" in said(opened)


def test_that_the_list_never_goes_over_the_persons_own_file(opened: Program, qtbot: QtBot) -> None:
    path = table(opened).source.path
    before = path.read_bytes()
    opened.workbench.list.save(path)
    qtbot.waitUntil(lambda: "never changes it" in said(opened))

    assert path.read_bytes() == before


def test_that_saving_proposes_a_workbook_beside_the_file(opened: Program, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.window, Qt.Key.Key_S, Control)
    dialog = opened.window.findChild(QFileDialog, "save_dialog")
    assert dialog is not None
    assert [Path(name).name for name in dialog.selectedFiles()] == ["leads – corrected.xlsx"]
    dialog.reject()


def test_that_a_folder_that_cannot_be_written_to_is_explained(
    opened: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.workbench.list.save(tmp_path / "nowhere" / "corrected.xlsx")
    qtbot.waitUntil(lambda: "could not be saved" in said(opened))


def test_that_saving_that_is_stopped_leaves_no_file(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    saving = program.workbench.list_saving
    with qtbot.assertNotEmitted(saving.saved):
        saving.save(folder / "list.csv", ["a"], [("x",)] * 500_000, tmp_path / "source.csv")
        saving.cancel()
        qtbot.waitUntil(lambda: not saving.busy)

    assert list(folder.iterdir()) == []


# --- numbers taken out -----------------------------------------------------------------------------------


def test_that_a_second_file_is_asked_about_and_its_numbers_are_taken_out(
    opened: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    numbers = write_file("+91 98765 43210", "9876543211", "n/a", name="optouts.csv", header="Phone")
    drop(opened.window, numbers)
    assert said(opened).startswith("What is optouts.csv")
    assert names(opened) == ["Asha", "Ravi", "Mei"]
    press_message(opened, qtbot, "second_file_take_out")
    qtbot.waitUntil(lambda: names(opened) == ["Mei"])

    assert "2 rows taken out: their numbers stand in optouts.csv." in said(opened)
    assert "1 row of optouts.csv could not be read" in said(opened)
    assert opened.window.commands.undo.toolTip().startswith("Undo: ")
    press_message(opened, qtbot, "undo_step")
    assert names(opened) == ["Asha", "Ravi", "Mei"]


def test_that_a_second_file_can_be_opened_instead(
    opened: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    drop_and_open(opened, qtbot, write_file(f"{MEI},Other,,", name="second.csv"))
    qtbot.waitUntil(lambda: names(opened) == ["Other"])


def test_that_a_second_file_can_be_neither(opened: Program, qtbot: QtBot, write_file: WriteFile) -> None:
    drop(opened.window, write_file(f"{ASHA},Other,,", name="second.csv"))
    press_message(opened, qtbot, "second_file_neither")

    assert names(opened) == ["Asha", "Ravi", "Mei"]
    assert not opened.window.message_bar.isVisible()
    assert not opened.workbench.contacts.busy


def test_that_a_file_with_none_of_the_numbers_changes_nothing(
    opened: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    opened.workbench.list.take_out(write_file("+6591112222", name="optouts.csv", header="Phone"))
    qtbot.waitUntil(lambda: said(opened) == "No row has the one number in optouts.csv. Nothing changed.")
    assert table(opened).undo_step is None


def test_that_a_file_without_numbers_is_explained(
    opened: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    opened.workbench.list.take_out(write_file("Asha", name="names.csv", header="Name"))
    qtbot.waitUntil(lambda: said(opened).startswith("names.csv has no phone number in it"))


def test_that_a_file_that_cannot_be_read_is_explained(opened: Program, qtbot: QtBot, tmp_path: Path) -> None:
    opened.workbench.list.take_out(tmp_path / "gone.csv")
    qtbot.waitUntil(lambda: "gone.csv" in said(opened) and "no longer there" in said(opened))
    assert names(opened) == ["Asha", "Ravi", "Mei"]


def test_that_numbers_are_taken_out_only_once_the_phone_column_is_known(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file(f"Asha,{ASHA}", header="Who,Reach on"))
    program.workbench.list.take_out(write_file(ASHA, name="optouts.csv", header="Phone"))
    assert "which column" in said(program)
    assert not program.workbench.contacts.busy


def test_that_the_file_of_numbers_is_chosen_in_a_dialog(opened: Program) -> None:
    opened.window.commands.take_out.trigger()
    dialog = opened.window.findChild(QFileDialog, "take_out_dialog")
    assert dialog is not None
    dialog.reject()
