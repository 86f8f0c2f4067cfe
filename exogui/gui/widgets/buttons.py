"""Push buttons as the stylesheet knows them."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from exogui.gui.icons import icon
from exogui.gui.theme import set_role

_TINTS = {"primary": "on_accent", "emphasis": "accent", "link": "accent", "danger": "must_fix"}

ICON_BEFORE_TEXT = QSize(20, 16)
"""An icon of 16 pixels and a gap: the style's own would be narrower than the grid wants."""


def make_button(
    text: str,
    name: str,
    *,
    role: str = "secondary",
    icon_name: str | None = None,
    measure: str | None = None,
    description: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """A push button with a role of :mod:`exogui.gui.theme` and the icon's colour that goes with it.

    ``measure`` is ``large`` (the one thing to do here) or ``small`` (inside a card). ``description`` says
    what pressing it means, as tooltip and for screen readers.
    """
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setAutoDefault(False)  # in a dialog, Enter belongs to the one default button
    if measure is not None:
        button.setProperty("measure", measure)
    set_role(button, role)
    if icon_name is not None:
        button.setIcon(icon(icon_name, _TINTS.get(role, "text")))
        if text or measure == "large":
            button.setIconSize(ICON_BEFORE_TEXT)
    describe(button, text, description)
    return button


def describe(widget: QWidget, name: str, description: str = "") -> None:
    """Give ``widget`` its name for screen readers, and its description there and as tooltip."""
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(description)
    widget.setToolTip(description)
