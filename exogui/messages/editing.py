"""Working on the table: its menus, find and replace, pasting, columns with one value, saving, numbers taken out."""

from __future__ import annotations

from exogui.messages.catalogue import Plural, Text

_PART = "editing"

# --- menus ---------------------------------------------------------------------------------------------

EDIT_MENU = Text(_PART, "Edit")
CUT = Text(_PART, "Cut")
COPY = Text(_PART, "Copy")
PASTE = Text(_PART, "Paste")
CLEAR = Text(_PART, "Clear cells")
FILL_DOWN = Text(_PART, "Fill down")
DELETE_ROWS = Text(_PART, "Delete rows")
DELETE_N_ROWS = Plural(_PART, "Delete {n} rows", "Delete this row")
SELECT_ALL = Text(_PART, "Select all")
CHANGE_TO = Text(_PART, "Change to “{value}”")
CELL_MENU = Text(_PART, "What to do with these cells")
ROW_MENU = Text(_PART, "What to do with these rows")
REPLACE = Text(_PART, "Find and replace…")
REPLACE_IN_COLUMN = Text(_PART, "Find and replace in this column…")
SAME_VALUE = Text(_PART, "Same value for every row…")
SAME_VALUE_IN_COLUMN = Text(_PART, "Same value in every row…")
ONE_ROW_EACH = Text(_PART, "One row for each phone number…")
RESET_COLUMNS = Text(_PART, "Reset all columns")
SAVE_LIST = Text(_PART, "Save corrected list…")
TAKE_OUT = Text(_PART, "Take out numbers from a file…")
HELP = Text(_PART, "How exogui works")

# --- what was done -------------------------------------------------------------------------------------

UNDO = Text(_PART, "Undo")
CELLS_EMPTIED = Plural(
    _PART,
    "{n} e-mails are empty in this table. Your file still has them.",
    "The e-mail is empty in this table. Your file still has it.",
)
ROWS_DELETED = Plural(
    _PART,
    "{n} rows are gone from this table. Your file still has them.",
    "The row is gone from this table. Your file still has it.",
)
ROWS_PASTED = Plural(
    _PART,
    "{n} rows were added at the end of this table for what you pasted.",
    "A row was added at the end of this table for what you pasted.",
)
PASTE_TOO_LARGE = Text(
    _PART,
    "What you copied has {rows} rows and {columns} columns, and only {rows_fit} rows and {columns_fit} columns of it fit "
    "here. Nothing was pasted yet.",
)
PASTE_WHAT_FITS = Text(_PART, "Paste what fits")
PASTE_NOTHING = Text(_PART, "Paste nothing")
NOTHING_TO_PASTE = Text(_PART, "There is no text to paste. Copy cells in Excel or here first.")
COLUMN_ADDED = Plural(
    _PART,
    "Every row is sent with this {field} now: {n} rows.",
    "The row is sent with this {field} now.",
)

WORKING = Text(_PART, "Working…")
SAVING = Text(_PART, "Saving the list…")

# --- find and replace ----------------------------------------------------------------------------------

FIND_BAR = Text(_PART, "Find and replace")
FIND_WHAT = Text(_PART, "Find")
FIND_WHAT_HELP = Text(_PART, "The text to look for, word for word. Enter goes to the next cell that has it.")
REPLACE_WITH = Text(_PART, "Replace with")
REPLACE_WITH_HELP = Text(_PART, "What to put there. Nothing takes the text out.")
FIND_WHERE = Text(_PART, "Look in")
FIND_WHERE_HELP = Text(_PART, "Only the rows on show are searched.")
IN_ALL_COLUMNS = Text(_PART, "All columns")
IN_SELECTION = Text(_PART, "Selected cells")
MATCH_CASE = Text(_PART, "Aa")
MATCH_CASE_SPOKEN = Text(_PART, "Match capital letters")
MATCH_CASE_HELP = Text(_PART, "Tell capital letters from small ones")
WHOLE_CELL = Text(_PART, "Whole cell")
WHOLE_CELL_HELP = Text(_PART, "Find only cells that hold nothing but the text")
FIND_NEXT = Text(_PART, "Next")
FIND_NEXT_HELP = Text(_PART, "Go to the next cell with the text")
REPLACE_ONE = Text(_PART, "Replace")
REPLACE_ONE_HELP = Text(_PART, "Replace the text in this cell and go to the next one that has it")
REPLACE_ALL = Text(_PART, "Replace all")
REPLACE_ALL_N = Plural(_PART, "Replace in {n} cells", "Replace in {n} cell")
REPLACE_ALL_HELP = Text(_PART, "Replace the text in every cell found, as one step that can be undone")
FOUND = Plural(_PART, "{n} cells", "{n} cell")
FOUND_ON_SHOW = Plural(_PART, "{n} cells in the rows on show", "{n} cell in the rows on show")
FOUND_NONE = Text(_PART, "Not found")
FOUND_NONE_ON_SHOW = Text(_PART, "Not in the rows on show")
CLOSE_FIND = Text(_PART, "Close find and replace")
REPLACED = Plural(_PART, "Text replaced in {n} cells.", "Text replaced in {n} cell.")

# --- the same value for every row ----------------------------------------------------------------------

