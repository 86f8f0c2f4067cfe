"""Judging a whole table, and judging anew only what an edit touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from exogui.contacts.phone_index import PhoneIndex
from exogui.contacts.problems import Problem, ProblemCode, Refusal, state_of, worst_first
from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.row_judge import Row, RowJudge
from exogui.contacts.schema import Field

CHUNK_ROWS = 250
"""Rows judged between two checkpoints: about a millisecond of work."""


class Judgement:
    """What is wrong with each row of a table under one mapping of its columns.

    Made by :func:`judge`; follows the table's edits through :meth:`judge_again`.
    """

    __slots__ = (
        "_index",
        "_judged",
        "_numbers",
        "_row_judge",
        "_row_numbers",
        "cells",
        "mapping",
        "problems",
        "rows",
        "states",
    )

    def __init__(
        self, mapping: tuple[Field | None, ...], row_judge: RowJudge, row_numbers: Sequence[int]
    ) -> None:
        row_count = len(row_numbers)
        self.mapping = mapping
        self.problems: list[tuple[Problem, ...]] = [()] * row_count
        """For each row its problems, errors first."""
        self.states = bytearray(row_count)
        """For each row a :class:`~exogui.contacts.problems.RowState`."""
        self.cells: Counter[ProblemCode] = Counter()
        """How many cells have each kind of problem."""
        self.rows: Counter[ProblemCode] = Counter()
        """How many rows have each kind of problem."""
        self._row_judge = row_judge
        self._row_numbers = row_numbers
        self._index = PhoneIndex()
        self._numbers: list[str | None] = []
        self._judged: list[Row] = []

    @property
    def has_phone_column(self) -> bool:
        """Whether rows could be judged at all: without a phone column they are not."""
        return self._row_judge.has_phone_column

    def number(self, row: int) -> str | None:
        """The E.164 number that a row means, however it is written; None where that is not certain."""
        return self._numbers[row]

    def append(self, rows: Sequence[Row]) -> None:
        """Judge the rows that follow those judged so far."""
        start = len(self._judged)
        self._judged += rows
        found, numbers = self._row_judge.judge(rows, range(start, start + len(rows)))
        self._numbers += numbers
        for row, first in self._index.append(numbers, start):
            found.setdefault(row - start, []).append(self._duplicate(first))
        for position, problems in found.items():
            row = start + position
            self.problems[row] = ordered = worst_first(problems)
            self.states[row] = state_of(ordered)
        self.cells.update([problem.code for problems in found.values() for problem in problems])
        self.rows.update([code for problems in found.values() for code in _kinds(problems)])

    def judge_again(self, rows: Sequence[Row], changed: Sequence[int]) -> list[int]:
        """Judge the ``changed`` rows of ``rows`` again, and the duplicates that this makes or ends elsewhere.

        Gives the sorted rows that were changed or have other problems now.
        """
        own: dict[int, list[Problem]] = {}
        moves = []
        for start in range(0, len(changed), CHUNK_ROWS):
            chunk = changed[start : start + CHUNK_ROWS]
            found, numbers = self._row_judge.judge([rows[row] for row in chunk], chunk)
            for position, row in enumerate(chunk):
                self._judged[row] = rows[row]
                own[row] = found.get(position, [])
                moves.append((row, self._numbers[row], numbers[position]))
                self._numbers[row] = numbers[position]
        touched = [row for row in self._index.move(moves) if self._settle(row, own.get(row)) or row in own]
        touched.sort()
        return touched

    def catch_up(self, rows: Sequence[Row]) -> None:
        """Judge again the rows that are others than those that were judged."""
        pairs = zip(rows, self._judged, strict=True)
        self.judge_again(rows, [row for row, (now, judged) in enumerate(pairs) if now is not judged])

    def _settle(self, row: int, own: list[Problem] | None) -> bool:
        """Give a row its own problems (None: those it had) and the duplicate; whether that is news."""
        before = self.problems[row]
        problems = [p for p in before if p.code is not ProblemCode.DUPLICATE_PHONE] if own is None else own
        first = self._index.first_row(self._numbers[row])
        if first is not None and first != row:
            problems.append(self._duplicate(first))
        after = worst_first(problems)
        if after == before:
            return False
        self._replace(row, after)
        return True

    def _duplicate(self, first: int) -> Problem:
        column = self.mapping.index(Field.PHONE_NUMBER)
        return Problem(column, ProblemCode.DUPLICATE_PHONE, str(self._row_numbers[first]))

    def _replace(self, row: int, problems: tuple[Problem, ...]) -> None:
        before = self.problems[row]
        self.cells.subtract([problem.code for problem in before])
        self.cells.update([problem.code for problem in problems])
        self.rows.subtract(_kinds(before))
        self.rows.update(_kinds(problems))
        self.problems[row] = problems
        self.states[row] = state_of(problems)


def judge(
    rows: Sequence[Row],
    mapping: tuple[Field | None, ...],
    header_width: int,
    short_rows: frozenset[int] = frozenset(),
    checkpoint: Checkpoint = no_checkpoint,
    *,
    numbers: Sequence[int] | None = None,
    refusals: Mapping[int, Refusal] | None = None,
) -> Judgement:
    """Judge a whole table. Reads nothing but its arguments, so that it may run beside a window.

    ``numbers`` are the rows' numbers in the person's file, where they do not count from 1.
    """
    row_judge = RowJudge(mapping, header_width, short_rows, refusals)
    judgement = Judgement(mapping, row_judge, range(1, len(rows) + 1) if numbers is None else numbers)
    for start in range(0, len(rows), CHUNK_ROWS):
        judgement.append(rows[start : start + CHUNK_ROWS])
        checkpoint(min(start + CHUNK_ROWS, len(rows)), len(rows))
    return judgement


def _kinds(problems: Sequence[Problem]) -> Collection[ProblemCode]:
    return {problem.code for problem in problems} if len(problems) > 1 else [p.code for p in problems]
