"""Each part fails when what it is about is broken, and says so; the others do not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from exogui.exotel.keychain import SELF_CHECK_ID, SystemKeychain
from exogui.resources import resource_path
from exogui.self_check import qt_parts
from exogui.self_check.certificates_part import try_certificates
from exogui.self_check.keychain_part import try_keychain
from exogui.self_check.part import PartFailed
from exogui.self_check.parts import PARTS
from tests.secret_service import SecretService
from tests.self_check.installed_copy import InstalledCopy


@pytest.fixture
def copy(tmp_path: Path) -> InstalledCopy:
    return InstalledCopy(tmp_path)


@pytest.mark.parametrize(
    ("part", "file", "named"),
    [
        ("icons", "resources/icons/check.svg", "check.svg"),
        ("picture_formats", "resources/icons/exogui.svg", "exogui.svg"),
        ("help", "resources/help/review-dark.png", "review-dark.png"),
        ("window", "gui/workbench.py", "exogui.gui.workbench"),
        ("one_window", "one_window/request_server.py", "exogui.one_window.request_server"),
        ("screen", "display.py", "exogui.display"),
        ("keychain", "exotel/keychain.py", "exogui.exotel.keychain"),
        ("certificates", "resources/self_check/untrusted.pem", "No such file"),
        ("sample", "resources/samples/contacts.csv", "missing"),
        ("numbering_plans", "contacts/judging/number_kinds.py", "exogui.contacts.judging.number_kinds"),
        ("emails", "contacts/judging/emails.py", "exogui.contacts.judging.emails"),
        ("workbooks", "contacts/reading/workbook_reader.py", "exogui.contacts.reading.workbook_reader"),
        ("journal", "uploads/journal.py", "exogui.uploads.journal"),
        ("locks", "uploads/job_files.py", "exogui.uploads.job_files"),
        ("log", "log_file.py", "exogui.log_file"),
        ("practice_upload", "practice/server.py", "exogui.practice.server"),
    ],
)
def test_that_a_part_without_one_of_its_files_fails_and_names_it(
    copy: InstalledCopy, part: str, file: str, named: str
) -> None:
    copy.take_away(file)
    [(ok, found)] = copy.findings(part).values()
    assert not ok
    assert named in found


@pytest.mark.parametrize(
    ("part", "library"),
    [
        ("qt", "PySide6"),
        ("keychain", "keyring"),
        ("certificates", "truststore"),
        ("numbering_plans", "phonenumbers"),
        ("emails", "email_validator"),
        ("workbooks", "python_calamine"),
        ("workbooks", "xlsxwriter"),
        ("locks", "filelock"),
        ("practice_upload", "werkzeug"),
    ],
)
def test_that_a_part_without_its_library_fails_and_the_next_is_tried(
    copy: InstalledCopy, part: str, library: str
) -> None:
    copy.break_library(library)
    findings = copy.findings(part, "log")
    assert not findings[part][0]
    assert findings["log"][0]


@pytest.mark.only_on("linux")
def test_that_what_is_broken_is_named_and_everything_else_is_tried(copy: InstalledCopy) -> None:
    copy.take_away("resources/help/review-dark.png")
    copy.break_library("email_validator")
    status, report = copy.check()
    failed = {part["name"] for part in report["parts"] if not part["ok"]}
    assert (status, report["ok"]) == (1, False)
    assert failed == {"help", "emails", "keychain"}, "there is no keychain here either"
    assert [part["name"] for part in report["parts"]] == list(PARTS)


def test_that_every_icon_is_looked_at() -> None:
    assert sorted(qt_parts.ICONS) == sorted(path.stem for path in resource_path("icons").glob("*.svg"))


def test_that_every_language_is_looked_at() -> None:
    translated = resource_path("translations").glob("exogui_*.qm")
    assert sorted(qt_parts.LANGUAGES) == sorted(
        ["en", *(path.stem.removeprefix("exogui_") for path in translated)]
    )


@pytest.mark.parametrize(("language", "missing"), [("de", "exogui_de.qm"), ("xx", "qtbase_xx.qm")])
@pytest.mark.usefixtures("qapp")
def test_that_a_language_without_its_words_is_named(
    language: str, missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(qt_parts, "LANGUAGES", ("en", language))
    with pytest.raises(PartFailed, match=missing):
        qt_parts.try_translations()


# --- certificates ---------------------------------------------------------------------------------------


@pytest.mark.only_on("linux")
def test_that_a_system_that_trusts_anyone_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(resource_path("self_check/untrusted.pem")))
    with pytest.raises(PartFailed, match="was accepted"):
        try_certificates()


@pytest.mark.only_on("linux")
def test_that_a_system_that_trusts_nobody_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "none.pem").touch()
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "nowhere"))
    with pytest.raises(PartFailed, match="trusts no authority"):
        try_certificates()


def test_that_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    assert "self_signed" in try_certificates() or sys.platform != "linux"


# --- keychain -------------------------------------------------------------------------------------------


@pytest.mark.only_on("linux")
def test_that_no_bus_is_no_keychain_for_the_check_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    with pytest.raises(PartFailed, match="keychain_unavailable"):
        try_keychain()


@pytest.mark.only_on("linux")
def test_that_a_keychain_is_named_and_nothing_is_left_in_it(secret_service: SecretService) -> None:
    assert try_keychain().startswith("Secret Service: ")
    assert SystemKeychain().load(SELF_CHECK_ID) is None
