"""Texts of the Result state."""

from __future__ import annotations

from exogui.messages.catalogue import Plural, Text

# --- the sentence at the top -----------------------------------------------------------------------------

ALL_IN = Plural("result", "{file}: all {n} contacts are in Exotel", "{file}: the contact is in Exotel")
SOME_IN = Plural(
    "result", "{file}: {there} of {n} contacts are in Exotel", "{file}: {there} of {n} contact is in Exotel"
)
NONE_IN = Plural("result", "{file}: none of {n} contacts was taken", "{file}: the contact was not taken")
FAILED = Text("result", "{file}: nothing was sent")
UNKNOWN = Text("result", "{file}: nobody can tell yet whether Exotel took it")
UNKNOWN_OUTCOME = Text("result", "{file}: Exotel took it, and how it went is not known")
CANCELLED = Text("result", "{file}: you stopped before anything was taken")
CANCELLED_LATER = Text("result", "{file}: you stopped watching; Exotel goes on")
UNFINISHED = Text("result", "{file}: Exotel has it and has not said yet how it went")
PAUSED = Plural(
    "result", "{file}: {sent} sent, {n} contacts wait here", "{file}: {sent} sent, {n} contact waits here"
)

# --- what it means and what comes next -------------------------------------------------------------------

NEXT_FAILED = Text("result", "Your rows are still here. Go back to them and try again.")
NEXT_UNKNOWN = Text(
    "result",
    "The connection ended before Exotel answered. You decide what happens with these contacts; nothing is sent again by "
    "itself.",
)
NEXT_UNKNOWN_OUTCOME = Text(
    "result", "Look in Exotel for these contacts. Give Exotel the upload ID under Details if you need help."
)
NEXT_CANCELLED = Text("result", "Nothing was added to Exotel. Your rows are still here.")
NEXT_CANCELLED_LATER = Text(
    "result",
    "Exotel has the file and works through it by itself. exogui asks again how it went when you say so, and by itself "
    "at its next start. Nothing is sent again.",
)
NEXT_UNFINISHED = Text(
    "result",
    "Nothing is lost, and nothing is sent again. exogui asks Exotel again when you say so, and by itself at its next "
    "start.",
)
NEXT_PAUSED = Text(
    "result",
    "Look at what became of those that were sent, then send the rest or leave it. The rest goes as it was when the upload "
    "began; what you change in the table now is not in it.",
)

# --- the picture of the counts ---------------------------------------------------------------------------

ADDED = Text("result", "added")
UPDATED = Text("result", "added or updated")
ALREADY_THERE = Text("result", "already there, skipped")
REFUSED = Text("result", "refused")
UNKNOWN_ROWS = Text("result", "unknown")
IN_FLIGHT = Text("result", "at Exotel, not known yet")
WAITING = Text("result", "not sent yet")
NOT_SENT = Text("result", "not sent")
SENT_BALANCED = Text("result", "sent, all accounted for")
SENT = Text("result", "sent")
ATTEMPTS = Plural("result", "in {n} attempts", "in {n} attempt")
PICTURE = Text("result", "What became of the contacts")
PART = Text("result", "{count} {what}")
NOT_ACCOUNTED = Plural("result", "{n} rows are not accounted for", "{n} row is not accounted for")
TOO_MANY = Plural(
    "result", "Exotel counts {n} rows more than were sent", "Exotel counts {n} row more than was sent"
)
REASONS_MISSING = Plural(
    "result", "Exotel does not say which {n} rows it refused", "Exotel does not say which {n} row it refused"
)
NOT_BALANCED_NEXT = Text(
    "result",
    "Exotel’s numbers do not add up to what was sent. Give Exotel the upload ID under Details and ask.",
)

# --- the refused rows ------------------------------------------------------------------------------------

TABLE = Text("result", "Refused rows")
COLUMN_ROW = Text("result", "row")
COLUMN_PHONE = Text("result", "phone number")
COLUMN_NAME = Text("result", "name")
COLUMN_EMAIL = Text("result", "e-mail")
COLUMN_CODE = Text("result", "Exotel says")
COLUMN_ADVICE = Text("result", "what to do")
ROW_UNCERTAIN = Text("result", "?")
ROW_UNCERTAIN_MEANS = Text(
    "result", "Exotel does not say clearly which row this is. Look for the phone number in your file."
)
CELL = Text("result", "{column}: {value}")
CELL_EMPTY = Text("result", "{column}: empty")
NOTHING_REFUSED = Text("result", "Exotel refused none of the rows")
NOTHING_REFUSED_NEXT = Text("result", "There is nothing left to do for this file.")
NO_LIST_YET = Text("result", "No list of refused rows")
NO_LIST_YET_NEXT = Text(
    "result", "Exotel has not said what became of these contacts. Your rows are still here."
)
NO_REASONS = Text("result", "Exotel did not list the refused rows")
NO_REASONS_NEXT = Text("result", "Give Exotel the upload ID under Details and ask which rows they are.")

# --- what can be done ------------------------------------------------------------------------------------

SAVE_REFUSED = Text("result", "Save refused rows…")
SAVE_REFUSED_MEANS = Text("result", "Saves the refused rows with Exotel’s reasons as Excel or CSV.")
FIX = Plural("result", "Fix these {n} rows", "Fix this {n} row")
FIX_MEANS = Text("result", "Puts only these rows back into the table, each with Exotel’s reason.")
NEW_UPLOAD = Text("result", "New upload")
NEW_UPLOAD_MEANS = Text("result", "Starts again with another file.")
BACK = Text("result", "Back to the rows")
BACK_MEANS = Text("result", "Shows the rows again as you left them.")
ASK_AGAIN = Text("result", "Ask Exotel again")
ASK_AGAIN_MEANS = Text("result", "Asks how it went with what Exotel has. Sends nothing.")
SEND_REST = Plural("result", "Send the other {n} contacts", "Send the other contact")
SEND_REST_MEANS = Text(
    "result",
    "Sends the contacts that wait here as they were when the upload began, to the same list and with the same choices.",
)
DECIDE = Text("result", "Decide…")
DECIDE_MEANS = Text(
    "result", "Explains what you can do about contacts of which nobody knows whether they arrived."
)
DETAILS = Text("result", "Details")
DETAILS_MEANS = Text("result", "What Exotel’s support needs to find this upload.")
COPY_DETAILS = Text("result", "Copy")
DETAIL_UPLOAD_ID = Text("result", "Upload ID: {value}")
DETAIL_REQUEST_ID = Text("result", "Request ID: {value}")
DETAIL_HTTP = Text("result", "HTTP status: {value}")
DETAIL_SERVER = Text("result", "Exotel’s own words: {value}")
DETAIL_NONE = Text("result", "Exotel gave no ID for this upload.")
