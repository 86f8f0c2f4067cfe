"""The first rows of a file as they stand in it, for choosing the header among them."""

from __future__ import annotations

from exogui.gui.models.cell_look import CellLook
from exogui.gui.models.column_names import column_letter
from exogui.gui.models.dialog_rows_model import DialogRowsModel
from exogui.gui.models.reading_choices import TopRow
from exogui.gui.models.visible_text import visible
from exogui.gui.speech import say
from exogui.messages import reading_choices as texts

_MOST_COLUMNS = 30


class TopRowsModel(DialogRowsModel):
    """Marks the header; what stands above it is quiet, because it is left out."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[TopRow, ...] = ()
        self._header_line = 0
        self._headings: tuple[str, ...] = ()

    def set_rows(self, rows: tuple[TopRow, ...], header_line: int, *, is_text: bool) -> None:
        """Show ``rows``, of which the one in ``header_line`` is the header; 0 when none is."""
        self.beginResetModel()
        self._rows = rows
        self._header_line = header_line
        width = min(max((len(row.cells) for row in rows), default=0), _MOST_COLUMNS)
        self._headings = (
            say(texts.COLUMN_LINE if is_text else texts.COLUMN_ROW),
            *(column_letter(column) for column in range(width)),
        )
        self.endResetModel()

    @property
    def header_row(self) -> int | None:
        """Which of the rows is the header; None when none of them is."""
        lines = [row.line for row in self._rows]
        return lines.index(self._header_line) if self._header_line in lines else None

    def line(self, row: int) -> int:
        """The physical line of a row."""
        return self._rows[row].line

    def row_count(self) -> int:
        return len(self._rows)

    def headings(self) -> tuple[str, ...]:
        return self._headings

    def look(self, row: int, column: int) -> CellLook:
        shown = self._rows[row]
        is_header = shown.line == self._header_line
        fill = "accent_soft" if is_header else ""
        if column == 0:
            if is_header:
                return CellLook(say(texts.HEADER_MARK), "accent", strong=True, fill=fill)
            return CellLook(str(shown.line), "muted")
        text = visible(shown.cells[column - 1]) if column <= len(shown.cells) else ""
        tint = "muted" if shown.line < self._header_line else "text"
        return CellLook(text, tint, strong=is_header, fill=fill)

    def spoken(self, row: int, column: int) -> str:  # noqa: ARG002 - signature of all dialogs' models
        """The whole row: the cells of a row belong together here."""
        shown = self._rows[row]
        sentence = texts.ROW_SPOKEN
        if shown.line == self._header_line:
            sentence = texts.ROW_SPOKEN_HEADER
        elif shown.line < self._header_line:
            sentence = texts.ROW_SPOKEN_ABOVE
        return say(sentence, number=str(shown.line), cells=", ".join(filter(str.strip, shown.cells)))
