"""Which country a real phone number belongs to, and what kind of line it is.

One pattern for each calling code gives what libphonenumber's ``region_code_for_number`` and
``number_type`` give, some ten times as quickly.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from exogui.contacts.judging.numbering_plans import (
    kind_pattern,
    matcher_by_prefix,
    national_room,
    plan_of,
    regions_of,
)

if TYPE_CHECKING:
    from phonenumbers.phonemetadata import PhoneMetadata


class NumberKind(StrEnum):
    """What kind of line a number is."""

    MOBILE = "mobile"
    LANDLINE = "landline"
    MOBILE_OR_LANDLINE = "mobile_or_landline"
    """A country whose numbers do not tell, as in North America."""
    TOLL_FREE = "toll_free"
    PREMIUM = "premium"
    OTHER = "other"
    """Shared cost, internet telephony, pagers, voicemail and the like."""


class Line(NamedTuple):
    """What a number's digits say about it."""

    country: str
    """ISO code; of a number that belongs to no country (+800) ``001``."""
    kind: NumberKind


_OTHER_KINDS = ("shared_cost", "voip", "personal_number", "pager", "uan", "voicemail")


def line_of(number: str) -> Line | None:
    """The country and kind of an E.164 number; None for one that is in no numbering plan."""
    if matcher_by_prefix[number[:4]](number) is None:
        return None
    plan = plan_of(number)
    return None if plan is None else _LineReader.of(plan.calling_code).line(number)


class _LineReader:
    """Reads the real numbers behind one calling code."""

    def __init__(self, calling_code: str) -> None:
        alternatives: list[str] = []
        self._lines: list[Line] = []
        for region in regions_of(calling_code):
            own = f"(?={region.leading_digits})" if region.leading_digits else ""
            for pattern, kind in _kinds(calling_code, region):
                alternatives.append(f"{own}{pattern}()")  # the group says which it was
                self._lines.append(Line(region.id, kind))
        self._match = re.compile(rf"\+{calling_code}(?:{'|'.join(alternatives)})", re.ASCII).fullmatch

    @staticmethod
    @cache
    def of(calling_code: str) -> _LineReader:
        """The one for this calling code, made when first needed."""
        return _LineReader(calling_code)

    def line(self, number: str) -> Line | None:
        match = self._match(number)
        return None if match is None or match.lastindex is None else self._lines[match.lastindex - 1]


def _kinds(calling_code: str, region: PhoneMetadata) -> list[tuple[str, NumberKind]]:
    """Patterns and what they mean, in the order in which the library asks: the first that fits decides."""
    room = national_room(calling_code)

    def pattern(name: str) -> str:
        return kind_pattern(getattr(region, name), room)

    kinds = [
        (pattern("premium_rate"), NumberKind.PREMIUM),
        (pattern("toll_free"), NumberKind.TOLL_FREE),
        *((pattern(name), NumberKind.OTHER) for name in _OTHER_KINDS),
    ]
    mobile, fixed = pattern("mobile"), pattern("fixed_line")
    if mobile and fixed:
        both = fixed if mobile == fixed else f"(?={fixed}\\Z){mobile}"
        kinds.append((both, NumberKind.MOBILE_OR_LANDLINE))
    kinds += [(fixed, NumberKind.LANDLINE), (mobile, NumberKind.MOBILE)]
    return [(each, kind) for each, kind in kinds if each]
