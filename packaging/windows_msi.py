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
_OLDEST_WINDOWS_BUILD = 17763
"""Windows 10 1809, the oldest that Qt 6.11 supports."""


def guid(what: str) -> str:
    """The id of a part of the package: the same in every version that has it."""
    return str(uuid.uuid5(_NAMESPACE, what)).upper()


def _name(kind: str, path: PurePosixPath) -> str:
    """An identifier for the tables, which take 72 letters, digits, dots and underscores."""
    return f"{kind}_{hashlib.sha256(str(path).encode()).hexdigest()[:24]}"


def file_elements(bundle: Path, files: Iterable[PurePosixPath]) -> str:
    """What stands inside the folder of the program: its folders, and a component for each file."""
    tree: dict[PurePosixPath, list[PurePosixPath]] = {PurePosixPath(): []}
    for file in files:
        for folder in file.parents:
            tree.setdefault(folder, [])
        tree[file.parent].append(file)
    return "\n".join(["<Include>", *_folder(bundle, PurePosixPath(), tree), "</Include>", ""])


def _folder(
    bundle: Path, folder: PurePosixPath, tree: dict[PurePosixPath, list[PurePosixPath]]
) -> Iterator[str]:
    for file in tree[folder]:
        yield f'<Component Id="{_name("c", file)}" Guid="{guid(str(file))}" Win64="yes">'
        yield f'<File Id="{_name("f", file)}" Name={quoteattr(file.name)} Source={quoteattr(str(bundle / file))}'
        yield ' KeyPath="yes" />'
        yield "</Component>"
    for inner in sorted(inner for inner in tree if inner.name and inner.parent == folder):
        yield f'<Directory Id="{_name("d", inner)}" Name={quoteattr(inner.name)}>'
        yield from _folder(bundle, inner, tree)
        yield "</Directory>"


def component_names(files: Iterable[PurePosixPath]) -> list[str]:
    """Of each file."""
    return [_name("c", file) for file in files]


def file_type_elements() -> str:
    """What offers exogui for each of its file types."""
    lines = ["<Include>"]
    for extension in EXTENSIONS:
        for key, name, value in (
            (rf"Software\Classes\{extension}\OpenWithProgids", "exogui.ContactsFile", ""),
            (r"Software\Classes\Applications\exogui.exe\SupportedTypes", extension, ""),
            (r"Software\exogui\Capabilities\FileAssociations", extension, "exogui.ContactsFile"),
        ):
            lines.append(f'<RegistryValue Root="HKLM" Key="{key}" Name="{name}" Type="string" Value="{value}" />')
    return "\n".join([*lines, "</Include>", ""])
