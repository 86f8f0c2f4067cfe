"""Line edits for what is copied from a web page: identifiers, keys and tokens."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from exogui.gui.speech import say
from exogui.gui.widgets.buttons import describe, make_button
from exogui.messages import accounts as texts

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u00ad"))
"""What comes along, unseen, when something is copied from a web page or a chat."""


class CompactLineEdit(QLineEdit):
    """Takes no space and no invisible character, pasted or typed: nothing entered here has any."""

    def __init__(self, name: str, title: str, description: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        describe(self, title, description)
        self.textEdited.connect(self._on_text_edited)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        compact = "".join(text.translate(_INVISIBLE).split())
        if compact != text:
            place = len("".join(text[: self.cursorPosition()].translate(_INVISIBLE).split()))
            self.setText(compact)
            self.setCursorPosition(place)


class SecretField(CompactLineEdit):
    """Shows dots until the person asks to see it; hidden again whenever it is emptied."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(name, title, parent=parent)
        self._title = title
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.show_button = make_button("", f"{name}_show", role="link", measure="small", parent=self)
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(self._on_show_toggled)
        self._on_show_toggled(False)

    def forget(self) -> None:
        """Empty it, its undo history too, and hide what comes next."""
        self.setText("")  # unlike clear(), this drops what undo would bring back
        self.show_button.setChecked(False)

    @Slot(bool)
    def _on_show_toggled(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.show_button.setText(say(texts.HIDE if shown else texts.SHOW))
        name = say(texts.HIDE_FIELD if shown else texts.SHOW_FIELD, field=self._title)
        describe(self.show_button, name, name)
        self._place_button()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def _place_button(self) -> None:
        size = self.show_button.sizeHint()
        self.setTextMargins(0, 0, size.width(), 0)
        self.show_button.setGeometry(
            self.width() - size.width() - 2, (self.height() - size.height()) // 2, size.width(), size.height()
        )
