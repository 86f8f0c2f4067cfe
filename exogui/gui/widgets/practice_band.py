"""The band that says that this is only practice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from exogui.gui.speech import say
from exogui.gui.theme import UNIT, set_role
from exogui.gui.widgets.icon_label import IconLabel
from exogui.gui.widgets.labels import make_label
from exogui.messages import accounts as texts


class PracticeBand(QFrame):
    """Slim, across the whole window, in every state; hidden with a real account."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practice_band")
        self.setAccessibleName(say(texts.PRACTICE_BAND))
        set_role(self, "practice")
        self.setFixedHeight(4 * UNIT - 4)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * UNIT, 0, 2 * UNIT, 0)
        layout.setSpacing(UNIT)
        layout.addStretch()
        layout.addWidget(IconLabel("practice", "accent"), alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(make_label(say(texts.PRACTICE_BAND), "practice", name="practice_text"))
        layout.addStretch()
        self.hide()
