"""A call that cannot be interrupted, made in a thread that may be left."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from exogui.exotel.cancellation import CancelToken

_Found = TypeVar("_Found")

_TICK_SECONDS = 0.05


class Errand(Generic[_Found]):
    """Begins at once. Whoever waits for it may give up; it then goes on by itself."""

    def __init__(self, call: Callable[[], _Found], name: str) -> None:
        """``name`` is the thread's."""
        self.begun = time.monotonic()
        self._call = call
        self._found: list[_Found] = []
        self._failed: list[Exception] = []
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def done(self) -> bool:
        """Whether it has ended, well or not."""
        return self._done.is_set()

    def result(self, seconds: float, cancel: CancelToken) -> _Found:
        """What the call gives or raises. ``seconds`` count from its beginning.

        Raises TimeoutError and Stopped while it goes on.
        """
        while not self._done.wait(_TICK_SECONDS):
            cancel.check()
            if time.monotonic() > self.begun + seconds:
                raise TimeoutError
        self._thread.join()
        if self._failed:
            raise self._failed[0]
        return self._found[0]

    def _run(self) -> None:
        try:
            self._found.append(self._call())
        except Exception as error:  # noqa: BLE001 - raised where the result is wanted
            self._failed.append(error)
        finally:
            self._done.set()
