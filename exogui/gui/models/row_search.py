"""Finding text in every cell of a table, fast enough to do it at each key press."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

_BLOCK_ROWS = 256
"""Rows joined into one searchable text: an edit rebuilds one block, and most blocks are ruled out at once."""

_ROW_END = "\x1e"
_CELL_END = "\x1f"

Row = tuple[str, ...]


class RowSearch:
    """Case-insensitive search over rows; 50,000 of them take some milliseconds.

    The rows are kept a second time, as lower-cased UTF-8: as bytes they are small whatever the script, and
    only ASCII needs lowering, because any other letter is looked for in both its cases.
    """

    def __init__(self, rows: Callable[[], Sequence[Row]]) -> None:
        """``rows`` gives today's rows; it is asked at each search."""
        self._rows = rows
        self._blocks: list[_Block | None] = []

    def forget(self) -> None:
        """Call when there are other rows."""
        self._blocks = []

    def forget_rows(self, first: int, last: int) -> None:
        """Call when the cells of rows ``first`` to ``last`` have changed."""
        for number in range(first // _BLOCK_ROWS, min(last // _BLOCK_ROWS + 1, len(self._blocks))):
            self._blocks[number] = None

    def prepare(self) -> None:
        """Do now what the next search would have to do first: some 30 ms for 50,000 rows."""
        for _first, _block in self._all_blocks():
            pass

    def find(self, text: str) -> list[int]:
        """Indexes of the rows that have ``text`` in one of their cells, in order."""
        wanted = _wanted(text)
        found: list[int] = []
        for first, block in self._all_blocks():
            found += [first + row for row in block.rows_with(wanted)]
        return found

    def _all_blocks(self) -> Iterator[tuple[int, _Block]]:
        """Each block and its first row; those that are missing are made."""
        rows = self._rows()
        if not self._blocks:
            self._blocks = [None] * -(-len(rows) // _BLOCK_ROWS)
        for number, first in enumerate(range(0, len(rows), _BLOCK_ROWS)):
            block = self._blocks[number]
            if block is None:
                block = self._blocks[number] = _Block(rows[first : first + _BLOCK_ROWS])
            yield first, block


class _Block:
    """Some rows as one text, and where in it each row begins."""

    __slots__ = ("_ends", "_text")

    def __init__(self, rows: Sequence[Row]) -> None:
        joined = [_CELL_END.join(row) for row in rows]
        self._text = _lowered(_ROW_END.join(joined))
        self._ends: list[int] | None = None
        if self._text.count(_ROW_END.encode()) != len(rows) - 1:  # a cell holds the separator itself
            self._ends = _ends([_lowered(row) for row in joined])

    def rows_with(self, wanted: bytes | re.Pattern[bytes]) -> list[int]:
        """The rows in which ``wanted`` is found, ascending."""
        if isinstance(wanted, bytes):
            return self._rows_with_text(wanted)
        rows: list[int] = []
        found = wanted.search(self._text)
        while found:
            rows.append(bisect_right(self._row_ends, found.start()))
            found = wanted.search(self._text, self._row_ends[rows[-1]])
        return rows

    def _rows_with_text(self, wanted: bytes) -> list[int]:
        rows: list[int] = []
        find = self._text.find  # a frequent letter is found 50,000 times: nothing that can wait in this loop
        position = find(wanted)
        if position >= 0:
            ends = self._row_ends
            while position >= 0:
                row = bisect_right(ends, position)
                rows.append(row)
                position = find(wanted, ends[row])
        return rows

    @property
    def _row_ends(self) -> list[int]:
        if self._ends is None:
            self._ends = _ends(self._text.split(_ROW_END.encode()))
        return self._ends


def _ends(rows: list[bytes]) -> list[int]:
    """Where each row ends, its separator included."""
    return list(accumulate(len(row) + 1 for row in rows))


def _lowered(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass").lower()


def _wanted(text: str) -> bytes | re.Pattern[bytes]:
    if all(letter.isascii() or len(_cases(letter)) == 1 for letter in text):
        return _lowered(text)
    return re.compile(b"".join(map(_pattern, text)))


def _cases(letter: str) -> set[str]:
    return {letter, letter.lower(), letter.upper()}


def _pattern(letter: str) -> bytes:
    choices = {letter} if letter.isascii() else _cases(letter)
    return b"(?:" + b"|".join(re.escape(_lowered(choice)) for choice in sorted(choices)) + b")"
