"""What goes wrong is said in the window, and nothing is lost or sent twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from exogui.gui.program import Program
from exogui.gui.widgets.message_bar import MessageKind
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Refuse, Reset, Stage, Stall
from exogui.practice.server import PracticeServer
from exogui.uploads.result import JobState, UploadResult
from tests.gui.program.conftest import (
    StartProgram,
    WriteFile,
    drop,
    drop_and_open,
    open_and_wait,
    upload_and_wait,
)

GOOD, OTHER = "+919876543210", "+6581234567"


def result_of(program: Program) -> UploadResult:
    assert program.workbench.upload.result is not None
    return program.workbench.upload.result[0]


def uploads_to(server: PracticeServer) -> int:
    return sum(request.path.endswith("/contacts/upload") for request in server.requests)


def press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def message_button(program: Program, name: str) -> QPushButton:
    buttons = program.window.message_bar.buttons
    return next(button for button in buttons if button.objectName() == f"message_{name}")


# --- files -----------------------------------------------------------------------------------------------


def test_that_a_broken_file_is_explained_and_the_open_table_stays(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file(f"{GOOD},Asha,,"))
    broken = write_file(f'{GOOD},"Asha,,', f"{OTHER},Mei,,", name="broken.csv")
    drop_and_open(program, qtbot, broken)
    qtbot.waitUntil(program.window.message_bar.isVisible)
    assert "line 2" in program.window.message_bar.text
    assert program.window.table_model.table is not None
    assert program.window.reviewing


def test_that_several_files_at_once_are_not_taken(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    drop(program.window, write_file(name="a.csv"), write_file(name="b.csv"))
    assert "One file at a time" in program.window.message_bar.text


def test_that_a_file_with_only_a_header_says_so(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file())
    assert "no contact below it" in program.window.message_bar.text
    assert not program.window.upload_bar.button.isEnabled()


def test_that_changes_are_not_forgotten_without_asking(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    first, second = write_file(f"{GOOD},Asha,,"), write_file(f"{OTHER},Mei,,", name="second.csv")
    open_and_wait(program, qtbot, first)
    rows = program.window.filter_model
    rows.setData(rows.index(0, 1), "Ashwini")
    drop_and_open(program, qtbot, second)
    press(qtbot, message_button(program, "stay"))
    assert rows.index(0, 1).data() == "Ashwini"
    drop_and_open(program, qtbot, second)
    press(qtbot, message_button(program, "forget_changes"))
    qtbot.waitUntil(lambda: rows.index(0, 1).data() == "Mei")


def test_that_closing_the_file_asks_about_changes_too(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file(f"{GOOD},Asha,,"))
    rows = program.window.filter_model
    rows.setData(rows.index(0, 1), "Ashwini")
    program.window.commands.close_file.trigger()
    assert program.window.reviewing
    press(qtbot, message_button(program, "forget_changes"))
    assert program.window.pages.currentWidget() is program.window.empty_view


def test_that_closing_the_window_asks_about_changes_too(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    open_and_wait(program, qtbot, write_file(f"{GOOD},Asha,,"))
    rows = program.window.filter_model
    rows.setData(rows.index(0, 1), "Ashwini")
    program.window.close()
    assert program.window.isVisible()
    press(qtbot, message_button(program, "stay"))
    program.window.close()
    press(qtbot, message_button(program, "forget_changes"))
    qtbot.waitUntil(lambda: not program.window.isVisible())


def test_that_of_two_files_dropped_at_once_the_later_one_opens(
    program: Program, qtbot: QtBot, write_file: WriteFile
) -> None:
    large = write_file(*[f"{GOOD},Asha,,"] * 20_000, name="large.csv")
    drop(program.window, large)
    open_and_wait(program, qtbot, write_file(f"{OTHER},Mei,,", name="second.csv"))
    assert program.window.filter_model.index(0, 1).data() == "Mei"


# --- uploads ---------------------------------------------------------------------------------------------


def test_that_a_lost_answer_makes_the_job_unknown_and_sends_nothing_again(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    server.faults.add(Endpoint.UPLOAD, Reset(Stage.BEFORE_ANSWER))
    open_and_wait(practising, qtbot, write_file(f"{GOOD},Asha,,", f"{OTHER},Mei,,"))
    upload_and_wait(practising, qtbot)
    result = result_of(practising)
    assert (result.state, result.sent, result.unknown) == (JobState.UNKNOWN, 2, 2)
    assert uploads_to(server) == 1


def test_that_a_refused_sign_in_keeps_the_rows_and_marks_the_account(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    server.faults.add(Endpoint.UPLOAD, Refuse(401), times=1)
    server.faults.add(Endpoint.TOKEN, Refuse(401), times=1)
    open_and_wait(practising, qtbot, write_file(f"{GOOD},Asha,,"))
    upload_and_wait(practising, qtbot)
    assert result_of(practising).state is JobState.FAILED
    assert practising.accounts.refused == {"practice"}
    press(qtbot, practising.window.result_view.summary.back_button)
    assert practising.window.reviewing
    upload_and_wait(practising, qtbot)
    assert result_of(practising).state is JobState.COMPLETED
    assert practising.accounts.refused == set()


def test_that_stopping_to_watch_leaves_the_upload_to_exotel(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    server.faults.add(Endpoint.STATUS, Stall())
    open_and_wait(practising, qtbot, write_file(f"{GOOD},Asha,,"))
    press(qtbot, practising.window.upload_bar.button)
    qtbot.waitUntil(lambda: practising.window.upload_panel.cancel_button.text() == "Stop watching")
    press(qtbot, practising.window.upload_panel.cancel_button)
    qtbot.waitUntil(lambda: not practising.window.sending)
    result = result_of(practising)
    assert (result.state, result.unknown) == (JobState.CANCELLED, 1)
    assert result.upload_id


def test_that_the_table_stands_still_while_it_is_sent(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    server.faults.add(Endpoint.STATUS, Stall())
    open_and_wait(practising, qtbot, write_file(f"{GOOD},Asha,,"))
    press(qtbot, practising.window.upload_bar.button)
    qtbot.waitUntil(lambda: practising.window.sending)
    rows = practising.window.filter_model
    assert not rows.setData(rows.index(0, 1), "Ashwini")
    practising.window.commands.undo.trigger()
    drop(practising.window, write_file(f"{OTHER},Mei,,", name="second.csv"))
    assert rows.index(0, 1).data() == "Asha"
    assert "under way" in practising.window.message_bar.text


def closing_question(program: Program) -> QMessageBox:
    found = program.window.findChild(QMessageBox, "closing_question")
    assert isinstance(found, QMessageBox)
    return found


def begin_upload_and_close(
    program: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    server.faults.add(Endpoint.STATUS, Stall())
    open_and_wait(program, qtbot, write_file(f"{GOOD},Asha,,"))
    press(qtbot, program.window.upload_bar.button)
    qtbot.waitUntil(lambda: program.window.upload_panel.cancel_button.text() == "Stop watching")
    program.window.close()


def test_that_closing_while_an_upload_is_under_way_asks(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    begin_upload_and_close(practising, qtbot, write_file, server)
    question = closing_question(practising)
    assert "goes on processing" in question.informativeText()
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert practising.window.isVisible()
    assert practising.window.sending


def test_that_closing_anyway_stops_the_upload_and_then_closes(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    begin_upload_and_close(practising, qtbot, write_file, server)
    close_anyway = closing_question(practising).findChild(QPushButton, "close_anyway")
    assert isinstance(close_anyway, QPushButton)
    qtbot.mouseClick(close_anyway, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not practising.window.isVisible())
    assert not practising.workbench.uploads.busy


def test_that_a_list_over_the_limit_is_not_sent(
    practising: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    lines = [f"+9198765{number:05}," for number in range(50_001)]
    open_and_wait(practising, qtbot, write_file(*lines, header="Mobile,First Name"))
    press(qtbot, practising.window.upload_bar.button)
    qtbot.waitUntil(practising.window.message_bar.isVisible)
    assert "50,000" in practising.window.message_bar.text
    assert practising.window.reviewing
    assert uploads_to(server) == 0


# --- the unforeseen --------------------------------------------------------------------------------------


def test_that_an_unforeseen_exception_is_said_and_logged_and_the_program_stays(
    program: Program, expected_log: Callable[[str], None]
) -> None:
    expected_log("exogui.gui.program ERROR: Unexpected: ZeroDivisionError")
    program.report_unexpected(ZeroDivisionError())
    assert "ZeroDivisionError" in program.window.message_bar.text
    assert "exogui.log" in program.window.message_bar.text


def test_that_size_scheme_recent_files_and_list_last(
    start_program: StartProgram, qtbot: QtBot, write_file: WriteFile
) -> None:
    first = start_program()
    first.accounts.choose_practice()
    qtbot.waitUntil(lambda: first.accounts.practising)
    path = write_file(f"{GOOD},Asha,,")
    open_and_wait(first, qtbot, path)
    first.window.upload_bar.list_id.setText("list_8841")
    first.window.review_view.table.setColumnWidth(1, 222)
    upload_and_wait(first, qtbot)
    first.window.resize(1024, 720)
    dark = first.window.commands.schemes.actions()[2]
    dark.trigger()
    first.window.close()

    second = start_program()
    assert (second.window.width(), second.window.height()) == (1024, 720)
    assert second.window.commands.schemes.checkedAction().data() == "dark"
    recents = second.window.empty_view.recents
    assert [recent.path for recent in recents] == [path]
    assert recents[0].detail.endswith("1 sent")
    second.accounts.choose_practice()
    qtbot.waitUntil(lambda: second.accounts.practising)
    open_and_wait(second, qtbot, path)
    assert second.window.upload_bar.list_id.text() == "list_8841"
    assert second.window.review_view.table.columnWidth(1) == 222


def test_that_a_recent_file_that_is_gone_is_not_offered(
    start_program: StartProgram, qtbot: QtBot, write_file: WriteFile
) -> None:
    path: Path = write_file(f"{GOOD},Asha,,")
    first = start_program()
    open_and_wait(first, qtbot, path)
    first.window.close()
    path.unlink()
    assert start_program().window.empty_view.recents == ()


def test_that_a_very_long_name_widens_no_part_of_the_window(
    start_program: StartProgram, qtbot: QtBot, write_file: WriteFile
) -> None:
    name = "x" * 200 + ".csv"
    first = start_program()
    first.accounts.choose_practice()
    qtbot.waitUntil(lambda: first.accounts.practising)
    open_and_wait(first, qtbot, write_file(f"{GOOD},Asha,,", name=name))
    upload_and_wait(first, qtbot)
    first.window.message_bar.show_message(MessageKind.ERROR, f"{name} cannot be read.")
    assert first.window.result_view.minimumSizeHint().width() <= 1024
    assert first.window.message_bar.minimumSizeHint().width() <= 1024
    first.window.close()
    second = start_program()
    assert second.window.empty_view.minimumSizeHint().width() <= 1024
    assert second.window.minimumSizeHint().width() <= 1024
