"""What a person chose for an upload."""

from __future__ import annotations

from dataclasses import dataclass

from exogui.exotel.duplicate_action import DuplicateAction


@dataclass(frozen=True, slots=True)
class UploadOptions:
    """What the person chose. ``file_name`` is the name under which Exotel sees the file."""

    duplicate_action: DuplicateAction = DuplicateAction.SKIP
    list_id: str = ""
    file_name: str = "contacts.csv"
