"""Work in a thread: one answer, in the main thread, after the thread has ended."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QThread, Slot
from pytestqt.qtbot import QtBot

from exogui.contacts.progress import Cancelled
from exogui.gui.controllers.work_controller import WorkController, WorkCrashed
from exogui.gui.workers.worker import Progress, Work, WorkContext, Worker


class RecordingController(WorkController):
    """Keeps what it is told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[tuple[str, Any]] = []
        self.events: list[object] = []
        self.threads: set[QThread] = set()

    def begin(self, work: Work) -> None:
        self._start(
            work,
            lambda value: self._answer("succeeded", value),
            lambda error: self._answer("failed", error),
            lambda: self._answer("stopped", None),
        )

    def _answer(self, kind: str, value: object) -> None:
        self.threads.add(QThread.currentThread())
        self.answers.append((kind, value))

    @Slot(object)
    def _on_progressed(self, event: object) -> None:
        self.threads.add(QThread.currentThread())
        self.events.append(event)


@pytest.fixture
def controller(qtbot: QtBot) -> RecordingController:
    return RecordingController()


def run(qtbot: QtBot, controller: RecordingController, work: Work) -> None:
    controller.begin(work)
    qtbot.waitUntil(lambda: not controller.busy)


def test_that_the_value_arrives_once_and_in_the_main_thread(
    qtbot: QtBot, controller: RecordingController
) -> None:
    main = QThread.currentThread()
    ran_in: list[QThread] = []

    def work(_context: WorkContext) -> int:
        ran_in.append(QThread.currentThread())
        return 3 * 2**30  # more than 32 bits hold: must not arrive negative

    run(qtbot, controller, work)
    assert controller.answers == [("succeeded", 3 * 2**30)]
    assert controller.threads == {main}
    assert ran_in != [main]


def test_that_an_exception_is_an_answer(qtbot: QtBot, controller: RecordingController) -> None:
    error = ValueError("no")

    def work(_context: WorkContext) -> None:
        raise error

    run(qtbot, controller, work)
    assert controller.answers == [("failed", error)]


def test_that_a_thread_that_dies_without_an_answer_is_a_failure(
    qtbot: QtBot, controller: RecordingController, caplog: pytest.LogCaptureFixture, expected_log: Any
) -> None:
    expected_log("exogui.gui.controllers.work_controller")

    class Dies(Worker):
        def run(self) -> None:
            return

    worker = Dies(lambda _context: None)
    controller.begin(lambda _context: None)
    qtbot.waitUntil(lambda: not controller.busy)
    controller.answers.clear()
    controller._on_failed = lambda error: controller.answers.append(("failed", error))
    controller._worker = worker
    worker.finished.connect(controller._on_finished)
    worker.start()
    qtbot.waitUntil(lambda: not controller.busy)
    assert [kind for kind, _ in controller.answers] == ["failed"]
    assert isinstance(controller.answers[0][1], WorkCrashed)


def test_that_cancel_stops_work_at_its_next_checkpoint(qtbot: QtBot, controller: RecordingController) -> None:
    begun = threading.Event()

    def work(context: WorkContext) -> None:
        begun.set()
        context.cancel.wait()
        context.checkpoint(1, 2)
        raise AssertionError("went on after a cancel")

    controller.begin(work)
    assert begun.wait(5)
    controller.cancel()
    qtbot.waitUntil(lambda: not controller.busy)
    assert controller.answers == [("stopped", None)]


def test_that_progress_arrives_but_not_for_every_chunk(qtbot: QtBot, controller: RecordingController) -> None:
    def work(context: WorkContext) -> None:
        for done in range(1000):
            context.checkpoint(done, 1000)
        context._next_progress = 0.0
        context.checkpoint(1000, 1000)

    run(qtbot, controller, work)
    assert controller.events[-1] == Progress(1000, 1000)
    assert len(controller.events) < 100


def test_that_an_answer_may_start_the_next_piece_of_work(qtbot: QtBot) -> None:
    controller = RecordingController()

    def begin_again(value: object) -> None:
        controller.answers.append(("first", value))
        controller.begin(lambda _context: "second")

    controller._start(lambda _context: "first", begin_again, lambda _error: None)
    qtbot.waitUntil(lambda: not controller.busy)
    assert controller.answers == [("first", "first"), ("succeeded", "second")]


