"""Rows that a step takes out of a table, and the way back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.steps import Edit
from exogui.contacts.table_contents import TableContents


@dataclass(frozen=True, slots=True)
class RowsGone:
    """The way to a table without some of its rows and back again.

    Holds nothing but these rows: a person may take out hundreds, one by one, of a large table.
    """

    removed: tuple[int, ...]
    """Indexes in the table with all rows, ascending."""
    rows: TableContents
    """These rows alone."""
    edits: tuple[Edit, ...]
    """What rows that stay take over; row indexes of the table with all rows, as in ``back``."""
    back: tuple[Edit, ...]
    """What stood in their place."""

    @classmethod
    def of(cls, contents: TableContents, rows: Collection[int], edits: Iterable[Edit]) -> RowsGone:
        """Take ``rows`` out of ``contents`` after ``edits``. Nothing has changed yet.

        Raises:
            IndexError: a row or an edit is outside the table.
        """
        gone = frozenset(rows)
        removed = tuple(sorted(gone))
        if removed and not (removed[0] >= 0 and removed[-1] < len(contents.rows)):
            raise IndexError("no such row")
        edits = tuple(edits)
        contents.written(edits)  # those of rows that go as well must be inside the table
        staying = tuple(edit for edit in edits if edit.row not in gone)
        return cls(removed, contents.only(removed), staying, contents.written(staying)[0])

    def take_out(self, contents: TableContents, checkpoint: Checkpoint = no_checkpoint) -> TableContents:
        """What is left of the table with all rows."""
        gone = frozenset(self.removed)
        kept = [row for row in range(len(contents.rows)) if row not in gone]
        fewer = contents.only(kept, checkpoint)
        fewer.write(edit._replace(row=edit.row - bisect_left(self.removed, edit.row)) for edit in self.edits)
        return fewer

    def put_back(self, contents: TableContents) -> TableContents:
        """The table with all rows, of what :meth:`take_out` has left of it."""
        whole = contents.with_rows(self.rows, self.removed)
        whole.write(self.back)
        return whole
