"""The dialog that shows what a repair would change before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from exogui.contacts.table import ContactTable
from exogui.gui.dialogs.framed_dialog import FramedDialog
from exogui.gui.models.repair_preview_model import RepairPreviewModel
from exogui.gui.models.visible_text import visible
from exogui.gui.speech import say
from exogui.gui.widgets.buttons import make_button
from exogui.gui.widgets.dialog_table import DialogTable, DialogTableFrame
from exogui.gui.widgets.labels import make_label
from exogui.gui.widgets.segmented_control import Choice, SegmentedControl
from exogui.messages import repairing as texts

if TYPE_CHECKING:
    from exogui.contacts.repairing.repairs import RepairPlan

_SIZE = (760, 560)
_WIDTHS = (72, 180, 220, 220)
_BEFORE, _AFTER = 2, 3
_CHANGES, _STAYS = "changes", "stays"


class RepairPreviewDialog(FramedDialog):
    """Accepted, the plan on show is to be carried out."""

    decide_requested = Signal()
    """The person wants to decide about the rows that stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("repair_preview", say(texts.CANCEL), "", parent)
        self.resize(*_SIZE)
        self._plan: RepairPlan | None = None
        self.rows_model = RepairPreviewModel()
        self.rows_model.setParent(self)
        self.table = DialogTable("repair_preview_rows", say(texts.PREVIEW_ROWS), self.rows_model)
        self.table.set_widths(_WIDTHS, stretch=_BEFORE)
        self.which = SegmentedControl(
            "repair_preview_which",
            say(texts.WHICH_ROWS),
            [Choice(_CHANGES, "", say(texts.WILL_CHANGE_MEANS)), Choice(_STAYS, "", say(texts.STAYS_MEANS))],
        )
        self._signs = make_label(say(texts.SIGNS), "small", name="repair_preview_signs", wrap=True)
        self.decide_button = make_button(
            say(texts.DECIDE_ACTION), "repair_preview_decide", description=say(texts.DECIDE_MEANS)
        )
        self.footer.insertWidget(1, self.decide_button)
        self.body.addWidget(self.which)
        self.body.addWidget(DialogTableFrame(self.table), 1)
        self.body.addWidget(self._signs)
        self.which.value_changed.connect(self._on_which_changed)
        self.decide_button.clicked.connect(self._on_decide_clicked)

    @property
    def plan(self) -> RepairPlan | None:
        """What is to be carried out."""
        return self._plan

    def set_plan(
        self, table: ContactTable, plan: RepairPlan, title: str, verb: str, *, decidable: bool
    ) -> None:
        """Show ``plan``. ``verb`` is what the button says; ``decidable``: a dialog exists for what stays."""
        self._plan = plan
        changes, stays = len(plan.edits), len(plan.undecided)
        self.set_title(title, say(texts.PREVIEW_INTRO))
        self.rows_model.set_plan(table, plan)
        for value, text in ((_CHANGES, say(texts.WILL_CHANGE, changes)), (_STAYS, say(texts.STAYS, stays))):
            segment = self.which.segment(value)
            segment.setText(text)
            segment.setAccessibleName(text)
            segment.updateGeometry()
        self.which.segment(_CHANGES).setEnabled(changes > 0)
        self.which.segment(_STAYS).setEnabled(stays > 0)
        self.which.set_value(_CHANGES if changes else _STAYS)
        self._signs.setVisible(self._shows_signs(table, plan))
        self.set_accept(verb, enabled=changes > 0)
        self.decide_button.setVisible(decidable and stays > 0)
        left = say(texts.UNDECIDED_LEFT, stays) if stays else say(texts.NOTHING_UNDECIDED)
        self.set_status(left if changes else say(texts.NOTHING_CERTAIN))
        self.table.setCurrentIndex(self.rows_model.index(0, _AFTER))
        self.table.setFocus()

    @staticmethod
    def _shows_signs(table: ContactTable, plan: RepairPlan) -> bool:
        values = [table.value(row, column) for row, column, _after in plan.edits[:1_000]]
        return any(visible(value) != value for value in values)

    @Slot(str)
    def _on_which_changed(self, value: str) -> None:
        self.rows_model.show_undecided(undecided=value == _STAYS)

    @Slot()
    def _on_decide_clicked(self) -> None:
        self.reject()
        self.decide_requested.emit()
