"""The question that comes before all others: where are the phone numbers?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QVBoxLayout, QWidget

from exogui.gui.models.problem_card_data import ColumnChoice
from exogui.gui.speech import say
from exogui.gui.theme import UNIT, set_role
from exogui.gui.widgets.buttons import make_button
from exogui.gui.widgets.labels import make_label
from exogui.messages import review

_BUTTONS = 3


class PhoneColumnCard(QFrame):
    """A button for each likely column; a menu for the others."""

    column_chosen = Signal(int)
    each_chosen = Signal(int)
    """Several columns have phone numbers, and each number is to have a row; the likeliest of the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("phone_column_card")
        self.setAccessibleName(say(review.WHICH_COLUMN))
        self.setAccessibleDescription(say(review.WHICH_COLUMN_HELP))
        set_role(self, "card")
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(UNIT)
        self._others: tuple[ColumnChoice, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 14)
        layout.setSpacing(UNIT)
        layout.addWidget(make_label(say(review.WHICH_COLUMN), "heading", wrap=True))
        layout.addWidget(make_label(say(review.WHICH_COLUMN_HELP), "small", wrap=True))
        layout.addLayout(self._buttons)

    def set_choices(self, choices: Sequence[ColumnChoice]) -> None:
        """Offer these columns, likely ones first."""
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for choice in choices[:_BUTTONS]:
            self._buttons.addWidget(self._choice_button(choice))
        if sum(choice.likely for choice in choices) > 1:
            self._buttons.addWidget(self._each_button(choices[0]))
        self._others = tuple(choices[_BUTTONS:])
        if self._others:
            others = make_button(
                say(review.OTHER_COLUMN), "phone_column_other", role="link", icon_name="chevron-down"
            )
            others.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron stands behind the text
            others.clicked.connect(self._on_others_clicked)
            self._buttons.addWidget(others)

    def _choice_button(self, choice: ColumnChoice) -> QPushButton:
        text = say(review.COLUMN_WITH_SAMPLE, name=choice.name, sample=choice.sample)
        shown = self.fontMetrics().elidedText(
            text if choice.sample else choice.name, Qt.TextElideMode.ElideRight, 220
        )
        button = make_button(shown.replace("&", "&&"), f"phone_column_{choice.column}")
        button.setAccessibleName(text)
        button.setProperty("column", choice.column)
        button.clicked.connect(self._on_choice_clicked)
        return button

    def _each_button(self, likeliest: ColumnChoice) -> QPushButton:
        words = say(review.EACH_NUMBER)
        button = make_button(words, "phone_column_each", description=say(review.EACH_NUMBER_HELP))
        button.setProperty("column", likeliest.column)
        button.clicked.connect(self._on_each_clicked)
        return button

    @Slot()
    def _on_each_clicked(self) -> None:
        self.each_chosen.emit(self.sender().property("column"))

    @Slot()
    def _on_choice_clicked(self) -> None:
        self.column_chosen.emit(self.sender().property("column"))

    @Slot()
    def _on_others_clicked(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("phone_column_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(say(review.WHICH_COLUMN))
        for choice in self._others:
            menu.addAction(choice.name.replace("&", "&&")).setData(choice.column)
        menu.triggered.connect(self._on_menu_triggered)
        button = self.sender()
        assert isinstance(button, QPushButton)  # noqa: S101 - for the type checker
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    @Slot(QAction)
    def _on_menu_triggered(self, action: QAction) -> None:
        self.column_chosen.emit(action.data())
