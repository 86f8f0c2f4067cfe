"""The Python modules in the built program: those that it asks for, and none of the tools beside them."""

from __future__ import annotations

import importlib.metadata
import re
import sys
import zipfile
from pathlib import Path

import notices
from PyInstaller.archive.readers import CArchiveReader

OF_PYINSTALLER = re.compile(r"_?pyi|PyInstaller|_distutils_hack|__main__")


def modules_in(bundle: Path) -> set[str]:
    """The outermost packages and modules."""
    program = bundle / ("exogui.exe" if sys.platform == "win32" else "exogui")
    names = set(CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz").toc)
    with zipfile.ZipFile(next(bundle.rglob("base_library.zip"))) as library:
        names |= {name.replace("/", ".") for name in library.namelist()}
    return {name.partition(".")[0] for name in names}


def test_that_every_module_is_of_python_or_of_what_is_locked_for_the_program(bundle: Path) -> None:
    installed = importlib.metadata.packages_distributions()
    locked = {*notices.bundled_distributions(), "exogui"}
    strangers = {
        name: installed.get(name, [])
        for name in modules_in(bundle) - set(sys.stdlib_module_names) - {"exogui"}
        if not OF_PYINSTALLER.match(name)
        and not {re.sub(r"[-_.]+", "-", found).lower() for found in installed.get(name, [])} & locked
    }
    assert strangers == {}
