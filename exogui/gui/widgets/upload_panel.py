"""The Sending state: says in words where an upload is, and what stopping it would mean."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from exogui.gui.speech import say
from exogui.gui.theme import UNIT, set_role
from exogui.gui.widgets.buttons import describe, make_button
from exogui.gui.widgets.labels import make_label
from exogui.gui.widgets.progress_bar import SlimProgressBar
from exogui.gui.widgets.step_row import StepRow
from exogui.gui.widgets.upload_progress import PanelView, Step, UploadProgress, size_with_unit
from exogui.messages import sending as texts
from exogui.uploads.events import UploadEvent

_REFRESH_MS = 500
"""Often enough that no second of a countdown is left out."""


class UploadPanel(QFrame):
    """A card above the table while an upload is under way."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self.setObjectName("upload_panel")
        self.setAccessibleName(say(texts.PANEL))
        set_role(self, "card")
        self._clock = clock
        self._progress = UploadProgress()
        self._rows = 0
        self._stopping = False
        self._timer = QTimer(self)
        self._timer.setInterval(_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._build()
        self.refresh()

    def _build(self) -> None:
        self._title = make_label(role="subtitle", name="upload_title")
        self._aside = make_label(role="muted", name="upload_aside")
        self.cancel_button = make_button("", "cancel_upload", measure="small")
        self.cancel_button.clicked.connect(self._on_cancel_clicked)
        self.setFocusProxy(self.cancel_button)
        self._steps = StepRow("upload_steps", len(Step))
        self.bar = SlimProgressBar()
        self.bar.setObjectName("upload_progress")
        self.bar.setAccessibleName(say(texts.PROGRESS))
        self._note = make_label(role="small", name="upload_note", wrap=True)
        top = QHBoxLayout()
        top.setSpacing(UNIT)
        top.addWidget(self._title, stretch=1)
        top.addWidget(self._aside)
        top.addWidget(self.cancel_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 2 * UNIT + 2, 20, 2 * UNIT + 2)
        layout.setSpacing(UNIT + UNIT // 2)
        layout.addLayout(top)
        layout.addWidget(self._steps)
        layout.addWidget(self.bar)
        layout.addWidget(self._note)

    def start(self, rows: int) -> None:
        """A new upload of ``rows`` contacts begins."""
        self._progress = UploadProgress()
        self._rows = rows
        self._stopping = False
        self.refresh()

    @Slot(object)
    def set_event(self, event: UploadEvent) -> None:
        """Something happened in the upload."""
        self._progress.observe(event, self._clock())
        self.refresh()

    @Slot()
    def set_stopping(self) -> None:
        """The person has stopped it, and the job is putting its things away."""
        self._stopping = True
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what holds now: times run down between two events."""
        view = self._progress.view(self._clock())
        self._title.setText(view.title)
        self._aside.setText(view.aside)
        self._note.setText(view.note)
        self._steps.set_steps(self._step_texts(view.step), view.step, paused=view.paused)
        if view.fraction != self.bar.fraction:
            self.bar.set_fraction(view.fraction)
        self._show_cancel(view)

    def _step_texts(self, current: Step) -> list[str]:
        sent = say(texts.STEP_SENDING)
        if current > Step.SENDING and self._progress.total_bytes:
            sent = say(texts.STEP_SENT, size=size_with_unit(self._progress.total_bytes))
        processing = say(texts.STEP_PROCESSING)
        if current == Step.PROCESSING and self._rows:
            processing = say(texts.STEP_PROCESSING_ROWS, self._rows)
        return [sent, processing, say(texts.STEP_RESULT)]

    def _show_cancel(self, view: PanelView) -> None:
        text = say(texts.STOPPING) if self._stopping else view.cancel
        self.cancel_button.setText(text)
        self.cancel_button.setEnabled(not self._stopping)
        describe(self.cancel_button, text, view.cancel_means)

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self.set_stopping()
        self.cancel_requested.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)
