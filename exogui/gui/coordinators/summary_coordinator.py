"""Keeps the summary of the list beside the table up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from exogui.gui.controllers.summary_controller import SummaryController
from exogui.gui.main_window import MainWindow
from exogui.gui.models.list_summary_data import ListSummaryData, Share
from exogui.gui.models.territories import territory_name
from exogui.gui.speech import say
from exogui.messages import list_summary as texts

if TYPE_CHECKING:
    from exogui.contacts.list_summary import ListSummary

_AFTER_MS = 400
"""A moment of rest after a change, so that typing never waits for a count of all rows."""
_MOST_COUNTRIES = 4
_NO_COUNTRY = "001"


class SummaryCoordinator(QObject):
    """Asks again whenever the table has changed and the person pauses."""

    unexpected = Signal(object)
    """An exception that nobody expected."""

    def __init__(self, window: MainWindow, summaries: SummaryController) -> None:
        super().__init__(window)
        self._window = window
        self._summaries = summaries
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self._on_timeout)
        window.table_model.table_changed.connect(self._on_table_changed)
        window.table_model.modelReset.connect(self._on_table_replaced)
        summaries.summarised.connect(self._on_summarised)
        summaries.failed.connect(self.unexpected)

    @Slot()
    def _on_table_replaced(self) -> None:
        self._window.review_view.problems.summary.set_summary(None)
        self._on_table_changed()

    @Slot()
    def _on_table_changed(self, _change: object = None) -> None:
        if self._summaries.busy:
            self._summaries.summarise(None)  # what it is counting is of the past
        self._timer.start()

    @Slot()
    def _on_timeout(self) -> None:
        table = self._window.table_model.table
        if table is not None and table.has_phone_column and table.row_count:
            self._summaries.summarise(table)
        else:
            self._summaries.summarise(None)
            self._window.review_view.problems.summary.set_summary(None)

    @Slot(object)
    def _on_summarised(self, summary: ListSummary) -> None:
        self._window.review_view.problems.summary.set_summary(summary_data(summary))


def summary_data(summary: ListSummary) -> ListSummaryData:
    """A summary in words: the largest countries, the others together, and the kinds."""
    from exogui.contacts.judging.number_kinds import NumberKind
    from exogui.messages.number_kinds import kind_name

    # One more than there is room for takes no more room than "1 other country".
    room = len(summary.countries) if len(summary.countries) <= _MOST_COUNTRIES + 1 else _MOST_COUNTRIES
    shares = [Share(_country(iso), count) for iso, count in summary.countries[:room]]
    others = summary.countries[room:]
    if others:
        name = say(texts.OTHER_COUNTRIES, len(others))
        shares.append(Share(name, sum(count for _iso, count in others), rest=True))
    if summary.unknown:
        shares.append(Share(say(texts.UNKNOWN), summary.unknown, rest=True))
    return ListSummaryData(
        rows=sum(share.count for share in shares),
        countries=tuple(shares),
        kinds=tuple(Share(kind_name(kind, say), summary.kinds.get(kind, 0)) for kind in NumberKind),
    )


def _country(iso: str) -> str:
    return say(texts.NO_COUNTRY) if iso == _NO_COUNTRY else territory_name(iso)
