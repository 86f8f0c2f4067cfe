"""Renders the window in each of its states, light and dark, without a display.

    python packaging/screenshots.py FOLDER

The main job is done for real, on the practice account with the sample contacts; nothing of the person's own
settings, accounts or files is touched. ``QT_SCALE_FACTOR=2`` renders for a 200 % screen.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QWidget

from exogui.app import prepare
from exogui.contacts.problems import ProblemCode
from exogui.exotel.account_store import AccountStore
from exogui.exotel.keychain import SessionKeychain
from exogui.gui.controllers.accounts_controller import AccountsController
from exogui.gui.dialogs.account_dialog import AccountDialog
from exogui.gui.program import Program
from exogui.gui.settings import Settings
from exogui.practice_account import PracticeAccount

_PATIENCE_SECONDS = 30
_SETTLE_MS = 300
"""Time for animations and the problem cards, which follow a moment later."""
_SIZE = (1280, 800)
_FAMILIES = """\
Mobile,Name,Home Phone,Office Phone,E-mail
+919876543210,Asha Rao,+912223456789,+918023456789,ASHA.RAO@EXAMPLE.COM
+919876543211 / 080 2345 6780,Ravi Sharma,,,ravi@example.com
+919876543212,Priya Nair,+912223456780,,priya@example.com
"""


class Photographer:
    """Walks one window through the main job and saves a picture of each state."""

    def __init__(self, app: QApplication, folder: Path, scheme: str, home: Path) -> None:
        self._app = app
        self._folder = folder
        self._scheme = scheme
        self._home = home
        self._practice = PracticeAccount(processing_seconds=2.0)
        settings = Settings(home)
        settings.colour_scheme = scheme
        prepare(app, settings)
        accounts = AccountsController(AccountStore(home), self._practice, SessionKeychain(), parent=app)
        self._program = Program(settings, accounts, home / "exogui.log", home / "data")
        self._window = self._program.window
        self._window.resize(*_SIZE)
        self._window.show()

    def take_all(self) -> None:
        """The states in the order in which a person meets them."""
        program, window = self._program, self._window
        self._take("empty")
        program.opening.open_sample()
        self._wait(lambda: window.reviewing and program.accounts.practising)
        self._take("review")
        self._take_dialogs()
        self._take_families()
        program.account.add_account()
        dialog = window.findChild(AccountDialog, "account_dialog")
        if isinstance(dialog, AccountDialog):
            self._take("account", dialog)
            dialog.reject()
        window.upload_bar.button.click()
        self._wait(lambda: window.upload_panel.cancel_button.text() == "Stop watching")
        self._take("sending")
        self._wait(lambda: window.pages.currentWidget() is window.result_view)
        self._take("result")
        self._take_second_upload()
        self._take_history()
        window.close()
        self._practice.stop()

    def _take_history(self) -> None:
        """What was uploaded by now."""
        history = self._program.desk.history
        history.show()
        self._wait(lambda: history.dialog.rows_model.entry_count > 0)
        self._take("history", history.dialog)
        history.dialog.reject()

    def _take_second_upload(self) -> None:
        """The same list once more: what was sent before is said, and a few rows can be tried first."""
        window = self._window
        self._show_list()
        window.upload_bar.button.click()
        self._wait(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
        question = QApplication.activeModalWidget()
        if isinstance(question, QMessageBox):
            self._take("sent-before", question)
            question.reject()
        self._wait(lambda: window.reviewing)
        window.upload_bar.try_button.click()
        self._wait(lambda: window.pages.currentWidget() is window.result_view)
        self._take("tried-first")

    def _show_list(self) -> None:
        self._program.workbench.review.close_file()
        self._program.opening.open_sample()
        self._wait(lambda: self._window.reviewing and not self._program.workbench.contacts.busy)

    def _take_dialogs(self) -> None:
        """What the person can look at before it happens."""
        review = self._window.review_view
        self._take_dialog("reading", review.summary.change_button)
        for card in review.problems.cards:
            for state, button in (("preview", card.preview_button), ("choices", card.decide_button)):
                if button.isVisibleTo(card):
                    self._take_dialog(f"{state}-{card.code}", button)

    def _take_families(self) -> None:
        """A list in which people have several numbers; then the sample again."""
        program, window = self._program, self._window
        families = self._home / "families.csv"
        families.write_text(_FAMILIES, encoding="utf-8")
        program.open_file(families)
        self._wait(window.review_view.problems.further.isVisible)
        self._take("families")
        self._take_dialog("one-row-each", window.review_view.problems.further.button)
        cells = window.review_view.problems.card(ProblemCode.PHONE_FORMAT)
        self._take_dialog("choices-one-row-each", cells.decide_button)
        program.opening.open_sample()
        contacts, card = program.workbench.contacts, window.review_view.problems.further
        self._wait(lambda: not contacts.busy and card.isHidden())

    def _take_dialog(self, state: str, button: QPushButton) -> None:
        button.click()
        self._wait(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            self._take(state, dialog)
            dialog.reject()

    def _take(self, state: str, widget: QWidget | None = None) -> None:
        self._settle()
        self._save(state, (widget or self._window).grab())

    def _settle(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(_SETTLE_MS, loop.quit)
        loop.exec()

    def _save(self, name: str, picture: QPixmap) -> None:
        path = self._folder / f"{name}-{self._scheme}.png"
        if not picture.save(str(path)):
            sys.exit(f"{path} cannot be written")
        print(path)

    def _wait(self, reached: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE_SECONDS
        while not reached():
            if time.monotonic() > end:
                sys.exit("The window does not get any further")
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def main(arguments: list[str]) -> int:
    """Render everything into the folder named first."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    for scheme in ("light", "dark"):
        with tempfile.TemporaryDirectory() as home:
            Photographer(app, folder, scheme, Path(home)).take_all()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
