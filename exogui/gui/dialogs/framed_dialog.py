"""What every dialog that shows rows has: a title, a sentence, its content, and the buttons below."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from exogui.gui.theme import UNIT
from exogui.gui.widgets.buttons import make_button
from exogui.gui.widgets.labels import make_label

_STATUS_HEIGHT = 40
"""Two lines, so that no sentence moves the buttons."""


class FramedDialog(QDialog):
    """Subclasses fill :attr:`body`. Enter presses the one primary button, Esc the other."""

    def __init__(self, name: str, cancel: str, accept: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._title = make_label(role="title", name=f"{name}_title", wrap=True)
        self._intro = make_label(role="muted", name=f"{name}_intro", wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(UNIT + UNIT // 2)
        self._status = make_label(role="small", name=f"{name}_status", wrap=True)
        self._status.setMinimumHeight(_STATUS_HEIGHT)
        self.cancel_button = make_button(cancel, f"{name}_cancel")
        self.accept_button = make_button(accept, f"{name}_accept", role="primary")
        self.accept_button.setDefault(True)
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)
        self.footer = QHBoxLayout()
        self.footer.setSpacing(UNIT)
        self.footer.addWidget(self._status, 1)
        self.footer.addWidget(self.cancel_button)
        self.footer.addWidget(self.accept_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 3 * UNIT)
        layout.setSpacing(UNIT)
        layout.addWidget(self._title)
        layout.addWidget(self._intro)
        layout.addSpacing(UNIT)
        layout.addLayout(self.body, 1)
        layout.addSpacing(UNIT)
        layout.addLayout(self.footer)

    @property
    def title(self) -> str:
        """The sentence at the top."""
        return self._title.text()

    def set_title(self, title: str, intro: str) -> None:
        """Say what the dialog is about."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self._intro.setText(intro)

    @property
    def status(self) -> str:
        """The line beside the buttons."""
        return self._status.text()

    def set_status(self, text: str) -> None:
        """Say beside the buttons how things stand."""
        self._status.setText(text)

    def set_accept(self, text: str, *, enabled: bool = True) -> None:
        """What the primary button does."""
        self.accept_button.setText(text)
        self.accept_button.setAccessibleName(text)
        self.accept_button.setEnabled(enabled)
