"""Large lists go a little at a time: to free all rows of one at once takes longer than a frame."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Slot

_ROWS_AT_ONCE = 1_000
"""To free them takes about half a millisecond."""


class LettingGo(QObject):
    """Holds the rows of lists that are shown no more, fewer from one turn of the event loop to the next."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, ...]] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def rows_left(self) -> int:
        """How many rows it still holds."""
        return len(self._rows)

    def take(self, rows: Iterable[tuple[str, ...]]) -> None:
        """Call before the last reference to the list goes."""
        self._rows += rows
        self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        del self._rows[-_ROWS_AT_ONCE:]
        if not self._rows:
            self._timer.stop()
