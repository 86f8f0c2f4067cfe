"""The Review state: the file's rows, the filters above them and the problems beside them."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exogui.contacts.problems import ProblemCode, RowState
from exogui.contacts.schema import Field
from exogui.contacts.steps import Change
from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
from exogui.gui.models.row_filter import RowFilter
from exogui.gui.theme import UNIT
from exogui.gui.widgets.contact_table_view import ContactTableView
from exogui.gui.widgets.file_summary import FileSummary
from exogui.gui.widgets.filter_chips import FilterChips
from exogui.gui.widgets.find_bar import FindBar
from exogui.gui.widgets.problems_panel import SCROLL_BAR_ROOM, ProblemsPanel
from exogui.gui.widgets.search_field import SearchField
from exogui.gui.widgets.table_card import TableCard

_PANEL_WIDTH, _NARROW_PANEL_WIDTH = 328, 284
_NARROW = 1180


class ReviewView(QWidget):
    """Composes the parts and keeps filters, chips, search and panel in step with the table."""

    mapping_requested = Signal(int, object)
    """(column, the :class:`Field` it is to be sent as or None)"""
    repair_requested = Signal(object, object)
    """(:class:`ProblemCode`, ISO code of the country or None)"""
    preview_requested = Signal(object, object)
    """(:class:`ProblemCode`, ISO code of the country or None): show what the repair would change."""
    decide_requested = Signal(object)
    """The :class:`ProblemCode` about whose rows the person wants to decide."""
    country_changed = Signal(str)
    """ISO code of the country that the person chose for numbers without one."""
    reading_change_requested = Signal()
    """The person wants the file read in another way."""

    def __init__(self, rows: ContactFilterProxyModel, parent: QWidget | None = None) -> None:
        """``rows`` has its source model already."""
        super().__init__(parent)
        self.setObjectName("review_view")
        self._rows = rows
        self._sending = False
        self.summary = FileSummary()
        self.chips = FilterChips()
        self.search = SearchField()
        self.find_bar = FindBar()
        self.table = ContactTableView(rows)
        self.problems = ProblemsPanel()
        self._upload_panel: QWidget | None = None
        self._build()
        self._connect()
        self._on_rows_replaced()

    def _build(self) -> None:
        summary = QHBoxLayout()
        summary.setContentsMargins(0, 0, SCROLL_BAR_ROOM, 0)
        summary.addWidget(self.summary)
        filters = QHBoxLayout()
        filters.setSpacing(UNIT)
        filters.addWidget(self.chips)
        filters.addStretch(1)
        filters.addWidget(self.search)
        filters.addSpacing(SCROLL_BAR_ROOM)
        rows = QVBoxLayout()
        rows.setSpacing(UNIT)
        rows.addWidget(self.find_bar)
        rows.addWidget(TableCard(self.table), 1)
        body = QHBoxLayout()
        body.setSpacing(2 * UNIT)
        body.addLayout(rows, 1)
        body.addWidget(self.problems)
        self._body = body
        self._upload_place = QVBoxLayout()
        self._upload_place.setContentsMargins(0, 0, SCROLL_BAR_ROOM, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * UNIT, UNIT + UNIT // 2, 2 * UNIT - SCROLL_BAR_ROOM, 2 * UNIT)
        whole.setSpacing(UNIT + UNIT // 2)
        whole.addLayout(summary)
        whole.addLayout(filters)
        whole.addLayout(self._upload_place)
        whole.addLayout(body, 1)

    def _connect(self) -> None:
        contacts = self._rows.contacts
        contacts.table_replaced.connect(self._on_rows_replaced)
        contacts.table_changed.connect(self._on_table_changed)
        self.chips.state_selected.connect(self._on_state_selected)
        self.search.search_changed.connect(self._on_search_changed)
        self.search.entered.connect(self._on_search_entered)
        self.search.left_for_rows.connect(self.table.setFocus)
        self.problems.show_requested.connect(self._on_show_requested)
        self.problems.repair_requested.connect(self.repair_requested)
        self.problems.preview_requested.connect(self.preview_requested)
        self.problems.decide_requested.connect(self.decide_requested)
        self.problems.country_changed.connect(self.country_changed)
        self.problems.phone_column_chosen.connect(self._on_phone_column_chosen)
        self.table.mapping_requested.connect(self.mapping_requested)
        self.summary.change_requested.connect(self.reading_change_requested)

    def set_upload_panel(self, panel: QWidget) -> None:
        """Give the panel that stands above the table while the rows are being sent."""
        self._upload_panel = panel
        self._upload_place.addWidget(panel)
        panel.setVisible(self._sending)

    def set_sending(self, sending: bool) -> None:
        """While the rows are being sent they can be looked at only, and the upload panel is shown."""
        self._sending = sending
        self.table.set_read_only(sending)
        self.problems.setVisible(not sending)
        self._body.setContentsMargins(0, 0, SCROLL_BAR_ROOM if sending else 0, 0)
        self.summary.change_button.setEnabled(not sending)
        if self._upload_panel is not None:
            self._upload_panel.setVisible(sending)

    # --- filters ---------------------------------------------------------------------------------------

    def show_rows(self, *, state: RowState | None = None, code: ProblemCode | None = None) -> None:
        """Show the rows of a state or with a kind of problem; all rows when neither is named."""
        if code is None:
            self.chips.show_state(state)
        else:
            title = next((card.title for card in self.problems.cards if card.code is code), "")
            self.chips.show_problem(code, title)
        self.problems.set_shown(code)
        self._rows.set_filter(RowFilter(state, code, self._rows.filter.search))

    def go_to_next_problem(self) -> None:
        """Go to the next problem's cell; where none is among the rows on show, show all rows first."""
        if not self.table.go_to_next_problem() and self._filter_hides_problems():
            self.table.go_to_next_problem()
        self.table.setFocus()

    def go_to_previous_problem(self) -> None:
        """Go to the previous problem's cell, like :meth:`go_to_next_problem`."""
        if not self.table.go_to_previous_problem() and self._filter_hides_problems():
            self.table.go_to_previous_problem()
        self.table.setFocus()

    def _filter_hides_problems(self) -> bool:
        """Shows all rows if that makes problems appear."""
        counts = self._rows.counts
        if counts is None or counts.ready == counts.rows:
            return False
        self.search.clear()
        self.show_rows()
        return True

    @Slot(object)
    def _on_state_selected(self, state: RowState | None) -> None:
        self.show_rows(state=state)

    @Slot(object)
    def _on_show_requested(self, code: ProblemCode | None) -> None:
        self.show_rows(code=code)
        if code is not None:
            self.table.go_to_next_problem()

    @Slot()
    def _on_search_entered(self) -> None:
        self._rows.prepare_search()

    @Slot(str)
    def _on_search_changed(self, text: str) -> None:
        wanted = self._rows.filter
        if text != wanted.search:
            self._rows.set_filter(RowFilter(wanted.state, wanted.code, text))
        self.search.set_found(self._rows.rowCount())

    # --- the table -------------------------------------------------------------------------------------

    @Slot()
    def _on_rows_replaced(self) -> None:
        self.search.clear()
        self.chips.show_state(None)
        self.problems.set_shown(None)
        self._on_table_changed()

    @Slot(object)
    def _on_table_changed(self, change: Change | None = None) -> None:
        counts = self._rows.counts
        if counts is not None:
            self.chips.set_counts(counts)
        if change is not None and change.structural:
            self.search.set_found(self._rows.rowCount())

    @Slot(int)
    def _on_phone_column_chosen(self, column: int) -> None:
        self.mapping_requested.emit(column, Field.PHONE_NUMBER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.problems.setFixedWidth(_PANEL_WIDTH if self.width() >= _NARROW else _NARROW_PANEL_WIDTH)
