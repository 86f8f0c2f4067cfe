"""Rows with the same phone number: which there are, and what keeping one of each would change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from exogui.contacts.judging.found_problems import Row
from exogui.contacts.judging.validation import CHUNK_ROWS
from exogui.contacts.problems import ProblemCode
from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.schema import Field
from exogui.contacts.steps import Edit, Step, StepKind
from exogui.contacts.table import ContactTable


class Keep(StrEnum):
    """Which row of each group stays."""

    FIRST = "first"
    LAST = "last"
    MOST_COMPLETE = "most_complete"
    """The one with the most values that are sent; of equals the one with fewer problems, then the first."""


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Rows that mean the same phone number, however it is written in them."""

    number: str
    """E.164."""
    rows: tuple[int, ...]
    """Two or more, ascending."""
    copies: tuple[int, ...]
    """Those of ``rows`` that say nothing which an earlier one does not say: all that is sent is the same."""

    @property
    def exact(self) -> bool:
        """Whether all of them are copies of the first; otherwise they may be different people."""
        return len(self.copies) == len(self.rows) - 1


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """A cell of which the rows of a group say different things. It stays as it is."""

    row: int
    """The row that is kept."""
    column: int
    values: tuple[str, ...]
    """Each value once, in the order of the rows, that of the kept row first where it has one."""


@dataclass(frozen=True, slots=True)
class DuplicatePlan:
    """What keeping one row of each group would change. Nothing has changed yet.

    To carry it out: ``judge_without(plan.removed_rows, edits=plan.edits)``, then ``install(…, plan.step)``.
    """

    removed_rows: tuple[int, ...]
    """Ascending."""
    edits: tuple[Edit, ...] = ()
    """Values that blank cells of kept rows take over."""
    conflicts: tuple[MergeConflict, ...] = ()
    """In columns that are sent. What the removed rows say there is lost with them."""

    @property
    def step(self) -> Step:
        """The step as which the table applies and remembers it."""
        kind = StepKind.MERGE if self.edits else StepKind.REMOVE_ROWS
        return Step(kind, ProblemCode.DUPLICATE_PHONE, len(self.removed_rows))


def find_duplicates(
    table: ContactTable, checkpoint: Checkpoint = no_checkpoint
) -> tuple[DuplicateGroup, ...]:
    """Every phone number that stands in more than one row, in the order in which its first row stands.

    A number without a certain country code is a duplicate of nothing.
    """
    repeated = table.rows_with(ProblemCode.DUPLICATE_PHONE)
    numbers = dict.fromkeys(number for row in repeated if (number := table.phone_number(row)) is not None)
    columns = _sent_columns(table)
    groups = []
    for done, number in enumerate(numbers):
        if done % CHUNK_ROWS == 0:
            checkpoint(done, len(numbers))
        rows = tuple(table.rows_with_number(number))
        groups.append(DuplicateGroup(number, rows, _copies(table, rows, columns)))
    groups.sort(key=lambda group: group.rows)
    return tuple(groups)


def plan_copies(groups: Iterable[DuplicateGroup]) -> DuplicatePlan:
    """Remove the rows that say nothing which an earlier row of their group does not say."""
    return DuplicatePlan(tuple(sorted(chain.from_iterable(group.copies for group in groups))))


def plan_duplicates(
    table: ContactTable, groups: Iterable[DuplicateGroup], keep: Keep, *, merge: bool
) -> DuplicatePlan:
    """Keep one row of each group and remove the others.

    With ``merge`` a blank cell of the kept row takes over what the others say there, if they agree; where
    rows say different things, the cell stays as it is and is listed as a conflict, for a person to decide.
    """
    columns = _sent_columns(table)
    removed: list[int] = []
    edits: list[Edit] = []
    conflicts: list[MergeConflict] = []
    for group in groups:
        kept = _kept(table, group.rows, keep, columns)
        removed += [row for row in group.rows if row != kept]
        if merge:
            in_order = (kept, *(row for row in group.rows if row != kept))
            _merge(table, in_order, columns, edits, conflicts)
    return DuplicatePlan(tuple(sorted(removed)), tuple(edits), tuple(conflicts))


def _merge(
    table: ContactTable,
    rows: Sequence[int],
    sent: Collection[int],
    edits: list[Edit],
    conflicts: list[MergeConflict],
) -> None:
    """Work out what the first of ``rows`` takes over from the others.

    Columns that are not sent are filled as well, or their values would be missing from a saved list; but
    they differ in every group, as each contact's own ID does, and are no conflict to be asked about.
    """
    kept = rows[0]
    phone = table.column_of(Field.PHONE_NUMBER)
    for column in range(table.column_count):
        if column == phone:
            continue  # however it is written, it is the same number
        values: dict[str, str] = {}
        for row in rows:
            value = table.value(row, column)
            if value.strip():
                values.setdefault(value.strip(), value)
        if len(values) == 1 and not table.value(kept, column).strip():
            edits.append(Edit(kept, column, next(iter(values.values()))))
        elif len(values) > 1 and column in sent:
            conflicts.append(MergeConflict(kept, column, tuple(values.values())))


def _kept(table: ContactTable, rows: Sequence[int], keep: Keep, columns: Sequence[int]) -> int:
    if keep is Keep.FIRST:
        return rows[0]
    if keep is Keep.LAST:
        return rows[-1]

    def completeness(row: int) -> tuple[int, int]:
        cells = table.rows[row]
        return sum(bool(cells[column].strip()) for column in columns), -table.states[row]

    return max(rows, key=completeness)


def _copies(table: ContactTable, rows: Sequence[int], columns: Sequence[int]) -> tuple[int, ...]:
    seen: set[Row] = set()
    copies = []
    for row in rows:
        cells = table.rows[row]
        sent = tuple([cells[column] for column in columns])
        if sent in seen:
            copies.append(row)
        seen.add(sent)
    return tuple(copies)


def _sent_columns(table: ContactTable) -> list[int]:
    """The columns that are sent, but for the phone number's."""
    wanted = {None, Field.PHONE_NUMBER}
    return [column for column, field in enumerate(table.mapping) if field not in wanted]
