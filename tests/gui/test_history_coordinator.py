"""The history on a real record of real uploads to a practice server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from exogui.gui.controllers.history_controller import HistoryController
from exogui.gui.coordinators.history_coordinator import HistoryCoordinator
from exogui.gui.coordinators.question import Question
from exogui.gui.dialogs.history_dialog import HistoryDialog
from exogui.gui.main_window import MainWindow
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Reset, Stage
from exogui.practice.server import PracticeServer
from exogui.uploads.journal import FILE_NAME
from exogui.uploads.preparing import PreparedJob
from exogui.uploads.records import Keeping
from exogui.uploads.row_counts import RowCounts
from exogui.uploads.standing import Standing
from exogui.uploads.upload_service import UploadService
from tests.conftest import ExpectLog
from tests.uploads.conftest import GOOD, MIXED, Bench

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with PracticeServer(processing_seconds=0) as server:
        bench = Bench(server, tmp_path)
        yield bench
        bench.close()


class Opened:
    """The history on show in a window of its own, as after a restart."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.window.show()
        self.service = UploadService(folder)
        self.controller = HistoryController(self.service, self.window)
        self.history = HistoryCoordinator(self.window, self.controller)
        with qtbot.waitSignal(self.controller.loaded):
            self.history.show()

    @property
    def dialog(self) -> HistoryDialog:
        return self.history.dialog

    @property
    def standings(self) -> list[Standing]:
        model = self.dialog.rows_model
        return [model.entry(row).standing for row in range(model.row_count())]

    def answer(self, name: str, qtbot: QtBot, *, yes: bool) -> str:
        """Answer the question on show, and give what it says."""
        question = self.dialog.findChild(Question, name)
        assert isinstance(question, Question)
        qtbot.waitUntil(question.isVisible)
        qtbot.mouseClick(question.go_on if yes else question.stay, LEFT)
        return question.informativeText()

    def close(self) -> None:
        assert self.controller.shut_down()
        self.window.close()
        self.service.close()


Open = Callable[[], Opened]


@pytest.fixture
def open_history(tmp_path: Path, qtbot: QtBot) -> Iterator[Open]:
    opened: list[Opened] = []

    def open_it() -> Opened:
        opened.append(Opened(tmp_path, qtbot))
        return opened[-1]

    yield open_it
    for each in opened:
        each.close()


def lost_answer(bench: Bench) -> PreparedJob:
    """A job of which nobody knows, and on which nobody works."""
    bench.server.faults.add(Endpoint.UPLOAD, Reset(Stage.BEFORE_ANSWER), times=1)
    prepared = bench.part(GOOD)
    bench.run(prepared)
    prepared.files.close()
    return prepared


def test_that_every_upload_is_listed_after_a_restart_the_latest_first(
    bench: Bench, open_history: Open
) -> None:
    bench.run(bench.part(MIXED))
    lost_answer(bench)
    bench.part(GOOD).files.close()
    bench.part(GOOD)  # still held by its program

    opened = open_history()
    assert opened.standings == [
        Standing.RUNNING,
        Standing.WAITING,
        Standing.TO_DECIDE,
        Standing.SOME_REFUSED,
    ]
    last = opened.dialog.rows_model.entry(3)
    assert last.counts == RowCounts(successful=4, refused=1)
    assert (last.account, last.file_name) == ("Acme", bench.journal.jobs()[-1].file_name)


def test_that_an_upload_is_found_by_its_upload_id(bench: Bench, open_history: Open, qtbot: QtBot) -> None:
    bench.run(bench.part(GOOD))
    upload_id = bench.run(bench.part(MIXED)).upload_ids[0]
    dialog = open_history().dialog
    qtbot.keyClicks(dialog.search, upload_id)

    assert dialog.rows_model.row_count() == 1
    assert dialog.chosen is not None
    assert dialog.chosen.counts.refused == 1


