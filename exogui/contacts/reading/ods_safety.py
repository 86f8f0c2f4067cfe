"""What is looked at in an .ods before the workbook reader (calamine), which trusts it, may have it.

It writes out every cell that the file says to be repeated, and a cell repeated a million times, in a row
repeated a million times, takes a hundred bytes of the file. And in a sheet whose XML is broken it looks for
the end of the table for ever. All sheets of a file are in memory at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO
from xml.parsers import expat

from exogui.contacts.reading.archive_parts import ArchiveParts
from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.hidden import Hidden
from exogui.contacts.reading.raw_rows import MAX_CELLS, MAX_TEXT
from exogui.contacts.reading.xml_parser import safe_parser

_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_ROWS_REPEATED = "table:number-rows-repeated"
_COLUMNS_REPEATED = "table:number-columns-repeated"
_NOT_SHOWN = frozenset({"collapse", "filter"})


class OdsSafety:
    """One .ods, looked over.

    Raises:
        ReadError: TOO_MANY_CELLS when its sheets make more cells than memory should hold, PASSWORD,
            TOO_LARGE, or DAMAGED.
    """

    def __init__(self, file: BinaryIO, checkpoint: Callable[[], None]) -> None:
        parts = ArchiveParts(file)
        manifest = parts.find("META-INF/manifest.xml")
        if parts.find("encrypted-package") or (manifest and b"encryption-data" in parts.read(manifest)):
            raise ReadError(ReadErrorCode.PASSWORD)
        content = parts.find("content.xml")
        if content is None:
            raise ReadError(ReadErrorCode.DAMAGED)
        tables = _Tables()
        try:
            for piece in parts.pieces(content):
                tables.parser.Parse(piece)
                checkpoint()
            tables.parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise ReadError(ReadErrorCode.DAMAGED) from error
        self._hidden = tables.hidden

    def hidden(self, sheet: int) -> Hidden:
        """What the sheet at this place hides."""
        return self._hidden[sheet] if 0 <= sheet < len(self._hidden) else Hidden()


class _Tables:
    """Counts the cells of each table as the reader makes them."""

    def __init__(self) -> None:
        self.hidden: list[Hidden] = []
        self._cells_before = 0
        """Of the tables that have ended."""
        self._rows = self._filled_rows = self._width = self._columns = 0
        """Of this table: rows, those up to the last one with a value, its widest row, columns declared."""
        self._cells = self._filled_cells = 0
        """Of this row, and up to its last value."""
        self._repeated = self._row_repeated = 1
        self._text = 0
        self._groups: list[bool] = []
        self.parser = safe_parser()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _CELLS:
            self._start_cell(attributes)
        elif tag == "table:table-row":
            self._start_row(attributes)
        elif tag == "text:s":
            self._take_text(max(int(attributes.get("text:c", "1")), 0))
        elif tag == "table:table":
            self.hidden.append(Hidden())
            self._rows = self._filled_rows = self._width = self._columns = 0
        elif tag == "table:table-column":
            count = int(attributes.get(_COLUMNS_REPEATED, "1"))
            if attributes.get("table:visibility") in _NOT_SHOWN and self.hidden:
                self.hidden[-1].columns.append(range(self._columns, self._columns + count))
            self._columns += count
        elif tag == "table:table-row-group":
            self._groups.append(attributes.get("table:display") == "false")

    def _end(self, tag: str) -> None:
        if tag in _CELLS:
            self.parser.CharacterDataHandler = None
        elif tag == "table:table-row":
            self._end_row()
        elif tag == "table:table":
            self._cells_before += self._filled_rows * self._width
        elif tag == "table:table-row-group" and self._groups:
            self._groups.pop()

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row_repeated = max(int(attributes.get(_ROWS_REPEATED, "1")), 1)
        self._cells = self._filled_cells = 0
        if self.hidden and (attributes.get("table:visibility") in _NOT_SHOWN or any(self._groups)):
            self.hidden[-1].hide_rows(self._rows + 1, self._row_repeated)

    def _end_row(self) -> None:
        self._rows += self._row_repeated
        if self._filled_cells:
            self._filled_rows, self._width = self._rows, max(self._width, self._filled_cells)
        if self._cells_before + self._filled_rows * self._width > MAX_CELLS:
            raise ReadError(ReadErrorCode.TOO_MANY_CELLS, detail=str(MAX_CELLS))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        columns = max(int(attributes.get(_COLUMNS_REPEATED, "1")), 1)
        self._cells += columns
        if any(name.startswith("office:") or name == "table:formula" for name in attributes):
            self._filled_cells = self._cells
            self._repeated = columns * self._row_repeated
            if self._repeated > 1:
                self._take_text(sum(map(len, attributes.values())))
                self.parser.CharacterDataHandler = self._take_characters

    def _take_characters(self, text: str) -> None:
        self._take_text(len(text))

    def _take_text(self, length: int) -> None:
        self._text += length * self._repeated
        if self._text > MAX_TEXT:
            raise ReadError(ReadErrorCode.TOO_MANY_CELLS, detail=str(MAX_CELLS))
