"""Texts of the history of uploads: what each came to, what can be done about it, and what is kept."""

from __future__ import annotations

from exogui.messages.catalogue import Plural, Speaker, Text
from exogui.messages.uploads import counts_text
from exogui.uploads.row_counts import RowCounts
from exogui.uploads.standing import Standing

_C = "history"

ACTION = Text(_C, "History")
TITLE = Text(_C, "History")
INTRO = Text(_C, "Every upload from this computer, the latest first. Any of them can be looked at again.")
CLOSE = Text(_C, "Close")
ROWS = Text(_C, "Uploads")
ROWS_HELP = Text(_C, "Up and Down choose an upload, Enter shows its result, Delete forgets it.")

# --- looking for an upload --------------------------------------------------------------------------------

SEARCH = Text(_C, "Search uploads")
SEARCH_HELP = Text(_C, "File, account, list, state or upload ID. Esc empties the field.")
FILTERS = Text(_C, "Which uploads are shown")
ALL = Text(_C, "All")
ALL_HELP = Text(_C, "Shows every upload.")
ATTENTION = Text(_C, "Needs attention")
ATTENTION_HELP = Text(_C, "Shows uploads about which something is left to do, to decide or to find out.")

# --- the table --------------------------------------------------------------------------------------------

COLUMN_WHEN = Text(_C, "when")
COLUMN_FILE = Text(_C, "file")
COLUMN_ACCOUNT = Text(_C, "account")
COLUMN_LIST = Text(_C, "list")
COLUMN_ROWS = Text(_C, "rows")
COLUMN_ADDED = Text(_C, "added")
COLUMN_ALREADY_THERE = Text(_C, "already there")
COLUMN_REFUSED = Text(_C, "refused")
COLUMN_UNKNOWN = Text(_C, "unknown")
COLUMN_IN_FLIGHT = Text(_C, "at Exotel")
COLUMN_WAITING = Text(_C, "waiting")
COLUMN_STATE = Text(_C, "state")
NO_LIST = Text(_C, "no list")
ATTEMPTS = Plural(_C, "{n} attempts", "{n} attempt")

# --- where there is no row --------------------------------------------------------------------------------

LOADING = Text(_C, "Looking up your uploads…")
EMPTY = Text(_C, "Nothing was uploaded yet")
EMPTY_HELP = Text(_C, "Open a list and press Upload: it will be here, with what became of each row.")
NOT_FOUND = Text(_C, "No upload with “{search}”")
NOT_FOUND_HELP = Text(_C, "Search for a file, an account, a list, a state or an upload ID, or press Esc.")
NO_ATTENTION = Text(_C, "Nothing needs your attention")
NO_ATTENTION_HELP = Text(_C, "Of every upload it is known what became of its rows, and nothing waits.")
NO_RECORD = Text(_C, "The history cannot be shown")
NOT_LASTING = Text(
    _C, "Uploads work all the same. What you upload now is listed here until you close exogui."
)

# --- what can be done -------------------------------------------------------------------------------------

SHOW_RESULT = Text(_C, "Show result")
NOTHING_TO_GO_ON = Text(_C, "Go on")
DECIDE = Text(_C, "Decide…")
ASK_AGAIN = Text(_C, "Ask Exotel again")
SEND_WAITING = Plural(_C, "Send the {n} that wait", "Send the {n} that waits")
LEAVE = Text(_C, "Leave the rest…")
LEAVE_MEANS = Text(_C, "Says that the contacts that wait are not to be sent.")
LEAVE_TITLE = Plural(_C, "Leave {n} contacts that were not sent?", "Leave {n} contact that was not sent?")
LEAVE_WORDS = Text(
    _C,
    "They are not sent, and exogui keeps them no longer. What was sent stays in the history, and your own file stays as "
    "it is.",
)
LEAVE_THEM = Text(_C, "Leave them")
LEFT = Text(_C, "The rest of {file} is not sent.")
GO_ON_MEANS = Text(_C, "Goes on with this upload. Nothing that Exotel has is sent again.")
COPY_REPORT = Text(_C, "Copy report")
COPY_REPORT_MEANS = Text(
    _C,
    "For the next shift or for Exotel’s support: counts, IDs and what happened when. Of phone numbers only the last "
    "four digits.",
)
SAVE_REPORT = Text(_C, "Save report…")
FORGET = Text(_C, "Forget…")
FORGET_MEANS = Text(_C, "Removes this upload from the history. Nothing changes in Exotel.")
COPIED = Text(_C, "The report of {file} is on the clipboard.")
SAVED = Text(_C, "The report was saved as {file}.")
SAVE_TITLE = Text(_C, "Save report")
SAVE_NAME = Text(_C, "{stem} – report.txt")
SAVE_FILTER = Text(_C, "Text (*.txt)")
CANNOT_SAVE = Text(
    _C, "{file} could not be saved: {reason}. Choose another folder, or copy the report instead."
)

# --- forgetting -------------------------------------------------------------------------------------------

