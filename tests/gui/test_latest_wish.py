"""Controllers that answer the latest question only, whatever is under way for an earlier one."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from exogui.contacts.list_summary import ListSummary
from exogui.contacts.reading.read_options import ReadOptions
from exogui.contacts.table import ContactTable
from exogui.gui.controllers.reading_controller import ReadingController, ReadingPreview
from exogui.gui.controllers.summary_controller import SummaryController
from exogui.gui.controllers.work_controller import WorkController
from exogui.gui.workers.worker import Worker
from tests.gui.sample_contacts import READY, make_table

OTHER = ("+6581234567", "Mei", "", "")


class Answers(QObject):
    """What a controller answered."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[object] = []

    @Slot(object)
    def take(self, answer: object) -> None:
        self.all.append(answer)


@pytest.fixture
def open_gate() -> threading.Event:
    gate = threading.Event()
    gate.set()
    return gate


@pytest.fixture
def reading(qapp: object, open_gate: threading.Event) -> Iterator[ReadingController]:
    controller = ReadingController(open_gate)
    yield controller
    assert controller.shut_down()


@pytest.fixture
def summaries(qapp: object, open_gate: threading.Event) -> Iterator[SummaryController]:
    controller = SummaryController(None, open_gate)
    yield controller
    assert controller.shut_down()


def wait_for_thread(controller: WorkController) -> None:
    """Until the work is done, but its answer has yet to be heard."""
    worker = controller.findChild(Worker)
    assert worker is not None
    assert worker.wait(5_000)


def numbers_in(answers: Answers) -> list[tuple[tuple[str, int], ...]]:
    return [answer.countries for answer in answers.all if isinstance(answer, ListSummary)]


def test_that_a_preview_of_an_earlier_wish_is_not_shown(
    reading: ReadingController, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "leads.csv"
    path.write_text("Phone;Name\n+919876543210;Asha\n", encoding="utf-8")
    previews = Answers()
    reading.previewed.connect(previews.take)
    first, second = ReadOptions(delimiter=","), ReadOptions(delimiter=";")
    reading.preview(path, first)
    wait_for_thread(reading)
    reading.preview(path, second)
    qtbot.waitUntil(lambda: not reading.busy)

    shown = [preview.options for preview in previews.all if isinstance(preview, ReadingPreview)]
    assert shown == [second]


def test_that_a_file_read_for_an_earlier_wish_is_not_shown(
    reading: ReadingController, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "leads.csv"
    path.write_text("Phone;Name\n+919876543210;Asha\n", encoding="utf-8")
    tables = Answers()
    reading.read.connect(tables.take)
    reading.read_again(path, ReadOptions(delimiter=","))
    wait_for_thread(reading)
    reading.read_again(path, ReadOptions(delimiter=";"))
    qtbot.waitUntil(lambda: not reading.busy)

    assert [table.column_count for table in tables.all if isinstance(table, ContactTable)] == [2]


def test_that_a_wish_given_up_is_not_answered(
    reading: ReadingController, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "leads.csv"
    path.write_text("Phone;Name\n+919876543210;Asha\n", encoding="utf-8")
    answers = Answers()
    for answered in (reading.previewed, reading.read, reading.failed):
        answered.connect(answers.take)
    reading.read_again(path, ReadOptions())
    wait_for_thread(reading)
    reading.give_up()
    qtbot.waitUntil(lambda: not reading.busy)

    assert answers.all == []


def test_that_only_the_latest_table_is_summed_up(summaries: SummaryController, qtbot: QtBot) -> None:
    answers = Answers()
    summaries.summarised.connect(answers.take)
    summaries.summarise(make_table([READY]))
    wait_for_thread(summaries)
    summaries.summarise(make_table([OTHER]))
    qtbot.waitUntil(lambda: not summaries.busy)

    assert numbers_in(answers) == [(("SG", 1),)]


def test_that_rows_that_go_while_they_are_counted_are_no_failure(
    summaries: SummaryController, qtbot: QtBot
) -> None:
    counting, gone = threading.Event(), threading.Event()

    def phone_number(_row: int) -> str | None:
        counting.set()
        gone.wait(5)
        raise IndexError

    changing = make_table([READY])
    changing.phone_number = phone_number  # type: ignore[method-assign,assignment]  # as if rows went meanwhile
    answers, failures = Answers(), Answers()
    summaries.summarised.connect(answers.take)
    summaries.failed.connect(failures.take)
    summaries.summarise(changing)
    assert counting.wait(5)
    summaries.summarise(make_table([OTHER]))
    gone.set()
    qtbot.waitUntil(lambda: not summaries.busy)

    assert failures.all == []
    assert numbers_in(answers) == [(("SG", 1),)]


def test_that_a_failure_that_nothing_explains_is_told(summaries: SummaryController, qtbot: QtBot) -> None:
    def phone_number(_row: int) -> str | None:
        raise IndexError

    broken = make_table([READY])
    broken.phone_number = phone_number  # type: ignore[method-assign,assignment]
    with qtbot.waitSignal(summaries.failed) as failed:
        summaries.summarise(broken)

    assert isinstance(failed.args[0], IndexError)
