"""Makes visible what hides in a cell, so that a person can see what a repair takes out."""

from __future__ import annotations

import re
import unicodedata

_SIGNS = {"\n": "↵", "\r": "", "\t": "⇥", "\u00a0": "⍽", "\u3000": "⍽"}
_STRAY_SPACES = re.compile(r"^ +| +$")
_HIDDEN = re.compile(
    r"[^\S ]|[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
    r"|(?<![^\x00-\x7f])[\u200c\u200d]"  # elsewhere joiners shape letters, or people with professions
)


def visible(text: str) -> str:
    """``text`` with a sign for each character that would not be seen, or only as a gap.

    Spaces between words stay as they are; those at the ends become ``␣``.
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
