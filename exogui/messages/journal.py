"""What is wrong with the record of uploads, and what that means for the next one."""

from __future__ import annotations

from pathlib import Path

from exogui.messages.catalogue import Speaker, Text
from exogui.uploads.journal_database import JournalFault

_C = "journal"

_FAULTS = {
    JournalFault.DAMAGED: Text(_C, "The record of uploads on this computer is damaged."),
    JournalFault.NEWER: Text(
        _C, "The record of uploads was written by a later exogui, which this one does not understand."
    ),
    JournalFault.FULL: Text(_C, "The disk is full, so exogui cannot keep its record of uploads."),
    JournalFault.READ_ONLY: Text(_C, "exogui may not write its record of uploads into your data folder."),
    JournalFault.BUSY: Text(_C, "Another program holds exogui’s record of uploads."),
    JournalFault.CHANGED: Text(
        _C, "Another window has changed this upload meanwhile. Look under History how it stands."
    ),
    JournalFault.OTHER: Text(_C, "exogui cannot use its record of uploads."),
}
_NEXT_STEPS = {
    JournalFault.NEWER: Text(_C, "Install the later version."),
    JournalFault.FULL: Text(_C, "Free some space on the disk and start exogui again."),
    JournalFault.READ_ONLY: Text(_C, "Ask your IT people to let you write there."),
    JournalFault.BUSY: Text(_C, "Close other windows of exogui and start it again."),
}
_WITHOUT = Text(
    _C,
    "You can upload all the same. Keep exogui open until an upload has ended: it cannot be picked up again after that.",
)
_SET_ASIDE = Text(
    _C,
    "The record of earlier uploads was damaged and has been set aside as {file}. exogui has begun a new one; uploads "
    "from before are not in its History.",
)


def journal_fault_text(fault: JournalFault, say: Speaker) -> str:
    """What is wrong, and what to do where something can be done."""
    step = _NEXT_STEPS.get(fault)
    return say(_FAULTS[fault]) if step is None else f"{say(_FAULTS[fault])} {say(step)}"


def without_journal_text(fault: JournalFault, say: Speaker) -> str:
    """The same where uploads go on without the record."""
    return f"{journal_fault_text(fault, say)} {say(_WITHOUT)}"


def set_aside_text(path: Path, say: Speaker) -> str:
    """A damaged record made way for a new one."""
    return say(_SET_ASIDE, file=str(path))
