"""A card that says that other columns have phone numbers as well."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from exogui.gui.speech import say
from exogui.gui.theme import UNIT, set_role
from exogui.gui.widgets.buttons import make_button
from exogui.gui.widgets.icon_label import IconLabel
from exogui.gui.widgets.labels import make_label
from exogui.gui.widgets.notice_card import beside_first_line
from exogui.messages import review


class FurtherNumbersCard(QFrame):
    """Offers a row for each of their numbers; whoever owns it connects :attr:`button`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("further_numbers")
        set_role(self, "card")
        self._title = make_label(role="heading", name="further_numbers_title", wrap=True)
        self._help = make_label(role="small", name="further_numbers_help", wrap=True)
        self.button = make_button(
            say(review.ONE_ROW_EACH),
            "further_numbers_each",
            measure="small",
            description=say(review.ONE_ROW_EACH_MEANS),
        )
        top = QHBoxLayout()
        top.setSpacing(UNIT)
        top.addLayout(beside_first_line(IconLabel("info", "muted")))
        top.addWidget(self._title, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(UNIT + 2)
        layout.addLayout(top)
        layout.addWidget(self._help)
        layout.addLayout(buttons)

    def show_columns(self, names: Sequence[str]) -> None:
        """Name the columns; hide where there are none."""
        if names:
            self._title.setText(say(review.FURTHER_NUMBERS, len(names)))
            self._help.setText(
                say(review.FURTHER_NUMBERS_HELP, names=", ".join(f"“{name}”" for name in names))
            )
            self.setAccessibleName(self._title.text())
            self.setAccessibleDescription(self._help.text())
        self.setVisible(bool(names))
