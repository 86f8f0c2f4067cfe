"""THIRD-PARTY-NOTICES.txt of the bundle: what is inside that others made, and under which terms.

What is inside follows from the lock file and the system that runs this; the texts come out of the installed
distributions. Qt's bindings bring none, so theirs lie in ``licences/``. A part without a text ends the build.
"""

from __future__ import annotations

import importlib.metadata
import json
import platform
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lock_files
from packaging.requirements import Requirement

FILE_NAME = "THIRD-PARTY-NOTICES.txt"

_LICENCES = Path(__file__).resolve().parent / "licences"
_RULE = "=" * 78
_INTRODUCTION = """\
exogui contains the following work of others. Each is listed with its licence, and the texts follow below.
exogui itself is under the MIT licence, which comes first.
"""
_QT = """\
Qt, PySide6 and Shiboken6 are used under the GNU Lesser General Public License, version 3.

They are libraries of their own, which exogui links to dynamically and does not change. You may replace them
with a compatible version of yours: put its files in the place of those in the folders PySide6 and shiboken6,
which are in _internal beside the program, on macOS in Contents/Frameworks. Nothing in exogui keeps you from
that, nor from taking it apart to debug such a change; on macOS the changed program has to be signed again
(codesign --force --deep --sign - exogui.app).
The source of these versions is at https://download.qt.io/official_releases/QtForPython/ and
https://download.qt.io/official_releases/qt/; Qt contains work of others too, which is listed at
https://doc.qt.io/qt-6/licenses-used-in-qt.html
"""
_BOOTLOADER = """\
The program file that starts exogui is PyInstaller's bootloader, which may be distributed under any terms by
an exception to its licence, the GNU General Public License.
"""
_TEXTS_OF_OURS = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": (),  # the same texts, which stand there once
}
_COMMON_LICENCE = re.compile(r"/usr/share/common-licenses/[A-Za-z]+(?:-[\d.]*\d)?")
_REMARKS = {"pyside6-essentials": _QT, "pyinstaller": _BOOTLOADER}


class MissingLicenceError(Exception):
    """Something would go into the bundle without its licence; the text names it."""


@dataclass(frozen=True, slots=True)
class Component:
    """A work of others in the bundle: ``licence`` is its short name, ``texts`` what has to go with it."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]

    @property
    def title(self) -> str:
        """Its line in the list."""
        return f"{self.name} {self.version}: {self.licence}"


def write(folder: Path, libraries: Iterable[Path] = ()) -> None:
    """Make ``folder``/THIRD-PARTY-NOTICES.txt.

    ``libraries`` are the shared libraries that the bundle takes from this system; those of Python's
    distributions may be among them. Raises MissingLicenceError.
    """
    components = [_python(), *_distributions(), *system_packages(libraries)]
    own = (lock_files.ROOT / "LICENSE").read_text(encoding="utf-8")
    listed = "\n".join(f"  {component.title}" for component in components)
    described = [_section(component) for component in components]
    sections = [f"{_INTRODUCTION}\n{listed}\n", own, *described, *_common_licences(described)]
    text = f"\n{_RULE}\n\n".join(section.strip() + "\n" for section in sections)
    (folder / FILE_NAME).write_text(text, encoding="utf-8", newline="\n")


def bundled_distributions() -> list[str]:
    """Names of the locked packages that this system and this Python need, and PyInstaller's, sorted."""
    lock = lock_files.RUNTIME.read_text(encoding="utf-8")
    entries = [Requirement(line.removesuffix("\\")) for line in re.findall(r"^\w.*==.*$", lock, re.MULTILINE)]
    needed = [entry.name for entry in entries if entry.marker is None or entry.marker.evaluate()]
    return sorted([*needed, "pyinstaller"])


def system_packages(libraries: Iterable[Path]) -> list[Component]:
    """The Debian packages that own those of ``libraries`` that no Python distribution brought.

    None of them on a system without dpkg, where the bundle takes no library from the system either.
    """
    owners = {owner for library in libraries for owner in _owners(library)}
    return [_system_package(name) for name in sorted(owners)]


def _section(component: Component) -> str:
    remark = _REMARKS.get(component.name, "")
    return "\n\n".join(part.strip() for part in (component.title, remark, *component.texts) if part)


