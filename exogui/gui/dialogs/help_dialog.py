"""The page that says how exogui works, with pictures."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from exogui.gui.speech import say
from exogui.gui.theme import DARK, UNIT, current_tokens, theme_signals
from exogui.gui.widgets.buttons import make_button
from exogui.gui.widgets.labels import make_label
from exogui.gui.widgets.picture import Picture
from exogui.messages import help as texts
from exogui.resources import resource_path

_SIZE = (720, 680)
_TEXT_WIDTH = 640


class HelpDialog(QDialog):
    """Stays open beside the window while the person works; its pictures have the window's colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_dialog")
        self.setWindowTitle(say(texts.TITLE))
        self.resize(*_SIZE)
        self.setMinimumWidth(_SIZE[0])
        self.page = QScrollArea()
        self.page.setObjectName("help_page")
        self.page.setAccessibleName(say(texts.PAGE))
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setWidgetResizable(True)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.viewport().setAutoFillBackground(False)
        close = make_button(say(texts.CLOSE), "help_close")
        close.setDefault(True)
        close.clicked.connect(self.close)
        footer = QHBoxLayout()
        footer.setContentsMargins(3 * UNIT, UNIT + UNIT // 2, 3 * UNIT, UNIT + UNIT // 2)
        footer.addStretch(1)
        footer.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.page, 1)
        layout.addLayout(footer)
        theme_signals().theme_changed.connect(self._show_page)
        self._show_page()
        self.page.setFocus()

    @Slot()
    def _show_page(self) -> None:
        place = self.page.verticalScrollBar().value()
        content = QWidget()
        content.setAutoFillBackground(False)
        column = QVBoxLayout(content)
        column.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(make_label(say(texts.TITLE), "title", name="help_title"))
        for picture, title, text in texts.TOPICS:
            column.addSpacing(UNIT)
            column.addWidget(make_label(say(title), "subtitle"))
            column.addWidget(_paragraph(say(text)))
            if picture:
                column.addWidget(self._picture(picture, say(title)))
        column.addSpacing(UNIT)
        column.addWidget(make_label(say(texts.KEYS_TITLE), "subtitle"))
        column.addLayout(_keys())
        column.addStretch(1)
        self.page.setWidget(content)
        content.setAutoFillBackground(False)  # the page set it
        self.page.verticalScrollBar().setValue(place)

    def _picture(self, name: str, title: str) -> Picture:
        scheme = "dark" if current_tokens() is DARK else "light"
        path = resource_path(f"help/{name}-{scheme}.png")
        return Picture(path, say(texts.PICTURE, title=title), _TEXT_WIDTH)


def _paragraph(text: str) -> QLabel:
    """As high as its lines: a scroll area does not ask how high a text is at a width."""
    label = make_label(text, wrap=True)
    label.ensurePolished()
    label.setFixedSize(_TEXT_WIDTH, label.heightForWidth(_TEXT_WIDTH))
    return label


def _keys() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(3 * UNIT)
    grid.setVerticalSpacing(UNIT // 2)
    grid.setColumnStretch(1, 1)
    for row, (keys, text) in enumerate(texts.KEYS):
        name = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        grid.addWidget(make_label(name, "small-strong"), row, 0)
        grid.addWidget(make_label(say(text)), row, 1)
    return grid
