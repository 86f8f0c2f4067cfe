"""Standard streams for a program that was started without them, or with those of an old code page."""

from __future__ import annotations

import os
import sys

_MODES = {"stdin": "r", "stdout": "w", "stderr": "w"}


def fill_missing_streams() -> None:
    """Give the program each standard stream that it lacks; these hold nothing and lead nowhere.

    A program for Windows without a console has none, and one whose starter closed them has none either:
    whatever prints fails then, in any library. On Linux and macOS the number of a closed stream would go to
    the next file that is opened, and Qt would write its warnings into that; opened here, in the order of
    their numbers, the streams take these numbers themselves.
    """
    for name, mode in _MODES.items():
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - to the end


def speak_any_script() -> None:
    """Names in any script must not break output into a pipe or an old Windows console."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
