"""The dialog in which a person decides which of the rows with the same number to keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from exogui.contacts.table import ContactTable
from exogui.gui.dialogs.framed_dialog import FramedDialog
from exogui.gui.models.duplicates_model import DuplicateOutcome, DuplicatesModel
from exogui.gui.speech import say
from exogui.gui.theme import UNIT
from exogui.gui.widgets.check_box import CheckBox
from exogui.gui.widgets.dialog_table import DialogTable, DialogTableFrame
from exogui.gui.widgets.labels import make_label
from exogui.gui.widgets.segmented_control import Choice, SegmentedControl
from exogui.messages import repairing as texts
from exogui.messages.catalogue import Text

_SIZE = (940, 600)
_EXACT, _DIFFERENT = "exact", "different"

KEEP_ALL = "all"
"""In place of a :class:`exogui.contacts.repairing.duplicates.Keep`: no row is taken out."""

KEEP_DISTINCT = "distinct"
"""Likewise: of rows that say the same one stays, and every row that says something else."""

_KEEP_CHOICES = (
    ("first", texts.KEEP_FIRST, texts.KEEP_FIRST_MEANS),
    ("last", texts.KEEP_LAST, texts.KEEP_LAST_MEANS),
    ("most_complete", texts.KEEP_FULLEST, texts.KEEP_FULLEST_MEANS),
    (KEEP_DISTINCT, texts.KEEP_DISTINCT, texts.KEEP_DISTINCT_MEANS),
    (KEEP_ALL, texts.KEEP_ALL, texts.KEEP_ALL_MEANS),
)
_KEEP_OF_COPIES = frozenset({"first", "last", KEEP_ALL})


@dataclass(frozen=True, slots=True)
class SameNumber:
    """Rows of the table with one phone number, in the order of the file."""

    rows: tuple[int, ...]
    exact: bool
    """Whether all that is sent is the same in them."""


@dataclass(frozen=True, slots=True)
class DuplicateWish:
    """What the person wants done; the values are those of ``Keep``, or :data:`KEEP_ALL`."""

    exact: str = "first"
    different: str = KEEP_ALL
    merge: bool = False
    kept: Mapping[int, int | None] = field(default_factory=dict)
    """Group -> the row to keep there, or None for all of them; groups not named follow the rest."""


class DuplicatesDialog(FramedDialog):
    """Says what the person wants at every change; whoever opened it works out what that does and shows it.

    Exact copies go unless the person says otherwise, rows with other details stay unless they do.
    """

    wish_changed = Signal(object)
    """The :class:`DuplicateWish` of this moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("duplicates", say(texts.CANCEL), "", parent)
        self.resize(*_SIZE)
        self._table: ContactTable | None = None
        self._groups: Sequence[SameNumber] = ()
        self._shown: list[int] = []
        """The groups on show, by their place in all groups."""
        self._kept: dict[int, int | None] = {}
        self._outcome = DuplicateOutcome()
        self._build()
        self._lay_out()

    def _build(self) -> None:
        self.rows_model = DuplicatesModel()
        self.rows_model.setParent(self)
        self.table = DialogTable("duplicate_rows", say(texts.DUPLICATE_ROWS), self.rows_model)
        self.table.setAccessibleDescription(say(texts.DUPLICATES_HELP))
        self.which = SegmentedControl(
            "duplicate_kind",
            say(texts.DUPLICATE_KINDS),
            [Choice(_EXACT, "", say(texts.EXACT_MEANS)), Choice(_DIFFERENT, "", say(texts.DIFFERENT_MEANS))],
        )
        self._meaning = make_label(role="small", name="duplicate_meaning", wrap=True)
        # Of exact copies none is more complete than another, and none says anything else.
        self.keep_exact = _keep_control("keep_exact", [c for c in _KEEP_CHOICES if c[0] in _KEEP_OF_COPIES])
        self.keep_different = _keep_control("keep_different", _KEEP_CHOICES)
        self.merge = CheckBox(say(texts.MERGE), "duplicate_merge", description=say(texts.MERGE_MEANS))
        self.which.value_changed.connect(self._on_which_changed)
        self.keep_exact.value_changed.connect(self._on_keep_changed)
        self.keep_different.value_changed.connect(self._on_keep_changed)
        self.merge.toggled.connect(self._on_wish_changed)
        self.table.cell_chosen.connect(self._on_cell_chosen)

    def _lay_out(self) -> None:
        self._keeps = QStackedWidget()
        for controls in ((self.keep_exact,), (self.keep_different, self.merge)):
            page = QWidget()
            row = QHBoxLayout(page)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(2 * UNIT)
            row.addWidget(make_label(say(texts.KEEP), "muted"))
            for control in controls:
                row.addWidget(control)
            row.addStretch(1)
            self._keeps.addWidget(page)
        self.body.addWidget(self.which)
        self.body.addWidget(self._meaning)
        self.body.addWidget(self._keeps)
        self.body.addWidget(DialogTableFrame(self.table), 1)
        self.body.addWidget(make_label(say(texts.DUPLICATES_HELP), "small", wrap=True))

    # --- what it is told ----------------------------------------------------------------------------------

    def set_groups(self, table: ContactTable, groups: Sequence[SameNumber]) -> None:
        """Begin with these; asks at once, by :attr:`wish_changed`, what the first wish would do."""
        self._table, self._groups, self._kept = table, groups, {}
        exact = sum(group.exact for group in groups)
        self.set_title(say(texts.DUPLICATES_TITLE, len(groups)), say(texts.DUPLICATES_INTRO))
        counts = ((_EXACT, texts.EXACT, exact), (_DIFFERENT, texts.DIFFERENT, len(groups) - exact))
        for value, text, count in counts:
            segment = self.which.segment(value)
            segment.setText(say(text, count))
            segment.setAccessibleName(segment.text())
            segment.setEnabled(count > 0)
            segment.updateGeometry()
        self.keep_exact.set_value("first")
        self.keep_different.set_value(KEEP_ALL)
        self.merge.setChecked(False)
        self.which.set_value(_EXACT if exact else _DIFFERENT)
        self._show_groups()
        self._on_wish_changed()
        self.table.setFocus()

    @property
    def wish(self) -> DuplicateWish:
        """What the person wants done now."""
        return DuplicateWish(
            self.keep_exact.value, self.keep_different.value, self.merge.isChecked(), dict(self._kept)
        )

    def show_outcome(self, outcome: DuplicateOutcome) -> None:
        """What the wish of this moment would do."""
        self._outcome = outcome
        self.merge.setEnabled(self.keep_different.value not in {KEEP_ALL, KEEP_DISTINCT} or bool(self._kept))
        self.rows_model.set_outcome(outcome)
        removed, filled, conflicts = len(outcome.removed), len(outcome.filled), len(outcome.conflicts)
        self.set_accept(
            say(texts.REMOVE_ROWS, removed) if removed else say(texts.REMOVE_NOTHING), enabled=removed > 0
        )
        parts = []
        if filled:
            parts.append(say(texts.FILLED_CELLS, filled))
        if conflicts:
            parts.append(say(texts.CONFLICTS, conflicts))
        self.set_status(" ".join(parts))

    # --- what the person does -----------------------------------------------------------------------------

    @Slot(str)
    def _on_which_changed(self, _value: str) -> None:
        self._show_groups()

    def _show_groups(self) -> None:
        exact = self.which.value == _EXACT
        self._keeps.setCurrentIndex(0 if exact else 1)
        self._meaning.setText(say(texts.EXACT_MEANS if exact else texts.DIFFERENT_MEANS))
        self._shown = [place for place, group in enumerate(self._groups) if group.exact == exact]
        if self._table is not None:
            self.rows_model.set_groups(self._table, [self._groups[place].rows for place in self._shown])
            self.table.fit_columns()
            self.table.setCurrentIndex(self.rows_model.index(0, 0))

    @Slot()
    def _on_keep_changed(self) -> None:
        """What was chosen for single numbers gives way to what is chosen for all."""
        exact = self.sender() is self.keep_exact
        self._kept = {place: row for place, row in self._kept.items() if self._groups[place].exact != exact}
        self._on_wish_changed()

    @Slot(int, int)
    def _on_cell_chosen(self, row: int, _column: int) -> None:
        shown, table_row = self.rows_model.place(row)
        place = self._shown[shown]
        removed = self._outcome.removed.intersection(self._groups[place].rows)
        is_kept = bool(removed) and table_row not in removed
        self._kept[place] = None if is_kept else table_row
        self._on_wish_changed()

    @Slot()
    def _on_wish_changed(self) -> None:
        self.wish_changed.emit(self.wish)


def _keep_control(name: str, choices: Sequence[tuple[str, Text, Text]]) -> SegmentedControl:
    return SegmentedControl(
        name, say(texts.KEEP), [Choice(value, say(text), say(means)) for value, text, means in choices]
    )
