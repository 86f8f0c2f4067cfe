"""How much text the cells of an .xlsx come to: each may stand for a long text that the file has once."""

from __future__ import annotations

import re
import zipfile
from array import array
from collections.abc import Iterable

from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.raw_rows import MAX_CELLS, MAX_TEXT

_BEGIN = re.compile(rb"<si(?=[\s/>])")
_PREFIXED_BEGIN = re.compile(rb":si[\s/>]")
_CELL = re.compile(rb't="s"[^>]*><v>(\d{1,9})</v>')
_ANY_CELL = re.compile(rb"""["']s["']""")
_LEAST_CELL_BYTES = len('<c t="s"><v>1</v></c>')


class PartStrings:
    """The shared texts of one part, if it has any."""

    def __init__(self) -> None:
        self._begins = array("Q")
        self._prefixed = False
        self._end = 0

    def take(self, text: bytes, new: int) -> None:
        """The next piece of the part; what begins at ``new`` or after comes again with the next piece."""
        if b"<si" in text:
            self._begins.extend(
                self._end + found.start() for found in _BEGIN.finditer(text) if found.start() < new
            )
        if b":" in text and _PREFIXED_BEGIN.search(text):
            self._prefixed = True
        self._end += max(new, 0)

    @property
    def most_cells(self) -> int:
        """No fewer than the cells that stand for a shared text."""
        return self._end // _LEAST_CELL_BYTES

    def lengths(self) -> list[int]:
        """No less than the bytes of each shared text of the part."""
        if self._prefixed:
            return [self._end]  # where each of them begins is not known: any may be as long
        ends = [*self._begins[1:], self._end]
        return [end - begin for begin, end in zip(self._begins, ends, strict=True)] if self._begins else []


class SharedStrings:
    """The shared texts of a workbook, and how often each part has them."""

    def __init__(self) -> None:
        self._parts: list[tuple[zipfile.ZipInfo, PartStrings]] = []

    def of_part(self, info: zipfile.ZipInfo) -> PartStrings:
        """To be told what the part holds."""
        part = PartStrings()
        self._parts.append((info, part))
        return part

    def parts_to_count(self) -> list[zipfile.ZipInfo]:
        """The parts whose cells might come to too much text."""
        longest = self._longest()
        return [info for info, part in self._parts if part.most_cells * longest > MAX_TEXT]

    def check(self, texts: Iterable[tuple[bytes, int]]) -> None:
        """Count a part, whose texts are given once more, exactly.

        Raises:
            ReadError: TOO_MANY_CELLS.
        """
        by_part = [lengths for _, part in self._parts if (lengths := part.lengths())]
        longest = self._longest()
        total = cells = ordinary_cells = 0
        for text, new in texts:
            cells += sum(found.start() < new for found in _ANY_CELL.finditer(text))
            for found in _CELL.finditer(text):
                if found.start() < new:
                    ordinary_cells += 1
                    number = int(found[1])
                    total += max((_at(lengths, number) for lengths in by_part), default=0)
        if total + max(cells - ordinary_cells, 0) * longest > MAX_TEXT:
            raise ReadError(ReadErrorCode.TOO_MANY_CELLS, detail=str(MAX_CELLS))

    def _longest(self) -> int:
        return max((length for _, part in self._parts for length in part.lengths()), default=0)


def _at(lengths: list[int], number: int) -> int:
    """The length of a text; of one that nobody knows, the last one's."""
    return lengths[min(number, len(lengths) - 1)]
