"""What ``exogui upload`` was asked to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class AccountChoice:
    """The words that choose an account. None stands for what was not given; an empty text was given."""

    practice: bool = False
    name: str | None = None
    """An account saved in the window."""
    base_url: str | None = None


@dataclass(frozen=True, slots=True)
class UploadRequest:
    """The words of the command line."""

    file: Path
    account: AccountChoice = field(default_factory=AccountChoice)
    list_id: str = ""
    duplicate_action: str = "skip"
    only_ready: bool = False
    try_first: bool = False
    again: bool = False
    """Send a file that was sent before also where that doubles contacts."""
    as_json: bool = False
