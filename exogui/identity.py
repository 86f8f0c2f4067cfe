"""The names by which desktops know the program. Packages, shortcuts and the running program must agree."""

from __future__ import annotations

import sys

APPLICATION_ID = "io.github.exogui.exogui"
"""Of the ``.desktop`` file and the AppStream entry on Linux, and of the bundle on macOS."""

APP_USER_MODEL_ID = "exogui.exogui"
"""On Windows: what the taskbar groups windows, pins and recent files by."""


def tell_taskbar() -> None:
    """Tell Windows which program this is, before there is a window; elsewhere there is nobody to tell.

    Else the windows of a program that Python runs count as Python's. Source: the Windows API's
    SetCurrentProcessExplicitAppUserModelID.
    """
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_USER_MODEL_ID)
