"""Exotel's words, wherever the window shows them, are text and never markup."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from exogui.gui.program import Program
from exogui.practice.endpoints import Endpoint
from exogui.practice.faults import Fault, Refuse, Respond, SetData
from exogui.practice.server import PracticeServer
from tests.gui.program.conftest import WriteFile, open_and_wait, upload_and_wait

WORDS = "<b>bold</b><img src='file:///etc/hostname'>"
GOOD, REFUSED = "+919876543210", "+919999900017"


def shown_as_text(widget: QWidget) -> Iterator[str]:
    """Where a label or a tooltip below ``widget`` would be taken for markup and holds what it should not."""
    for label in widget.findChildren(QLabel):
        if label.textFormat() is not Qt.TextFormat.PlainText and "<" in label.text():
            yield f"{label.objectName()}: {label.text()}"
    for each in [widget, *widget.findChildren(QWidget)]:
        for tip in (each.toolTip(), each.statusTip(), each.whatsThis()):
            if "<b>" in tip or "<img" in tip:
                yield f"{each.objectName()}: {tip}"
    for view in widget.findChildren(QAbstractItemView):
        yield from _tips_of(view.model())


def _tips_of(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            tip = str(model.index(row, column, QModelIndex()).data(Qt.ItemDataRole.ToolTipRole) or "")
            if "<b>" in tip or "<img" in tip:
                yield f"{type(model).__name__}: {tip}"


def texts_of(widget: QWidget) -> str:
    labels = [label.text() for label in widget.findChildren(QLabel)]
    for view in widget.findChildren(QAbstractItemView):
        model = view.model()
        labels += [
            str(model.index(row, column).data(role) or "")
            for row in range(model.rowCount())
            for column in range(model.columnCount())
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        ]
    return "\n".join(labels)


def everything() -> list[QWidget]:
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


REFUSAL = json.dumps({"request_id": WORDS, "response": {"code": 400, "error_data": {"message": WORDS}}})
ROW = {"row_number": 2, "phone_number": REFUSED, "error_code": WORDS, "error_message": WORDS}


@pytest.mark.parametrize(
    ("endpoint", "fault", "seen"),
    [
        (Endpoint.UPLOAD, Respond(400, REFUSAL), WORDS),
        (Endpoint.UPLOAD, Refuse(403, WORDS), WORDS),
        (Endpoint.UPLOAD, SetData({"upload_id": WORDS}), WORDS),
        (Endpoint.STATUS, Refuse(410, WORDS), WORDS),
        (Endpoint.STATUS, SetData({"status": "failed", "successful": 0, "failed": 0}), "upload_practice"),
        (Endpoint.ERRORS, SetData({"errors": [ROW]}), "bold"),
        (Endpoint.ERRORS, SetData({"errors": [{**ROW, "phone_number": WORDS}]}), WORDS),
    ],
    ids=["refused", "forbidden", "id", "expired", "failed", "row", "number"],
)
def test_that_exotels_words_are_never_markup(
    practising: Program,
    qtbot: QtBot,
    write_file: WriteFile,
    server: PracticeServer,
    endpoint: Endpoint,
    fault: Fault,
    seen: str,
) -> None:
    server.faults.add(endpoint, fault)
    if endpoint is Endpoint.UPLOAD and isinstance(fault, SetData):
        server.faults.add(Endpoint.STATUS, Refuse(410))
    open_and_wait(practising, qtbot, write_file(f"{GOOD},Asha,,", f"{REFUSED},{WORDS},,"))
    upload_and_wait(practising, qtbot)
    for button in practising.window.result_view.findChildren(QPushButton):
        if button.isVisible() and button.isCheckable() and not button.isChecked():
            button.click()  # the details
    QApplication.processEvents()
    assert seen in "\n".join(texts_of(widget) for widget in everything())
    assert [found for widget in everything() for found in shown_as_text(widget)] == []
    fix = practising.window.result_view.summary.fix_button
    if fix.isVisible():
        fix.click()
        qtbot.waitUntil(lambda: practising.window.reviewing)
        assert [found for widget in everything() for found in shown_as_text(widget)] == []


def test_that_the_walk_finds_what_it_looks_for(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel(WORDS, window)
    window.setToolTip(WORDS)
    assert len(list(shown_as_text(window))) == 2
    label.setTextFormat(Qt.TextFormat.PlainText)
    window.setToolTip("")
    assert list(shown_as_text(window)) == []
