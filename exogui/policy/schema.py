"""What may stand at which key of the policy, said once for the registry, property lists and TOML."""

from __future__ import annotations

from exogui.exotel.addresses import check_address
from exogui.policy.policy import MOST_DAYS, Policy

DEFAULTS: dict[str, bool | int | str] = Policy._field_defaults
"""Every key, with what holds where the policy says nothing. It has the type of its values."""

SWITCHES = tuple(name for name, default in DEFAULTS.items() if isinstance(default, bool))
"""The keys that allow something, and off forbid it."""

_LONGEST_TEXT = 100


def checked(name: str, value: object) -> bool | int | str:
    """A value as :class:`Policy` has it. A switch may be 0 or 1 too: the registry knows no other.

    Raises:
        KeyError: there is no such key.
        TypeError: a value of another type belongs there.
        ValueError: it cannot be meant.
    """
    default = DEFAULTS[name]
    if isinstance(default, bool):
        if not isinstance(value, int) or value not in {0, 1}:
            raise TypeError(name)
        return bool(value)
    if isinstance(default, int):
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError(name)
        if not 0 <= value <= MOST_DAYS:
            raise ValueError(name)
        return value
    if not isinstance(value, str):
        raise TypeError(name)
    return _checked_text(name, value.strip())


def _checked_text(name: str, text: str) -> str:
    if not text:
        return ""  # as Group Policy leaves it where a field was not filled in
    match name:
        case "data_centre":
            place = text.lower()
            return place if place in {"singapore", "mumbai"} else check_address(text)
        case "update_address":
            return check_address(text)
        case "country":
            from exogui.contacts.repairing.countries import calling_code_of  # loads the numbering plans

            calling_code_of(text.upper())
            return text.upper()
    if len(text) > _LONGEST_TEXT or not text.isprintable():
        raise ValueError(name)
    return text
