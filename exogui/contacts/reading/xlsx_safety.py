"""What is looked at in an .xlsx before the workbook reader (calamine), which trusts it, may have it.

It keeps a sheet as one block from its first to its last cell: one stray cell in the last row and column of a
sheet of Excel asks for 550 GB, and the process ends there and then. What a sheet says of its dimensions is
not believed; every cell is looked at, most of them by a search that no cell with an ordinary address ends.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from posixpath import normpath
from typing import BinaryIO
from xml.parsers import expat

from exogui.contacts.reading.archive_parts import ArchiveParts
from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.hidden import Hidden
from exogui.contacts.reading.raw_rows import MAX_CELLS
from exogui.contacts.reading.shared_strings import SharedStrings
from exogui.contacts.reading.xml_parser import safe_parser

_REST_OF_TAG = rb'"(?: (?:s|t|cm|vm|ph)="\w{0,12}")*/?>'
"""The reader takes the last address of a tag that has two."""
# Columns A to S of the 1,049,999 rows that these addresses reach are not more than MAX_CELLS.
_FAR_CELL = re.compile(rb'<c(?=[\s/>])(?! r="[A-S](?:\d{1,6}|10[0-4]\d{4})' + _REST_OF_TAG + rb")")
_ODD_CELL = re.compile(rb'<c(?=[\s/>])(?! r="[A-Z]{1,3}\d{1,7}' + _REST_OF_TAG + rb")")
_PREFIXED_CELL = re.compile(rb":c[\s/>]")
_MANY_STRINGS = re.compile(rb"""\suniqueCount(?!=["']\d{1,7}["']|[^\s=])""")
"""The reader makes room for all shared strings at once; ten million of them do not fit into an archive."""
_COLUMN = re.compile(rb'<c r="([A-Z]{1,3})\d')
_ROW = re.compile(rb'<c r="[A-Z]{1,3}(\d+)')
_OVERLAP = 128
"""Bytes of a piece that are looked at again with the next one; longer than any ordinary tag of a cell."""

_ADDRESS = re.compile(r"([A-Za-z]+)(\d+)")
_HIDING_TAG = re.compile(rb"<(?:[\w.-]+:)?(row|col)\s([^<>]*)>")
_ATTRIBUTE = re.compile(rb"""([\w:.-]+)\s*=\s*["']([^"']*)["']""")
_TAG_BYTES = 4096
_TRUE = frozenset({b"1", b"true"})


class XlsxSafety:
    """One .xlsx, looked over.

    Raises:
        ReadError: TOO_MANY_CELLS when a sheet spans more than memory should hold, TOO_LARGE, or DAMAGED.
    """

    def __init__(self, file: BinaryIO, checkpoint: Callable[[], None]) -> None:
        self._parts = ArchiveParts(file)
        self._checkpoint = checkpoint
        self._hiding: set[zipfile.ZipInfo] = set()
        """The parts in which the word "hidden" occurs."""
        self._strings = SharedStrings()
        for info in self._parts.infos:  # the reader finds a sheet under any name
            self._check(info)
        for info in self._strings.parts_to_count():
            self._parts.start_round()
            self._strings.check(self._overlapping(info))

    def hidden(self, sheet: int) -> Hidden:
        """What the sheet at this place hides; nothing where the workbook cannot be followed to its part."""
        info = self._part_of(sheet)
        found = Hidden()
        if info not in self._hiding:
            return found
        self._parts.start_round()
        row = 0
        for tag, attributes in self._tags(info):
            values = dict(_ATTRIBUTE.findall(attributes))
            is_hidden = values.get(b"hidden") in _TRUE
            if tag == b"row":
                row = _number(values.get(b"r"), row + 1)
                if is_hidden:
                    found.hide_rows(row)
            elif is_hidden:
                first = _number(values.get(b"min"), 1)
                found.columns.append(range(first - 1, _number(values.get(b"max"), first)))
        return found

    # --- spans ------------------------------------------------------------------------------------------

    def _check(self, info: zipfile.ZipInfo) -> None:
        if not self._may_span_much(info):
            return
        self._parts.start_round()
        cells = self._ordinary_span(info)
        if cells is None or cells > MAX_CELLS:
            self._parts.start_round()
            cells = self._exact_span(info)
        if cells > MAX_CELLS:
            raise ReadError(ReadErrorCode.TOO_MANY_CELLS, detail=str(MAX_CELLS))

    def _may_span_much(self, info: zipfile.ZipInfo) -> bool:
        """Whether a cell stands far off or has no ordinary address. Takes note of what else the part has."""
        may = False
        strings = self._strings.of_part(info)
        for text, new in self._overlapping(info):
            strings.take(text, new)
            if b"hidden" in text:
                self._hiding.add(info)
            if b"uniqueCount" in text and _occurs(_MANY_STRINGS, text, new):
                raise ReadError(ReadErrorCode.DAMAGED)
            may = may or _occurs(_FAR_CELL, text, new) or _has_prefixed_cell(text)
        return may

    def _ordinary_span(self, info: zipfile.ZipInfo) -> int | None:
        """Cells from A1 to the last column and row that occur; None where a cell has no ordinary address."""
        columns: set[bytes] = set()
        last_row = 0
        for text, new in self._overlapping(info):
            if _occurs(_ODD_CELL, text, new) or _has_prefixed_cell(text):
                return None
            columns.update(_COLUMN.findall(text))
            last_row = max(last_row, max(map(int, set(_ROW.findall(text))), default=0))
        return max(map(_column, columns), default=0) * last_row

    def _exact_span(self, info: zipfile.ZipInfo) -> int:
        """The same, of the cells that have a value: colour alone needs no memory."""
        span = _Span()
        try:
            for piece in self._pieces(info):
                span.parser.Parse(piece)
        except (expat.ExpatError, LookupError, ValueError) as error:
            self._parts.start_round()
            if any(b"sheetData" in text for text, _ in self._overlapping(info)):
                raise ReadError(ReadErrorCode.DAMAGED) from error
            return 0  # a picture or the like
        return span.columns * span.rows

    # --- parts ------------------------------------------------------------------------------------------

    def _pieces(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        for piece in self._parts.pieces(info):
            self._checkpoint()
            yield piece

    def _overlapping(self, info: zipfile.ZipInfo) -> Iterator[tuple[bytes, int]]:
        """Pieces that begin with the end of the one before, and up to where a match may begin in each."""
        rest = b""
        for piece in self._pieces(info):
            text = rest + piece
            yield text, len(text) - _OVERLAP
            rest = text[-_OVERLAP:]
        yield rest, len(rest)

    def _tags(self, info: zipfile.ZipInfo) -> Iterator[tuple[bytes, bytes]]:
        """Every tag of a row or of columns, with its attributes."""
        rest = b""
        for piece in self._pieces(info):
            text = rest + piece
            yield from _HIDING_TAG.findall(text)
            cut = text.rfind(b"<")
            rest = text[cut:][:_TAG_BYTES] if cut > text.rfind(b">") else b""

    def _part_of(self, sheet: int) -> zipfile.ZipInfo | None:
        sheets = self._parts.elements("xl/workbook.xml", "sheet")
        targets = self._parts.relation_targets("xl/_rels/workbook.xml.rels")
        if not 0 <= sheet < len(sheets):
            return None
        identity = next((value for name, value in sheets[sheet].items() if name.endswith(":id")), "")
        target = targets.get(identity, "")
        path = target.lstrip("/") if target.startswith(("/", "xl/")) else f"xl/{target}"
        return self._parts.find(normpath(path))


class _Span:
    """The last column and row with a value, counted as the reader does: cells may leave out their place."""

    def __init__(self) -> None:
        self.columns = self.rows = 0
        self._row = self._cell_row = self._column = 0
        self._in_cell = False
        self.parser = safe_parser()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "row":
            self._row = _row(attributes["r"]) if "r" in attributes else self._row + 1
        elif name == "c":
            self._cell_row, self._column = self._row, self._column + 1
            if "r" in attributes:
                self._column, self._cell_row = _address(attributes["r"])
            self._in_cell = True
        elif self._in_cell:
            self.columns = max(self.columns, self._column)
            self.rows = max(self.rows, self._cell_row)

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name == "c":
            self._in_cell = False
        elif name == "row":
            self._column = 0


def _address(text: str) -> tuple[int, int]:
    address = _ADDRESS.fullmatch(text)
    if address is None:
        raise ReadError(ReadErrorCode.DAMAGED)
    return _column(address[1].upper().encode()), _row(address[2])


def _row(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 10:
        raise ReadError(ReadErrorCode.DAMAGED)
    return int(text)


def _occurs(pattern: re.Pattern[bytes], text: bytes, before: int) -> bool:
    """Whether a match begins before that place; one at the end may be cut off there."""
    found = pattern.search(text)
    return found is not None and (found.start() < before or len(text) <= before)


def _has_prefixed_cell(text: bytes) -> bool:
    return b":" in text and _PREFIXED_CELL.search(text) is not None


def _number(text: bytes | None, otherwise: int) -> int:
    """A number that is only reported."""
    return int(text) if text and text.isdigit() and len(text) < 10 else otherwise


def _column(letters: bytes) -> int:
    """A -> 1, Z -> 26, AA -> 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
