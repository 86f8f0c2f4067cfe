"""Personal numbers that should not leave by accident: Aadhaar, PAN and payment cards, found in free text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from exogui.contacts.problems import ProblemCode

_AADHAAR = re.compile(r"(?<![0-9+.,/-])[2-9][0-9]{3}([ -]?)[0-9]{4}\1[0-9]{4}(?![0-9]|[.,/-][0-9])")
"""UIDAI: twelve digits, the first neither 0 nor 1, the last a check digit (Verhoeff); on the card 4 4 4."""

_PAN = re.compile(
    r"(?<![A-Z0-9])[A-Z]{3}[ABCFGHJLPT][A-Z][0-9]{4}[A-Z](?![A-Z0-9])", re.IGNORECASE | re.ASCII
)
"""Income Tax Department of India: five letters, the fourth of which tells the kind of holder, four digits and
a letter."""

_CARD = re.compile(
    r"(?<![0-9+.,/-])(?:"
    r"[0-9]{4}([ -]?)[0-9]{4}\1[0-9]{4}\1[0-9]{4}(?:\1?[0-9]{3})?"  # also the 19 digits of some
    r"|3[47][0-9]{2}([ -]?)[0-9]{6}\2[0-9]{5}"
    r"|3[068][0-9]{2}([ -]?)[0-9]{6}\3[0-9]{4}"
    r")(?![0-9]|[.,/-][0-9])"
)
_ISSUED = re.compile(  # who issues what: ISO/IEC 7812 and the networks' own pages
    r"4(?:[0-9]{15}|[0-9]{18})"  # Visa
    r"|5[1-5][0-9]{14}|2(?:22[1-9]|2[3-9][0-9]|[3-6][0-9]{2}|7[01][0-9]|720)[0-9]{12}"  # Mastercard
    r"|3[47][0-9]{13}"  # American Express
    r"|3(?:0[0-5]|095|[68][0-9])[0-9]{11}"  # Diners Club
    r"|35(?:2[89]|[3-8][0-9])[0-9]{12}"  # JCB
    r"|(?:60|65|81|82|508|64[4-9])[0-9]{13,14}"  # RuPay, Discover
    r"|62[0-9]{14}(?:[0-9]{3})?"  # UnionPay
)
_MAY_HOLD_ANY = re.compile("[0-9]{4}").search

_NO_DIGITS = bytes(set(range(256)) - set(b"0123456789"))
_FEWEST_DIGITS = 4  # of a PAN
_FEWEST_DIGITS_OF_OTHERS = 12

_CONVINCING_SHARE = 0.5
"""Of the numbers in a column that look right by their length a tenth passes the check digit by chance, as
order numbers do. Where half of them pass, that is no chance."""

_MULTIPLY = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    (1, 2, 3, 4, 0, 6, 7, 8, 9, 5),
    (2, 3, 4, 0, 1, 7, 8, 9, 5, 6),
    (3, 4, 0, 1, 2, 8, 9, 5, 6, 7),
    (4, 0, 1, 2, 3, 9, 5, 6, 7, 8),
    (5, 9, 8, 7, 6, 0, 4, 3, 2, 1),
    (6, 5, 9, 8, 7, 1, 0, 4, 3, 2),
    (7, 6, 5, 9, 8, 2, 1, 0, 4, 3),
    (8, 7, 6, 5, 9, 3, 2, 1, 0, 4),
    (9, 8, 7, 6, 5, 4, 3, 2, 1, 0),
)
_PERMUTE = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    (1, 5, 7, 6, 2, 8, 3, 0, 9, 4),
    (5, 8, 0, 3, 7, 9, 6, 1, 4, 2),
    (8, 9, 1, 6, 0, 4, 3, 5, 2, 7),
    (9, 4, 5, 3, 1, 2, 6, 8, 7, 0),
    (4, 2, 8, 6, 5, 7, 3, 9, 0, 1),
    (2, 7, 9, 3, 8, 0, 6, 4, 1, 5),
    (7, 0, 4, 6, 9, 1, 3, 2, 5, 8),
)


def passes_verhoeff(digits: str) -> bool:
    """Whether the last of ASCII ``digits`` is their check digit after Verhoeff (1969), as of an Aadhaar."""
    check = 0
    for end in range(len(digits), 0, -4):
        # The product of the parts is that of the whole: parts of four stand in a cache.
        check = _MULTIPLY[check][_check_of_part(digits[max(end - 4, 0) : end], (len(digits) - end) % 8)]
    return check == 0


@lru_cache(maxsize=20_000)
def _check_of_part(digits: str, place: int) -> int:
    check = 0
    for position, digit in enumerate(reversed(digits), place):
        check = _MULTIPLY[check][_PERMUTE[position % 8][int(digit)]]
    return check


def passes_luhn(digits: str) -> bool:
    """Whether the last of ASCII ``digits`` is their check digit after Luhn (ISO/IEC 7812-1, annex B)."""
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (doubled + sum(map(int, digits[-1::-2]))) % 10 == 0


class SensitiveWatch:
    """Finds such numbers in the columns of a table, and learns which of its finds are chance."""

    def __init__(self) -> None:
        self._alike: Counter[tuple[int, ProblemCode]] = Counter()
        self._valid: Counter[tuple[int, ProblemCode]] = Counter()
        self._chance: frozenset[tuple[int, ProblemCode]] = frozenset()

    def find(self, column: int, cells: Sequence[str]) -> Iterator[tuple[int, ProblemCode]]:
        """(position, kind) of each cell that holds such a number."""
        if len("|".join(cells).encode("utf-8", "replace").translate(None, _NO_DIGITS)) < _FEWEST_DIGITS:
            return  # as in most columns, found out without a look at single characters
        for position, value in enumerate(cells):
            if _MAY_HOLD_ANY(value) is not None:
                if _PAN.search(value) is not None:
                    yield position, ProblemCode.SENSITIVE_PAN
                if len(value) >= _FEWEST_DIGITS_OF_OTHERS:
                    for code in self._checked(column, value):
                        yield position, code

    def settle(self) -> frozenset[tuple[int, ProblemCode]]:
        """When every row was seen: the (column, kind) of which too few pass the check to be what they seem.

        From now on these are not found any more.
        """
        self._chance = frozenset(
            kind for kind, alike in self._alike.items() if self._valid[kind] < alike * _CONVINCING_SHARE
        )
        return self._chance

    def _checked(self, column: int, value: str) -> Iterator[ProblemCode]:
        """The kinds of number with a check digit that a value holds; keeps count of those that fail it."""
        for code, pattern, passes in _WITH_CHECK_DIGIT:
            found = [match[0].replace(" ", "").replace("-", "") for match in pattern.finditer(value)]
            if found:
                self._alike[column, code] += 1
                if any(map(passes, found)):
                    self._valid[column, code] += 1
                    if (column, code) not in self._chance:
                        yield code


def _is_card(digits: str) -> bool:
    return _ISSUED.fullmatch(digits) is not None and passes_luhn(digits)


_WITH_CHECK_DIGIT = (
    (ProblemCode.SENSITIVE_AADHAAR, _AADHAAR, passes_verhoeff),
    (ProblemCode.SENSITIVE_CARD, _CARD, _is_card),
)
