"""What Ctrl+C and a polite kill do to a command that must still report what became of the rows."""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any, Self

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""Not every system has all of them: SIGHUP is a closed terminal, SIGBREAK is Ctrl+Break on Windows."""


class Interruption:
    """A context in which these signals raise KeyboardInterrupt until :meth:`calls` gives them another use.

    What was ignored when the program started, as under ``nohup``, stays ignored. For the main thread only.
    """

    def __init__(self) -> None:
        self._action: Callable[[], None] = _raise
        self._before: dict[int, Any] = {}
        self.happened = False
        """Whether a signal came. A library may take the interrupt for some trouble of its own."""

    def calls(self, action: Callable[[], None]) -> None:
        """From now on a signal calls this."""
        self._action = action

    def __enter__(self) -> Self:
        numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        for number in numbers:
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._on_signal)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.happened = True
        self._action()


def _raise() -> None:
    raise KeyboardInterrupt
