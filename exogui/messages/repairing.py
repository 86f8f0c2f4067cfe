"""The words of the dialogs that put many rows right: a repair's preview, decisions, duplicates."""

from __future__ import annotations

from exogui.contacts.problems import ProblemCode
from exogui.messages.catalogue import Plural, Speaker, Text

_PART = "repairing"

CANCEL = Text(_PART, "Cancel")
COLUMN_ROW = Text(_PART, "Row")
COLUMN_CONTACT = Text(_PART, "Contact")

# --- on the problem cards ------------------------------------------------------------------------------

PREVIEW = Text(_PART, "Preview")
PREVIEW_MEANS = Text(_PART, "Shows every row before and after; nothing changes yet")
DECIDE_ACTION = Text(_PART, "Decide…")
DUPLICATES_BUTTON = Plural(_PART, "Sort out {n}…", "Sort it out…")
DECIDE_BUTTON = Plural(_PART, "Decide {n}…", "Decide…")
DECIDE_MEANS = Text(_PART, "Shows what there is to choose from, side by side; nothing changes yet")

# --- the preview of a repair ---------------------------------------------------------------------------

PREVIEW_INTRO = Text(
    _PART, "This is what would change. Nothing has changed yet, and afterwards Undo takes it back."
)
PREVIEW_ROWS = Text(_PART, "Rows before and after")
WHICH_ROWS = Text(_PART, "Which rows to show")
WILL_CHANGE = Plural(_PART, "Changes: {n}", "Changes: {n}")
WILL_CHANGE_MEANS = Text(_PART, "The cells that are put right, before and after")
STAYS = Plural(_PART, "For you to decide: {n}", "For you to decide: {n}")
STAYS_MEANS = Text(_PART, "The rows that stay as they are, because there is more than one way to read them")
COLUMN_BEFORE = Text(_PART, "Now")
COLUMN_AFTER = Text(_PART, "Then")
STAYS_AS_IT_IS = Text(_PART, "stays as it is")
EMPTIED = Text(_PART, "empty")
SIGNS = Text(_PART, "␣ stands for a stray space, ⍽ for one that does not break, ↵ for a line break.")
UNDECIDED_LEFT = Plural(
    _PART,
    "{n} rows stay for you to decide.",
    "{n} row stays for you to decide.",
)
NOTHING_UNDECIDED = Text(_PART, "No row is left over.")
NOTHING_CERTAIN = Text(_PART, "No row has one certain repair. Look at each of them.")

# --- decisions -----------------------------------------------------------------------------------------

DECISIONS_INTRO = Text(
    _PART,
    "Only you can know what these cells mean. Choose the right number, or leave the cell: nothing is guessed.",
)
DECISION_ROWS = Text(_PART, "Cells to decide about")
DECISIONS_HELP = Text(_PART, "The arrow keys move about, Space chooses.")
COLUMN_VALUE = Text(_PART, "In your file")
COLUMN_READING = Text(_PART, "Reading {number}")
COLUMN_LEAVE = Text(_PART, "Leave")
LEAVE_CELL = Text(_PART, "as it is")
READING_NOTE = Text(_PART, "{country}, {kind}")
COLUMN_EACH = Text(_PART, "One row each")
EACH_CELL = Plural(_PART, "{n} rows", "{n} row")
EACH_FOR_ALL = Plural(_PART, "One row each for all {n}", "One row each")
EACH_FOR_ALL_MEANS = Text(
    _PART, "Repeats the row for each further number, wherever every number in the cell is certain"
)
ROWS_COME = Plural(_PART, "{n} rows are added.", "{n} row is added.")
CHOSEN_SPOKEN = Text(_PART, "{cell}, chosen")
SAME_PATTERN = Plural(
    _PART,
    "{n} other cells offer the same choice.",
    "{n} other cell offers the same choice.",
)
SAME_FOR_ALL = Plural(_PART, "Choose the same for all {n}", "Choose the same for it")
SAME_FOR_ALL_MEANS = Text(_PART, "Makes this choice in every cell that can be read in the same ways")
NO_SAME_PATTERN = Text(_PART, "No other cell offers the same choice.")
DECIDED = Plural(_PART, "Use {n} choices", "Use {n} choice")
NONE_DECIDED = Text(_PART, "Nothing chosen yet")
LEFT_ALONE = Plural(_PART, "{n} cells stay as they are.", "{n} cell stays as it is.")
NONE_LEFT_ALONE = Text(_PART, "Every cell is decided.")
ROWS_ADDED = Plural(
    _PART,
    "{n} rows were added for further numbers.",
    "A row was added for a further number.",
)
DECISIONS_DONE = Plural(_PART, "{n} numbers are as you chose.", "{n} number is as you chose.")
NOTHING_TO_DECIDE = Text(
    _PART, "None of these cells offers a choice of numbers. Show the rows and correct them one by one."
)

_DECISION_TITLES: dict[ProblemCode, Plural] = {
    ProblemCode.NO_COUNTRY_CODE: Plural(
        _PART, "{n} numbers without a certain country", "{n} number without a certain country"
    ),
    ProblemCode.PHONE_FORMAT: Plural(
        _PART, "{n} cells with more than a phone number", "{n} cell with more than a phone number"
    ),
}
_DECISION_TITLE = Plural(_PART, "{n} cells with a number in them", "{n} cell with a number in it")


