"""The Review table with 50,000 rows against a bare QTableView over a minimal model, in turns in the same run.

python packaging/dev.py bench
"""

from __future__ import annotations

import os
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

from exogui.contacts.problems import ProblemCode, RowState
from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.table import ContactTable
from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
from exogui.gui.models.contact_table_model import ContactTableModel
from exogui.gui.models.row_filter import RowFilter
from exogui.gui.theme import ROW_HEIGHT, Scheme, apply_theme
from exogui.gui.widgets.contact_header_view import HEADER_HEIGHT
from exogui.gui.widgets.review_view import ReviewView
from tests.benchmarks.bench_reader import in_turns
from tests.benchmarks.make_files import contact_file, show

ROWS_SHOWN = 33
_NOWHERE = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_Index = QModelIndex | QPersistentModelIndex


class BareModel(QAbstractTableModel):
    """The least that shows the rows: texts, without problems, headers, editing or accessible texts."""

    def __init__(self, table: ContactTable) -> None:
        super().__init__()
        self._rows = table.rows
        self._columns = table.column_count

    def rowCount(self, _parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return len(self._rows)

    def columnCount(self, _parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        return self._columns

    def data(self, index: _Index, role: int = _DISPLAY) -> str | None:
        return self._rows[index.row()][index.column()] if role == _DISPLAY else None


def bare_view(model: QAbstractTableModel, like: QTableView) -> QTableView:
    """A plain view of the same size, with the same rows and columns on show."""
    view = QTableView()
    view.setModel(model)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    view.horizontalHeader().setFixedHeight(HEADER_HEIGHT)
    for column in range(model.columnCount()):
        view.setColumnWidth(column, like.columnWidth(column))
    view.resize(like.size())
    view.show()
    return view


def paging(view: QTableView) -> Callable[[], None]:
    """Each call shows the next page of rows that were not on show before."""
    bar = view.verticalScrollBar()

    def page() -> None:
        bar.setValue((bar.value() + ROWS_SHOWN * ROW_HEIGHT) % bar.maximum())
        QApplication.processEvents()

    return page


def painted(work: Callable[[], None]) -> Callable[[], None]:
    """``work``, and everything on the screen that follows from it."""

    def work_and_paint() -> None:
        work()
        QApplication.processEvents()

    return work_and_paint


class Bench:
    """One window with the file c10 in it."""

    def __init__(self) -> None:
        table = ContactTable.judged(read_contacts(contact_file("c10")))
        self.contacts = ContactTableModel()
        self.rows = ContactFilterProxyModel()
        self.rows.setSourceModel(self.contacts)
        self.review = ReviewView(self.rows)
        self.review.resize(1280, 160 + HEADER_HEIGHT + ROWS_SHOWN * ROW_HEIGHT)
        self.review.show()
        self.contacts.set_table(table)
        QApplication.processEvents()
        self.bare = bare_view(BareModel(table), self.review.table)
        QApplication.processEvents()
        self._edits = 0

    def filtering(self, wanted: RowFilter) -> Callable[[], None]:
        """Each call finds the rows that pass; they are painted later."""
        return lambda: self.rows.set_filter(wanted)

    def edit(self) -> None:
        """One cell through the view's model: judged again, counts brought up to date."""
        self._edits += 1
        self.rows.setData(self.rows.index(3, 0), f"+91987650{self._edits:04}")

    def first_search(self) -> None:
        """The search that builds the index."""
        self.contacts.dataChanged.emit(
            self.contacts.index(0, 0), self.contacts.index(self.contacts.rowCount() - 1, 0)
        )
        self.rows.set_filter(RowFilter(search="zzz"))


def main() -> None:
    """Print the figures."""
    application = QApplication([])
    apply_theme(application, Scheme.LIGHT)
    bench = Bench()
    view = bench.review.table
    show("median ms                          bare  exogui  ratio")
    for name, bare, ours in (
        ("full repaint of 33 rows", bench.bare.viewport().repaint, view.viewport().repaint),
        ("a page further", paging(bench.bare), paging(view)),
    ):
        floor, taken = (seconds * 1000 for seconds in in_turns(bare, ours, rounds=25))
        show(f"{name:32} {floor:6.2f}  {taken:6.2f}  {taken / floor:5.2f}")
    view.scrollToTop()
    show("median ms                    without paint  with")
    for name, work in (
        ("filter: must fix", bench.filtering(RowFilter(state=RowState.MUST_FIX))),
        ("filter: ready", bench.filtering(RowFilter(state=RowState.READY))),
        ("filter: one problem", bench.filtering(RowFilter(code=ProblemCode.LOST_DIGITS))),
        ("filter: all", bench.filtering(RowFilter())),
        ("search: nothing found", bench.filtering(RowFilter(search="zzz"))),
        ("search: in every fifth row", bench.filtering(RowFilter(search="acme"))),
        ("search: in every row", bench.filtering(RowFilter(search="a"))),
        ("search: not ASCII", bench.filtering(RowFilter(search="NGUYỄN"))),
        ("search: the first one", bench.first_search),
        ("edit of one cell", bench.edit),
    ):
        bench.rows.set_filter(RowFilter())
        QApplication.processEvents()
        with_paint = painted(work)
        alone, shown = (seconds * 1000 for seconds in in_turns(work, with_paint, rounds=15))
        show(f"{name:32} {alone:6.2f}  {shown:6.2f}")


if __name__ == "__main__":
    main()
