"""All that stands in a table at one moment, and what a step makes of it."""

from __future__ import annotations

import dataclasses
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from exogui.contacts.judging.found_problems import Row
from exogui.contacts.judging.validation import CHUNK_ROWS, Judgement, judge
from exogui.contacts.problems import Refusal
from exogui.contacts.progress import Checkpoint, no_checkpoint, paced
from exogui.contacts.schema import Field
from exogui.contacts.sheet import Sheet
from exogui.contacts.steps import Edit

_T = TypeVar("_T")


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
        short_rows = [ours[row] for row in sheet.short_rows] + [places[row] for row in small.short_rows]
        refusals = {ours[row]: refusal for row, refusal in sheet.refusals.items()}
        refusals |= {places[row]: refusal for row, refusal in small.refusals.items()}
        numbers = array("I", _woven(self._numbers(), others._numbers(), taken))
        sheet = dataclasses.replace(
            sheet,
            rows=_woven(self.rows, others.rows, taken),
            lines=array("I", _woven(sheet.lines, small.lines, taken)),
            numbers=numbers,
            short_rows=frozenset(short_rows),
            refusals=refusals,
        )
        judgement = self.judgement.with_rows(
            others.judgement, places, numbers, sheet.short_rows, sheet.refusals
        )
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
        numbers = self._numbers()
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

    def refused(self, refusals: Mapping[int, tuple[str, str]]) -> Sheet:
        """The sheet of the rows that Exotel refused; row -> (its error code, what that means)."""
        rows = sorted(refusals)
        return dataclasses.replace(
            self.sheet_of(rows),
            refusals={new: Refusal(self.rows[row], *refusals[row]) for new, row in enumerate(rows)},
        )

    def _numbers(self) -> Sequence[int]:
        return range(1, len(self.rows) + 1) if self.sheet.numbers is None else self.sheet.numbers


def _woven(ours: Iterable[_T], theirs: Iterable[_T], places: frozenset[int]) -> list[_T]:
    """``theirs`` at ``places``, ``ours`` everywhere else."""
    ours, theirs = list(ours), iter(theirs)
    rest = iter(ours)
    return [next(theirs if place in places else rest) for place in range(len(ours) + len(places))]


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