def _common_licences(sections: Iterable[str]) -> Iterator[str]:
    """The texts that Debian keeps in one place, as far as ``sections`` refer to them."""
    named = {name for section in sections for name in _COMMON_LICENCE.findall(section)}
    for path in sorted(Path(name) for name in named if Path(name).is_file()):
        yield f"What stands at {path}:\n\n{path.read_text(encoding='utf-8').strip()}"


def _python() -> Component:
    places = [
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",  # Windows
        Path("/usr/share/doc/python{}.{}/copyright".format(*sys.version_info[:2])),  # Debian
    ]
    for place in places:
        if place.exists():
            text = place.read_text(encoding="utf-8", errors="replace")
            return Component("Python", platform.python_version(), "PSF-2.0", (text,))
    raise MissingLicenceError(f"Python's own licence is at none of {', '.join(map(str, places))}")


def _distributions() -> Iterator[Component]:
    for name in bundled_distributions():
        distribution = importlib.metadata.distribution(name)
        if name in _TEXTS_OF_OURS:
            texts = [(_LICENCES / text).read_text(encoding="utf-8") for text in _TEXTS_OF_OURS[name]]
        else:
            texts = list(_texts_in(distribution))
            if not texts:
                raise MissingLicenceError(f"{name} brings no text of its licence: add it to {_LICENCES}")
        texts += _built_from(distribution)
        yield Component(name, distribution.version, _licence_of(distribution), tuple(texts))


def _built_from(distribution: importlib.metadata.Distribution) -> Iterator[str]:
    """What its compiled files were made of, as far as a bill of materials beside them says so (PEP 770)."""
    bills = [
        file for file in distribution.files or () if file.parent.name == "sboms" and file.suffix == ".json"
    ]
    parts = [part for bill in bills for part in json.loads(bill.read_text("utf-8")).get("components", ())]
    if parts:
        lines = sorted(f"  {part['name']} {part['version']}: {_licence_in(part)}" for part in parts)
        yield "\n".join(["Built from, by its own bill of materials:", *lines])


def _licence_in(part: dict[str, Any]) -> str:
    """The licence that a bill of materials in CycloneDX gives a part."""
    for entry in part.get("licenses", ()):
        licence = entry.get("license", {})
        return str(entry.get("expression") or licence.get("id") or licence.get("name"))
    return "not named there"


def _texts_in(distribution: importlib.metadata.Distribution) -> Iterator[str]:
    """Its licence files, also where an older wheel lays them into its .dist-info folder, named or not."""
    files = [file.name for file in distribution.files or () if re.match(r"LICEN[CS]E|COPYING", file.name)]
    for name in distribution.metadata.get_all("License-File") or files:
        for place in (f"licenses/{name}", name):
            if text := distribution.read_text(place):
                yield text
                break


def _licence_of(distribution: importlib.metadata.Distribution) -> str:
    """The short name: by the metadata of today (PEP 639), the field before it, or the classifiers."""
    metadata = distribution.metadata
    for field in ("License-Expression", "License"):
        if field in metadata:
            return metadata[field].splitlines()[0]
    classifiers = [str(line) for line in metadata.get_all("Classifier") or ()]
    return ", ".join(line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License :: "))


def _owners(library: Path) -> Iterator[str]:
    """The Debian package that has exactly this file, if any."""
    real = library.resolve()
    # By name, since packages may still say /lib for what the system has in /usr/lib
    for line in _dpkg_query("--search", f"*/{real.name}").splitlines():
        package, _, path = line.partition(": ")
        if Path(path).resolve() == real:
            yield package.partition(":")[0]


def _system_package(name: str) -> Component:
    version = _dpkg_query("--show", "--showformat", "${Version}\n", name).splitlines()[0]
    copyright_file = Path("/usr/share/doc") / name / "copyright"
    if not copyright_file.exists():  # minimal images leave out /usr/share/doc
        raise MissingLicenceError(f"The system's package {name} has no {copyright_file}")
    text = copyright_file.read_text(encoding="utf-8", errors="replace")
    return Component(name, version, "a library of the system it was built on, see below", (text,))


def _dpkg_query(*arguments: str) -> str:
    try:
        answer = subprocess.run(["dpkg-query", *arguments], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return answer.stdout
