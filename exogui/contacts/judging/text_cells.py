"""Judging a cell of free text: a name, a company, a tag."""

from __future__ import annotations

import re

from exogui.contacts.judging.found_problems import repairable, shared_problem
from exogui.contacts.problems import Problem, ProblemCode

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_REMOVABLE_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ODD_SPACE = re.compile("[\t\r\n\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f]+")
_INVISIBLE = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
_STRAY_JOINER = re.compile(  # joiners shape letters of Indian and Arabic scripts, and emoji
    "(?<![^\x00-\x7f])[\u200c\u200d]+"
)
_EDGES = " \u3000\u200c\u200d"


def judge_text(column: int, value: str, longest: int) -> tuple[Problem, ...]:
    """The problems of one cell. Line breaks, tabs and invisible characters count as whitespace."""
    too_long = shared_problem(column, ProblemCode.TOO_LONG, str(longest)) if len(value) > longest else ()
    if value.isprintable() and value[:1] != " " and value[-1:] != " ":
        return too_long
    if _CONTROL.search(value):
        cleaned = _REMOVABLE_CONTROL.sub("", value)
        if cleaned.isprintable():  # as nearly always
            return too_long + repairable(column, ProblemCode.CONTROL_CHARACTERS, cleaned.strip(" "))
        # What is left are halves of characters of another encoding: removing them would lose letters.
        lossless = _CONTROL.search(cleaned) is None
        suggestion = tidy_whitespace(cleaned) if lossless else None
        return (*too_long, Problem(column, ProblemCode.CONTROL_CHARACTERS, "", suggestion))
    tidy = value.strip(" ") if value.isprintable() else tidy_whitespace(value)
    return too_long if tidy == value else (*too_long, Problem(column, ProblemCode.WHITESPACE, "", tidy))


def tidy_whitespace(value: str) -> str:
    """Without invisible characters and space around it, and with ordinary spaces inside."""
    visible = _INVISIBLE.sub("", _ODD_SPACE.sub(" ", value))
    return _STRAY_JOINER.sub("", visible).strip(_EDGES)
