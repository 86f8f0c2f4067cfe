"""What of the uploads is kept on this computer, for how long, and how to erase it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from exogui.gui.speech import say
from exogui.gui.theme import UNIT, set_role
from exogui.gui.widgets.buttons import describe, make_button
from exogui.gui.widgets.labels import make_label
from exogui.messages import history as texts
from exogui.messages import policy as policy_texts
from exogui.messages.catalogue import Text
from exogui.policy.policy import MOST_DAYS
from exogui.uploads.records import Keeping

_FIELD_WIDTH = 72


class KeepingPanel(QFrame):
    """Tells of a change when it is complete, not at every digit."""

    keeping_changed = Signal(object)
    """The :class:`Keeping` that the person wants."""
    erase_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keeping_panel")
        self.setAccessibleName(say(texts.KEPT))
        set_role(self, "sunk")
        self._keeping = Keeping()
        self.contacts_days = _DaysField("keep_contacts_days", texts.KEEP_CONTACTS)
        self.jobs_days = _DaysField("keep_jobs_days", texts.KEEP_JOBS)
        self.erase_button = make_button(say(texts.ERASE), "erase_contacts", role="danger", measure="small")
        for field in (self.contacts_days, self.jobs_days):
            field.editingFinished.connect(self._on_editing_finished)
        self.erase_button.clicked.connect(self.erase_requested)
        fields = QHBoxLayout()
        fields.setSpacing(UNIT)
        for text, field in ((texts.KEEP_CONTACTS, self.contacts_days), (texts.KEEP_JOBS, self.jobs_days)):
            fields.addWidget(make_label(say(text)))
            fields.addWidget(field)
            fields.addWidget(make_label(say(texts.DAYS)))
            fields.addSpacing(2 * UNIT)
        fields.addStretch(1)
        fields.addWidget(self.erase_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(UNIT)
        self._words = make_label("", "small", name="kept_words", wrap=True)
        layout.addWidget(self._words)
        layout.addLayout(fields)
        self.set_keeping(self._keeping)

    def set_keeping(self, keeping: Keeping, most_contacts_days: int = MOST_DAYS) -> None:
        """Show for how long things are kept, and let contacts be kept for ``most_contacts_days`` at most."""
        self._keeping = keeping
        words = [say(texts.KEPT_WORDS), say(texts.KEPT_FROM_NOW)]
        if most_contacts_days < MOST_DAYS:
            words.append(say(policy_texts.KEPT_AT_MOST, most_contacts_days))
        self._words.setText(" ".join(words))
        self.contacts_days.set_most(most_contacts_days)
        self.contacts_days.set_days(keeping.contacts_days)
        self.jobs_days.set_days(keeping.jobs_days)

    @Slot()
    def _on_editing_finished(self) -> None:
        wanted = Keeping(self.contacts_days.days, self.jobs_days.days)
        if wanted != self._keeping:
            self._keeping = wanted
            self.keeping_changed.emit(wanted)


class _DaysField(QLineEdit):
    """A number of days, typed or by Up and Down. What is no number becomes the one before."""

    def __init__(self, name: str, what: Text) -> None:
        super().__init__()
        self.setObjectName(name)
        self._what = say(what)
        self._most = MOST_DAYS
        self._validator = QIntValidator(0, MOST_DAYS, self)
        self.setValidator(self._validator)
        self.setMaxLength(len(str(MOST_DAYS)))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(_FIELD_WIDTH)
        describe(self, say(texts.DAYS_OF, what=self._what), say(texts.KEPT_FROM_NOW))
        self._days = 0

    @property
    def days(self) -> int:
        """What stands in it or, while that is no number, what stood there before."""
        return int(self.text()) if self.hasAcceptableInput() else self._days

    def set_most(self, days: int) -> None:
        """Let no more than so many days be entered."""
        self._most = days
        self._validator.setTop(days)
        means = say(policy_texts.KEPT_AT_MOST, days) if days < MOST_DAYS else say(texts.KEPT_FROM_NOW)
        describe(self, say(texts.DAYS_OF, what=self._what), means)

    def set_days(self, days: int) -> None:
        """Show a number of days."""
        self._days = days
        self.setText(str(days))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.set_days(min(max(self.days + step, 0), self._most))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.set_days(self.days)
        super().focusOutEvent(event)
