"""The program as a person meets it: a window on a screen."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.gui.real_window.x_display import PATIENCE_SECONDS, Place, XDisplay, class_of

ROOT = Path(__file__).resolve().parents[3]

Seen = TypeVar("Seen")


@dataclass(frozen=True, slots=True)
class Sight:
    """Something the window shows."""

    text: str
    place: Place | None
    """None while it is scrolled out of sight."""
    enabled: bool = True
    focus: bool = False
    checked: bool = False
    current: bool = False
    rows: int = 0


class ProgramWindow:
    """A running exogui: it says what it shows; what it is told comes from the display's mouse and keys."""

    def __init__(
        self, display: XDisplay, program: Sequence[str], arguments: tuple[str, ...], folder: Path, **more: str
    ) -> None:
        """Start ``program``, a :mod:`probe`; pictures and what it says on stderr go to ``folder``."""
        self.display = display
        self._folder = folder
        self._pictures = 0
        self._errors = folder / "stderr.txt"
        with self._errors.open("wb") as errors:
            self._process = subprocess.Popen(
                [*program, *arguments],
                cwd=os.environ["HOME"],
                env={**environment_of(display), **more},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
            )
        self.wait_until(lambda: self._keyboard() is not None, "the window is there")

    # --- what is to be seen -------------------------------------------------------------------------------

    def find(self, name: str) -> Sight | None:
        """A widget by its object name; None when it is not on show."""
        return _sight(self._ask("widget", name=name))

    def see(self, name: str) -> Sight:
        """A widget by its object name, as soon as it is on show."""
        return self._await(lambda: self.find(name), f"{name} is on show")

    def text(self, name: str) -> str:
        """What a widget on show reads; empty when it is not on show."""
        found = self.find(name)
        return found.text if found is not None else ""

    def cell(self, row: int, column: int, table: str = "contact_table") -> Sight:
        """A cell of a table on show, counted from 0."""
        place = {"table": table, "row": row, "column": column}
        return self._await(lambda: _sight(self._ask("cell", **place)), f"{place} is on show")

    def column(self, column: int) -> Sight:
        """The header of a column of the contacts."""
        asked = {"table": "contact_table", "column": column}
        return self._await(lambda: _sight(self._ask("column", **asked)), f"{asked} is on show")

    def menu_item(self, menu: str, name: str) -> Sight:
        """An entry of a menu, as soon as that is open."""
        return self._await(lambda: _sight(self._ask("menu_item", menu=menu, name=name)), f"{menu} is open")

    @property
    def focus(self) -> str:
        """The name of the widget that gets what is typed."""
        return str((self._keyboard() or {}).get("focus", ""))

    def wait_until(self, condition: Callable[[], bool], what: str) -> None:
        """Until ``condition`` holds; fails after a while, with a picture."""
        self._await(lambda: condition() or None, what)

    def wait_for_text(self, name: str, text: str) -> None:
        """Until a widget on show reads exactly ``text``."""
        self.wait_until(lambda: self.text(name) == text, f"{name} reads “{text}”")

    def wait_for_part(self, name: str, part: str) -> None:
        """Until ``part`` is among what a widget on show reads."""
        self.wait_until(lambda: part in self.text(name), f"{name} holds “{part}”")

    def wait_for_focus(self, name: str) -> None:
        """Until what is typed goes to this widget."""
        self.wait_until(lambda: self.focus == name, f"{name} has the focus")

    def take_picture(self, name: str) -> Path:
        """Of the whole screen, numbered in the order in which they are taken."""
        self._pictures += 1
        path = self._folder / f"{self._pictures:02}-{name}.png"
        assert self._ask("picture", path=str(path)) == {"saved": True}
        return path

    # --- what a person does -------------------------------------------------------------------------------

    def click(self, name: str) -> None:
        """Click a widget as soon as it is on show and can be used."""

        def usable() -> Place | None:
            found = self.find(name)
            return found.place if found is not None and found.enabled else None

        self.display.click(self._await(usable, f"{name} can be clicked"))

    def click_sight(self, sight: Sight, *, times: int = 1) -> None:
        """Click something that was seen, which must not be scrolled away."""
        assert sight.place is not None
        self.display.click(sight.place, times=times)

    def press_keys(self, *keys: str) -> None:
        """Press keys, one after the other, in the window that should have the keyboard."""
        self._take_keyboard()
        self.display.press_keys(*keys)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        self._take_keyboard()
        self.display.type(text)

    def press_cross(self) -> None:
        """Close the window as a window manager does it."""
        found = self._await(self._keyboard, "the window is there")
        self.display.ask_to_close(found["window"])

    @property
    def window_class(self) -> str:
        """By which a desktop takes it for one of exogui's."""
        return class_of(self.display.name, self._await(self._keyboard, "the window is there")["window"])

    def _take_keyboard(self) -> None:
        found = self._await(self._keyboard, "the window is there")
        if not found["active"]:
            self.display.give_keyboard(found["window"])
            self.wait_until(
                lambda: bool((self._keyboard() or {}).get("active")), "the window has the keyboard"
            )

    # --- its end ------------------------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        """Whether the process is still there."""
        return self._process.poll() is None

    def quit(self) -> tuple[int, str]:
        """Press Ctrl+Q; gives the exit status and everything it ever said on stderr."""
        self.press_keys("ctrl+q")
        return self.wait_for_end()

    def wait_for_end(self) -> tuple[int, str]:
        """The exit status and everything it said on stderr."""
        try:
            status = self._process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            raise self._failure("the program has ended") from None
        return status, self._errors.read_text(encoding="utf-8")

    def hang(self) -> None:
        """Stop it where it is, as a program looks that no longer answers."""
        self._process.send_signal(signal.SIGSTOP)

    def end(self) -> None:
        """Make sure that nothing is left of it."""
        if self.running:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait(PATIENCE_SECONDS)
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()

    # --- questions ----------------------------------------------------------------------------------------

    def _keyboard(self) -> dict[str, Any] | None:
        return self._ask("keyboard")

    def _ask(self, about: str, **details: object) -> dict[str, Any] | None:
        questions, answers = self._process.stdin, self._process.stdout
        assert questions is not None
        assert answers is not None
        questions.write(json.dumps({"about": about, **details}).encode() + b"\n")
        questions.flush()
        heard, _, _ = select.select([answers], [], [], PATIENCE_SECONDS)
        line = answers.readline() if heard else b""
        if not line:
            said = self._errors.read_text(encoding="utf-8")
            pytest.fail(f"The program no longer answers; it said: {said!r}")
        answer: dict[str, Any] | None = json.loads(line)
        return answer

    def _await(self, look: Callable[[], Seen | None], what: str) -> Seen:
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            seen = look()
            if seen is not None:
                return seen
        raise self._failure(what)

    def _failure(self, what: str) -> AssertionError:
        return AssertionError(f"Waited in vain until {what}; see {self.take_picture('in-vain')}")


def _sight(answer: dict[str, Any] | None) -> Sight | None:
    if answer is None:
        return None
    place = answer.pop("place")
    return Sight(place=Place(*place) if place is not None else None, **answer)


def environment_of(display: XDisplay) -> dict[str, str]:
    """What a program of the tests may know: the test's home, the screen, a bus only if there is one."""
    kept = {name: value for name, value in os.environ.items() if name.startswith(("XDG_", "LD_"))}
    desktop = {"XDG_CURRENT_DESKTOP", "XDG_SESSION_DESKTOP", "XDG_SESSION_TYPE", "XDG_SESSION_ID"}
    return {
        **{name: value for name, value in kept.items() if name not in desktop},
        "PATH": os.environ["PATH"],
        "HOME": os.environ["HOME"],
        "PYTHONPATH": str(ROOT),
        "PYTHONSAFEPATH": "1",
        "LC_ALL": "C.UTF-8",
        "DISPLAY": display.name,
        "QT_QPA_PLATFORM": "xcb",
        "DBUS_SESSION_BUS_ADDRESS": os.environ.get("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"),
    }
