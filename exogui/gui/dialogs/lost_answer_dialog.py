"""The dialog about contacts of which nobody knows whether they arrived. Nothing is chosen for the person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QWidget

from exogui.exotel.duplicate_action import DuplicateAction
from exogui.gui.dialogs.framed_dialog import FramedDialog
from exogui.gui.models.listed_choice import ListedChoice
from exogui.gui.speech import say
from exogui.gui.theme import UNIT, set_role
from exogui.gui.widgets.buttons import make_button
from exogui.gui.widgets.choice_list import ChoiceList
from exogui.gui.widgets.labels import make_label
from exogui.messages import lost_answer as texts
from exogui.uploads.choices import LostAnswerChoice

_WIDTH = 620
_LATER = "later"


class LostAnswerDialog(FramedDialog):
    """Says what each choice means for this upload, and names numbers to look for in Exotel."""

    chosen = Signal(object)
    """The :class:`LostAnswerChoice`; the dialog is closed. Not emitted when it is left for later."""

    def __init__(
        self,
        rows: int,
        action: DuplicateAction,
        examples: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """``rows`` contacts went out with ``action``; ``examples`` are phone numbers of some of them."""
        super().__init__("lost_answer", say(texts.CANCEL), say(texts.GO_ON), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        self.set_title(say(texts.TITLE, rows), say(texts.INTRO))
        self._numbers = ", ".join(examples)
        if examples:
            self.body.addWidget(self._examples())
        self.choices = ChoiceList("lost_answer_choice", say(texts.CHOICES))
        self.choices.set_choices(
            [
                ListedChoice(
                    LostAnswerChoice.COUNT_AS_THERE,
                    say(texts.COUNT_AS_THERE),
                    say(texts.COUNT_AS_THERE_MEANS),
                ),
                ListedChoice(
                    LostAnswerChoice.SEND_AGAIN,
                    say(texts.SEND_AGAIN, rows),
                    say(texts.SEND_AGAIN_MEANS[action]),
                ),
                ListedChoice(_LATER, say(texts.LATER), say(texts.LATER_MEANS)),
            ],
            _LATER,
        )
        self.choices.setFixedHeight(self.choices.sizeHint().height())  # all of them, and no room below
        self.choices.value_changed.connect(self._on_value_changed)
        self.body.addWidget(self.choices)
        self.accepted.connect(self._on_accepted)
        self._on_value_changed(_LATER)
        self.choices.button(_LATER).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        layout = self.layout()
        if layout is not None:
            # Texts that wrap ask for the height that they would need if they were narrow.
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
            self.setMinimumHeight(0)
            self.resize(_WIDTH, layout.totalHeightForWidth(_WIDTH))
        super().showEvent(event)

    def _examples(self) -> QFrame:
        frame = QFrame()
        set_role(frame, "sunk")
        label = make_label(
            say(texts.EXAMPLES, numbers=self._numbers), role="small", name="lost_answer_numbers", wrap=True
        )
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        copy = make_button(say(texts.COPY_EXAMPLES), "lost_answer_copy", icon_name="copy", measure="small")
        copy.clicked.connect(self._on_copy_clicked)
        frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(UNIT + UNIT // 2, UNIT, UNIT, UNIT)
        layout.addWidget(label, stretch=1)
        layout.addWidget(copy, alignment=Qt.AlignmentFlag.AlignTop)
        return frame

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._numbers)

    @Slot(str)
    def _on_value_changed(self, value: str) -> None:
        decided = value != _LATER
        self.set_accept(say(texts.GO_ON), enabled=decided)
        self.set_status("" if decided else say(texts.CHOOSE))

    @Slot()
    def _on_accepted(self) -> None:
        value = self.choices.value
        if value is not None and value != _LATER:
            self.chosen.emit(LostAnswerChoice(value))
