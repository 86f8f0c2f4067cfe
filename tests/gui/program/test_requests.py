"""Files that come from outside of the window: from later starts, and from the system."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from exogui.gui.application import Application
from exogui.gui.program import Program
from exogui.one_window.open_request import OpenRequest
from tests.gui.program.conftest import WriteFile, open_and_wait

GOOD, OTHER = "+919876543210", "+6581234567"


def wait_for_list(program: Program, qtbot: QtBot, path: Path) -> None:
    def opened() -> bool:
        table = program.window.table_model.table
        return table is not None and table.source.path == path and not program.workbench.contacts.busy

    qtbot.waitUntil(opened)


def shown_file(program: Program) -> Path:
    table = program.window.table_model.table
    assert table is not None
    return table.source.path


def test_that_a_later_start_brings_the_window_back_and_its_file_into_it(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    program.window.showMinimized()
    path = write_file(f"{GOOD},Asha,,")
    program.requests.take(OpenRequest((path,), practice=True, token="a-token"))
    assert not program.window.isMinimized()
    wait_for_list(program, qtbot, path)
    qtbot.waitUntil(lambda: program.accounts.practising)
    qtbot.waitUntil(program.window.isActiveWindow)


def test_that_a_maximised_window_stays_maximised(program: Program) -> None:
    program.window.showMaximized()
    program.window.showMinimized()
    program.requests.take(OpenRequest())
    assert program.window.isMaximized()


def test_that_changes_are_not_forgotten_for_a_file_from_outside(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    first, second = write_file(f"{GOOD},Asha,,"), write_file(f"{OTHER},Mei,,", name="second.csv")
    open_and_wait(program, qtbot, first)
    model = program.window.table_model
    assert model.setData(model.index(0, 1), "Usha")
    program.requests.take(OpenRequest((second,)))
    assert "You have changed cells" in program.window.message_bar.text
    assert shown_file(program) == first
    forget = next(b for b in program.window.message_bar.buttons if b.objectName() == "message_forget_changes")
    qtbot.mouseClick(forget, Qt.MouseButton.LeftButton)
    wait_for_list(program, qtbot, second)


def test_that_while_an_upload_is_under_way_the_file_is_told_to_wait(
    program: Program, write_file: WriteFile
) -> None:
    program.window.show_sending()
    program.requests.take(OpenRequest((write_file(f"{GOOD},Asha,,"),), practice=True))
    assert "An upload is under way" in program.window.message_bar.text
    assert not program.accounts.practising
    program.window.show_empty()


def test_that_a_file_waits_for_the_dialog_that_is_open(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    path = write_file(f"{GOOD},Asha,,")
    program.window.commands.about.trigger()
    about = program.window.findChild(QMessageBox, "about")
    assert isinstance(about, QMessageBox)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is about)
    program.requests.take(OpenRequest((path,)))
    assert program.window.message_bar.text == "leads.csv is opened as soon as the dialog is closed."
    assert not program.workbench.review.opening
    qtbot.waitUntil(about.isActiveWindow)
    about.close()
    wait_for_list(program, qtbot, path)
    assert program.window.message_bar.text == ""


def test_that_of_files_that_waited_the_first_is_opened_and_the_others_are_named(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    first, second = write_file(f"{GOOD},Asha,,"), write_file(f"{OTHER},Mei,,", name="second.csv")
    program.window.commands.about.trigger()
    about = program.window.findChild(QMessageBox, "about")
    assert isinstance(about, QMessageBox)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is about)
    for path in (first, second, first):
        program.requests.take(OpenRequest((path,)))
    about.close()
    wait_for_list(program, qtbot, first)
    assert program.window.message_bar.text == "One file at a time: leads.csv is open. Not opened: second.csv."


def test_that_files_that_were_not_opened_are_not_named_beside_another_file(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    mine, first, second = (
        write_file(f"{GOOD},Asha,,", name=f"{name}.csv") for name in ("mine", "one", "two")
    )
    open_and_wait(program, qtbot, mine)
    model = program.window.table_model
    assert model.setData(model.index(0, 1), "Usha")
    program.requests.take_files((first, second))
    stay = next(b for b in program.window.message_bar.buttons if b.objectName() == "message_stay")
    qtbot.mouseClick(stay, Qt.MouseButton.LeftButton)
    program.window.table_model.undo()
    program.open_file(second)
    wait_for_list(program, qtbot, second)
    assert program.window.message_bar.text == ""


def test_that_the_practice_account_waits_for_the_dialog_as_well(program: Program, qtbot: QtBot) -> None:
    program.window.commands.about.trigger()
    about = program.window.findChild(QMessageBox, "about")
    assert isinstance(about, QMessageBox)
    program.requests.take(OpenRequest(practice=True))
    assert not program.accounts.busy
    about.close()
    qtbot.waitUntil(lambda: program.accounts.practising)


@pytest.fixture
def hearing(program: Program, qapp: Application) -> Program:
    """The program, told what the system asks the application to open."""
    qapp.files_opened.connect(program.requests.take_files)
    return program


def test_that_a_file_opened_in_the_system_is_opened(
    hearing: Program, qapp: Application, qtbot: QtBot, write_file: WriteFile
) -> None:
    path = write_file(f"{GOOD},Asha,,", name="कॉल list.csv")
    assert QApplication.sendEvent(qapp, QFileOpenEvent(str(path)))
    wait_for_list(hearing, qtbot, path)
    assert hearing.window.message_bar.text == ""


def test_that_of_several_files_opened_in_the_system_the_first_is_opened_and_the_others_are_named(
    hearing: Program, qapp: Application, qtbot: QtBot, write_file: WriteFile
) -> None:
    paths = [write_file(f"{GOOD},Asha,,", name=f"{name}.csv") for name in ("one", "two", "three")]
    for path in paths:
        QApplication.sendEvent(qapp, QFileOpenEvent(str(path)))
    wait_for_list(hearing, qtbot, paths[0])
    words = "One file at a time: one.csv is open. Not opened: two.csv, three.csv."
    qtbot.waitUntil(lambda: hearing.window.message_bar.text == words)


def test_that_a_file_opened_before_there_is_a_window_is_opened_in_it(
    qapp: Application, qtbot: QtBot, write_file: WriteFile
) -> None:
    path = write_file(f"{GOOD},Asha,,")
    QApplication.sendEvent(qapp, QFileOpenEvent(str(path)))
    heard: list[tuple[Path, ...]] = []
    qapp.files_opened.connect(heard.append)
    qtbot.waitUntil(lambda: heard == [(path,)])


def test_that_a_file_that_waited_is_not_opened_in_a_window_that_is_closed(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    program.window.commands.about.trigger()
    about = program.window.findChild(QMessageBox, "about")
    assert isinstance(about, QMessageBox)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is about)
    program.requests.take(OpenRequest((write_file(f"{GOOD},Asha,,"),), practice=True))
    about.close()
    program.window.close()
    qtbot.wait(0)
    QApplication.processEvents()
    assert not any(controller.busy for controller in program.controllers)
    assert not program.window.isVisible()


def test_that_of_very_many_files_a_few_are_named(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    first = write_file(f"{GOOD},Asha,,")
    others = [first.with_name(f"list {number}.csv") for number in range(5000)]
    program.requests.take_files((first, *others, *others))
    wait_for_list(program, qtbot, first)
    named = "list 0.csv, list 1.csv, list 2.csv and 4,997 more"
    assert program.window.message_bar.text == f"One file at a time: leads.csv is open. Not opened: {named}."
