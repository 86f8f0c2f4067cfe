"""The table of contacts that a person works on: its rows, what is wrong with them, edits and undo."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from exogui.contacts.judged_table import JudgedEdits, JudgedTable, StaleJudgementError
from exogui.contacts.judging.found_problems import Row
from exogui.contacts.problems import (
    Counts,
    Problem,
    ProblemCode,
    ProblemGroup,
    RowState,
    Severity,
)
from exogui.contacts.progress import Checkpoint, no_checkpoint, paced
from exogui.contacts.rows_gone import RowsGone
from exogui.contacts.schema import Field
from exogui.contacts.sheet import Sheet, Source
from exogui.contacts.steps import Change, Edit, Step, StepKind
from exogui.contacts.table_contents import TableContents

__all__ = [
    "Change",
    "ContactTable",
    "Counts",
    "Edit",
    "JudgedEdits",
    "JudgedTable",
    "ProblemGroup",
    "StaleJudgementError",
    "Step",
    "StepKind",
]


@dataclass(frozen=True, slots=True)
class _DoneStep:
    """A step and the way back."""

    step: Step
    back: tuple[Edit, ...] | RowsGone | TableContents
    """A whole table where nothing smaller would do: after a repair of every row, or a new column."""


class ContactTable:
    """Every row of a contacts file, judged, editable, with undo and redo without end.

    Indexes count from 0. Belongs to one thread; only what is called ``judge_…`` may run in another: it
    changes nothing, and ``install…`` uses what it gave.
    """

    def __init__(self, contents: TableContents) -> None:
        self._show(contents)
        self._done: list[_DoneStep] = []
        self._undone: list[_DoneStep] = []
        self._revision = 0

    @classmethod
    def judged(cls, sheet: Sheet, checkpoint: Checkpoint = no_checkpoint) -> ContactTable:
        """The rows of a sheet, judged under the mapping that the sheet proposes."""
        return cls(TableContents.of(sheet, list(sheet.rows), sheet.mapping, checkpoint))

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

    def value(self, row: int, column: int) -> str:
        """What stands in a cell."""
        return self._rows[row][column]

    def row_number(self, row: int) -> int:
        """Number of the row among the data rows of the person's file, from 1."""
        return row + 1 if self._sheet.numbers is None else self._sheet.numbers[row]

    def row_from(self, number: int) -> int:
        """The row with this number or, where it was removed, the next one; ``row_count`` where none comes."""
        numbers = self._sheet.numbers
        return min(max(number - 1, 0), self.row_count) if numbers is None else bisect_left(numbers, number)

    def line(self, row: int) -> int:
        """Physical line of the file on which the row starts, from 1."""
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

    def refused_rows(self, refusals: Mapping[int, tuple[str, str]]) -> ContactTable:
        """A table of the rows that Exotel refused, and no others, with its reasons on their cells.

        ``refusals``: row -> (Exotel's error code, what it means). The rows keep the numbers and lines they
        have; a refusal holds until its row is changed.
        """
        return ContactTable.judged(self._contents.refused(refusals))

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
        revision, problems = self._revision, list(self._judgement.problems)
        written = self._contents.written(edits, checkpoint)[1]
        after = self._contents.edited(written, checkpoint)
        pairs = enumerate(paced(zip(problems, after.judgement.problems, strict=True), checkpoint, done=1))
        changed = tuple(row for row, (old, new) in pairs if row in written or old != new)
        again = partial(self.judge_edits, edits)
        return JudgedEdits(self._sheet, after, revision, again, edits=edits, change=Change(changed))

    def install_edits(self, judged: JudgedEdits, step: Step) -> Change:
        """Use what :meth:`judge_edits` gave. The same as :meth:`apply`, and as slow if edited since.

        Raises:
            StaleJudgementError: rows or columns have come or gone since.
        """
        if not self._is_up_to_date(judged):
            return self.apply(judged.edits, step)
        if judged.change.rows:
            self._remember(step, self._exchange(judged.after))
        return judged.change

    def judge_mapping(
        self, mapping: Sequence[Field | None], checkpoint: Checkpoint = no_checkpoint
    ) -> JudgedTable:
        """Judge every row under another mapping.

        Raises:
            ValueError: not a field or None for each column, or two columns for one field.
        """
        fields = [field for field in mapping if field is not None]
        if len(mapping) != self.column_count or len(set(fields)) != len(fields):
            raise ValueError("a mapping names each field at most once and has one entry for each column")
        mapping, revision = tuple(mapping), self._revision
        after = self._contents.mapped(mapping, checkpoint)
        return JudgedTable(self._sheet, after, revision, partial(self.judge_mapping, mapping))

    def install_mapping(self, mapping: Sequence[Field | None], judged: JudgedTable) -> Change:
        """Use what :meth:`judge_mapping` gave; rows edited since are judged again. Can be undone.

        Raises:
            ValueError: another mapping was judged.
            StaleJudgementError: rows or columns have come or gone since.
        """
        judgement = judged.after.judgement
        if tuple(mapping) != judgement.mapping:
            raise ValueError("the judgement is of another mapping")
        if judgement.mapping == self.mapping:
            return Change(())
        if not self._is_up_to_date(judged):
            judgement.catch_up(self._rows)
        count = sum(old is not new for old, new in zip(self.mapping, mapping, strict=True))
        back = self._exchange(replace(self._contents, judgement=judgement))
        self._remember(Step(StepKind.MAPPING, count=count), back)
        return Change(range(self.row_count))

    def judge_without(
        self, rows: Collection[int], checkpoint: Checkpoint = no_checkpoint, *, edits: Iterable[Edit] = ()
    ) -> JudgedTable:
        """Take ``rows`` out, after ``edits``, in which rows that stay take over values of rows that go.

        The rows that stay keep the numbers and lines they have in the file.

        Raises:
            IndexError: a row or an edit is outside the table.
        """
        rows, edits, revision = frozenset(rows), tuple(edits), self._revision
        gone = RowsGone.of(self._contents, rows, edits)
        after = gone.take_out(self._contents, checkpoint)
        again = partial(self.judge_without, rows, edits=edits)
        return JudgedTable(self._sheet, after, revision, again, gone=gone)

    def judge_with_column(
        self, field: Field, value: str, name: str, checkpoint: Checkpoint = no_checkpoint
    ) -> JudgedTable:
        """Add a column at the end, called ``name`` and sent as ``field``, in which every cell is ``value``.

        A column that is sent as ``field`` now is sent no more.
        """
        revision = self._revision
        after = self._contents.with_column(field, value, name, checkpoint)
        again = partial(self.judge_with_column, field, value, name)
        return JudgedTable(self._sheet, after, revision, again)

    def install(self, judged: JudgedTable, step: Step) -> Change:
        """Use what :meth:`judge_without` or :meth:`judge_with_column` gave; slow if cells were edited since.

        A step that takes out no row is not kept.

        Raises:
            ValueError: ``step`` is of a kind that neither takes rows out nor adds columns.
            StaleJudgementError: rows or columns have come or gone since.
        """
        if not step.kind.structural:
            raise ValueError(f"{step.kind} neither takes rows out nor adds columns")
        if not self._is_up_to_date(judged):
            judged = judged.again()
        if judged.gone is not None and not judged.gone.removed:
            return Change(())
        before = self._exchange(judged.after)
        self._remember(step, before if judged.gone is None else judged.gone)
        return Change(range(self.row_count), structural=True)

    def _is_up_to_date(self, judged: JudgedTable) -> bool:
        if judged.before is not self._sheet:
            raise StaleJudgementError
        return judged.revision == self._revision

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
        return self._turn(self._done, self._undone, RowsGone.put_back)

    def redo(self) -> Change | None:
        """Do again what was undone last; None when there is nothing."""
        return self._turn(self._undone, self._done, RowsGone.take_out)

    def _turn(
        self,
        source: list[_DoneStep],
        target: list[_DoneStep],
        turn_rows: Callable[[RowsGone, TableContents], TableContents],
    ) -> Change | None:
        """Take or undo the last step of ``source``. Every later one has been undone by now, so what was
        judged when it was taken is still exact."""
        if not source:
            return None
        done = source.pop()
        match done.back:
            case RowsGone() as gone:
                self._exchange(turn_rows(gone, self._contents))
            case TableContents() as contents:
                done = _DoneStep(done.step, self._exchange(contents))
            case edits:
                back, change = self._write(edits)
                target.append(_DoneStep(done.step, back))
                return change
        target.append(done)
        return Change(range(self.row_count), structural=done.step.kind.structural)

    def _remember(self, step: Step, back: tuple[Edit, ...] | RowsGone | TableContents) -> None:
        self._done.append(_DoneStep(step, back))
        self._undone.clear()

    def _exchange(self, contents: TableContents) -> TableContents:
        before = self._contents
        self._show(contents)
        self._revision += 1
        return before

    def _show(self, contents: TableContents) -> None:
        self._contents = contents
        # Views ask hundreds of times for one repaint: one step less to each.
        self._sheet, self._rows, self._judgement = contents.sheet, contents.rows, contents.judgement

    def _write(self, edits: Iterable[Edit]) -> tuple[tuple[Edit, ...], Change]:
        """Write and judge; gives the edits that lead back."""
        back, touched = self._contents.write(edits)
        self._revision += 1
        return back, Change(touched)
