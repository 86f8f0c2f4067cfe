"""A screen of the tests' own, with a hand at its mouse and keyboard."""

from __future__ import annotations

import ctypes
import os
import subprocess
from collections.abc import Sequence
from typing import NamedTuple

PATIENCE_SECONDS = 30
_STEPS = 10
"""In which the mouse goes from one place to another while it drags."""


class Place(NamedTuple):
    """A rectangle in pixels of the screen."""

    left: int
    top: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[int, int]:
        """Where a person would click."""
        return self.left + self.width // 2, self.top + self.height // 2


class XDisplay:
    """An X server without a screen that anyone could see, and xdotool's real mouse and keys in it.

    It has no window manager, so :meth:`give_keyboard` and :meth:`ask_to_close` do what one would.
    """

    def __init__(self, width: int, height: int) -> None:
        told, tell = os.pipe()
        command = ["Xvfb", "-displayfd", str(tell), "-screen", "0", f"{width}x{height}x24"]
        options = ["-nolisten", "tcp", "-noreset"]
        self._server = subprocess.Popen([*command, *options], pass_fds=[tell], stderr=subprocess.DEVNULL)
        os.close(tell)
        with os.fdopen(told) as answer:  # the server chooses a free number, and tells it when it is ready
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        self.name = f":{number}"

    def stop(self) -> None:
        """End the server."""
        self._server.terminate()
        self._server.wait(PATIENCE_SECONDS)

    # --- the hand -----------------------------------------------------------------------------------------

    def click(self, place: Place, *, times: int = 1) -> None:
        """Click the left button in the middle of ``place``."""
        x, y = map(str, place.middle)
        self._xdotool("mousemove", x, y, "click", "--repeat", str(times), "1")

    def press_button(self, place: Place) -> None:
        """Go to the middle of ``place`` and hold the left button down."""
        x, y = map(str, place.middle)
        self._xdotool("mousemove", x, y, "mousedown", "1")

    def drag(self, start: Place, end: Place) -> None:
        """Move, with the button held down, from the middle of one place to that of another."""
        (x, y), (end_x, end_y) = start.middle, end.middle
        for step in range(1, _STEPS + 1):
            across, down = (end_x - x) * step // _STEPS, (end_y - y) * step // _STEPS
            self._xdotool("mousemove", str(x + across), str(y + down))

    def release_button(self) -> None:
        """Let go of what was dragged."""
        self._xdotool("mouseup", "1")

    def press_keys(self, *keys: str) -> None:
        """Press keys one after the other, each by its name in X, with modifiers: ``Return``, ``ctrl+o``."""
        self._xdotool("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type letters and digits; only such as an English keyboard has."""
        assert text.isascii()
        self._xdotool("type", "--delay", "4", text)

    # --- what a window manager does -----------------------------------------------------------------------

    def give_keyboard(self, window: int) -> None:
        """Let ``window`` (by its number in X) get what is typed from now on."""
        self._xdotool("windowfocus", "--sync", str(window))

    def ask_to_close(self, window: int) -> None:
        """Press the cross in the title bar of ``window``, had it one."""
        send_close_request(self.name, window)

    def _xdotool(self, *arguments: str) -> None:
        environment = {"DISPLAY": self.name, "PATH": os.environ["PATH"]}
        command: Sequence[str] = ["xdotool", *arguments]
        subprocess.run(command, env=environment, check=True, timeout=PATIENCE_SECONDS)


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent of Xlib.h, in a union as large as XEvent's."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("_room_of_the_union", ctypes.c_long * 24),
    )


_CLIENT_MESSAGE = 33


class _ClassHint(ctypes.Structure):
    """XClassHint of Xutil.h."""

    _fields_ = (("instance", ctypes.c_char_p), ("class_name", ctypes.c_char_p))


def class_of(display: str, window: int) -> str:
    """The class in WM_CLASS of ``window``, by which desktops find its desktop entry."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    assert connection
    hint = _ClassHint()
    assert x11.XGetClassHint(connection, ctypes.c_ulong(window), ctypes.byref(hint))
    x11.XCloseDisplay(connection)
    return str(hint.class_name.decode())


def send_close_request(display: str, window: int) -> None:
    """Send WM_DELETE_WINDOW, which xdotool cannot before its version 3.2021."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    connection = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    assert connection
    atoms = [x11.XInternAtom(connection, name, False) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW")]
    message = _ClientMessage(type=_CLIENT_MESSAGE, window=window, message_type=atoms[0], format=32)
    message.data[0] = atoms[1]
    x11.XSendEvent(connection, ctypes.c_ulong(window), False, ctypes.c_long(0), ctypes.byref(message))
    x11.XCloseDisplay(connection)
