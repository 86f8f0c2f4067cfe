"""The dialog that lists every upload, says how each stands, and offers what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QFontMetrics, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QWidget

from exogui.gui.dialogs.framed_dialog import FramedDialog
from exogui.gui.icons import icon
from exogui.gui.models.history_entry import HistoryEntry
from exogui.gui.models.history_model import HistoryColumn, HistoryModel
from exogui.gui.speech import say
from exogui.gui.theme import BODY_SIZE, UNIT, tabular
from exogui.gui.widgets.buttons import describe, make_button
from exogui.gui.widgets.dialog_cell_delegate import CELL_PADDING
from exogui.gui.widgets.dialog_table import DialogTable, DialogTableFrame
from exogui.gui.widgets.filter_chip import FilterChip
from exogui.gui.widgets.keeping_panel import KeepingPanel
from exogui.gui.widgets.notice_card import NoticeCard
from exogui.gui.widgets.quiet_note import QuietNote
from exogui.gui.widgets.search_field import SearchField
from exogui.messages import history as texts
from exogui.uploads.standing import Standing

_SIZE = (1160, 680)
_ROW_HEIGHT = 44
_WIDTHS = {
    HistoryColumn.WHEN: 152,
    HistoryColumn.FILE: 200,
    HistoryColumn.STATE: 168,
    HistoryColumn.ACCOUNT: 140,
    HistoryColumn.LIST: 112,
}
"""Columns of numbers are as wide as what stands in them."""
_GO_ON = frozenset({Standing.TO_DECIDE, Standing.AT_EXOTEL, Standing.WAITING})


class HistoryDialog(FramedDialog):
    """Accepted, the result of :attr:`chosen` is wanted. Everything else is asked for by signals."""

    go_on_requested = Signal(str)
    """The id of a job that has something left to do."""
    copy_requested = Signal(str)
    save_requested = Signal(str)
    forget_requested = Signal(str)
    leave_requested = Signal(str)
    """The id of a job of which nothing more is to be sent."""
    keeping_changed = Signal(object)
    """The :class:`~exogui.uploads.records.Keeping` that the person wants."""
    erase_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("history", say(texts.CLOSE), say(texts.SHOW_RESULT), parent)
        self.resize(*_SIZE)
        self.set_title(say(texts.TITLE), say(texts.INTRO))
        self._loaded = False
        self._build()
        self._build_buttons()
        self._lay_out()
        self._connect()
        self.show_loading()

    def _build(self) -> None:
        self.rows_model = HistoryModel()
        self.rows_model.setParent(self)
        self.table = DialogTable("history_rows", say(texts.ROWS), self.rows_model, row_height=_ROW_HEIGHT)
        self.table.setAccessibleDescription(say(texts.ROWS_HELP))
        self.search = SearchField()
        self.search.setObjectName("history_search")
        self.search.setPlaceholderText(say(texts.SEARCH))
        describe(self.search, say(texts.SEARCH), say(texts.SEARCH_HELP))
        self.all_chip = FilterChip("history_all", say(texts.ALL), say(texts.ALL_HELP), None)
        self.attention_chip = FilterChip(
            "history_attention",
            say(texts.ATTENTION),
            say(texts.ATTENTION_HELP),
            ("warning-triangle", "worth_look"),
        )
        self._chips = QButtonGroup(self)
        for chip in (self.all_chip, self.attention_chip):
            self._chips.addButton(chip)
        self.all_chip.setChecked(True)
        self.notice = NoticeCard("history_notice", "warning-triangle", "worth_look")
        self.notice.hide()
        self.note = QuietNote("history_note")
        self.kept = KeepingPanel()
        self.kept.hide()

    def _build_buttons(self) -> None:
        self.go_on_button = make_button(
            say(texts.NOTHING_TO_GO_ON),
            "history_go_on",
            role="emphasis",
            measure="small",
            description=say(texts.GO_ON_MEANS),
        )
        self.copy_button = make_button(
            say(texts.COPY_REPORT),
            "history_copy",
            icon_name="copy",
            measure="small",
            description=say(texts.COPY_REPORT_MEANS),
        )
        self.save_button = make_button(
            say(texts.SAVE_REPORT),
            "history_save",
            icon_name="save",
            measure="small",
            description=say(texts.COPY_REPORT_MEANS),
        )
        self.leave_button = make_button(
            say(texts.LEAVE), "history_leave", measure="small", description=say(texts.LEAVE_MEANS)
        )
        self.forget_button = make_button(
            say(texts.FORGET),
            "history_forget",
            role="danger",
            measure="small",
            description=say(texts.FORGET_MEANS),
        )
        self.kept_button = make_button(
            say(texts.KEPT),
            "history_kept",
            role="quiet",
            icon_name="chevron-right",
            measure="small",
            description=say(texts.KEPT_MEANS),
        )
        self.kept_button.setCheckable(True)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(UNIT)
        top.addWidget(self.all_chip)
        top.addWidget(self.attention_chip)
        top.addStretch(1)
        top.addWidget(self.search)
        self._pages = QStackedWidget()
        self._frame = DialogTableFrame(self.table)
        self._pages.addWidget(self._frame)
        self._pages.addWidget(self.note)
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        for button in (
            self.go_on_button,
            self.leave_button,
            self.copy_button,
            self.save_button,
            self.forget_button,
        ):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.kept_button)
        self.body.addWidget(self.notice)
        self.body.addLayout(top)
        self.body.addWidget(self._pages, 1)
        self.body.addLayout(buttons)
        self.body.addWidget(self.kept)

    def _connect(self) -> None:
        self.search.search_changed.connect(self._on_looked_for)
        self.search.left_for_rows.connect(self.table.setFocus)
        self._chips.buttonClicked.connect(self._on_looked_for)
        self.table.selectionModel().currentChanged.connect(self._on_current_changed)
        self.table.doubleClicked.connect(self._on_double_clicked)
        self.go_on_button.clicked.connect(self._on_go_on_clicked)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.leave_button.clicked.connect(self._on_leave_clicked)
        self.forget_button.clicked.connect(self._on_forget_clicked)
        self.kept_button.toggled.connect(self._on_kept_toggled)
        self.kept.keeping_changed.connect(self.keeping_changed)
        self.kept.erase_requested.connect(self.erase_requested)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.search.activate)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.forget_button.click)

    # --- what it is told ----------------------------------------------------------------------------------

    def show_loading(self) -> None:
        """The history is being read; what is shown already stays."""
        if not self._loaded:
            self._show_state()

    def show_entries(self, entries: tuple[HistoryEntry, ...]) -> None:
        """Show these, the latest first; the chosen one stays chosen."""
        is_first, self._loaded = not self._loaded, True
        self.rows_model.set_entries(entries)
        self.all_chip.set_count(self.rows_model.entry_count)
        self.attention_chip.set_count(self.rows_model.attention_count)
        self._fit()
        self._go_to_chosen()
        if is_first and entries:
            self.table.setFocus()

    def show_notice(self, title: str, help_text: str) -> None:
        """Say above everything what is wrong; empty: nothing is."""
        self.notice.set_text(title, help_text)
        self.notice.setVisible(bool(title))

    def show_fault(self, text: str) -> None:
        """There is no history to show, and why."""
        self._loaded = True
        self.rows_model.set_entries(())
        self._show_page("warning-triangle", "worth_look", say(texts.NO_RECORD), text)
        self._show_chosen()

    @property
    def chosen(self) -> HistoryEntry | None:
        """The upload that everything is about."""
        return self.rows_model.chosen

    # --- what the person does -----------------------------------------------------------------------------

    @Slot()
    def _on_looked_for(self) -> None:
        self.rows_model.look_for(self.search.text().strip(), attention_only=self.attention_chip.isChecked())
        self._go_to_chosen()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.rows_model.choose(now.row())
            self._show_chosen()

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.accept_button.click()  # disabled, it does nothing

    @Slot(bool)
    def _on_kept_toggled(self, is_open: bool) -> None:
        self.kept_button.setIcon(icon("chevron-down" if is_open else "chevron-right"))
        self.kept.setVisible(is_open)

    @Slot()
    def _on_go_on_clicked(self) -> None:
        self._emit(self.go_on_requested)

    @Slot()
    def _on_copy_clicked(self) -> None:
        self._emit(self.copy_requested)

    @Slot()
    def _on_save_clicked(self) -> None:
        self._emit(self.save_requested)

    @Slot()
    def _on_leave_clicked(self) -> None:
        self._emit(self.leave_requested)

    @Slot()
    def _on_forget_clicked(self) -> None:
        self._emit(self.forget_requested)

    def _emit(self, signal: SignalInstance) -> None:
        entry = self.chosen
        if entry is not None:
            signal.emit(entry.job_id)

    # --- what is shown ------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Long names get what room there is. Where there is too little, the table scrolls to its numbers."""
        model = self.rows_model
        metrics = QFontMetrics(tabular(size=BODY_SIZE, bold=True))
        widths = []
        for place, (column, heading) in enumerate(zip(model.columns, model.headings(), strict=True)):
            words = max(map(metrics.horizontalAdvance, (heading, model.widest_count(place))))
            widths.append(_WIDTHS.get(column, words + 2 * CELL_PADDING + 4))
        room = self._pages.width() - self.table.verticalScrollBar().sizeHint().width() - 2
        has_room = sum(widths) <= room
        stretch = model.columns.index(HistoryColumn.FILE) if has_room else None
        self.table.set_widths(widths, stretch=stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _go_to_chosen(self) -> None:
        """The same one again or, where it is not shown, the first."""
        row = max(self.rows_model.chosen_row, 0)
        if self.rows_model.row_count():
            column = max(self.table.currentIndex().column(), 0)
            self.table.setCurrentIndex(self.rows_model.index(row, column))
        self._show_state()

    def _show_state(self) -> None:
        model = self.rows_model
        if not self._loaded:
            self._show_page("clock", "muted", say(texts.LOADING), "")
        elif model.row_count():
            self._pages.setCurrentWidget(self._frame)
        elif not model.entry_count:
            self._show_page("history", "muted", say(texts.EMPTY), say(texts.EMPTY_HELP))
        elif model.search:
            title = say(texts.NOT_FOUND, search=model.search)
            self._show_page("search", "muted", title, say(texts.NOT_FOUND_HELP))
        else:
            self._show_page("check-circle", "ready", say(texts.NO_ATTENTION), say(texts.NO_ATTENTION_HELP))
        self._show_chosen()

    def _show_page(self, icon_name: str, tint: str, title: str, help_text: str) -> None:
        self.note.set_note(icon_name, tint, title, help_text)
        self._pages.setCurrentWidget(self.note)

    def _show_chosen(self) -> None:
        entry = self.chosen
        is_idle = entry is not None and entry.standing is not Standing.RUNNING
        self.set_accept(say(texts.SHOW_RESULT), enabled=is_idle)
        self.copy_button.setEnabled(entry is not None)
        self.save_button.setEnabled(entry is not None)
        self.forget_button.setEnabled(is_idle)
        self.leave_button.setVisible(entry is not None and entry.standing is Standing.WAITING)
        can_go_on = entry is not None and entry.standing in _GO_ON
        self.go_on_button.setEnabled(can_go_on)
        self.go_on_button.setVisible(can_go_on)
        if entry is None:
            self.set_status("")
            return
        label = texts.go_on_label(entry.standing, entry.counts, say)
        self.go_on_button.setText(label)
        describe(self.go_on_button, label, say(texts.GO_ON_MEANS))
        self.set_status(
            f"{texts.counts_line(entry.counts, say)}\n{texts.standing_meaning(entry.standing, say)}"
        )
