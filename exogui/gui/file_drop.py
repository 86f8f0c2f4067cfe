"""What was dragged onto the window: one file, or the reason why it cannot be taken."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QMimeData


class DropProblem(StrEnum):
    """Why something dragged here is not taken."""

    SEVERAL_FILES = "several_files"
    FOLDER = "folder"
    NOT_A_FILE = "not_a_file"
    """A text, a picture or a link from a web page."""
    MISSING = "missing"


def read_drop(data: QMimeData) -> Path | DropProblem:
    """The file that ``data`` carries. Whether it holds contacts is for the reader to say."""
    urls = data.urls()
    if not urls:
        return DropProblem.NOT_A_FILE
    if len(urls) > 1:
        return DropProblem.SEVERAL_FILES
    if not urls[0].isLocalFile():
        return DropProblem.NOT_A_FILE
    path = Path(urls[0].toLocalFile())
    if path.is_dir():
        return DropProblem.FOLDER
    return path if path.exists() else DropProblem.MISSING