def decisions_title(code: ProblemCode, n: int, say: Speaker) -> str:
    """What there is to decide: ``5 numbers can be read in more than one way``."""
    return say(_DECISION_TITLES.get(code, _DECISION_TITLE), n)


# --- duplicates ----------------------------------------------------------------------------------------

DUPLICATES_TITLE = Plural(
    _PART,
    "{n} phone numbers stand in this list more than once",
    "{n} phone number stands in this list more than once",
)
DUPLICATES_INTRO = Text(
    _PART, "Choose what to keep. Nothing has changed yet, and afterwards Undo brings every row back."
)
DUPLICATE_KINDS = Text(_PART, "Which duplicates to show")
EXACT = Plural(_PART, "Exact copies: {n}", "Exact copies: {n}")
EXACT_MEANS = Text(_PART, "Everything that is sent is the same: nothing is lost when the copies go")
DIFFERENT = Plural(_PART, "Same number, other details: {n}", "Same number, other details: {n}")
DIFFERENT_MEANS = Text(_PART, "Perhaps different people who share a phone, perhaps one person entered twice")
KEEP = Text(_PART, "Keep")
KEEP_FIRST = Text(_PART, "First")
KEEP_FIRST_MEANS = Text(_PART, "Keep the row that stands first in your file")
KEEP_LAST = Text(_PART, "Last")
KEEP_LAST_MEANS = Text(_PART, "Keep the row that stands last in your file")
KEEP_FULLEST = Text(_PART, "Most complete")
KEEP_FULLEST_MEANS = Text(_PART, "Keep the row with the fewest blank cells")
KEEP_DISTINCT = Text(_PART, "Each that differs")
KEEP_DISTINCT_MEANS = Text(_PART, "Take out only rows that say nothing which another row does not say")
KEEP_ALL = Text(_PART, "All")
KEEP_ALL_MEANS = Text(_PART, "Take no row out")
MERGE = Text(_PART, "Fill blank cells of the kept row from the others")
MERGE_MEANS = Text(_PART, "Where both have something, the kept row’s own stays")
DUPLICATE_ROWS = Text(_PART, "Rows with the same number")
DUPLICATES_HELP = Text(
    _PART, "To keep another row of a number, click it or press Space on it; once more keeps all."
)
COLUMN_WHAT = Text(_PART, "What happens")
WHAT_KEPT = Text(_PART, "keep")
WHAT_REMOVED = Text(_PART, "take out")
WHAT_STAYS = Text(_PART, "stays")
FILLED_IN = Text(_PART, "filled in")
CELL_WITH_NOTE = Text(_PART, "{cell}, {note}")
CONFLICT = Text(_PART, "differs, not taken over")
REMOVE_ROWS = Plural(_PART, "Take out {n} rows", "Take out {n} row")
REMOVE_NOTHING = Text(_PART, "Nothing to take out")
FILLED_CELLS = Plural(_PART, "{n} blank cells are filled.", "{n} blank cell is filled.")
CONFLICTS = Plural(
    _PART,
    "{n} details differ and are not taken over.",
    "{n} detail differs and is not taken over.",
)
DUPLICATES_REMOVED = Plural(_PART, "{n} rows taken out.", "{n} row taken out.")
NO_DUPLICATES = Text(_PART, "No number stands in this list twice any more.")

# --- one row each --------------------------------------------------------------------------------------

EACH_TITLE = Text(_PART, "One row for each phone number")
EACH_INTRO = Text(
    _PART,
    "A person with more than one number gets a row for each, with all else the same. Nothing has changed yet, and "
    "afterwards Undo takes it back.",
)
EACH_COLUMNS = Text(_PART, "Numbers from")
EACH_COLUMN = Text(_PART, "{name}: {sample}")
EACH_COLUMN_MEANS = Text(_PART, "Whether the numbers in this column get rows")
EACH_ROWS = Text(_PART, "Rows that come, below the ones they are made of")
COLUMN_NUMBER = Text(_PART, "Phone number")
COLUMN_FROM = Text(_PART, "From")
WHAT_NEW_ROW = Text(_PART, "new row")
WHAT_FILLED = Text(_PART, "was blank")
ADD_ROWS = Plural(_PART, "Add {n} rows", "Add {n} row")
FILL_NUMBERS = Plural(_PART, "Fill {n} numbers", "Fill {n} number")
ADD_NOTHING = Text(_PART, "Nothing to add")
ROWS_BECOME = Text(_PART, "{before} rows become {after}.")
NUMBERS_FILLED = Plural(_PART, "{n} blank phone numbers are filled.", "{n} blank phone number is filled.")
NUMBERS_SAME = Text(_PART, "These columns have no number that its row does not have already.")
NUMBERS_DONE = Plural(_PART, "{n} blank phone numbers were filled.", "A blank phone number was filled.")
NO_FURTHER_NUMBERS = Text(
    _PART,
    "No other column of this list has phone numbers. Cells with several numbers have a card of their own.",
)
