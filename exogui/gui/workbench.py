"""Everything that works on a list: controllers, and the coordinators that join them to its pages."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCloseEvent

from exogui.gui.controllers.accounts_controller import AccountsController
from exogui.gui.controllers.contacts_controller import ContactsController
from exogui.gui.controllers.find_controller import FindController
from exogui.gui.controllers.reading_controller import ReadingController
from exogui.gui.controllers.recipe_controller import RecipeController
from exogui.gui.controllers.saving_controller import SavingController
from exogui.gui.controllers.summary_controller import SummaryController
from exogui.gui.controllers.upload_controller import UploadController
from exogui.gui.controllers.work_controller import WorkController
from exogui.gui.coordinators.duplicates_coordinator import DuplicatesCoordinator
from exogui.gui.coordinators.editing_coordinator import EditingCoordinator
from exogui.gui.coordinators.list_coordinator import ListCoordinator
from exogui.gui.coordinators.one_row_each_coordinator import OneRowEachCoordinator
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
from exogui.uploads.upload_service import UploadService


class Workbench(QObject):
    """One list at a time, from opening it to the result of its upload."""

    unexpected = Signal(object)
    """An exception that nobody expected."""

    def __init__(
        self,
        window: MainWindow,
        accounts: AccountsController,
        settings: Settings,
        service: UploadService,
    ) -> None:
        super().__init__(window)
        self._window = window
        paint_gate = window.review_view.table.paint_gate
        self.contacts = ContactsController(window.table_model, paint_gate, self)
        self.uploads = UploadController(service, self)
        self.saving = SavingController(self)
        self.list_saving = SavingController(self)
        self.finding = FindController(self, paint_gate)
        self.rereading = ReadingController(paint_gate, self)
        self.summaries = SummaryController(self, paint_gate)
        self.recipe_work = RecipeController(settings.recipes_folder, paint_gate, self)
        self.review = ReviewCoordinator(window, self.contacts, settings)
        self.upload = UploadCoordinator(window, self.uploads, accounts, settings)
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
        self.one_row_each = OneRowEachCoordinator(window, self.contacts, self.review, notice)
        self.duplicates = DuplicatesCoordinator(window, self.contacts, notice)
        self.summary = SummaryCoordinator(window, self.summaries)
        self.recipes = RecipeCoordinator(
            window, self.contacts, recipes=self.recipe_work, review=self.review, notice=notice
        )
        self.progress = ProgressCoordinator(window, self.contacts, self.list_saving, self.review)
        self._connect()

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
        )

    def _connect(self) -> None:
        for part in (
            self.review,
            self.upload,
            self.result,
            self.replacing,
            self.list,
            self.reading,
            self.summary,
            self.recipes,
        ):
            part.unexpected.connect(self.unexpected)
        self.upload.completed.connect(self.review.mark_sent)
        self.upload.completed.connect(self.recipes.remember)
        self.list.saved.connect(self.recipes.remember)
        self.one_row_each.done.connect(self.recipes.add_one_row_each)
        self.reading.settled.connect(self.recipes.look_for)
        self.upload.closing.connect(self._window.close)

    def ask_to_close(self, event: QCloseEvent) -> None:
        """Closing waits for an upload under way, and for an answer where it would forget changes."""
        self.upload.ask_to_close(event)
        if event.isAccepted():
            self.review.ask_to_close(event)

    def keep(self) -> None:
        """Remember what should last; the program is about to end."""
        self.review.keep()