SAME_VALUE_TITLE = Text(_PART, "Same value for every row")
SAME_VALUE_INTRO = Text(
    _PART,
    "Such as a tag for this campaign, or the company of a list that has none. Your file stays as it is.",
)
SAME_VALUE_FIELD = Text(_PART, "Send as")
SAME_VALUE_VALUE = Text(_PART, "Value")
SAME_VALUE_EXAMPLE = Text(_PART, "November campaign")
FIELD_WITHOUT_COLUMN = Text(_PART, "{field} (new column)")
FIELD_WITH_COLUMN = Text(_PART, "{field}, from “{header}”")
WHICH_CELLS = Text(_PART, "Fill")
ONLY_BLANK = Text(_PART, "Empty cells only")
OVERWRITE = Text(_PART, "All cells")
WILL_ADD = Plural(
    _PART, "A new column with this value for all {n} rows.", "A new column with this value for the row."
)
WILL_FILL = Plural(_PART, "{n} empty cells get this value.", "{n} empty cell gets this value.")
WILL_OVERWRITE = Plural(
    _PART,
    "{n} cells have something else now: it is replaced. Undo brings it back.",
    "{n} cell has something else now: it is replaced. Undo brings it back.",
)
FILL = Text(_PART, "Fill")
ADD = Text(_PART, "Add column")
CANCEL = Text(_PART, "Cancel")
NEED_VALUE = Text(_PART, "Type the value that every row shall have.")
VALUE_TOO_LONG = Text(_PART, "Exotel takes at most {most} characters here. Shorten it.")

# --- saving --------------------------------------------------------------------------------------------

SAVE_LIST_TITLE = Text(_PART, "Save corrected list")
SAVE_LIST_NAME = Text(_PART, "{stem} – corrected")
NOT_SENT_HEADER = Text(_PART, "{header} (not sent)")
LIST_SAVED = Plural(_PART, "{n} rows saved to {file}.", "{n} row saved to {file}.")

# --- numbers taken out ---------------------------------------------------------------------------------

TAKE_OUT_TITLE = Text(_PART, "Take out numbers from a file")
SECOND_FILE = Text(_PART, "What is {file}: another list to open, or numbers to take out of this list?")
SECOND_FILE_OPEN = Text(_PART, "Open it")
SECOND_FILE_TAKE_OUT = Text(_PART, "Take its numbers out")
SECOND_FILE_NOTHING = Text(_PART, "Neither")
TAKEN_OUT = Plural(
    _PART,
    "{n} rows taken out: their numbers stand in {file}.",
    "{n} row taken out: its number stands in {file}.",
)
NONE_TAKEN_OUT = Plural(
    _PART,
    "No row has one of the {n} numbers in {file}. Nothing changed.",
    "No row has the one number in {file}. Nothing changed.",
)
NOT_NUMBERS = Plural(
    _PART,
    "{n} rows of {file} could not be read as phone numbers; look at them in that file.",
    "{n} row of {file} could not be read as a phone number; look at it in that file.",
)
PHONE_COLUMN_FIRST = Text(
    _PART, "Choose first which column of this list has the phone numbers; then their rows can be found."
)
NO_NUMBERS = Text(
    _PART,
    "{file} has no phone number in it that exogui can read. Check that it is the file you meant, and that its numbers "
    "have a country code.",
)

# --- the same export again -----------------------------------------------------------------------------

SAME_EXPORT = Text(_PART, "This list has the columns of one you worked on before ({day}).")
MAPPED_AS_BEFORE = Text(_PART, "They are sent as they were then.")
SAME_REPAIRS = Plural(
    _PART, "The same repairs would mend {n} cells.", "The same repairs would mend {n} cell."
)
SAME_ROWS = Plural(
    _PART,
    "{n} further numbers would get rows of their own again.",
    "{n} further number would get a row of its own again.",
)
SAME_COLUMN = Text(_PART, "Every row would be sent with the {field} “{value}” again.")
DO_AS_BEFORE = Text(_PART, "Do the same again")
READ_OTHERWISE = Text(
    _PART, "A file like this one was read in another way when you worked on it before ({day}): {options}."
)
READ_AS_BEFORE = Text(_PART, "Read it that way")
DONE_AS_BEFORE = Plural(_PART, "{n} changes made as before.", "{n} change made as before.")
REPAIR_AS_BEFORE = Plural(_PART, "Repair {n} cells", "Repair {n} cell")
NOT_NOW = Text(_PART, "Not now")
REPAIRED_AS_BEFORE = Plural(_PART, "{n} cells repaired as before.", "{n} cell repaired as before.")
DIFFERS = Text(
    _PART,
    "This list looks like one you worked on before ({day}), but it differs. {differences} Check it first.",
)
NEW_COLUMNS = Plural(_PART, "New columns: {names}.", "New column: {names}.")
MISSING_COLUMNS = Plural(
    _PART, "These fields have no column any more: {names}.", "This field has no column any more: {names}."
)
OTHER_COUNTRIES = Text(_PART, "It has numbers of {names}, which the other had not.")
FEWER_READY = Text(_PART, "Only {now} % of the rows would be ready, and {then} % were.")
FEWER_ROWS = Text(_PART, "It has {now} rows, and the other had {then}.")
