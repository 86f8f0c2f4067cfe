"""Where the window is put together: command line, log, last resort for exceptions, wiring."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path
from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from exogui import APPLICATION_ID, __version__
from exogui.display import has_display
from exogui.exotel.account_store import AccountStore
from exogui.gui.controllers.accounts_controller import AccountsController
from exogui.gui.icons import icon
from exogui.gui.program import Program
from exogui.gui.settings import Settings
from exogui.gui.theme import Scheme, apply_theme
from exogui.log_file import keep_log
from exogui.messages import command_line as words
from exogui.messages.catalogue import plain
from exogui.practice_account import PracticeAccount
from exogui.resources import resource_path

logger = logging.getLogger(__name__)

_EXIT_NO_DISPLAY = 2


def main(arguments: Sequence[str]) -> int:
    """Open the window and stay until it is closed; returns the exit status."""
    options = _parser().parse_args(arguments)
    if not has_display():
        print(plain(words.NO_DISPLAY), file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return _EXIT_NO_DISPLAY
    with keep_log(user_log_path("exogui", appauthor=False)) as log:
        return _stay_open(options, log)


def _stay_open(options: argparse.Namespace, log: Path) -> int:
    app = QApplication([sys.argv[0]])
    settings = Settings()
    prepare(app, settings)
    practice = PracticeAccount()
    accounts = AccountsController(AccountStore(), practice, parent=app)
    program = Program(settings, accounts, log)
    catch_all_exceptions(program)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal that started it ends the program
    if options.practice:
        accounts.choose_practice()
    program.window.show()
    if options.file is not None:
        program.open_file(options.file)
    QTimer.singleShot(0, program.get_ready)
    try:
        status = app.exec()
    finally:
        practice.stop()
    if program.stuck:  # in a keychain that never answers, say: letting go of a running QThread would abort
        logging.shutdown()
        os._exit(status)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="exogui", description=plain(words.DESCRIPTION))
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help=plain(words.FILE_HELP))
    parser.add_argument("--practice", action="store_true", help=plain(words.PRACTICE_HELP))
    return parser


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
