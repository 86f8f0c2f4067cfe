"""The numbering plans of all countries, one pattern for each calling code, made when first needed.

The plans are libphonenumber's (https://github.com/google/libphonenumber, through the ``phonenumbers``
package). Its own functions cost 14 µs for one number; its data compiled to one pattern for each calling code
gives the same answers in less than one. A number is *in a plan* here when the library calls it valid and
would write it with exactly these digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers.phonemetadata import PhoneMetadata, PhoneNumberDesc

Matcher = Callable[[str], re.Match[str] | None]

_FEWEST_DIGITS, _MOST_DIGITS = 7, 15  # of an E.164 number, calling code included (ITU-T E.164, 6.1)
_MOST_PREFIXES = 5_000  # to keep memory bounded whatever stands in phone cells; real ones are below 1000
_KINDS = (  # the commonest first: the first alternative that fits ends the search
    "mobile",
    "fixed_line",
    "toll_free",
    "shared_cost",
    "voip",
    "personal_number",
    "pager",
    "uan",
    "voicemail",
)


@dataclass(frozen=True, slots=True, eq=False)
class NumberingPlan:
    """The numbers that exist behind one calling code, which several countries may share."""

    calling_code: str
    """Digits, without the plus sign."""
    plus_code: str
    """The same with the plus sign."""
    match: Matcher
    """Matches a whole ``+…`` number that is in the plan; ``lastindex`` is set when it is a premium number."""
    has_possible_length: Matcher
    """Matches a whole ``+…`` number that has a length which a number with its leading digits can have.

    The library alone would let an Indian mobile number lack a digit, because some Indian service numbers,
    which begin otherwise, are as short.
    """
    national_prefixes: tuple[str, ...]
    """Digits that are dialled before a number inside the country only: 0 in India, 8 in Russia."""
    with_surplus: tuple[str, ...]
    """How numbers begin in which other digits may stand after the calling code by mistake: the code again, a
    national prefix, or both. ``+910``, ``+9191``."""

    def without_surplus(self, number: str) -> str | None:
        """``+910987…`` and ``+9191987…`` -> ``+91987…``, for a number that is not in the plan itself.

        None where that is not in the plan either, or two such numbers are.
        """
        real = None
        for beginning in self.with_surplus:
            if number.startswith(beginning):
                shorter = self.plus_code + number[len(beginning) :]
                if shorter != real and self.match(shorter) is not None:
                    if real is not None:
                        return None
                    real = shorter
        return real


def plan_of(number: str) -> NumberingPlan | None:
    """The plan of a ``+…`` number with ASCII digits; None when no country has such a calling code."""
    return plan_by_prefix[number[:4]]


class _PlanByPrefix(dict[str, NumberingPlan | None]):
    """From a number's first four characters to its plan."""

    def __missing__(self, prefix: str) -> NumberingPlan | None:
        plans = (plan_of_calling_code(prefix[1:end]) for end in (2, 3, 4))
        plan = next((plan for plan in plans if plan is not None), None)
        if len(self) < _MOST_PREFIXES:
            self[prefix] = plan
        return plan


plan_by_prefix = _PlanByPrefix()
"""``plan_by_prefix[number[:4]]`` is :func:`plan_of`. For loops over whole files."""


@cache
def plan_of_calling_code(calling_code: str) -> NumberingPlan | None:
    """The plan behind a calling code such as ``91``; None when it belongs to nobody."""
    regions = regions_of(calling_code)
    if not regions:
        return None
    prefixes = tuple(dict.fromkeys(region.national_prefix for region in regions if region.national_prefix))
    codes = (calling_code, f"00{calling_code}")
    after_codes = (code + prefix for code in codes for prefix in prefixes)
    surplus = (*codes, *prefixes, *after_codes, *(prefix + calling_code for prefix in prefixes))
    return NumberingPlan(
        calling_code=calling_code,
        plus_code=f"+{calling_code}",
        match=re.compile(plan_pattern(calling_code, regions), re.ASCII).fullmatch,
        has_possible_length=re.compile(_length_pattern(calling_code, regions), re.ASCII).fullmatch,
        national_prefixes=prefixes,
        with_surplus=tuple(f"+{calling_code}{digits}" for digits in surplus),
    )


