from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exogui.gui.models.contact_filter_proxy_model import ContactFilterProxyModel
from exogui.gui.models.contact_table_model import ContactTableModel
from tests.gui.sample_contacts import make_table

Show = Callable[[QWidget], None]


@pytest.fixture
def rows(qapp: object) -> ContactFilterProxyModel:
    """The sample contacts, all of them on show."""
    proxy = ContactFilterProxyModel()
    source = ContactTableModel(proxy)
    proxy.setSourceModel(source)
    source.set_table(make_table())
    return proxy


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Shows a widget as the active window, as the keyboard needs it."""

    def show_widget(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()

    return show_widget
