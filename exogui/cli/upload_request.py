"""What ``exogui upload`` was asked to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class UploadRequest:
    """The words of the command line. None stands for what was not given; an empty text was given."""

    file: Path
    practice: bool = False
    account: str | None = None
    base_url: str | None = None
    list_id: str = ""
    duplicate_action: str = "skip"
    only_ready: bool = False
    as_json: bool = False
