"""The filters above the table, with live counts."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from exogui.contacts.problems import Counts, ProblemCode, RowState, Severity
from exogui.gui.speech import say
from exogui.gui.theme import UNIT
from exogui.gui.widgets.filter_chip import FilterChip
from exogui.messages import review

_ICONS = {
    Severity.ERROR: ("error-circle", "must_fix"),
    Severity.WARNING: ("warning-triangle", "worth_look"),
    Severity.NOTE: ("info", "muted"),
}


class FilterChips(QWidget):
    """All, Ready, Must fix, Worth a look: exactly one holds, the arrow keys move between them.

    While the rows with one kind of problem are shown, a chip of its own says so; it goes with its filter.
    """

    state_selected = Signal(object)
    """The person chose a :class:`RowState`, or all rows (None)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_chips")
        self.setAccessibleName(say(review.FILTERS))
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT)
        self._chips: dict[RowState | None, FilterChip] = {
            None: FilterChip("filter_all", say(review.FILTER_ALL), say(review.FILTER_ALL_HELP), None),
            RowState.READY: FilterChip(
                "filter_ready",
                say(review.FILTER_READY),
                say(review.FILTER_READY_HELP),
                ("check-circle", "ready"),
            ),
            RowState.MUST_FIX: FilterChip(
                "filter_must_fix",
                say(review.FILTER_MUST_FIX),
                say(review.FILTER_MUST_FIX_HELP),
                _ICONS[Severity.ERROR],
            ),
            RowState.WORTH_A_LOOK: FilterChip(
                "filter_worth_a_look",
                say(review.FILTER_WORTH_A_LOOK),
                say(review.FILTER_WORTH_A_LOOK_HELP),
                _ICONS[Severity.WARNING],
            ),
        }
        self._problem = FilterChip("filter_problem", "", say(review.FILTER_PROBLEM_HELP), None)
        self._problem.hide()
        self._code: ProblemCode | None = None
        for chip in (*self._chips.values(), self._problem):
            self._group.addButton(chip)
            layout.addWidget(chip)
        self._problem.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._chips[None].setChecked(True)
        self._group.buttonClicked.connect(self._on_button_clicked)

    def chip(self, state: RowState | None) -> FilterChip:
        """The chip of a state; of all rows for None."""
        return self._chips[state]

    @property
    def problem_chip(self) -> FilterChip:
        """The chip that is there while the rows with one problem are shown."""
        return self._problem

    @property
    def shown_problem(self) -> ProblemCode | None:
        """The kind of problem whose rows are shown."""
        return self._code

    def set_counts(self, counts: Counts) -> None:
        """Say how many rows each filter would show."""
        self._chips[None].set_count(counts.rows)
        self._chips[RowState.READY].set_count(counts.ready)
        self._chips[RowState.MUST_FIX].set_count(counts.errors)
        self._chips[RowState.WORTH_A_LOOK].set_count(counts.warnings)

    def show_state(self, state: RowState | None) -> None:
        """Mark the filter by state that is in force."""
        self._chips[state].setChecked(True)
        self._leave_problem()

    def show_problem(self, code: ProblemCode, title: str) -> None:
        """Mark that the rows with this kind of problem are shown."""
        self._code = code
        self._problem.set_face(title, _ICONS[code.severity])
        self._problem.show()
        self._problem.setChecked(True)

    def _leave_problem(self) -> None:
        self._code = None
        self._problem.hide()

    @Slot(QAbstractButton)
    def _on_button_clicked(self, button: QAbstractButton) -> None:
        if button is self._problem:
            self._chips[None].setChecked(True)
            if self._problem.hasFocus():
                self._chips[None].setFocus()
        state = next((state for state, chip in self._chips.items() if chip is button), None)
        self._leave_problem()
        self.state_selected.emit(state)
