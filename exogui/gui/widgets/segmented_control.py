"""A few choices side by side, of which one holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from exogui.gui.theme import CONTROL_HEIGHT, CONTROL_RADIUS, current_tokens
from exogui.gui.widgets.buttons import describe

_PADDING = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """One segment: what it stands for, what it reads, and what choosing it means."""

    value: str
    text: str
    description: str = ""


class SegmentedControl(QWidget):
    """Radio buttons in one frame: the arrow keys move the choice, Tab enters and leaves it as a whole."""

    value_changed = Signal(str)
    """The person, or :meth:`set_value`, chose another value."""

    def __init__(
        self, name: str, title: str, choices: Sequence[Choice], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._values: dict[QAbstractButton, str] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for choice in choices:
            segment = _Segment(choice.text, self)
            segment.setObjectName(f"{name}_{choice.value}")
            describe(segment, f"{title}: {choice.text}", choice.description)
            segment.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._values[segment] = choice.value
            self._group.addButton(segment)
            layout.addWidget(segment)
        self._chosen = self._group.buttons()[0]
        self._chosen.setChecked(True)
        self._chosen.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._group.buttonToggled.connect(self._on_button_toggled)

    @property
    def value(self) -> str:
        """The value of the choice that holds."""
        return self._values[self._chosen]

    def set_value(self, value: str) -> None:
        """Choose ``value``; KeyError when there is no such choice."""
        self.segment(value).setChecked(True)

    def forbid(self, value: str, why: str) -> None:
        """Let the person not choose ``value``; ``why`` takes the place of what choosing it means."""
        segment = self.segment(value)
        segment.setEnabled(False)
        describe(segment, segment.accessibleName(), why)

    def segment(self, value: str) -> QAbstractButton:
        """The button of ``value``."""
        for button, its_value in self._values.items():
            if its_value == value:
                return button
        raise KeyError(value)

    @Slot(QAbstractButton, bool)
    def _on_button_toggled(self, button: QAbstractButton, checked: bool) -> None:
        # Tab stops only at the choice that holds. Qt sees to that too late: once a segment has had the focus.
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus)
        if checked:
            self._chosen = button
            self.update()
            self.value_changed.emit(self._values[button])

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(frame, CONTROL_RADIUS, CONTROL_RADIUS)
        painter.fillPath(outline, QColor(tokens.surface))
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(
            self._chosen.geometry(), QColor(tokens.accent_soft if self.isEnabled() else tokens.sunk)
        )
        painter.restore()
        painter.setPen(QPen(QColor(tokens.border), 1))
        for button in self._group.buttons()[1:]:
            x = button.x() + 0.5
            painter.drawLine(QPoint(int(x), 1), QPoint(int(x), self.height() - 2))
        painter.drawPath(outline)


class _Segment(QRadioButton):
    """A radio button for screen readers and the keyboard, whose surface the control paints."""

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self._bold()).horizontalAdvance(self.text()) + 2 * _PADDING, CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setFont(self._bold())
        colour = tokens.accent if self.isChecked() else tokens.text
        painter.setPen(QColor(colour if self.isEnabled() else tokens.disabled))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, CONTROL_RADIUS - 1, CONTROL_RADIUS - 1)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
