"""The dialog in which a person decides how numbers are to be read that can be read in several ways."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from exogui.gui.dialogs.framed_dialog import FramedDialog
from exogui.gui.models.decisions_model import DecisionData, DecisionsModel
from exogui.gui.speech import say
from exogui.gui.theme import UNIT
from exogui.gui.widgets.buttons import describe, make_button
from exogui.gui.widgets.dialog_table import DialogTable, DialogTableFrame
from exogui.gui.widgets.labels import make_label
from exogui.messages import repairing as texts

_SIZE = (1000, 580)
_ROW_HEIGHT = 52
_ROW_WIDTH, _CONTACT_WIDTH, _VALUE_WIDTH, _READING_WIDTH = 64, 120, 164, 180
_EACH_WIDTH, _LEAVE_WIDTH = 112, 104
_CONTACT, _FIRST_READING = 1, 3


class DecisionsDialog(FramedDialog):
    """Accepted, :attr:`rows_model` has what was decided. Nothing is chosen before the person chooses it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("decisions", say(texts.CANCEL), "", parent)
        self.resize(*_SIZE)
        self.rows_model = DecisionsModel()
        self.rows_model.setParent(self)
        self.table = DialogTable(
            "decisions_rows", say(texts.DECISION_ROWS), self.rows_model, row_height=_ROW_HEIGHT
        )
        self.table.setAccessibleDescription(say(texts.DECISIONS_HELP))
        self._pattern = make_label(role="small", name="decisions_pattern", wrap=True)
        self.same_button = make_button("", "decisions_same", measure="small")
        self.each_button = make_button("", "decisions_each", measure="small")
        pattern = QHBoxLayout()
        pattern.setSpacing(UNIT)
        pattern.addWidget(self._pattern, 1)
        pattern.addWidget(self.each_button)
        pattern.addWidget(self.same_button)
        self.body.addWidget(DialogTableFrame(self.table), 1)
        self.body.addLayout(pattern)
        self.table.cell_chosen.connect(self._on_cell_chosen)
        self.table.selectionModel().currentChanged.connect(self._on_current_changed)
        self.same_button.clicked.connect(self._on_same_clicked)
        self.each_button.clicked.connect(self._on_each_clicked)

    def set_decisions(self, title: str, decisions: Sequence[DecisionData]) -> None:
        """Begin with these, the first one in focus."""
        self.set_title(title, say(texts.DECISIONS_INTRO))
        self.rows_model.set_decisions(decisions)
        readings, offers_each = self.rows_model.reading_columns, self.rows_model.each_count > 0
        choices = [*[_READING_WIDTH] * readings, *[_EACH_WIDTH] * offers_each, _LEAVE_WIDTH]
        # Where there is no room for all of them the table scrolls, and nothing is squeezed.
        fits = readings <= 2
        self.table.set_widths(
            [_ROW_WIDTH, _CONTACT_WIDTH, _VALUE_WIDTH, *choices], stretch=_CONTACT if fits else None
        )
        self.each_button.setVisible(offers_each)
        each = say(texts.EACH_FOR_ALL, self.rows_model.each_count)
        self.each_button.setText(each)
        describe(self.each_button, each, say(texts.EACH_FOR_ALL_MEANS))
        self.table.setCurrentIndex(self.rows_model.index(0, _FIRST_READING))
        self.table.setFocus()
        self._show_state()

    @Slot(int, int)
    def _on_cell_chosen(self, row: int, column: int) -> None:
        self.rows_model.choose(row, column)
        self._show_state()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_state()

    @Slot()
    def _on_same_clicked(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            self.rows_model.choose_for_pattern(row)
            self.table.setFocus()
            self._show_state()

    @Slot()
    def _on_each_clicked(self) -> None:
        self.rows_model.choose_each()
        self.table.setFocus()
        self._show_state()

    def _show_state(self) -> None:
        chosen = self.rows_model.chosen_count
        left = self.rows_model.row_count() - chosen
        self.set_accept(say(texts.DECIDED, chosen) if chosen else say(texts.NONE_DECIDED), enabled=chosen > 0)
        added = self.rows_model.added_rows
        sentences = [say(texts.LEFT_ALONE, left) if left else say(texts.NONE_LEFT_ALONE)]
        if added:
            sentences.insert(0, say(texts.ROWS_COME, added))
        self.set_status(" ".join(sentences))
        row = self.table.currentIndex().row()
        same = self.rows_model.same_pattern(row) if row >= 0 else 0
        self.same_button.setEnabled(same > 0 and self.rows_model.chosen_otherwise(row) > 0)
        button = say(texts.SAME_FOR_ALL, max(same, 1))
        self.same_button.setText(button)
        describe(self.same_button, button, say(texts.SAME_FOR_ALL_MEANS))
        self._pattern.setText(say(texts.SAME_PATTERN, same) if same else say(texts.NO_SAME_PATTERN))
