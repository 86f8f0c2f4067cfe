"""The rows of a contacts file and what is wrong with them, to be looked at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress

from exogui.contacts.judging.found_problems import Row
from exogui.contacts.problems import STATES, Counts, Problem, ProblemCode, ProblemGroup, RowState, Severity
from exogui.contacts.schema import Field
from exogui.contacts.sheet import Source
from exogui.contacts.table_contents import TableContents

_SENDABLE = bytes(state != RowState.MUST_FIX for state in range(256))
"""For each state of a row whether it is sent, to look half a million of them up in no time."""


class ReadableTable:
    """All that can be asked of a table; :class:`~exogui.contacts.table.ContactTable` changes it as well.

    Indexes count from 0.
    """

    def __init__(self, contents: TableContents) -> None:
        self._show(contents)
        self._own_rows_at_first = self._own_rows

    # --- what stands in it -----------------------------------------------------------------------------

    @property
    def source(self) -> Source:
        """The file it came from."""
        return self._sheet.source

    @property
    def header(self) -> tuple[str, ...]:
        """The header's cells as they stand in the file, then the names of the columns that were added."""
        return self._sheet.header

    @property
    def file_header(self) -> tuple[str, ...]:
        """The header's cells as they stand in the file, by which it is known again."""
        return self.header[: self.column_count - self.added_columns]

    @property
    def added_columns(self) -> int:
        """Columns at the end that are not of the file."""
        return self._sheet.added_columns

    @property
    def mapping(self) -> tuple[Field | None, ...]:
        """For each column the field it is sent as, or None."""
        return self._judgement.mapping

    @property
    def has_phone_column(self) -> bool:
        """Whether a column holds the phone numbers. Without one no row is judged, and none can be sent."""
        return self._judgement.has_phone_column

    @property
    def rows(self) -> Sequence[Row]:
        """Every row. Read it only."""
        return self._rows

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def column_count(self) -> int:
        """How many columns there are, those that are not sent included."""
        return len(self._sheet.header)

    @property
    def rows_added(self) -> int:
        """How many rows are there that are not of the file."""
        return len(self._sheet.added_rows)

    @property
    def rows_taken_out(self) -> int:
        """How many rows that were there at first are not there now."""
        return self._own_rows_at_first - self._own_rows

    @property
    def _own_rows(self) -> int:
        return self.row_count - self.rows_added

    def value(self, row: int, column: int) -> str:
        """What stands in a cell."""
        return self._rows[row][column]

    def row_number(self, row: int) -> int:
        """Number of the row among the data rows of the person's file, from 1.

        A row that was made of another has the number of that one, which is where a person finds in the file
        what it is about; the two stand together. A row of no row of the file counts on behind the last one.
        """
        return row + 1 if self._sheet.numbers is None else self._sheet.numbers[row]

    def row_from(self, number: int) -> int:
        """The first row with this number or, where it was removed, the next one; ``row_count`` where none
        comes."""
        numbers = self._sheet.numbers
        return min(max(number - 1, 0), self.row_count) if numbers is None else bisect_left(numbers, number)

    def line(self, row: int) -> int:
        """Physical line of the file on which the row starts, from 1; 0 for a row of no row of the file."""
        return self._sheet.lines[row]

    def column_of(self, field: Field) -> int | None:
        """The column that is sent as ``field``; None when none is."""
        return self.mapping.index(field) if field in self.mapping else None

    def phone_number(self, row: int) -> str | None:
        """The E.164 number that a row means, however it is written; None where that is not certain."""
        return self._judgement.number(row)

    def rows_with_number(self, number: str) -> Sequence[int]:
        """The rows that mean this E.164 number, ascending."""
        return self._judgement.rows_with_number(number)

    # --- what is wrong with it -------------------------------------------------------------------------

    @property
    def states(self) -> bytearray:
        """For each row a :class:`RowState`. Read it only; it changes with the table."""
        return self._judgement.states

    @property
    def counts(self) -> Counts:
        """How many rows are in which state."""
        states = self._judgement.states
        warnings, errors = states.count(RowState.WORTH_A_LOOK), states.count(RowState.MUST_FIX)
        return Counts(len(states), len(states) - warnings - errors, warnings, errors)

    def row_problems(self, row: int) -> tuple[Problem, ...]:
        """The problems of a row, errors first, then by column."""
        return self._judgement.problems[row]

    def cell_problem(self, row: int, column: int) -> Problem | None:
        """The worst problem of a cell, by which it is marked: a note is none."""
        for problem in self._judgement.problems[row]:
            if problem.column == column:
                return None if problem.code.severity is Severity.NOTE else problem
        return None

    def problem_groups(self) -> list[ProblemGroup]:
        """Every kind of problem in the table: errors first, notes last, then the most frequent."""
        judgement = self._judgement
        groups = [
            ProblemGroup(code, count, judgement.rows[code])
            for code, count in judgement.cells.items()
            if count > 0
        ]
        groups.sort(key=lambda group: (-STATES[group.code], -group.count, group.code))
        return groups

    def rows_with(self, code: ProblemCode) -> list[int]:
        """The rows that have a problem of this kind, ascending."""
        if self._judgement.rows[code] == 0:
            return []
        return [
            row
            for row, problems in enumerate(self._judgement.problems)
            if problems and (problems[0].code is code or any(problem.code is code for problem in problems))
        ]

    def sendable_rows(self, *, include_errors: bool = False) -> list[int]:
        """The rows to send, in order: those without errors, or all of them. None without a phone column."""
        if not self.has_phone_column:
            return []
        if include_errors or not self.states.count(RowState.MUST_FIX):
            return list(range(self.row_count))
        return list(compress(range(self.row_count), self.states.translate(_SENDABLE)))

    def _show(self, contents: TableContents) -> None:
        self._contents = contents
        # Views ask hundreds of times for one repaint: one step less to each.
        self._sheet, self._rows, self._judgement = contents.sheet, contents.rows, contents.judgement
