"""The log: small, rotating, and free of what is nobody's business. For the window and the command line."""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

_BYTES, _OLDER_FILES = 1_000_000, 3
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"

_NUMBER = re.compile(r"\d(?:[ \t\u00a0\u2000-\u2011\u202a-\u202f\u2060-\u2069()./+-]{0,3}\d){6,}")
"""Seven digits and more, with what people and phones put between them."""
_ADDRESS = re.compile(r"(?<![^\s@<>\"'])[^\s@<>\"']+@")
"""Begins where a word does: looked for from each letter, a long word without @ would take minutes."""
_SIGN_IN = re.compile(r"\b(basic|bearer)\s+[\w+/=.~-]+", re.IGNORECASE)


class MaskingFormatter(logging.Formatter):
    """Leaves of a phone number its last four digits, of an e-mail address its domain, of a sign-in nothing.

    exogui logs none of them, but the text of an unexpected exception may hold what was in a cell.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line, or lines, of a record."""
        text = super().format(record)
        stamp = record.asctime if self.usesTime() else ""  # as many digits as a phone number, and none
        return stamp + _masked(text.removeprefix(stamp))


def _masked(text: str) -> str:
    text = _NUMBER.sub(lambda number: "…" + re.sub(r"\D", "", number[0])[-4:], text)
    text = _ADDRESS.sub("…@", text)
    return _SIGN_IN.sub(r"\1 …", text)


class LogFile(RotatingFileHandler):
    """A few megabytes at most. What cannot be written costs the log, not the program."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=_BYTES, backupCount=_OLDER_FILES, encoding="utf-8", delay=True)
        self.setFormatter(MaskingFormatter(_FORMAT))

    def doRollover(self) -> None:  # noqa: N802 - named by logging
        """Put a full file aside; where the system does not let go of it (two windows), go on with it."""
        with contextlib.suppress(OSError):
            super().doRollover()

    def close(self) -> None:
        """What a full disk has not taken is gone."""
        with contextlib.suppress(OSError):
            super().close()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - named by logging
        """Nothing: a full disk must not fill the screen."""


@contextlib.contextmanager
def keep_log(folder: Path, name: str = "exogui.log") -> Iterator[Path]:
    """Write what happens meanwhile to a file in ``folder``; gives its path."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    handler = LogFile(folder / name)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        yield folder / name
    finally:
        root.setLevel(level)
        root.removeHandler(handler)
        handler.close()
