"""A row for each phone number of a person: of several in one cell, or in several columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from exogui.contacts.contents import is_phone
from exogui.contacts.judging.phone_numbers import (
    judge_phone_number,
    numbers_written_in,
    without_separators,
)
from exogui.contacts.judging.validation import CHUNK_ROWS
from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.repairing.number_readings import NumberReadings
from exogui.contacts.schema import Field, match_header
from exogui.contacts.steps import Edit, NewRow, Step, StepKind
from exogui.contacts.table import ContactTable

_CELLS_SAMPLED = 100
_ROWS_SAMPLED = 2_000
_ROWS_TRIED = 500
"""Rows that are looked at only to know whether there is anything to do: after each edit, beside typing."""
_SHARE_OF_NAMED = 0.5
_SHARE_OF_NAMELESS = 0.9
"""Of the cells that hold something: so many must look like phone numbers where the header says that they are
some, and so many must be real ones where it does not, because numbers of orders look alike."""


@dataclass(frozen=True, slots=True)
class FurtherNumber:
    """A number that a row has besides the one that it is called by."""

    row: int
    column: int
    """Where it stands."""
    text: str
    """As it stands there."""
    fills: bool
    """Whether the row's own phone cell is blank: then it comes in there, and needs no row of its own."""


@dataclass(frozen=True, slots=True)
class OneRowEachPlan:
    """What a row for each number would change. Nothing has changed yet.

    To carry it out: ``judge_with_rows(plan.new_rows, edits=plan.edits)``, then ``install(…, plan.step)``.
    """

    numbers: tuple[FurtherNumber, ...] = ()
    """By rows, and in each row in the order of its columns."""
    new_rows: tuple[NewRow, ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def step(self) -> Step:
        """The step as which the table applies and remembers it."""
        return Step(StepKind.ONE_ROW_EACH, count=len(self.numbers))


def repeated_row(table: ContactTable, row: int, column: int, numbers: Iterable[str]) -> Iterable[NewRow]:
    """The row once more for each of ``numbers``, which stands in ``column`` of it; all else is the same."""
    cells = table.rows[row]
    return (NewRow(row, (*cells[:column], number, *cells[column + 1 :])) for number in numbers)


def further_phone_columns(table: ContactTable, country: str | None = None) -> tuple[int, ...]:
    """The columns that are not sent and hold phone numbers as well, by their names or by their cells.

    Raises:
        ValueError: there is no such country.
    """
    if not table.has_phone_column:
        return ()
    reader = NumberReadings(table, country, sampled=True)
    in_file = range(table.column_count - table.added_columns)
    return tuple(
        column
        for column in in_file
        if table.mapping[column] is None and _holds_numbers(table, reader, column)
    )


def _holds_numbers(table: ContactTable, reader: NumberReadings, column: int) -> bool:
    rows = ((row, cells[column]) for row, cells in enumerate(islice(table.rows, _ROWS_SAMPLED)))
    filled = list(islice(((row, cell) for row, cell in rows if cell.strip()), _CELLS_SAMPLED))
    if match_header((table.header[column],)) == (Field.PHONE_NUMBER,):
        alike = sum(is_phone(cell) for _row, cell in filled)
        return alike > 0 and alike >= len(filled) * _SHARE_OF_NAMED
    real = sum(bool(_real_number(cell) or reader.of(row, cell)) for row, cell in filled)
    return real > 0 and real >= len(filled) * _SHARE_OF_NAMELESS


def plan_one_row_each(
    table: ContactTable,
    columns: Sequence[int],
    country: str | None = None,
    checkpoint: Checkpoint = no_checkpoint,
    *,
    sampled: bool = False,
) -> OneRowEachPlan:
    """A row for each number that stands in ``columns``, with the row's other values the same.

    Where the row's own phone cell is blank, the first of its numbers comes in there. What is no number, and
    what the row or another one made of the same row of the file has already, however it is written, makes no
    row; so to do it once more changes nothing. Numbers are taken as they stand: repairs are a step of their
    own. ``country`` (ISO) is the one chosen for numbers without one, by which equal ones are told. With
    ``sampled`` only the first rows are looked at, to know whether there is anything to do.

    Raises:
        ValueError: there is no such country, or no column holds the phone numbers.
    """
    phone = table.column_of(Field.PHONE_NUMBER)
    if phone is None:
        raise ValueError("no column holds the phone numbers")
    reader = NumberReadings(table, country, sampled=sampled)
    found: list[FurtherNumber] = []
    looked_at = range(min(table.row_count, _ROWS_TRIED) if sampled else table.row_count)
    for done, (_number, group) in enumerate(groupby(looked_at, table.row_number)):
        rows = list(group)
        if done % CHUNK_ROWS == 0:
            checkpoint(rows[0], table.row_count)
        if any(table.value(row, column) for row in rows for column in columns):
            found += _further_numbers(table, reader, rows, phone, columns)
    new_rows: list[NewRow] = []
    for number in found:
        if not number.fills:
            new_rows += repeated_row(table, number.row, phone, (number.text,))
    edits = tuple(Edit(number.row, phone, number.text) for number in found if number.fills)
    return OneRowEachPlan(tuple(found), tuple(new_rows), edits)


def _further_numbers(
    table: ContactTable, reader: NumberReadings, rows: Sequence[int], phone: int, columns: Sequence[int]
) -> Iterable[FurtherNumber]:
    """Those of rows that were made of one row of the file."""
    known: set[str] = set()
    for row in rows:
        known.update(_key(reader, row, text) for text in _texts(table.value(row, phone)))
    for row in rows:
        is_blank = not table.value(row, phone).strip()
        for column in columns:
            for text in _texts(table.value(row, column)):
                key = _key(reader, row, text)
                if key not in known:
                    known.add(key)
                    yield FurtherNumber(row, column, text, fills=is_blank)
                    is_blank = False


def _texts(cell: str) -> list[str]:
    """What could each be a number in a cell; a single one with all that stands beside it."""
    texts = numbers_written_in(cell)
    return [cell] if len(texts) == 1 else texts


def _key(reader: NumberReadings, row: int, text: str) -> str:
    """The same for texts that mean the same number in a row."""
    number = _real_number(text)
    if number is not None:
        return number
    readings = reader.of(row, text)
    return readings[0] if len(readings) == 1 else without_separators(text)


def _real_number(text: str) -> str | None:
    verdict = judge_phone_number(text)
    return text if verdict is None else verdict.number
