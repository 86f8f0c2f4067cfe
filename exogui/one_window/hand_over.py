"""The second start: hands over what it was asked for, or finds out that it has to be the window itself."""

from __future__ import annotations

import logging
import os
import sys
import time
from typing import TYPE_CHECKING

from exogui.one_window.open_request import TAKEN, OpenRequest, is_token
from exogui.one_window.window_place import WindowPlace

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

logger = logging.getLogger(__name__)

ANSWER_SECONDS = 1.5
"""How long a window that listens may take to answer; it answers between two events."""
STARTING_SECONDS = 10.0
"""How long the one who holds the place may take to listen: a first start from a slow disk."""
_PAUSE_SECONDS = 0.02


def take_or_hand_over(place: WindowPlace, request: OpenRequest) -> bool:
    """Whether the window that is there has taken ``request``; then there is nothing left to do.

    Otherwise this process is to open a window: it holds ``place``, or whoever does has not answered in time.
    Blocks up to the seconds above. Needs no application object, and loads Qt only where there is a window.
    Raises OSError.
    """
    deadline = time.monotonic() + STARTING_SECONDS
    while not place.take():
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(place.server_name)
        left = deadline - time.monotonic()
        if socket.waitForConnected(max(0, int(1000 * min(left, ANSWER_SECONDS)))):
            deadline = min(deadline, time.monotonic() + ANSWER_SECONDS)
            if _is_taken(socket, request, deadline):
                return True
        if time.monotonic() >= deadline:
            logger.warning("The window that is there does not answer")
            return False
        time.sleep(_PAUSE_SECONDS)  # it is still starting, or about to end
    return False


def _is_taken(socket: QLocalSocket, request: OpenRequest, deadline: float) -> bool:
    if sys.platform == "win32":
        _let_come_forward(int(socket.socketDescriptor()))
    socket.write(request.to_bytes())
    answer = b""
    while not answer.endswith(b"\n"):
        left = int(1000 * (deadline - time.monotonic()))
        if left <= 0 or not socket.waitForReadyRead(left):
            break
        answer += bytes(socket.read(len(TAKEN)).data())
    socket.abort()
    return answer == TAKEN


def startup_token() -> str:
    """What the desktop gave this start so that a window may come to the front; empty where it gave nothing.

    Sources: xdg-activation of Wayland, and the startup notification of X11.
    """
    token = os.environ.get("XDG_ACTIVATION_TOKEN") or os.environ.get("DESKTOP_STARTUP_ID", "")
    return token if is_token(token) else ""


def _let_come_forward(pipe: int) -> None:
    """Pass on the right to be in front, which Windows gives to what the person has just started."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        process = wintypes.ULONG()
        if ctypes.windll.kernel32.GetNamedPipeServerProcessId(wintypes.HANDLE(pipe), ctypes.byref(process)):
            ctypes.windll.user32.AllowSetForegroundWindow(process)
