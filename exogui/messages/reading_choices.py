"""The words of the dialog in which a person says how a file is to be read."""

from __future__ import annotations

from exogui.messages.catalogue import Plural, Text

_PART = "reading_choices"

TITLE = Text(_PART, "How “{file}” is read")
INTRO = Text(
    _PART, "Change what is not right: the table behind follows at once. The file itself never changes."
)
FORGETS_CHANGES = Text(
    _PART,
    "You have changed cells of this file. Reading it in another way begins anew without these changes; "
    "Cancel brings them back.",
)
CANCEL = Text(_PART, "Cancel")
DONE = Text(_PART, "Done")
READING = Text(_PART, "Reading…")

SHEET = Text(_PART, "Sheet")
SHEET_ROWS = Plural(_PART, "{n} rows", "{n} row")
SHEET_EMPTY = Text(_PART, "nothing in it")
SHEET_HIDDEN = Text(_PART, "hidden in Excel")
TWO_DETAILS = Text(_PART, "{first} · {second}")
ENCODING = Text(_PART, "Which of these names look right?")
ENCODING_HELP = Text(_PART, "This is how letters beyond A to Z are written in the file.")
NO_SAMPLE = Text(_PART, "only plain letters: this makes no difference")
NOT_POSSIBLE = Text(_PART, "does not fit this file")

SEPARATOR = Text(_PART, "Cells are separated by")
COMMA = Text(_PART, "Comma")
SEMICOLON = Text(_PART, "Semicolon")
TAB = Text(_PART, "Tab")
BAR = Text(_PART, "Bar |")

HEADER = Text(_PART, "Which row has the names of the columns?")
HEADER_HELP = Text(_PART, "Click it, or go to it with the arrow keys and press Space.")
NO_HEADER = Text(_PART, "No row has: the first one is a contact already")
TOP_ROWS = Text(_PART, "The first rows of the file")
COLUMN_ROW = Text(_PART, "Row")
COLUMN_LINE = Text(_PART, "Line")
HEADER_MARK = Text(_PART, "header")
ROW_SPOKEN = Text(_PART, "row {number}: {cells}")
ROW_SPOKEN_HEADER = Text(_PART, "row {number}, the header: {cells}")
ROW_SPOKEN_ABOVE = Text(_PART, "row {number}, left out: {cells}")

CHECK_NAMES = Text(
    _PART,
    "{file} does not say how its letters are written. Check whether a few names look right.",
)
CHECK_NAMES_ACTION = Text(_PART, "Check the names…")
