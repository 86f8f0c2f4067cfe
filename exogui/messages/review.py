"""The words of the Review state: the table, its header, the filters and the Problems panel."""

from __future__ import annotations

from exogui.contacts.schema import Field
from exogui.messages.catalogue import Plural, Text

_PART = "review"

FIELD_NAMES: dict[Field, Text] = {
    Field.PHONE_NUMBER: Text(_PART, "phone number"),
    Field.FIRST_NAME: Text(_PART, "first name"),
    Field.LAST_NAME: Text(_PART, "last name"),
    Field.EMAIL: Text(_PART, "e-mail"),
    Field.COMPANY: Text(_PART, "company"),
    Field.TAG: Text(_PART, "tag"),
    Field.CUSTOM_FIELD_1: Text(_PART, "custom field 1"),
}
"""What Exotel's columns are called on screen."""

# --- the table -----------------------------------------------------------------------------------------

TABLE = Text(_PART, "Contacts")
TABLE_HELP = Text(
    _PART,
    "Every row of your file. Type to change a cell, F8 goes to the next problem, "
    "Alt and the down arrow chooses what a column is sent as.",
)
COLUMN_HEADERS = Text(_PART, "Columns")
ROW_NUMBERS = Text(_PART, "Row numbers")
CELL_EDITOR = Text(_PART, "Change {column} in row {row}")
BLANK_CELL = Text(_PART, "blank")
CELL_SPOKEN = Text(_PART, "{column} {value}")
CELL_SPOKEN_MUST_FIX = Text(_PART, "{column} {value}, must fix: {problem}")
CELL_SPOKEN_WORTH_A_LOOK = Text(_PART, "{column} {value}, worth a look: {problem}")
CELL_SPOKEN_NOT_SENT = Text(_PART, "{column} {value}, not sent")

EMPTY_FILE = Text(_PART, "This file has no contacts")
EMPTY_FILE_HELP = Text(_PART, "It has a header and nothing below it. Open another file.")
EMPTY_TABLE = Text(_PART, "No row is left")
EMPTY_TABLE_HELP = Text(_PART, "Your file still has them all. Undo brings them back.")
EMPTY_SEARCH = Text(_PART, "No rows match “{search}”")
EMPTY_SEARCH_HELP = Text(
    _PART, "Search for something shorter, or press Esc in the search field to see all rows."
)
EMPTY_MUST_FIX = Text(_PART, "Nothing left to fix")
EMPTY_MUST_FIX_HELP = Text(_PART, "No row would be refused. Choose All to see every row.")
EMPTY_LOOK = Text(_PART, "Nothing left to look at")
EMPTY_LOOK_HELP = Text(_PART, "Choose All to see every row.")
EMPTY_READY = Text(_PART, "No row is ready yet")
EMPTY_READY_HELP = Text(_PART, "Choose Must fix to see what is wrong, or use the repairs on the right.")
EMPTY_PROBLEM = Text(_PART, "This problem is gone")
EMPTY_PROBLEM_HELP = Text(_PART, "Choose All to see every row.")

# --- the header ----------------------------------------------------------------------------------------

FROM_COLUMN = Text(_PART, "from “{header}”")
NOT_SENT = Text(_PART, "not sent")
COLUMN_LETTER = Text(_PART, "Column {letter}")
HEADER_SPOKEN = Text(_PART, "{field}, from column “{header}” of your file")
HEADER_SPOKEN_NOT_SENT = Text(_PART, "“{header}” of your file, not sent")
HEADER_TIP = Text(_PART, "“{header}” is sent as {field}. Click to change.")
HEADER_TIP_NOT_SENT = Text(_PART, "“{header}” is not sent. Click to choose what it is.")
MENU_TITLE = Text(_PART, "Send “{header}” as")
MENU_NOT_SENT = Text(_PART, "Not sent")
MENU_FIELD_TAKEN = Text(_PART, "{field} (moves here from “{header}”)")

# --- filters and search --------------------------------------------------------------------------------

FILTERS = Text(_PART, "Which rows to show")
FILTER_ALL = Text(_PART, "All")
FILTER_READY = Text(_PART, "Ready")
FILTER_MUST_FIX = Text(_PART, "Must fix")
FILTER_WORTH_A_LOOK = Text(_PART, "Worth a look")
FILTER_ALL_HELP = Text(_PART, "Show every row")
FILTER_READY_HELP = Text(_PART, "Show only the rows in which nothing is wrong")
FILTER_MUST_FIX_HELP = Text(_PART, "Show only the rows that Exotel would refuse; they stay here until mended")
FILTER_WORTH_A_LOOK_HELP = Text(_PART, "Show only the rows that are sent, but may not be what you mean")
FILTER_SPOKEN = Plural(_PART, "{name}, {n} rows", "{name}, {n} row")
FILTER_PROBLEM_HELP = Text(_PART, "Only rows with this problem are shown. Click to show all rows again.")
SEARCH = Text(_PART, "Search all rows")
SEARCH_HELP = Text(_PART, "Show only rows with this text in any of their cells; Esc shows all again")
SEARCH_CLEAR = Text(_PART, "Clear the search")
SEARCH_FOUND = Plural(_PART, "{n} rows found", "{n} row found")

# --- the file ------------------------------------------------------------------------------------------

CHANGE_READING = Text(_PART, "Change")
CHANGE_READING_HELP = Text(_PART, "Choose another sheet, header row or encoding")

# --- the Problems panel --------------------------------------------------------------------------------

PROBLEMS = Text(_PART, "Problems")
SEVERITY_MUST_FIX = Text(_PART, "Must fix")
SEVERITY_WORTH_A_LOOK = Text(_PART, "Worth a look")
SEVERITY_NOTE = Text(_PART, "Good to know")
SHOW = Text(_PART, "Show")
SHOW_HELP = Text(_PART, "Show only the rows with this problem")
SHOWING = Text(_PART, "Showing")
SHOWING_HELP = Text(_PART, "Only the rows with this problem are shown. Click to show all rows.")
EXAMPLE_SPOKEN = Text(_PART, "Example: {before} becomes {after}")
CHOOSE_COUNTRY = Text(_PART, "Choose the country of these numbers")
CHOOSE_COUNTRY_FIRST = Text(_PART, "Choose a country…")
ALL_READY = Text(_PART, "Every row is ready")
ALL_READY_HELP = Text(_PART, "Nothing left to fix or to look at.")
WHICH_COLUMN = Text(_PART, "Which column has the phone numbers?")
WHICH_COLUMN_HELP = Text(
    _PART, "No column of your file is named like a phone number, so nothing can be sent yet."
)
EACH_NUMBER = Text(_PART, "Several: one row each…")
EACH_NUMBER_HELP = Text(
    _PART, "More than one column has phone numbers: shows what a row for each number would be"
)
FURTHER_NUMBERS = Plural(_PART, "{n} more columns have phone numbers", "One more column has phone numbers")
FURTHER_NUMBERS_HELP = Text(
    _PART, "{names}. Nobody is called there unless each of these numbers has a row of its own."
)
ONE_ROW_EACH = Text(_PART, "One row each…")
ONE_ROW_EACH_MEANS = Text(_PART, "Shows which rows would be added; nothing changes yet")
COLUMN_WITH_SAMPLE = Text(_PART, "{name}: {sample}")
OTHER_COLUMN = Text(_PART, "Another column")
