"""One archive of Python modules for all programs of a bundle.

PyInstaller puts every module into every program, so that two programs hold all of them twice. Those that lie
in ``base_library.zip`` instead, where PyInstaller has a few of Python's own, are found by each of them.
"""

from __future__ import annotations

import importlib.util
import marshal
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePath

from bundle_contents import Entry

LIBRARY = "base_library.zip"

_FINDS_ITS_FILES = {"exogui"}
"""It has files of its own in the bundle and knows where they are, wherever its modules lie."""
_MAGIC_WITHOUT_SOURCE = importlib.util.MAGIC_NUMBER + bytes(12)
"""The head of a compiled module: no flags, and neither date nor size of a source."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def divide(modules: Iterable[Entry], contents: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """``modules`` that can be shared, and those that cannot: of packages with files or libraries in
    ``contents``, which look for them beside themselves, and of packages without a source, such as namespaces,
    which PyInstaller keeps together in its own way."""
    modules = list(modules)
    names = (PurePath(name.replace("\\", "/")) for name, _, _ in contents)
    stay = {name.parts[0] for name in names if len(name.parts) > 1} - _FINDS_ITS_FILES
    stay |= {_package(entry) for entry in modules if Path(entry[1]).suffix != ".py"}
    shared = [entry for entry in modules if _package(entry) not in stay]
    return shared, [entry for entry in modules if _package(entry) in stay]


def _package(entry: Entry) -> str:
    """The outermost one of a module."""
    return entry[0].partition(".")[0]


def replace_library(contents: Iterable[Entry], modules: Iterable[Entry], folder: Path) -> list[Entry]:
    """``contents`` with a library, made in ``folder``, that has ``modules`` too."""
    contents = list(contents)
    (base,) = [entry for entry in contents if entry[0] == LIBRARY]
    library = folder / f"shared-{LIBRARY}"
    _write(library, Path(base[1]), modules)
    return [(LIBRARY, str(library), "DATA") if entry is base else entry for entry in contents]


def _write(library: Path, base: Path, modules: Iterable[Entry]) -> None:
    with zipfile.ZipFile(base) as old:
        content = {name: old.read(name) for name in old.namelist()}
    for name, source, _ in modules:
        path = name.replace(".", "/") + ("/__init__" if Path(source).name == "__init__.py" else "")
        code = compile(Path(source).read_bytes(), f"{path}.py", "exec", dont_inherit=True, optimize=0)
        content[f"{path}.pyc"] = _MAGIC_WITHOUT_SOURCE + marshal.dumps(code)
    with zipfile.ZipFile(library, "w", zipfile.ZIP_DEFLATED) as new:
        for path in sorted(content):  # of one date, so that the same modules make the same bytes
            new.writestr(zipfile.ZipInfo(path, _LONG_AGO), content[path], zipfile.ZIP_DEFLATED)
