"""The program without standard streams, as Windows starts a program that has no console."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from exogui.standard_streams import fill_missing_streams

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "samples" / "contacts.csv"

_WITHOUT_STREAMS = """
import sys
from exogui.{module} import main
sys.stdin = sys.stdout = sys.stderr = None
sys.exit(main(sys.argv[1:]))
"""

_A_WINDOW_THAT_IS_CLOSED_AT_ONCE = """
import faulthandler, logging, os, sys, warnings
from PySide6.QtCore import QTimer, qWarning
from exogui import app

class ClosedAtOnce(app.Program):
    def get_ready(self):
        faulthandler.enable()
        print("nobody", "reads this")
        warnings.warn("nor this")
        logging.getLogger("a.library").error("nor that")
        qWarning("nor what Qt says")
        self.window.close()

from exogui.__main__ import main
app.Program = ClosedAtOnce
sys.stdin = sys.stdout = sys.stderr = None
sys.exit(main([]))
"""


def status_of(code: str, *words: object) -> int:
    command = [sys.executable, "-c", code, *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=60).returncode


@pytest.mark.parametrize("module", ["__main__", "console"])
@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["--help"], 0),
        (["--version"], 0),
        (["check", "--help"], 0),
        (["check"], 2),
        (["check", "nowhere.csv"], 2),
        (["check", SAMPLE], 1),
        (["--no-such-option"], 2),
    ],
    ids=lambda value: " ".join(str(word) for word in value) if isinstance(value, list) else "",
)
def test_that_a_command_does_its_work_without_streams(module: str, words: list[object], status: int) -> None:
    assert status_of(_WITHOUT_STREAMS.format(module=module), *words) == status


def test_that_the_window_opens_and_closes_without_streams() -> None:
    assert status_of(_A_WINDOW_THAT_IS_CLOSED_AT_ONCE) == 0


def test_that_streams_that_are_there_stay() -> None:
    before = (sys.stdin, sys.stdout, sys.stderr)
    fill_missing_streams()
    assert (sys.stdin, sys.stdout, sys.stderr) == before


@pytest.mark.only_on("linux", "darwin")
def test_that_no_file_gets_the_number_of_a_closed_stream(tmp_path: Path) -> None:
    code = (
        "import os, sys; from exogui.standard_streams import fill_missing_streams; fill_missing_streams();"
        "numbers = [stream.fileno() for stream in (sys.stdin, sys.stdout, sys.stderr)];"
        "file = open(sys.argv[1], 'w');"
        "file.write(f'{numbers} {file.fileno() > 2} {sys.stdin.read()!r}'); file.flush();"
        "os.write(2, b'a warning')"
    )
    told = tmp_path / "told"

    def close_streams() -> None:
        for number in range(3):
            os.close(number)

    command = [sys.executable, "-c", code, str(told)]
    subprocess.run(command, cwd=ROOT, preexec_fn=close_streams, check=True, timeout=60)
    assert told.read_text() == "[0, 1, 2] True ''"
