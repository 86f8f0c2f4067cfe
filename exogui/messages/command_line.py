"""Texts of the command line."""

from __future__ import annotations

from exogui.messages.catalogue import Plural, Text

_C = "command_line"

DESCRIPTION = Text(_C, "Gets contact lists into Exotel.")
COMMANDS = Text(_C, "commands")
WINDOW_HELP = Text(
    _C,
    "“exogui [FILE] [--practice] [--new-window]” opens the window, with that file and on the practice account if asked "
    "to. A window that is open already does so itself, unless a new one is wanted.",
)
CHECK_HELP = Text(_C, "say what is wrong with a contacts file; sends nothing")
CHECK_EXIT = Text(
    _C,
    "Exit status: 0 no row has an error, 1 some have, 2 the file cannot be read as contacts.",
)
UPLOAD_HELP = Text(_C, "send the contacts of a file to Exotel and report what became of them")
UPLOAD_EXIT = Text(
    _C,
    "Exit status: 0 every row sent was accepted or is already there, 1 some were refused, 2 nothing was sent, "
    "3 it is not known (yet) what became of some, 4 some were sent and others wait for “exogui resume --send”.\n"
    "Without --account, the account comes from EXOGUI_ACCOUNT_SID with EXOGUI_API_KEY and EXOGUI_API_TOKEN, or "
    "with EXOGUI_ACCESS_TOKEN, and its address from EXOGUI_BASE_URL.",
)
FILE_HELP = Text(_C, "the contacts file: CSV or an Excel workbook")
JSON_HELP = Text(_C, "print one JSON object to standard output")
PRACTICE_HELP = Text(_C, "use the practice account: nothing leaves this computer")
NEW_WINDOW_HELP = Text(
    _C,
    "open a window of its own; without it, the window that is open already comes forward and opens the file",
)
ACCOUNT_HELP = Text(_C, "an account saved in the window, by its name")
BASE_URL_HELP = Text(_C, "the address of Exotel's API, instead of the account's own")
LIST_ID_HELP = Text(_C, "the list that the contacts are to belong to")
DUPLICATE_HELP = Text(_C, "what Exotel does with a contact that is already there (default: skip)")
ONLY_READY_HELP = Text(_C, "leave rows with errors out; without it, a file with errors sends nothing")
TRY_FIRST_HELP = Text(
    _C, "send only the first 10 rows that would go; the others wait for “exogui resume --send”"
)
AGAIN_HELP = Text(
    _C,
    "send a file that this account had before although create_new makes every contact of it once more; without it, "
    "such a file sends nothing",
)
PRACTICE_HAS_ITS_ADDRESS = Text(_C, "--practice has an address of its own: leave --base-url out")

FOUND = Plural(_C, "{n} rows: {ready} ready, {errors} to fix.", "{n} row: {ready} ready, {errors} to fix.")
WORTH_A_LOOK = Plural(_C, "{n} of the ready rows are worth a look.", "{n} of the ready rows is worth a look.")
IN_ROWS = Plural(_C, "rows {rows}", "row {rows}")
AND_MORE = Text(_C, "{rows} and {n} more")
UNDERSTOOD_AS = Text(_C, "Columns: {columns}")
COLUMN_AS = Text(_C, "{column} → {field}")
NOT_SENT = Text(_C, "not sent")

