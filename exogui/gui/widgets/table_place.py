"""Where a person is in the contacts table, kept while other rows come on show."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QTableView

from exogui.contacts.table import ContactTable
from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
from exogui.gui.theme import ROW_HEIGHT


@dataclass(frozen=True, slots=True)
class _Kept:
    """Rows by their numbers in the file, which stay the same whatever rows come or go."""

    table: ContactTable
    current: tuple[int, int, int] | None
    """(row number, which one of the rows with this number, column) of the current cell."""
    top: int
    """Number of the first row in sight."""
    hidden_pixels: int
    """How much of that row is above the view."""
    left: int
    """How far the view is scrolled to the right."""


class TablePlace:
    """Keeps the current cell and what is in sight across a reset of the rows."""

    def __init__(self, view: QTableView, rows: ContactFilterProxyModel) -> None:
        self._view = view
        self._rows = rows
        self._kept: _Kept | None = None

    def keep(self) -> None:
        """Call before the reset."""
        table, here = self._rows.table, self._view.currentIndex()
        self._kept = None
        if table is None or not self._rows.rowCount():
            return
        top, hidden_pixels = divmod(self._view.verticalScrollBar().value(), ROW_HEIGHT)
        self._kept = _Kept(
            table,
            (*_named(table, self._rows.source_row(here.row())), here.column()) if here.isValid() else None,
            table.row_number(self._rows.source_row(min(top, self._rows.rowCount() - 1))),
            hidden_pixels,
            self._view.horizontalScrollBar().value(),
        )

    def forget(self) -> None:
        """Another table has come: of the one before nothing is kept, least of all in memory."""
        self._kept = None

    def go_to_row_if_shown(self) -> None:
        """After another filter: back to the cell that was the current one, unless its row is filtered out."""
        kept = self._kept
        if kept is not None and kept.current is not None:
            number, which, column = kept.current
            row = self._rows.row_of(_row_named(kept.table, number, which))
            if row is not None:
                self._view.setCurrentIndex(self._rows.index(row, column))

    def take_up(self) -> None:
        """After rows or columns of the table have come or gone: the same rows stand at the same height.

        In place of a row that has gone the next one on show is the current one.
        """
        kept, count = self._kept, self._rows.rowCount()
        if kept is None:
            return
        view, table = self._view, kept.table
        if kept.current is not None:
            number, which, column = kept.current
            row = min(self._rows.row_from(_row_named(table, number, which)), count - 1)
            view.setCurrentIndex(self._rows.index(row, min(column, self._rows.columnCount() - 1)))
        view.doItemsLayout()  # or the scroll bars would still have the range of the rows before
        top = self._rows.row_from(table.row_from(kept.top))
        view.verticalScrollBar().setValue(top * ROW_HEIGHT + kept.hidden_pixels)
        view.horizontalScrollBar().setValue(kept.left)


def _named(table: ContactTable, row: int) -> tuple[int, int]:
    """The number of a row, and which one of the rows with this number it is, from 0."""
    number = table.row_number(row)
    return number, row - table.row_from(number)


def _row_named(table: ContactTable, number: int, which: int) -> int:
    """The row; where there are not so many with this number, the first of them or, without any, the next."""
    first = table.row_from(number)
    there = first + which < table.row_count and table.row_number(first + which) == number
    return first + which if there else first
