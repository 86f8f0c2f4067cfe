"""The recipes of this person, each in a JSON file of the settings folder."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import logging
import secrets
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from exogui.contacts.problems import ProblemCode
from exogui.contacts.reading.read_options import ReadOptions
from exogui.contacts.repairing.recipes import (
    AddedColumn,
    DoneRepair,
    Recipe,
    RecipeColumn,
    column_keys,
    header_key,
)
from exogui.contacts.schema import Field

_log = logging.getLogger(__name__)

_VERSION = 1
_MOST_RECIPES = 200
"""Of more, those that were not used for longest are forgotten."""

_ENOUGH_ALIKE = 0.7
"""Share of the columns, of either header, that must be in both for it to be taken for the same export."""

_READING = {option.name: option for option in dataclasses.fields(ReadOptions)}


class RecipeStore:
    """Reads and writes recipes. Blocking.

    A file that cannot be understood counts as none and is overwritten when its export comes again. Raises
    OSError where the folder cannot be read or written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, header: Sequence[str]) -> Recipe | None:
        """The recipe of files with this set of header cells; where there is none, of files in which these
        were found before the person said how to read them, or of files with nearly this set, so that a new
        column can be pointed out. None for a file without a header."""
        if not any(cell.strip() for cell in header):
            return None
        keys = column_keys(header)
        exact = self._read(self._path(header_key(keys)))
        return exact or self._opened_as(header_key(keys)) or self._nearest(frozenset(keys))

    def save(self, recipe: Recipe) -> None:
        """Keep a recipe, in the place of one for the same columns."""
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(recipe.key)
        unfinished = path.with_name(f".{recipe.key}-{secrets.token_hex(4)}.tmp")
        try:
            unfinished.write_text(json.dumps(_document(recipe), indent=1), encoding="ascii")
            unfinished.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                unfinished.unlink()
            raise
        self._forget_oldest()

    def forget(self, header: Sequence[str]) -> None:
        """Remove what :meth:`load` gives for this header."""
        recipe = self.load(header)
        if recipe is not None:
            self._path(recipe.key).unlink(missing_ok=True)

    def forget_all(self) -> None:
        """Remove every recipe."""
        for path in self._paths():
            path.unlink(missing_ok=True)

    def _opened_as(self, key: str) -> Recipe | None:
        """Of several the one that was used last."""
        recipes = (self._read(path) for path in self._paths())
        alike = [recipe for recipe in recipes if recipe is not None and recipe.opened_as == key]
        return max(alike, key=lambda recipe: recipe.used_on, default=None)

    def _nearest(self, keys: frozenset[str]) -> Recipe | None:
        best, most_alike = None, _ENOUGH_ALIKE
        for path in self._paths():
            recipe = self._read(path)
            if recipe is not None:
                others = {column.key for column in recipe.columns}
                alike = len(keys & others) / max(len(keys | others), 1)
                if alike >= most_alike:
                    best, most_alike = recipe, alike
        return best

    def _forget_oldest(self) -> None:
        paths = self._paths()
        for path in sorted(paths, key=lambda each: each.stat().st_mtime, reverse=True)[_MOST_RECIPES:]:
            path.unlink(missing_ok=True)

    def _paths(self) -> list[Path]:
        return sorted(self._folder.glob("recipe-*.json"))

    def _path(self, key: str) -> Path:
        return self._folder / f"recipe-{key}.json"

    def _read(self, path: Path) -> Recipe | None:
        try:
            return _recipe(json.loads(path.read_bytes()))
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError, RecursionError):
            _log.info("A recipe could not be understood")
            return None


def _document(recipe: Recipe) -> dict[str, Any]:
    return {"version": _VERSION, **dataclasses.asdict(recipe), "used_on": recipe.used_on.isoformat()}


def _recipe(document: Any) -> Recipe:
    """Raises ValueError, KeyError or TypeError for what is no recipe of this version."""
    if document["version"] != _VERSION:
        raise ValueError("another version")
    return Recipe(
        columns=tuple(_column(each) for each in document["columns"]),
        repairs=tuple(
            DoneRepair(ProblemCode(each["code"]), _optional(each["country"])) for each in document["repairs"]
        ),
        country=_optional(document["country"]),
        reading=_reading(document["reading"]),
        rows=_count(document["rows"]),
        ready=_count(document["ready"]),
        countries=tuple(str(country) for country in document["countries"]),
        used_on=date.fromisoformat(document["used_on"]),
        added=tuple(_added(each) for each in document.get("added", ())),
        one_row_each=tuple(str(key) for key in document.get("one_row_each", ())),
        opened_as=str(document.get("opened_as", "")),
    )


def _column(document: Any) -> RecipeColumn:
    field = document["field"]
    return RecipeColumn(str(document["key"]), None if field is None else Field(field))


def _added(document: Any) -> AddedColumn:
    return AddedColumn(Field(document["field"]), str(document["value"]))


def _reading(document: Any) -> ReadOptions:
    """Options that a later or earlier version knows and this one does not are left out."""
    known = {name: value for name, value in document.items() if name in _READING}
    if not all(value is None or isinstance(value, (str, int)) for value in known.values()):
        raise TypeError("not an option")
    return ReadOptions(**known)


def _optional(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _count(value: Any) -> int:
    if not isinstance(value, int) or value < 0:
        raise TypeError("not a count")
    return value
