"""How long the window stands still at the most while large lists come, change and go: a click waits so long.

Beside it what an idle window shows: the machine's own share.

python packaging/dev.py bench
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from exogui.app import prepare
from exogui.exotel.account_store import AccountStore
from exogui.exotel.keychain import SessionKeychain
from exogui.gui.controllers.accounts_controller import AccountsController
from exogui.gui.program import Program
from exogui.gui.settings import Settings
from exogui.gui.widgets.contact_table_view import SelectedBlock
from exogui.practice_account import PracticeAccount
from tests.benchmarks.make_files import contact_file, show

ROUNDS = 7
SETTLE_SECONDS = 0.4
"""Cards and search follow a change after a moment."""


class Heart(QObject):
    """Beats every millisecond; the longest pause between two beats is the longest stall."""

    def __init__(self) -> None:
        super().__init__()
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._on_beat)
        self.longest = 0.0

    def start(self) -> None:
        """Begin to watch."""
        self.longest = 0.0
        self._clock.start()
        self._timer.start()

    def stop(self) -> float:
        """End it; gives the longest stall in milliseconds."""
        self._timer.stop()
        return self.longest

    @Slot()
    def _on_beat(self) -> None:
        self.longest = max(self.longest, self._clock.nsecsElapsed() / 1e6)
        self._clock.start()


class Bench:
    """The whole program, with lists of 50,000 rows."""

    def __init__(self, app: QApplication, home: Path) -> None:
        settings = Settings(home)
        prepare(app, settings)
        accounts = AccountsController(AccountStore(home), PracticeAccount(), SessionKeychain(), parent=app)
        self.program = Program(settings, accounts, home / "exogui.log", home / "data")
        self._heart = Heart()
        self._files = [contact_file("c10"), contact_file("c10_clean")]
        self.program.window.show()
        self._work_until_done()

    def longest_stall(self, work: Callable[[], None]) -> float:
        """While ``work`` is done and all that follows from it."""
        self._heart.start()
        work()
        self._work_until_done()
        return self._heart.stop()

    def _work_until_done(self) -> None:
        loop = QEventLoop()
        end = time.perf_counter() + SETTLE_SECONDS

        def look() -> None:
            if time.perf_counter() > end and not any(each.busy for each in self.program.controllers):
                loop.quit()

        watch = QTimer(interval=20)
        watch.timeout.connect(look)
        watch.start()
        loop.exec()  # and no loop of our own, which would compete with the work for the interpreter

    def idle(self) -> None:
        """Nothing."""

    def open_other(self) -> None:
        """One large list in place of another."""
        self._files.reverse()
        self.program.workbench.review.mark_sent()  # else it would be asked about the changes
        self.program.open_file(self._files[0])

    def fill_down(self) -> None:
        """The first value of a column into all its 50,000 cells."""
        view = self.program.window.review_view.table
        view.select_block(SelectedBlock(range(50_000), range(1, 2)))
        self.program.workbench.editing.fill_down()

    def undo(self) -> None:
        """Take the last change back."""
        self.program.window.table_model.undo()

    def redo(self) -> None:
        """And do it again."""
        self.program.window.table_model.redo()

    def close(self) -> None:
        """Back to the empty page."""
        self.program.workbench.review.mark_sent()
        self.program.workbench.review.close_file()


def main() -> None:
    """Print median and worst."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(app, Path(folder))
        works = (bench.idle, bench.open_other, bench.fill_down, bench.undo, bench.redo, bench.close)
        stalls: dict[str, list[float]] = {work.__name__: [] for work in works}
        for _ in range(ROUNDS + 1):
            for work in works:
                stalls[work.__name__].append(bench.longest_stall(work))
        show("longest stall, ms     median   worst")
        for name, each in stalls.items():
            show(f"{name:20} {statistics.median(each[1:]):7.1f} {max(each[1:]):7.1f}")
        for controller in bench.program.controllers:
            controller.shut_down()


if __name__ == "__main__":
    main()
