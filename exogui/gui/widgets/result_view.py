"""The Result state: how the upload went, and the rows that Exotel refused."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from exogui.gui.models.refused_rows_model import RefusedRowsModel
from exogui.gui.models.result_view_data import ResultViewData, advice, title
from exogui.gui.speech import say
from exogui.gui.theme import UNIT, set_role
from exogui.gui.widgets.icon_label import IconLabel
from exogui.gui.widgets.labels import make_label
from exogui.gui.widgets.refused_table_view import RefusedTableView
from exogui.gui.widgets.result_summary import STATE_ICONS, ResultSummary
from exogui.messages import result as texts
from exogui.uploads.result import JobState

_LINE_WIDTH = 560
"""Longer lines are hard to read."""


class ResultView(QWidget):
    """Summary on top; below it the refused rows, or in large why there are none."""

    fix_requested = Signal()
    """Put the refused rows, and only them, back into the table."""
    save_requested = Signal()
    new_upload_requested = Signal()
    back_requested = Signal()
    """Show the rows again as they were left."""
    next_requested = Signal(object)
    """The :class:`NextStep` of an upload that has not ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("result_view")
        self.summary = ResultSummary(self)
        self.summary.fix_requested.connect(self.fix_requested)
        self.summary.save_requested.connect(self.save_requested)
        self.summary.new_upload_requested.connect(self.new_upload_requested)
        self.summary.back_requested.connect(self.back_requested)
        self.summary.next_requested.connect(self.next_requested)
        self._model = RefusedRowsModel(self)
        self.table = RefusedTableView(self._model)
        self._calm = _CalmPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._calm)
        card = QFrame(self)
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        layout.setSpacing(2 * UNIT)
        layout.addWidget(self.summary)
        layout.addWidget(card, stretch=1)

    def set_data(self, data: ResultViewData) -> None:
        """Show this result, and put the keyboard on what most people do next."""
        self.summary.set_data(data)
        self._model.set_rows(data.refused_rows, data.columns)
        self.table.scrollToTop()
        if data.refused_rows:
            self._pages.setCurrentWidget(self.table)
        else:
            self._calm.set_data(data)
            self._pages.setCurrentWidget(self._calm)
        self._focus_next_step(data)

    def _focus_next_step(self, data: ResultViewData) -> None:
        summary = self.summary
        if data.next is not None:
            summary.next_button.setFocus()
        elif data.fixable:
            summary.fix_button.setFocus()
        elif data.offers_back:
            summary.back_button.setFocus()
        else:
            summary.new_button.setFocus()


class _CalmPage(QWidget):
    """A picture and two lines, where there is no row to list."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("result_page")
        self._icon = IconLabel("check-circle", "ready", 48)
        self._title = make_label(role="subtitle", name="page_title", wrap=True)
        self._next = make_label(role="muted", name="page_next", wrap=True)
        words = QWidget()
        words.setMaximumWidth(_LINE_WIDTH)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        for label in (self._title, self._next):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            column.addWidget(label)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(words, 100)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 3 * UNIT)
        layout.setSpacing(2 * UNIT)
        layout.addStretch(2)
        layout.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(middle)
        layout.addStretch(3)

    def set_data(self, data: ResultViewData) -> None:
        icon, tint = STATE_ICONS[data.state]
        counted = data.state in {JobState.COMPLETED, JobState.PAUSED}
        if counted and data.counts.refused:
            self._show("warning-triangle", "worth_look", say(texts.NO_REASONS), say(texts.NO_REASONS_NEXT))
        elif counted:
            finished = data.balanced and not data.waits
            done = say(texts.NOTHING_REFUSED_NEXT) if finished else ""
            self._show(icon, tint, say(texts.NOTHING_REFUSED), done)
        elif data.has_counts:  # the summary above says why and what next
            self._show(icon, tint, say(texts.NO_LIST_YET), say(texts.NO_LIST_YET_NEXT))
        else:
            self._show(icon, tint, data.cause or title(data), advice(data))

    def _show(self, icon: str, tint: str, title_text: str, next_text: str) -> None:
        self._icon.set_icon(icon, tint)
        for label, words in ((self._title, title_text), (self._next, next_text)):
            label.setText(words)
            label.setVisible(bool(words))
