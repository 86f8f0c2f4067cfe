"""Versions of exogui: three numbers."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBER = r"(0|[1-9][0-9]{0,4})"
_VERSION = re.compile(rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}")


class Version(NamedTuple):
    """A released version. Compares as its numbers do: 1.10.0 comes after 1.9.0."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"


def read_version(text: str) -> Version:
    """``1.10.0``. Raises ValueError for everything else, versions before a release included."""
    match = _VERSION.fullmatch(text)
    if match is None:
        raise ValueError("not a released version")
    return Version(*map(int, match.groups()))


def is_newer(latest: Version, running: str) -> bool:
    """Whether ``latest`` comes after the version that runs, which may be one before or after a release.

    ``1.2.0rc1``, ``1.2.0.dev3`` and ``1.2.0-beta`` come before 1.2.0; ``1.2.0+deb1`` and ``1.2.0.post1`` do
    not. False for what is no version.
    """
    match = _VERSION.match(running)
    if match is None:
        return False
    base, rest = Version(*map(int, match.groups())), running[match.end() :]
    if not rest or rest.startswith(("+", ".post")):
        return latest > base
    return latest >= base and not rest[0].isdigit()
