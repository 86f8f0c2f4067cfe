"""What comes from outside the window: a later start of the program, files opened in Finder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from exogui.gui.main_window import MainWindow
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageKind
from exogui.messages import window as texts
from exogui.one_window.open_request import OpenRequest

_TOKEN_VARIABLES = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
_MOST_NAMED = 3


class RequestsCoordinator(QObject):
    """Brings the window to the front and says which file is meant; where a dialog waits for the person, the
    file waits for the dialog."""

    file_requested = Signal(Path)
    """This file is to be opened."""
    practice_wanted = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._practice = False
        self._files: list[Path] = []
        """What is asked for and not seen to yet, in the order in which it came."""
        self._together: tuple[Path, ...] = ()
        """The file that is being opened, and those that were asked for together with it."""
        window.installEventFilter(self)

    @Slot(object)
    def take(self, request: OpenRequest) -> None:
        """Do what a later start of the program asks for."""
        self._practice |= request.practice
        self._take(request.token, request.files)

    @Slot(object)
    def take_files(self, files: Sequence[Path]) -> None:
        """Open the first of ``files``, and say so of the others."""
        self._take("", files)

    @Slot(Path)
    def tell_left_out(self, opened: Path) -> None:
        """Now that ``opened`` is on show, say which files that came with it are not."""
        first, *others = self._together or (None,)
        self._together = ()
        if others and opened == first:
            self._say(say(texts.ONE_FILE_AT_A_TIME, file=opened.name, others=_names(others)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notices that a dialog is gone."""
        if event.type() == QEvent.Type.WindowUnblocked:
            QTimer.singleShot(0, self._see_to)  # what the dialog was for is done first
        return super().eventFilter(watched, event)

    def _take(self, token: str, files: Sequence[Path]) -> None:
        self._come_forward(token)
        self._files = list(dict.fromkeys((*self._files, *files)))
        self._see_to()

    @Slot()
    def _see_to(self) -> None:
        if not self._practice and not self._files:
            return
        if not self._window.isVisible():
            return  # closed together with the dialog
        if QApplication.activeModalWidget() is not None:
            if self._files:
                self._say(say(texts.OPENED_AFTER_DIALOG, file=self._files[0].name))
            return
        practice, files = self._practice, self._files
        self._practice, self._files = False, []
        if self._window.sending:
            self._say(say(texts.UPLOADING_BUSY))
            return
        if practice:
            self.practice_wanted.emit()
        if files:
            self._together = tuple(files)
            self.file_requested.emit(files[0])

    def _come_forward(self, token: str) -> None:
        window = self._window
        for name in _TOKEN_VARIABLES if token else ():
            os.environ[name] = token  # where Qt looks for it when a window asks to be in front
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        front = QApplication.activeModalWidget() or window
        for each in (window, front):
            each.raise_()
        front.activateWindow()
        for name in _TOKEN_VARIABLES if token else ():
            os.environ.pop(name, None)  # each is good for once

    def _say(self, words: str) -> None:
        self._window.message_bar.show_message(MessageKind.INFO, words)


def _names(paths: Sequence[Path]) -> str:
    """Of a few; of the others it is said how many there are."""
    names = ", ".join(path.name for path in paths[:_MOST_NAMED])
    more = len(paths) - _MOST_NAMED
    return say(texts.NAMES_AND_MORE, names=names, more=more) if more > 0 else names
