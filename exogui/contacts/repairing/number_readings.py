"""What a number without a country code can mean: every reading that is a real number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from exogui.contacts.judging.numbering_plans import matcher_by_prefix, plan_of, plan_of_calling_code
from exogui.contacts.judging.phone_numbers import national_digits
from exogui.contacts.repairing.countries import calling_code_of
from exogui.contacts.repairing.country_column import CountryColumn
from exogui.contacts.table import ContactTable

_ROWS_SAMPLED = 5_000


class NumberReadings:
    """Reads the numbers of one table that have no country code."""

    def __init__(self, table: ContactTable, country: str | None, *, sampled: bool = False) -> None:
        """``country`` (ISO) is the one chosen for rows that no country column decides. With ``sampled`` the
        other countries of the list are looked for in some of its rows only.

        Raises:
            ValueError: there is no such country.
        """
        self._chosen = None if country is None else calling_code_of(country)
        self._column = CountryColumn.of(table)
        self._in_list = tuple(calling_codes(table, _ROWS_SAMPLED if sampled else None))

    @property
    def has_country_column(self) -> bool:
        """Whether a column names the countries of rows."""
        return self._column is not None

    def of(self, row: int, value: str) -> list[str]:
        """The real numbers that ``value`` can mean in this row; empty for what has a country code.

        The digits may be national (with or without the national prefix), or have a country code that only
        lacks its plus sign: that of the row's country or, where no column names one, the chosen country's or
        another one's of this list.
        """
        digits = national_digits(value)
        if digits is None:
            return []
        own = None if self._column is None else self._column.calling_code(row)
        if own is not None:
            return _reader(own, (own,)).readings(digits)
        if self._chosen is None:
            return []
        return _reader(self._chosen, (self._chosen, *self._in_list)).readings(digits)

    def elsewhere(self, value: str) -> list[str]:
        """The real numbers that it would be in the other countries of this list: for a person to consider."""
        digits = national_digits(value)
        if digits is None:
            return []
        found = (_reader(code, (code,)).readings(digits) for code in self._in_list)
        return list(dict.fromkeys(number for numbers in found for number in numbers))


class _CodeReader:
    """Reads national digits as numbers behind one calling code."""

    def __init__(self, calling_code: str, codes_without_plus: tuple[str, ...]) -> None:
        self._plus_code = "+" + calling_code
        plan = plan_of_calling_code(calling_code)
        if plan is None:
            raise ValueError(f"no calling code {calling_code!r}")
        self._match = plan.match
        self._national_prefixes = plan.national_prefixes
        self._codes_without_plus = codes_without_plus

    def readings(self, digits: str) -> list[str]:
        found = []
        for national in (digits, *self._without_national_prefix(digits)):
            number = self._plus_code + national
            if self._match(number) is not None and number not in found:
                found.append(number)
            if national.startswith(self._codes_without_plus):
                number = "+" + national
                if matcher_by_prefix[number[:4]](number) is not None and number not in found:
                    found.append(number)
        return found

    def _without_national_prefix(self, digits: str) -> Iterable[str]:
        return [
            digits.removeprefix(prefix) for prefix in self._national_prefixes if digits.startswith(prefix)
        ]


_reader = lru_cache(maxsize=256)(_CodeReader)


def calling_codes(table: ContactTable, most_rows: int | None = None) -> Counter[str]:
    """Calling code -> how many rows have a real number with it, in all rows or in a sample; most first."""
    stride = 1 if most_rows is None else max(1, table.row_count // most_rows)
    prefixes: Counter[str] = Counter()
    for row in range(0, table.row_count, stride):
        number = table.phone_number(row)
        if number is not None and matcher_by_prefix[number[:4]](number) is not None:
            prefixes[number[:4]] += 1
    codes: Counter[str] = Counter()
    for prefix, count in prefixes.items():
        plan = plan_of(prefix)
        if plan is not None:
            codes[plan.calling_code] += count
    return Counter(dict(codes.most_common()))
