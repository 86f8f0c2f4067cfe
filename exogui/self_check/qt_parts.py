"""The parts that need Qt: it can end the process where something of it is missing."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from exogui.messages import self_check as texts
from exogui.messages.catalogue import plain as say
from exogui.resources import resource_path
from exogui.self_check.part import PartFailed

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

ICONS = (
    "account", "arrow-right", "check", "check-circle", "chevron-down", "chevron-right", "circle", "clock",
    "close", "copy", "edit", "error-circle", "exogui", "eye", "eye-off", "file", "filter", "folder",
    "history", "info", "key", "list", "minus-circle", "more", "pause", "plus", "practice",
    "question-circle", "redo", "refresh", "save", "search", "trash", "undo", "upload", "warning-triangle",
)  # fmt: skip
"""All of the set: a folder cannot say which of its files is missing."""

LANGUAGES = ("en",)
"""All that exogui speaks."""

_WRITTEN_IN = "en"
_FORMATS = ("png", "svg")
_OFFSCREEN = "offscreen"
_OWN_PLATFORM = {"win32": "windows", "darwin": "cocoa"}
"""Qt's plugin for the system's own windows; on Linux Qt chooses between several."""
_PATIENCE_SECONDS = 20.0


def try_qt() -> str:
    """Qt starts where there is no screen, and has the style that the window is drawn in."""
    from PySide6.QtCore import qVersion
    from PySide6.QtWidgets import QStyleFactory

    app = application()
    styles = QStyleFactory.keys()
    if "Fusion" not in styles:
        raise PartFailed(say(texts.NO_STYLE, styles=", ".join(styles)))
    return say(
        texts.QT, version=qVersion(), platform=app.platformName(), style="Fusion", styles=", ".join(styles)
    )


def try_screen() -> str:
    """Where there is a screen, Qt can put a window on it. None is shown."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication, QWidget

    from exogui.display import has_display

    if not has_display():
        return say(texts.NO_SCREEN)
    wanted = os.environ.get("QT_QPA_PLATFORM") or _OWN_PLATFORM.get(sys.platform)
    if wanted:
        _require_platform(wanted.partition(":")[0])
    app = QApplication(["exogui"])
    window = QWidget()
    window.winId()
    screen = QGuiApplication.primaryScreen()
    if screen is None:
        raise PartFailed(say(texts.NO_SCREEN_FOUND, platform=app.platformName()))
    size = screen.size()
    return say(
        texts.SCREEN,
        platform=app.platformName(),
        width=str(size.width()),
        height=str(size.height()),
        ratio=f"{screen.devicePixelRatio():g}",
    )


def try_picture_formats() -> str:
    """Qt reads the kinds of pictures that there are."""
    from PySide6.QtGui import QImage, QImageReader

    application()
    known = [bytes(name.data()).decode("ascii") for name in QImageReader.supportedImageFormats()]
    missing = [name for name in _FORMATS if name not in known]
    if missing:
        raise PartFailed(say(texts.NO_FORMAT, missing=", ".join(missing), known=", ".join(known)))
    if QImage(str(resource_path("icons/exogui.svg"))).isNull():
        raise PartFailed(say(texts.UNREADABLE_PICTURE, file="exogui.svg"))
    return ", ".join(sorted(known))


def try_icons() -> str:
    """Every icon is there and draws something."""
    from exogui.gui.icons import pixmap
    from exogui.gui.theme import apply_theme

    apply_theme(application())
    missing = [name for name in ICONS if not resource_path(f"icons/{name}.svg").is_file()]
    if missing:
        raise PartFailed(say(texts.MISSING_FILES, files=_svg_files(missing), folder=resource_path("icons")))
    blank = [name for name in ICONS if not _draws(pixmap(name, size=24).toImage())]
    if blank:
        raise PartFailed(say(texts.BLANK_ICONS, files=_svg_files(blank)))
    return say(texts.ICONS, len(ICONS))


def try_help() -> str:
    """Every picture of the help is there and can be read."""
    from PySide6.QtGui import QImage

    from exogui.messages.help import TOPICS

    application()
    folder = resource_path("help")
    files = [f"{name}-{scheme}.png" for name, _, _ in TOPICS if name for scheme in ("light", "dark")]
    unreadable = [name for name in files if QImage(str(folder / name)).isNull()]
    if unreadable:
        raise PartFailed(say(texts.MISSING_FILES, files=", ".join(unreadable), folder=folder))
    return say(texts.HELP, len(files))


def try_translations() -> str:
    """The words of exogui and of Qt are there in each language that exogui speaks."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    application()
    ours = resource_path("translations")
    qts = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    files = [qts / f"qtbase_{language}.qm" for language in LANGUAGES]
    files += [ours / f"exogui_{language}.qm" for language in LANGUAGES if language != _WRITTEN_IN]
    for file in files:
        if not QTranslator().load(str(file)):
            raise PartFailed(say(texts.MISSING_FILES, files=file.name, folder=file.parent))
    return ", ".join(LANGUAGES)


def try_window() -> str:
    """The whole window can be put together, and shows the sample contacts."""
    from exogui.app import prepare
    from exogui.exotel.account_store import AccountStore
    from exogui.exotel.keychain import SessionKeychain
    from exogui.gui.controllers.accounts_controller import AccountsController
    from exogui.gui.program import Program
    from exogui.gui.settings import Settings
    from exogui.practice_account import PracticeAccount

    app = application()
    with tempfile.TemporaryDirectory(prefix="exogui-") as name:
        folder = Path(name)
        settings = Settings(folder)
        prepare(app, settings)
        accounts = AccountsController(AccountStore(folder), PracticeAccount(), SessionKeychain(), parent=app)
        program = Program(settings, accounts, folder / "exogui.log", folder / "data")
        program.window.show()
        program.open_file(resource_path("samples/contacts.csv"))
        model, contacts = program.window.table_model, program.workbench.contacts
        if not happens(lambda: model.rowCount() > 0 and not contacts.busy):
            raise PartFailed(say(texts.WINDOW_STUCK))
        rows = model.rowCount()
        program.window.close()
    return say(texts.WINDOW, rows)


def happens(condition: Callable[[], bool]) -> bool:
    """Whether it comes to hold, before long, while Qt goes on with what there is to do."""
    app = application()
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not condition() and time.monotonic() < deadline:
        app.processEvents()
    return condition()


def application() -> QApplication:
    """The one of this process, without a screen."""
    from PySide6.QtWidgets import QApplication

    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    _require_platform(_OFFSCREEN)
    os.environ["QT_QPA_PLATFORM"] = _OFFSCREEN
    return QApplication(["exogui"])


def _require_platform(name: str) -> None:
    """Qt ends the process without it, on Windows after a dialog that nobody may see."""
    from PySide6.QtCore import QLibraryInfo

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    plugins = sorted(path.name for path in folder.glob("*"))
    if not any(plugin.removeprefix("lib").split(".")[0] == f"q{name}" for plugin in plugins):
        raise PartFailed(say(texts.NO_PLATFORM, name=name, folder=folder))


def _draws(image: QImage) -> bool:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(image.pixelColor(x, y).alpha() for x, y in points)


def _svg_files(names: list[str]) -> str:
    return ", ".join(f"{name}.svg" for name in names)
