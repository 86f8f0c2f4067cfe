"""Judging a whole table, and judging anew only what an edit touches."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from exogui.contacts.judging.found_problems import Found, Row, add_problems, shared_problem
from exogui.contacts.judging.phone_index import PhoneIndex
from exogui.contacts.judging.row_judge import RowJudge
from exogui.contacts.problems import STATES, Problem, ProblemCode, Refusal, RowState, worst_first
from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.schema import Field
from exogui.contacts.weaving import woven

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

    def rows_with_number(self, number: str) -> Sequence[int]:
        """The rows that mean this E.164 number, ascending."""
        return self._index.rows_with(number)

    def of_others(
        self, rows: Sequence[Row], row_numbers: Sequence[int], checkpoint: Checkpoint = no_checkpoint
    ) -> Judgement:
        """Judge rows that are not among these, by the same rules and by what these rows have taught."""
        others = Judgement(self.mapping, self._row_judge.for_rows(frozenset(), {}), row_numbers)
        with _without_garbage_collection():
            for start in range(0, len(rows), CHUNK_ROWS):
                others.append(rows[start : start + CHUNK_ROWS])
                checkpoint(min(start + CHUNK_ROWS, len(rows)), len(rows))
        return others

    def append(self, rows: Sequence[Row]) -> None:
        """Judge the rows that follow those judged so far."""
        start = len(self._judged)
        found, numbers = self._row_judge.judge(rows, range(start, start + len(rows)))
        self._take_in(rows, found, numbers)

    def only(
        self,
        kept: Sequence[int],
        row_numbers: Sequence[int],
        short_rows: frozenset[int],
        refusals: Mapping[int, Refusal],
        checkpoint: Checkpoint = no_checkpoint,
    ) -> Judgement:
        """That of the rows ``kept``, ascending, alone; what else is given is theirs, by their new indexes.

        Several times as quick as judging them: what stands in a row is as right or wrong as before, and only
        which of them are duplicates has to be found out.
        """
        fewer = Judgement(self.mapping, self._row_judge.for_rows(short_rows, refusals), row_numbers)
        for start in range(0, len(kept), CHUNK_ROWS):
            chunk = kept[start : start + CHUNK_ROWS]
            fewer._take_over(
                [self._judged[row] for row in chunk],
                [self._numbers[row] for row in chunk],
                [self.problems[row] for row in chunk],
            )
            checkpoint(min(start + CHUNK_ROWS, len(kept)), len(kept))
        return fewer

    def with_rows(
        self,
        others: Judgement,
        places: Sequence[int],
        row_numbers: Sequence[int],
        short_rows: frozenset[int],
        refusals: Mapping[int, Refusal],
    ) -> Judgement:
        """With the rows of ``others`` at the indexes ``places``, ascending: undoes :meth:`only`."""
        more = Judgement(self.mapping, self._row_judge.for_rows(short_rows, refusals), row_numbers)
        judged = woven(self._judged, others._judged, places)
        numbers = woven(self._numbers, others._numbers, places)
        problems = woven(self.problems, others.problems, places)
        for start in range(0, len(judged), CHUNK_ROWS):
            chunk = slice(start, start + CHUNK_ROWS)
            more._take_over(judged[chunk], numbers[chunk], problems[chunk])
        return more

    def _take_over(
        self,
        rows: Sequence[Row],
        numbers: Sequence[str | None],
        problems: Sequence[tuple[Problem, ...]],
    ) -> None:
        """Add rows that another judgement has judged by the same rules."""
        found = {
            position: own
            for position, known in enumerate(problems)
            if known and (own := _without_duplicate(known))
        }
        self._take_in(rows, found, numbers)

    def _take_in(self, rows: Sequence[Row], found: Found, numbers: Sequence[str | None]) -> None:
        """Add the rows that follow, with the problems found in themselves and the numbers they mean."""
        start = len(self._judged)
        self._judged += rows
        self._numbers += numbers
        for row, first in self._index.append(numbers, start):
            add_problems(found, row - start, self._duplicate(first))
        problems = [each if len(each) == 1 else worst_first(each) for each in found.values()]
        worst = [each[0].code for each in problems]
        states = bytes(map(STATES.__getitem__, worst))
        if list(found) == list(range(len(rows))):  # every row is wrong: no loop
            self.problems[start : start + len(rows)] = problems
            self.states[start : start + len(rows)] = states
        else:
            for position, each, state in zip(found, problems, states, strict=True):
                self.problems[start + position] = each
                self.states[start + position] = state
        self.cells.update(worst)
        self.rows.update(worst)
        for each in problems:
            if len(each) > 1:
                others = [problem.code for problem in each[1:]]
                self.cells.update(others)
                self.rows.update(set(others) - {each[0].code})

    def settle(self) -> None:
        """After the last :meth:`append`: drop what only all rows together show to be chance."""
        chance = self._row_judge.settle()
        if not chance:
            return
        for row, problems in enumerate(self.problems):
            if problems:
                kept = tuple(each for each in problems if (each.column, each.code) not in chance)
                if len(kept) < len(problems):
                    self._tally(problems, -1)
                    self._put(row, kept)

    def judge_again(self, rows: Sequence[Row], changed: Sequence[int]) -> list[int]:
        """Judge the ``changed`` rows of ``rows`` again, and the duplicates that this makes or ends elsewhere.

        Gives the sorted rows that were changed or have other problems now.
        """
        own: dict[int, tuple[Problem, ...]] = {}
        moves = []
        for start in range(0, len(changed), CHUNK_ROWS):
            chunk = changed[start : start + CHUNK_ROWS]
            found, numbers = self._row_judge.judge([rows[row] for row in chunk], chunk)
            for position, (row, number) in enumerate(zip(chunk, numbers, strict=True)):
                self._judged[row] = rows[row]
                own[row] = found.get(position, ())
                if number != self._numbers[row]:
                    moves.append((row, self._numbers[row], number))
                    self._numbers[row] = number
        touched = [row for row in own.keys() | self._index.move(moves) if self._settle(row, own)]
        touched.sort()
        return touched

    def catch_up(self, rows: Sequence[Row]) -> None:
        """Judge again the rows that are others than those that were judged."""
        pairs = zip(rows, self._judged, strict=True)
        self.judge_again(rows, [row for row, (now, judged) in enumerate(pairs) if now is not judged])

    def _settle(self, row: int, own: Mapping[int, tuple[Problem, ...]]) -> bool:
        """Put together a row's own problems, new or as they were, and the duplicate.

        Gives whether the row was changed or has other problems now.
        """
        before = self.problems[row]
        after = own.get(row)
        if after is None:
            after = _without_duplicate(before)
        first = self._index.first_row(self._numbers[row])
        if first is not None and first != row:
            after += self._duplicate(first)
        after = worst_first(after)
        if after == before:
            return row in own
        self._tally(before, -1)
        self._put(row, after)
        return True

    def _put(self, row: int, problems: tuple[Problem, ...]) -> None:
        self._tally(problems, 1)
        self.problems[row] = problems
        self.states[row] = STATES[problems[0].code] if problems else RowState.READY

    def _duplicate(self, first: int) -> tuple[Problem]:
        column = self.mapping.index(Field.PHONE_NUMBER)
        return shared_problem(column, ProblemCode.DUPLICATE_PHONE, str(self._row_numbers[first]))

    def _tally(self, problems: tuple[Problem, ...], weight: int) -> None:
        for problem in problems:
            self.cells[problem.code] += weight
        for code in {problem.code for problem in problems}:
            self.rows[code] += weight


def _without_duplicate(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.code is not ProblemCode.DUPLICATE_PHONE)


def judge(
    rows: Sequence[Row],
    mapping: tuple[Field | None, ...],
    header_width: int,
    short_rows: frozenset[int] = frozenset(),
    checkpoint: Checkpoint = no_checkpoint,
    *,
    numbers: Sequence[int] | None = None,
    refusals: Mapping[int, Refusal] | None = None,
    added_columns: int = 0,
) -> Judgement:
    """Judge a whole table. Reads nothing but its arguments, so that it may run beside a window.

    ``numbers`` are the rows' numbers in the person's file, where they do not count from 1;
    ``added_columns`` how many columns at the end are not of the file.
    """
    row_judge = RowJudge(mapping, header_width, short_rows, refusals, added_columns)
    judgement = Judgement(mapping, row_judge, range(1, len(rows) + 1) if numbers is None else numbers)
    with _without_garbage_collection():
        for start in range(0, len(rows), CHUNK_ROWS):
            judgement.append(rows[start : start + CHUNK_ROWS])
            checkpoint(min(start + CHUNK_ROWS, len(rows)), len(rows))
        judgement.settle()
    return judgement


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Problems make no cycles, and to look for some again and again costs a quarter of the time that a file
    takes in which every row is wrong."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
