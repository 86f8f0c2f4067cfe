"""What a text is, and how it becomes words in the person's language.

The source language is English. ``{name}`` in a text is replaced by the value of that name. A text is
rendered by a :class:`Speaker`: the command line uses the plain one, the window gives it Qt's translation
and the system's number format.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

Translate = Callable[[str, str, int | None], str]
"""(context, English source, count or None) -> the translation, or the source where there is none."""

_all: list[Text | Plural] = []


@dataclass(frozen=True, slots=True)
class Text:
    """One text. ``context`` names the part of the program, for the translator."""

    context: str
    source: str

    def __post_init__(self) -> None:
        _all.append(self)


@dataclass(frozen=True, slots=True)
class Plural:
    """A text with a count ``{n}``: ``source`` for many (and the key of the translation), ``one`` for one."""

    context: str
    source: str
    one: str

    def __post_init__(self) -> None:
        _all.append(self)


def all_texts() -> tuple[Text | Plural, ...]:
    """Every text of the modules imported so far, in the order in which they were made."""
    return tuple(_all)


def _untranslated(_context: str, source: str, _count: int | None) -> str:
    return source


def group_thousands(number: int) -> str:
    """1234567 -> ``1,234,567``."""
    return f"{number:,}"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Renders texts in one language and one number format."""

    translate: Translate = field(default=_untranslated)
    number: Callable[[int], str] = field(default=group_thousands)

    def __call__(self, text: Text | Plural, /, n: int | None = None, **values: object) -> str:
        """Render ``text``.

        Integers among the values are grouped; pass identifiers, phone numbers and row numbers that must
        stay as they are as strings.
        """
        words = self.translate(text.context, text.source, n)
        if isinstance(text, Plural):
            if n is None:
                raise TypeError(f"{text.source!r} needs a count")
            if n == 1 and words == text.source:
                words = text.one
        if n is not None:
            values["n"] = n
        shown = {name: self._shown(value) for name, value in values.items()}
        return words.format(**shown) if shown else words

    def _shown(self, value: object) -> object:
        return self.number(value) if type(value) is int else value


plain = Speaker()
"""English, for the command line and the log."""
