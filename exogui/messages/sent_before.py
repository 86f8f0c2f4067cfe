"""What a person may want to know before a list goes out that went out before."""

from __future__ import annotations

import time

from exogui.exotel.duplicate_action import DuplicateAction
from exogui.messages.catalogue import Plural, Speaker, Text
from exogui.messages.uploads import counts_text
from exogui.uploads.sent_before import SentBefore

_C = "sent_before"

TITLE = Text(_C, "This was sent before")
SEND_AGAIN = Text(_C, "Send it again")
DO_NOT_SEND = Text(_C, "Don’t send")

_SENT_NOW = Text(
    _C,
    "These very rows belong to an upload that has not ended: another window or a scheduled run is sending them, or they "
    "were left over. Look under History.",
)
_SENT = Text(_C, "You sent these very rows to this account {when}: {counts}.")
_JUST_NOW = Text(_C, "less than a minute ago")
_MINUTES = Plural(_C, "{n} minutes ago", "{n} minute ago")
_HOURS = Plural(_C, "{n} hours ago", "{n} hour ago")
_DAYS = Plural(_C, "{n} days ago", "{n} day ago")

_ROWS = Plural(
    _C,
    "{n} of these {rows} numbers were sent to this account before.",
    "{n} of these {rows} numbers was sent to this account before.",
)
_MEANS = {
    DuplicateAction.SKIP: Text(_C, "Exotel skips those that it has."),
    DuplicateAction.UPDATE: Text(_C, "Exotel updates those that it has."),
    DuplicateAction.CREATE_NEW: Text(
        _C, "“Create again” makes a second contact of each one that Exotel has already."
    ),
}


def ago_text(moment: float, say: Speaker, now: float | None = None) -> str:
    """How long ago a moment (seconds since the epoch) was, roughly."""
    seconds = max(0.0, (time.time() if now is None else now) - moment)
    if seconds < 60:
        return say(_JUST_NOW)
    if seconds < 3600:
        return say(_MINUTES, int(seconds // 60))
    if seconds < 48 * 3600:
        return say(_HOURS, int(seconds // 3600))
    return say(_DAYS, int(seconds // (24 * 3600)))


def sent_before_text(
    before: SentBefore, rows: int, action: DuplicateAction, say: Speaker, now: float | None = None
) -> str:
    """What was sent before of ``rows`` rows, and what ``action`` does about it; empty where nothing was."""
    if before.same_files:
        latest = before.same_files[0]
        if latest.counts.sent:
            counts = counts_text(latest.counts, say)
            first = say(_SENT, when=ago_text(latest.sent_at, say, now), counts=counts)
        else:
            first = say(_SENT_NOW)
    elif before.rows:
        first = say(_ROWS, before.rows, rows=rows)
    else:
        return ""
    return f"{first} {say(_MEANS[action])}"


def needs_a_question(before: SentBefore, action: DuplicateAction) -> bool:
    """Whether a person should say that it is meant: the same rows once more, or contacts that get doubled."""
    return bool(before.same_files) or (bool(before.rows) and action is DuplicateAction.CREATE_NEW)
