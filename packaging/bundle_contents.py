"""What goes into the bundle that PyInstaller makes, and what of the libraries is left out."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

_ROOT = Path(__file__).resolve().parent.parent

Entry = tuple[str, str, str]
"""PyInstaller's: name of the file in the bundle, or of the module; source; kind."""

EXCLUDED_MODULES = [
    # 40 MB of place names, networks and time zones by number; exogui asks for numbering plans only
    "phonenumbers.geodata",
    "phonenumbers.carrierdata",
    "phonenumbers.tzdata",
    # of the standard library and build tools: what libraries name and the program never runs
    "tkinter",
    "unittest",
    "pydoc",
    "doctest",
    "lib2to3",
    "setuptools",
    "pkg_resources",
    "werkzeug.debug",
    # libraries take them where they find them, and only the development tools bring them
    "chardet",
    "typing_extensions",
    # email-validator asks name servers only when told to, and exogui judges without a network
    "dns",
]

_UNUSED_PLUGINS = {
    # kinds of which no plugin is needed
    "egldeviceintegrations": "screens without a desktop",
    "generic": "input devices without a desktop",
    "networkinformation": "QtNetwork's view of connectivity; exogui's calls go through requests",
    "tls": "QtNetwork's encryption; exogui asks it for local sockets only",
    "wayland-graphics-integration-client": "OpenGL and Vulkan on Wayland; widgets are painted without",
    "xcbglintegrations": "the same on X11",
}
_UNUSED_FILES = {
    "qeglfs": "platform plugin for screens without a desktop",
    "qlinuxfb": "the same",
    "qminimal": "platform plugin that shows nothing",
    "qminimalegl": "the same",
    "qvkkhrdisplay": "platform plugin for screens without a desktop",
    "qvnc": "platform plugin that is a VNC server",
    "qdirect2d": "a second platform plugin for Windows",
    "qmodernwindowsstyle": "looks of Windows; exogui has its own on every system",
    "qgtk3": "would load GTK into the program; exogui has its own looks",
    "qtvirtualkeyboardplugin": "needs Qt Quick",
    "qgif": "picture formats that exogui does not have",
    "qicns": "the same",
    "qico": "the same",
    "qjpeg": "the same",
    "qpdf": "the same",
    "qtiff": "the same",
    "qwebp": "the same",
    "qtga": "the same",
    "qwbmp": "the same",
    "opengl32sw": "20 MB of OpenGL in software; widgets are painted without OpenGL",
}
_PIPS_OWN = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"}
"""What pip writes down of an installation: of no use without it, and different in each folder."""
_OF_THE_SYSTEM = {
    # What every Linux desktop has, and what has to fit its settings, drivers and services. A copy from the
    # machine that built the bundle would be older than those, and miss their security updates.
    "libX11",
    "libXau",
    "libXdmcp",
    "libdbus-1",
    "libexpat",
    "libfontconfig",
    "libfreetype",
    "libgcc_s",
    "libglib-2",
    "libgthread-2",
    "libstdc++",
    "libxcb",
}


def data_files() -> list[tuple[str, str]]:
    """The program's own files: (source, folder in the bundle), as the wheel has them."""
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    folders: dict[str, str] = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    return [(str(_ROOT / source), place) for source, place in folders.items()]


def hidden_imports() -> list[str]:
    """What is imported by a name made while running: parts of exogui, and numbering plans by country."""
    from PyInstaller.utils.hooks import collect_submodules

    packages = ("exogui", "phonenumbers.data", "phonenumbers.shortdata")
    return [module for package in packages for module in collect_submodules(package)]


def used(entries: Iterable[Entry]) -> list[Entry]:
    """``entries`` without the plugins and translations of Qt that exogui has no use for, and without the
    libraries that nothing but what is left out had asked for (GTK, for one)."""
    entries = list(entries)
    kept = [entry for entry in entries if _is_used(PurePosixPath(entry[0].replace("\\", "/")))]
    left_out = _names(entries) - _names(kept)
    asked_for = _reached(left_out, entries)
    needed = _reached(_names(kept) - asked_for, kept)
    return [entry for entry in kept if Path(entry[0]).name not in asked_for - needed]


def libraries(entries: Iterable[Entry]) -> list[Path]:
    """Where the shared libraries among ``entries`` come from."""
    return [Path(source) for _, source, kind in entries if kind in {"BINARY", "EXTENSION"}]


def _names(entries: Iterable[Entry]) -> set[str]:
    return {Path(name).name for name, _, _ in entries}


def _reached(names: set[str], entries: Iterable[Entry]) -> set[str]:
    """``names`` and all that they link to, directly or not, as far as it is among ``entries``."""
    sources = {library.name: library for library in libraries(entries)}
    reached: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            if name in sources:
                waiting += _linked(sources[name])
    return reached


def _linked(library: Path) -> list[str]:
    """What the library links to by itself. Only on Linux does anything come along that nothing needs then."""
    if sys.platform != "linux":
        return []
    headers = subprocess.check_output(["objdump", "--private-headers", library], text=True)
    return re.findall(r"^\s+NEEDED\s+(\S+)$", headers, re.MULTILINE)


def _is_used(name: PurePosixPath) -> bool:
    stem = name.name.split(".")[0].removeprefix("lib")
    if name.parent.suffix == ".dist-info" and name.name in _PIPS_OWN:
        return False
    if "plugins" in name.parts and _UNUSED_PLUGINS.keys() & set(name.parts):
        return False
    if "translations" in name.parts:  # a window half of which speaks another language helps nobody
        return name.suffix == ".qm" and stem.partition("_")[2] in _languages()
    return stem not in _UNUSED_FILES and name.name.split(".")[0] not in _OF_THE_SYSTEM


def _languages() -> set[str]:
    """Those that exogui speaks itself."""
    translations = (_ROOT / "resources" / "translations").glob("exogui_*.qm")
    return {"en", *(path.stem.partition("_")[2] for path in translations)}
