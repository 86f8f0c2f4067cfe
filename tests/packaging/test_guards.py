"""The guards of tests/conftest.py, tried on tests that deserve to fail."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

MISBEHAVING = """
import logging, os, threading
from pathlib import Path
import platformdirs, pytest
from PySide6.QtCore import QCoreApplication, QSettings, QThread, QTimer

never = threading.Event()
kept = []

def test_leaves_a_daemon_thread():
    threading.Thread(target=never.wait, daemon=True).start()

def test_lets_it_end_and_leaves_nothing():
    never.set()

def test_waits_for_its_thread():
    thread = threading.Thread(target=never.wait)
    thread.start()
    thread.join()

def test_leaves_a_qthread(qapp):
    kept.append(QThread())
    kept[0].start()

def test_ends_its_qthread(qapp):
    thread = QThread()
    thread.start()
    thread.quit()
    thread.wait()

def test_logs_a_warning():
    logging.getLogger("exogui.exotel").warning("stalled")

def test_logs_only_information():
    logging.getLogger("exogui.exotel").info("fine")

def test_announces_its_warning(expected_log):
    expected_log(r"exogui\\.exotel WARNING: stal+ed")
    logging.getLogger("exogui.exotel").warning("stalled")

def test_announces_a_warning_that_never_comes(expected_log):
    expected_log("stalled")

def test_is_skipped():
    pytest.skip("not today")

@pytest.mark.only_on("no-such-system")
def test_is_for_another_system():
    raise AssertionError

def test_posts_an_exception_for_later(qapp):
    def fail():
        raise RuntimeError("late")
    QTimer.singleShot(0, fail)

def test_has_a_home_of_its_own(private_home):
    assert Path.home() == private_home
    assert platformdirs.user_data_path("exogui").is_relative_to(private_home)
    assert platformdirs.user_config_path("exogui").is_relative_to(private_home)
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "exogui", "exogui")
    assert Path(settings.fileName()).is_relative_to(private_home)

def test_knows_nothing_of_the_caller():
    caller = ("EXOGUI_API_TOKEN", "https_proxy", "HTTPS_PROXY", "NETRC", "PYTHON_KEYRING_BACKEND")
    assert not [name for name in caller if name in os.environ]
"""

SETTINGS = "[pytest]\nqt_api = pyside6\nqt_log_level_fail = WARNING\n"


@pytest.fixture(scope="module")
def outcomes(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What became of each test above: ``passed``, ``failure`` or ``error``, as on CI."""
    folder = tmp_path_factory.mktemp("misbehaving")
    (folder / "pytest.ini").write_text(SETTINGS, encoding="utf-8")
    (folder / "conftest.py").write_bytes((checkout / "tests" / "conftest.py").read_bytes())
    (folder / "test_misbehaving.py").write_text(MISBEHAVING, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--junitxml=report.xml"]
    surroundings = {
        "CI": "true",
        "PYTHONPATH": str(checkout),
        "QT_QPA_PLATFORM": "offscreen",
        "EXOGUI_API_TOKEN": "x",
        "https_proxy": "http://127.0.0.1:9",
        "HTTPS_PROXY": "http://127.0.0.1:9",
        "NETRC": "x",
        "PYTHON_KEYRING_BACKEND": "x",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in surroundings.items():
            patch.setenv(name, value)
        subprocess.run(command, cwd=folder, check=False, capture_output=True)
    found: dict[str, str] = {}
    for case in ET.parse(folder / "report.xml").iter("testcase"):
        name = case.get("name", "").removeprefix("test_")
        bad = next((child.tag for child in case if child.tag in {"failure", "error", "skipped"}), "passed")
        found[name] = bad if bad != "passed" else found.get(name, "passed")
    return found


@pytest.mark.parametrize(
    "name",
    [
        "leaves_a_daemon_thread",
        "leaves_a_qthread",
        "logs_a_warning",
        "announces_a_warning_that_never_comes",
        "is_skipped",
        "posts_an_exception_for_later",
    ],
)
def test_that_the_guards_fail_a_test_which(name: str, outcomes: dict[str, str]) -> None:
    assert outcomes[name] in {"failure", "error"}


@pytest.mark.parametrize(
    "name",
    [
        "lets_it_end_and_leaves_nothing",
        "waits_for_its_thread",
        "ends_its_qthread",
        "logs_only_information",
        "announces_its_warning",
        "has_a_home_of_its_own",
        "knows_nothing_of_the_caller",
    ],
)
def test_that_the_guards_pass_a_test_which(name: str, outcomes: dict[str, str]) -> None:
    assert outcomes[name] == "passed"


def test_that_a_test_for_another_system_is_left_out(outcomes: dict[str, str]) -> None:
    assert "is_for_another_system" not in outcomes
