"""That Linux desktops get what they expect, and that it agrees with the program."""

from __future__ import annotations

import configparser
import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeDatabase
from PySide6.QtWidgets import QApplication

from exogui import __version__
from exogui.app import prepare
from exogui.contacts.sheet import FileFormat
from exogui.gui.settings import Settings
from exogui.identity import APPLICATION_ID
from exogui.messages import window

NOT_CLAIMED = {"txt"}
"""exogui opens it when asked to, but is not offered for every text there is."""


def verdict(*command: str | Path) -> tuple[int, str]:
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return answer.returncode, answer.stdout


@pytest.fixture(scope="module")
def folder(checkout: Path) -> Path:
    return checkout / "packaging" / "linux"


@pytest.fixture(scope="module")
def entry(folder: Path) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(folder / f"{APPLICATION_ID}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture(scope="module")
def component(folder: Path) -> ET.Element:
    return ET.parse(folder / f"{APPLICATION_ID}.metainfo.xml").getroot()


@pytest.mark.only_on("linux")
def test_that_the_desktop_entry_is_valid(folder: Path) -> None:
    assert verdict("desktop-file-validate", folder / f"{APPLICATION_ID}.desktop") == (0, "")


@pytest.mark.only_on("linux")
def test_that_the_metadata_is_valid(folder: Path) -> None:
    status, said = verdict("appstreamcli", "validate", "--no-net", folder / f"{APPLICATION_ID}.metainfo.xml")
    assert status == 0, said


def test_that_it_is_offered_for_every_kind_of_file_that_it_opens(entry: configparser.SectionProxy) -> None:
    suffixes = set(re.findall(r"\*\.(\w+)", window.FILE_FILTER.source))
    assert set(FileFormat) <= suffixes
    kinds = QMimeDatabase()
    match = QMimeDatabase.MatchMode.MatchExtension
    opened = {kinds.mimeTypeForFile(f"contacts.{suffix}", match).name() for suffix in suffixes - NOT_CLAIMED}
    assert set(entry["MimeType"].rstrip(";").split(";")) == opened


def test_that_it_is_started_with_one_file(entry: configparser.SectionProxy) -> None:
    assert entry["Exec"] == "exogui %f"
    assert entry["Icon"] == APPLICATION_ID


def test_that_windows_on_wayland_name_the_desktop_entry(qapp: QApplication, tmp_path: Path) -> None:
    prepare(qapp, Settings(tmp_path))
    assert qapp.desktopFileName() == APPLICATION_ID


def test_that_the_metadata_names_the_desktop_entry_and_its_words(
    component: ET.Element, entry: configparser.SectionProxy
) -> None:
    assert component.findtext("id") == APPLICATION_ID
    assert component.findtext("launchable") == f"{APPLICATION_ID}.desktop"
    summaries = {
        element.get("{http://www.w3.org/XML/1998/namespace}lang"): element.text
        for element in component.findall("summary")
    }
    assert summaries == {None: entry["Comment"], "hi": entry["Comment[hi]"]}


def test_that_this_version_is_among_the_releases(component: ET.Element) -> None:
    assert __version__ in [release.get("version") for release in component.findall("releases/release")]
