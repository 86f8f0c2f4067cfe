"""The whole program in a window, against an Exotel on loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exogui.exotel.account_store import AccountStore
from exogui.exotel.accounts import Account, ApiKey, Credentials, DataCentre
from exogui.exotel.keychain import SessionKeychain
from exogui.gui.controllers.accounts_controller import AccountsController
from exogui.gui.program import Program
from exogui.gui.settings import Settings
from exogui.policy.policy import NO_POLICY, Policy
from exogui.practice.server import PracticeServer

HEADER = "Mobile Number,First Name,E-mail,Remarks"


class PracticeHere:
    """The practice account, on the server of the test."""

    def __init__(self, server: PracticeServer) -> None:
        self._server = server

    def sign_in(self) -> tuple[Account, Credentials]:
        account = Account(
            name="Practice",
            account_sid=self._server.account_sid,
            data_centre=DataCentre.OTHER,
            other_address=self._server.base_url,
            id="practice",
        )
        return account, ApiKey(self._server.api_key, self._server.api_token)


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(processing_seconds=0.1) as running:
        yield running


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "config"


@pytest.fixture
def keychain() -> SessionKeychain:
    return SessionKeychain()


@pytest.fixture
def policy() -> Policy:
    """What the organisation allows; a test that is about it puts another one in its place."""
    return NO_POLICY


StartProgram = Callable[..., Program]


@pytest.fixture
def start_program(
    qtbot: QtBot, config: Path, server: PracticeServer, keychain: SessionKeychain, policy: Policy
) -> Iterator[StartProgram]:
    """Starts the program; again, as after a restart, when called again."""
    running: list[Program] = []

    def start(**options: Any) -> Program:
        accounts = AccountsController(AccountStore(config), PracticeHere(server), keychain, policy=policy)
        settings = Settings(config, policy.country)
        program = Program(settings, accounts, config / "exogui.log", config / "data", **options)
        accounts.setParent(program)
        running.append(program)
        window = program.window
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return program

    yield start
    for program in running:
        for controller in program.controllers:
            assert controller.shut_down()
        program.window.close()


@pytest.fixture
def program(start_program: StartProgram) -> Program:
    return start_program()


@pytest.fixture
def practising(program: Program, qtbot: QtBot) -> Program:
    """The program on the practice account."""
    program.accounts.choose_practice()
    qtbot.waitUntil(lambda: program.accounts.practising)
    return program


WriteFile = Callable[..., Path]


@pytest.fixture
def write_file(tmp_path: Path) -> WriteFile:
    """Writes a CSV file of the lines given, below the usual header."""

    def write(*lines: str, name: str = "leads.csv", header: str = HEADER) -> Path:
        path = tmp_path / name
        path.write_text("\n".join([header, *lines, ""]), encoding="utf-8")
        return path

    return write


def drop(widget: QWidget, *paths: Path) -> None:
    """Drop files on the middle of ``widget``, as the window system would."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place = QPoint(widget.width() // 2, widget.height() // 2)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(place, copy, data, left, none)
    QApplication.sendEvent(widget, entered)
    dropped = QDropEvent(QPointF(place), copy, data, left, none, QEvent.Type.Drop)
    QApplication.sendEvent(widget, dropped)


def drop_and_open(program: Program, qtbot: QtBot, path: Path) -> None:
    """Drop ``path`` on the window; where a list is open, say that this is one to open as well."""
    drop(program.window, path)
    for button in program.window.message_bar.buttons:
        if button.objectName() == "message_second_file_open":
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def open_and_wait(program: Program, qtbot: QtBot, path: Path) -> None:
    """Drop ``path`` on the window and wait for its rows."""
    drop_and_open(program, qtbot, path)

    def opened() -> bool:
        table = program.window.table_model.table
        return table is not None and table.source.path == path and not program.workbench.contacts.busy

    qtbot.waitUntil(opened)


def upload_and_wait(program: Program, qtbot: QtBot) -> None:
    """Press Upload and wait for the result."""
    qtbot.mouseClick(program.window.upload_bar.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: program.window.pages.currentWidget() is program.window.result_view, timeout=15_000
    )
