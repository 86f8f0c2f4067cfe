"""Everything about uploads beyond the list that is open: their record, and those from before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QCloseEvent

from exogui.gui.controllers.accounts_controller import AccountsController
from exogui.gui.controllers.left_over_controller import LeftOverController
from exogui.gui.controllers.upload_controller import UploadController
from exogui.gui.controllers.work_controller import WorkController
from exogui.gui.coordinators.resume_coordinator import ResumeCoordinator
from exogui.gui.main_window import MainWindow
from exogui.uploads.upload_service import UploadService


class UploadDesk(QObject):
    """The service that the whole window shares, and the uploads that go on without their list."""

    def __init__(self, window: MainWindow, accounts: AccountsController, data_folder: Path | None) -> None:
        """``data_folder``: where uploads are recorded; None for the person's own folder."""
        super().__init__(window)
        self.service = UploadService(data_folder)
        self.left_over = LeftOverController(self.service, self)
        self.background = UploadController(self.service, self)
        self.resume = ResumeCoordinator(window, self.left_over, self.background, accounts)

    @property
    def controllers(self) -> tuple[WorkController, ...]:
        """Everything that may have a thread."""
        return (self.left_over, self.background)

    def ask_to_close(self, event: QCloseEvent) -> None:
        """Closing waits while something is being sent."""
        self.resume.ask_to_close(event)

    def close(self) -> None:
        """Let go of the record of uploads; no thread uses it any more."""
        self.service.close()
