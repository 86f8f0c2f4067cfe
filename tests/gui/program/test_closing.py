"""Closing the window while uploads are under way, in it and beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from exogui.exotel.account_store import AccountStore
from exogui.exotel.accounts import Account, ApiKey, DataCentre
from exogui.exotel.keychain import SessionKeychain
from exogui.gui.coordinators.going_on import GoingOn
from exogui.gui.program import Program
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Stage, Stall
from exogui.practice.server import PracticeServer
from exogui.uploads.preparing import UploadOrder
from exogui.uploads.records import JobRecord
from tests.gui.program.conftest import StartProgram, WriteFile, open_and_wait, upload_and_wait

LEFT = Qt.MouseButton.LeftButton
NUMBERS = [f"+9198765432{number:02}" for number in range(12)]


@pytest.fixture
def account(server: PracticeServer, config: Path, keychain: SessionKeychain) -> Account:
    made = Account("Acme", server.account_sid, DataCentre.OTHER, other_address=server.base_url, id="acme")
    AccountStore(config).save(made)
    keychain.save(made.id, ApiKey(server.api_key, server.api_token))
    return made


@pytest.fixture
def signed_in(account: Account, start_program: StartProgram) -> Program:
    return start_program()


def waiting_job(program: Program, account: Account) -> JobRecord:
    """A job of the list on show that waits to be sent."""
    table = program.window.table_model.table
    assert table is not None
    prepared = program.desk.service.prepare(table, range(table.row_count), UploadOrder(account))
    prepared.files.close()
    return prepared.job


def answer(program: Program, qtbot: QtBot, name: str, role: QMessageBox.ButtonRole) -> None:
    def visible() -> list[QMessageBox]:
        boxes = program.window.findChildren(QMessageBox, name)
        return [box for box in boxes if box.isVisible()]

    qtbot.waitUntil(lambda: bool(visible()), timeout=15_000)
    [box] = visible()
    [button] = [each for each in box.buttons() if box.buttonRole(each) is role]
    qtbot.mouseClick(button, LEFT)


def test_that_nothing_more_is_begun_when_the_window_closes(
    signed_in: Program, account: Account, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    open_and_wait(signed_in, qtbot, write_file(*[f"{number},Asha,," for number in NUMBERS]))
    jobs = [waiting_job(signed_in, account) for _ in range(2)]
    server.faults.add(Endpoint.UPLOAD, Stall(Stage.AFTER_BODY))
    for job in jobs:
        signed_in.desk.resume.go_on(GoingOn(job, send=True))
    qtbot.waitUntil(lambda: server.faults.wait_until_stalled(timeout=0), timeout=15_000)

    signed_in.window.close()
    answer(signed_in, qtbot, "closing_question", QMessageBox.ButtonRole.DestructiveRole)
    qtbot.waitUntil(lambda: not signed_in.window.isVisible(), timeout=15_000)
    assert not any(controller.busy for controller in signed_in.controllers)
    assert signed_in.desk.service.journal.job(jobs[1].id).counts.waiting == 12


def test_that_a_window_that_was_kept_open_does_not_close_later_by_itself(
    signed_in: Program, account: Account, qtbot: QtBot, write_file: WriteFile, server: PracticeServer
) -> None:
    window = signed_in.window
    open_and_wait(signed_in, qtbot, write_file(*[f"{number},Asha,," for number in NUMBERS]))
    job = waiting_job(signed_in, account)
    open_and_wait(signed_in, qtbot, write_file("+6581234567,Mei,,", name="other.csv"))
    server.faults.add(Endpoint.UPLOAD, Stall(Stage.AFTER_BODY))
    signed_in.desk.resume.go_on(GoingOn(job, send=True))
    qtbot.mouseClick(window.upload_bar.button, LEFT)
    qtbot.waitUntil(lambda: server.faults.wait_until_stalled(2, timeout=0), timeout=15_000)

    window.close()
    answer(signed_in, qtbot, "closing_question", QMessageBox.ButtonRole.DestructiveRole)
    # What was beside the window has stopped; what is in it is asked about, and kept.
    qtbot.waitUntil(lambda: not signed_in.desk.background.busy, timeout=15_000)
    answer(signed_in, qtbot, "closing_question", QMessageBox.ButtonRole.RejectRole)
    server.faults.clear()
    qtbot.waitUntil(lambda: not signed_in.workbench.upload.under_way, timeout=15_000)

    signed_in.desk.resume.go_on(GoingOn(signed_in.desk.service.journal.job(job.id)))
    qtbot.waitUntil(lambda: signed_in.desk.resume.idle, timeout=15_000)
    assert window.isVisible()


@pytest.mark.parametrize("name", ["closing", "quit"])
def test_that_closing_at_the_question_about_what_was_sent_before_sends_nothing(
    signed_in: Program, qtbot: QtBot, write_file: WriteFile, server: PracticeServer, name: str
) -> None:
    window = signed_in.window
    path = write_file(f"{NUMBERS[0]},Asha,,")
    open_and_wait(signed_in, qtbot, path)
    upload_and_wait(signed_in, qtbot)
    qtbot.mouseClick(window.result_view.summary.back_button, LEFT)
    qtbot.mouseClick(window.upload_bar.button, LEFT)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "sent_before") is not None, timeout=15_000)
    if name == "closing":
        window.close()
    else:
        window.commands.quit.trigger()
    answer(signed_in, qtbot, "closing_question", QMessageBox.ButtonRole.DestructiveRole)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=15_000)
    assert len(server.uploads) == 1
