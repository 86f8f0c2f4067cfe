"""Texts of the main window: its actions, its menus, and what it says in its message bar."""

from __future__ import annotations

from exogui.messages.catalogue import Plural, Text

_C = "window"

APP_NAME = Text(_C, "exogui")
WINDOW_TITLE = Text(_C, "{file} – exogui")

OPEN = Text(_C, "Open…")
OPEN_TITLE = Text(_C, "Open a contacts file")
FILE_FILTER = Text(_C, "Contacts files (*.csv *.txt *.tsv *.xlsx *.xls *.xlsb *.ods)")
ALL_FILES = Text(_C, "All files (*)")
UNDO = Text(_C, "Undo")
REDO = Text(_C, "Redo")
NOTHING_TO_UNDO = Text(_C, "Nothing to undo")
NOTHING_TO_REDO = Text(_C, "Nothing to redo")
MORE = Text(_C, "More")
MORE_TIP = Text(_C, "More actions")
FIND = Text(_C, "Find in all rows")
NEXT_PROBLEM = Text(_C, "Next problem")
PREVIOUS_PROBLEM = Text(_C, "Previous problem")
UPLOAD = Text(_C, "Upload")
CLOSE_FILE = Text(_C, "Close file")
ACCOUNTS = Text(_C, "Accounts…")
FORGET_RECENT = Text(_C, "Forget recent files")
QUIT = Text(_C, "Quit")
COLOURS = Text(_C, "Colours")
COLOURS_SYSTEM = Text(_C, "As the system")
COLOURS_LIGHT = Text(_C, "Light")
COLOURS_DARK = Text(_C, "Dark")
ABOUT = Text(_C, "About exogui")
ABOUT_TEXT = Text(
    _C,
    "exogui {version} gets contact lists into Exotel. It is free software under the MIT licence and is not made by "
    "Exotel.",
)
LICENCES = Text(_C, "Licences")
CLOSE = Text(_C, "Close")

EDIT_MENU = Text(_C, "Edit")

READING = Text(_C, "Reading {file}…")
READING_PERCENT = Text(_C, "Reading {file}: {percent} %")
WORKING_PERCENT = Text(_C, "Working: {percent} %")
CANCEL = Text(_C, "Cancel")
UNSAVED_TEXT = Text(
    _C,
    "You have changed cells of {file} here, and they have not been uploaded. The file itself stays as it was, so leaving "
    "this table forgets the changes.",
)
DISCARD = Text(_C, "Forget my changes")
STAY = Text(_C, "Stay here")
UPLOADING_BUSY = Text(_C, "An upload is under way. Wait for it to end, or cancel it first.")
ONE_FILE_AT_A_TIME = Text(_C, "One file at a time: {file} is open. Not opened: {others}.")
NAMES_AND_MORE = Text(_C, "{names} and {more} more")
OPENED_AFTER_DIALOG = Text(_C, "{file} is opened as soon as the dialog is closed.")
STILL_WORKING = Text(
    _C, "exogui is still working on the table. Nothing was sent; press Upload when it is done."
)
OTHER_FILE_NOW = Text(
    _C, "Another file was opened before the upload began, so nothing was sent. Press Upload to send this one."
)

CLOSING_TITLE = Text(_C, "An upload is under way")
CLOSING_SENDING = Text(
    _C,
    "The file is still going out. If you close exogui now, sending stops before the whole file has left this "
    "computer, and Exotel adds nothing from it.",
)
CLOSING_WAITING = Text(
    _C,
    "The whole file went out and Exotel has not answered yet. If you close exogui now, nobody can tell from here "
    "whether Exotel took it, and you will be asked at the next start what to do.",
)
CLOSING_PROCESSING = Text(
    _C,
    "Exotel has taken the file and goes on processing it by itself. If you close exogui now, it asks Exotel at its next "
    "start how it went.",
)
CLOSE_ANYWAY = Text(_C, "Close anyway")
KEEP_OPEN = Text(_C, "Keep it open")

REPAIRED = Plural(_C, "{n} cells repaired.", "{n} cell repaired.")
REPAIR_UNDECIDED = Plural(
    _C,
    "{n} cells were left alone: nothing is certain about them. Look at each of them.",
    "{n} cell was left alone: nothing is certain about it. Look at it.",
)
SAVED_REFUSED = Plural(_C, "{n} refused rows saved to {file}.", "{n} refused row saved to {file}.")
SAVE_REFUSED_TITLE = Text(_C, "Save refused rows")
SAVE_REFUSED_NAME = Text(_C, "{stem} – refused")
SAVE_XLSX = Text(_C, "Excel workbook (*.xlsx)")
SAVE_CSV = Text(_C, "CSV (*.csv)")
CANNOT_SAVE = Text(
    _C, "{file} could not be saved: {reason}. Close it in other programs, or save it in another folder."
)
CANNOT_SAVE_OVER_SOURCE = Text(
    _C, "That is the file the contacts came from, and exogui never changes it. Choose another name."
)
NO_CONTACTS = Text(_C, "{file} has a header and no contact below it. Check that this is the file you meant.")
UNEXPECTED = Text(
    _C,
    "Something went wrong that exogui did not expect ({kind}). Your file is unchanged. Try again; if it happens "
    "again, send the log to the people who support exogui: {log}",
)
KEYCHAIN_EMPTY = Text(
    _C,
    "The keychain of this computer has no key for “{name}”. Enter the key and token once more; exogui goes on from "
    "there.",
)

SIGN_IN_ENDED = Text(
    _C,
    "Exotel does not accept this sign-in any more. Enter the key and token once more; the upload waits and then goes "
    "on.",
)

KEPT_FOR_NOW = Text(_C, "Until you close exogui, the account can be used.")
ENTER_AGAIN = Text(_C, "Enter the key and token once more; exogui goes on from there.")
FORGOTTEN = Text(_C, "{name} and its keys are gone from this computer. Nothing changed in Exotel.")
ACCOUNTS_FILE_TROUBLE = Text(
    _C,
    "The account list could not be read or written: {reason}. Check that you may write to your own settings folder, then "
    "try again.",
)

ACCOUNTS_SET_ASIDE = Text(
    _C,
    "The saved accounts could not be understood, so they were set aside as {file}. Add your account again.",
)

TODAY_AT = Text(_C, "Today {time}")
YESTERDAY_AT = Text(_C, "Yesterday {time}")
RECENT_SENT = Plural(_C, "{n} sent", "{n} sent")
RECENT_REFUSED = Plural(_C, "{n} refused", "{n} refused")
RECENT_UNKNOWN = Text(_C, "not known whether it arrived")
RECENT_UNFINISHED = Text(_C, "at Exotel, which had not finished")
RECENT_NOT_SENT = Text(_C, "not sent")

COLUMN_ROW = Text(_C, "Row")
COLUMN_CODE = Text(_C, "Exotel code")
COLUMN_MEANING = Text(_C, "What it means")
COLUMN_ADVICE = Text(_C, "What to do")
CANNOT_SAVE_AS_XLSX = Text(_C, "These rows do not fit into an Excel workbook. Save them as CSV instead.")
CANNOT_SAVE_FORMAT = Text(_C, "Rows can be saved as .xlsx or .csv. Choose a name that ends in one of them.")
