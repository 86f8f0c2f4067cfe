"""Where the program's own files (icons, samples, translations) are: checkout, wheel or frozen bundle."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "resources"
_CHECKOUT = _PACKAGE.parent / "resources"


def resource_path(name: str) -> Path:
    """The path of ``resources/<name>``; it need not exist. ``name`` uses forward slashes."""
    return (_INSTALLED if _INSTALLED.is_dir() else _CHECKOUT) / name
