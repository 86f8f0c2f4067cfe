"""The refused rows of a table as a list of their own."""

from __future__ import annotations

from collections.abc import Mapping

from exogui.contacts.refused_list import RefusedContact, refused_list
from exogui.contacts.table import ContactTable


def refused_of(table: ContactTable, refusals: Mapping[int, tuple[str, str]]) -> ContactTable:
    """``refusals``: row -> (Exotel's error code, what it means)."""
    contacts = [
        RefusedContact(table.row_number(row), table.line(row), table.rows[row], code, words)
        for row, (code, words) in sorted(refusals.items())
    ]
    return refused_list(
        table.source, table.header, table.mapping, contacts, added_columns=table.added_columns
    )
