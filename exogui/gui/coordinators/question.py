"""A question that a person answers with one of two buttons; the safe one is the default."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget


class Question(QMessageBox):
    """Not modal to the program's event loop: connect to ``go_on.clicked`` or ``finished``, then ``open``."""

    def __init__(self, name: str, title: str, go_on: str, stay: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(name)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(title)
        self.setText(title)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.go_on: QPushButton = self.addButton(go_on, QMessageBox.ButtonRole.DestructiveRole)
        self.stay: QPushButton = self.addButton(stay, QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.stay)
        self.setEscapeButton(self.stay)
