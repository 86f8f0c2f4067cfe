"""Puts the window together: the window itself, the controllers behind it, and what joins them."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QApplication, QMessageBox

from exogui import __version__
from exogui.gui.controllers.accounts_controller import AccountsController
from exogui.gui.controllers.contacts_controller import ContactsController
from exogui.gui.controllers.find_controller import FindController
from exogui.gui.controllers.reading_controller import ReadingController
from exogui.gui.controllers.recipe_controller import RecipeController
from exogui.gui.controllers.saving_controller import SavingController
from exogui.gui.controllers.summary_controller import SummaryController
from exogui.gui.controllers.upload_controller import UploadController
from exogui.gui.controllers.work_controller import WorkController
from exogui.gui.coordinators.account_coordinator import AccountCoordinator
from exogui.gui.coordinators.duplicates_coordinator import DuplicatesCoordinator
from exogui.gui.coordinators.editing_coordinator import EditingCoordinator
from exogui.gui.coordinators.list_coordinator import ListCoordinator
from exogui.gui.coordinators.progress_coordinator import ProgressCoordinator
from exogui.gui.coordinators.reading_coordinator import ReadingCoordinator
from exogui.gui.coordinators.recipe_coordinator import RecipeCoordinator
from exogui.gui.coordinators.repair_coordinator import RepairCoordinator
from exogui.gui.coordinators.replacing_coordinator import ReplacingCoordinator
from exogui.gui.coordinators.result_coordinator import ResultCoordinator
from exogui.gui.coordinators.review_coordinator import ReviewCoordinator
from exogui.gui.coordinators.step_notice import StepNotice
from exogui.gui.coordinators.summary_coordinator import SummaryCoordinator
from exogui.gui.coordinators.upload_coordinator import UploadCoordinator
from exogui.gui.main_window import MainWindow
from exogui.gui.settings import Settings
from exogui.gui.speech import say
from exogui.gui.theme import Scheme, apply_theme
from exogui.gui.widgets.message_bar import MessageKind
from exogui.messages import window as texts

if TYPE_CHECKING:
    from exogui.gui.dialogs.help_dialog import HelpDialog

logger = logging.getLogger(__name__)

_PATIENCE_MS = 5000


class Program(QObject):
    """The running program: one window and everything that makes it work."""

    def __init__(self, settings: Settings, accounts: AccountsController, log_file: Path) -> None:
        super().__init__()
        self._settings = settings
        self._log_file = log_file
        self._help: HelpDialog | None = None
        self.stuck = False
        """Whether something did not stop when the window was closed; its thread is still there."""
        self.window = window = MainWindow()
        self.accounts = accounts
        self.contacts = ContactsController(window.table_model, window.review_view.table.paint_gate, self)
        self.uploads = UploadController(self)
        self.saving = SavingController(self)
        self.list_saving = SavingController(self)
        self.finding = FindController(self, window.review_view.table.paint_gate)
        self.rereading = ReadingController(window.review_view.table.paint_gate, self)
        self.summaries = SummaryController(self, window.review_view.table.paint_gate)
        self.recipe_work = RecipeController(
            settings.recipes_folder, window.review_view.table.paint_gate, self
        )
        self.review = ReviewCoordinator(window, self.contacts, settings)
        self.upload = UploadCoordinator(window, self.uploads, accounts, settings)
        self.account = AccountCoordinator(window, accounts, settings)
        self.result = ResultCoordinator(window, self.saving, self.upload, self.review)
        notice = StepNotice(window)
        self.editing = EditingCoordinator(window, self.contacts, notice, lambda: self.review.country)
        self.replacing = ReplacingCoordinator(window, self.contacts, self.finding, notice)
        self.list = ListCoordinator(
            window,
            self.contacts,
            saving=self.list_saving,
            review=self.review,
            notice=notice,
            settings=settings,
        )
        self.reading = ReadingCoordinator(window, self.contacts, self.rereading, self.review)
        self.repair = RepairCoordinator(window, self.contacts, self.review, notice)
        self.duplicates = DuplicatesCoordinator(window, self.contacts, notice)
        self.summary = SummaryCoordinator(window, self.summaries)
        self.recipes = RecipeCoordinator(
            window, self.contacts, recipes=self.recipe_work, review=self.review, notice=notice
        )
        self.progress = ProgressCoordinator(window, self.contacts, self.list_saving, self.review)
        self._connect()
        if not settings.geometry.isEmpty():
            window.restoreGeometry(settings.geometry)
        self._check_scheme()
        accounts.load()

    @property
    def controllers(self) -> tuple[WorkController, ...]:
        """Everything that may have a thread."""
        return (
            self.uploads,
            self.contacts,
            self.finding,
            self.rereading,
            self.summaries,
            self.recipe_work,
            self.saving,
            self.list_saving,
            self.accounts,
        )

    def _connect(self) -> None:
        for part in (
            self.review,
            self.upload,
            self.account,
            self.result,
            self.replacing,
            self.list,
            self.reading,
            self.summary,
            self.recipes,
        ):
            part.unexpected.connect(self.report_unexpected)
        self.review.practice_wanted.connect(self.accounts.choose_practice)
        self.upload.completed.connect(self.review.mark_sent)
        self.upload.completed.connect(self.recipes.remember)
        self.list.saved.connect(self.recipes.remember)
        self.upload.sign_in_needed.connect(self.account.ask_for_credentials)
        self.upload.closing.connect(self.window.close)
        self.account.signed_in.connect(self.upload.resume_order)
        self.account.given_up.connect(self.upload.give_up_order)
        self.window.close_requested.connect(self._on_close_requested)
        self.window.commands.schemes.triggered.connect(self._on_scheme_chosen)
        self.window.commands.help.triggered.connect(self._on_help)
        self.window.commands.about.triggered.connect(self._on_about)
        self.window.commands.quit.triggered.connect(self.window.close)

    # --- the end ------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_close_requested(self, event: QCloseEvent) -> None:
        self.upload.ask_to_close(event)
        if event.isAccepted():
            self.review.ask_to_close(event)
        if not event.isAccepted():
            return
        self.review.keep()
        self._settings.geometry = self.window.saveGeometry()
        self._settings.save()
        for controller in self.controllers:
            if not controller.shut_down(_PATIENCE_MS):
                logger.warning("%s did not stop in time", type(controller).__name__)
                self.stuck = True

    # --- what belongs to the whole window -----------------------------------------------------------------

    @Slot(QAction)
    def _on_scheme_chosen(self, action: QAction) -> None:
        scheme = Scheme(action.data())
        self._settings.colour_scheme = scheme.value
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, scheme)

    def _check_scheme(self) -> None:
        for action in self.window.commands.schemes.actions():
            action.setChecked(action.data() == self._settings.colour_scheme)

    @Slot()
    def _on_help(self) -> None:
        from exogui.gui.dialogs.help_dialog import HelpDialog

        if self._help is None:
            self._help = HelpDialog(self.window)
        self._help.show()  # beside the window, which can be worked in
        self._help.raise_()
        self._help.activateWindow()

    @Slot()
    def _on_about(self) -> None:
        box = QMessageBox(self.window)
        box.setObjectName("about")
        box.setWindowTitle(say(texts.ABOUT))
        box.setText(say(texts.ABOUT_TEXT, version=__version__))
        box.addButton(say(texts.CLOSE), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    @Slot(object)
    def report_unexpected(self, error: BaseException) -> None:
        """Say that something unforeseen happened, and where support finds more; it is logged."""
        logger.error("Unexpected: %s", type(error).__name__, exc_info=error)
        words = say(texts.UNEXPECTED, kind=type(error).__name__, log=str(self._log_file))
        self.window.message_bar.show_message(MessageKind.ERROR, words)
