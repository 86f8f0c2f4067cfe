"""Puts the window together: the empty page and the accounts at once, the rest when there is a list."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QApplication, QMessageBox

from exogui import __version__
from exogui.gui.controllers.accounts_controller import AccountsController
from exogui.gui.controllers.import_controller import ImportController
from exogui.gui.controllers.work_controller import WorkController
from exogui.gui.coordinators.account_coordinator import AccountCoordinator
from exogui.gui.coordinators.opening_coordinator import OpeningCoordinator
from exogui.gui.coordinators.requests_coordinator import RequestsCoordinator
from exogui.gui.main_window import MainWindow
from exogui.gui.settings import Settings
from exogui.gui.speech import say
from exogui.gui.theme import Scheme, apply_theme
from exogui.gui.widgets.message_bar import MessageKind
from exogui.messages import window as texts
from exogui.resources import resource_path

if TYPE_CHECKING:
    from exogui.gui.coordinators.update_coordinator import UpdateCoordinator
    from exogui.gui.dialogs.help_dialog import HelpDialog
    from exogui.gui.upload_desk import UploadDesk
    from exogui.gui.workbench import Workbench
    from exogui.one_window.request_server import RequestServer
    from exogui.one_window.window_place import WindowPlace
    from exogui.policy.faults import PolicyFault
    from exogui.uploads.result import UploadResult

logger = logging.getLogger(__name__)

NOTICES = "THIRD-PARTY-NOTICES.txt"
"""The licences of what a bundle contains, among its resources."""

_PATIENCE_MS = 5000
_NEEDED_SOON = ("exogui.one_window.request_server", "exogui.gui.upload_desk", "exogui.gui.workbench")


class Program(QObject):
    """The running program: one window and everything that makes it work."""

    def __init__(
        self,
        settings: Settings,
        accounts: AccountsController,
        log_file: Path,
        data_folder: Path | None = None,
        place: WindowPlace | None = None,
        *,
        update_address: str = "",
    ) -> None:
        """``data_folder``: where uploads are recorded; None for the person's own folder.

        ``place``: where later starts look for this window, if this process holds it. ``update_address``:
        where to ask for the latest version; empty for nowhere. What the organisation
        allows is with the accounts.
        """
        super().__init__()
        self._data_folder = data_folder
        self._place = place
        self._server: RequestServer | None = None
        self._settings = settings
        self._log_file = log_file
        self._help: HelpDialog | None = None
        self.stuck = False
        """Whether something did not stop when the window was closed; its thread is still there."""
        self.window = window = MainWindow()
        self.accounts = accounts
        self.imports = ImportController(self)
        self.opening = OpeningCoordinator(window, settings)
        self.requests = RequestsCoordinator(window)
        self.account = AccountCoordinator(window, accounts, settings)
        self.update_hint: UpdateCoordinator | None = None
        """Made when the window is ready, where there is an address to ask."""
        self._update_address = update_address
        self._workbench: Workbench | None = None
        self._desk: UploadDesk | None = None
        self._connect()
        if not settings.geometry.isEmpty():
            window.restoreGeometry(settings.geometry)
        self._check_scheme()
        accounts.load()

    @property
    def workbench(self) -> Workbench:
        """What works on a list, made now if it is not there yet.

        Most of the program hangs on it, and would take more than half of the time of a start.
        """
        if self._workbench is None:
            from exogui.gui.workbench import Workbench

            self._workbench = bench = Workbench(self.window, self.accounts, self._settings, self.desk.service)
            if not self.accounts.policy.create_new:
                self.window.upload_bar.forbid_create_new()
            bench.unexpected.connect(self.report_unexpected)
            bench.review.file_opened.connect(self.requests.tell_left_out)
            bench.upload.sign_in_needed.connect(self.account.ask_for_credentials)
            bench.upload.sign_in_refused.connect(self.account.ask_after_refusal)
            bench.result.going_on.connect(self.desk.resume.go_on)
            self.window.upload_bar.account_requested.connect(self.account.add_account)
            self.account.signed_in.connect(bench.upload.resume_order)
            self.account.given_up.connect(bench.upload.give_up_order)
        return self._workbench

    @property
    def desk(self) -> UploadDesk:
        """The record of uploads and what goes on with them, made now if it is not there yet."""
        if self._desk is None:
            from exogui.gui.upload_desk import UploadDesk

            policy = self.accounts.policy
            self._desk = desk = UploadDesk(self.window, self.accounts, self._data_folder, policy)
            desk.resume.unexpected.connect(self.report_unexpected)
            desk.result_wanted.connect(self._on_result_wanted)
            desk.history.unexpected.connect(self.report_unexpected)
            desk.resume.closing.connect(self.window.close)
        return self._desk

    @property
    def controllers(self) -> tuple[WorkController, ...]:
        """Everything that may have a thread."""
        of_list = self._workbench.controllers if self._workbench is not None else ()
        of_desk = self._desk.controllers if self._desk is not None else ()
        of_hint = (self.update_hint.updates,) if self.update_hint is not None else ()
        return (*of_list, *of_desk, *of_hint, self.accounts, self.imports)

    def get_ready(self) -> None:
        """Beside the window, which is on show: import what is needed soon, then see what is left over."""
        if self.window.isVisible():  # and not closed already: nobody would wait for the thread
            self.imports.load(*_NEEDED_SOON)

    @Slot()
    def _on_imported(self) -> None:
        if self.window.isVisible():  # and not closed meanwhile
            self._hear_later_starts()
            self.desk.left_over.look()
            self._offer_updates()

    def _offer_updates(self) -> None:
        if not self._update_address:
            return
        from exogui.gui.controllers.update_controller import UpdateController
        from exogui.gui.coordinators.update_coordinator import UpdateCoordinator

        self.update_hint = UpdateCoordinator(
            self.window,
            UpdateController(self),
            self._settings,
            address=self._update_address,
            allowed=self.accounts.policy.update_hint,
            uploading=self._is_uploading,
        )
        self.update_hint.begin()

    def _is_uploading(self) -> bool:
        return self.window.sending or (self._desk is not None and not self._desk.resume.idle)

    @Slot(object)
    def _on_result_wanted(self, result: UploadResult) -> None:
        if self.window.sending:  # its progress, and how to stop it, must stay in sight
            self.window.message_bar.show_message(MessageKind.INFO, say(texts.UPLOADING_BUSY))
        else:
            self.workbench.upload.show_result(result, reopened=True)

    def _connect(self) -> None:
        window, opening = self.window, self.opening
        self.imports.loaded.connect(self._on_imported)
        opening.file_chosen.connect(self.open_file)
        opening.file_dropped.connect(self._on_file_dropped)
        opening.practice_wanted.connect(self.accounts.choose_practice)
        self.requests.file_requested.connect(self.open_file)
        self.requests.practice_wanted.connect(self.accounts.choose_practice)
        self.account.unexpected.connect(self.report_unexpected)
        window.close_requested.connect(self._on_close_requested)
        window.commands.schemes.triggered.connect(self._on_scheme_chosen)
        window.commands.help.triggered.connect(self._on_help)
        window.commands.about.triggered.connect(self._on_about)
        window.commands.history.triggered.connect(self._on_history)
        window.commands.quit.triggered.connect(window.close)

    def _hear_later_starts(self) -> None:
        """Only now: later starts wait for the window, so that the window does not wait for QtNetwork."""
        if self._place is not None and self._place.held:
            from exogui.one_window.request_server import RequestServer

            self._server = RequestServer(self._place, self)
            self._server.request_received.connect(self.requests.take)
            self._server.listen()

    # --- lists --------------------------------------------------------------------------------------------

    @Slot(Path)
    def open_file(self, path: Path) -> None:
        """Open ``path``; asks first when that would forget changes."""
        self.workbench.review.open_file(path)

    @Slot(Path)
    def _on_file_dropped(self, path: Path) -> None:
        self.workbench.review.take_dropped(path)

    # --- the end ------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_close_requested(self, event: QCloseEvent) -> None:
        for part in (self._desk, self._workbench):
            if part is not None and event.isAccepted():
                part.ask_to_close(event)
        if not event.isAccepted():
            return
        if self._workbench is not None:
            self._workbench.keep()
        if self._server is not None:
            self._server.close()
        self._settings.geometry = self.window.saveGeometry()
        self._settings.save()
        for controller in self.controllers:
            if not controller.shut_down(_PATIENCE_MS):
                logger.warning("%s did not stop in time", type(controller).__name__)
                self.stuck = True
        if self._desk is not None and not self.stuck:
            self._desk.close()

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
    def _on_history(self) -> None:
        self.desk.history.show()

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
        close = box.addButton(say(texts.CLOSE), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(close)
        box.setEscapeButton(close)
        if resource_path(NOTICES).exists():  # in a bundle; where pip installs, each library brings its own
            licences = box.addButton(say(texts.LICENCES), QMessageBox.ButtonRole.ActionRole)
            licences.clicked.connect(self._on_licences)
        box.open()

    @Slot()
    def _on_licences(self) -> None:
        from exogui.gui.dialogs.licences_dialog import LicencesDialog

        LicencesDialog(resource_path(NOTICES).read_text(encoding="utf-8"), self.window).show()

    def report_policy_faults(self, faults: tuple[PolicyFault, ...]) -> None:
        """Say what is wrong with the organisation's policy, if anything is."""
        if faults:
            from exogui.messages.policy import faults_text

            self.window.message_bar.remind("policy", MessageKind.WARNING, faults_text(faults, say))

    @Slot(object)
    def report_unexpected(self, error: BaseException) -> None:
        """Say that something unforeseen happened, and where support finds more; it is logged."""
        logger.error("Unexpected: %s", type(error).__name__, exc_info=error)
        words = say(texts.UNEXPECTED, kind=type(error).__name__, log=str(self._log_file))
        self.window.message_bar.show_message(MessageKind.ERROR, words)
