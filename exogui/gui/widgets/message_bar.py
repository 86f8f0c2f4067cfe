"""Messages inside the window: they interrupt nobody and stay until they are dealt with."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from exogui.gui.speech import say
from exogui.gui.theme import UNIT, set_role
from exogui.gui.widgets.buttons import describe, make_button
from exogui.gui.widgets.icon_label import IconLabel
from exogui.gui.widgets.labels import make_label
from exogui.messages import notices as texts
from exogui.messages.catalogue import Text


class MessageKind(StrEnum):
    """How a message is meant."""

    HINT = "hint"
    """Of no consequence for what the person is doing."""
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


_LOOKS: dict[MessageKind, tuple[str, str, Text]] = {
    MessageKind.HINT: ("info", "muted", texts.HINT),
    MessageKind.INFO: ("info", "accent", texts.INFO),
    MessageKind.SUCCESS: ("check-circle", "ready", texts.SUCCESS),
    MessageKind.WARNING: ("warning-triangle", "worth_look", texts.WARNING),
    MessageKind.ERROR: ("error-circle", "must_fix", texts.ERROR),
}


@dataclass(frozen=True, slots=True)
class MessageAction:
    """A button on a message: its name for :attr:`MessageBar.action_triggered`, and what it reads."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class _Message:
    kind: MessageKind
    text: str
    actions: tuple[MessageAction, ...]


class MessageBar(QFrame):
    """One message at a time, the latest; hidden while there is none.

    A message about the list gives way for good when another list is opened. A reminder, which is about the
    program or earlier uploads, comes back then, until the person has dealt with it.
    """

    action_triggered = Signal(str)
    """One of the message's buttons was pressed; the message is gone already."""
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None, *, can_dismiss: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._icon = IconLabel("info", "accent", 20)
        self._text = make_label(name="message_text", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._reminders: dict[str, _Message] = {}
        self._reminding = ""
        """The name of the reminder on show; empty while something else is, or nothing."""
        self._buttons: list[QPushButton] = []
        self._actions: dict[QPushButton, str] = {}
        self.dismiss_button = make_button(
            "", "dismiss_message", role="quiet", icon_name="close", measure="small"
        )
        describe(self.dismiss_button, say(texts.DISMISS), say(texts.DISMISS_MEANS))
        self.dismiss_button.clicked.connect(self._on_dismiss_clicked)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(2 * UNIT, UNIT, UNIT, UNIT)
        self._layout.setSpacing(UNIT)
        self._layout.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._layout.addWidget(self._text, stretch=1)
        self._layout.addWidget(self.dismiss_button, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.dismiss_button.setVisible(can_dismiss)  # now that it has a parent: else it flashes as a window
        self.hide()

    @property
    def text(self) -> str:
        """The message on show, or an empty string."""
        return self._text.text()

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons of the message on show, from the left."""
        return list(self._buttons)

    def show_message(self, kind: MessageKind, text: str, actions: Sequence[MessageAction] = ()) -> None:
        """Show ``text`` in place of the message before, with a button for each of ``actions``."""
        self._reminding = ""
        self._show(_Message(kind, text, tuple(actions)))

    def remind(self, name: str, kind: MessageKind, text: str, actions: Sequence[MessageAction] = ()) -> None:
        """Show ``text`` whenever there is nothing else to say, until it is dismissed, acted on, or forgotten
        by its ``name``. The latest reminder comes first."""
        self._reminders.pop(name, None)
        self._reminders[name] = _Message(kind, text, tuple(actions))
        if self.isHidden() or self._reminding:
            self.clear()

    @Slot(str)
    def forget_reminder(self, name: str) -> None:
        """It has been dealt with elsewhere; harmless when there is none of that name."""
        self._reminders.pop(name, None)
        if self._reminding == name:
            self.clear()

    def _show(self, message: _Message) -> None:
        kind, text = message.kind, message.text
        icon, tint, name = _LOOKS[kind]
        set_role(self, f"message-{kind}")
        self._icon.set_icon(icon, tint)
        self._text.setText(text)
        self._set_actions(message.actions)
        self.setAccessibleName(say(texts.SAID, kind=say(name), text=text))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def set_text(self, text: str) -> None:
        """Other words for the message on show; its buttons stay. Not announced: progress would chatter."""
        self._text.setText(text)

    @Slot()
    def clear(self) -> None:
        """Take the message away without a word; a reminder may take its place."""
        if self._reminders:
            self._reminding = next(reversed(self._reminders))
            self._show(self._reminders[self._reminding])
            return
        self._reminding = ""
        self._set_actions(())
        self._text.clear()
        self.hide()

    def _set_actions(self, actions: Sequence[MessageAction]) -> None:
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        self._actions.clear()
        for action in actions:
            button = make_button(action.text, f"message_{action.name}", measure="small", parent=self)
            button.clicked.connect(self._on_action_clicked)
            self._layout.insertWidget(self._layout.count() - 1, button)
            self._buttons.append(button)
            self._actions[button] = action.name
        for before, after in itertools.pairwise((self._text, *self._buttons, self.dismiss_button)):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _on_action_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton) and button in self._actions:
            name = self._actions[button]
            self._put_away()
            self.action_triggered.emit(name)

    @Slot()
    def _on_dismiss_clicked(self) -> None:
        self._put_away()
        self.dismissed.emit()

    def _put_away(self) -> None:
        """The person has dealt with what is on show."""
        self._reminders.pop(self._reminding, None)
        self.clear()
