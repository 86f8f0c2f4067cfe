"""One-click repairs that guess nothing: first what a repair would change, then, by the table, the change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from exogui.contacts.numbering_plans import matcher_by_prefix, plan_of
from exogui.contacts.phone_numbers import national_digits
from exogui.contacts.problems import ProblemCode
from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.table import ContactTable, Edit, Step, StepKind
from exogui.contacts.validation import CHUNK_ROWS

REPAIRABLE = frozenset(
    {
        ProblemCode.NO_COUNTRY_CODE,
        ProblemCode.PHONE_FORMAT,
        ProblemCode.INVALID_EMAIL,
        ProblemCode.CONTROL_CHARACTERS,
        ProblemCode.WHITESPACE,
    }
)
"""The kinds of problem that a repair exists for, though it may leave rows undecided."""

_MOST_EXAMPLES = 5
_ROWS_SAMPLED = 5_000


@dataclass(frozen=True, slots=True)
class RepairPlan:
    """What a repair would change. Nothing has changed yet."""

    code: ProblemCode
    edits: tuple[Edit, ...]
    undecided: tuple[int, ...]
    """Rows with this problem that stay as they are, because a person has to decide about them."""
    examples: tuple[tuple[str, str], ...]
    """The first few values, before and after."""
    detail: str = ""
    """The one value its text shows: of NO_COUNTRY_CODE the calling code, ``+91``."""

    @property
    def step(self) -> Step:
        """The step as which the table applies and remembers it."""
        return Step(StepKind.REPAIR, self.code, len(self.edits), self.detail)


def plan_repair(
    table: ContactTable,
    code: ProblemCode,
    *,
    country: str | None = None,
    rows: Sequence[int] | None = None,
    checkpoint: Checkpoint = no_checkpoint,
) -> RepairPlan:
    """What the repair of one kind of problem would change, in all rows that have it or in ``rows`` of them.

    ``country`` (ISO, ``IN``) is the one that the person chose for numbers without a country code; without it
    none of them is decided.

    Raises:
        ValueError: there is no such country.
    """
    if code is ProblemCode.NO_COUNTRY_CODE:
        calling_code = None if country is None else calling_code_of(country)
        sample = None if rows is None else _ROWS_SAMPLED  # a preview is made after each edit
        reader = (
            None if calling_code is None else _CountryCodeReader(calling_code, _calling_codes(table, sample))
        )
        detail = "" if calling_code is None else f"+{calling_code}"
    else:
        reader, detail = None, ""
    edits: list[Edit] = []
    undecided: list[int] = []
    rows = table.rows_with(code) if rows is None else rows
    for done, row in enumerate(rows):
        if done % CHUNK_ROWS == 0:
            checkpoint(done, len(rows))
        for problem in table.row_problems(row):
            if problem.code is code:
                value = table.value(row, problem.column)
                better = problem.suggestion if reader is None else reader.completed(value)
                if better is not None:
                    edits.append(Edit(row, problem.column, better))
                elif not undecided or undecided[-1] != row:
                    undecided.append(row)
    examples = tuple((table.value(row, column), after) for row, column, after in edits[:_MOST_EXAMPLES])
    return RepairPlan(code, tuple(edits), tuple(undecided), examples, detail)


class _CountryCodeReader:
    """Completes numbers that have no country code, where only one reading of them is a real number."""

    def __init__(self, calling_code: str, codes_in_list: Iterable[str]) -> None:
        plan = plan_of("+" + calling_code)
        self._calling_code = calling_code
        self._national_prefixes = plan.national_prefixes if plan is not None else ()
        self._codes_in_list = (calling_code, *codes_in_list)

    def completed(self, value: str) -> str | None:
        """The number with its country code; None when no reading, or more than one, is in a plan.

        A reading takes the digits as national (with or without the national prefix), or as having a country
        code that only lacks its plus sign: the chosen country's, or that of another country in this list.
        """
        digits = national_digits(value)
        if digits is None:
            return None
        readings = set()
        for national in (digits, *self._without_national_prefix(digits)):
            readings.add(f"+{self._calling_code}{national}")
            if national.startswith(self._codes_in_list):
                readings.add(f"+{national}")
        real = [number for number in readings if matcher_by_prefix[number[:4]](number) is not None]
        return real[0] if len(real) == 1 else None

    def _without_national_prefix(self, digits: str) -> list[str]:
        return [
            digits.removeprefix(prefix) for prefix in self._national_prefixes if digits.startswith(prefix)
        ]


def suggest_country(table: ContactTable) -> str | None:
    """The country (ISO) that most of the numbers with a country code have; None when none has one.

    Of countries that share a calling code the main one: US for ``1``.
    """
    counts = _calling_codes(table, _ROWS_SAMPLED)
    if not counts:
        return None
    calling_code = max(counts, key=lambda code: counts[code])
    return next((country for country, code in countries() if code == calling_code), None)


@cache
def countries() -> tuple[tuple[str, str], ...]:
    """Every country (ISO) and its calling code, digits only; the main country of a shared code first."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    return tuple(
        (region, str(code))
        for code, regions in COUNTRY_CODE_TO_REGION_CODE.items()
        for region in regions
        if region.isalpha()  # 001 stands for services that belong to no country
    )


def calling_code_of(country: str) -> str:
    """``IN`` -> ``91``.

    Raises:
        ValueError: there is no such country.
    """
    for name, calling_code in countries():
        if name == country:
            return calling_code
    raise ValueError(f"no country {country!r}")


def _calling_codes(table: ContactTable, most_rows: int | None = None) -> Counter[str]:
    """Calling code -> how many rows have a real number with it, in all rows or in a sample."""
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
    return codes
