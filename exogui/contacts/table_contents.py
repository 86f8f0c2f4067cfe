"""All that stands in a table at one moment, and what a step makes of it."""

from __future__ import annotations

import dataclasses
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from exogui.contacts.judging.found_problems import Row
from exogui.contacts.judging.validation import CHUNK_ROWS, Judgement, judge
from exogui.contacts.problems import Refusal
from exogui.contacts.progress import Checkpoint, no_checkpoint, paced
from exogui.contacts.schema import Field
from exogui.contacts.sheet import Sheet
from exogui.contacts.steps import Edit, NewRow
from exogui.contacts.weaving import woven


@dataclass(frozen=True, slots=True)
class TableContents:
    """Rows, what they are called in the file, and what is wrong with them.

    What makes other contents of these may run in another thread; where that takes long it calls the
    checkpoint after each chunk of rows.
    """

    sheet: Sheet
    """Source, header, line and row numbers. Its own list of rows is not looked at: ``rows`` are edited."""
    rows: list[Row]
    judgement: Judgement

    @classmethod
    def of(
        cls, sheet: Sheet, rows: list[Row], mapping: tuple[Field | None, ...], checkpoint: Checkpoint
    ) -> TableContents:
        """Judge ``rows`` from scratch."""
        judgement = judge(
            rows,
            mapping,
            sheet.header_width,
            sheet.short_rows,
            checkpoint,
            numbers=sheet.numbers,
            refusals=sheet.refusals,
            added_columns=sheet.added_columns,
        )
        return cls(sheet, rows, judgement)

    def mapped(self, mapping: tuple[Field | None, ...], checkpoint: Checkpoint) -> TableContents:
        """The same rows, their columns sent as ``mapping`` says."""
        return TableContents.of(self.sheet, list(self.rows), mapping, checkpoint)

    def edited(self, written: Mapping[int, Row], checkpoint: Checkpoint) -> TableContents:
        """With the rows that :meth:`written` gave in place of those at their indexes."""
        rows = list(self.rows)
        for row, cells in written.items():
            rows[row] = cells
        return TableContents.of(self.sheet, rows, self.judgement.mapping, checkpoint)

    def written(
        self, edits: Iterable[Edit], checkpoint: Checkpoint = no_checkpoint
    ) -> tuple[tuple[Edit, ...], dict[int, Row]]:
        """The edits that lead back, and the rows that become others, by their index.

        Raises:
            IndexError: an edit is outside the table.
        """
        return _written(self.rows, len(self.sheet.header), edits, checkpoint)

    def write(self, edits: Iterable[Edit]) -> tuple[tuple[Edit, ...], list[int]]:
        """Change these very rows, and judge again what that touches.

        Gives the edits that lead back, and the rows whose values or problems are others now.

        Raises:
            IndexError: an edit is outside the table; nothing was changed.
        """
        back, written = self.written(edits)
        for row, cells in written.items():
            self.rows[row] = cells
        return back, self.judgement.judge_again(self.rows, sorted(written))

    def only(self, kept: Sequence[int], checkpoint: Checkpoint = no_checkpoint) -> TableContents:
        """The rows ``kept``, ascending, and no others."""
        sheet = self.sheet_of(kept)
        judgement = self.judgement.only(
            kept, sheet.numbers or (), sheet.short_rows, sheet.refusals, checkpoint
        )
        return TableContents(sheet, sheet.rows, judgement)

    def with_rows(self, others: TableContents, places: Sequence[int]) -> TableContents:
        """With the rows of ``others`` in between, at the indexes ``places``, ascending."""
        taken, count = frozenset(places), len(self.rows) + len(places)
        ours = [row for row in range(count) if row not in taken]
        sheet, small = self.sheet, others.sheet

        def both(rows: Collection[int], their_rows: Collection[int]) -> frozenset[int]:
            return frozenset([ours[row] for row in rows] + [places[row] for row in their_rows])

        refusals = {ours[row]: refusal for row, refusal in sheet.refusals.items()}
        refusals |= {places[row]: refusal for row, refusal in small.refusals.items()}
        numbers = array("I", woven(self._numbers(), others._numbers(), places))
        sheet = dataclasses.replace(
            sheet,
            rows=woven(self.rows, others.rows, places),
            lines=array("I", woven(sheet.lines, small.lines, places)),
            numbers=numbers,
            file_rows=self._file_rows(),
            added_rows=both(sheet.added_rows, small.added_rows),
            short_rows=both(sheet.short_rows, small.short_rows),
            refusals=refusals,
        )
        judgement = self.judgement.with_rows(
            others.judgement, places, numbers, sheet.short_rows, sheet.refusals
        )
        return TableContents(sheet, sheet.rows, judgement)

    def with_new_rows(
        self, new_rows: Iterable[NewRow], edits: Iterable[Edit], checkpoint: Checkpoint
    ) -> tuple[TableContents, tuple[int, ...]]:
        """With rows that were not there and, in the others, with ``edits``; and where the new ones stand.

        Raises:
            IndexError: a new row is to stand below one that is not there, or an edit is outside the table.
            ValueError: a new row has not as many cells as there are columns.
        """
        edits, count = tuple(edits), len(self.rows)
        if len(edits) > CHUNK_ROWS:  # to judge all rows anew is quicker then than one by one
            edited = self.edited(self.written(edits, checkpoint)[1], checkpoint)
            return edited.with_new_rows(new_rows, (), checkpoint)
        self.written(edits)  # one outside the table is found before anything is done
        # Stable: what is made of one row comes in the order in which it was given.
        ordered = sorted(new_rows, key=lambda new: count if new.below is None else new.below)
        if any(len(new.cells) != len(self.sheet.header) for new in ordered):
            raise ValueError("a row has a cell for each column")
        if any(new.below is not None and not 0 <= new.below < count for new in ordered):
            raise IndexError("no such row")
        above = [count - 1 if new.below is None else new.below for new in ordered]
        places = tuple(row + 1 + nth for nth, row in enumerate(above))
        more = self.with_rows(self._made(ordered, checkpoint), places)
        more.write(edit._replace(row=edit.row + bisect_left(above, edit.row)) for edit in edits)
        return more, places

    def _made(self, new_rows: Sequence[NewRow], checkpoint: Checkpoint) -> TableContents:
        """New rows alone, judged by what is known of these."""
        sheet, numbers = self.sheet, self._numbers()
        last = max(self._file_rows(), numbers[-1] if numbers else 0)
        their_numbers, lines = array("I"), array("I")
        for new in new_rows:
            if new.below is None:
                last += 1
            their_numbers.append(last if new.below is None else numbers[new.below])
            lines.append(0 if new.below is None else sheet.lines[new.below])
        rows = [new.cells for new in new_rows]
        made = dataclasses.replace(
            sheet,
            rows=rows,
            lines=lines,
            numbers=their_numbers,
            file_rows=self._file_rows(),
            added_rows=frozenset(range(len(rows))),
            short_rows=frozenset(),
            refusals={},
        )
        return TableContents(made, rows, self.judgement.of_others(rows, their_numbers, checkpoint))

    def with_column(self, field: Field, value: str, name: str, checkpoint: Checkpoint) -> TableContents:
        """With one more column, called ``name`` and sent as ``field``, in which every cell is ``value``.

        A column that was sent as ``field`` is sent no more.
        """
        sheet, cell = self.sheet, (value,)
        rows = []
        for start in range(0, len(self.rows), CHUNK_ROWS):
            rows += [row + cell for row in self.rows[start : start + CHUNK_ROWS]]
            checkpoint(start, len(self.rows))
        mapping = (*(None if other is field else other for other in self.judgement.mapping), field)
        # A refused row is as it was sent also with the new cell: nothing that Exotel said was mended.
        refusals = {row: known._replace(values=known.values + cell) for row, known in sheet.refusals.items()}
        wider = dataclasses.replace(
            sheet,
            header=(*sheet.header, name),
            rows=rows,
            mapping=mapping,
            refusals=refusals,
            added_columns=sheet.added_columns + 1,
        )
        return TableContents.of(wider, rows, mapping, checkpoint)

    def sheet_of(self, kept: Sequence[int]) -> Sheet:
        """The sheet of some of the rows, which keep the numbers and lines they have in the file."""
        sheet = self.sheet
        numbers = self._numbers()
        short_rows, added_rows, refusals = set(), set(), dict[int, Refusal]()
        if sheet.short_rows or sheet.added_rows or sheet.refusals:
            for index, row in enumerate(kept):
                if row in sheet.short_rows:
                    short_rows.add(index)
                if row in sheet.added_rows:
                    added_rows.add(index)
                if row in sheet.refusals:
                    refusals[index] = sheet.refusals[row]
        return dataclasses.replace(
            sheet,
            rows=[self.rows[row] for row in kept],
            lines=array("I", [sheet.lines[row] for row in kept]),
            numbers=array("I", [numbers[row] for row in kept]),
            file_rows=self._file_rows(),
            added_rows=frozenset(added_rows),
            short_rows=frozenset(short_rows),
            mapping=self.judgement.mapping,
            refusals=refusals,
        )

    def _numbers(self) -> Sequence[int]:
        return range(1, len(self.rows) + 1) if self.sheet.numbers is None else self.sheet.numbers

    def _file_rows(self) -> int:
        return len(self.rows) if self.sheet.file_rows is None else self.sheet.file_rows


def _written(
    rows: Sequence[Row], column_count: int, edits: Iterable[Edit], checkpoint: Checkpoint
) -> tuple[tuple[Edit, ...], dict[int, Row]]:
    wanted = {(row, column): value for row, column, value in paced(edits, checkpoint)}
    back = []
    written: dict[int, Row] = {}
    for (row, column), value in paced(wanted.items(), checkpoint):
        if not (0 <= row < len(rows) and 0 <= column < column_count):
            raise IndexError(f"no cell at row {row}, column {column}")
        before = rows[row][column]
        if value != before:
            back.append(Edit(row, column, before))
            cells = written.get(row, rows[row])
            written[row] = (*cells[:column], value, *cells[column + 1 :])
    return tuple(back), written
