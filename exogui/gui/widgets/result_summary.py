"""The card at the top of a result: the sentence, the picture of the counts, what can be done next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from exogui.gui.models.result_view_data import NextStep, ResultViewData, advice, imbalance, title
from exogui.gui.speech import say
from exogui.gui.theme import UNIT, set_role
from exogui.gui.widgets.buttons import describe, make_button
from exogui.gui.widgets.counts_bar import CountPart, CountsBar
from exogui.gui.widgets.counts_legend import CountsLegend
from exogui.gui.widgets.details_panel import DetailsPanel
from exogui.gui.widgets.icon_label import IconLabel
from exogui.gui.widgets.labels import make_label
from exogui.messages import result as texts
from exogui.uploads.result import JobState

STATE_ICONS = {
    JobState.COMPLETED: ("check-circle", "ready"),
    JobState.FAILED: ("error-circle", "must_fix"),
    JobState.UNKNOWN: ("question-circle", "worth_look"),
    JobState.CANCELLED: ("minus-circle", "already_there"),
    JobState.UNFINISHED: ("clock", "worth_look"),
    JobState.PAUSED: ("pause", "accent"),
}


def count_parts(data: ResultViewData) -> list[CountPart]:
    """What became of the rows, in the order in which it is painted."""
    counts = data.counts
    added = texts.UPDATED if data.duplicate_action == "update" else texts.ADDED
    parts = [
        CountPart(say(added), counts.successful, "ready"),
        CountPart(
            say(texts.ALREADY_THERE), counts.already_there, "already_there", Qt.BrushStyle.BDiagPattern
        ),
        CountPart(say(texts.REFUSED), counts.refused, "must_fix"),
        CountPart(say(texts.UNKNOWN_ROWS), counts.unknown, "worth_look", Qt.BrushStyle.Dense6Pattern),
    ]
    if counts.in_flight:
        parts.append(CountPart(say(texts.IN_FLIGHT), counts.in_flight, "accent", Qt.BrushStyle.FDiagPattern))
    if counts.waiting:
        parts.append(
            CountPart(
                say(texts.WAITING if data.waits else texts.NOT_SENT),
                counts.waiting,
                "hairline",
                Qt.BrushStyle.Dense7Pattern,
            )
        )
    return parts


def sum_note(data: ResultViewData) -> str:
    """What stands below the number of rows sent."""
    if data.counts.in_flight:
        note = say(texts.SENT)
    else:
        note = say(texts.SENT if imbalance(data) else texts.SENT_BALANCED)
    return note if data.attempts < 2 else f"{note} · {say(texts.ATTEMPTS, data.attempts)}"


class ResultSummary(QFrame):
    """Says how it went and offers what fits: mend, save, go back, begin anew."""

    fix_requested = Signal()
    save_requested = Signal()
    new_upload_requested = Signal()
    back_requested = Signal()
    next_requested = Signal(object)
    """The :class:`NextStep` of an upload that has not ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("result_summary")
        set_role(self, "card")
        self._next: NextStep | None = None
        self._icon = IconLabel("check-circle", "ready", 20)
        self._title = make_label(role="subtitle", name="result_title", wrap=True)
        self._cause = make_label(name="result_cause", wrap=True)
        self._advice = make_label(role="muted", name="result_advice", wrap=True)
        self._bar = CountsBar()
        self._legend = CountsLegend()
        self.details = DetailsPanel()
        self._build_buttons()
        self._lay_out()

    def _build_buttons(self) -> None:
        self.details_button = make_button(
            say(texts.DETAILS), "details", role="quiet", description=say(texts.DETAILS_MEANS), measure="small"
        )
        self.details_button.setCheckable(True)
        self.details_button.toggled.connect(self.details.setVisible)
        self.new_button = make_button(
            say(texts.NEW_UPLOAD), "new_upload", description=say(texts.NEW_UPLOAD_MEANS), measure="small"
        )
        self.new_button.clicked.connect(self.new_upload_requested)
        self.save_button = make_button(
            say(texts.SAVE_REFUSED),
            "save_refused",
            description=say(texts.SAVE_REFUSED_MEANS),
            measure="small",
        )
        self.save_button.clicked.connect(self.save_requested)
        self.fix_button = make_button("", "fix_rows", role="emphasis", measure="small")
        self.fix_button.clicked.connect(self.fix_requested)
        self.back_button = make_button(
            say(texts.BACK),
            "back_to_rows",
            role="emphasis",
            description=say(texts.BACK_MEANS),
            measure="small",
        )
        self.back_button.clicked.connect(self.back_requested)
        self.next_button = make_button("", "next_step", role="emphasis", measure="small")
        self.next_button.clicked.connect(self._on_next_clicked)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(UNIT)
        top.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._title, stretch=1)
        for button in (
            self.details_button,
            self.new_button,
            self.save_button,
            self.back_button,
            self.fix_button,
            self.next_button,
        ):
            top.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 2 * UNIT + 2, 20, 2 * UNIT + 2)
        layout.setSpacing(UNIT + UNIT // 2)
        layout.addLayout(top)
        for widget in (self._cause, self._advice, self._bar, self._legend, self.details):
            layout.addWidget(widget)
        self.details.hide()

    def set_data(self, data: ResultViewData) -> None:
        """Show this result."""
        self._next = data.next
        name, tint = STATE_ICONS[data.state]
        if data.state is JobState.COMPLETED and not data.balanced:
            name, tint = "warning-triangle", "worth_look"
        self._icon.set_icon(name, tint)
        self._title.setText(title(data))
        told_below = not data.has_counts  # then the page below says it, larger
        for label, text in ((self._cause, data.cause), (self._advice, advice(data))):
            label.setText(text)
            label.setVisible(bool(text) and not told_below)
        parts = count_parts(data)
        self._bar.set_parts(parts)
        self._legend.set_parts(
            parts,
            sent=data.counts.sent,
            note=sum_note(data),
            imbalance=imbalance(data),
            settled=not data.counts.in_flight,
        )
        self._bar.setVisible(data.has_counts)
        self._legend.setVisible(data.has_counts)
        self.details.set_data(data)
        self.details_button.setChecked(False)
        self._offer(data)

    def _offer(self, data: ResultViewData) -> None:
        refused = bool(data.refused_rows)
        self.save_button.setVisible(refused)
        self.fix_button.setVisible(data.fixable > 0)
        fix = say(texts.FIX, data.fixable)
        self.fix_button.setText(fix)
        describe(self.fix_button, fix, say(texts.FIX_MEANS))
        set_role(self.fix_button, "emphasis" if data.next is None else "secondary")
        set_role(self.back_button, "secondary" if data.next or data.fixable else "emphasis")
        self.back_button.setVisible(data.offers_back)
        self._offer_next(data)

    def _offer_next(self, data: ResultViewData) -> None:
        self.next_button.setVisible(data.next is not None)
        match data.next:
            case NextStep.ASK_AGAIN:
                text, means = say(texts.ASK_AGAIN), say(texts.ASK_AGAIN_MEANS)
            case NextStep.SEND_REST:
                text, means = say(texts.SEND_REST, data.counts.waiting), say(texts.SEND_REST_MEANS)
            case NextStep.DECIDE:
                text, means = say(texts.DECIDE), say(texts.DECIDE_MEANS)
            case None:
                return
        self.next_button.setText(text)
        describe(self.next_button, text, means)

    @Slot()
    def _on_next_clicked(self) -> None:
        self.next_requested.emit(self._next)
