"""A calm card that says how things stand."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from exogui.gui.theme import UNIT, set_role
from exogui.gui.widgets.icon_label import IconLabel
from exogui.gui.widgets.labels import make_label


class NoticeCard(QFrame):
    """Icon, one sentence, and below it one more."""

    def __init__(self, name: str, icon_name: str, tint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        set_role(self, "card")
        self._title = make_label(role="heading", name=f"{name}_title", wrap=True)
        self._help = make_label(role="small", name=f"{name}_help", wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(UNIT // 2)
        texts.addWidget(self._title)
        texts.addWidget(self._help)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(UNIT)
        layout.addLayout(beside_first_line(IconLabel(icon_name, tint)))
        layout.addLayout(texts, 1)

    def set_text(self, title: str, help_text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._help.setText(help_text)
        self._help.setVisible(bool(help_text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(help_text)


def beside_first_line(icon: IconLabel) -> QVBoxLayout:
    """A place for ``icon`` in the middle of the first line of a text that may have several."""
    place = QVBoxLayout()
    place.setContentsMargins(0, 2, 0, 0)
    place.addWidget(icon)
    place.addStretch(1)
    return place