def test_that_what_is_wanted_of_an_upload_is_told(bench: Bench, open_history: Open, qtbot: QtBot) -> None:
    done = bench.run(bench.part(GOOD)).job
    lost = lost_answer(bench).job
    waits = bench.part(GOOD)
    waits.files.close()
    opened = open_history()
    history, dialog = opened.history, opened.dialog

    assert done is not None
    for row, button, signal, told in (
        (0, dialog.go_on_button, history.resume_wanted, [waits.job.id, True]),
        (1, dialog.go_on_button, history.decision_wanted, [lost.id]),
        (2, dialog.accept_button, history.result_wanted, [done.id]),
    ):
        with qtbot.waitSignal(opened.controller.loaded):
            history.show()
        dialog.table.setCurrentIndex(dialog.rows_model.index(row, 0))
        with qtbot.waitSignal(signal) as blocker:
            qtbot.mouseClick(button, LEFT)
        assert blocker.args == told
        assert not dialog.isVisible(), "the window shows what comes next"


def test_that_a_result_is_read_again_with_its_refused_rows(
    bench: Bench, open_history: Open, qtbot: QtBot
) -> None:
    result = bench.run(bench.part(MIXED))
    assert result.job is not None
    controller = open_history().controller
    with qtbot.waitSignal(controller.result_loaded) as blocker:
        controller.load_result(result.job.id)
    assert blocker.args is not None
    assert (blocker.args[0].state, blocker.args[0].refused_rows) == (result.state, result.refused_rows)


def test_that_the_report_on_the_clipboard_holds_ids_and_no_whole_number(
    bench: Bench, open_history: Open, qtbot: QtBot
) -> None:
    result = bench.run(bench.part((*GOOD, "+919876500001x,Broken")))
    opened = open_history()
    with qtbot.waitSignal(opened.controller.report_made):
        qtbot.mouseClick(opened.dialog.copy_button, LEFT)
    report = QApplication.clipboard().text()

    assert all(each in report for each in (*result.upload_ids, *result.request_ids))
    assert "0001" in report
    assert "19876500001" not in report
    assert "Broken" not in report
    assert opened.dialog.status.startswith("The report of list-")