def test_that_shutting_down_ends_the_thread_and_gives_no_answer(
    qtbot: QtBot, controller: RecordingController
) -> None:
    def work(context: WorkContext) -> None:
        context.cancel.wait()
        raise Cancelled

    controller.begin(work)
    assert controller.shut_down()
    qtbot.waitUntil(lambda: not controller.busy)
    assert controller.answers == []


class Gate(threading.Event):
    """A gate that notes who waits at it, and opens."""

    waits = 0

    def wait(self, timeout: float | None = None) -> bool:
        self.waits += 1
        assert timeout is not None, "a paint that never ends must not hold up work for ever"
        self.set()
        return True


def test_that_work_waits_at_the_gate_only_while_the_window_paints() -> None:
    gate = Gate()
    context = WorkContext(lambda _event: None, gate)
    context.checkpoint(0, 2)
    assert gate.waits == 1
    context.checkpoint(1, 2)
    assert gate.waits == 1


def test_that_the_interpreter_switches_as_before_when_the_last_of_several_pieces_of_work_has_ended(
    qtbot: QtBot,
) -> None:
    usual = sys.getswitchinterval()
    first, second = RecordingController(), RecordingController()
    let_go = {first: threading.Event(), second: threading.Event()}
    begun = threading.Barrier(3)

    def waiting_for(end: threading.Event) -> Work:
        def work(_context: WorkContext) -> None:
            begun.wait(5)
            end.wait(5)

        return work

    for controller, end in let_go.items():
        controller.begin(waiting_for(end))
    begun.wait(5)
    let_go[first].set()
    qtbot.waitUntil(lambda: not first.busy)
    assert sys.getswitchinterval() < usual
    let_go[second].set()
    qtbot.waitUntil(lambda: not second.busy)
    assert sys.getswitchinterval() == usual


def test_that_no_garbage_is_looked_for_while_work_runs_and_many_new_objects_are_set_aside(
    qtbot: QtBot,
) -> None:
    controller = RecordingController()
    before = gc.get_freeze_count()

    def work(_context: WorkContext) -> tuple[bool, list[list[int]]]:
        return gc.isenabled(), [[number] for number in range(20_000)]

    controller.begin(work)
    qtbot.waitUntil(lambda: not controller.busy)
    ((_, (enabled, made)),) = controller.answers
    assert not enabled
    assert gc.isenabled()
    assert gc.get_freeze_count() >= before + len(made)


@pytest.fixture
def eager_garbage_collection() -> Iterator[None]:
    """Python looks for garbage each time that an object is made."""
    usual = gc.get_threshold()
    gc.set_threshold(1)
    yield
    gc.set_threshold(*usual)


@pytest.mark.usefixtures("eager_garbage_collection")
def test_that_garbage_is_never_looked_for_in_a_worker(qtbot: QtBot) -> None:
    """What is left of a widget would be deleted there."""
    looked: set[threading.Thread] = set()

    def on_look(_phase: str, _info: dict[str, int]) -> None:
        looked.add(threading.current_thread())

    controller = RecordingController()
    gc.callbacks.append(on_look)
    try:
        controller.begin(lambda context: context.emit([object()]))
        qtbot.waitUntil(lambda: not controller.busy)
    finally:
        gc.callbacks.remove(on_look)
    assert looked == {threading.main_thread()}


def test_that_garbage_is_looked_for_again_after_a_shut_down(qtbot: QtBot) -> None:
    controller = RecordingController()
    controller.begin(lambda _context: None)
    assert controller.shut_down()
    assert gc.isenabled()


def test_that_work_that_makes_little_leaves_garbage_collection_as_it_was(qtbot: QtBot) -> None:
    controller = RecordingController()
    gc.collect()
    before = gc.get_freeze_count()
    controller.begin(lambda _context: None)
    qtbot.waitUntil(lambda: not controller.busy)
    assert gc.get_freeze_count() <= before
    assert gc.isenabled()
