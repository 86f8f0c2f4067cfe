"""Where the window is put together: application, last resort for exceptions, wiring."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from exogui import __version__
from exogui.exotel.account_store import AccountStore
from exogui.gui.application import Application
from exogui.gui.controllers.accounts_controller import AccountsController
from exogui.gui.icons import icon
from exogui.gui.program import Program
from exogui.gui.settings import Settings
from exogui.gui.theme import Scheme, apply_theme
from exogui.identity import APPLICATION_ID, tell_taskbar
from exogui.one_window.open_request import OpenRequest
from exogui.one_window.window_place import WindowPlace
from exogui.policy.reading import PolicyInForce, read_policy
from exogui.practice_account import PracticeAccount
from exogui.resources import resource_path
from exogui.updates.update_address import update_address

logger = logging.getLogger(__name__)


def stay_open(
    request: OpenRequest, place: WindowPlace | None, log: Path, *, policy: PolicyInForce | None = None
) -> int:
    """Open the window, do what ``request`` asks, and stay until it is closed; returns the exit status.

    Later starts find it where this process holds ``place``. ``policy``: by default what this system has.
    """
    in_force = read_policy() if policy is None else policy
    tell_taskbar()
    app = Application([sys.argv[0]])
    settings = Settings(preset_country=in_force.policy.country)
    prepare(app, settings)
    practice = PracticeAccount()
    accounts = AccountsController(AccountStore(), practice, parent=app, policy=in_force.policy)
    address = update_address(in_force.policy)
    program = Program(settings, accounts, log, place=place, update_address=address)
    catch_all_exceptions(program)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal that started it ends the program
    if request.practice:
        accounts.choose_practice()
    program.report_policy_faults(in_force.faults)
    program.window.show()
    program.requests.take_files(request.files)
    app.files_opened.connect(program.requests.take_files)
    QTimer.singleShot(0, program.get_ready)
    try:
        status = app.exec()
    finally:
        practice.stop()
    if program.stuck:  # in a keychain that never answers, say: letting go of a running QThread would abort
        logging.shutdown()
        os._exit(status)
    return status


def prepare(app: QApplication, settings: Settings) -> None:
    """Give the application its names, language and looks."""
    app.setApplicationName("exogui")
    app.setApplicationDisplayName("exogui")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APPLICATION_ID)
    for folder, prefix in (
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase"),
        (str(resource_path("translations")), "exogui"),
    ):
        translator = QTranslator(app)
        if translator.load(QLocale(), prefix, "_", folder):
            app.installTranslator(translator)
    apply_theme(app, Scheme(settings.colour_scheme))
    app.setWindowIcon(icon("exogui", "accent"))


def catch_all_exceptions(program: Program) -> None:
    """An exception that nobody expected is logged and said in the window; the program stays."""

    def in_main_thread(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        program.report_unexpected(error)

    def in_other_thread(caught: threading.ExceptHookArgs) -> None:
        logger.critical(
            "Unexpected exception in a thread",
            exc_info=(caught.exc_type, caught.exc_value, caught.exc_traceback),  # type: ignore[arg-type]
        )

    sys.excepthook = in_main_thread
    threading.excepthook = in_other_thread
