"""The rows that Exotel refused, for a table view."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from exogui.gui.models.result_view_data import RefusedRowData
from exogui.gui.speech import say
from exogui.gui.tool_tip import as_tool_tip
from exogui.messages import result as texts

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RefusedColumn(IntEnum):
    """The columns that exogui adds, in front of those of the person's own file."""

    ROW = 0
    PHONE = 1
    NAME = 2
    EMAIL = 3
    CODE = 4
    ADVICE = 5


_HEADERS = {
    RefusedColumn.ROW: texts.COLUMN_ROW,
    RefusedColumn.PHONE: texts.COLUMN_PHONE,
    RefusedColumn.NAME: texts.COLUMN_NAME,
    RefusedColumn.EMAIL: texts.COLUMN_EMAIL,
    RefusedColumn.CODE: texts.COLUMN_CODE,
    RefusedColumn.ADVICE: texts.COLUMN_ADVICE,
}
_OWN = len(RefusedColumn)


class RefusedRowsModel(QAbstractTableModel):
    """Reads straight from the rows it was given: 50,000 of them cost nothing until they are looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[RefusedRowData] = ()
        self._columns: tuple[str, ...] = ()

    def set_rows(self, rows: Sequence[RefusedRowData], columns: Sequence[str]) -> None:
        """Show ``rows``, whose ``values`` stand under ``columns``."""
        self.beginResetModel()
        self._rows = rows
        self._columns = tuple(columns)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else _OWN + len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(index.row(), index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return self._tooltip(index.row(), index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                value = self.text(index.row(), index.column())
                sentence = texts.CELL if value else texts.CELL_EMPTY
                return say(sentence, column=self.column_name(index.column()), value=value)
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == RefusedColumn.ROW:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.column_name(section)
        if role == Qt.ItemDataRole.TextAlignmentRole and section == RefusedColumn.ROW:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def column_name(self, column: int) -> str:
        """The name above ``column``."""
        return say(_HEADERS[RefusedColumn(column)]) if column < _OWN else self._columns[column - _OWN]

    def text(self, row: int, column: int) -> str:
        """What stands in a cell."""
        refused = self._rows[row]
        if column >= _OWN:
            place = column - _OWN
            return refused.values[place] if place < len(refused.values) else ""
        known = refused.row_number is not None
        number = str(refused.row_number) if known else say(texts.ROW_UNCERTAIN)
        own = (number, refused.phone_number, refused.name, refused.email, refused.code, refused.advice)
        return own[column]

    def _tooltip(self, row: int, column: int) -> str | None:
        if column == RefusedColumn.ROW and self._rows[row].row_number is None:
            return say(texts.ROW_UNCERTAIN_MEANS)
        return as_tool_tip(self.text(row, column)) or None
