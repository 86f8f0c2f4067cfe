"""Texts of the upload bar and of the panel that shows an upload under way."""

from __future__ import annotations

from exogui.messages.catalogue import Plural, Text

# --- the bar under the table -----------------------------------------------------------------------------

IF_THERE = Text("sending", "If a contact is already in Exotel")
SKIP = Text("sending", "Skip it")
UPDATE = Text("sending", "Update it")
CREATE_AGAIN = Text("sending", "Create again")
SKIP_MEANS = Text("sending", "The contact in Exotel stays as it is.")
UPDATE_MEANS = Text("sending", "The contact in Exotel gets the values of this file.")
CREATE_AGAIN_MEANS = Text("sending", "Exotel makes a second contact with the same phone number.")

LIST_ID = Text("sending", "List ID (optional)")
LIST_ID_EXAMPLE = Text("sending", "e.g. list_8841")
LIST_ID_MEANS = Text(
    "sending", "Adds the contacts to this Exotel list. Leave it empty to add them to no list."
)

UPLOAD = Plural("sending", "Upload {n} contacts", "Upload {n} contact")
TRY_FIRST = Plural("sending", "Try {n} first", "Try {n} first")
TRY_FIRST_MEANS = Plural(
    "sending",
    "Sends the first {n} contacts that are ready, so that you see what becomes of them. The others follow when you say "
    "so, as the same upload.",
    "Sends the first contact that is ready, so that you see what becomes of it. The others follow when you say so.",
)
UPLOAD_BUSY = Text("sending", "Uploading…")
UPLOAD_NOTHING = Text("sending", "Nothing to upload yet")
ADD_ACCOUNT = Text("sending", "Add an account to upload")
ADD_ACCOUNT_MEANS = Text("sending", "Opens the account details. Your rows stay as they are.")
NO_PHONE_COLUMN = Text("sending", "Choose the column with the phone numbers first.")
NO_ROW_READY = Text("sending", "No row is ready. Fix a row first, or send rows with problems too.")
NO_ROWS = Text("sending", "This file has no rows. Open another one.")
ROWS_STAY = Plural("sending", "{n} rows stay here", "{n} row stays here")
ROWS_STAY_MEANS = Text("sending", "Rows that must be fixed are not sent. They stay in the table.")
ROWS_INCLUDED = Plural("sending", "{n} rows with problems go too", "{n} row with problems goes too")
SEND_TOO = Text("sending", "Send them too")
SEND_TOO_MEANS = Plural(
    "sending",
    "Sends the {n} rows that must be fixed as they are. Exotel will probably refuse them.",
    "Sends the {n} row that must be fixed as it is. Exotel will probably refuse it.",
)

# --- the panel while an upload is under way --------------------------------------------------------------

PANEL = Text("sending", "Upload under way")
PROGRESS = Text("sending", "Progress of the upload")
STEP_SENT = Text("sending", "Sent {size}")
STEP_SENDING = Text("sending", "Sending")
STEP_PROCESSING = Text("sending", "Processing")
STEP_PROCESSING_ROWS = Plural("sending", "Processing {n} contacts", "Processing {n} contact")
STEP_RESULT = Text("sending", "Result")
STEP_DONE = Text("sending", "{step}, done")
STEP_NOW = Text("sending", "{step}, now")
STEP_LATER = Text("sending", "{step}, still to come")

PREPARING = Text("sending", "Getting the file ready")
SENDING_MB = Text("sending", "Sending {sent} of {total} MB")
SENDING_KB = Text("sending", "Sending {sent} of {total} KB")
AWAITING = Text("sending", "Waiting for Exotel to take the file")
PROCESSING = Text("sending", "Exotel is processing your contacts")
FETCHING = Text("sending", "Fetching the rows that Exotel refused")
WAITING_RATE = Plural(
    "sending",
    "Waiting {n} seconds because Exotel asked for a pause",
    "Waiting {n} second because Exotel asked for a pause",
)
WAITING_TROUBLE = Plural(
    "sending",
    "Exotel has trouble answering. Trying again in {n} seconds",
    "Exotel has trouble answering. Trying again in {n} second",
)
WAITING_NETWORK = Plural(
    "sending",
    "No connection to Exotel. Trying again in {n} seconds",
    "No connection to Exotel. Trying again in {n} second",
)
WOKE = Text("sending", "This computer slept. Asking Exotel how far it is")
PARTS = Text("sending", "{done} of {total} contacts done")
STOPPING = Text("sending", "Stopping…")

MEGABYTES = Text("sending", "{size} MB")
KILOBYTES = Text("sending", "{size} KB")
PERCENT = Text("sending", "{percent} %")
SECONDS_LEFT = Plural("sending", "about {n} seconds left", "about {n} second left")
MINUTES_LEFT = Plural("sending", "about {n} minutes left", "about {n} minute left")
FEW_SECONDS_LEFT = Text("sending", "a few seconds left")
LONGER = Text("sending", "taking longer than Exotel expected")

CANCEL = Text("sending", "Cancel")
STOP_WAITING = Text("sending", "Stop waiting")
STOP_WATCHING = Text("sending", "Stop watching")
CANCEL_MEANS = Text("sending", "Stops here. Exotel takes nothing before the whole file has arrived.")
CANCEL_BETWEEN_MEANS = Text("sending", "Stops here. Exotel has taken nothing.")
CANCEL_MANY_MEANS = Text(
    "sending",
    "Stops here. What Exotel has it goes on with by itself; what has not been sent stays here and can follow later.",
)
STOP_WAITING_MEANS = Text(
    "sending",
    "The whole file is on its way. If you stop now, nobody can tell from here whether Exotel took it.",
)
STOP_WATCHING_MEANS = Text(
    "sending",
    "Exotel goes on with the file by itself. Only exogui stops asking how it went; you can let it ask again later.",
)

NOTE_PREPARING = Text("sending", "Your own file is not changed.")
NOTE_SENDING = Text("sending", "Exotel takes nothing before the whole file has arrived.")
NOTE_AWAITING = Text("sending", "The whole file went out. Exotel says in a moment whether it takes it.")
NOTE_PROCESSING = Text("sending", "Exotel has accepted the file and is working through it.")
NOTE_WAITING_BEFORE = Text("sending", "Nothing has been taken yet. It goes on by itself.")
NOTE_WAITING_AFTER = Text("sending", "Exotel has the file. Nothing is lost; it goes on by itself.")
NOTE_WOKE = Text("sending", "Nothing is lost; it goes on by itself.")
NOTE_PARTS = Text(
    "sending",
    "The list is longer than Exotel takes in one file, so it goes out in several, one after the other.",
)
NOTE_FETCHING = Text("sending", "Exotel is done with the file.")
