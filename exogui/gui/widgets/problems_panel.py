"""The column of problems beside the table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from exogui.contacts.problems import ProblemCode, Severity
from exogui.gui.models.problem_card_data import ColumnChoice, ProblemCardData
from exogui.gui.speech import say
from exogui.gui.theme import UNIT
from exogui.gui.widgets.further_numbers_card import FurtherNumbersCard
from exogui.gui.widgets.labels import make_label
from exogui.gui.widgets.list_summary_card import ListSummaryCard
from exogui.gui.widgets.notice_card import NoticeCard
from exogui.gui.widgets.phone_column_card import PhoneColumnCard
from exogui.gui.widgets.problem_card import ProblemCard
from exogui.messages import review

SCROLL_BAR_ROOM = 12
"""Pixels at the right that are the scroll bar's, so that the cards never change their width."""


class ProblemsPanel(QWidget):
    """A card for each kind of problem, in the order given; a calm one when there is nothing to do.

    Cards are kept and brought up to date, so that nothing flickers and the focus stays where it is.
    """

    repair_requested = Signal(object, object)
    """(:class:`ProblemCode`, ISO code of the country or None)"""
    show_requested = Signal(object)
    """The :class:`ProblemCode` whose rows to show; None to show all rows again."""
    preview_requested = Signal(object, object)
    """(:class:`ProblemCode`, ISO code of the country or None): show what the repair would change."""
    decide_requested = Signal(object)
    """The :class:`ProblemCode` about whose rows the person wants to decide."""
    given_up = Signal(object)
    """The :class:`ProblemCode` that the person wants settled without repair."""
    country_changed = Signal(str)
    """ISO code of the country that the person chose for numbers without one."""
    phone_column_chosen = Signal(int)
    """The column that holds the phone numbers."""
    each_chosen = Signal(int)
    """The likeliest of several columns with phone numbers: each number is to have a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems_panel")
        self.setAccessibleName(say(review.PROBLEMS))
        self._cards: dict[ProblemCode, ProblemCard] = {}
        self._shown: ProblemCode | None = None
        self._calm = NoticeCard("no_problems", "check-circle", "ready")
        self._calm.set_text(say(review.ALL_READY), say(review.ALL_READY_HELP))
        self._question = PhoneColumnCard()
        self._question.column_chosen.connect(self.phone_column_chosen)
        self._question.each_chosen.connect(self.each_chosen)
        self.further = FurtherNumbersCard()
        self.further.hide()
        self.summary = ListSummaryCard()
        self._build()
        self.set_groups([])

    def _build(self) -> None:
        heading = make_label(say(review.PROBLEMS), "section", name="problems_heading")
        heading.setContentsMargins(2, 0, 0, 0)
        content = QWidget()
        content.setObjectName("problems_content")
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(0, 0, SCROLL_BAR_ROOM, 0)
        self._list.setSpacing(UNIT + UNIT // 2)
        self._list.addWidget(self._calm)
        self._list.addWidget(self._question)
        self._list.addWidget(self.further)
        self._list.addWidget(self.summary)
        self._list.addStretch(1)
        self._area = QScrollArea()
        self._area.setObjectName("problems_area")
        self._area.setAccessibleName(say(review.PROBLEMS))
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        self._area.verticalScrollBar().rangeChanged.connect(self._on_scroll_range_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT)
        layout.addWidget(heading)
        layout.addWidget(self._area, 1)

    @property
    def cards(self) -> tuple[ProblemCard, ...]:
        """The cards on show, from the top."""
        return tuple(self._cards.values())

    def card(self, code: ProblemCode) -> ProblemCard:
        """The card of a kind of problem; KeyError when there is none."""
        return self._cards[code]

    def set_groups(self, groups: Sequence[ProblemCardData]) -> None:
        """Show these kinds of problems, in this order."""
        codes = [data.code for data in groups]
        successor = self._successor(codes)
        old, self._cards = self._cards, {}
        for place, data in enumerate(groups):
            card = old.pop(data.code, None) or self._new_card(data)
            card.set_data(data)
            self._cards[data.code] = card
            if self._list.indexOf(card) != place + 1:
                self._list.insertWidget(place + 1, card)  # below the calm one, which notes leave on show
        for card in old.values():
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        if successor is not None:
            self._cards[successor].show_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._question.hide()
        self._calm.setVisible(all(data.code.severity is Severity.NOTE for data in groups))

    def ask_for_phone_column(self, choices: Sequence[ColumnChoice]) -> None:
        """Show no problems but the question which column has the phone numbers, likely ones first."""
        self.set_groups([])
        self._calm.hide()
        self._question.set_choices(choices)
        self._question.show()

    def set_shown(self, code: ProblemCode | None) -> None:
        """Mark whose rows the table shows."""
        self._shown = code
        for card in self._cards.values():
            card.set_shown(card.code is code)

    def _new_card(self, data: ProblemCardData) -> ProblemCard:
        card = ProblemCard(data)
        card.set_shown(data.code is self._shown)
        card.repair_requested.connect(self.repair_requested)
        card.show_requested.connect(self._on_show_requested)
        card.preview_requested.connect(self.preview_requested)
        card.decide_requested.connect(self.decide_requested)
        card.given_up.connect(self.given_up)
        card.country_changed.connect(self.country_changed)
        return card

    def _successor(self, codes: Sequence[ProblemCode]) -> ProblemCode | None:
        """Where the focus goes when the card that has it goes: to the card that takes its place."""
        focused = self.window().focusWidget()
        before = list(self._cards)
        for place, code in enumerate(before):
            if code not in codes and focused is not None and self._cards[code].isAncestorOf(focused):
                left = [other for other in before[place:] + before[:place][::-1] if other in codes]
                return left[0] if left else None
        return None

    @Slot(object)
    def _on_show_requested(self, code: ProblemCode | None) -> None:
        self.set_shown(code)
        self.show_requested.emit(code)

    @Slot(int, int)
    def _on_scroll_range_changed(self, _least: int, most: int) -> None:
        self._list.setContentsMargins(0, 0, 0 if most else SCROLL_BAR_ROOM, 0)
