"""What Exotel does with a contact that is already there."""

from __future__ import annotations

from enum import StrEnum


class DuplicateAction(StrEnum):
    """The values of ``duplicate_action`` in an upload."""

    SKIP = "skip"
    UPDATE = "update"
    CREATE_NEW = "create_new"
