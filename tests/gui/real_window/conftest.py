"""A screen for all tests here, a program in it for each, and another program to drag files from."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from bundle import PROBE

from tests.gui.real_window import drag_source
from tests.gui.real_window.program_window import ProgramWindow, environment_of
from tests.gui.real_window.x_display import PATIENCE_SECONDS, Place, XDisplay

HEADER = "Mobile Number,First Name,E-mail,Remarks"

StartProgram = Callable[..., ProgramWindow]
DropFiles = Callable[..., None]
WriteFile = Callable[..., Path]


@pytest.fixture(scope="session")
def display() -> Iterator[XDisplay]:
    """Large enough for the window at 200 %."""
    running = XDisplay(2600, 1640)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def program(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The program under test, with a probe in it: of the checkout, or a built one (``--bundle``)."""
    bundle: Path | None = pytestconfig.getoption("bundle")
    if bundle is None:
        return [sys.executable, "-m", "tests.gui.real_window.probe"]
    beside = tmp_path_factory.mktemp("bundle")
    for part in bundle.resolve().iterdir():  # all of it, as it is, and the probe instead of its program
        (beside / part.name).symlink_to(part)
    return [str(shutil.copy2(PROBE, beside))]


@pytest.fixture
def start_program(
    display: XDisplay, program: list[str], private_home: Path, tmp_path: Path
) -> Iterator[StartProgram]:
    """Starts exogui with arguments, and with environment variables by keyword; gives its window."""
    windows: list[ProgramWindow] = []

    def start(*arguments: str | Path, **environment: str) -> ProgramWindow:
        folder = tmp_path / f"window-{len(windows)}"
        folder.mkdir()
        windows.append(ProgramWindow(display, program, tuple(map(str, arguments)), folder, **environment))
        return windows[-1]

    yield start
    for window in windows:
        window.end()


@pytest.fixture
def drop_files(display: XDisplay, private_home: Path) -> Iterator[DropFiles]:
    """Drags files from another program to the middle of a place, and lets go."""
    sources: list[subprocess.Popen[str]] = []

    def drop(end: Place, *files: Path) -> None:
        command = [sys.executable, "-m", "tests.gui.real_window.drag_source", *map(str, files)]
        environment = environment_of(display)
        source = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        sources.append(source)
        assert source.stdout is not None
        assert source.stdout.readline() == "ready\n"
        start = Place(drag_source.LEFT, drag_source.TOP, drag_source.SIZE, drag_source.SIZE)
        display.press_button(start)
        display.drag(start, end)
        display.release_button()

    yield drop
    for source in sources:  # only now: what was dropped is fetched from its source afterwards
        source.kill()
        source.wait(PATIENCE_SECONDS)
        assert source.stdout is not None
        source.stdout.close()


@pytest.fixture
def write_file(tmp_path: Path) -> WriteFile:
    """Writes a CSV file of the lines given, below the usual header."""

    def write(*lines: str, name: str = "leads.csv", header: str = HEADER) -> Path:
        path = tmp_path / name
        path.write_text("\n".join([header, *lines, ""]), encoding="utf-8")
        return path

    return write
