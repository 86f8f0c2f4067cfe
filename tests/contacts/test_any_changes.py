"""Whatever is done to a table, in whatever order, it stands as if it had been judged from scratch."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from exogui.contacts.judging.validation import judge
from exogui.contacts.problems import Refusal
from exogui.contacts.schema import Field
from exogui.contacts.steps import NewRow
from exogui.contacts.table import ContactTable, Edit, Step, StepKind
from tests.contacts.judged_as import assert_judged_as

if TYPE_CHECKING:
    from tests.contacts.conftest import MakeSheet

INDIA, SINGAPORE, BRITAIN = "+919876543210", "+6591234567", "+442079460958"
WIDTH, ROWS, MOST_COLUMNS, MOST_ROWS = 4, 6, 6, 12
PHONES = st.sampled_from(
    [
        INDIA,
        SINGAPORE,
        BRITAIN,
        "+91 98765 43210",
        "98765 43210",
        "+910987654321",
        "+19005551234",
        "N/A",
        "",
        " ",
    ]
)
WORDS = st.sampled_from(["", "Asha", " Asha", "a\x00", "asha@x.in", "asha@x", "x" * 256, INDIA])
CELLS = PHONES | WORDS
MAPPINGS = st.sampled_from(
    [
        (Field.PHONE_NUMBER, Field.FIRST_NAME, Field.EMAIL, None),
        (Field.PHONE_NUMBER, None, None, None),
        (Field.FIRST_NAME, Field.PHONE_NUMBER, Field.EMAIL, None),
        (None, Field.FIRST_NAME, None, Field.PHONE_NUMBER),
        (None, Field.FIRST_NAME, Field.EMAIL, None),
    ]
)


class Snapshot(NamedTuple):
    """All that can be seen of a table, and which of its rows were put in."""

    put_in: tuple[bool, ...]
    seen: tuple[object, ...]


class AnyChanges(RuleBasedStateMachine):
    """Edits, repairs, rows that go and come, columns that come, mappings, undo and redo in any order, against
    judging from scratch."""

    make_sheet: MakeSheet

    @initialize(
        rows=st.lists(st.tuples(PHONES, WORDS, WORDS, WORDS), min_size=ROWS, max_size=ROWS),
        short_rows=st.frozensets(st.integers(0, ROWS - 1)),
        refused=st.frozensets(st.integers(0, ROWS - 1), max_size=2),
    )
    def open(self, rows: list[tuple[str, ...]], short_rows: frozenset[int], refused: frozenset[int]) -> None:
        header = [Field.PHONE_NUMBER, Field.FIRST_NAME, Field.EMAIL]
        self.sheet = self.make_sheet(rows, header=header, short_rows=short_rows)
        self.sheet.refusals = {row: Refusal(rows[row], "INVALID_PHONE", "No.") for row in refused}
        self.table = ContactTable.judged(self.sheet)
        self.put_in = (False,) * ROWS
        """Of each row, whether it is not of the file."""
        self.past = [self.snapshot()]
        self.future: list[Snapshot] = []
        self.added: dict[str, str] = {}
        """By the name of each column that was ever added, what its cells were filled with."""

    # --- what must be true ---

    def snapshot(self) -> Snapshot:
        table = self.table
        every_row = range(table.row_count)
        numbers = [(table.row_number(row), table.line(row)) for row in every_row]
        problems = [table.row_problems(row) for row in every_row]
        seen = list(table.rows), numbers, table.header, table.mapping, problems, bytes(table.states)
        return Snapshot(self.put_in, seen)

    @precondition(lambda self: hasattr(self, "table"))
    @invariant()
    def judged_as_if_fresh(self) -> None:
        """The oracle knows the rows by their numbers, and keeps count itself of those that were put in."""
        table, sheet = self.table, self.sheet
        numbers = [table.row_number(row) for row in range(table.row_count)]
        lines = [number + 1 if number <= ROWS else 0 for number in numbers]
        assert [table.line(row) for row in range(table.row_count)] == lines
        assert numbers == sorted(numbers)
        own = [0 if put_in else number for number, put_in in zip(numbers, self.put_in, strict=True)]
        assert table.rows_added == own.count(0)
        assert table.rows_taken_out == ROWS - (len(own) - own.count(0))
        added = table.header[WIDTH:]
        assert len(added) == table.added_columns
        filled = tuple(self.added[name] for name in added)
        fresh = judge(
            table.rows,
            table.mapping,
            sheet.header_width,
            frozenset(row for row, number in enumerate(own) if number - 1 in sheet.short_rows),
            numbers=numbers,
            refusals={
                row: refusal._replace(values=refusal.values + filled)
                for row, number in enumerate(own)
                if (refusal := sheet.refusals.get(number - 1)) is not None
            },
            added_columns=len(added),
        )
        assert_judged_as(table, fresh)
        for number in range(1, ROWS + 2):
            assert table.row_from(number) == sum(other < number for other in numbers)

    def remember(self, step_before: Step | None) -> None:
        if self.table.undo_step is not step_before:
            self.past.append(self.snapshot())
            self.future.clear()

    def edits(self, data: st.DataObject, most: int = 8, columns: int | None = None) -> list[Edit]:
        if not self.table.row_count:
            return []
        last_column = (self.table.column_count if columns is None else columns) - 1
        cells = st.integers(0, self.table.row_count - 1), st.integers(0, last_column)
        return data.draw(st.lists(st.builds(Edit, *cells, CELLS), max_size=most))

    # --- what is done ---

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        self.apply(self.edits(data))

    def apply(self, edits: list[Edit]) -> None:
        before = self.snapshot()
        every_row = range(self.table.row_count)
        problems = [self.table.row_problems(row) for row in every_row]
        rows = list(self.table.rows)
        step = Step(StepKind.PASTE, count=len(edits))
        change = self.table.apply(edits, step)
        assert list(change.rows) == [
            row
            for row in every_row
            if rows[row] != self.table.rows[row] or problems[row] != self.table.row_problems(row)
        ]
        if self.snapshot() == before:
            assert self.table.undo_step is not step
        else:
            assert self.table.undo_step is step
            self.past.append(self.snapshot())
            self.future.clear()

    @rule(mapping=MAPPINGS, data=st.data())
    def map_columns_while_cells_are_edited(
        self, mapping: tuple[Field | None, ...], data: st.DataObject
    ) -> None:
        mapping += (None,) * self.table.added_columns
        judged = self.table.judge_mapping(mapping)
        self.apply(self.edits(data, most=2, columns=1))
        last = self.table.undo_step
        self.table.install_mapping(mapping, judged)
        self.remember(last)

    @rule(data=st.data())
    def edit_what_was_judged_before(self, data: st.DataObject) -> None:
        edits = self.edits(data)
        judged = self.table.judge_edits(edits)
        self.apply(self.edits(data, most=2, columns=1))
        every_row = range(self.table.row_count)
        rows, problems = list(self.table.rows), [self.table.row_problems(row) for row in every_row]
        last = self.table.undo_step
        change = self.table.install_edits(judged, Step(StepKind.REPAIR, count=len(edits)))
        assert list(change.rows) == [
            row
            for row in every_row
            if rows[row] != self.table.rows[row] or problems[row] != self.table.row_problems(row)
        ]
        self.remember(last)

    @rule(removed=st.frozensets(st.integers(0, MOST_ROWS), max_size=2), data=st.data())
    def remove_rows_into_which_others_are_merged(self, removed: frozenset[int], data: st.DataObject) -> None:
        removed &= frozenset(range(self.table.row_count))
        edits = self.edits(data, most=2)
        judged = self.table.judge_without(removed, edits=edits)
        self.apply(self.edits(data, most=2, columns=1))
        rows = [list(cells) for cells in self.table.rows]
        numbers = [self.table.row_number(row) for row in range(len(rows))]
        last = self.table.undo_step
        change = self.table.install(judged, Step(StepKind.MERGE, count=len(removed)))
        if not removed:
            edits = []  # nobody to take values over from
        assert change.structural == bool(removed)
        for row, column, value in edits:
            rows[row][column] = value
        kept = [row for row in range(len(rows)) if row not in removed]
        assert list(self.table.rows) == [tuple(rows[row]) for row in kept]
        assert [self.table.row_number(row) for row in range(len(kept))] == [numbers[row] for row in kept]
        self.put_in = tuple(self.put_in[row] for row in kept)
        self.remember(last)

    @precondition(lambda self: self.table.row_count < MOST_ROWS)
    @rule(above=st.lists(st.none() | st.integers(0, ROWS), min_size=1, max_size=3), data=st.data())
    def put_rows_in(self, above: list[int | None], data: st.DataObject) -> None:
        count, width = self.table.row_count, self.table.column_count
        cells = [tuple(data.draw(CELLS) for _ in range(width)) for _ in above]
        new = [
            NewRow(row if row is not None and row < count else None, cells[nth])
            for nth, row in enumerate(above)
        ]
        edits = self.edits(data, most=2)
        judged = self.table.judge_with_rows(new, edits=edits)
        self.apply(self.edits(data, most=2, columns=1))
        rows = [list(each) for each in self.table.rows]
        for row, column, value in edits:
            rows[row][column] = value
        last = self.table.undo_step
        assert self.table.install(judged, Step(StepKind.ONE_ROW_EACH, count=len(new))).structural
        expected, put_in = [], []
        for row in range(count):
            expected += [tuple(rows[row]), *(each.cells for each in new if each.below == row)]
            put_in += [self.put_in[row], *(True for each in new if each.below == row)]
        at_the_end = [each.cells for each in new if each.below is None]
        assert list(self.table.rows) == [*expected, *at_the_end]
        self.put_in = (*put_in, *(True for _ in at_the_end))
        assert self.table.undo_takes_out == judged.came
        self.remember(last)

    @precondition(lambda self: self.table.column_count < MOST_COLUMNS)
    @rule(field=st.sampled_from([Field.PHONE_NUMBER, Field.EMAIL, Field.TAG]), value=CELLS, data=st.data())
    def add_a_column(self, field: Field, value: str, data: st.DataObject) -> None:
        name = f"added {len(self.added)}"
        judged = self.table.judge_with_column(field, value, name)
        self.apply(self.edits(data, most=2, columns=1))
        rows, mapping = list(self.table.rows), self.table.mapping
        last = self.table.undo_step
        self.added[name] = value
        assert self.table.install(judged, Step(StepKind.ADD_COLUMN)).structural
        assert list(self.table.rows) == [(*cells, value) for cells in rows]
        assert self.table.header[-1] == name
        assert self.table.mapping == (*(None if old is field else old for old in mapping), field)
        self.remember(last)

    @rule()
    def undo(self) -> None:
        change = self.table.undo()
        assert (change is None) == (len(self.past) == 1)
        if change is not None:
            self.future.append(self.past.pop())
            self.put_in = self.past[-1].put_in
        assert self.snapshot() == self.past[-1]

    @rule()
    def redo(self) -> None:
        change = self.table.redo()
        assert (change is None) == (not self.future)
        if change is not None:
            self.past.append(self.future.pop())
            self.put_in = self.past[-1].put_in
        assert self.snapshot() == self.past[-1]


def test_that_any_sequence_of_changes_leaves_the_table_judged_as_if_fresh(make_sheet: MakeSheet) -> None:
    class Changes(AnyChanges):
        pass

    Changes.make_sheet = staticmethod(make_sheet)
    run_state_machine_as_test(
        Changes, settings=settings(max_examples=80, stateful_step_count=20, deadline=None)
    )
