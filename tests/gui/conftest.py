"""Every widget is tested as it is shown: in the program's own style, in an active window."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from exogui.gui.theme import Scheme, apply_theme

Show = Callable[..., QWidget]


@pytest.fixture(autouse=True)
def _light_theme(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, Scheme.LIGHT)
    yield
    apply_theme(qapp, Scheme.LIGHT)


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Shows widgets below each other in a window that has the keyboard, and gives the window."""
    windows = []  # Qt does not keep a window alive, and qtbot only remembers it

    def show_all(*widgets: QWidget, width: int = 800, height: int = 600) -> QWidget:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            layout.addWidget(widget)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show_all
