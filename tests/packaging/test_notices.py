"""That nothing of others goes into the bundle without its licence."""

from __future__ import annotations

import importlib.metadata
import re
import sys
from pathlib import Path

import notices
import pytest


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("bundle")
    notices.write(folder)
    return (folder / "THIRD-PARTY-NOTICES.txt").read_text(encoding="utf-8")


def test_that_what_this_system_needs_is_listed_and_what_another_needs_is_not() -> None:
    bundled = notices.bundled_distributions()
    assert {"pyside6-essentials", "shiboken6", "requests", "pyinstaller"} <= set(bundled)
    assert "pytest" not in bundled
    assert ("pywin32-ctypes" in bundled) == (sys.platform == "win32")
    assert ("secretstorage" in bundled) == (sys.platform == "linux")


def test_that_every_distribution_is_listed_and_its_text_follows(text: str) -> None:
    head, *sections = text.split("=" * 78)
    for name in notices.bundled_distributions():
        title = f"{name} {importlib.metadata.version(name)}: "
        licence = re.search(rf"^  {re.escape(title)}(.+)$", head, re.MULTILINE)
        assert licence, name
        assert any(section.strip().startswith(title + licence[1]) for section in sections), name
    assert text.count("Permission is hereby granted, free of charge") > 5
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in text


def test_that_exoguis_own_licence_comes_first(text: str, checkout: Path) -> None:
    assert text.split("=" * 78)[1].strip() == (checkout / "LICENSE").read_text(encoding="utf-8").strip()


def test_that_qt_may_be_replaced_and_both_its_licences_are_there(text: str) -> None:
    assert "You may replace them" in text
    assert "GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3" in text
    assert "GNU GENERAL PUBLIC LICENSE\n                       Version 3" in text


def test_that_what_compiled_files_were_made_of_is_listed(text: str) -> None:
    section = next(part for part in text.split("=" * 78) if part.strip().startswith("python-calamine "))
    listed = section.partition("Built from, by its own bill of materials:\n")[2].splitlines()
    assert any(re.fullmatch(r"  calamine [\d.]+: MIT", line) for line in listed)


def test_that_a_distribution_without_a_text_ends_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(notices._TEXTS_OF_OURS, "shiboken6")
    with pytest.raises(notices.MissingLicenceError, match="shiboken6"):
        notices.write(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_that_a_text_is_found_that_the_distribution_does_not_name(tmp_path: Path) -> None:
    info = tmp_path / "older-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: older\nVersion: 1.0\n", encoding="utf-8")
    (info / "LICENSE.txt").write_text("Do as you like", encoding="utf-8")
    (info / "RECORD").write_text("older-1.0.dist-info/LICENSE.txt,,\n", encoding="utf-8")
    older = importlib.metadata.PathDistribution(info)
    assert list(notices._texts_in(older)) == ["Do as you like"]


@pytest.mark.only_on("linux")
def test_that_libraries_of_the_system_bring_their_packages_terms(tmp_path: Path) -> None:
    libraries = [library for library in Path("/").glob("usr/lib/*/libxcb*.so.*") if library.exists()]
    packages = [component.name for component in notices.system_packages(libraries)]
    assert {"libxcb1", "libxcb-cursor0"} <= set(packages)
    assert len(packages) == len(set(packages))
    notices.write(tmp_path, libraries)
    text = (tmp_path / notices.FILE_NAME).read_text(encoding="utf-8")
    assert re.search(r"^libxcb-cursor0 \S+: a library of the system", text, re.MULTILINE)


@pytest.mark.only_on("linux")
def test_that_texts_that_debian_keeps_in_one_place_come_along_once(tmp_path: Path) -> None:
    libraries = [
        *Path("/").glob("usr/lib/*/libglib-2.0.so.0"),
        *Path("/").glob("usr/lib/*/libgthread-2.0.so.0"),
    ]
    notices.write(tmp_path, libraries)
    text = (tmp_path / notices.FILE_NAME).read_text(encoding="utf-8")
    assert text.count("What stands at /usr/share/common-licenses/LGPL-2.1:") == 1


def test_that_a_library_of_nobody_has_no_package(tmp_path: Path) -> None:
    (tmp_path / "libmine.so.1").touch()
    assert notices.system_packages([tmp_path / "libmine.so.1"]) == []
