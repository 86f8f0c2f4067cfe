"""Whom a row is about, in a few words, where its number alone would say nothing."""

from __future__ import annotations

from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable

_OTHERS = (Field.COMPANY, Field.EMAIL, Field.TAG, Field.CUSTOM_FIELD_1)


def contact_name(table: ContactTable, row: int) -> str:
    """The name in a row; without one the first of its other values that are sent, or nothing."""
    name = " ".join(
        filter(None, (_value(table, row, field) for field in (Field.FIRST_NAME, Field.LAST_NAME)))
    )
    return name or next(filter(None, (_value(table, row, field) for field in _OTHERS)), "")


def _value(table: ContactTable, row: int, field: Field) -> str:
    column = table.column_of(field)
    return "" if column is None else table.value(row, column).strip()
