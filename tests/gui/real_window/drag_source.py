"""Another program, from which files are dragged: python -m tests.gui.real_window.drag_source FILE...

Says ``ready`` on stdout when it is on the screen.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QExposeEvent, QGuiApplication, QMouseEvent, QRasterWindow

LEFT, TOP, SIZE = 1800, 1200, 100
"""Where it lies on the screen: beside the program's window."""


class DragSource(QRasterWindow):
    """A square that can be dragged; what it carries are the files."""

    def __init__(self, files: list[str]) -> None:
        super().__init__()
        self._files = files
        self._said_ready = False
        self.setFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setGeometry(LEFT, TOP, SIZE, SIZE)

    def exposeEvent(self, event: QExposeEvent) -> None:  # noqa: N802 - Qt's name
        super().exposeEvent(event)
        if self.isExposed() and not self._said_ready:
            self._said_ready = True
            sys.stdout.write("ready\n")
            sys.stdout.flush()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        drag = QDrag(self)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(name) for name in self._files])
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    app = QGuiApplication(sys.argv[:1])
    source = DragSource(sys.argv[1:])
    source.show()
    sys.exit(app.exec())
