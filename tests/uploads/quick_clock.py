"""A clock whose waits take no time."""

from __future__ import annotations

from collections.abc import Callable

from exogui.exotel.cancellation import CancelToken
from exogui.exotel.errors import Stopped


class QuickClock:
    """Waits take no time and are remembered. ``on_wait`` is called with each."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.on_wait: Callable[[float], None] = lambda _seconds: None
        self.slept = 0.0
        """Seconds that the computer slept so far: only the time of day knows of them."""
        self._now = 1000.0

    def now(self) -> float:
        return self._now

    def wall(self) -> float:
        return 1_700_000_000 + self._now + self.slept

    def wait(self, seconds: float, cancel: CancelToken) -> None:
        self.waits.append(seconds)
        self._now += seconds
        self.on_wait(seconds)
        if cancel.cancelled:
            raise Stopped
