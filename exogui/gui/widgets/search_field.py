"""Looking for rows by what stands in them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from exogui.gui.icons import icon
from exogui.gui.speech import say
from exogui.gui.theme import CONTROL_HEIGHT
from exogui.gui.widgets.buttons import describe
from exogui.messages import review

_WIDTH = 240
_TEXT_SHIFT = 8
"""Qt leaves the style's padding a second time between the icon and the text."""


class SearchField(QLineEdit):
    """Tells of each change as it is typed; Esc clears, Enter and Down go to the rows found."""

    search_changed = Signal(str)
    """What to look for; empty for nothing."""
    entered = Signal()
    """The person is about to search."""
    left_for_rows = Signal()
    """The person wants to go on in the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_field")
        self.setPlaceholderText(say(review.SEARCH))
        describe(self, say(review.SEARCH), say(review.SEARCH_HELP))
        self.setFixedHeight(CONTROL_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(icon("close", "muted"), say(review.SEARCH_CLEAR), self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self.setTextMargins(-_TEXT_SHIFT, 0, 0, 0)
        self.textChanged.connect(self._on_text_changed)

    def set_found(self, rows: int) -> None:
        """Tell screen readers how many rows there are with the text."""
        self.setAccessibleDescription(say(review.SEARCH_FOUND if self.text() else review.SEARCH_HELP, n=rows))

    def activate(self) -> None:
        """Take the focus, ready to be typed over."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_WIDTH * 2 // 3, CONTROL_HEIGHT)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.search_changed.emit(text.strip())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Escape | Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left_for_rows.emit()
            case _:
                super().keyPressEvent(event)
