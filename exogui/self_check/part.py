"""One part of the program that can be tried by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


class PartFailed(Exception):  # noqa: N818 - named after what it means
    """A part does not do what it is there for; the text says what was found instead, for a person."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that works or does not."""

    name: str
    """Short and lasting: what programs that read the report look for."""
    attempt: Callable[[], str]
    """Tries it and says what was found, for a person. Raises PartFailed, or whatever comes of a part that is
    missing or broken; may end the process, and may never come back."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of trying a part."""

    name: str
    ok: bool
    found: str
    seconds: float
