"""What stands in the middle of a place that has nothing else to show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from exogui.gui.theme import UNIT, set_role
from exogui.gui.widgets.icon_label import IconLabel

_ICON_SIZE = 32


class QuietNote(QWidget):
    """An icon, a quiet line, and what to do next."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icon = IconLabel("file", "muted", _ICON_SIZE)
        self._title = QLabel()
        self._help = QLabel()
        set_role(self._title, "heading")
        set_role(self._help, "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 3 * UNIT)
        layout.setSpacing(UNIT)
        layout.addStretch(2)
        layout.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._help):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch(3)

    @property
    def text(self) -> str:
        """What it says, the next step included."""
        return f"{self._title.text()}\n{self._help.text()}"

    def set_note(self, icon_name: str, tint: str, title: str, help_text: str) -> None:
        """Say something else; ``tint`` is a colour token."""
        self._icon.set_icon(icon_name, tint)
        self._title.setText(title)
        self._help.setText(help_text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(help_text)
