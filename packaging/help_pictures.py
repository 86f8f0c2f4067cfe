"""Renders the pictures of the help page into resources/help, light and dark, for screens at 200 %.

    python packaging/help_pictures.py

The main job is done for real, on the practice account with the sample contacts, without a display.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ["QT_SCALE_FACTOR"] = "2"  # before Qt is loaded

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from screenshots import Photographer

from exogui.gui.widgets.contact_table_view import SelectedBlock
from exogui.gui.widgets.problem_card import ProblemCard

_FOLDER = Path(__file__).resolve().parent.parent / "resources" / "help"
_SIZE = (1024, 760)
_ROWS_SHOWN = (700, 380)
"""Pixels of the review's corner at the top left; the rest is more of the same."""
_DROP_AREA_SHOWN = (640, 220)
_MOST_WIDTH = 1280
"""Pixels of the files: the page has 640 for a picture."""


class HelpPhotographer(Photographer):
    """Takes parts of the window instead of all of it."""

    def take_all(self) -> None:
        """The parts in the order in which a person meets them."""
        program, window = self._program, self._window
        window.resize(*_SIZE)
        area = window.empty_view.drop_area
        middle = QRect(0, 0, *_DROP_AREA_SHOWN)
        middle.moveCenter(area.rect().center())
        self._take_part("open", area, middle)
        program.opening.open_sample()
        self._wait(lambda: window.reviewing and program.accounts.practising)
        review = window.review_view
        self._take_part("review", review, QRect(0, 0, *_ROWS_SHOWN))
        self._take("problems", review.problems.findChildren(ProblemCard)[0])
        self._take("upload", window.upload_bar)
        table = review.table
        table.select_block(SelectedBlock(range(1, 4), range(3)))
        cells = table.commands.cell_menu(None, 3)
        cells.popup(window.mapToGlobal(QPoint(0, 0)))
        self._take("cells", cells)
        cells.close()
        table.header.open_menu(0)
        columns = table.header.menu()
        if columns is not None:
            self._take("columns", columns)
            columns.close()
        window.upload_bar.button.click()
        self._wait(lambda: window.pages.currentWidget() is window.result_view)
        self._take("result", window.result_view.summary)
        window.close()
        self._practice.stop()

    def _save(self, name: str, picture: QPixmap) -> None:
        smooth = Qt.TransformationMode.SmoothTransformation
        wide = picture.width() > _MOST_WIDTH
        super()._save(name, picture.scaledToWidth(_MOST_WIDTH, smooth) if wide else picture)

    def _take_part(self, name: str, widget: QWidget, part: QRect) -> None:
        self._settle()
        self._save(name, widget.grab(part))


def main() -> int:
    """Render everything."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    for scheme in ("light", "dark"):
        with tempfile.TemporaryDirectory() as home:
            HelpPhotographer(app, _FOLDER, scheme, Path(home)).take_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())
