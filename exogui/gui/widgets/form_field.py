"""One line of a form: what is asked, where it is entered, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from exogui.gui.theme import CONTROL_HEIGHT, UNIT
from exogui.gui.widgets.labels import make_label

_LABEL_WIDTH = 128
_ERROR_HEIGHT = 18


class FormField(QWidget):
    """Room for the message is kept below the editor, so that nothing moves when one appears."""

    def __init__(self, title: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._description = editor.accessibleDescription()
        label = make_label(title, "muted")
        label.setBuddy(editor)
        label.setFixedSize(_LABEL_WIDTH, CONTROL_HEIGHT)
        self._error = make_label(role="error", name=f"{editor.objectName()}_error")
        self._error.setFixedHeight(_ERROR_HEIGHT)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(2 * UNIT)
        layout.setVerticalSpacing(0)
        layout.addWidget(label, 0, 0)
        stretched = isinstance(editor, QLineEdit)
        layout.addWidget(editor, 0, 1, Qt.AlignmentFlag(0) if stretched else Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._error, 1, 1)
        layout.setColumnStretch(1, 1)
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self.clear_error)

    @property
    def error(self) -> str:
        """The message on show; empty when there is none."""
        return self._error.text()

    def show_error(self, text: str) -> None:
        """Say under the editor what is wrong; empty takes it back."""
        self._error.setText(text)
        self.editor.setAccessibleDescription(text or self._description)
        if self.editor.property("invalid") is not bool(text):
            self.editor.setProperty("invalid", bool(text))
            style = self.editor.style()
            style.unpolish(self.editor)
            style.polish(self.editor)

    def clear_error(self) -> None:
        """What was wrong is being corrected."""
        self.show_error("")
