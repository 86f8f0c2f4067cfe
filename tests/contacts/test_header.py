"""Which row is the header."""

from __future__ import annotations

import pytest

from exogui.contacts.reading.header import find_header, propose_mapping
from exogui.contacts.schema import Field

CONTACT = ("+919876543210", "Asha", "asha@example.in")


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        ([("Phone", "Name"), CONTACT], 0),
        ([("Nummer", "Vorname", "Ort"), CONTACT], 0),
        ([("Nummer",), CONTACT], 0),
        ([("Leads",), ("Nummer", "Vorname", "Ort"), CONTACT], 1),
        ([("Leads",), ("of November",), ("Nummer", "Vorname", "Ort"), CONTACT], 2),
        ([("Leads", "2026-11-23"), ("Phone", "Name"), CONTACT], 1),
        ([("Company", "Acme"), ("Phone", "Name"), CONTACT], 1),
        ([("Exported", "12/11/2026 10:00"), ("Name", "Ort"), CONTACT], 1),
        ([("Asha", "Rao"), ("Ravi", "Kumar")], 0),
        ([("Name", "Phone", ""), ("Name", "Mobile", "Home"), CONTACT], 1),
        ([("Contact numbers",), ("Name", "Mobile"), CONTACT], 1),
        ([("Phone", "Name"), ("Phone", "Name"), CONTACT], 0),
        ([("Phone", "Name", "City"), ("N/A", "Asha", "Pune"), CONTACT], 0),
        ([CONTACT, CONTACT], None),
        ([CONTACT, ("Phone", "Name"), CONTACT], None),
        ([("Asha", "98765 43210"), ("Ravi", "98765 43211")], None),
        ([("Asha", "9.19877E+11")], None),
        ([("Asha", "asha@example.in")], None),
    ],
)
def test_that_the_header_is_found_and_no_contact_is_taken_for_a_title(
    rows: list[tuple[str, ...]], header: int | None
) -> None:
    assert find_header(rows) == header


def test_that_without_a_header_phones_and_emails_are_known_by_their_looks() -> None:
    rows = [
        ("1", "Asha", "98765-43210", "asha@example.in", "2026-11-23"),
        ("2", "Ravi", "+6591234567", "", "2026-11-24"),
    ]
    mapping = propose_mapping(("",) * 5, rows)
    assert mapping == (None, Field.FIRST_NAME, Field.PHONE_NUMBER, None, None)
    mapping = propose_mapping(("",) * 5, rows[:1])
    assert mapping == (None, Field.FIRST_NAME, Field.PHONE_NUMBER, Field.EMAIL, None)


def test_that_a_column_with_a_name_is_not_proposed_by_its_looks() -> None:
    # Twelve digits may be an Aadhaar number: only its name can tell.
    assert propose_mapping(("Aadhaar", "Name"), [("234567890123", "Asha")]) == (None, Field.FIRST_NAME)
