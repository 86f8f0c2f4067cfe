"""The rows that Exotel refused, as a list of its own to be mended."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from exogui.contacts.problems import Refusal
from exogui.contacts.schema import Field
from exogui.contacts.sheet import Sheet, Source
from exogui.contacts.table import ContactTable


class RefusedContact(NamedTuple):
    """One row that Exotel refused."""

    row_number: int
    """Among the data rows of the person's file, from 1."""
    line: int
    """Of the person's file, from 1; 0 for a row that is not of the file."""
    values: tuple[str, ...]
    error_code: str
    """Exotel's, ``INVALID_PHONE``."""
    words: str
    """What it means, for people."""


def refused_list(
    source: Source,
    header: tuple[str, ...],
    mapping: tuple[Field | None, ...],
    contacts: Sequence[RefusedContact],
    *,
    added_columns: int = 0,
) -> ContactTable:
    """A table of refused rows, and no others, with Exotel's reasons on their cells.

    The rows keep the numbers and lines they have in the person's file; a refusal holds until its row is
    changed.
    """
    sheet = Sheet(
        source,
        header,
        header_width=len(header),
        rows=[contact.values for contact in contacts],
        lines=array("I", [contact.line for contact in contacts]),
        short_rows=frozenset(),
        mapping=mapping,
        numbers=array("I", [contact.row_number for contact in contacts]),
        refusals={
            row: Refusal(contact.values, contact.error_code, contact.words)
            for row, contact in enumerate(contacts)
        },
        added_columns=added_columns,
    )
    return ContactTable.judged(sheet)
