"""Exotel's limit on calls, shared by everyone who uses the account."""

from __future__ import annotations

import math
import threading
import time

_WINDOW_SECONDS = 60.0
_DOCUMENTED_PER_MINUTE = 200


class RateLimit:
    """Counts calls in windows of a minute. ``per_minute`` None: announces Exotel's limit, enforces none."""

    def __init__(self, per_minute: int | None) -> None:
        self.per_minute = per_minute
        self._lock = threading.Lock()
        self._window_ends = 0.0
        self._used = 0

    def count_call(self) -> tuple[tuple[tuple[str, str], ...], int | None]:
        """The X-RateLimit headers for this call, and the seconds to wait if it is one too many, or None."""
        with self._lock:
            now = self._enter_window()
            self._used += 1
            limit, remaining = _DOCUMENTED_PER_MINUTE, _DOCUMENTED_PER_MINUTE - 1
            if self.per_minute is not None:
                limit, remaining = self.per_minute, max(0, self.per_minute - self._used)
            seconds_left = self._window_ends - now
            exceeded = self.per_minute is not None and self._used > self.per_minute
        headers = (
            ("X-RateLimit-Limit", str(limit)),
            ("X-RateLimit-Remaining", str(remaining)),
            ("X-RateLimit-Reset", str(math.ceil(time.time() + seconds_left))),
        )
        return headers, math.ceil(seconds_left) if exceeded else None

    def spend(self, calls: int) -> None:
        """Use up calls of this minute, as others who share the account do."""
        with self._lock:
            self._enter_window()
            self._used += calls

    def begin_minute(self) -> None:
        """Let the minute be over now."""
        with self._lock:
            self._window_ends = 0.0

    def _enter_window(self) -> float:
        """The time now, in the window that it belongs to."""
        now = time.monotonic()
        if now >= self._window_ends:
            self._window_ends = now + _WINDOW_SECONDS
            self._used = 0
        return now
