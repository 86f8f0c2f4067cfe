"""The application object, which also hears of files that macOS wants opened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Gathers the files that the system asks to open: each comes as an event of its own, and the first of
    them before there is a window.

    Not an event filter: that would be called for every event of every widget.
    """

    files_opened = Signal(object)
    """A tuple of paths: opened together, in Finder or on the Dock. Never before the event loop runs."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self._files: list[Path] = []  # macOS may send events from within the next line
        super().__init__(list(arguments))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            if not self._files:
                QTimer.singleShot(0, self._on_files_gathered)
            self._files.append(Path(event.file()))
            return True
        return super().event(event)

    @Slot()
    def _on_files_gathered(self) -> None:
        files, self._files = tuple(self._files), []
        self.files_opened.emit(files)
