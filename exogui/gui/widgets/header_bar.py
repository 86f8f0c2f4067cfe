"""The bar at the top of the window: open, undo, redo, everything else, and the account."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from exogui.gui.icons import icon
from exogui.gui.speech import say
from exogui.gui.theme import UNIT, set_role
from exogui.gui.widgets.buttons import ICON_BEFORE_TEXT, describe, make_button
from exogui.gui.widgets.icon_label import IconLabel
from exogui.gui.widgets.labels import make_label
from exogui.messages import window as texts

_HEIGHT = 52


class HeaderBar(QFrame):
    """Buttons for the window's own actions, and room at the right for the account."""

    def __init__(self, account_button: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header_bar")
        set_role(self, "header")
        self.setFixedHeight(_HEIGHT)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(2 * UNIT, 0, 2 * UNIT, 0)
        self._layout.setSpacing(UNIT)
        brand = IconLabel("exogui", "accent", 22)
        self._layout.addWidget(brand)
        self._layout.addWidget(make_label(say(texts.APP_NAME), "heading", name="brand"))
        self._layout.addSpacing(UNIT)
        self._layout.addStretch()
        self._more = make_button("", "more", role="quiet", icon_name="more", description=say(texts.MORE_TIP))
        describe(self._more, say(texts.MORE), say(texts.MORE_TIP))
        self._more.setFixedWidth(40)
        self._layout.addWidget(self._more)
        self._layout.addWidget(account_button)
        self._place = 3  # where the next action's button goes: after the brand

    def add_action_button(
        self, action: QAction, *, icon_only: bool = False, at_end: bool = False
    ) -> QPushButton:
        """A button that follows the text, tooltip and state of ``action``; ``at_end``: beside the account."""
        quiet = icon_only or at_end
        button = make_button("", f"{action.objectName()}_button", role="quiet" if quiet else "secondary")
        button.setIcon(action.icon())
        button.setIconSize(QSize(18, 18) if icon_only else ICON_BEFORE_TEXT)
        if icon_only:
            button.setFixedWidth(40)

        def follow() -> None:
            if not icon_only:
                button.setText(action.text())
            button.setEnabled(action.isEnabled())
            describe(button, action.text(), action.toolTip())

        follow()
        action.changed.connect(follow)
        button.clicked.connect(action.trigger)
        if at_end:
            self._layout.insertWidget(self._layout.indexOf(self._more), button)
        else:
            self._layout.insertWidget(self._place, button)
            self._place += 1
        return button

    def set_menu(self, menu: QMenu) -> None:
        """What the More button opens."""
        self._more.setMenu(menu)
        self._more.setIcon(icon("more"))
