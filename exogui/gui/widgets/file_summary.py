"""What is open, and how it was read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from exogui.gui.speech import say
from exogui.gui.theme import UNIT, set_role
from exogui.gui.widgets.buttons import make_button
from exogui.gui.widgets.elided_label import ElidedLabel
from exogui.messages import review

_NAME_SHARE = 0.55
"""Of the width, at the most: the longest name leaves room for how the file was read."""


class FileSummary(QWidget):
    """The file's name, and beside it a line such as "1,248 rows · Excel, sheet “Leads” · header in row 3"."""

    change_requested = Signal()
    """The person wants the file read in another way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("file_summary")
        self.name_label = ElidedLabel("file_name", Qt.TextElideMode.ElideMiddle)
        self._description = ElidedLabel("file_description")
        set_role(self.name_label, "title")
        set_role(self._description, "muted")
        self.change_button = make_button(
            say(review.CHANGE_READING),
            "change_reading",
            role="link",
            description=say(review.CHANGE_READING_HELP),
        )
        self.change_button.clicked.connect(self.change_requested)
        self.change_button.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT)
        layout.addWidget(self.name_label)
        layout.addWidget(self._description, alignment=Qt.AlignmentFlag.AlignBaseline)
        layout.addWidget(self.change_button)
        layout.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """A name that fits into its share is never cut for the sake of how the file was read."""
        share = round(self.width() * _NAME_SHARE)
        self.name_label.setMinimumWidth(0)  # or the label would say that it needs what the last name needed
        self.name_label.setMaximumWidth(share)
        self.name_label.setMinimumWidth(min(self.name_label.sizeHint().width(), share))

    def set_file(self, name: str, description: str, *, changeable: bool = False) -> None:
        """Say what is open; ``changeable`` offers to read it in another way."""
        self.name_label.set_text(name)
        self.set_description(description)
        self.change_button.setVisible(changeable)
        self._share_out()

    def set_description(self, description: str) -> None:
        """Say how the file was read, and how many rows there are now."""
        self._description.set_text(description)
