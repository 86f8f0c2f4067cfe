"""The hint about a newer version in the window."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from exogui import __version__
from exogui.gui.controllers.update_controller import UpdateController
from exogui.gui.coordinators.update_coordinator import UpdateCoordinator
from exogui.gui.main_window import MainWindow
from exogui.gui.program import Program
from exogui.gui.settings import Settings
from exogui.gui.widgets.message_bar import MessageBar, MessageKind
from exogui.policy.policy import Policy
from tests.updates.news_server import NewsServer


class Browser(QObject):
    """Opens pages in the place of the system's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open_page(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    browser = Browser()
    QDesktopServices.setUrlHandler("http", browser, "open_page")  # type: ignore[arg-type]  # the stub errs
    yield browser
    QDesktopServices.unsetUrlHandler("http")


@pytest.fixture
def news() -> Iterator[NewsServer]:
    server = NewsServer()
    yield server
    server.stop()


class Desk:
    """A window with nothing in it but the hint."""

    def __init__(self, folder: Path, news: NewsServer) -> None:
        self.window = MainWindow()
        self.settings = Settings(folder)
        self.news = news
        self.uploading = False
        self.updates = UpdateController()
        self.coordinator: UpdateCoordinator | None = None

    def start(self, *, allowed: bool = True) -> None:
        self.coordinator = UpdateCoordinator(
            self.window,
            self.updates,
            self.settings,
            address=self.news.address,
            allowed=allowed,
            uploading=lambda: self.uploading,
            delay_ms=0,
            busy_ms=0,
        )
        self.window.show()
        self.coordinator.begin()

    def asks_soon(self) -> bool:
        assert self.coordinator is not None
        return self.coordinator._timer.isActive()

    def wait_for_a_try(self, qtbot: QtBot) -> None:
        assert self.coordinator is not None
        with qtbot.waitSignal(self.coordinator._timer.timeout):
            pass

    @property
    def bar(self) -> MessageBar | None:
        return self.window.findChild(MessageBar, "update_bar")

    @property
    def shown(self) -> bool:
        return self.bar is not None and self.bar.isVisible()

    def button(self, name: str) -> QPushButton:
        assert self.bar is not None
        found = self.bar.findChild(QPushButton, name)
        assert found is not None
        return found


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, news: NewsServer) -> Iterator[Desk]:
    desk = Desk(tmp_path, news)
    qtbot.addWidget(desk.window)
    yield desk
    assert desk.updates.shut_down()


def asked_and_answered(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(desk.news.requests) and not desk.updates.busy)


def test_that_a_newer_version_is_told_quietly(desk: Desk, qtbot: QtBot) -> None:
    desk.window.message_bar.show_message(MessageKind.WARNING, "Something else")
    focused = desk.window.focusWidget()
    desk.start()
    qtbot.waitUntil(lambda: desk.shown)
    assert desk.bar is not None
    assert desk.bar.text == f"exogui 99.1.2 is out. You have {__version__}."
    assert desk.window.message_bar.text == "Something else"
    assert desk.window.message_bar.isVisible()
    assert desk.window.focusWidget() in {focused, desk.window.empty_view.drop_area.choose_button}
    assert desk.bar.y() > desk.window.message_bar.y()


@pytest.mark.parametrize("version", [__version__, "0.0.9", "99.0.0rc1", "<b>99.0.0</b>", None])
def test_that_nothing_is_told_where_there_is_nothing_newer(
    version: str | None, desk: Desk, qtbot: QtBot
) -> None:
    desk.news.tell(version)
    desk.start()
    asked_and_answered(desk, qtbot)
    assert desk.bar is None


def test_that_trouble_is_not_worth_a_word(desk: Desk, qtbot: QtBot) -> None:
    desk.news.status = 500
    desk.start()
    asked_and_answered(desk, qtbot)
    assert desk.bar is None
    assert not desk.window.message_bar.isVisible()


def test_that_it_is_asked_once_a_day(desk: Desk, qtbot: QtBot) -> None:
    desk.news.status = 404
    desk.start()
    asked_and_answered(desk, qtbot)
    assert desk.coordinator is not None
    desk.coordinator.begin()
    assert not desk.asks_soon()
    for other_time in (time.time() - 25 * 3600, time.time() + 3600, float("nan")):  # a clock put back
        desk.settings._settings.setValue("updates/checked_at", str(other_time))
        desk.coordinator.begin()
        assert desk.asks_soon()
        desk.coordinator._timer.stop()


def test_that_the_page_opens_in_the_browser_by_keyboard(desk: Desk, qtbot: QtBot, browser: Browser) -> None:
    desk.start()
    qtbot.waitUntil(lambda: desk.shown)
    button = desk.button("message_see_page")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert browser.opened == [desk.news.page]
    assert not desk.shown


