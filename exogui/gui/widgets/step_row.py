"""Steps of a job in a row: those done, the one under way, those to come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from exogui.gui.speech import say
from exogui.gui.theme import UNIT, set_role
from exogui.gui.widgets.icon_label import IconLabel
from exogui.gui.widgets.labels import make_label
from exogui.messages import sending as texts


class StepRow(QWidget):
    """Icon, weight and colour, and for screen readers a word, tell the states apart."""

    def __init__(self, name: str, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT)
        self._icons = [IconLabel("circle", "disabled") for _ in range(count)]
        self._labels = [make_label(role="small", name=f"{name}_{number}") for number in range(count)]
        for number in range(count):
            layout.addWidget(self._icons[number], alignment=Qt.AlignmentFlag.AlignVCenter)
            layout.addWidget(self._labels[number])
            layout.addSpacing(2 * UNIT)
        layout.addStretch()

    def set_steps(self, steps: Sequence[str], current: int, *, paused: bool = False) -> None:
        """Show ``steps``; those before ``current`` are done."""
        for number, (picture, label, text) in enumerate(zip(self._icons, self._labels, steps, strict=True)):
            label.setText(text)
            if number < current:
                picture.set_icon("check-circle", "ready")
                set_role(label, "small")
                label.setAccessibleName(say(texts.STEP_DONE, step=text))
            elif number == current:
                picture.set_icon("pause" if paused else "clock", "worth_look" if paused else "accent")
                set_role(label, "small-strong")
                label.setAccessibleName(say(texts.STEP_NOW, step=text))
            else:
                picture.set_icon("circle", "disabled")
                set_role(label, "small")
                label.setAccessibleName(say(texts.STEP_LATER, step=text))
