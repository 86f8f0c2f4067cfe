"""Phone numbers that only a person can decide about: each with everything that it can mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from exogui.contacts.judging.number_kinds import NumberKind, line_of
from exogui.contacts.judging.phone_numbers import judge_phone_number, numbers_written_in, plain_characters
from exogui.contacts.judging.validation import CHUNK_ROWS
from exogui.contacts.problems import ProblemCode
from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.repairing.number_readings import NumberReadings
from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable

DECIDABLE = frozenset({ProblemCode.NO_COUNTRY_CODE, ProblemCode.PHONE_FORMAT, ProblemCode.NOT_A_NUMBER})
"""The kinds of problem whose cells can hold a number that a person recognises."""

_DIGITS = re.compile("[0-9]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """One real number that a cell can mean."""

    number: str
    """E.164."""
    country: str
    """ISO code; ``001`` for a number that belongs to no country."""
    kind: NumberKind


@dataclass(frozen=True, slots=True)
class Decision:
    """A cell that no repair changes, because a person has to say what it means."""

    row: int
    column: int
    value: str
    readings: tuple[Reading, ...]
    """At least one: two ways to read a number, the numbers in a cell, or what only a person can confirm."""
    pattern: str
    """The same for cells that are written alike and can be read in the same ways: the n-th reading of one is
    to it what the n-th reading of another is to that. Not for people to read."""
    numbers: tuple[str, ...] = ()
    """The numbers in a cell with several, where each of them is certain: there could be a row for each."""


def list_decisions(
    table: ContactTable,
    code: ProblemCode,
    country: str | None = None,
    checkpoint: Checkpoint = no_checkpoint,
    *,
    rows: Sequence[int] | None = None,
    readings: NumberReadings | None = None,
) -> tuple[Decision, ...]:
    """The cells with this problem that no certain repair mends and that hold at least one real number.

    As far as can be told. ``country`` (ISO) is the one chosen for this file.

    With ``rows`` only these are looked at, and quickly: to know whether there is anything to decide.
    ``readings`` are those of this table and country, where someone has them already.

    Raises:
        ValueError: there is no such country.
    """
    column = table.column_of(Field.PHONE_NUMBER)
    if code not in DECIDABLE or column is None:
        return ()
    reader = readings or NumberReadings(table, country, sampled=rows is not None)
    decisions = []
    rows = table.rows_with(code) if rows is None else rows
    for done, row in enumerate(rows):
        if done % CHUNK_ROWS == 0:
            checkpoint(done, len(rows))
        if _is_repaired(table, row, code):
            continue
        value = table.value(row, column)
        numbers, certain = _numbers(reader, row, value, code)
        found = tuple(Reading(number, *line) for number in numbers if (line := line_of(number)) is not None)
        if found:
            several = tuple(numbers) if certain and len(numbers) > 1 else ()
            decisions.append(Decision(row, column, value, found, _pattern(value, found), several))
    return tuple(decisions)


def _is_repaired(table: ContactTable, row: int, code: ProblemCode) -> bool:
    problems = table.row_problems(row)
    return any(problem.code is code and problem.suggestion is not None for problem in problems)


def _numbers(reader: NumberReadings, row: int, value: str, code: ProblemCode) -> tuple[list[str], bool]:
    """What a cell can mean, and whether each text in it can mean one thing only."""
    if code is not ProblemCode.NO_COUNTRY_CODE:
        each = [_read(reader, row, text) for text in numbers_written_in(value)]
        numbers = dict.fromkeys(number for readings, _certain in each for number in readings)
        return list(numbers), all(certain for _readings, certain in each)
    readings = reader.of(row, value)
    if len(readings) == 1:
        return [], True  # what the repair does
    return readings or reader.elsewhere(value), False


def _read(reader: NumberReadings, row: int, text: str) -> tuple[list[str], bool]:
    """What one of several numbers in a cell means, and whether that is certain."""
    verdict = judge_phone_number(text)
    if verdict is None:
        return [text], True
    if verdict.number is not None:
        return [verdict.number], line_of(verdict.number) is not None
    readings = reader.of(row, text)
    return readings or reader.elsewhere(text), len(readings) == 1


def _pattern(value: str, readings: tuple[Reading, ...]) -> str:
    """The signs between the digits, and for each reading what it puts before which of the digits."""
    text = plain_characters(value)
    digits = "".join(_DIGITS.findall(text))
    ways = []
    for reading in readings:
        number = reading.number[1:]
        added = next(start for start in range(len(number) + 1) if number[start:] in digits)
        ways.append(f"{reading.country}:{number[:added]}@{digits.find(number[added:])}")
    return " ".join([_DIGITS.sub("0", text), *ways])
