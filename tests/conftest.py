"""What holds for every test: a machine of its own, and nothing left behind.

A test fails when it leaves a thread running, when something logs a warning that the test did not announce,
and (on CI) when it is skipped. It never sees the settings, keychain, proxies or accounts of the person who
runs it.
"""

from __future__ import annotations

import logging
import os
import re
import sys
import threading
import traceback
import weakref
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is loaded: with no display it aborts

import hypothesis
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSettings, QThread

from exogui.exotel import transport
from exogui.exotel.system_proxies import SystemProxies
from exogui.gui.application import Application
from tests.secret_service import SecretService
from tests.tried import TRIED

ON_CI = os.environ.get("CI", "").lower() not in {"", "0", "false"}
GRACE_SECONDS = 2.0
"""How long a thread that was told to end may take to do so."""

QUICK_TO_FAIL = [phase for phase in hypothesis.Phase if phase is not hypothesis.Phase.explain]
hypothesis.settings.register_profile(
    "steady", deadline=None, derandomize=True, database=None, phases=QUICK_TO_FAIL
)
hypothesis.settings.register_profile("explore", deadline=None, max_examples=5_000)
hypothesis.settings.load_profile("steady")  # pytest --hypothesis-profile=explore looks further


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    """The application of every test is the program's own."""
    return Application


# --- which tests run where ------------------------------------------------------------------------------


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bundle", type=Path, help="the folder of a built program, to be tested as a whole")
    parser.addoption(
        "--try-installers",
        metavar="COMMAND",
        help="install programs on this machine; COMMAND runs them on Linux, and is empty on Windows",
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The tests of a bundle need one, which takes longer to build than most; those of installers install."""
    options = {"bundle": "bundle", "windows_installer": "try_installers"}
    option = options.get(collection_path.name) if collection_path.parent == Path(__file__).parent else None
    return True if option and config.getoption(option) is None else None


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "only_on(platform, ...): needs one of these systems (sys.platform); left out on others"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, rather than skip, what this system cannot run."""
    elsewhere = [
        item
        for item in items
        if (marker := item.get_closest_marker("only_on")) and sys.platform not in marker.args
    ]
    if elsewhere:
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if item not in elsewhere]


def _refuse_skipping(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped and ON_CI:
        report.outcome = "failed"
        report.longrepr = f"Skipped, and on CI nothing may be skipped: {report.longrepr}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _refuse_skipping(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _refuse_skipping(report)
    return report


# --- how much was tried ---------------------------------------------------------------------------------

_OF_WORKER = "tried"


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A process that ran a part of the tests gives what it tried to the one that started it."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput[_OF_WORKER] = dict(TRIED)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """One of those has ended."""
    TRIED.update(getattr(node, "workeroutput", {}).get(_OF_WORKER, {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how much was tried."""
    if TRIED:
        tried = ", ".join(f"{times:,} {what}" for what, times in sorted(TRIED.items()))
        terminalreporter.write_line(f"Tried on uploads, no row lost, none doubled: {tried}")


# --- nothing left behind --------------------------------------------------------------------------------

_started_qthreads: weakref.WeakSet[QThread] = weakref.WeakSet()
_start_qthread = QThread.start


def _remember_and_start(thread: QThread, *priority: QThread.Priority) -> None:
    _started_qthreads.add(thread)
    _start_qthread(thread, *priority)


QThread.start = _remember_and_start  # type: ignore[method-assign,assignment]  # Qt cannot list its threads


def _leaked_threads(before: set[threading.Thread]) -> Iterator[str]:
    for thread in set(threading.enumerate()) - before:
        if isinstance(thread, threading._DummyThread):
            continue  # Python's shadow of a QThread, which is looked at below
        thread.join(GRACE_SECONDS)
        if thread.is_alive():
            frame = sys._current_frames().get(thread.ident or 0)
            where = "".join(traceback.format_stack(frame)[-3:]) if frame else ""
            yield f"thread {thread.name!r} is still running:\n{where}"


def _leaked_qthreads(before: set[QThread]) -> Iterator[str]:
    for thread in set(_started_qthreads) - before:
        if not shiboken6.isValid(thread) or not thread.isRunning():
            continue
        if not thread.wait(int(GRACE_SECONDS * 1000)):
            yield f"{thread!r} is still running"
            thread.quit()  # so that it does not take the following tests with it
            thread.wait(int(GRACE_SECONDS * 1000))


def _drain_qt() -> None:
    """Let what was posted happen now, in the test it belongs to."""
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    before, qt_before = set(threading.enumerate()), set(_started_qthreads)
    yield
    _drain_qt()
    leaks = [*_leaked_qthreads(qt_before), *_leaked_threads(before)]
    if leaks:
        pytest.fail("The test left threads behind: " + "; ".join(leaks), pytrace=False)


class _WarningCollector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.name} {record.levelname}: {record.getMessage()}")


