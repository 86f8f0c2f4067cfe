"""A check box whose box can be seen in both colour schemes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from exogui.gui.icons import pixmap
from exogui.gui.theme import UNIT, current_tokens
from exogui.gui.widgets.buttons import describe

_BOX, _MARK = 16, 12


class CheckBox(QCheckBox):
    """Fusion draws the box darker than the window, which on a dark window nobody sees."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None, *, description: str = "") -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        describe(self, text, description)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(
            _BOX + UNIT + metrics.horizontalAdvance(self.text()) + 4, max(_BOX, metrics.height()) + 4
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _BOX) / 2
        box = QRectF(2.5, top + 0.5, _BOX - 1, _BOX - 1)
        enabled, checked = self.isEnabled(), self.isChecked()
        edge = tokens.accent if checked or self.hasFocus() else tokens.muted
        painter.setPen(QPen(QColor(edge if enabled else tokens.disabled), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(tokens.accent if checked and enabled else tokens.surface))
        painter.drawRoundedRect(box, 4, 4)
        if checked:
            mark = pixmap("check", "on_accent" if enabled else "disabled", _MARK, self.devicePixelRatioF())
            painter.drawPixmap(round(box.center().x() - _MARK / 2), round(box.center().y() - _MARK / 2), mark)
        painter.setPen(QColor(tokens.text if enabled else tokens.disabled))
        words = self.rect().adjusted(_BOX + UNIT, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, self.text())
