"""The column that says which country each row's phone number belongs to."""

from __future__ import annotations

from functools import lru_cache

from exogui.contacts.repairing.country_names import calling_code_named, is_country_header
from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable

_ROWS_SAMPLED = 200
_FEWEST_LETTERS = 4
"""NO, ID and 1 are countries only under a header that says so."""


class CountryColumn:
    """Reads the calling code that a row's country column names."""

    def __init__(self, table: ContactTable, column: int) -> None:
        self._table = table
        self.column = column

    @classmethod
    def of(cls, table: ContactTable) -> CountryColumn | None:
        """The column of a table that holds countries, sent or not; None when there is none, or no telling.

        A header that names countries needs half of the cells below it to be some; without such a header
        nearly all cells must be countries by their names.
        """
        best: tuple[float, int] | None = None
        rows = table.rows[:: max(1, table.row_count // _ROWS_SAMPLED)]
        for column, header in enumerate(table.header):
            if table.mapping[column] in {Field.PHONE_NUMBER, Field.EMAIL}:
                continue
            cells = [cell for row in rows if (cell := row[column].strip())]
            if not cells:
                continue
            named = is_country_header(header)
            share = sum(_is_country(cell, named) for cell in cells) / len(cells)
            if share >= (0.5 if named else 0.9) and (best is None or share + named > best[0]):
                best = share + named, column
        return None if best is None else cls(table, best[1])

    def calling_code(self, row: int) -> str | None:
        """The calling code, digits only, of the country that the row names; None where it names none."""
        return _calling_code(self._table.value(row, self.column).strip())


def _is_country(cell: str, named: bool) -> bool:
    return (named or sum(map(str.isalpha, cell)) >= _FEWEST_LETTERS) and _calling_code(cell) is not None


_calling_code = lru_cache(maxsize=4096)(calling_code_named)  # one country fills whole columns
