"""A contacts table as Qt's views want it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from exogui.contacts.problems import Severity
from exogui.contacts.schema import Field
from exogui.contacts.steps import Change, Edit, Step, StepKind
from exogui.contacts.table import ContactTable, JudgedEdits, JudgedTable, StaleJudgementError
from exogui.gui.models.column_names import ColumnNames
from exogui.gui.models.letting_go import LettingGo
from exogui.gui.speech import say
from exogui.gui.tool_tip import as_tool_tip
from exogui.messages import review
from exogui.messages.problems import cell_text

# Qt calls data() hundreds of times for one repaint: comparing plain ints is several times quicker than enums.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE_TEXT = int(Qt.ItemDataRole.AccessibleTextRole)

_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _SHOWN | Qt.ItemFlag.ItemIsEditable

_MOST_RANGES = 64
"""Beyond this many ranges one that spans them all costs the views less than a signal for each."""

ModelIndex = QModelIndex | QPersistentModelIndex


class HeaderRole(IntEnum):
    """What a column's header knows besides its text."""

    ORIGIN = Qt.ItemDataRole.UserRole + 1
    """Second line: which column of the file it is, or that it is not sent; may be empty."""
    FIELD = Qt.ItemDataRole.UserRole + 2
    """The :class:`Field` the column is sent as, or None."""
    FILE_HEADER = Qt.ItemDataRole.UserRole + 3
    """What the column is called in the file."""


class Cell(NamedTuple):
    """What it takes to paint a cell, fetched in one call."""

    text: str
    severity: Severity | None
    """Of its worst problem."""
    sent: bool
    """Whether its column is sent."""


_NO_CELL = Cell("", None, sent=False)

_SPOKEN_PROBLEMS = {
    Severity.ERROR: review.CELL_SPOKEN_MUST_FIX,
    Severity.WARNING: review.CELL_SPOKEN_WORTH_A_LOOK,
}

_HEADER_TEXTS: dict[int, Callable[[ColumnNames, int], str | Field | None]] = {
    _DISPLAY: ColumnNames.title,
    _TOOL_TIP: ColumnNames.tip,
    _ACCESSIBLE_TEXT: ColumnNames.spoken,
    HeaderRole.ORIGIN: ColumnNames.origin,
    HeaderRole.FIELD: ColumnNames.field,
    HeaderRole.FILE_HEADER: ColumnNames.in_file,
}


