"""The dialog that shows the rows that further phone numbers would get."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exogui.contacts.table import ContactTable
from exogui.gui.dialogs.framed_dialog import FramedDialog
from exogui.gui.models.one_row_each_model import OneRowEachModel
from exogui.gui.models.problem_card_data import ColumnChoice
from exogui.gui.speech import say
from exogui.gui.theme import UNIT
from exogui.gui.widgets.check_box import CheckBox
from exogui.gui.widgets.dialog_table import DialogTable, DialogTableFrame
from exogui.gui.widgets.labels import make_label
from exogui.messages import repairing as texts

if TYPE_CHECKING:
    from exogui.contacts.repairing.one_row_each import OneRowEachPlan

_SIZE = (820, 580)
_WIDTHS = (128, 72, 180, 220, 160)
_CONTACT = 2
_NAME_WIDTH = 520


class OneRowEachDialog(FramedDialog):
    """Accepted, the plan on show is to be carried out. Says at every change which columns are wanted; whoever
    opened it works out what comes of them and shows it."""

    columns_changed = Signal(object)
    """Tuple of the columns whose numbers are to get rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("one_row_each", say(texts.CANCEL), "", parent)
        self.resize(*_SIZE)
        self.set_title(say(texts.EACH_TITLE), say(texts.EACH_INTRO))
        self.plan: OneRowEachPlan | None = None
        """What is to be carried out; None while it is worked out."""
        self.boxes: dict[int, CheckBox] = {}
        """Column -> whether its numbers get rows."""
        self.rows_model = OneRowEachModel()
        self.rows_model.setParent(self)
        self.table = DialogTable("one_row_each_rows", say(texts.EACH_ROWS), self.rows_model)
        self.table.set_widths(_WIDTHS, stretch=_CONTACT)
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(UNIT // 2)
        self.body.addWidget(make_label(say(texts.EACH_COLUMNS), "heading"))
        self.body.addLayout(self._boxes)
        self.body.addWidget(DialogTableFrame(self.table), 1)

    def set_columns(self, choices: Sequence[ColumnChoice]) -> None:
        """Begin with these, all of them wanted; asks at once what comes of them."""
        for box in self.boxes.values():
            self._boxes.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {choice.column: self._box(choice) for choice in choices}
        self._on_toggled()
        self.table.setFocus()

    def _box(self, choice: ColumnChoice) -> CheckBox:
        words = say(texts.EACH_COLUMN, name=choice.name, sample=choice.sample)
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _NAME_WIDTH)
        box = CheckBox(
            shown.replace("&", "&&"),
            f"one_row_each_{choice.column}",
            description=say(texts.EACH_COLUMN_MEANS),
        )
        box.setAccessibleName(words)
        box.setChecked(True)
        box.toggled.connect(self._on_toggled)
        self._boxes.addWidget(box)
        return box

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that are wanted now."""
        return tuple(column for column, box in self.boxes.items() if box.isChecked())

    @Slot()
    def _on_toggled(self) -> None:
        self.plan = None
        self.accept_button.setEnabled(False)
        self.columns_changed.emit(self.columns)

    def show_plan(self, table: ContactTable, plan: OneRowEachPlan) -> None:
        """What comes of the columns that are wanted now."""
        self.plan = plan
        added, filled = len(plan.new_rows), len(plan.edits)
        self.rows_model.set_plan(table, plan)
        self.table.setCurrentIndex(self.rows_model.index(0, 0))
        if added:
            words = say(texts.ADD_ROWS, added)
        else:
            words = say(texts.FILL_NUMBERS, filled) if filled else say(texts.ADD_NOTHING)
        self.set_accept(words, enabled=bool(added or filled))
        sentences = []
        if added:
            before = table.row_count
            sentences.append(say(texts.ROWS_BECOME, before=before, after=before + added))
        if filled:
            sentences.append(say(texts.NUMBERS_FILLED, filled))
        self.set_status(" ".join(sentences) or say(texts.NUMBERS_SAME))
