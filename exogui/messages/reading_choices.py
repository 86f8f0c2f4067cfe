"""The words of the dialog in which a person says how a file is to be read."""

from __future__ import annotations

from exogui.messages.catalogue import Plural, Speaker, Text

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
NO_SAMPLE = Text(_PART, "only plain letters: nothing to choose")

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
KEEP_TOTALS = Plural(
    _PART,
    "Keep the {n} rows of totals and remarks at the end",
    "Keep the row of totals or remarks at the end",
)
KEEP_TOTALS_MEANS = Text(_PART, "They look like no contacts, so they are left out unless you keep them")
HEADER_MARK = Text(_PART, "header")
ROW_SPOKEN = Text(_PART, "row {number}: {cells}")
ROW_SPOKEN_HEADER = Text(_PART, "row {number}, the header: {cells}")
ROW_SPOKEN_ABOVE = Text(_PART, "row {number}, left out: {cells}")

CHECK_NAMES = Text(
    _PART,
    "{file} does not say how its letters are written. Check whether a few names look right.",
)
CHECK_NAMES_ACTION = Text(_PART, "Check the names…")

_ENCODINGS: dict[str, Text] = {
    "utf-8": Text(_PART, "Unicode (UTF-8)"),
    "utf-8-sig": Text(_PART, "Unicode (UTF-8 with BOM)"),
    "utf-16": Text(_PART, "Unicode (UTF-16)"),
    "utf-16-le": Text(_PART, "Unicode (UTF-16)"),
    "utf-16-be": Text(_PART, "Unicode (UTF-16)"),
    "cp1252": Text(_PART, "Western European (Windows)"),
    "cp1250": Text(_PART, "Central European (Windows)"),
    "cp1251": Text(_PART, "Cyrillic (Windows)"),
    "cp1253": Text(_PART, "Greek (Windows)"),
    "cp1254": Text(_PART, "Turkish (Windows)"),
    "cp1255": Text(_PART, "Hebrew (Windows)"),
    "cp1256": Text(_PART, "Arabic (Windows)"),
    "cp1257": Text(_PART, "Baltic (Windows)"),
    "cp1258": Text(_PART, "Vietnamese (Windows)"),
    "cp874": Text(_PART, "Thai (Windows)"),
    "gb18030": Text(_PART, "Chinese, simplified"),
    "big5": Text(_PART, "Chinese, traditional"),
    "cp932": Text(_PART, "Japanese"),
    "cp949": Text(_PART, "Korean"),
    "cp437": Text(_PART, "DOS, American"),
    "cp850": Text(_PART, "DOS, Western European"),
    "mac-roman": Text(_PART, "Western European (old Mac)"),
}


def encoding_name(encoding: str, say: Speaker) -> str:
    """What people call an encoding, of which ``encoding`` is Python's name."""
    text = _ENCODINGS.get(encoding)
    return encoding if text is None else say(text)
