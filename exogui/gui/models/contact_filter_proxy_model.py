"""The rows of the contacts table that a person wants to see."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import compress
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractProxyModel, QModelIndex, QObject, Qt, Slot

from exogui.contacts.problems import Counts, RowState, Severity
from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable
from exogui.gui.models.contact_table_model import Cell, ContactTableModel, ModelIndex
from exogui.gui.models.row_filter import RowFilter
from exogui.gui.models.row_search import RowSearch

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)

_MASKS = {state: bytes(state == value for value in range(256)) for state in RowState}
"""From a row's state in ``ContactTable.states`` to whether it passes, for ``bytes.translate``."""


class ContactFilterProxyModel(QAbstractProxyModel):
    """Shows the rows that pass a :class:`RowFilter`, in the file's order.

    A list of row indexes, in place of QSortFilterProxyModel, which asks Python about every row and is thirty
    times slower. The list is made when the filter is set and at no other time: a row that was mended stays
    where the person is looking until they choose a filter again.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = ContactTableModel(self)
        self._filter = RowFilter()
        self._rows: Sequence[int] = ()
        self._numbers_shown: frozenset[int] = frozenset()
        """Of the rows that pass the filter, while rows come or go."""
        self._search = RowSearch(lambda: () if self.table is None else self.table.rows)

    def setSourceModel(self, source: QAbstractItemModel) -> None:
        """Show the rows of ``source``, a :class:`ContactTableModel`; called once."""
        if not isinstance(source, ContactTableModel):
            raise TypeError("filters a ContactTableModel")
        self.beginResetModel()
        super().setSourceModel(source)
        self._source = source
        source.modelAboutToBeReset.connect(self._on_source_about_to_be_reset)
        source.modelReset.connect(self._on_source_reset)
        source.rowsInserted.connect(self._on_source_rows_inserted)
        source.rowsAboutToBeRemoved.connect(self._on_source_rows_about_to_be_removed)
        source.rowsRemoved.connect(self._on_source_rows_removed)
        source.dataChanged.connect(self._on_source_data_changed)
        source.headerDataChanged.connect(self._on_source_header_changed)
        self._on_source_reset()

    @property
    def contacts(self) -> ContactTableModel:
        """The model of all rows, through which they are changed."""
        return self._source

    # --- filtering -------------------------------------------------------------------------------------

    @property
    def filter(self) -> RowFilter:
        """The filter that was set last."""
        return self._filter

    def set_filter(self, row_filter: RowFilter) -> None:
        """Show the rows that pass now. Also refreshes the rows when the filter is the same."""
        self.beginResetModel()
        self._filter = row_filter
        self._rows = self._passing_rows()
        self.endResetModel()

    def prepare_search(self) -> None:
        """Spare the first search its preparations; nothing changes on show."""
        self._search.prepare()

    @property
    def table(self) -> ContactTable | None:
        """The table on show, all rows of it."""
        return self._source.table

    @property
    def counts(self) -> Counts | None:
        """How many rows of the whole table are in which state."""
        return None if self._source.table is None else self._source.table.counts

    def _passing_rows(self) -> Sequence[int]:
        table = self._source.table
        if table is None:
            return ()
        wanted = self._filter
        rows: Sequence[int] = range(table.row_count)
        if wanted.search:
            rows = self._search.find(wanted.search)
        if wanted.code is not None:
            rows = _in_both(rows, table.rows_with(wanted.code), table.row_count)
        if wanted.state is not None:
            passes = table.states.translate(_MASKS[wanted.state])
            rows = list(compress(rows, passes if isinstance(rows, range) else map(passes.__getitem__, rows)))
        return rows

    # --- rows here and there ---------------------------------------------------------------------------

    @property
    def shown_rows(self) -> Sequence[int]:
        """The table's rows that stand here, ascending. Never changes; another filter has another one."""
        return self._rows

    def source_row(self, row: int) -> int:
        """The table's row that stands in ``row`` here."""
        return self._rows[row]

    def row_of(self, source_row: int) -> int | None:
        """Where the table's row stands here; None when it is filtered out."""
        row = self.row_from(source_row)
        return row if row < len(self._rows) and self._rows[row] == source_row else None

    def row_from(self, source_row: int) -> int:
        """Where the table's row stands here or, if it is filtered out, the next one; ``rowCount`` if none."""
        return bisect_left(self._rows, source_row)

    def cell(self, row: int, column: int) -> Cell:
        """What a delegate paints."""
        return self._source.cell(self._rows[row], column)

    def suggestion(self, row: int, column: int) -> str | None:
        """What a repair that guesses nothing would make of a cell; None where none would change it."""
        table = self._source.table
        if table is None:
            return None
        problems = table.row_problems(self._rows[row])
        return next(
            (found.suggestion for found in problems if found.column == column and found.suggestion), None
        )

    def next_problem(self, row: int, column: int, *, backwards: bool = False) -> tuple[int, int] | None:
        """(row, column) of the next problem among the rows shown, going round; None when none has one.

        To begin before the first or after the last cell of ``row``, pass a column outside the table.
        """
        table = self._source.table
        count = len(self._rows)
        if table is None or not count:
            return None
        states, step = table.states, -1 if backwards else 1
        for distance in range(count + 1):
            here = (row + step * distance) % count
            if not states[self._rows[here]]:
                continue
            columns = _marked_columns(table, self._rows[here])
            if distance == 0:
                columns = [other for other in columns if (other - column) * step > 0]
            if columns:
                return here, columns[-1 if backwards else 0]
        return None

    # --- what Qt asks ----------------------------------------------------------------------------------

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self._source.columnCount()

    def index(self, row: int, column: int, parent: ModelIndex = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's signature
        if parent.isValid() or not (0 <= row < len(self._rows) and 0 <= column < self._source.columnCount()):
            return QModelIndex()
        return self.createIndex(row, column)

    def parent(self, _child: ModelIndex | None = None) -> Any:
        return QModelIndex() if _child is not None else super().parent()

    def mapToSource(self, index: ModelIndex) -> QModelIndex:
        if not index.isValid():
            return QModelIndex()
        return self._source.index(self._rows[index.row()], index.column())

    def mapFromSource(self, index: ModelIndex) -> QModelIndex:
        row = self.row_of(index.row()) if index.isValid() else None
        return QModelIndex() if row is None else self.createIndex(row, index.column())

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        return self._source.cell_flags if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: ModelIndex, role: int = _DISPLAY) -> str | None:
        if not index.isValid():
            return None
        return self._source.cell_data(self._rows[index.row()], index.column(), role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | Field | None:
        if orientation == Qt.Orientation.Vertical:
            if not 0 <= section < len(self._rows):
                return None
            section = self._rows[section]
        return self._source.headerData(section, orientation, role)

    # --- what the source says --------------------------------------------------------------------------

    @Slot()
    def _on_source_about_to_be_reset(self) -> None:
        table = self._source.table
        if table is not None and self._source.restructuring and self._filter != RowFilter():
            self._numbers_shown = frozenset(map(table.row_number, self._rows))
        self.beginResetModel()

    @Slot()
    def _on_source_reset(self) -> None:
        self._search.forget()
        if not self._source.restructuring:
            self._filter = RowFilter()
        self._rows = self._passing_rows()
        table = self._source.table
        if table is not None and self._filter != RowFilter():
            # What was mended stays in sight here as well.
            shown, passing = self._numbers_shown, frozenset(self._rows)
            every_row = range(table.row_count)
            self._rows = [row for row in every_row if row in passing or table.row_number(row) in shown]
            self._numbers_shown = frozenset()
        self.endResetModel()

    @Slot(QModelIndex, int, int)
    def _on_source_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Those that pass come into sight, and those made of a row that is in sight."""
        self._search.forget()
        table = self._source.table
        if table is None:
            return
        count, place = last - first + 1, bisect_left(self._rows, first)
        above = [*self._rows[:place]]
        below = [row + count for row in self._rows[place:]]
        self._rows = [*above, *below]  # the rows that were on show, by the indexes they have now
        new: Sequence[int] = range(first, last + 1)
        if self._filter != RowFilter():
            passing = frozenset(self._passing_rows())
            origin = table.row_number(above[-1]) if above else None
            new = [row for row in new if row in passing or table.row_number(row) == origin]
        if new:
            self.beginInsertRows(QModelIndex(), place, place + len(new) - 1)
            self._rows = range(table.row_count) if self._filter == RowFilter() else [*above, *new, *below]
            self.endInsertRows()

    @Slot(QModelIndex, int, int)
    def _on_source_rows_about_to_be_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        """They go from here while the table still has them: until it has not, the others keep their place."""
        start, end = bisect_left(self._rows, first), bisect_right(self._rows, last)
        if start < end:
            self.beginRemoveRows(QModelIndex(), start, end - 1)
            self._rows = [*self._rows[:start], *self._rows[end:]]
            self.endRemoveRows()

    @Slot(QModelIndex, int, int)
    def _on_source_rows_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._search.forget()
        count, place = last - first + 1, bisect_left(self._rows, first)
        if self._filter == RowFilter():
            self._rows = range(self._source.rowCount())
        else:
            self._rows = [*self._rows[:place], *(row - count for row in self._rows[place:])]

    @Slot(QModelIndex, QModelIndex)
    def _on_source_data_changed(self, top_left: QModelIndex, bottom_right: QModelIndex) -> None:
        self._search.forget_rows(top_left.row(), bottom_right.row())
        first = bisect_left(self._rows, top_left.row())
        last = bisect_right(self._rows, bottom_right.row()) - 1
        if first <= last:
            self.dataChanged.emit(
                self.createIndex(first, top_left.column()), self.createIndex(last, bottom_right.column())
            )

    @Slot(Qt.Orientation, int, int)
    def _on_source_header_changed(self, orientation: Qt.Orientation, first: int, last: int) -> None:
        if orientation == Qt.Orientation.Horizontal:
            self.headerDataChanged.emit(orientation, first, last)


def _marked_columns(table: ContactTable, row: int) -> list[int]:
    problems = table.row_problems(row)
    return sorted({problem.column for problem in problems if problem.code.severity is not Severity.NOTE})


def _in_both(rows: Sequence[int], others: Sequence[int], row_count: int) -> Sequence[int]:
    if len(rows) == row_count:
        return others
    wanted = frozenset(others)
    return [row for row in rows if row in wanted]
