"""Everything about uploads beyond the list that is open: their record, and those from before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QCloseEvent

from exogui.gui.controllers.accounts_controller import AccountsController
from exogui.gui.controllers.history_controller import HistoryController
from exogui.gui.controllers.left_over_controller import LeftOverController
from exogui.gui.controllers.upload_controller import UploadController
from exogui.gui.controllers.work_controller import WorkController
from exogui.gui.coordinators.going_on import GoingOn
from exogui.gui.coordinators.history_coordinator import HistoryCoordinator
from exogui.gui.coordinators.resume_coordinator import ResumeCoordinator
from exogui.gui.main_window import MainWindow
from exogui.policy.policy import Policy
from exogui.uploads.result import UploadResult
from exogui.uploads.upload_service import UploadService


class UploadDesk(QObject):
    """The service that the whole window shares, and the uploads that go on without their list."""

    result_wanted = Signal(object)
    """An :class:`UploadResult` is to be shown."""

    def __init__(
        self, window: MainWindow, accounts: AccountsController, data_folder: Path | None, policy: Policy
    ) -> None:
        """``data_folder``: where uploads are recorded; None for the person's own folder."""
        super().__init__(window)
        self.service = UploadService(data_folder, policy=policy)
        self.left_over = LeftOverController(self.service, self)
        self.background = UploadController(self.service, self)
        self.history_work = HistoryController(self.service, self)
        self.resume = ResumeCoordinator(window, self.left_over, self.background, accounts)
        self.history = HistoryCoordinator(window, self.history_work)
        self._to_resume: dict[str, bool] = {}
        """Ids of jobs to go on with as soon as it is read how they stand, and whether what waits is sent."""
        self._connect()

    def _connect(self) -> None:
        resume, history = self.resume, self.history
        resume.result_wanted.connect(self.result_wanted)
        resume.job_wanted.connect(self.history_work.load_result)
        resume.history_wanted.connect(history.show)
        resume.changed.connect(history.refresh)
        history.result_wanted.connect(self.history_work.load_result)
        history.decision_wanted.connect(self.history_work.load_result)  # the result offers the decision
        history.resume_wanted.connect(self._on_resume_wanted)
        self.history_work.result_loaded.connect(self._on_result_loaded)

    @Slot(str, bool)
    def _on_resume_wanted(self, job_id: str, send: bool) -> None:
        self._to_resume[job_id] = send
        self.history_work.load_result(job_id)

    @Slot(object)
    def _on_result_loaded(self, result: UploadResult) -> None:
        job = result.job
        if job is not None and job.id in self._to_resume:
            self.resume.go_on(GoingOn(job, send=self._to_resume.pop(job.id)))
        else:
            self.result_wanted.emit(result)

    @property
    def controllers(self) -> tuple[WorkController, ...]:
        """Everything that may have a thread."""
        return (self.left_over, self.background, self.history_work)

    def ask_to_close(self, event: QCloseEvent) -> None:
        """Closing waits while something is being sent."""
        self.resume.ask_to_close(event)

    def close(self) -> None:
        """Let go of the record of uploads; no thread uses it any more."""
        self.service.close()
