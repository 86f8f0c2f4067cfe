"""A list of choices with a line of explanation under each, of which one holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from exogui.gui.models.listed_choice import ListedChoice
from exogui.gui.theme import BODY_SIZE, CONTROL_RADIUS, SMALL_SIZE, current_tokens, tabular
from exogui.gui.tool_tip import as_tool_tip

_HEIGHT = 50
_PADDING = 10
_CIRCLE, _DOT = 15.0, 8.0


class ChoiceList(QScrollArea):
    """Radio buttons, each two lines high: the arrow keys move the choice, Tab enters and leaves the list."""

    value_changed = Signal(str)
    """The person chose another value."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        content = QWidget()
        content.setAutoFillBackground(False)
        self._title = title
        self._group = QButtonGroup(self)
        self._values: dict[QAbstractButton, str] = {}
        self._layout = QVBoxLayout(content)
        self._layout.setContentsMargins(0, 0, 4, 0)
        self._layout.setSpacing(2)
        self._layout.addStretch(1)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self._group.buttonToggled.connect(self._on_button_toggled)
        self._quiet = False

    @property
    def value(self) -> str | None:
        """The value of the choice that holds; None while there is no choice."""
        checked = self._group.checkedButton()
        return None if checked is None else self._values[checked]

    @property
    def choices(self) -> list[ListedChoice]:
        """What there is to choose from, from the top."""
        return [button.choice for button in self._buttons()]

    def set_choices(self, choices: Sequence[ListedChoice], value: str | None) -> None:
        """Offer ``choices``; ``value`` is the one that holds. Says nothing of it."""
        if [choice.value for choice in choices] != list(self._values.values()):
            self._replace(choices)
        self._quiet = True
        for button, choice in zip(self._buttons(), choices, strict=True):
            button.set_choice(choice, self._title)
            button.setChecked(choice.value == value)
        self._quiet = False

    def button(self, value: str) -> QAbstractButton:
        """The button of ``value``."""
        return next(button for button, its_value in self._values.items() if its_value == value)

    def sizeHint(self) -> QSize:
        return QSize(280, max(1, len(self._values)) * (_HEIGHT + 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, min(len(self._values), 3) * (_HEIGHT + 2))

    def _buttons(self) -> list[_ListedButton]:
        return [button for button in self._values if isinstance(button, _ListedButton)]

    def _replace(self, choices: Sequence[ListedChoice]) -> None:
        for button in self._buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._values.clear()
        for place, choice in enumerate(choices):
            button = _ListedButton(choice)
            button.setObjectName(f"{self.objectName()}_{choice.value}")
            self._values[button] = choice.value
            self._group.addButton(button)
            self._layout.insertWidget(place, button)
            button.show()  # now, and not in the next turn of the event loop: it may be given the focus
        self._layout.activate()  # the arrow keys go by where the buttons stand
        self.updateGeometry()

    @Slot(QAbstractButton, bool)
    def _on_button_toggled(self, button: QAbstractButton, checked: bool) -> None:
        # Tab stops only at the choice that holds.
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus)
        if checked:
            self.ensureWidgetVisible(button, 0, 0)
            if not self._quiet:
                self.value_changed.emit(self._values[button])


class _ListedButton(QRadioButton):
    def __init__(self, choice: ListedChoice) -> None:
        super().__init__(choice.title)
        self.choice = choice
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def set_choice(self, choice: ListedChoice, title: str) -> None:
        self.choice = choice
        self.setText(choice.title)
        self.setAccessibleName(f"{title} {choice.title}")
        self.setAccessibleDescription(choice.detail)
        self.setToolTip(as_tool_tip(choice.detail))
        self.setEnabled(choice.possible)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or (self.underMouse() and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft if self.isChecked() else tokens.sunk))
            painter.drawRoundedRect(frame, CONTROL_RADIUS, CONTROL_RADIUS)
        self._paint_circle(painter)
        left = _PADDING + 26
        room = self.rect().adjusted(left, 0, -_PADDING, 0)
        strong = tabular(size=BODY_SIZE, bold=self.isChecked())
        lines = (
            (self.choice.title, strong, tokens.text if self.isEnabled() else tokens.disabled, 6),
            (self.choice.detail, tabular(size=SMALL_SIZE), tokens.muted, 26),
        )
        for text, font, colour, top in lines:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            # Whatever script and font a text is in, all stand on one line.
            painter.drawText(room.left(), top + 10 + QFontMetrics(font).capHeight() // 2, shown)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(frame, CONTROL_RADIUS, CONTROL_RADIUS)

    def _paint_circle(self, painter: QPainter) -> None:
        tokens = current_tokens()
        middle = QPointF(_PADDING + _CIRCLE / 2, 16.5)
        ring = tokens.accent if self.isChecked() else tokens.muted
        painter.setBrush(QColor(tokens.surface))
        painter.setPen(QPen(QColor(ring if self.isEnabled() else tokens.border), 1.5))
        painter.drawEllipse(middle, _CIRCLE / 2, _CIRCLE / 2)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(middle, _DOT / 2, _DOT / 2)
