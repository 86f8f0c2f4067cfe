"""Says what a step did, with a button that takes just this step back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from exogui.contacts.judged_table import JudgedTable
from exogui.contacts.steps import Step
from exogui.gui.main_window import MainWindow
from exogui.gui.speech import say
from exogui.gui.widgets.message_bar import MessageAction, MessageKind
from exogui.messages import editing as texts

_UNDO = "undo_step"


class StepNotice(QObject):
    """One notice at a time; it goes when another step is done, which its button would take back instead."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._step: Step | None = None
        self._words = ""
        window.message_bar.action_triggered.connect(self._on_action_triggered)
        window.table_model.table_changed.connect(self._on_table_changed)

    def install(
        self, judged: JudgedTable, step: Step, words: str, kind: MessageKind = MessageKind.SUCCESS
    ) -> None:
        """Take rows out or add a column as judged, and say ``words`` about it."""
        if self._window.table_model.install(judged, step) is not None:
            self.tell(words, kind)

    def tell(self, words: str, kind: MessageKind = MessageKind.SUCCESS) -> None:
        """Say ``words`` about the step that was done last."""
        table = self._window.table_model.table
        self._step = table.undo_step if table is not None else None
        self._words = words
        actions = (MessageAction(_UNDO, say(texts.UNDO)),) if self._step is not None else ()
        self._window.message_bar.show_message(kind, words, actions)

    @Slot(str)
    def _on_action_triggered(self, name: str) -> None:
        if name == _UNDO:
            self._window.table_model.undo()

    @Slot()
    def _on_table_changed(self, _change: object = None) -> None:
        table = self._window.table_model.table
        if self._step is None or (table is not None and table.undo_step is self._step):
            return
        self._step = None
        if self._window.message_bar.text == self._words:
            self._window.message_bar.clear()
