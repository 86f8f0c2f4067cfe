"""Where the program's own files (icons, samples, translations) are: checkout, wheel or bundle."""

from __future__ import annotations

import sys
from pathlib import Path


def _folder() -> Path:
    bundle: str | None = getattr(sys, "_MEIPASS", None)
    if bundle is not None:  # PyInstaller's; there the modules lie in an archive, and these files beside it
        return Path(bundle, "exogui", "resources")
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


_FOLDER = _folder()


def resource_path(name: str) -> Path:
    """The path of ``resources/<name>``; it need not exist. ``name`` uses forward slashes."""
    return _FOLDER / name
