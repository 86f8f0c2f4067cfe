"""Small contact tables for tests, judged like real ones."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from pathlib import Path

from exogui.contacts.schema import Field
from exogui.contacts.sheet import FileFormat, Sheet, Source
from exogui.contacts.table import ContactTable

HEADER = ("Mobile", "Name", "E-Mail", "Remarks")
MAPPING = (Field.PHONE_NUMBER, Field.FIRST_NAME, Field.EMAIL, None)

READY = ("+919876543210", "Asha", "asha@example.in", "called")
NO_COUNTRY = ("9876543211", "Ravi", "ravi@example.in", "")
BAD_EMAIL = ("+919876543213", "Mei Ling", "mei@", "vip")
DUPLICATE = ("+919876543210", "Zoë", "", "")
NOT_A_NUMBER = ("N/A", "கார்த்திக்", "", "")
SAMPLE = (READY, NO_COUNTRY, BAD_EMAIL, DUPLICATE, NOT_A_NUMBER)
"""In this order: ready, must fix, must fix, worth a look, must fix."""


def make_table(
    rows: Sequence[tuple[str, ...]] = SAMPLE,
    header: tuple[str, ...] = HEADER,
    mapping: tuple[Field | None, ...] = MAPPING,
) -> ContactTable:
    """A table of ``rows`` as if read from a CSV."""
    source = Source(Path("contacts.csv"), FileFormat.CSV, 1, "utf-8", ",", 1)
    lines = array("I", range(2, len(rows) + 2))
    return ContactTable.judged(Sheet(source, header, len(header), list(rows), lines, frozenset(), mapping))