def regions_of(calling_code: str) -> list[PhoneMetadata]:
    """The library's data of all countries that share a calling code, the main one first."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata

    if not re.fullmatch("[1-9][0-9]{0,2}", calling_code):
        return []
    code = int(calling_code)
    return [
        metadata
        for region in COUNTRY_CODE_TO_REGION_CODE.get(code, ())
        if (metadata := PhoneMetadata.metadata_for_region_or_calling_code(code, region)) is not None
    ]


def _length_pattern(calling_code: str, regions: list[PhoneMetadata]) -> str:
    """Any number as long as a mobile or fixed line; of other lengths what the country at large has."""
    usual = {
        rf"\d{{{length}}}"
        for region in regions
        for desc in (region.mobile, region.fixed_line)
        if desc is not None
        for length in desc.possible_length
        if length > 0
    }
    room = range(1, _MOST_DIGITS)
    shapes = [kind_pattern(region.general_desc, room) for region in regions]
    return rf"\+{calling_code}(?:{'|'.join([*sorted(usual), *filter(None, shapes)])})"


def plan_pattern(calling_code: str, regions: list[PhoneMetadata]) -> str:
    """One pattern for every number behind a calling code.

    Follows the library: the regions in their order; a region with leading digits of its own decides about
    every number that begins with them; in a region a number that may be premium is premium.
    """
    room = national_room(calling_code)
    alternatives = []
    decided_elsewhere = ""
    for region in regions:
        premium = kind_pattern(region.premium_rate, room)
        others = dict.fromkeys(kind_pattern(getattr(region, kind), room) for kind in _KINDS)
        inside = "|".join([f"{premium}()"] * bool(premium) + [other for other in others if other])
        own = f"(?={region.leading_digits})" if region.leading_digits else ""
        if inside:
            alternatives.append(f"{decided_elsewhere}{own}(?:{inside})")
        if region.leading_digits:
            decided_elsewhere += f"(?!{region.leading_digits})"
    return rf"\+{calling_code}(?:{'|'.join(alternatives) or '(?!)'})"


def national_room(calling_code: str) -> range:
    """How many digits may follow a calling code for the whole to be an E.164 number."""
    return range(_FEWEST_DIGITS - len(calling_code), _MOST_DIGITS - len(calling_code) + 1)


def kind_pattern(desc: PhoneNumberDesc | None, room: range) -> str:
    """The national numbers of one kind, at the lengths that the kind has and E.164 leaves room for."""
    if desc is None or not desc.national_number_pattern:
        return ""
    lengths = sorted(length for length in desc.possible_length if length in room)
    if not lengths:
        return ""
    ends = "|".join(rf"\d{{{length}}}\Z" for length in lengths)
    return rf"(?={ends})(?:{desc.national_number_pattern})"


def _no_match(_number: str) -> None:
    return None


class _MatcherByPrefix(dict[str, Matcher]):
    """From a number's first four characters to the matcher of its plan."""

    def __missing__(self, prefix: str) -> Matcher:
        may_be_code = prefix[:1] == "+" and re.fullmatch("[+][1-9][0-9]{2}", prefix) is not None
        plan = plan_of(prefix) if may_be_code else None
        matcher = _no_match if plan is None else plan.match
        if len(self) < _MOST_PREFIXES:
            self[prefix] = matcher
        return matcher


matcher_by_prefix = _MatcherByPrefix()
"""``matcher_by_prefix[number[:4]](number)`` is the match of a number that is E.164 to the letter and in a
plan, and None for every other string, whatever it is. For loops over whole files."""
