"""Uploads to the practice account that had not ended when the program did."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from exogui.gui.coordinators.going_on import GoingOn
from exogui.gui.program import Program
from exogui.practice.server import PracticeServer
from exogui.uploads.records import JobRecord
from tests.gui.program.conftest import StartProgram, WriteFile, open_and_wait, upload_and_wait

LINES = [f"+9198765432{number:02},Asha,," for number in range(12)]


def practise(start_program: StartProgram, qtbot: QtBot, write_file: WriteFile) -> JobRecord:
    """A job of the practice account of which two contacts wait; its program has ended."""
    program = start_program()
    program.accounts.choose_practice()
    qtbot.waitUntil(lambda: program.accounts.practising)
    open_and_wait(program, qtbot, write_file("+6581234567,Mei,,", name="done.csv"))
    upload_and_wait(program, qtbot)
    open_and_wait(program, qtbot, write_file(*LINES))
    qtbot.mouseClick(program.window.upload_bar.try_button, Qt.MouseButton.LeftButton)
    upload = program.workbench.upload
    qtbot.waitUntil(
        lambda: not upload.under_way and upload.result is not None and upload.result.counts.waiting == 2,
        timeout=15_000,
    )
    job = program.desk.service.journal.jobs()[0]
    program.window.close()
    return job


def look(program: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.desk.left_over.found):
        program.get_ready()


@pytest.mark.parametrize("there", [True, False])
def test_that_what_nobody_can_end_any_more_is_forgotten_and_what_has_ended_stays(
    start_program: StartProgram, qtbot: QtBot, write_file: WriteFile, server: PracticeServer, there: bool
) -> None:
    practise(start_program, qtbot, write_file)
    if not there:
        server.stop()
    program = start_program()
    look(program, qtbot)
    files = [job.file_name for job in program.desk.service.journal.jobs()]
    assert files == (["leads.csv", "done.csv"] if there else ["done.csv"])
    assert not program.window.message_bar.isVisible(), "nobody can go on with it here"


def test_that_what_another_practice_account_has_is_not_sent_to_this_one(
    start_program: StartProgram, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    job = practise(start_program, qtbot, write_file)
    program = start_program()
    requests = len(server.requests)
    program.desk.resume.go_on(GoingOn(job, send=True))
    assert "Upload the list again to practise" in program.window.message_bar.text
    assert program.desk.resume.idle
    assert len(server.requests) == requests
