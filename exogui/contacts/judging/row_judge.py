"""The rules, applied to rows: a few hundred at a time, or the one that was edited."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence

from exogui.contacts.judging.email_column import judge_emails
from exogui.contacts.judging.found_problems import Found, Row, add_problems, shared_problem
from exogui.contacts.judging.phone_column import judge_phones
from exogui.contacts.judging.sensitive import SensitiveWatch
from exogui.contacts.judging.text_column import judge_texts
from exogui.contacts.problems import Problem, ProblemCode, Refusal
from exogui.contacts.schema import MAX_CHARACTERS, Field


class RowJudge:
    """Judges rows by what stands in them; what stands in other rows (duplicates) is not its business.

    Works column by column, because that lets C code pass over the cells in which nothing can be wrong.
    """

    def __init__(
        self,
        mapping: Sequence[Field | None],
        header_width: int,
        short_rows: frozenset[int] = frozenset(),
        refusals: Mapping[int, Refusal] | None = None,
        added_columns: int = 0,
    ) -> None:
        self._fields = [(column, field) for column, field in enumerate(mapping) if field is not None]
        self._phone = next((column for column, field in self._fields if field is Field.PHONE_NUMBER), None)
        beyond_header = range(header_width, len(mapping) - added_columns) if header_width else ()
        self._extra = [column for column in beyond_header if mapping[column] is None]
        self._header_width = header_width
        self._short_rows = short_rows
        self._refusals = refusals or {}
        self._sensitive = SensitiveWatch()

    def for_rows(self, short_rows: frozenset[int], refusals: Mapping[int, Refusal]) -> RowJudge:
        """One with the same rules, and all that this one has learnt, for other rows of the same file."""
        other = copy.copy(self)
        other._short_rows, other._refusals = short_rows, refusals
        return other

    @property
    def has_phone_column(self) -> bool:
        """Whether a column is mapped to the phone number. Without one no row is judged."""
        return self._phone is not None

    def judge(self, rows: Sequence[Row], indexes: Sequence[int]) -> tuple[Found, list[str | None]]:
        """The problems of ``rows``, which have ``indexes`` in the table, and the number that each row means.

        Unmapped columns are not judged, but for cells beyond the header, which hint at a shifted row.
        """
        found: Found = {}
        numbers: list[str | None] = [None] * len(rows)
        if self._phone is None or not rows:
            return found, numbers
        columns = list(zip(*rows, strict=True))
        numbers = judge_phones(self._phone, columns[self._phone], found)
        for column, field in self._fields:
            cells = columns[column]
            if field is Field.PHONE_NUMBER:
                continue
            if field is Field.EMAIL:
                judge_emails(column, cells, found)
                continue
            judge_texts(column, cells, MAX_CHARACTERS[field], found)
            for position, code in self._sensitive.find(column, cells):
                add_problems(found, position, shared_problem(column, code))
        for column in self._extra:
            for position, value in enumerate(columns[column]):
                if value and not value.isspace():
                    add_problems(found, position, shared_problem(column, ProblemCode.EXTRA_CELL))
        if self._short_rows:
            self._judge_widths(rows, indexes, found)
        if self._refusals:
            self._judge_refusals(rows, indexes, found)
        return found, numbers

    def settle(self) -> frozenset[tuple[int, ProblemCode]]:
        """When all rows were judged: the (column, kind) of problems that proved to be chance."""
        return self._sensitive.settle()

    def _judge_widths(self, rows: Sequence[Row], indexes: Sequence[int], found: Found) -> None:
        """Mark the first mapped cell that a short row lacks, unless it was filled in since."""
        for position, index in enumerate(indexes):
            if index in self._short_rows:
                column = self._first_lacking(rows[position])
                if column is not None:
                    add_problems(found, position, shared_problem(column, ProblemCode.SHORT_ROW))

    def _judge_refusals(self, rows: Sequence[Row], indexes: Sequence[int], found: Found) -> None:
        """Mark the rows that still stand as Exotel refused them."""
        for position, index in enumerate(indexes):
            refusal = self._refusals.get(index)
            if refusal is not None and refusal.values == rows[position]:
                problem = Problem(self._blamed(refusal.error_code), ProblemCode.REFUSED, refusal.words)
                add_problems(found, position, (problem,))

    def _blamed(self, error_code: str) -> int:
        """The column that an error code of Exotel is about; the phone number's where it does not say."""
        wanted = Field.EMAIL if error_code == "INVALID_EMAIL" else Field.PHONE_NUMBER
        columns = {field: column for column, field in self._fields}
        return columns.get(wanted, columns[Field.PHONE_NUMBER])

    def _first_lacking(self, row: Row) -> int | None:
        filled = max((column + 1 for column in range(self._header_width) if row[column]), default=0)
        return next((column for column, _ in self._fields if filled <= column < self._header_width), None)
