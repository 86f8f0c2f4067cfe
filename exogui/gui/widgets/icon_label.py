"""A picture beside a text."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exogui.gui.icons import pixmap


class IconLabel(QWidget):
    """Shows one icon in the colours in force. It carries no meaning of its own: a text beside it does."""

    def __init__(self, name: str, tint: str = "text", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._tint = tint
        self._size = size
        self.setFixedSize(size, size)

    @property
    def icon_name(self) -> str:
        """Which icon is shown."""
        return self._name

    def set_icon(self, name: str, tint: str) -> None:
        """Show another icon."""
        if (name, tint) != (self._name, self._tint):
            self._name, self._tint = name, tint
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, pixmap(self._name, self._tint, self._size, self.devicePixelRatioF()))
