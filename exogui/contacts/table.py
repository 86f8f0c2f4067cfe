"""The table of contacts that a person works on: its rows, what is wrong with them, edits and undo."""

from __future__ import annotations

import dataclasses
import re
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from exogui.contacts.problems import (
    Counts,
    Problem,
    ProblemCode,
    ProblemGroup,
    Refusal,
    RowState,
    Severity,
)
from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.row_judge import Row
from exogui.contacts.schema import Field
from exogui.contacts.sheet import Sheet, Source
from exogui.contacts.steps import Change, Edit, Step, StepKind
from exogui.contacts.validation import Judgement, judge

__all__ = ["Change", "ContactTable", "Counts", "Edit", "JudgedEdits", "ProblemGroup", "Step", "StepKind"]

_NOT_READY = re.compile(b"[^\\x00]")  # RowState.READY is 0


@dataclass(frozen=True, slots=True)
class _Whole:
    """All rows and what is wrong with them: the way back from a step that touched too much to retrace."""

    rows: list[Row]
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class JudgedEdits:
    """Edits, and what they make of the whole table, worked out before they are applied."""

    edits: tuple[Edit, ...]
    change: Change
    after: _Whole
    revision: int
    """Of the table when the edits were judged."""


@dataclass(frozen=True, slots=True)
class _DoneStep:
    """A step and the way back."""

    step: Step
    back: tuple[Edit, ...] | _Whole