class ContactTableModel(QAbstractTableModel):
    """Shows a :class:`ContactTable` and is the one way to change it, so that every view hears of it.

    It says what a cell is; how that looks is the delegate's business.
    """

    table_changed = Signal(object)
    """The :class:`Change` after an edit, repair, undo, redo or new mapping; counts and undo texts are new."""
    table_replaced = Signal()
    """Another table is on show, or none. A reset alone may only mean that rows or columns came or went."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: ContactTable | None = None
        self._letting_go = LettingGo(self)
        self._read_only = False
        self._restructuring = False
        self.cell_flags = _EDITABLE
        """The same for every cell."""
        self._mapping: tuple[Field | None, ...] = ()
        self._sent: list[bool] = []
        self._names: ColumnNames | None = None

    # --- the table and its changes ---------------------------------------------------------------------

    @property
    def table(self) -> ContactTable | None:
        """The table on show. Read it freely; change it only through this model."""
        return self._table

    def set_table(self, table: ContactTable | None) -> None:
        """Show another table, or none."""
        if self._table is not None:
            self._letting_go.take(self._table.rows)
        self.beginResetModel()
        self._table = table
        self._learn_mapping()
        self.endResetModel()
        self.table_replaced.emit()

    @property
    def restructuring(self) -> bool:
        """During a reset: whether the table stays, and only rows or columns come or go."""
        return self._restructuring

    @property
    def read_only(self) -> bool:
        """Whether cells can be looked at only, as while the rows are being sent."""
        return self._read_only

    def set_read_only(self, read_only: bool) -> None:
        """Switch editing off or on."""
        self._read_only = read_only
        self.cell_flags = _SHOWN if read_only else _EDITABLE

    def apply(self, edits: Sequence[Edit], step: Step) -> Change | None:
        """Change cells as one step that can be undone. None when nothing was done: no table, or read-only."""
        if self._table is None or self._read_only or not edits:
            return None
        return self._announce(self._table.apply(edits, step))

    def install_edits(self, judged: JudgedEdits, step: Step) -> Change | None:
        """Like :meth:`apply`, for many edits that were judged beforehand beside the window."""
        if self._table is None or self._read_only:
            return None
        return self._announce(self._table.install_edits(judged, step))

    def install(self, judged: JudgedTable, step: Step) -> Change | None:
        """Take rows out, put rows in or add a column, as :meth:`ContactTable.judge_without` and the like have
        judged.

        Raises:
            StaleJudgementError: rows or columns have come or gone since; judge again.
        """
        table = self._table
        if table is None or self._read_only:
            return None
        if table.is_stale(judged):
            raise StaleJudgementError  # before views hear that anything is about to happen
        return self._take(step, lambda: table.install(judged, step), coming=judged.came)

    def undo(self) -> Change | None:
        """Take the last step back; None when there is none."""
        if self._table is None or self._read_only:
            return None
        return self._take(self._table.undo_step, self._table.undo, going=self._table.undo_takes_out)

    def redo(self) -> Change | None:
        """Do again what was undone last; None when there is nothing."""
        if self._table is None or self._read_only:
            return None
        return self._take(self._table.redo_step, self._table.redo, coming=self._table.redo_puts_in)

    def install_mapping(self, mapping: tuple[Field | None, ...], judged: JudgedTable) -> Change | None:
        """Send the columns as ``mapping`` says; ``judged`` is what the table judged of it.

        Raises:
            StaleJudgementError: rows or columns have come or gone since; judge again.
        """
        if self._table is None or self._read_only:
            return None
        return self._announce(self._table.install_mapping(mapping, judged))

    def _take(
        self,
        step: Step | None,
        take: Callable[[], Change | None],
        *,
        coming: Sequence[int] = (),
        going: Sequence[int] = (),
    ) -> Change | None:
        """Take a step, or take it back, and tell views which rows come by it, or go.

        Rows that come in one place, or go from it again, are announced as just that; everything else happens
        within a reset, which costs views less than a signal for each of thousands of scattered rows.
        """
        if step is None or not step.kind.structural:
            return self._announce(take())
        if _are_together(coming):
            self.beginInsertRows(QModelIndex(), coming[0], coming[-1])
            change = take()
            self.endInsertRows()
            return self._announce(change)
        if _are_together(going):
            self.beginRemoveRows(QModelIndex(), going[0], going[-1])
            change = take()
            self.endRemoveRows()
            return self._announce(change)
        self._restructuring = True
        self.beginResetModel()
        try:
            change = take()
        finally:
            self._learn_mapping()
            self.endResetModel()
            self._restructuring = False
        self.table_changed.emit(change)
        return change

    def _announce(self, change: Change | None) -> Change | None:
        if change is None or self._table is None:
            return None
        last_column = self._table.column_count - 1
        if self._learn_mapping():
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last_column)
        for first, last in _ranges(change.rows):
            self.dataChanged.emit(self.index(first, 0), self.index(last, last_column))
        self.table_changed.emit(change)
        return change

    def _learn_mapping(self) -> bool:
        """Whether other columns are sent than before."""
        table = self._table
        mapping = () if table is None else table.mapping
        self._names = None if table is None else ColumnNames(table)
        if mapping == self._mapping:
            return False
        self._mapping = mapping
        self._sent = [field is not None for field in mapping]
        return True

    # --- cells -----------------------------------------------------------------------------------------

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if self._table is None or parent.isValid() else self._table.row_count

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if self._table is None or parent.isValid() else self._table.column_count

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        return self.cell_flags if index.isValid() else Qt.ItemFlag.NoItemFlags

    def cell(self, row: int, column: int) -> Cell:
        """What a delegate paints; much cheaper than a call of :meth:`data` for each role."""
        table = self._table
        if table is None:
            return _NO_CELL
        problem = table.cell_problem(row, column) if table.states[row] else None
        severity = problem.code.severity if problem is not None else None
        return Cell(table.value(row, column), severity, self._sent[column])

    def data(self, index: ModelIndex, role: int = _DISPLAY) -> str | None:
        return self.cell_data(index.row(), index.column(), role) if index.isValid() else None

    def cell_data(self, row: int, column: int, role: int) -> str | None:
        """:meth:`data` without an index, for proxies."""
        table = self._table
        if table is None:
            return None
        if role in {_DISPLAY, _EDIT}:
            return table.value(row, column)
        if role == _TOOL_TIP:
            problems = (problem for problem in table.row_problems(row) if problem.column == column)
            return as_tool_tip("\n".join(cell_text(problem, say) for problem in problems)) or None
        if role == _ACCESSIBLE_TEXT:
            return self._spoken(table, row, column)
        return None

    def setData(self, index: ModelIndex, value: object, role: int = _EDIT) -> bool:
        if role != _EDIT or not index.isValid() or self._table is None:
            return False
        edit = Edit(index.row(), index.column(), str(value))
        if edit.value == self._table.value(edit.row, edit.column):
            return False
        return self.apply([edit], Step(StepKind.EDIT)) is not None

    def _spoken(self, table: ContactTable, row: int, column: int) -> str:
        name = "" if self._names is None else self._names.title(column)
        value = table.value(row, column) or say(review.BLANK_CELL)
        problem = table.cell_problem(row, column)
        if problem is not None:
            text = _SPOKEN_PROBLEMS[problem.code.severity]
            return say(text, column=name, value=value, problem=cell_text(problem, say))
        return say(
            review.CELL_SPOKEN if self._sent[column] else review.CELL_SPOKEN_NOT_SENT,
            column=name,
            value=value,
        )

    # --- headers ---------------------------------------------------------------------------------------

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | Field | None:
        table = self._table
        if table is None or self._names is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(table.row_number(section)) if role == _DISPLAY else None
        ask = _HEADER_TEXTS.get(role)
        return ask(self._names, section) if ask and 0 <= section < table.column_count else None


def _are_together(rows: Sequence[int]) -> bool:
    """Whether ascending ``rows`` are some, with no other between them."""
    return bool(rows) and rows[-1] - rows[0] == len(rows) - 1


def _ranges(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Sorted rows as (first, last) runs without gaps; one run over all where there would be very many."""
    if not rows:
        return []
    if rows[-1] - rows[0] == len(rows) - 1:  # all rows of a list, as often: without a look at each
        return [(rows[0], rows[-1])]
    ranges: list[tuple[int, int]] = []
    for row in rows:
        if ranges and row == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], row)
        elif len(ranges) == _MOST_RANGES:
            return [(rows[0], rows[-1])]
        else:
            ranges.append((row, row))
    return ranges