NO_CONTACTS = Text(_C, "{file} has no contact in it, only a header. Check that this is the file you meant.")
NO_PHONE_COLUMN = Text(
    _C,
    "{file} has no column of phone numbers that can be told. Name the column phone_number in the file, or "
    "open it in the window and choose the column there.",
)
HAS_ERRORS = Plural(
    _C,
    "{n} rows have errors, so nothing was sent. See them with “exogui check” and repair them, or send the others with "
    "--only-ready.",
    "{n} row has an error, so nothing was sent. See it with “exogui check” and repair it, or send the others with "
    "--only-ready.",
)
NOTHING_READY = Text(_C, "No row is ready to send, so nothing was sent. Repair the file first.")
STAYED_HERE = Plural(_C, "{n} rows with errors were not sent.", "{n} row with errors was not sent.")
NOT_SENT_AGAIN = Text(_C, "So nothing was sent. To send it nevertheless, add --again.")
NO_ACCOUNT = Text(
    _C,
    "There is no account to send to. Use --practice to try it out, --account with a name saved in the window, or set "
    "EXOGUI_ACCOUNT_SID with EXOGUI_API_KEY and EXOGUI_API_TOKEN (or with EXOGUI_ACCESS_TOKEN). Missing: {names}.",
)
ACCOUNT_NOT_FOUND = Text(_C, "No account is saved under the name “{name}”. Saved are: {names}.")
NO_ACCOUNTS_SAVED = Text(_C, "none")
NO_CREDENTIALS = Text(
    _C,
    "The keychain of this computer has no key for “{name}”. Open the account in the window and save it again, or "
    "leave --account out and set the EXOGUI_ variables that “exogui upload --help” names.",
)
KEYCHAIN_LOCKED = Text(
    _C,
    "The keychain of this computer is locked. Unlock it and try again, or leave --account out and set the EXOGUI_ "
    "variables that “exogui upload --help” names.",
)
NO_KEYCHAIN = Text(
    _C,
    "The keychain of this computer cannot be used from here. Leave --account out and set the EXOGUI_ variables that "
    "“exogui upload --help” names.",
)
BAD_ADDRESS = Text(_C, "The address of Exotel’s API cannot be used. {why}")
NO_PRACTICE = Text(_C, "The practice account could not be started: {reason}. Try again.")
CANNOT_READ_ACCOUNTS = Text(
    _C, "The saved accounts could not be read: {reason}. Check that you may read your settings folder."
)
ACCOUNTS_DAMAGED = Text(
    _C,
    "The saved accounts could not be understood. They were set aside as {file}; save the account again in the window.",
)
SENDING_ALL = Text(_C, "Sending {total}")
SENDING = Text(_C, "Sending {sent} of {total}")
AWAITING_ANSWER = Text(_C, "All of it went out; waiting for Exotel's answer")
ACCEPTED = Text(_C, "Exotel took the file: upload {upload_id}")
PROCESSING = Text(_C, "Exotel is processing")
PROCESSING_FOR = Text(_C, "Exotel is processing, {seconds} s so far")
WAITING_RATE = Text(_C, "Waiting {seconds} s because Exotel asked for a pause")
WAITING_TROUBLE = Text(_C, "Waiting {seconds} s because Exotel has trouble")
WAITING_CONNECTION = Text(_C, "Waiting {seconds} s because there is no connection to Exotel")
COUNTED = Text(_C, "{done} of {total} rows are done")
WOKE = Text(_C, "The computer was asleep; going on")
FETCHING = Text(_C, "Fetching the refused rows")

COUNTS = Text(
    _C,
    "Sent {sent}: {successful} added or updated, {already_there} already there, {refused} refused, {unknown} unknown.",
)
NOT_SAID_YET = Plural(
    _C,
    "Exotel has not said yet what became of {n} of them.",
    "Exotel has not said yet what became of {n} of them.",
)
REFUSED_ROW = Text(_C, "  row {row}  {phone_number}  {code}: {meaning}")
ADVICE = Text(_C, "{code}: {advice}")
DOES_NOT_ADD_UP = Text(
    _C, "Exotel’s numbers do not add up to what was sent. Look in Exotel before you send anything again."
)
REASONS_MISSING = Plural(
    _C,
    "Exotel names {named} of the {n} rows it refused. Give Exotel the upload ID and ask for the others.",
    "Exotel does not say which row it refused. Give Exotel the upload ID and ask.",
)
STOPPED_IN_TIME = Text(
    _C, "Stopped before Exotel had the file, so nothing was sent. Start again when you like."
)
STOPPED_WATCHING = Text(_C, "Stopped, but Exotel has the file and goes on with it.")
STOPPED_FETCHING = Text(_C, "Stopped before the refused rows were fetched.")
STOPPED_BETWEEN = Text(_C, "Stopped before all of it had gone out.")
REST_NOT_SENT = Plural(_C, "{n} rows were not sent.", "{n} row was not sent.")
WITHOUT_RECORD = Text(
    _C,
    "The upload goes on without it: this file cannot be known again later, nor gone on with if it is interrupted.",
)
LOOK_FIRST = Text(_C, "Look in Exotel before you send it again.")
ASK_FOR_THE_ROWS = Text(_C, "Give Exotel the upload ID and ask which rows they are.")
DETAILS = Text(_C, "Details: {details}")
RESULT_NOT_WRITTEN = Text(
    _C, "The result could not be written where it should go ({reason}), so it stands here. Keep it from here."
)
INTERRUPTED = Text(_C, "Stopped.")
UNEXPECTED = Text(
    _C,
    "Something went wrong that exogui does not know ({what}). Tell whoever looks after exogui; if a file was being "
    "sent, look in Exotel before you send it again.",
)
NO_DISPLAY = Text(
    _C,
    "There is no screen to open a window on. Use “exogui check FILE” to look at a file and “exogui upload FILE” to send "
    "it.",
)
