"""Time and waiting, so that tests need not wait."""

from __future__ import annotations

import time
from typing import Protocol

from exogui.exotel.cancellation import CancelToken
from exogui.exotel.errors import Stopped


class Clock(Protocol):
    """What a job knows of time."""

    def now(self) -> float:
        """Seconds from some fixed moment. Whether they pass while the computer sleeps differs."""

    def wall(self) -> float:
        """Seconds since the epoch; they pass while the computer sleeps."""

    def wait(self, seconds: float, cancel: CancelToken) -> None:
        """Wait; raises Stopped when cancelled meanwhile."""


class SystemClock:
    """The real one."""

    def now(self) -> float:
        """Seconds of the system's monotonic clock."""
        return time.monotonic()

    def wall(self) -> float:
        """The system's time of day."""
        return time.time()

    def wait(self, seconds: float, cancel: CancelToken) -> None:
        """Wait; raises Stopped when cancelled meanwhile."""
        if cancel.wait(seconds):
            raise Stopped
