"""A file of numbers not to be called (opt-outs, called this week), and the rows of a table that hold them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from exogui.contacts.judging.phone_numbers import judge_phone_number
from exogui.contacts.problems import ProblemCode
from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.reading.reader import read_contacts
from exogui.contacts.repairing.repairs import plan_repair
from exogui.contacts.schema import Field, match_header
from exogui.contacts.sheet import Sheet
from exogui.contacts.table import ContactTable

_CELLS_SAMPLED = 500


@dataclass(frozen=True, slots=True)
class SuppressedNumbers:
    """The numbers of a file."""

    numbers: frozenset[str]
    """E.164."""
    rows: int
    """Rows of the file; its header and blank rows aside."""
    unreadable: int
    """Rows in which no number could be read for certain: what they mean is not taken out."""


def read_suppressed_numbers(
    path: Path, checkpoint: Checkpoint = no_checkpoint, *, country: str | None = None
) -> SuppressedNumbers:
    """Read every phone number of a contacts file, or of a file that is a mere list of numbers.

    Numbers without a country code are read as those of ``country`` (ISO), but only where no other reading is
    a real number. Of several phone columns (Mobile, Home) all are read.

    Raises:
        ReadError: the file cannot be read as contacts.
        ValueError: there is no such country.
        Cancelled: raised by ``checkpoint``.
    """
    sheet = read_contacts(path, checkpoint=checkpoint)
    numbers: set[str] = set()
    understood: set[int] = set()
    for column in _phone_columns(sheet):
        mapping = [None] * len(sheet.header)
        alone = (*mapping[:column], Field.PHONE_NUMBER, *mapping[column + 1 :])
        table = ContactTable.judged(replace(sheet, mapping=alone), checkpoint)
        for row, number in _meant_numbers(table, country, checkpoint):
            numbers.add(number)
            understood.add(row)
    rows = len(sheet.rows)
    return SuppressedNumbers(frozenset(numbers), rows, rows - len(understood))


def rows_to_suppress(
    table: ContactTable,
    numbers: Collection[str],
    checkpoint: Checkpoint = no_checkpoint,
    *,
    country: str | None = None,
) -> list[int]:
    """The rows of a table that mean one of ``numbers`` (E.164), ascending; each number wherever it stands.

    Rows whose number lacks its country code are found too, under the conditions of
    :func:`read_suppressed_numbers`: they must not slip through because they are repaired later.

    Raises:
        ValueError: there is no such country.
    """
    return sorted({row for row, number in _meant_numbers(table, country, checkpoint) if number in numbers})


def _meant_numbers(
    table: ContactTable, country: str | None, checkpoint: Checkpoint
) -> Iterator[tuple[int, str]]:
    """(row, E.164 number) of each row of which it is certain, once the country of the list is known."""
    for row in range(table.row_count):
        number = table.phone_number(row)
        if number is not None:
            yield row, number
    repair = plan_repair(table, ProblemCode.NO_COUNTRY_CODE, country=country, checkpoint=checkpoint)
    for row, _column, number in repair.edits:
        yield row, number


def _phone_columns(sheet: Sheet) -> list[int]:
    """The columns that are called after phone numbers; where none is, the one that holds most of them."""
    named = [
        column for column, name in enumerate(sheet.header) if match_header([name]) == (Field.PHONE_NUMBER,)
    ]
    if named:
        return named
    if Field.PHONE_NUMBER in sheet.mapping:  # a file without a header
        return [sheet.mapping.index(Field.PHONE_NUMBER)]
    counts = [_numbers_in(sheet, column) for column in range(len(sheet.header))]
    most = max(counts, default=0)
    return [counts.index(most)] if most else []


def _numbers_in(sheet: Sheet, column: int) -> int:
    """How many of the first cells hold a phone number, with or without a country code."""
    verdicts = [judge_phone_number(row[column]) for row in sheet.rows[:_CELLS_SAMPLED]]
    return sum(
        verdict is None or verdict.number is not None or verdict.code is ProblemCode.NO_COUNTRY_CODE
        for verdict in verdicts
    )
