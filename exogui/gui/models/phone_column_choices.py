"""Which columns to offer when none is known to hold the phone numbers."""

from __future__ import annotations

from exogui.contacts.table import ContactTable
from exogui.gui.models.column_names import ColumnNames
from exogui.gui.models.problem_card_data import ColumnChoice

_SAMPLED_ROWS = 100
_LEAST_DIGITS = 7
"""Of the shortest international number that E.164 allows."""


def phone_column_choices(table: ContactTable) -> list[ColumnChoice]:
    """Every column of ``table``, those whose first cells look most like phone numbers first."""
    names = ColumnNames(table)
    rows = table.rows[:_SAMPLED_ROWS]
    ranked = []
    for column in range(table.column_count):
        cells = [row[column] for row in rows]
        likely = sum(_looks_like_number(cell) for cell in cells)
        sample = next((cell for cell in cells if cell.strip()), "")
        ranked.append((-likely, column, ColumnChoice(column, names.in_file(column), sample.strip())))
    return [choice for _likely, _column, choice in sorted(ranked)]


def _looks_like_number(cell: str) -> bool:
    digits = sum(letter.isdigit() for letter in cell)
    return digits >= _LEAST_DIGITS and digits * 2 > len(cell)
