"""Exotel's contact columns, their rules, the names they go by in the wild, and the limits. Said once, here.

Source: Exotel, "Upload Contacts via CSV".
"""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """A column of Exotel's contact CSV; the value is the column's name there. In Exotel's order."""

    PHONE_NUMBER = "phone_number"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    EMAIL = "email"
    COMPANY = "company"
    TAG = "tag"
    CUSTOM_FIELD_1 = "custom_field_1"


MAX_UPLOAD_BYTES = 10_000_000
"""Exotel says 10 MB and not which; the smaller reading is safe."""

MAX_UPLOAD_ROWS = 50_000
"""Records in one file."""
