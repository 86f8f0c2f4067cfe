"""What was sent before is said before it goes out again, and asked about where it matters."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from exogui.gui.coordinators.question import Question
from exogui.gui.main_window import MainWindow
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageKind
from exogui.messages import sent_before as texts
from exogui.uploads.preparing import PreparedJob


class SentBeforeQuestion(QObject):
    """:meth:`ask` is answered with ``agreed`` or ``declined``; at once, where there is nothing to ask."""

    agreed = Signal()
    declined = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask(self, prepared: PreparedJob, rows: int) -> None:
        """Say what the journal knows of the ``rows`` rows of a job."""
        before, action = prepared.sent_before, prepared.job.duplicate_action
        words = texts.sent_before_text(before, rows, action, say)
        if not texts.needs_a_question(before, action):
            if words:
                self._window.message_bar.show_message(MessageKind.INFO, words)
            self.agreed.emit()
            return
        question = Question(
            "sent_before", say(texts.TITLE), say(texts.SEND_AGAIN), say(texts.DO_NOT_SEND), self._window
        )
        question.setInformativeText(words)
        question.finished.connect(self._on_answered)
        question.open()

    @Slot()
    def _on_answered(self) -> None:
        question = self.sender()
        again = isinstance(question, Question) and question.clickedButton() is question.go_on
        (self.agreed if again else self.declined).emit()
