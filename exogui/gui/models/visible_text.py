"""Makes visible what hides in a cell, so that a person can see what a repair takes out."""

from __future__ import annotations

import re
import unicodedata

_SIGNS = {"\n": "↵", "\r": "", "\t": "⇥", "\u00a0": "⍽", "\u3000": "⍽"}
_STRAY_SPACES = re.compile(r"^ +| +$| {2,}")
_HIDDEN = re.compile(r"[^\S ]|[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\x00-\x1f\x7f-\x9f]")


def visible(text: str) -> str:
    """``text`` with a sign for each character that would not be seen, or only as a gap.

    Spaces between words stay as they are; those at the ends, or several in a row, become ``␣``.
    """
    if text.isprintable() and not _STRAY_SPACES.search(text):
        return text
    spaced = _STRAY_SPACES.sub(lambda found: "␣" * len(found[0]), text)
    return _HIDDEN.sub(lambda found: _sign(found[0]), spaced)


def _sign(character: str) -> str:
    sign = _SIGNS.get(character)
    if sign is None and unicodedata.category(character) == "Zs":
        return "⍽"
    return f"‹{ord(character):04X}›" if sign is None else sign
