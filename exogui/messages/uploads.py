"""What Exotel's reasons for refusing a row mean and what to do, and the states of a job."""

from __future__ import annotations

from exogui.messages.catalogue import Plural, Speaker, Text
from exogui.uploads.result import JobState
from exogui.uploads.row_counts import RowCounts

_C = "uploads"

_REFUSALS: dict[str, tuple[Text, Text]] = {
    "INVALID_PHONE": (
        Text(_C, "Exotel cannot call this phone number"),
        Text(_C, "Check it with the contact: + and country code first, then every digit."),
    ),
    "DUPLICATE_ENTRY": (
        Text(_C, "This contact is already there"),
        Text(_C, "Nothing to do, or upload it again with “Update it” to change it."),
    ),
    "MISSING_REQUIRED": (
        Text(_C, "The phone number is missing"),
        Text(_C, "Enter the phone number, or leave this row out."),
    ),
    "INVALID_FORMAT": (
        Text(_C, "A value is not written the way Exotel expects"),
        Text(_C, "Look for unusual characters or overlong values in this row, and shorten or remove them."),
    ),
    "QUOTA_EXCEEDED": (
        Text(_C, "The Exotel account is full"),
        Text(_C, "Remove contacts in Exotel, or ask for a higher limit. Then upload this row again."),
    ),
    "INVALID_EMAIL": (
        Text(_C, "The e-mail address is not valid"),
        Text(_C, "Correct the e-mail address, or empty it: it is not needed."),
    ),
}
_UNKNOWN_REFUSAL = (
    Text(_C, "Exotel refused this row without saying why"),
    Text(_C, "Compare the row with its neighbours, or ask Exotel about the code."),
)
_ASK = Text(_C, "Change the row to suit, or ask Exotel about the code.")

_STATES = {
    JobState.COMPLETED: Text(_C, "Done"),
    JobState.FAILED: Text(_C, "Nothing was sent"),
    JobState.UNKNOWN: Text(_C, "Unknown"),
    JobState.CANCELLED: Text(_C, "Cancelled"),
    JobState.UNFINISHED: Text(_C, "Not done yet"),
    JobState.PAUSED: Text(_C, "Rows wait here"),
}


_COUNTS: tuple[tuple[str, Plural], ...] = (
    ("successful", Plural(_C, "{n} added or updated", "{n} added or updated")),
    ("already_there", Plural(_C, "{n} already there", "{n} already there")),
    ("refused", Plural(_C, "{n} refused", "{n} refused")),
    ("unknown", Plural(_C, "{n} unknown", "{n} unknown")),
    ("in_flight", Plural(_C, "{n} at Exotel", "{n} at Exotel")),
    ("waiting", Plural(_C, "{n} waiting", "{n} waiting")),
)


def counts_text(counts: RowCounts, say: Speaker) -> str:
    """Where all rows of a job are, in one line: ``1,217 added or updated, 12 refused``."""
    return ", ".join(say(text, n) for name, text in _COUNTS if (n := getattr(counts, name)))


def refusal_meaning(error_code: str, error_message: str, say: Speaker) -> str:
    """What a refusal means; for a code that is not documented, Exotel's own words as plain text."""
    known = _REFUSALS.get(error_code)
    if known is None:
        return error_message or say(_UNKNOWN_REFUSAL[0])
    return say(known[0])


def refusal_advice(error_code: str, error_message: str, say: Speaker) -> str:
    """What to do about a refusal."""
    known = _REFUSALS.get(error_code)
    if known is None:
        return say(_ASK if error_message else _UNKNOWN_REFUSAL[1])
    return say(known[1])


def state_name(state: JobState, say: Speaker) -> str:
    """A job's state in a word or three."""
    return say(_STATES[state])
