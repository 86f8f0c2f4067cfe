"""Why an upload could not be begun. Nothing has been sent then."""

from __future__ import annotations

from exogui.contacts.parts import RowTooLarge
from exogui.contacts.table import ContactTable
from exogui.messages.catalogue import Speaker, Text
from exogui.messages.journal import journal_fault_text
from exogui.messages.policy import switched_off_text
from exogui.policy.policy import SwitchedOff
from exogui.uploads.journal_database import JournalError
from exogui.uploads.preparing import JobInUse

_C = "preparing"

_ROW_TOO_LARGE = Text(
    _C,
    "Row {row} alone is larger than the {limit} MB that Exotel takes in one file. Nothing was sent. Look at its cells: "
    "one of them has probably swallowed others.",
)
_CANNOT_WRITE = Text(
    _C,
    "The file to send could not be written on this computer: {reason}. Nothing was sent. Free some space on the disk "
    "and try again.",
)
_IN_USE = Text(
    _C,
    "Another window or a scheduled run is working on this upload. Wait until it has ended; nothing was sent here.",
)
_NOT_RECORDED = Text(_C, "{fault} Nothing was sent.")


def preparing_text(error: Exception, table: ContactTable, say: Speaker) -> str:
    """What was in the way of sending rows of ``table``, and what to do; empty where nobody foresaw it."""
    match error:
        case SwitchedOff():
            return switched_off_text(error, say)
        case RowTooLarge(row=row, limit=limit):
            return say(_ROW_TOO_LARGE, row=str(table.row_number(row)), limit=limit // 1_000_000)
        case JobInUse():
            return say(_IN_USE)
        case JournalError(fault=fault):
            return say(_NOT_RECORDED, fault=journal_fault_text(fault, say))
        case OSError():
            return say(_CANNOT_WRITE, reason=error.strerror or str(error))
    return ""