class ContactTable:
    """Every row of a contacts file, judged, editable, with undo and redo without end.

    Indexes count from 0. Belongs to one thread; only :meth:`judge_mapping` and :meth:`judge_edits` may run in
    another.
    """

    def __init__(self, sheet: Sheet, judgement: Judgement) -> None:
        self._sheet = sheet
        self._rows: list[Row] = list(sheet.rows)
        self._judgement = judgement
        self._done: list[_DoneStep] = []
        self._undone: list[_DoneStep] = []
        self._revision = 0

    @classmethod
    def judged(cls, sheet: Sheet, checkpoint: Checkpoint = no_checkpoint) -> ContactTable:
        """The rows of a sheet, judged under the mapping that the sheet proposes."""
        return cls(sheet, _judge(sheet, sheet.rows, sheet.mapping, checkpoint))

    # --- what stands in it -----------------------------------------------------------------------------

    @property
    def source(self) -> Source:
        """The file it came from."""
        return self._sheet.source

    @property
    def header(self) -> tuple[str, ...]:
        """The header's cells as they stand in the file."""
        return self._sheet.header

    @property
    def header_width(self) -> int:
        """Columns that the header itself has."""
        return self._sheet.header_width

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

    def value(self, row: int, column: int) -> str:
        """What stands in a cell."""
        return self._rows[row][column]

    def row_number(self, row: int) -> int:
        """Number of the row among the data rows of the person's file, from 1."""
        return row + 1 if self._sheet.numbers is None else self._sheet.numbers[row]

    def line(self, row: int) -> int:
        """Physical line of the file on which the row starts, from 1."""
        return self._sheet.lines[row]

    def column_of(self, field: Field) -> int | None:
        """The column that is sent as ``field``; None when none is."""
        return self.mapping.index(field) if field in self.mapping else None

    def phone_number(self, row: int) -> str | None:
        """The E.164 number that a row means, however it is written; None where that is not certain."""
        return self._judgement.number(row)

    def refused_rows(self, refusals: Mapping[int, tuple[str, str]]) -> ContactTable:
        """A table of the rows that Exotel refused, and no others, with its reasons on their cells.

        ``refusals``: row -> (Exotel's error code, what it means). The rows keep the numbers and lines they
        have; a refusal holds until its row is changed.
        """
        rows = sorted(refusals)
        place = {row: new for new, row in enumerate(rows)}
        sheet = dataclasses.replace(
            self._sheet,
            rows=[self._rows[row] for row in rows],
            lines=array("I", [self.line(row) for row in rows]),
            numbers=[self.row_number(row) for row in rows],
            short_rows=frozenset(place[row] for row in self._sheet.short_rows if row in place),
            mapping=self.mapping,
            refusals={place[row]: Refusal(self._rows[row], *refusals[row]) for row in rows},
        )
        return ContactTable.judged(sheet)

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
        """The worst problem of a cell."""
        for problem in self._judgement.problems[row]:
            if problem.column == column:
                return problem
        return None

    def problem_groups(self) -> list[ProblemGroup]:
        """Every kind of problem in the table: errors first, then the most frequent."""
        judgement = self._judgement
        groups = [
            ProblemGroup(code, count, judgement.rows[code])
            for code, count in judgement.cells.items()
            if count > 0
        ]
        groups.sort(key=lambda group: (group.code.severity is Severity.WARNING, -group.count, group.code))
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

    def next_problem(self, row: int, column: int, *, backwards: bool = False) -> tuple[int, int] | None:
        """The next cell with a problem after (or before) this one, row by row, going round at the end.

        None when the table has no problem. The cell itself comes last.
        """
        beside = self._problem_columns(row) if 0 <= row < self.row_count else []
        if backwards:
            before = [problem_column for problem_column in beside if problem_column < column]
            if before:
                return row, before[-1]
            previous = self._previous_row_with_problem(row)
            return None if previous is None else (previous, self._problem_columns(previous)[-1])
        after = [problem_column for problem_column in beside if problem_column > column]
        if after:
            return row, after[0]
        found = _NOT_READY.search(self.states, row + 1) or _NOT_READY.search(self.states)
        return None if found is None else (found.start(), self._problem_columns(found.start())[0])

    def _previous_row_with_problem(self, row: int) -> int | None:
        for end in (max(row, 0), self.row_count):
            found = max(self.states.rfind(state, 0, end) for state in RowState if state is not RowState.READY)
            if found >= 0:
                return found
        return None

    def _problem_columns(self, row: int) -> list[int]:
        return sorted({problem.column for problem in self._judgement.problems[row]})

    def sendable_rows(self, *, include_errors: bool = False) -> list[int]:
        """The rows to send, in order: those without errors, or all of them. None without a phone column."""
        if not self.has_phone_column:
            return []
        if include_errors:
            return list(range(self.row_count))
        return [row for row, state in enumerate(self.states) if state != RowState.MUST_FIX]

    # --- changing it -----------------------------------------------------------------------------------

    def apply(self, edits: Iterable[Edit], step: Step) -> Change:
        """Change cells, judge what that touches, and keep the way back as one step.

        Of several edits of one cell the last counts; edits that change nothing are left out, and a step
        that changes nothing is not kept.

        Raises:
            IndexError: an edit is outside the table; nothing was changed.
        """
        back, change = self._write(edits)
        if back:
            self._remember(step, back)
        return change

    def judge_edits(self, edits: Iterable[Edit], checkpoint: Checkpoint = no_checkpoint) -> JudgedEdits:
        """Work out what many edits make of the table. Changes nothing, and may run in another thread.

        With this before :meth:`install_edits` a repair of 50,000 rows takes the window no time.

        Raises:
            IndexError: an edit is outside the table.
        """
        edits = tuple(edits)
        revision, rows, problems = self._revision, list(self._rows), list(self._judgement.problems)
        _, written = _edited(rows, self.column_count, edits)
        for row, cells in written.items():
            rows[row] = cells
        judgement = _judge(self._sheet, rows, self.mapping, checkpoint)
        pairs = enumerate(zip(problems, judgement.problems, strict=True))
        changed = tuple(row for row, (old, new) in pairs if row in written or old != new)
        return JudgedEdits(edits, Change(changed), _Whole(rows, judgement), revision)

    def install_edits(self, judged: JudgedEdits, step: Step) -> Change:
        """Use what :meth:`judge_edits` gave. The same as :meth:`apply`, and as slow if edited since."""
        if judged.revision != self._revision:
            return self.apply(judged.edits, step)
        if judged.change.rows:
            self._remember(step, self._exchange(judged.after))
        return judged.change

    def judge_mapping(
        self, mapping: Sequence[Field | None], checkpoint: Checkpoint = no_checkpoint
    ) -> Judgement:
        """Judge every row under another mapping. Changes nothing, and may run in another thread.

        Raises:
            ValueError: not a field or None for each column, or two columns for one field.
        """
        fields = [field for field in mapping if field is not None]
        if len(mapping) != self.column_count or len(set(fields)) != len(fields):
            raise ValueError("a mapping names each field at most once and has one entry for each column")
        rows = list(self._rows)  # as they are now, whatever is edited while this runs
        return _judge(self._sheet, rows, tuple(mapping), checkpoint)

    def install_mapping(self, mapping: Sequence[Field | None], judgement: Judgement) -> Change:
        """Use what :meth:`judge_mapping` gave; rows edited since are judged again. Can be undone.

        Raises:
            ValueError: the judgement is of another mapping.
        """
        if tuple(mapping) != judgement.mapping:
            raise ValueError("the judgement is of another mapping")
        if judgement.mapping == self.mapping:
            return Change(())
        judgement.catch_up(self._rows)
        count = sum(old is not new for old, new in zip(self.mapping, mapping, strict=True))
        back = self._exchange(_Whole(self._rows, judgement))
        self._remember(Step(StepKind.MAPPING, count=count), back)
        return Change(range(self.row_count))

    @property
    def undo_step(self) -> Step | None:
        """What :meth:`undo` would take back."""
        return self._done[-1].step if self._done else None

    @property
    def redo_step(self) -> Step | None:
        """What :meth:`redo` would do again."""
        return self._undone[-1].step if self._undone else None

    def undo(self) -> Change | None:
        """Take the last step back; None when there is none."""
        return self._turn(self._done, self._undone)

    def redo(self) -> Change | None:
        """Do again what was undone last; None when there is nothing."""
        return self._turn(self._undone, self._done)

    def _turn(self, source: list[_DoneStep], target: list[_DoneStep]) -> Change | None:
        if not source:
            return None
        done = source.pop()
        if isinstance(done.back, _Whole):
            # Exact without judging again: every later edit has been taken back by now.
            target.append(_DoneStep(done.step, self._exchange(done.back)))
            return Change(range(self.row_count))
        back, change = self._write(done.back)
        target.append(_DoneStep(done.step, back))
        return change

    def _remember(self, step: Step, back: tuple[Edit, ...] | _Whole) -> None:
        self._done.append(_DoneStep(step, back))
        self._undone.clear()

    def _exchange(self, whole: _Whole) -> _Whole:
        before = _Whole(self._rows, self._judgement)
        self._rows, self._judgement = whole.rows, whole.judgement
        self._revision += 1
        return before

    def _write(self, edits: Iterable[Edit]) -> tuple[tuple[Edit, ...], Change]:
        """Write and judge; gives the edits that lead back."""
        back, written = _edited(self._rows, self.column_count, edits)
        for row, cells in written.items():
            self._rows[row] = cells
        self._revision += 1
        return back, Change(self._judgement.judge_again(self._rows, sorted(written)))


def _edited(
    rows: Sequence[Row], column_count: int, edits: Iterable[Edit]
) -> tuple[tuple[Edit, ...], dict[int, Row]]:
    """The edits that lead back, and the rows that become others."""
    wanted = {(row, column): value for row, column, value in edits}
    back = []
    written: dict[int, Row] = {}
    for (row, column), value in wanted.items():
        if not (0 <= row < len(rows) and 0 <= column < column_count):
            raise IndexError(f"no cell at row {row}, column {column}")
        before = rows[row][column]
        if value != before:
            back.append(Edit(row, column, before))
            cells = written.get(row, rows[row])
            written[row] = (*cells[:column], value, *cells[column + 1 :])
    return tuple(back), written


def _judge(
    sheet: Sheet, rows: Sequence[Row], mapping: tuple[Field | None, ...], checkpoint: Checkpoint
) -> Judgement:
    return judge(
        rows,
        mapping,
        sheet.header_width,
        sheet.short_rows,
        checkpoint,
        numbers=sheet.numbers,
        refusals=sheet.refusals,
    )
