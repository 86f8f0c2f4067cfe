"""The large area that takes a file, by drop, click or key."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from exogui.gui.file_drop import DropProblem, read_drop
from exogui.gui.speech import say
from exogui.gui.theme import UNIT, current_tokens
from exogui.gui.widgets.buttons import describe, make_button
from exogui.gui.widgets.icon_label import IconLabel
from exogui.gui.widgets.labels import make_label
from exogui.messages import empty as texts
from exogui.messages import policy as policy_texts
from exogui.messages.catalogue import Text

_REFUSALS: dict[DropProblem, Text] = {
    DropProblem.SEVERAL_FILES: texts.SEVERAL_FILES,
    DropProblem.FOLDER: texts.FOLDER,
    DropProblem.NOT_A_FILE: texts.NOT_A_FILE,
    DropProblem.MISSING: texts.MISSING,
}
_REFUSAL_SHOWN_MS = 8_000


def drop_refusal(problem: DropProblem) -> str:
    """``problem`` in words, with what to do instead."""
    return say(_REFUSALS[problem])


class DropArea(QAbstractButton):
    """A button as large as the window, which also takes a dropped file and says why it takes no other."""

    file_dropped = Signal(Path)
    drop_refused = Signal(DropProblem)
    choose_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drop_area")
        describe(self, say(texts.DROP_TITLE), say(texts.DROP_DESCRIPTION))
        self.setToolTip("")  # it would follow the pointer all over the window
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._hovered_by: Path | DropProblem | None = None
        self._forget_refusal = QTimer(self, singleShot=True, interval=_REFUSAL_SHOWN_MS)
        self._forget_refusal.timeout.connect(self._show_invitation)
        self._build()
        self._show_invitation()
        self.clicked.connect(self.choose_requested)

    def _build(self) -> None:
        self._icon = IconLabel("upload", "accent", 40, self)
        self._title = make_label(role="display", name="drop_title")
        self._hint = make_label(role="muted", name="drop_hint", wrap=True)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose_button = make_button(say(texts.CHOOSE), "choose_file", role="primary", measure="large")
        self.sample_button = make_button(
            say(texts.SAMPLE), "try_sample", measure="large", description=say(texts.SAMPLE_DESCRIPTION)
        )
        self.choose_button.clicked.connect(self.choose_requested)
        self.sample_button.clicked.connect(self.sample_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        buttons.addStretch()
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.sample_button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 3 * UNIT)
        layout.addStretch()
        layout.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(2 * UNIT)
        layout.addWidget(self._title)
        layout.addSpacing(UNIT // 2)
        layout.addWidget(self._hint)
        layout.addSpacing(2 * UNIT)
        layout.addLayout(buttons)
        layout.addStretch()

    def forbid_sample(self) -> None:
        """The organisation allows no practice account, which the sample contacts go to."""
        self.sample_button.setEnabled(False)
        describe(self.sample_button, say(texts.SAMPLE), say(policy_texts.SWITCHED_OFF))

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 240)

    # --- what is shown ------------------------------------------------------------------------------------

    def _show_invitation(self) -> None:
        self._show(None, "upload", "accent", say(texts.DROP_TITLE), say(texts.DROP_HINT))

    def _show_drag(self, found: Path | DropProblem) -> None:
        if isinstance(found, DropProblem):
            self._show(found, "error-circle", "must_fix", say(texts.CANNOT_TAKE), drop_refusal(found))
        else:
            self._show(found, "file", "accent", say(texts.DROP_NOW), found.name)

    def _show(self, found: Path | DropProblem | None, icon: str, tint: str, title: str, hint: str) -> None:
        self._forget_refusal.stop()
        self._hovered_by = found
        self._icon.set_icon(icon, tint)
        self._title.setText(title)
        self._hint.setText(hint)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        background, edge, width = tokens.surface, tokens.border, 2.0
        if isinstance(self._hovered_by, DropProblem):
            edge = tokens.must_fix
        elif self._hovered_by is not None or self.isDown():
            background, edge = tokens.accent_soft, tokens.accent
        elif self.hasFocus() or self.underMouse():
            edge = tokens.accent
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(edge), width)
        if not self.hasFocus() or self._hovered_by is not None:
            pen.setDashPattern([3.5, 3])
        painter.setPen(pen)
        painter.setBrush(QColor(background))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 2 * UNIT, 2 * UNIT)

    # --- keys and drops -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        found = read_drop(event.mimeData())
        self._show_drag(found)
        self._answer(event, found)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._hovered_by is not None:
            self._answer(event, self._hovered_by)

    @staticmethod
    def _answer(event: QDropEvent, found: Path | DropProblem) -> None:
        """Accept either way, so that the drop arrives; the pointer shows when it will not be taken."""
        action = Qt.DropAction.IgnoreAction if isinstance(found, DropProblem) else Qt.DropAction.CopyAction
        event.setDropAction(action)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        if isinstance(self._hovered_by, DropProblem):
            self._forget_refusal.start()  # some systems deliver a refused drop as a leave: let it be read
        else:
            self._show_invitation()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        found = read_drop(event.mimeData())
        self._answer(event, found)
        if isinstance(found, DropProblem):
            self._show_drag(found)
            self._forget_refusal.start()
            self.drop_refused.emit(found)
        else:
            self._show_invitation()
            self.file_dropped.emit(found)
