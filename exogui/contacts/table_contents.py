"""All that stands in a table at one moment, and what a step makes of it."""

from __future__ import annotations

import dataclasses
from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from exogui.contacts.found_problems import Row
from exogui.contacts.problems import Refusal
from exogui.contacts.progress import Checkpoint
from exogui.contacts.schema import Field
from exogui.contacts.sheet import Sheet
from exogui.contacts.steps import Edit
from exogui.contacts.validation import CHUNK_ROWS, Judgement, judge


@dataclass(frozen=True, slots=True)
class TableContents:
    """Rows, what they are called in the file, and what is wrong with them.

    What makes other contents of these leaves them as they are, calls the checkpoint after each chunk of rows,
    and may run in another thread.
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

    def edited(self, edits: Iterable[Edit], checkpoint: Checkpoint) -> TableContents:
        """The same rows with other cells.

        Raises:
            IndexError: an edit is outside the table.
        """
        rows = list(self.rows)
        for row, cells in self.written(edits)[1].items():
            rows[row] = cells
        return TableContents.of(self.sheet, rows, self.judgement.mapping, checkpoint)

    def written(self, edits: Iterable[Edit]) -> tuple[tuple[Edit, ...], dict[int, Row]]:
        """The edits that lead back, and the rows that become others, by their index.

        Raises:
            IndexError: an edit is outside the table.
        """
        return _written(self.rows, len(self.sheet.header), edits)

    def without(
        self, removed: Collection[int], edits: Iterable[Edit], checkpoint: Checkpoint
    ) -> TableContents:
        """Without the rows ``removed``, after ``edits``, whose indexes are those of before.

        Raises:
            IndexError: a row or an edit is outside the table.
        """
        gone = frozenset(removed)
        if gone and not (min(gone) >= 0 and max(gone) < len(self.rows)):
            raise IndexError("no such row")
        _, written = self.written(edits)
        kept = [row for row in range(len(self.rows)) if row not in gone]
        sheet = self.sheet_of(kept)
        judgement = self.judgement.without(
            kept, sheet.numbers or (), sheet.short_rows, sheet.refusals, checkpoint
        )
        changed = [index for index, row in enumerate(kept) if row in written] if written else []
        for index in changed:
            sheet.rows[index] = written[kept[index]]
        judgement.judge_again(sheet.rows, changed)
        return TableContents(sheet, sheet.rows, judgement)

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
        numbers = range(1, len(self.rows) + 1) if sheet.numbers is None else sheet.numbers
        short_rows, refusals = set(), dict[int, Refusal]()
        if sheet.short_rows or sheet.refusals:
            for index, row in enumerate(kept):
                if row in sheet.short_rows:
                    short_rows.add(index)
                if row in sheet.refusals:
                    refusals[index] = sheet.refusals[row]
        return dataclasses.replace(
            sheet,
            rows=[self.rows[row] for row in kept],
            lines=array("I", [sheet.lines[row] for row in kept]),
            numbers=array("I", [numbers[row] for row in kept]),
            short_rows=frozenset(short_rows),
            mapping=self.judgement.mapping,
            refusals=refusals,
        )


def _written(
    rows: Sequence[Row], column_count: int, edits: Iterable[Edit]
) -> tuple[tuple[Edit, ...], dict[int, Row]]:
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
