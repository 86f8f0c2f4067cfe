"""Asks where rows are to be saved, and says why they could not be."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from exogui.gui.speech import say
from exogui.messages import window as texts

_SAVE_ERRORS = {
    "is_source": texts.CANNOT_SAVE_OVER_SOURCE,
    "too_large_for_excel": texts.CANNOT_SAVE_AS_XLSX,
    "unknown_format": texts.CANNOT_SAVE_FORMAT,
}
"""By the value of :class:`exogui.contacts.writer.SaveErrorCode`."""


def ask_where_to_save(window: QWidget, title: str, proposed: Path, chosen: Callable[[Path], None]) -> None:
    """Open the system's dialog; ``chosen`` gets a path that ends in .xlsx or .csv."""
    dialog = QFileDialog(window, title, str(proposed))
    dialog.setObjectName("save_dialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([say(texts.SAVE_XLSX), say(texts.SAVE_CSV)])
    dialog.selectFile(str(proposed))
    dialog.fileSelected.connect(functools.partial(_on_chosen, dialog, chosen))
    dialog.open()


def _on_chosen(dialog: QFileDialog, chosen: Callable[[Path], None], name: str) -> None:
    path = Path(name)
    if path.suffix.lower() not in {".xlsx", ".csv"}:
        chosen_csv = dialog.selectedNameFilter() == say(texts.SAVE_CSV)
        path = path.with_name(path.name + (".csv" if chosen_csv else ".xlsx"))
    chosen(path)


def save_error_text(path: Path, error: Exception) -> str | None:
    """Why ``path`` could not be saved and what to do; None for an error that nobody expected."""
    from exogui.contacts.writer import SaveError

    if isinstance(error, SaveError):
        return say(_SAVE_ERRORS[error.code])
    if isinstance(error, OSError):
        return say(texts.CANNOT_SAVE, file=path.name, reason=error.strerror or str(error))
    return None
