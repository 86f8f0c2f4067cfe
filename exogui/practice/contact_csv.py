"""The checks on an uploaded file as a whole. One that fails them is refused with all its rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter

COLUMNS = ("phone_number", "first_name", "last_name", "email", "company", "tag", "custom_field_1")
"""Exotel, "Upload Contacts via CSV", in its order. Only the first is required."""

ROWS_BETWEEN_PAUSES = 500
"""Some 3 ms of work: how long a window in the same process may have to wait for a thread that judges rows."""


class CsvRefused(Exception):  # noqa: N818 - a verdict, not a fault of ours
    """The file is not a contacts CSV. Its text is what Exotel would answer."""


@dataclass(frozen=True, slots=True)
class ContactCsv:
    """The rows of an uploaded file, as they are, and where its columns are."""

    header: tuple[str, ...]
    rows: list[list[str]]

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.header)

    def picker(self) -> Callable[[list[str]], tuple[str, ...]]:
        """What takes the values of :data:`COLUMNS`, in that order, from a row; empty where it has none."""
        width = self.width
        blanks = [[""] * missing for missing in range(width + 2)]
        # Prepared once, because this runs for each of 50,000 rows: an absent column is picked from the
        # blank that follows the last cell.
        pick = itemgetter(*(self.header.index(name) if name in self.header else width for name in COLUMNS))
        return lambda row: pick(row[:width] + blanks[max(width - len(row), 0) + 1])


def read_contact_csv(
    content: bytes, max_records: int, between_rows: Callable[[], None] = lambda: None
) -> ContactCsv:
    """The rows of ``content``; ``between_rows`` is called every few hundred. Raises :class:`CsvRefused`."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CsvRefused(f"Invalid CSV format: not UTF-8 at byte {error.start}") from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[list[str]] = []
    try:
        header = next(reader, [])
        _check_header(header)
        for row in reader:
            if row:
                rows.append(row)
                if len(rows) % ROWS_BETWEEN_PAUSES == 0:
                    between_rows()
                if len(rows) > max_records:
                    raise CsvRefused(f"Invalid CSV format: more than {max_records} records")
    except csv.Error as error:
        raise CsvRefused(f"Invalid CSV format: {error} at line {reader.line_num}") from None
    if not rows:
        raise CsvRefused("Invalid CSV format: no records")
    return ContactCsv(tuple(header), rows)


def _check_header(header: list[str]) -> None:
    if unknown := [name for name in header if name not in COLUMNS]:
        raise CsvRefused(f"Invalid CSV format: unknown column {unknown[0][:40]!r}")
    if len(set(header)) != len(header):
        raise CsvRefused("Invalid CSV format: a column appears twice")
    if "phone_number" not in header:
        raise CsvRefused("Invalid CSV format: no phone_number column")
