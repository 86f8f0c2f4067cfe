"""The table of a dialog: read-only, calm, and with one thing to do in each cell at the most."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from exogui.gui.models.dialog_rows_model import DialogRowsModel
from exogui.gui.theme import BODY_SIZE, CONTROL_RADIUS, ROW_HEIGHT, current_tokens, set_role, tabular
from exogui.gui.widgets.dialog_cell_delegate import CELL_PADDING, ICON_SPACE, DialogCellDelegate

_HEADER_HEIGHT = 36
_NARROWEST, _WIDEST = 64, 220


class DialogTable(QTableView):
    """A click, or Space on the current cell, chooses it. Enter belongs to the dialog's default button."""

    cell_chosen = Signal(int, int)
    """(row, column)"""

    def __init__(
        self,
        name: str,
        title: str,
        model: DialogRowsModel,
        *,
        row_height: int = ROW_HEIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        set_role(self, "plain")
        self.setModel(model)
        self._model = model
        self._row_height = row_height
        self._delegate = DialogCellDelegate(model, self)
        self.setItemDelegate(self._delegate)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)  # the delegate has its own
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)  # Tab goes on to the buttons
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(row_height)
        rows.setDefaultSectionSize(row_height)
        columns.setFixedHeight(_HEADER_HEIGHT)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        self.verticalScrollBar().setSingleStep(row_height)
        self.clicked.connect(self._on_clicked)

    def set_widths(self, widths: Sequence[int], *, stretch: int | None = None) -> None:
        """A width for each column, and the one that takes up what is left."""
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        for column, width in enumerate(widths):
            mode = QHeaderView.ResizeMode.Stretch if column == stretch else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, mode)
            if column != stretch:
                self.setColumnWidth(column, width)

    def fit_columns(self, rows: int = 20) -> None:
        """As wide as the heading and the first rows need, within measure."""
        header = self.horizontalHeader()
        metrics = QFontMetrics(tabular(size=BODY_SIZE, bold=True))  # the widest any of them may be
        for column, heading in enumerate(self._model.headings()):
            looks = [self._model.look(row, column) for row in range(min(rows, self._model.row_count()))]
            icon = ICON_SPACE if any(look.icon or look.chosen is not None for look in looks) else 0
            texts = [heading, *(look.text for look in looks)]
            needed = max(map(metrics.horizontalAdvance, texts)) + icon + 2 * CELL_PADDING + 4
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, min(max(needed, _NARROWEST), _WIDEST))
        header.setStretchLastSection(True)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.cell_chosen.emit(index.row(), index.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and here.isValid():
            self.cell_chosen.emit(here.row(), here.column())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        first = self.rowAt(0)
        if first < 0:
            return
        painter = QPainter(self.viewport())
        hairline = QColor(current_tokens().hairline)
        y = self.rowViewportPosition(first) + self._row_height - 1
        for _row in range(first, self._model.row_count()):
            if y > self.viewport().height():
                break
            painter.fillRect(0, y, self.viewport().width(), 1, hairline)
            y += self._row_height


class DialogTableFrame(QWidget):
    """The rounded edge that a :class:`DialogTable` lies in."""

    def __init__(self, table: DialogTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 3)
        layout.addWidget(table)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        shape = QPainterPath()
        shape.addRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CONTROL_RADIUS, CONTROL_RADIUS
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shape, QColor(tokens.surface))
        painter.save()
        painter.setClipRect(0, 0, self.width(), _HEADER_HEIGHT + 1)
        painter.fillPath(shape, QColor(tokens.sunk))
        painter.restore()
        painter.setPen(QPen(QColor(tokens.hairline), 1))
        painter.drawPath(shape)
