"""What the tables of all dialogs have in common."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from exogui.gui.models.cell_look import CellLook
from exogui.gui.tool_tip import as_tool_tip

ModelIndex = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class DialogRowsModel(QAbstractTableModel):
    """A read-only table whose cells are made when they are looked at: 50,000 rows cost nothing."""

    @abstractmethod
    def row_count(self) -> int:
        """How many rows there are."""

    @abstractmethod
    def headings(self) -> tuple[str, ...]:
        """What stands above each column."""

    @abstractmethod
    def look(self, row: int, column: int) -> CellLook:
        """How a cell looks."""

    def spoken(self, row: int, column: int) -> str:
        """What a screen reader says of a cell: what stands in it, after its column's name."""
        look = self.look(row, column)
        return " ".join(filter(None, (self.headings()[column], look.text, look.note)))

    def refresh(self) -> None:
        """Every cell may look different; no row came or went."""
        if self.row_count():
            last = self.index(self.row_count() - 1, len(self.headings()) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # --- what Qt asks for ------------------------------------------------------------------------------

    def rowCount(self, parent: ModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.row_count()

    def columnCount(self, parent: ModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.headings())

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.look(index.row(), index.column()).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            look = self.look(index.row(), index.column())
            return as_tool_tip("\n".join(filter(None, (look.text, look.note)))) or None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.headings()[section] if shown and section < len(self.headings()) else None
