from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

OpenDialog = Callable[[QDialog], None]


@pytest.fixture
def open_dialog(qtbot: QtBot) -> OpenDialog:
    """Opens a dialog as the active window, as the keyboard needs it."""

    def open_it(dialog: QDialog) -> None:
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)

    return open_it
