"""Which exogui this is, and where: what support asks first."""

from __future__ import annotations

import platform
import sys
from dataclasses import dataclass
from pathlib import Path

from exogui import __version__


@dataclass(frozen=True, slots=True)
class Installation:
    """No secret, and nothing of what the person works with."""

    version: str
    python: str
    qt: str | None
    """None where it is missing."""
    system: str
    machine: str
    frozen: bool
    """Whether it is the program that needs no Python."""
    folder: str
    """Where it is installed."""
    settings_folder: str
    data_folder: str
    log_folder: str


def this_installation() -> Installation:
    """The one that is running."""
    import platformdirs

    frozen = bool(getattr(sys, "frozen", False))
    folder = Path(sys.executable) if frozen else Path(__file__).parents[1]
    return Installation(
        version=__version__,
        python=platform.python_version(),
        qt=_qt_version(),
        system=platform.platform(),
        machine=platform.machine(),
        frozen=frozen,
        folder=str(folder.resolve().parent),
        settings_folder=platformdirs.user_config_dir("exogui", appauthor=False),
        data_folder=platformdirs.user_data_dir("exogui", appauthor=False),
        log_folder=platformdirs.user_log_dir("exogui", appauthor=False),
    )


def _qt_version() -> str | None:
    try:
        from PySide6.QtCore import qVersion
    except ImportError:
        return None
    return qVersion()
