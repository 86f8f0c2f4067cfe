"""Closing the window while an upload is under way: it waits, and the person is told what it would mean."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from exogui.gui.coordinators.question import Question
from exogui.gui.speech import say
from exogui.messages import window as texts
from exogui.messages.catalogue import Text
from exogui.uploads.events import AwaitingAnswer, Counted, Sending, UploadEvent, Waiting, Woke


class ClosingGuard(QObject):
    """Watches one upload controller: tell it what happens, and when the upload has ended."""

    closing = Signal()
    """The window may close now."""

    def __init__(self, window: QWidget, holds: Callable[[], bool], stop: Callable[[], None]) -> None:
        """``holds``: whether closing has to wait. ``stop``: the person closes anyway."""
        super().__init__(window)
        self._window = window
        self._holds = holds
        self._stop = stop
        self._question: Question | None = None
        self._event: UploadEvent | None = None
        self.wanted = False
        """Whether the window is to close as soon as the upload has ended."""

    def begin(self) -> None:
        """An upload begins."""
        self._event = None

    def observe(self, event: UploadEvent) -> None:
        """The upload goes on behind the question: what holds may change while it is read."""
        if not isinstance(event, Waiting | Counted | Woke):
            self._event = event
            self._say_what_it_means()

    def end(self) -> None:
        """The upload has ended."""
        if self._question is not None:
            self._question.reject()
        wanted, self.wanted = self.wanted, False  # where something else keeps the window open, it stays open
        if wanted:
            self.closing.emit()

    def ask_to_close(self, event: QCloseEvent) -> None:
        """Ignore ``event`` and ask, where an upload is under way."""
        if not self._holds():
            return
        event.ignore()
        if self.wanted or self._question is not None:
            return
        self._question = question = Question(
            "closing_question",
            say(texts.CLOSING_TITLE),
            say(texts.CLOSE_ANYWAY),
            say(texts.KEEP_OPEN),
            self._window,
        )
        question.go_on.setObjectName("close_anyway")
        question.go_on.clicked.connect(self._on_close_anyway)
        question.finished.connect(self._on_answered)
        self._say_what_it_means()
        question.open()

    def _say_what_it_means(self) -> None:
        if self._question is not None:
            self._question.setInformativeText(say(self._meaning()))

    def _meaning(self) -> Text:
        match self._event:
            case None | Sending():
                return texts.CLOSING_SENDING
            case AwaitingAnswer():
                return texts.CLOSING_WAITING
        return texts.CLOSING_PROCESSING

    @Slot()
    def _on_answered(self) -> None:
        self._question = None

    @Slot()
    def _on_close_anyway(self) -> None:
        if self._holds():
            self.wanted = True
            self._stop()
        else:
            self.closing.emit()
