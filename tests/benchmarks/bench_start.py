"""From nothing to a window that can be used, beside a bare QMainWindow, in turns in the same run.

python packaging/dev.py bench

Shown: the window has been painted for the first time. Usable: the event loop has come to rest after that, so
that a click would be answered at once.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.make_files import show

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 15

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
def main():
    app = Watched([])
    window = QMainWindow()
    window.show()
    return app.exec()
"""

EXOGUI = """
import sys
from exogui import __main__, app
app.Application = Watched
def main():
    return __main__.main([])
"""

WATCHED = """
import sys
from PySide6.QtCore import QAbstractEventDispatcher, QEvent
from exogui.gui.application import Application

class Watched(Application):
    def exec(self):
        self._painted = False
        for widget in self.topLevelWidgets():
            if widget.isVisible():
                widget.installEventFilter(self)
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.aboutToBlock.connect(self._on_rest)
        return super().exec()

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.UpdateRequest and not self._painted:
            watched.removeEventFilter(self)
            watched.event(event)
            self._painted = True
            print("shown", flush=True)
            return True
        return False

    def _on_rest(self):
        if self._painted:
            print("usable", flush=True)
            memory = [line for line in open("/proc/self/status") if line.startswith("VmRSS")]
            print(memory[0].split()[1], flush=True)
            QAbstractEventDispatcher.instance().aboutToBlock.disconnect(self._on_rest)
            self.closeAllWindows()
"""


def start(code: str, home: Path) -> tuple[float, float, float]:
    """Milliseconds until the window is shown and until it can be used, and then its MiB. Linux."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "XDG_STATE_HOME": str(home),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as installed: compiled once, by the first round
    command = [sys.executable, "-c", f"{WATCHED}\n{code}\nsys.exit(main())"]
    begun = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout
        moments = []
        for word in (b"shown\n", b"usable\n"):
            if process.stdout.readline() != word:
                raise RuntimeError("the window did not come")
            moments.append((time.perf_counter() - begun) * 1000)
        memory = int(process.stdout.readline()) / 1024
    if process.returncode:
        raise RuntimeError(f"it ended with {process.returncode}")
    return moments[0], moments[1], memory


def main() -> None:
    """Print medians and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        rounds = [(start(BARE, home), start(EXOGUI, home)) for _ in range(ROUNDS + 1)]
    by_turns = zip(*rounds[1:], strict=True)  # in the first round the files are not in memory yet
    bare, ours = ([statistics.median(column) for column in zip(*runs, strict=True)] for runs in by_turns)
    show(f"bare QMainWindow: shown {bare[0]:.0f} ms, usable {bare[1]:.0f} ms, {bare[2]:.1f} MiB")
    show(
        f"exogui: shown {ours[0]:.0f} ms ({ours[0] / bare[0]:.2f} x), usable {ours[1]:.0f} ms "
        f"({ours[1] / bare[1]:.2f} x), {ours[2]:.1f} MiB"
    )


if __name__ == "__main__":
    main()
