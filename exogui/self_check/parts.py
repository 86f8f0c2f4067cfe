"""Every part there is, and which are tried together in one process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from exogui.self_check.part import Part

_SECONDS = 60.0
"""More than any part needs, also while a virus scanner looks at each file for the first time."""
_SECONDS_FOR_A_PERSON = 30.0
"""A keychain may ask whether exogui may use it."""


@dataclass(frozen=True, slots=True)
class PartGroup:
    """Parts that share a process, one after the other."""

    parts: tuple[Part, ...]
    seconds: float = _SECONDS
    """How long each of them may take."""


def _part(name: str, module: str) -> Part:
    """The part that ``try_<name>`` of ``module`` tries; imported only then, for it may lack what it needs."""

    def attempt() -> str:
        try_it: Callable[[], str] = getattr(import_module(f"exogui.self_check.{module}"), f"try_{name}")
        return try_it()

    return Part(name, attempt)


GROUPS = (
    PartGroup(
        (
            _part("qt", "qt_parts"),
            _part("picture_formats", "qt_parts"),
            _part("icons", "qt_parts"),
            _part("help", "qt_parts"),
            _part("translations", "qt_parts"),
            _part("window", "qt_parts"),
        )
    ),
    PartGroup((_part("screen", "qt_parts"),)),  # Qt has one platform in each process
    PartGroup((_part("keychain", "keychain_part"),), _SECONDS_FOR_A_PERSON),
    PartGroup(
        (
            _part("policy", "policy_part"),
            _part("certificates", "certificates_part"),
            _part("sample", "list_parts"),
            _part("numbering_plans", "list_parts"),
            _part("emails", "list_parts"),
            _part("workbooks", "list_parts"),
            _part("journal", "upload_parts"),
            _part("locks", "upload_parts"),
            _part("log", "upload_parts"),
            _part("practice_upload", "upload_parts"),
        )
    ),
)

PARTS = {part.name: part for group in GROUPS for part in group.parts}
