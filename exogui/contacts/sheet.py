"""What reading a contacts file gives: the rows exactly as they stand in it, and how it was read."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from exogui.contacts.problems import Refusal
from exogui.contacts.reading.read_options import FIND_OUT, ReadOptions
from exogui.contacts.schema import Field


class FileFormat(StrEnum):
    """What a file is, judged by its content and not by its name."""

    CSV = "csv"
    XLSX = "xlsx"
    XLS = "xls"
    XLSB = "xlsb"
    ODS = "ods"


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows came from and how they were read."""

    path: Path
    format: FileFormat
    size_bytes: int
    encoding: str | None
    """Python's name of it: ``utf-8``, ``utf-8-sig`` (with a byte order mark), ``utf-16``, ``cp1252`` …; None
    for a workbook."""
    delimiter: str | None
    """None for a workbook and for a file with one column."""
    header_line: int
    """Physical line (of a workbook: row of the sheet) of the header, from 1; 0 when the file has none."""
    sheet: str | None = None
    """Name of the sheet that was read; None for a CSV."""
    sheets: tuple[str, ...] = ()
    """Every sheet that a person could choose instead, hidden ones last."""
    blank_rows: int = 0
    """Rows in which no cell holds anything but spaces: not among the rows."""
    title_rows: int = 0
    """Rows above the header that are not blank: a title, a date of export. Not among the rows."""
    encoding_certain: bool = True
    """False when the bytes allow other readings and a person should look at a few names."""
    blank_columns: int = 0
    """Columns at the end that hold nothing, not even a header: left out."""
    totals_lines: tuple[int, ...] = ()
    """Lines, as in :attr:`Sheet.lines`, of the totals and remarks below the last contact."""
    totals_kept: bool = False
    """Whether they are among the rows, because a person wants them there; else they are left out."""
    hidden_lines: frozenset[int] = field(default=frozenset(), repr=False)
    """Lines of the rows that the workbook hides: a filter was on, or a person hid them. They are among the
    rows."""
    hidden_columns: tuple[int, ...] = ()
    """Columns that the workbook hides and that hold something. They are among the columns."""
    options: ReadOptions = FIND_OUT
    """What the person had to say about how it is read."""


@dataclass(slots=True)
class Sheet:
    """The rows of one contacts file. Header, title and blank rows aside, every row of the file is here."""

    source: Source
    header: tuple[str, ...]
    """The header's cells as they stand in the file, padded with ``""`` to the width of the widest row; all
    ``""`` when the file has no header."""
    header_width: int
    """Columns that the header itself has. A cell at or beyond it belongs to no column."""
    rows: list[tuple[str, ...]]
    """Every cell as it stands in the file, each row padded to the width of the header. Tuples, because the
    garbage collector does not walk tuples of strings."""
    lines: array[int]
    """Physical line, from 1, on which each row starts; of a workbook the row of the sheet. 0 for a row that
    stands nowhere in the file."""
    short_rows: frozenset[int]
    """Indexes of the rows that have fewer cells than the header."""
    mapping: tuple[Field | None, ...]
    """For each column, the field that it is proposed for. No field stands here twice."""
    numbers: Sequence[int] | None = None
    """Number of each row among the data rows of the file, from 1, ascending; None where all of them are here.
    A row that was made of another has that one's number, so that it leads back to where it came from; a row
    of no row of the file counts on behind the last of them."""
    file_rows: int | None = None
    """Data rows of the file; None with ``numbers``."""
    added_rows: frozenset[int] = frozenset()
    """Indexes of the rows that are not of the file: a person added them."""
    refusals: Mapping[int, Refusal] = field(default_factory=dict)
    """By row index: what Exotel refused when it was sent."""
    added_columns: int = 0
    """Columns at the end that are not of the file: a person added them."""
