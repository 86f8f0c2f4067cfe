"""The MSI package for IT: which files it has, as WiX and wixl read it, and the call of either."""

from __future__ import annotations

import hashlib
import os
import shutil
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from xml.sax.saxutils import quoteattr

from file_types import EXTENSIONS
from windows_program import ICON

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "packaging" / "windows" / "exogui.wxs"
_NAMESPACE = uuid.UUID("0b6ffd25-7c3b-5f8e-8d3a-2f1f6f0f4a52")
"""From which every id follows; Windows Installer tells by them what belongs together, so it must stay."""
_FOR_PER_USER_MENUS = ("ICE38", "ICE43", "ICE57")
"""Rules of Windows Installer that take every Start menu for one person's; this one is everyone's."""
_OLDEST_WINDOWS_BUILD = 17763
"""Windows 10 1809, the oldest that Qt 6.11 supports."""


def guid(what: str) -> str:
    """The id of a part of the package: the same in every version that has it."""
    return str(uuid.uuid5(_NAMESPACE, what)).upper()


def _name(kind: str, path: PurePosixPath) -> str:
    """An identifier for the tables, which take 72 letters, digits, dots and underscores."""
    return f"{kind}_{hashlib.sha256(str(path).encode()).hexdigest()[:24]}"


def file_elements(files: Iterable[PurePosixPath]) -> str:
    """What stands inside the folder of the program: its folders, and a component for each file."""
    tree: dict[PurePosixPath, list[PurePosixPath]] = {PurePosixPath(): []}
    for file in files:
        for folder in file.parents:
            tree.setdefault(folder, [])
        tree[file.parent].append(file)
    return _included(_folder(PurePosixPath(), tree))


def _folder(folder: PurePosixPath, tree: dict[PurePosixPath, list[PurePosixPath]]) -> Iterator[str]:
    for file in tree[folder]:
        yield f'<Component Id="{_name("c", file)}" Guid="{guid(str(file))}" Win64="yes">'
        source = quoteattr(str(file))
        yield f'<File Id="{_name("f", file)}" Name={quoteattr(file.name)} Source={source} KeyPath="yes" />'
        yield "</Component>"
    for inner in sorted(inner for inner in tree if inner.name and inner.parent == folder):
        yield f'<Directory Id="{_name("d", inner)}" Name={quoteattr(inner.name)}>'
        yield from _folder(inner, tree)
        yield "</Directory>"


def component_elements(files: Iterable[PurePosixPath]) -> str:
    """The components of the files, as the feature of the package lists them."""
    return _included(f'<ComponentRef Id="{_name("c", file)}" />' for file in files)


def file_type_elements() -> str:
    """What offers exogui for each of its file types."""
    return _included(
        f'<RegistryValue Root="HKLM" Key="{key}" Name="{name}" Type="string" Value="{value}" />'
        for extension in EXTENSIONS
        for key, name, value in (
            (rf"Software\Classes\{extension}\OpenWithProgids", "exogui.ContactsFile", ""),
            (r"Software\Classes\Applications\exogui.exe\SupportedTypes", extension, ""),
            (r"Software\exogui\Capabilities\FileAssociations", extension, "exogui.ContactsFile"),
        )
    )


def _included(elements: Iterable[str]) -> str:
    return "\n".join(["<Include>", *elements, "</Include>", ""])


def shortcut_id_elements() -> str:
    """The id by which the taskbar groups windows with the shortcut; wixl knows nothing of it."""
    return _included(
        ['<ShortcutProperty Key="System.AppUserModel.ID" Value="exogui.exogui" />'] if _wix() else []
    )


def _wix() -> Path | None:
    """The folder of WiX 3, which its setup names in WIX for programs started later."""
    usual = Path(os.environ.get("PROGRAMFILES(X86)", "")) / "WiX Toolset v3.14"
    folders = (Path(os.environ.get("WIX", "")) / "bin", usual / "bin")
    return next((folder for folder in folders if (folder / "candle.exe").exists()), None)


def commands(bundle: Path, scratch: Path, msi: Path, version: str) -> list[list[str | Path]]:
    """What makes the package, run in ``bundle``: WiX where it is, else wixl; empty where neither is."""
    defines = {
        "Version": version,
        "ProductCode": guid(f"version {version}"),
        "StartMenuGuid": guid("the entry in the Start menu"),
        "InstalledByGuid": guid("the trace of the package"),
        "OpenWithGuid": guid("the file types"),
        "Icon": f"../{ICON.parent.name}/{ICON.name}",  # wixl takes no absolute paths
        "Build": _OLDEST_WINDOWS_BUILD,
    }
    if wix := _wix():
        compiled = scratch / "exogui.wixobj"
        options = [f"-d{name}={value}" for name, value in defines.items()]
        candle: list[str | Path] = [wix / "candle.exe", "-nologo", "-arch", "x64", *options]
        candle += [f"-I{scratch}", "-out", compiled]
        places: list[str | Path] = ["-b", bundle, "-b", SOURCE.parent]
        passed_over = [f"-sice:{rule}" for rule in _FOR_PER_USER_MENUS]
        light: list[str | Path] = [wix / "light.exe", "-nologo", "-spdb", *passed_over, *places, "-out", msi]
        return [[*candle, SOURCE], [*light, compiled]]
    if wixl := shutil.which("wixl"):
        options = [word for name, value in defines.items() for word in ("-D", f"{name}={value}")]
        return [[wixl, "--arch", "x64", *options, "-I", scratch, "-o", msi, SOURCE]]
    return []
