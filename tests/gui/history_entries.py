"""Uploads as the history lists them."""

from __future__ import annotations

import time

from exogui.gui.models.history_entry import HistoryEntry
from exogui.uploads.row_counts import RowCounts
from exogui.uploads.standing import Standing


def entry(
    job_id: str,
    standing: Standing = Standing.DONE,
    *,
    file_name: str = "leads.xlsx",
    begun_at: float | None = None,
    list_id: str = "",
    attempts: int = 1,
    **counts: int,
) -> HistoryEntry:
    """An upload of Acme."""
    words = f"{file_name}\nAcme\n{list_id}\n{standing}\nup-{job_id}".casefold()
    moment = time.time() if begun_at is None else begun_at
    rows = RowCounts(**counts)
    return HistoryEntry(job_id, moment, file_name, "Acme", list_id, rows, attempts, standing, words)
