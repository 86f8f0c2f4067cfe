"""What makes exogui an application for macOS: the Info.plist of exogui.app.

    python packaging/macos_bundle.py APP

checks that nothing inside asks for a newer macOS than the Info.plist promises.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import mach_o

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from exogui import __version__
from exogui.identity import APPLICATION_ID

ROOT = Path(__file__).resolve().parent.parent
OLDEST_SYSTEM = (15, 0)
"""Qt 6.11.3 is marked for macOS 13.0, but its Python bindings for 15.0 (LC_BUILD_VERSION, in the wheel)."""

TABLES = {
    "csv": "public.comma-separated-values-text",
    "tsv": "public.tab-separated-values-text",
}
WORKBOOKS = {
    "xlsx": "org.openxmlformats.spreadsheetml.sheet",
    "xls": "com.microsoft.excel.xls",
    "xlsb": "com.microsoft.excel.sheet.binary.macroenabled",
    "ods": "org.oasis-open.opendocument.spreadsheet",
}
"""Uniform type identifiers by extension. Not among them is .txt: exogui opens it, but does not offer to."""


def info_plist() -> dict[str, Any]:
    """What PyInstaller adds to the Info.plist that it makes."""
    return {
        "CFBundleDisplayName": "exogui",
        "CFBundleDocumentTypes": [
            _document_type("Contacts (CSV)", TABLES),
            _document_type("Contacts (workbook)", WORKBOOKS),
        ],
        "CFBundleIdentifier": APPLICATION_ID,
        "CFBundleShortVersionString": __version__,
        "CFBundleVersion": __version__,
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": "{}.{}".format(*OLDEST_SYSTEM),
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": _copyright(),
        "NSRequiresAquaSystemAppearance": False,  # it has dark colours
        "UTImportedTypeDeclarations": [_binary_workbook()],
    }


def newer_than_promised(app: Path) -> dict[Path, mach_o.Version]:
    """The programs and libraries in ``app`` that are marked for a newer macOS than :data:`OLDEST_SYSTEM`."""
    files = (path for path in sorted(app.rglob("*")) if path.is_file() and not path.is_symlink())
    marks = {path: mach_o.oldest_system(path) for path in files}
    return {path: mark for path, mark in marks.items() if mark is not None and mark > OLDEST_SYSTEM}


def _document_type(name: str, types: dict[str, str]) -> dict[str, Any]:
    """Offered under "Open With", without taking a kind of file away from its program."""
    return {
        "CFBundleTypeName": name,
        "CFBundleTypeRole": "Viewer",  # the file itself is never changed
        "LSHandlerRank": "Alternate",
        "LSItemContentTypes": list(types.values()),
    }


def _binary_workbook() -> dict[str, Any]:
    """What macOS learns about .xlsb from Office only."""
    return {
        "UTTypeIdentifier": WORKBOOKS["xlsb"],
        "UTTypeDescription": "Excel binary workbook",
        "UTTypeConformsTo": ["public.data", "public.spreadsheet"],
        "UTTypeTagSpecification": {"public.filename-extension": ["xlsb"]},
    }


def _copyright() -> str:
    lines = (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith("Copyright"))


def main(arguments: Sequence[str]) -> int:
    """Returns the exit status: 1 when something asks for a newer macOS."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    newer = newer_than_promised(Path(arguments[0]))
    for path, mark in newer.items():
        print(f"{path} is for macOS {mark[0]}.{mark[1]} and newer")
    return 1 if newer else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
