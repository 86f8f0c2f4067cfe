"""The rules, applied to rows: a few hundred at a time, or the one that was edited."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress, count
from operator import ne, not_
from typing import TypeAlias

from exogui.contacts.email_slips import without_capitals
from exogui.contacts.emails import is_email, is_plain_name, is_unusual_email, plain_domains
from exogui.contacts.numbering_plans import matcher_by_prefix
from exogui.contacts.phone_numbers import judge_outside_plans
from exogui.contacts.problems import Problem, ProblemCode, Refusal
from exogui.contacts.schema import MAX_CHARACTERS, Field
from exogui.contacts.sensitive import SensitiveWatch
from exogui.contacts.text_cells import judge_text, needs_no_look, tidy_whitespace

Row: TypeAlias = tuple[str, ...]
Found: TypeAlias = dict[int, tuple[Problem, ...]]
"""Position among the rows judged together -> problems of that row; rows without any are not in it."""


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
        numbers = _judge_phones(self._phone, columns[self._phone], found)
        for column, field in self._fields:
            cells = columns[column]
            if field is Field.PHONE_NUMBER:
                continue
            if field is Field.EMAIL:
                _judge_emails(column, cells, found)
                continue
            if not needs_no_look(cells, MAX_CHARACTERS[field]):
                _judge_texts(column, cells, MAX_CHARACTERS[field], found)
            for position, code in self._sensitive.find(column, cells):
                _add(found, position, _shared(column, code))
        for column in self._extra:
            for position, value in enumerate(columns[column]):
                if value and not value.isspace():
                    _add(found, position, _shared(column, ProblemCode.EXTRA_CELL))
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
                    _add(found, position, _shared(column, ProblemCode.SHORT_ROW))

    def _judge_refusals(self, rows: Sequence[Row], indexes: Sequence[int], found: Found) -> None:
        """Mark the rows that still stand as Exotel refused them."""
        for position, index in enumerate(indexes):
            refusal = self._refusals.get(index)
            if refusal is not None and refusal.values == rows[position]:
                problem = Problem(self._blamed(refusal.error_code), ProblemCode.REFUSED, refusal.words)
                _add(found, position, (problem,))

    def _blamed(self, error_code: str) -> int:
        """The column that an error code of Exotel is about; the phone number's where it does not say."""
        wanted = Field.EMAIL if error_code == "INVALID_EMAIL" else Field.PHONE_NUMBER
        columns = {field: column for column, field in self._fields}
        return columns.get(wanted, columns[Field.PHONE_NUMBER])

    def _first_lacking(self, row: Row) -> int | None:
        filled = max((column + 1 for column in range(self._header_width) if row[column]), default=0)
        return next((column for column, _ in self._fields if filled <= column < self._header_width), None)


@lru_cache(maxsize=256)
def _shared(column: int, code: ProblemCode, detail: str = "") -> tuple[Problem]:
    """A problem without a suggestion: few and alike, however many cells have them."""
    return (Problem(column, code, detail),)


def _add(found: Found, position: int, problems: tuple[Problem, ...]) -> None:
    known = found.get(position)
    found[position] = problems if known is None else known + problems


def _judge_phones(column: int, cells: Row, found: Found) -> list[str | None]:
    """Judge the phone cells, the first of all cells of their rows."""
    numbers: list[str | None] = list(cells)
    for position, value in enumerate(cells):
        match = matcher_by_prefix[value[:4]](value)
        if match is not None:
            if match.lastindex:
                found[position] = _shared(column, ProblemCode.PREMIUM_NUMBER)
            continue
        code, detail, suggestion, numbers[position] = judge_outside_plans(value)
        if suggestion is None:
            found[position] = _shared(column, code, detail)
        else:
            found[position] = (Problem(column, code, detail, suggestion),)
    return numbers


def _judge_emails(column: int, cells: Row, found: Found) -> None:
    written = "|".join(cells)
    if len(max(cells, key=len)) > MAX_CHARACTERS[Field.EMAIL] or written != written.lower():
        suspects: Iterable[tuple[int, str]] = enumerate(cells)
    else:
        suspects = _suspect_emails(cells)
    for position, value in suspects:
        problem = _judge_email(column, value) if value else None
        if problem is not None:
            _add(found, position, (problem,))


def _suspect_emails(cells: Row) -> Iterator[tuple[int, str]]:
    """Those that are not plainly right; none of ``cells`` is too long or has capital letters."""
    for position, value in enumerate(cells):
        if value:
            name, _, domain = value.rpartition("@")
            if plain_domains[domain] != "" or is_plain_name(name) is None:
                yield position, value


def _judge_email(column: int, value: str) -> Problem | None:
    name, _, domain = value.rpartition("@")
    correction = plain_domains[domain]
    longest = MAX_CHARACTERS[Field.EMAIL]
    if len(value) > longest:
        return Problem(column, ProblemCode.TOO_LONG, str(longest))
    if correction is None or is_plain_name(name) is None:
        return None if is_unusual_email(value) else _judge_spoilt_email(column, value)
    small = without_capitals(value)
    if correction:
        corrected = small.rpartition("@")[0] + "@" + correction
        return Problem(column, ProblemCode.EMAIL_TYPO, "", corrected)
    return None if small == value else Problem(column, ProblemCode.EMAIL_CASE, "", small)


def _judge_spoilt_email(column: int, value: str) -> Problem:
    tidy = tidy_whitespace(value)
    if not tidy:
        return Problem(column, ProblemCode.WHITESPACE, suggestion="")
    if tidy == value or not is_email(tidy):
        return _shared(column, ProblemCode.INVALID_EMAIL)[0]
    return Problem(column, ProblemCode.INVALID_EMAIL, suggestion=tidy)


def _judge_texts(column: int, cells: Row, longest: int, found: Found) -> None:
    odd = {  # C code passes over the cells; this loop sees only those that may have a problem
        *compress(count(), map(not_, map(str.isprintable, cells))),
        *compress(count(), map(ne, cells, map(str.strip, cells))),
        *compress(count(), map(longest.__lt__, map(len, cells))),
    }
    for position in odd:
        problems = judge_text(column, cells[position], longest)
        if problems:
            _add(found, position, problems)
