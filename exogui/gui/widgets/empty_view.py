"""The Empty state: a place to drop a file, and the files that were opened before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exogui.gui.file_drop import DropProblem
from exogui.gui.speech import say
from exogui.gui.theme import UNIT
from exogui.gui.widgets.drop_area import DropArea
from exogui.gui.widgets.labels import make_label
from exogui.gui.widgets.recent_card import RecentCard, RecentFile
from exogui.messages import empty as texts

_CARD_WIDTH = 300
"""What a card wants; a wider window shows one more of them."""


class EmptyView(QWidget):
    """What the window shows before a file is open."""

    file_dropped = Signal(Path)
    drop_refused = Signal(DropProblem)
    choose_requested = Signal()
    sample_requested = Signal()
    recent_chosen = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_view")
        self.drop_area = DropArea(self)
        self.drop_area.file_dropped.connect(self.file_dropped)
        self.drop_area.drop_refused.connect(self.drop_refused)
        self.drop_area.choose_requested.connect(self.choose_requested)
        self.drop_area.sample_requested.connect(self.sample_requested)
        self.setFocusProxy(self.drop_area.choose_button)
        self._cards: list[RecentCard] = []
        self._recents = QWidget(self)
        self._recents.setObjectName("recents")
        self._card_row = QHBoxLayout()
        self._card_row.setSpacing(UNIT + UNIT // 2)
        recents = QVBoxLayout(self._recents)
        recents.setContentsMargins(0, 0, 0, 0)
        recents.setSpacing(UNIT)
        recents.addWidget(make_label(say(texts.RECENT), "section"))
        recents.addLayout(self._card_row)
        self._recents.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * UNIT, 3 * UNIT, 2 * UNIT, 2 * UNIT + UNIT // 2)
        layout.setSpacing(2 * UNIT)
        layout.addWidget(self.drop_area, stretch=1)
        layout.addWidget(self._recents)

    @property
    def recents(self) -> tuple[RecentFile, ...]:
        """The files on offer, the latest first."""
        return tuple(card.recent for card in self._cards)

    def set_recents(self, recents: Sequence[RecentFile]) -> None:
        """Show these files, the latest first. None hides the row; those that do not fit are left out."""
        for card in self._cards:
            self._card_row.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [RecentCard(recent, self._recents) for recent in recents]
        for number, card in enumerate(self._cards):
            card.setObjectName(f"recent_{number}")
            card.clicked.connect(self._on_card_clicked)
            self._card_row.addWidget(card, stretch=1)
        self._recents.setVisible(bool(self._cards))
        self._fit_cards()

    @Slot()
    def _on_card_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, RecentCard):
            self.recent_chosen.emit(card.recent.path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_cards()

    def _fit_cards(self) -> None:
        room = max(1, self.width() // _CARD_WIDTH)
        for number, card in enumerate(self._cards):
            card.setVisible(number < room)
