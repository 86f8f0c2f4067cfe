"""The one way in which exogui does long work: a callable in a QThread of its own."""

from __future__ import annotations

import gc
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal

from exogui.contacts.progress import Cancelled

_PROGRESS_INTERVAL = 0.05
"""Seconds between two progress signals: one for each chunk would flood the event loop."""

_PAINT_PATIENCE = 0.05
"""Seconds that work waits for a paint at the most, should the window never finish it."""

_SWITCH_INTERVAL = 0.0005
"""Seconds after which Python hands the interpreter over while work runs; the default 5 ms drop frames."""

_MANY_OBJECTS = 10_000
"""So many new ones are rows of a list, or what was made of them."""


@dataclass(frozen=True, slots=True)
class Succeeded:
    """The work returned ``value``."""

    value: object


@dataclass(frozen=True, slots=True)
class Failed:
    """The work raised ``error``."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Stopped:
    """The work gave up because it was cancelled."""


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` steps."""

    done: int
    total: int


class WorkContext:
    """What work may use of its thread: report progress, hear of a cancel, give way to the window."""

    def __init__(self, emit: Callable[[object], None], paint_gate: threading.Event | None) -> None:
        self.cancel = threading.Event()
        """Set when the person stopped the work."""
        self.emit = emit
        """Sends any frozen object to the controller, in order."""
        self._paint_gate = paint_gate
        self._next_progress = time.monotonic() + _PROGRESS_INTERVAL

    def checkpoint(self, done: int, total: int) -> None:
        """Call between chunks of work (:data:`exogui.contacts.progress.Checkpoint`).

        Raises:
            Cancelled: the work is to stop.
        """
        if self.cancel.is_set():
            raise Cancelled
        if self._paint_gate is not None and not self._paint_gate.is_set():
            self._paint_gate.wait(_PAINT_PATIENCE)
        now = time.monotonic()
        if now >= self._next_progress:
            self._next_progress = now + _PROGRESS_INTERVAL
            self.emit(Progress(done, total))
        time.sleep(0)  # lets the window's thread have the interpreter if it waits for it


class _Considerate:
    """How Python runs from the first of several pieces of work to the end of the last: the window is first.

    Begun and ended by the window's thread. A look for garbage begins in whichever thread makes the next
    object; in a worker it would delete what is left of widgets there, and Qt dies of that.

    It hands the interpreter over quickly, and looks for no garbage: one look at all the rows of a large list
    takes the interpreter for 30 to 80 ms, and rows, problems and edits make no cycles anyway. When there are
    many new ones they are set aside, so that the next look passes over them; they go when the last reference
    to them does, as everything else.
    """

    def __init__(self) -> None:
        self._running = 0
        self._usual = 0.0

    def begin(self) -> None:
        """Before the thread of a piece of work is started."""
        if not self._running:
            self._usual = sys.getswitchinterval()
            sys.setswitchinterval(_SWITCH_INTERVAL)
            gc.disable()
        self._running += 1

    def end(self) -> None:
        """When that thread is no more."""
        self._running -= 1
        if not self._running:
            sys.setswitchinterval(self._usual)
            if gc.get_count()[0] > _MANY_OBJECTS:
                gc.freeze()
            gc.enable()


_considerate = _Considerate()

Work = Callable[[WorkContext], object]


class Worker(QThread):
    """Runs one callable once. ``outcome`` is set before ``finished``; None after ``finished`` is a crash.

    :meth:`begin` it, and :meth:`end` it, in the window's thread, in the place of ``start`` and ``wait``.
    Connect its signals to ``@Slot`` methods of main-thread QObjects only: everything else would run in the
    worker's thread.
    """

    progressed = Signal(object)
    """Whatever the work emitted: :class:`Progress` or an event of its own."""

    def __init__(
        self, work: Work, paint_gate: threading.Event | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.outcome: Succeeded | Failed | Stopped | None = None
        self._work = work
        self._is_considered = False
        self._context = WorkContext(self.progressed.emit, paint_gate)

    def begin(self) -> None:
        """Start the thread."""
        self._is_considered = True
        _considerate.begin()
        self.start()

    def end(self, milliseconds: int = -1) -> bool:
        """Wait for the thread, by default for as long as it takes. True: it is no more."""
        ended = self.wait(QDeadlineTimer(milliseconds))
        if ended and self._is_considered:
            self._is_considered = False
            _considerate.end()
        return ended

    def cancel(self) -> None:
        """Ask the work to stop at its next checkpoint. Safe at any time, from any thread."""
        self._context.cancel.set()

    def run(self) -> None:
        """What the thread does."""
        try:
            self.outcome = Succeeded(self._work(self._context))
        except Cancelled:
            self.outcome = Stopped()
        except Exception as error:  # noqa: BLE001 - the boundary: whatever went wrong becomes the outcome
            self.outcome = Failed(error)