FORGET_TITLE = Text(_C, "Forget the upload of {file}?")
FORGET_IT = Text(_C, "Forget it")
KEEP_IT = Text(_C, "Keep it")
_FORGET_FINISHED = Text(
    _C,
    "Its counts, its refused rows and the knowledge that these contacts were sent are removed from this computer. "
    "Nothing changes in Exotel, and your own file stays.",
)
_FORGET = {
    Standing.TO_DECIDE: Plural(
        _C,
        "Nobody knows yet whether {n} of its contacts arrived. Once it is forgotten, exogui cannot send them again for "
        "you, and does not warn when you upload the same list.",
        "Nobody knows yet whether {n} of its contacts arrived. Once it is forgotten, exogui cannot send it again for "
        "you, and does not warn when you upload the same list.",
    ),
    Standing.AT_EXOTEL: Plural(
        _C,
        "Exotel has not said yet what became of {n} of its contacts. Exotel goes on by itself, but exogui will never "
        "learn which rows it refused.",
        "Exotel has not said yet what became of {n} of its contacts. Exotel goes on by itself, but exogui will never "
        "learn whether it refused it.",
    ),
    Standing.WAITING: Plural(
        _C,
        "{n} of its contacts were never sent. They will not be sent, and the copy of them that waits on this computer is "
        "removed. Your own file stays.",
        "{n} of its contacts was never sent. It will not be sent, and the copy of it that waits on this computer is "
        "removed. Your own file stays.",
    ),
}
FORGOTTEN = Text(_C, "The upload of {file} is forgotten.")
IN_USE = Text(_C, "Another window or a scheduled run works on it now. Wait until it is done, then try again.")
GONE = Text(_C, "Another window has forgotten this upload meanwhile.")
FILES_TROUBLE = Text(
    _C, "Its files on this computer cannot be reached: {reason}. Check the disk, then try again."
)

# --- what is kept -----------------------------------------------------------------------------------------

KEPT = Text(_C, "What is kept")
KEPT_MEANS = Text(_C, "What of your uploads is stored on this computer, for how long, and how to erase it.")
KEPT_WORDS = Text(
    _C,
    "The history is only on this computer. It holds what was sent when, to which account, and what came of it; refused "
    "rows with all their values, so that you can fix them later; and for each phone number sent a fingerprint in its "
    "place, to tell when the same contact is sent again. It holds no key, token or password. What waits to be sent is "
    "kept until it is sent or forgotten.",
)
KEEP_CONTACTS = Text(_C, "Keep refused rows and fingerprints for")
KEEP_JOBS = Text(_C, "Keep the history for")
DAYS = Text(_C, "days")
DAYS_OF = Text(_C, "{what}, days")
KEPT_FROM_NOW = Text(
    _C, "What is older goes at the next start. Uploads about which something is left to do stay."
)
ERASE = Text(_C, "Erase contacts now…")
ERASE_TITLE = Text(_C, "Erase all contacts from the history?")
ERASE_WORDS = Text(
    _C,
    "All refused rows and fingerprints are erased now. Counts, codes and IDs stay. Afterwards refused rows can no longer "
    "be fixed or saved from here, and exogui cannot tell any more which contacts were sent before. What waits to be "
    "sent stays.",
)
ERASE_IT = Text(_C, "Erase contacts")
ERASED = Text(_C, "All contacts were erased from the history.")

# --- a job in words ---------------------------------------------------------------------------------------

_STANDINGS: dict[Standing, tuple[Text, Text]] = {
    Standing.RUNNING: (
        Text(_C, "Running now"),
        Text(_C, "It is being worked on now, in this window, another one or by a scheduled run."),
    ),
    Standing.TO_DECIDE: (
        Text(_C, "Decide"),
        Text(
            _C, "The answer was lost, so nobody knows whether Exotel has some of it. You decide what happens."
        ),
    ),
    Standing.AT_EXOTEL: (
        Text(_C, "At Exotel"),
        Text(_C, "Exotel has it and has not said yet how all of it went. Asking sends nothing again."),
    ),
    Standing.WAITING: (
        Text(_C, "Waits here"),
        Text(_C, "Some of its contacts were never sent and wait on this computer."),
    ),
    Standing.UNACCOUNTED: (
        Text(_C, "Does not add up"),
        Text(_C, "Exotel’s counts do not match what was sent. Give Exotel the report and ask."),
    ),
    Standing.SOME_REFUSED: (
        Text(_C, "Some refused"),
        Text(_C, "Exotel refused some rows. Show result says which and why, and lets you fix them."),
    ),
    Standing.NOT_SENT: (Text(_C, "Not sent"), Text(_C, "Nothing of it was sent.")),
    Standing.PARTLY_SENT: (Text(_C, "Partly sent"), Text(_C, "You chose not to send the rest of it.")),
    Standing.DONE: (Text(_C, "Done"), Text(_C, "Exotel has every contact.")),
}

_OF_ROWS = Plural(_C, "{n} rows: {counts}", "{n} row: {counts}")


def standing_name(standing: Standing, say: Speaker) -> str:
    """Where a job stands, in a word or three."""
    return say(_STANDINGS[standing][0])


def standing_meaning(standing: Standing, say: Speaker) -> str:
    """What that means, in a sentence."""
    return say(_STANDINGS[standing][1])


def counts_line(counts: RowCounts, say: Speaker) -> str:
    """Where all rows of a job are, in one line that adds up: ``1,229 rows: 1,217 added or updated, 12 refused``."""
    return say(_OF_ROWS, counts.total, counts=counts_text(counts, say))


def forget_words(standing: Standing, counts: RowCounts, say: Speaker) -> str:
    """What forgetting a job means."""
    text = _FORGET.get(standing)
    if text is None:
        return say(_FORGET_FINISHED)
    concerned = {
        Standing.TO_DECIDE: counts.unknown,
        Standing.AT_EXOTEL: counts.in_flight + counts.unknown,
        Standing.WAITING: counts.waiting,
    }[standing]
    return f"{say(text, concerned)} {say(_FORGET_FINISHED)}"


def go_on_label(standing: Standing, counts: RowCounts, say: Speaker) -> str:
    """What going on with a job would do, as the words of a button."""
    match standing:
        case Standing.TO_DECIDE:
            return say(DECIDE)
        case Standing.AT_EXOTEL:
            return say(ASK_AGAIN)
        case Standing.WAITING:
            return say(SEND_WAITING, counts.waiting)
    return say(NOTHING_TO_GO_ON)
