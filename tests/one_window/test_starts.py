"""Programs started one after the other, and together: one window, whatever became of the one before."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60

_TOLD = """
import sys
from exogui import app, window_start

class Told(app.Program):
    def __init__(self, *parts, **more):
        super().__init__(*parts, **more)
        self.requests.file_requested.connect(lambda path: print(path, flush=True))
        self.requests.practice_wanted.connect(lambda: print("practice", flush=True))
        self.imports.loaded.connect(lambda: print("window", flush=True))

app.Program = Told
"""
_START = _TOLD + "sys.exit(window_start.main(sys.argv[1:]))"
_START_WITH_A_SLOW_DISK = """
import sys
from exogui.one_window.window_place import WindowPlace
place = WindowPlace.own()
assert place.take()
print("placed", flush=True)
sys.stdin.readline()
from exogui.one_window.open_request import OpenRequest
from pathlib import Path
""" + (_TOLD + "sys.exit(app.stay_open(OpenRequest(), place, Path('exogui.log')))")

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(private_home: Path) -> Iterator[Start]:
    """Starts the program; it says ``window`` when it has one, and what it is asked for."""
    running: list[subprocess.Popen[str]] = []

    def begin(*arguments: str, code: str = _START, cwd: Path = private_home) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", code, *arguments]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, cwd=cwd, env=environment, stdin=pipe, stdout=pipe, text=True)
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.communicate(timeout=PATIENCE_SECONDS)


def said(process: subprocess.Popen[str]) -> str:
    """The next line it says; empty when it has ended."""
    assert process.stdout is not None
    return process.stdout.readline().rstrip("\n")


def assert_handed_over(process: subprocess.Popen[str]) -> None:
    assert said(process) == ""
    assert process.wait(PATIENCE_SECONDS) == 0


def test_that_a_second_start_hands_over_its_file_and_its_wish_and_ends(start: Start, tmp_path: Path) -> None:
    first = start()
    assert said(first) == "window"
    assert_handed_over(start("--practice", "leads.csv", cwd=tmp_path))
    assert [said(first), said(first)] == ["practice", str(tmp_path / "leads.csv")]
    assert_handed_over(start())
    assert_handed_over(start("last.csv", cwd=tmp_path))
    assert said(first) == str(tmp_path / "last.csv")


def test_that_of_starts_at_the_same_time_one_is_the_window_and_gets_what_the_others_want(
    start: Start, tmp_path: Path
) -> None:
    for _ in range(3):
        names = [f"list-{number}.csv" for number in range(4)]
        started = {name: start(name, cwd=tmp_path) for name in names}
        lines = {name: said(process) for name, process in started.items()}
        windows = [name for name, line in lines.items() if line]
        assert len(windows) == 1
        others = [name for name in names if name not in windows]
        assert [started[name].wait(PATIENCE_SECONDS) for name in others] == [0, 0, 0]
        window = started[windows[0]]
        heard = [lines[windows[0]], *(said(window) for _ in names)]
        assert sorted(heard) == sorted(["window", *(str(tmp_path / name) for name in names)])
        window.kill()
        window.wait(PATIENCE_SECONDS)


def test_that_a_program_that_was_killed_keeps_nobody_from_starting(start: Start, private_home: Path) -> None:
    first = start()
    assert said(first) == "window"
    first.kill()
    first.wait(PATIENCE_SECONDS)
    if sys.platform != "win32":
        assert list(private_home.rglob("*.socket")), "it has left its socket lying about"
    second = start()
    assert said(second) == "window"
    assert_handed_over(start())


@pytest.mark.only_on("linux", "darwin")
def test_that_a_window_that_hangs_does_not_swallow_the_file(start: Start, tmp_path: Path) -> None:
    first = start()
    assert said(first) == "window"
    first.send_signal(signal.SIGSTOP)
    second = start("leads.csv", cwd=tmp_path)
    assert [said(second), said(second)] == [str(tmp_path / "leads.csv"), "window"]


def test_that_a_start_waits_for_a_window_that_is_still_coming_up(start: Start, tmp_path: Path) -> None:
    first = start(code=_START_WITH_A_SLOW_DISK)
    assert said(first) == "placed"
    second = start("leads.csv", cwd=tmp_path)
    assert first.stdin is not None
    print("go on", file=first.stdin, flush=True)
    assert said(first) == "window"
    assert_handed_over(second)
    assert said(first) == str(tmp_path / "leads.csv")


def test_that_a_new_window_is_had_by_asking_and_later_starts_go_to_the_first(
    start: Start, tmp_path: Path
) -> None:
    first = start()
    assert said(first) == "window"
    other = start("--new-window")
    assert said(other) == "window"
    assert_handed_over(start("leads.csv", cwd=tmp_path))
    assert said(first) == str(tmp_path / "leads.csv")


@pytest.mark.only_on("linux")
def test_that_windows_on_another_display_and_of_other_data_are_left_alone(
    start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = start()
    assert said(first) == "window"
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("DISPLAY", ":98")
        assert said(start()) == "window"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert said(start()) == "window"


@pytest.mark.only_on("linux")
@pytest.mark.parametrize("trouble", ["a_file_is_there", "the_path_is_too_long", "others_may_write"])
def test_that_without_a_place_to_listen_at_the_program_starts_all_the_same(
    start: Start, private_home: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    folder = private_home / ("long" * 30 if trouble == "the_path_is_too_long" else "short")
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    if trouble == "a_file_is_there":
        (folder / "exogui").touch()
    elif trouble == "others_may_write":
        (folder / "exogui").mkdir()
        (folder / "exogui").chmod(0o777)
    assert said(start()) == "window"
    assert said(start()) == "window"
