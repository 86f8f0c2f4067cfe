"""How a person says a file is to be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a person says a file is to be read. None: find out."""

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header_line: int | None = None
    """Physical line of the header; 0: there is none."""
    keep_totals: bool = False
    """Keep totals and remarks below the last contact among the rows."""


FIND_OUT = ReadOptions()
"""The person has said nothing."""
