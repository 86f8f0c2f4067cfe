"""What countries are called."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def territory_name(iso: str) -> str:
    """``IN`` -> ``India``; the code itself where no country has it."""
    territory = QLocale.codeToTerritory(iso)
    return iso if territory == QLocale.Country.AnyCountry else QLocale.territoryToString(territory)
