"""How a file can be read, and how it is, for the dialog in which a person says so."""

from __future__ import annotations

from dataclasses import dataclass, field

from exogui.gui.models.listed_choice import ListedChoice


@dataclass(frozen=True, slots=True)
class ReadingWish:
    """How the person wants a file read. None: find out."""

    sheet: str | None = None
    encoding: str | None = None
    """Python's name of it."""
    delimiter: str | None = None
    header_line: int | None = None
    """Physical line, of a workbook the row of the sheet; 0 when no row is a header."""
    keep_totals: bool = False
    """Whether totals and remarks below the last contact are wanted among the rows."""


@dataclass(frozen=True, slots=True)
class TopRow:
    """One of the first rows of a file, as it stands there."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingChoices:
    """What there is to choose from, and the first rows as they are read now."""

    is_text: bool
    """Whether it is a text file: then encoding and separator can be chosen, else the sheet."""
    sheets: tuple[ListedChoice, ...] = ()
    sheet: str | None = None
    encodings: tuple[ListedChoice, ...] = ()
    encoding: str | None = None
    delimiter: str | None = None
    top_rows: tuple[TopRow, ...] = field(default=())
    header_line: int = 0
    """0 when no row is a header."""