ExpectLog = Callable[[str], None]


@pytest.fixture(autouse=True)
def expected_log() -> Iterator[ExpectLog]:
    """Call it with a pattern to announce a log message at WARNING or above, which must then come.

    The pattern is searched for in ``<logger> <LEVEL>: <message>``. What was not announced fails the test.
    """
    patterns: list[str] = []
    collector = _WarningCollector()
    logging.getLogger().addHandler(collector)
    yield patterns.append
    logging.getLogger().removeHandler(collector)
    surprises = [text for text in collector.messages if not any(re.search(p, text) for p in patterns)]
    missing = [p for p in patterns if not any(re.search(p, text) for text in collector.messages)]
    if surprises:
        pytest.fail("Logged without being announced: " + "; ".join(surprises), pytrace=False)
    if missing:
        pytest.fail("Announced, but never logged: " + "; ".join(missing), pytrace=False)


# --- a machine of its own -------------------------------------------------------------------------------

_FOREIGN_VARIABLE = re.compile(
    r"EXOGUI_\w+|(https?|all|ftp|no)_proxy|NETRC|PYTHON_KEYRING_BACKEND|DBUS_SESSION_BUS_ADDRESS"
    r"|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE",
    re.IGNORECASE,
)


@pytest.fixture(autouse=True)
def private_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home directory, where settings, data, caches and logs of this test go."""
    with TemporaryDirectory(prefix="home-", ignore_cleanup_errors=True) as folder:
        home = Path(folder).resolve()  # a short path: sockets in it may have no more than some 100 characters
        _move_into(home, monkeypatch)
        yield home


def _move_into(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if _FOREIGN_VARIABLE.fullmatch(name)]:
        monkeypatch.delenv(name)
    for name, folder in {
        "HOME": "",
        "USERPROFILE": "",
        "XDG_CONFIG_HOME": "config",
        "XDG_CONFIG_DIRS": "config-of-all",
        "XDG_DATA_HOME": "data",
        "XDG_STATE_HOME": "state",
        "XDG_CACHE_HOME": "cache",
        "XDG_RUNTIME_DIR": "run",
        "APPDATA": "Roaming",
        "LOCALAPPDATA": "Local",
        "WIN_PD_OVERRIDE_APPDATA": "Roaming",  # platformdirs asks Windows itself unless told this
        "WIN_PD_OVERRIDE_LOCAL_APPDATA": "Local",
    }.items():
        place = home / folder
        place.mkdir(mode=0o700, exist_ok=True)  # Qt complains about a runtime directory others can read
        monkeypatch.setenv(name, str(place))
    user, system = QSettings.Scope.UserScope, QSettings.Scope.SystemScope
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, user, str(home / "config"))
        QSettings.setPath(kind, system, str(home / "config-of-all"))
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))


@pytest.fixture(autouse=True)
def _no_proxies_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the environment names proxies, and scripts of this machine's network are never asked."""
    monkeypatch.setattr(transport, "system_proxies", lambda: SystemProxies(None))


# --- a keychain of its own ------------------------------------------------------------------------------


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch, private_home: Path) -> Iterator[SecretService]:
    """A session bus that nothing else uses, with no keychain on it. Linux only."""
    service = SecretService()
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.start_bus())
    yield service
    service.stop()


@pytest.fixture
def secret_service(bus: SecretService) -> SecretService:
    """An unlocked keychain on a bus of its own. Linux only."""
    bus.start_daemon(b"password")
    return bus
