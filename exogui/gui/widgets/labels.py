"""Labels as the stylesheet knows them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from exogui.gui.theme import set_role


def make_label(
    text: str = "", role: str = "", *, name: str = "", wrap: bool = False, parent: QWidget | None = None
) -> QLabel:
    """A label that shows ``text`` as it is, never as HTML, with a role of :mod:`exogui.gui.theme`."""
    label = _WrappingLabel(text, parent) if wrap else QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)  # file names and Exotel's words may hold anything
    label.setObjectName(name)
    if role:
        set_role(label, role)
    if wrap:
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


class _WrappingLabel(QLabel):
    def minimumSizeHint(self) -> QSize:
        """A long word, such as a file's name, must not widen the window.

        A minimum width would do that too, but then Qt asks how high the text is at that width.
        """
        return QSize(1, super().minimumSizeHint().height())
