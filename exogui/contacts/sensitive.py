"""Personal numbers that should not leave by accident: Aadhaar, PAN and payment cards, found in free text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

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
    for place, digit in enumerate(reversed(digits)):
        check = _MULTIPLY[check][_PERMUTE[place % 8][int(digit)]]
    return check == 0


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
            if _MAY_HOLD_ANY(value) is None:
                continue
            for code in self._kinds(column, value):
                if (column, code) not in self._chance:
                    yield position, code

    def settle(self) -> frozenset[tuple[int, ProblemCode]]:
        """When every row was seen: the (column, kind) of which too few pass the check to be what they seem.

        From now on these are not found any more.
        """
        self._chance = frozenset(
            kind for kind, alike in self._alike.items() if self._valid[kind] < alike * _CONVINCING_SHARE
        )
        return self._chance

    def _kinds(self, column: int, value: str) -> Iterator[ProblemCode]:
        if _PAN.search(value):
            yield ProblemCode.SENSITIVE_PAN
        for code, valid in _numbers(value):
            self._alike[column, code] += 1
            if valid:
                self._valid[column, code] += 1
                yield code


def _numbers(value: str) -> Iterator[tuple[ProblemCode, bool]]:
    """What has the form of a number of a kind, once for each kind, and whether it passes the check."""
    for code, pattern, check in (
        (ProblemCode.SENSITIVE_AADHAAR, _AADHAAR, passes_verhoeff),
        (ProblemCode.SENSITIVE_CARD, _CARD, _is_card),
    ):
        found = [_digits(match[0]) for match in pattern.finditer(value)]
        if found:
            yield code, any(map(check, found))


def _digits(text: str) -> str:
    return text.replace(" ", "").replace("-", "")


def _is_card(digits: str) -> bool:
    return _ISSUED.fullmatch(digits) is not None and passes_luhn(digits)
