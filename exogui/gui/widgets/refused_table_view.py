"""The table of refused rows."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionRange, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QWidget

from exogui.gui.models.refused_rows_model import RefusedColumn, RefusedRowsModel
from exogui.gui.speech import say
from exogui.gui.theme import ROW_HEIGHT, current_tokens
from exogui.gui.widgets.refused_cell_delegate import RefusedCellDelegate
from exogui.messages import result as texts

_WIDTHS = {
    RefusedColumn.ROW: 64,
    RefusedColumn.PHONE: 148,
    RefusedColumn.NAME: 132,
    RefusedColumn.EMAIL: 168,
    RefusedColumn.CODE: 152,
}
_ADVICE_WIDTH = 320
_ROOMY_ADVICE = 500
_GROWTH = 60
"""What a name and an e-mail may gain in a wide window, each."""
_OTHER_WIDTH = 140
_HEADER_HEIGHT = 40


class RefusedTableView(QTableView):
    """Read-only; Ctrl+C copies the selected cells so that they can be pasted into a spreadsheet."""

    def __init__(self, model: RefusedRowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("refused_table")
        self.setAccessibleName(say(texts.TABLE))
        self.setModel(model)
        self._model = model
        self.setItemDelegate(RefusedCellDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        columns.setFixedHeight(_HEADER_HEIGHT)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setDefaultSectionSize(_OTHER_WIDTH)
        columns.setHighlightSections(False)
        columns.setMinimumSectionSize(48)
        model.modelReset.connect(self._set_widths)
        self._set_widths()

    def _set_widths(self) -> None:
        """Share out the room; the columns of the person's file follow to the right of the window."""
        width = self.viewport().width()
        spare = width - sum(_WIDTHS.values()) - _ROOMY_ADVICE
        growth = min(max(spare // 2, 0), _GROWTH)
        for column, base in _WIDTHS.items():
            grows = column in (RefusedColumn.NAME, RefusedColumn.EMAIL)
            self.setColumnWidth(column, base + growth if grows else base)
        rest = width - sum(_WIDTHS.values()) - 2 * growth
        self.setColumnWidth(RefusedColumn.ADVICE, max(_ADVICE_WIDTH, rest))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_widths()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
            event.accept()
        else:
            super().keyPressEvent(event)

    def selected_text(self) -> str:
        """The selected cells, tabs between columns and a line for each row."""
        cells: dict[int, set[int]] = {}
        for part in self._ranges():
            for row in range(part.top(), part.bottom() + 1):
                cells.setdefault(row, set()).update(range(part.left(), part.right() + 1))
        return "\n".join(
            "\t".join(_one_line(self._model.text(row, column)) for column in sorted(cells[row]))
            for row in sorted(cells)
        )

    def _ranges(self) -> list[QItemSelectionRange]:
        # Far fewer than selectedIndexes(): one range for all cells after "select all". The stubs do not
        # know that a selection is a list.
        return [*self.selectionModel().selection()]  # type: ignore[misc]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QColor(current_tokens().hairline))
        last = self._model.rowCount() - 1
        row = self.rowAt(0)
        if row < 0:
            return
        bottom = self.rowAt(self.viewport().height() - 1)
        for shown in range(row, (last if bottom < 0 else bottom) + 1):
            y = self.rowViewportPosition(shown) + ROW_HEIGHT - 1
            painter.drawLine(0, y, self.viewport().width(), y)


def _one_line(value: str) -> str:
    """A tab or a line break inside a cell would move what follows to another cell."""
    return " ".join(value.replace("\t", " ").splitlines()) if value else ""
