"""The table of contacts that a person works on: its rows, what is wrong with them, edits and undo."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from exogui.contacts.judged_table import JudgedEdits, JudgedTable, StaleJudgementError
from exogui.contacts.problems import Counts, ProblemGroup
from exogui.contacts.progress import Checkpoint, no_checkpoint, paced
from exogui.contacts.readable_table import ReadableTable
from exogui.contacts.rows_gone import RowsGone
from exogui.contacts.schema import Field
from exogui.contacts.sheet import Sheet
from exogui.contacts.steps import Change, Edit, NewRow, Step, StepKind
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
    """A whole table where nothing smaller would do: after a repair of every row, new rows or columns."""
    came: tuple[int, ...] = ()
    """Where rows came in."""


class ContactTable(ReadableTable):
    """Every row of a contacts file, judged, editable, with undo and redo without end.

    Indexes count from 0. Belongs to one thread; only what is called ``judge_…`` may run in another: it
    changes nothing, and ``install…`` uses what it gave.
    """

    def __init__(self, contents: TableContents) -> None:
        super().__init__(contents)
        self._done: list[_DoneStep] = []
        self._undone: list[_DoneStep] = []
        self._revision = 0

    @classmethod
    def judged(cls, sheet: Sheet, checkpoint: Checkpoint = no_checkpoint) -> ContactTable:
        """The rows of a sheet, judged under the mapping that the sheet proposes."""
        return cls(TableContents.of(sheet, list(sheet.rows), sheet.mapping, checkpoint))

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

    def judge_with_rows(
        self,
        new_rows: Iterable[NewRow],
        checkpoint: Checkpoint = no_checkpoint,
        *,
        edits: Iterable[Edit] = (),
    ) -> JudgedTable:
        """Put rows in, each below the one that it is made of or at the end, and make ``edits`` in the others.

        Raises:
            IndexError: a row is to stand below one that is not there, or an edit is outside the table.
            ValueError: a row has not as many cells as there are columns.
        """
        new_rows, edits, revision = tuple(new_rows), tuple(edits), self._revision
        after, came = self._contents.with_new_rows(new_rows, edits, checkpoint)
        again = partial(self.judge_with_rows, new_rows, edits=edits)
        return JudgedTable(self._sheet, after, revision, again, came=came)

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

    def judge_steps(
        self,
        take: Callable[[ContactTable, Checkpoint], object],
        checkpoint: Checkpoint = no_checkpoint,
    ) -> JudgedTable:
        """What several steps make of the table, to be installed as one; ``take`` takes them on a copy."""
        revision = self._revision
        copy = ContactTable(self._contents.mapped(self.mapping, checkpoint))
        take(copy, checkpoint)
        return JudgedTable(self._sheet, copy._contents, revision, partial(self.judge_steps, take))

    def install(self, judged: JudgedTable, step: Step) -> Change:
        """Use what :meth:`judge_without`, :meth:`judge_with_rows` or :meth:`judge_with_column` gave; slow if
        cells were edited since.

        A step that takes out no row is not kept.

        Raises:
            ValueError: ``step`` is of a kind by which neither rows nor columns come or go.
            StaleJudgementError: rows or columns have come or gone since.
        """
        if not step.kind.structural:
            raise ValueError(f"by {step.kind} neither rows nor columns come or go")
        if not self._is_up_to_date(judged):
            judged = judged.again()
        if judged.gone is not None and not judged.gone.removed:
            return Change(())
        before = self._exchange(judged.after)
        self._remember(step, before if judged.gone is None else judged.gone, judged.came)
        return Change(range(self.row_count), structural=True)

    def is_stale(self, judged: JudgedTable) -> bool:
        """Whether rows or columns have come or gone since, so that it cannot be used any more."""
        return judged.before is not self._sheet

    def _is_up_to_date(self, judged: JudgedTable) -> bool:
        if self.is_stale(judged):
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

    @property
    def undo_takes_out(self) -> tuple[int, ...]:
        """The rows that :meth:`undo` would take out because the last step has put them in, ascending."""
        return self._done[-1].came if self._done else ()

    @property
    def redo_puts_in(self) -> tuple[int, ...]:
        """Where rows would stand that :meth:`redo` would put in, ascending."""
        return self._undone[-1].came if self._undone else ()

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
                done = replace(done, back=self._exchange(contents))
            case edits:
                back, change = self._write(edits)
                target.append(_DoneStep(done.step, back))
                return change
        target.append(done)
        return Change(range(self.row_count), structural=done.step.kind.structural)

    def _remember(
        self, step: Step, back: tuple[Edit, ...] | RowsGone | TableContents, came: tuple[int, ...] = ()
    ) -> None:
        self._done.append(_DoneStep(step, back, came))
        self._undone.clear()

    def _exchange(self, contents: TableContents) -> TableContents:
        before = self._contents
        self._show(contents)
        self._revision += 1
        return before

    def _write(self, edits: Iterable[Edit]) -> tuple[tuple[Edit, ...], Change]:
        """Write and judge; gives the edits that lead back."""
        back, touched = self._contents.write(edits)
        self._revision += 1
        return back, Change(touched)
