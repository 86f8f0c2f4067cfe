"""Why a file to send could not be made. Nothing has been sent then."""

from __future__ import annotations

from exogui.contacts.writer import LimitKind, PartTooLarge
from exogui.messages.catalogue import Speaker, Text

_C = "preparing"

_TOO_MANY_ROWS = Text(
    _C,
    "There are {rows} rows to send, and Exotel takes at most {limit} in one file. Nothing was sent. Split the list into "
    "smaller files and upload them one after the other.",
)
_TOO_MANY_BYTES = Text(
    _C,
    "The rows make a file of more than {limit} MB, and Exotel takes no larger one. Nothing was sent. Split the list "
    "into smaller files and upload them one after the other.",
)
_CANNOT_WRITE = Text(
    _C,
    "The file to send could not be written on this computer: {reason}. Nothing was sent. Free some space on the disk "
    "and try again.",
)


def preparing_text(error: PartTooLarge | OSError, rows: int, say: Speaker) -> str:
    """What was in the way of sending ``rows`` rows, and what to do."""
    if isinstance(error, OSError):
        return say(_CANNOT_WRITE, reason=error.strerror or str(error))
    if error.kind is LimitKind.ROWS:
        return say(_TOO_MANY_ROWS, rows=rows, limit=error.limit)
    return say(_TOO_MANY_BYTES, limit=error.limit // 1_000_000)
