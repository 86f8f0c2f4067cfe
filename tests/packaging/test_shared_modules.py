"""That the programs of a bundle find the modules that they share."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import shared_modules
from bundle_contents import Entry
from shared_modules import LIBRARY


@pytest.fixture
def modules(tmp_path: Path) -> list[Entry]:
    """Of a package with a package in it, of one that has a file, of a namespace, and of exogui."""
    sources = {
        "plain": "plain/__init__.py",
        "plain.inner": "plain/inner/__init__.py",
        "plain.inner.deep": "plain/inner/deep.py",
        "alone": "alone.py",
        "with_files": "with_files/__init__.py",
        "exogui": "exogui/__init__.py",
    }
    for name, place in sources.items():
        file = tmp_path / "sources" / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"NAME = {name!r}\nFILE = __file__\n", encoding="utf-8")
    entries = [(name, str(tmp_path / "sources" / place), "PYMODULE") for name, place in sources.items()]
    inside = ("namespace.inside", str(tmp_path / "sources" / "alone.py"), "PYMODULE")
    return [*entries, ("namespace", "-", "PYMODULE"), inside]


@pytest.fixture
def contents(tmp_path: Path) -> list[Entry]:
    """What else is in the bundle."""
    base = tmp_path / "base.zip"
    with zipfile.ZipFile(base, "w") as archive:
        archive.writestr("old.pyc", b"")
    return [
        (LIBRARY, str(base), "DATA"),
        ("with_files\\cacert.pem", "", "DATA"),
        ("exogui/resources/icon.svg", "", "DATA"),
    ]


def test_that_packages_with_files_of_their_own_and_namespaces_stay_as_they_are(
    modules: list[Entry], contents: list[Entry]
) -> None:
    shared, own = shared_modules.divide(modules, contents)
    assert [name for name, _, _ in own] == ["with_files", "namespace", "namespace.inside"]
    assert [name for name, _, _ in shared] == ["plain", "plain.inner", "plain.inner.deep", "alone", "exogui"]


def test_that_shared_modules_are_imported_from_the_library(
    modules: list[Entry], contents: list[Entry], tmp_path: Path
) -> None:
    shared, _ = shared_modules.divide(modules, contents)
    [(_, library, _)] = [
        entry for entry in shared_modules.replace_library(contents, shared, tmp_path) if entry[0] == LIBRARY
    ]
    code = "import plain.inner.deep as deep, alone; print(deep.NAME, alone.NAME, deep.FILE)"
    answer = subprocess.check_output(
        [sys.executable, "-c", code], env={"PYTHONPATH": library}, cwd=tmp_path, text=True
    )
    assert answer.split()[:2] == ["plain.inner.deep", "alone"]
    assert answer.split()[2].startswith(library)
    with zipfile.ZipFile(library) as archive:
        assert "old.pyc" in archive.namelist()
        assert str(tmp_path).encode() not in b"".join(map(archive.read, archive.namelist()))


def test_that_the_same_modules_make_the_same_library(
    modules: list[Entry], contents: list[Entry], tmp_path: Path
) -> None:
    made: list[bytes] = []
    for order in (modules, modules[::-1]):
        folder = tmp_path / str(len(made))
        folder.mkdir()
        shared, _ = shared_modules.divide(order, contents)
        shared_modules.replace_library(contents, shared, folder)
        made.append(next(folder.iterdir()).read_bytes())
    assert made[0] == made[1]
