"""What lasts from one start to the next. Never a secret, never a contact."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QSettings

from exogui.contacts.repairing.countries import countries

_RECENT_FILES = 6
_FAR_FUTURE = 1e11
"""Seconds since the epoch, some three thousand years on: beyond, there is no date to show."""


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file that was opened, and what came of it as far as it is known."""

    path: str
    opened_at: float
    """Seconds since the epoch."""
    state: str = ""
    """How its last upload ended (a :class:`~exogui.uploads.result.JobState`); empty: only opened."""
    sent: int = 0
    refused: int = 0


class Settings:
    """Typed access to the settings file, an INI file in the person's configuration folder."""

    def __init__(self, folder: Path | None = None, preset_country: str = "") -> None:
        """``preset_country``: the country as long as the person has chosen none."""
        path = (folder or user_config_path("exogui", appauthor=False)) / "settings.ini"
        self._preset_country = preset_country
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def save(self) -> None:
        """Write to disk now."""
        self._settings.sync()

    @property
    def recipes_folder(self) -> Path:
        """Where it is kept how lists were put right; it need not exist."""
        return Path(self._settings.fileName()).parent / "recipes"

    @property
    def geometry(self) -> QByteArray:
        """The window's size and place; empty the first time."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("window/geometry", value)

    def columns(self, header: Sequence[str]) -> QByteArray:
        """The widths of the table's columns when a file with this header was last shown; else empty."""
        return self._bytes(_columns_key(header))

    def set_columns(self, header: Sequence[str], state: QByteArray) -> None:
        """Remember the widths for files with this header."""
        self._settings.setValue(_columns_key(header), state)

    @property
    def colour_scheme(self) -> str:
        """``system``, ``light`` or ``dark``."""
        value = self._text("window/colour_scheme")
        return value if value in {"light", "dark"} else "system"

    @colour_scheme.setter
    def colour_scheme(self, value: str) -> None:
        self._settings.setValue("window/colour_scheme", value)

    def list_id(self, account_id: str) -> str:
        """The list that was last used with an account."""
        return self._text(f"lists/{account_id}")

    def set_list_id(self, account_id: str, value: str) -> None:
        """Remember the list used with an account; an empty one is forgotten."""
        if value:
            self._settings.setValue(f"lists/{account_id}", value)
        else:
            self._settings.remove(f"lists/{account_id}")

    @property
    def country(self) -> str:
        """ISO code of the country last chosen for numbers without a country code, else the preset."""
        value = self._text("contacts/country")
        return value if value in dict(countries()) else self._preset_country

    @country.setter
    def country(self, value: str) -> None:
        self._settings.setValue("contacts/country", value)

    @property
    def folder(self) -> str:
        """The folder of the file that was last opened or saved."""
        return self._text("files/folder")

    @folder.setter
    def folder(self, value: str) -> None:
        self._settings.setValue("files/folder", value)

    @property
    def recent_files(self) -> tuple[OpenedFile, ...]:
        """The files opened last, newest first."""
        try:
            entries = json.loads(self._text("files/recent", "[]"))
            return tuple(_opened_file(entry) for entry in entries)
        except (ValueError, TypeError, RecursionError):
            return ()  # written by something else, or damaged: not worth a word

    def add_recent_file(self, recent: OpenedFile) -> None:
        """Put a file at the top of the list; an older entry of the same file goes."""
        others = [entry for entry in self.recent_files if entry.path != recent.path]
        entries = [recent, *others][:_RECENT_FILES]
        self._settings.setValue("files/recent", json.dumps([asdict(entry) for entry in entries]))

    def clear_recent_files(self) -> None:
        """Forget which files were opened."""
        self._settings.remove("files/recent")

    @property
    def update_hint(self) -> bool:
        """Whether the person wants to hear of new versions."""
        return self._text("updates/hint") != "off"

    @update_hint.setter
    def update_hint(self, value: bool) -> None:
        self._settings.setValue("updates/hint", "on" if value else "off")

    @property
    def update_checked_at(self) -> float:
        """When it was last asked which version is the latest, in seconds since the epoch; 0 for never."""
        try:
            return float(self._text("updates/checked_at", "0"))
        except ValueError:
            return 0.0

    @update_checked_at.setter
    def update_checked_at(self, value: float) -> None:
        self._settings.setValue("updates/checked_at", str(int(value)))

    @property
    def left_out_version(self) -> str:
        """The version of which the person wants to hear no more; empty for none."""
        return self._text("updates/left_out")

    @left_out_version.setter
    def left_out_version(self, value: str) -> None:
        self._settings.setValue("updates/left_out", value)

    def _text(self, key: str, default: str = "") -> str:
        value = self._settings.value(key, default)
        return value if isinstance(value, str) else default

    def _bytes(self, key: str) -> QByteArray:
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()


def _opened_file(entry: dict[str, object]) -> OpenedFile:
    """Raises TypeError or ValueError for what is no such file."""
    opened = OpenedFile(**entry)  # type: ignore[arg-type]  # looked at in the next lines
    texts = isinstance(opened.path, str) and isinstance(opened.state, str)
    numbers = all(type(value) in {int, float} for value in (opened.opened_at, opened.sent, opened.refused))
    if not (texts and numbers and 0 <= opened.opened_at < _FAR_FUTURE):
        raise ValueError("not a file that was opened")
    return opened


def _columns_key(header: Sequence[str]) -> str:
    # A digest of our own: hash() differs from run to run, and the header may hold what no key can.
    import hashlib  # loads OpenSSL, of which the empty window knows nothing

    digest = hashlib.sha256("\x1f".join(header).encode()).hexdigest()[:16]
    return f"columns/{digest}"