def test_that_the_report_is_saved_as_text(
    bench: Bench, open_history: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    result = bench.run(bench.part(MIXED))
    opened = open_history()
    qtbot.mouseClick(opened.dialog.save_button, LEFT)
    chooser = opened.dialog.findChild(QFileDialog, "save_report_dialog")
    assert isinstance(chooser, QFileDialog)
    path = tmp_path / "report.txt"
    with qtbot.waitSignal(opened.controller.report_saved):
        chooser.fileSelected.emit(str(path))
    chooser.close()
    assert result.upload_ids[0] in path.read_text(encoding="utf-8-sig")

    with qtbot.waitSignal(opened.controller.saving_failed):
        chooser.fileSelected.emit(str(tmp_path / "no folder" / "report.txt"))
    assert opened.dialog.status.startswith("report.txt could not be saved: No such file or directory.")


def test_that_a_finished_upload_is_forgotten_after_a_question(
    bench: Bench, open_history: Open, qtbot: QtBot
) -> None:
    prepared = bench.part(GOOD)
    bench.run(prepared)
    prepared.files.close()
    opened = open_history()
    qtbot.mouseClick(opened.dialog.forget_button, LEFT)
    opened.answer("forget_job", qtbot, yes=False)
    assert len(bench.journal.jobs()) == 1
    qtbot.waitUntil(lambda: opened.dialog.findChild(Question, "forget_job") is None)

    qtbot.mouseClick(opened.dialog.forget_button, LEFT)
    with qtbot.waitSignals([opened.controller.forgotten, opened.controller.loaded]):
        words = opened.answer("forget_job", qtbot, yes=True)
    assert words.startswith("Its counts, its refused rows")
    assert bench.journal.jobs() == []
    assert opened.standings == []
    assert opened.dialog.status.endswith("is forgotten.")


def test_that_forgetting_what_has_not_ended_says_what_it_means(
    bench: Bench, open_history: Open, qtbot: QtBot
) -> None:
    prepared = bench.part(GOOD)
    prepared.files.close()
    opened = open_history()
    qtbot.mouseClick(opened.dialog.forget_button, LEFT)
    with qtbot.waitSignal(opened.controller.forgotten):
        words = opened.answer("forget_job", qtbot, yes=True)

    assert words.startswith("3 of its contacts were never sent. They will not be sent")
    assert not prepared.files.folder.exists()


def test_that_what_another_window_took_up_meanwhile_is_not_forgotten(
    bench: Bench, open_history: Open, qtbot: QtBot
) -> None:
    prepared = bench.part(GOOD)
    prepared.files.close()
    opened = open_history()
    other = UploadService(bench.folder.parent)
    taken = other.pick_up(prepared.job.id)
    qtbot.mouseClick(opened.dialog.forget_button, LEFT)
    with qtbot.waitSignals([opened.controller.failed, opened.controller.loaded]):
        opened.answer("forget_job", qtbot, yes=True)
    taken.files.close()
    other.close()

    assert opened.dialog.status.startswith("Another window or a scheduled run works on it now.")
    assert opened.standings == [Standing.RUNNING]
    assert len(bench.journal.jobs()) == 1


def test_that_contacts_are_erased_after_a_question(bench: Bench, open_history: Open, qtbot: QtBot) -> None:
    job = bench.run(bench.part(MIXED)).job
    assert job is not None
    opened = open_history()
    qtbot.mouseClick(opened.dialog.kept_button, LEFT)
    qtbot.mouseClick(opened.dialog.kept.erase_button, LEFT)
    with qtbot.waitSignal(opened.controller.contacts_erased):
        opened.answer("erase_contacts_question", qtbot, yes=True)

    [row] = bench.journal.listed_rows(job.id)
    assert (row.values, row.phone_number, bool(row.error_code)) == ((), "", True)
    assert opened.dialog.status == "All contacts were erased from the history."


def test_that_it_is_remembered_for_how_long_what_is_kept(
    bench: Bench, open_history: Open, qtbot: QtBot
) -> None:
    opened = open_history()
    kept = opened.dialog.kept
    assert (kept.contacts_days.text(), kept.jobs_days.text()) == ("30", "365")
    kept.keeping_changed.emit(Keeping(7, 90))
    qtbot.waitUntil(lambda: bench.journal.keeping() == Keeping(7, 90))
    qtbot.waitUntil(lambda: not opened.controller.busy)

    kept = open_history().dialog.kept
    assert (kept.contacts_days.text(), kept.jobs_days.text()) == ("7", "90")


def test_that_a_damaged_record_is_set_aside_and_that_is_said(
    open_history: Open, tmp_path: Path, expected_log: ExpectLog
) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database " * 1000)
    expected_log("The journal of uploads: damaged")
    dialog = open_history().dialog

    assert dialog.notice.isVisible()
    assert "has been set aside as" in dialog.notice.accessibleName()
    assert dialog.note.text.startswith("Nothing was uploaded yet")


def test_that_a_record_that_cannot_be_used_is_said_with_what_to_do(
    open_history: Open, tmp_path: Path, expected_log: ExpectLog
) -> None:
    (tmp_path / FILE_NAME).mkdir()
    expected_log("The journal of uploads: read_only")
    dialog = open_history().dialog

    assert dialog.notice.accessibleName().startswith("exogui may not write its record of uploads")
    assert dialog.notice.accessibleDescription().startswith("Uploads work all the same.")


def test_that_what_runs_is_looked_at_again_until_it_has_ended(
    bench: Bench, open_history: Open, qtbot: QtBot
) -> None:
    prepared = bench.part(GOOD)
    opened = open_history()
    assert opened.standings == [Standing.RUNNING]
    bench.run(prepared)
    qtbot.waitUntil(lambda: opened.standings == [Standing.DONE], timeout=10_000)
