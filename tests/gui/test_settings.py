"""What lasts from one start to the next, whatever has become of the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from exogui.gui.coordinators.recent_files import recent_files
from exogui.gui.settings import OpenedFile, Settings
from exogui.gui.theme import Scheme


def write(folder: Path, key: str, value: str) -> None:
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue(key, value)
    settings.sync()


def test_that_recent_files_come_back_as_they_were(tmp_path: Path) -> None:
    first, second = OpenedFile("/a.csv", 1.5), OpenedFile("/b.csv", 2.5, "completed", 7, 1)
    settings = Settings(tmp_path)
    settings.add_recent_file(first)
    settings.add_recent_file(second)
    settings.save()
    assert Settings(tmp_path).recent_files == (second, first)


@pytest.mark.parametrize(
    "entry",
    [
        {"path": 5, "opened_at": 1.0},
        {"path": __file__, "opened_at": "today"},
        {"path": __file__, "opened_at": 1e300},
        {"path": __file__, "opened_at": float("nan")},
        {"path": __file__, "opened_at": 1.0, "state": "completed", "sent": "all"},
        {"path": __file__},
        ["path"],
        None,
    ],
)
def test_that_damaged_recent_files_are_forgotten(tmp_path: Path, entry: object) -> None:
    write(tmp_path, "files/recent", json.dumps([entry]))
    assert recent_files(Settings(tmp_path).recent_files) == []


@pytest.mark.parametrize("value", ["purple", "", "Dark"])
def test_that_a_colour_scheme_that_does_not_exist_is_the_systems(tmp_path: Path, value: str) -> None:
    write(tmp_path, "window/colour_scheme", value)
    assert Scheme(Settings(tmp_path).colour_scheme) is Scheme.SYSTEM


def test_that_a_chosen_colour_scheme_lasts(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.colour_scheme = Scheme.DARK.value
    settings.save()
    assert Settings(tmp_path).colour_scheme == Scheme.DARK


@pytest.mark.parametrize(("written", "read"), [("IN", "IN"), ("ZZ", ""), ("in", "")])
def test_that_a_country_that_does_not_exist_is_not_chosen(tmp_path: Path, written: str, read: str) -> None:
    write(tmp_path, "contacts/country", written)
    assert Settings(tmp_path).country == read


def test_that_a_file_of_nonsense_gives_first_settings(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_bytes(b"[window\ngeometry=@ByteArray(\\x\n\xff\xfe=@Variant(\\0\\0)\n")
    settings = Settings(tmp_path)
    assert settings.geometry.isEmpty()
    assert settings.colour_scheme == "system"
    assert settings.recent_files == ()
