"""The licences of what others made and the program contains."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from exogui.gui.speech import say
from exogui.gui.theme import UNIT
from exogui.gui.widgets.buttons import describe, make_button
from exogui.messages import window as texts

_SIZE = QSize(760, 620)


class LicencesDialog(QDialog):
    """Shows ``notices``, one text of all of them, whose lines are at most some 80 characters long."""

    def __init__(self, notices: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("licences_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(texts.LICENCES))
        self.resize(_SIZE)
        self.text = QPlainTextEdit(notices)
        self.text.setObjectName("licences_text")
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        describe(self.text, say(texts.LICENCES))
        close = make_button(say(texts.CLOSE), "licences_close")
        close.setDefault(True)
        close.clicked.connect(self.close)
        footer = QHBoxLayout()
        footer.addStretch(1)
        footer.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        layout.setSpacing(2 * UNIT)
        layout.addWidget(self.text, 1)
        layout.addLayout(footer)
        self.text.setFocus()
