"""CSV as exogui writes it, and files that are on the disk for certain."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Sequence
from typing import IO, Any

CHUNK_ROWS = 250
"""Rows that are written at a time: few enough to give way to a window in between."""


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV in UTF-8. A lone surrogate, which no file can hold, becomes ``?``.

    Lines end with CR LF as in RFC 4180, which also makes the csv module quote a lone CR in a cell.
    """
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue().encode("utf-8", "replace")


def flush_to_disk(file: IO[Any]) -> None:
    """Return when what was written would outlast a loss of power."""
    file.flush()
    os.fsync(file.fileno())