def test_that_a_version_can_be_left_out_and_the_next_one_is_told(desk: Desk, qtbot: QtBot) -> None:
    desk.start()
    qtbot.waitUntil(lambda: desk.shown)
    qtbot.mouseClick(desk.button("message_leave_out"), Qt.MouseButton.LeftButton)
    assert not desk.shown

    def ask_again() -> None:
        desk.settings.update_checked_at = 0
        before = len(desk.news.requests)
        assert desk.coordinator is not None
        desk.coordinator.begin()
        qtbot.waitUntil(lambda: len(desk.news.requests) > before and not desk.updates.busy)

    ask_again()
    assert not desk.shown
    desk.news.tell("99.1.3")
    ask_again()
    assert desk.shown


def test_that_to_dismiss_it_leaves_nothing_out(desk: Desk, qtbot: QtBot) -> None:
    desk.start()
    qtbot.waitUntil(lambda: desk.shown)
    qtbot.mouseClick(desk.button("dismiss_message"), Qt.MouseButton.LeftButton)
    assert not desk.shown
    assert desk.settings.left_out_version == ""


# --- never while an upload runs ---------------------------------------------------------------------------


def test_that_nothing_is_asked_while_an_upload_runs(desk: Desk, qtbot: QtBot) -> None:
    desk.uploading = True
    desk.start()
    for _try in range(2):
        desk.wait_for_a_try(qtbot)
    assert not desk.news.requests
    assert not desk.updates.busy
    desk.uploading = False
    qtbot.waitUntil(lambda: desk.shown)


def test_that_an_answer_waits_for_the_end_of_an_upload(desk: Desk, qtbot: QtBot) -> None:
    desk.news.gate.clear()
    desk.start()
    qtbot.waitUntil(lambda: bool(desk.news.requests))
    desk.uploading = True
    desk.news.gate.set()
    qtbot.waitUntil(lambda: not desk.updates.busy)
    desk.wait_for_a_try(qtbot)
    assert desk.bar is None
    desk.uploading = False
    qtbot.waitUntil(lambda: desk.shown)


def test_that_the_hint_makes_way_for_an_upload_and_comes_back(desk: Desk, qtbot: QtBot) -> None:
    desk.start()
    qtbot.waitUntil(lambda: desk.shown)
    desk.uploading = True
    desk.window.show_sending()
    assert not desk.shown
    desk.uploading = False
    desk.window.show_empty()
    qtbot.waitUntil(lambda: desk.shown)


# --- whether it is wanted ---------------------------------------------------------------------------------


def test_that_the_person_can_switch_it_off_and_on(desk: Desk, qtbot: QtBot) -> None:
    desk.start()
    action = desk.window.commands.update_hint
    assert action.isVisible()
    assert action.isChecked()
    qtbot.waitUntil(lambda: desk.shown)
    action.trigger()
    assert not desk.shown
    assert not Settings(Path(desk.settings._settings.fileName()).parent).update_hint
    desk.settings.update_checked_at = 0
    assert desk.coordinator is not None
    desk.coordinator.begin()
    assert not desk.asks_soon()
    action.trigger()
    qtbot.waitUntil(lambda: desk.shown)
    assert len(desk.news.requests) == 2


def test_that_the_organisation_can_switch_it_off(desk: Desk) -> None:
    desk.start(allowed=False)
    assert not desk.asks_soon()
    action = desk.window.commands.update_hint
    assert not action.isEnabled()
    assert action.text() == "Tell me about new versions (switched off by your organisation)"


# --- in the whole program ---------------------------------------------------------------------------------

MakeProgram = Callable[..., Program]


@pytest.mark.parametrize("policy", [Policy(update_hint=True), Policy(update_hint=False)])
def test_that_the_program_asks_where_it_may_and_closes_while_it_does(
    start_program: MakeProgram, policy: Policy, qtbot: QtBot, news: NewsServer
) -> None:
    news.gate.clear()
    program = start_program(update_address=news.address)
    program.get_ready()
    qtbot.waitUntil(lambda: program.update_hint is not None)
    hint = program.update_hint
    assert hint is not None
    assert hint._timer.isActive() is policy.update_hint
    if policy.update_hint:
        hint._timer.start(0)
        qtbot.waitUntil(lambda: bool(news.requests))
    qtbot.waitUntil(lambda: not program.desk.left_over.busy)
    program.window.close()
    assert not program.stuck
    assert bool(news.requests) is policy.update_hint


def test_that_without_an_address_there_is_nothing_to_switch(start_program: MakeProgram, qtbot: QtBot) -> None:
    program = start_program()
    with qtbot.waitSignal(program.imports.loaded):
        program.get_ready()
    assert program.update_hint is None
    assert not program.window.commands.update_hint.isVisible()
    qtbot.waitUntil(lambda: not program.desk.left_over.busy)
