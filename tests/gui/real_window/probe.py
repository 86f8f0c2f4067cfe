"""The program itself, run so that a test can see what its window shows.

    python -m tests.gui.real_window.probe [what exogui takes]

A question a line on stdin, an answer a line on stdout, both in JSON. It only looks: whatever the program
is told to do reaches it through the X server, as from a person.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPoint, QRect, QSocketNotifier, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHeaderView, QMenu, QMessageBox, QTableView, QWidget

import exogui.app
from exogui.__main__ import main
from exogui.gui.application import Application

PAUSE_MS = 5
"""Between question and answer, so that whoever asks again and again leaves the window time to work."""

Answer = dict[str, Any] | None


class Probe(QObject):
    """Answers in the thread of the window, between two events."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heard = b""
        self._questions = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._questions.activated.connect(self._on_question)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._on_answer_due)

    @Slot()
    def _on_question(self) -> None:
        part = os.read(sys.stdin.fileno(), 65536)
        self._heard += part
        if not part:  # nobody asks any more
            self._questions.setEnabled(False)
        elif self._heard.endswith(b"\n"):
            self._pause.start()

    @Slot()
    def _on_answer_due(self) -> None:
        question, self._heard = json.loads(self._heard), b""
        answer = ANSWERS[question.pop("about")](**question)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def widget_on_show(name: str) -> Answer:
    """What there is to see of a widget; None when it is not on show.

    ``name`` is its object name, after that of a widget around it and a ``/`` where its own is not enough.
    """
    widget = _find(name)
    if widget is None:
        return None
    text = widget.property("text")
    if isinstance(widget, QMessageBox):
        text = f"{text}\n{widget.informativeText()}"
    return {
        "text": text if isinstance(text, str) else "",
        "enabled": widget.isEnabled(),
        "focus": widget.hasFocus(),
        "checked": bool(widget.property("checked")),
        "place": _place(widget, widget.visibleRegion().boundingRect()),
    }


def cell_on_show(table: str, row: int, column: int) -> Answer:
    """A cell, counted as the table shows it; None when there is no such cell."""
    view = _find(table)
    if not isinstance(view, QTableView):
        return None
    index = view.model().index(row, column)
    if not index.isValid():
        return None
    in_sight = view.visualRect(index).intersected(view.viewport().rect())
    return {
        "text": str(index.data() or ""),
        "rows": view.model().rowCount(QModelIndex()),
        "current": index == view.currentIndex(),
        "place": _place(view.viewport(), in_sight),
    }


def column_on_show(table: str, column: int) -> Answer:
    """The header of a column."""
    view = _find(table)
    if not isinstance(view, QTableView):
        return None
    header: QHeaderView = view.horizontalHeader()
    section = QRect(header.sectionViewportPosition(column), 0, header.sectionSize(column), header.height())
    in_sight = section.intersected(header.viewport().rect())
    orientation = header.orientation()
    return {
        "text": str(header.model().headerData(column, orientation)),
        "place": _place(header.viewport(), in_sight),
    }


def menu_item_on_show(menu: str, name: str) -> Answer:
    """An entry, by the object name of its action, of an open menu."""
    widget = _find(menu)
    if not isinstance(widget, QMenu):
        return None
    for action in widget.actions():
        if action.objectName() == name:
            return {"text": action.text(), "place": _place(widget, widget.actionGeometry(action))}
    return None


def keyboard() -> Answer:
    """The window that should have the keyboard, by its number in X, and the widget with the focus."""
    window = QApplication.activeModalWidget() or _find("main_window")
    handle = window.windowHandle() if window is not None else None
    if handle is None or not handle.isExposed():
        return None
    focus: QObject | None = QApplication.focusWidget()
    while focus is not None and not focus.objectName():
        focus = focus.parent()
    return {
        "window": int(handle.winId()),
        "active": handle.isActive() or QApplication.activePopupWidget() is not None,
        "focus": focus.objectName() if focus is not None else "",
    }


def picture(path: str) -> Answer:
    """Save what the whole screen shows."""
    screen = QGuiApplication.primaryScreen()
    return {"saved": screen.grabWindow(0).save(path)}


def _find(name: str) -> QWidget | None:
    *around, own = name.split("/")
    for widget in QApplication.allWidgets():
        if widget.objectName() == own and widget.isVisible() and _lies_in(widget, around):
            return widget
    return None


def _lies_in(widget: QWidget, names: Sequence[str]) -> bool:
    parents = set()
    parent = widget.parentWidget()
    while parent is not None:
        parents.add(parent.objectName())
        parent = parent.parentWidget()
    return parents.issuperset(names)


def _place(widget: QWidget, part: QRect) -> list[int] | None:
    """Left, top, width and height of ``part`` in pixels of the screen; None when it has no extent."""
    if part.isEmpty():
        return None
    scale = widget.devicePixelRatioF()
    corner = widget.mapToGlobal(QPoint(0, 0)) + part.topLeft()
    return [round(length * scale) for length in (corner.x(), corner.y(), part.width(), part.height())]


ANSWERS: dict[str, Callable[..., Answer]] = {
    "widget": widget_on_show,
    "cell": cell_on_show,
    "column": column_on_show,
    "menu_item": menu_item_on_show,
    "keyboard": keyboard,
    "picture": picture,
}


class ProbedApplication(Application):
    """The application with a probe in it from the first moment."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._probe = Probe(self)


if __name__ == "__main__":
    vars(exogui.app)["Application"] = ProbedApplication
    sys.argv[0] = str(Path(exogui.app.__file__).with_name("__main__.py"))
    sys.exit(main())
