"""The page that says how exogui works."""

from __future__ import annotations

from exogui.messages.catalogue import Text

_PART = "help"

TITLE = Text(_PART, "How exogui works")
CLOSE = Text(_PART, "Close")
PAGE = Text(_PART, "Help, use the arrow keys to scroll")
PICTURE = Text(_PART, "Picture: {title}")

TOPICS: tuple[tuple[str, Text, Text], ...] = (
    (
        "open",
        Text(_PART, "Open a list"),
        Text(
            _PART,
            "Drop a CSV file or an Excel workbook on the window, press Ctrl+O, or open it with exogui from its folder: it comes "
            "into the window that is open already. Your file is only read and never changed. "
            "If it was read wrongly, press Change beside its name: choose the sheet, the header row or the encoding, and "
            "the table follows at once.",
        ),
    ),
    (
        "review",
        Text(_PART, "See what is wrong"),
        Text(
            _PART,
            "Every row of your file is in the table. Exotel would refuse what is red; what is amber is worth a look. The "
            "buttons above the table show one kind of rows only, the field beside them searches all rows, and F8 goes from "
            "problem to problem. Rest the mouse on a cell to read what is wrong with it.",
        ),
    ),
    (
        "problems",
        Text(_PART, "Put it right"),
        Text(
            _PART,
            "Each card is one kind of problem. Its button repairs every cell for which there is one certain answer, and "
            "Preview shows before and after. What nobody can know for certain is left for you to decide. Who has several "
            "numbers, in one cell or in several columns, can get a row for each. Ctrl+Z takes back whatever you did, as "
            "often as you like.",
        ),
    ),
    (
        "cells",
        Text(_PART, "Work on the table"),
        Text(
            _PART,
            "Type into a cell, or select many and right-click. Copy, cut and paste work as in Excel, also from Excel to here; "
            "what is longer than the list adds rows at its end. Ctrl+D fills down, Ctrl+- deletes rows from the table, Ctrl+H "
            "finds and replaces.",
        ),
    ),
    (
        "columns",
        Text(_PART, "Choose what is sent"),
        Text(
            _PART,
            "Click the header of a column to choose what Exotel gets from it. A column that is not sent stays on this "
            "computer. Same value for every row adds a tag or a company that the file does not have.",
        ),
    ),
    (
        "",
        Text(_PART, "Take numbers out"),
        Text(
            _PART,
            "To leave out people who do not want to be called, drop the file with their numbers on the open list and choose "
            "Take its numbers out. It does not matter how the numbers are written.",
        ),
    ),
    (
        "",
        Text(_PART, "Keep the corrected list"),
        Text(
            _PART,
            "Ctrl+S saves all rows as they are now, as a new Excel workbook or CSV file. When the next file of the same "
            "export comes, exogui sends its columns as before and offers to read and repair it, and to add your tag, as "
            "you did then.",
        ),
    ),
    (
        "upload",
        Text(_PART, "Upload"),
        Text(
            _PART,
            "Choose what happens to contacts that are already in Exotel, then press Upload, or Try 10 first to see what becomes "
            "of a few before the others follow. Rows that must be fixed stay here unless you say otherwise. A list of any "
            "length is one upload, even where it goes out in several files. To try everything without sending anything, "
            "choose the practice account.",
        ),
    ),
    (
        "result",
        Text(_PART, "See what became of it"),
        Text(
            _PART,
            "The numbers always add up to what was sent. Fix these rows brings the refused ones back with Exotel's reasons, "
            "Save refused rows makes a file of them.",
        ),
    ),
    (
        "",
        Text(_PART, "When something breaks"),
        Text(
            _PART,
            "Nothing is lost and nothing is sent twice by itself when the connection, the program or the computer stops half-way. "
            "What Exotel has is asked about at the next start. Where no answer came, nobody can know whether the contacts "
            "arrived; Decide explains what you can do.",
        ),
    ),
    (
        "",
        Text(_PART, "Look back"),
        Text(
            _PART,
            "History (Ctrl+Shift+H) lists every upload from this computer and shows any result again. It says what is left to "
            "do: send what waits, ask Exotel again, decide where an answer was lost. Copy report makes a text for the next "
            "shift or for Exotel's support, and What is kept says what of your contacts stays on this computer, and erases it.",
        ),
    ),
)
"""Picture (empty: none), heading and text, in the order in which a person meets them."""

KEYS_TITLE = Text(_PART, "Keys")
KEYS: tuple[tuple[str, Text], ...] = (
    ("Ctrl+O", Text(_PART, "open a file")),
    ("Ctrl+S", Text(_PART, "save the corrected list")),
    ("Ctrl+W", Text(_PART, "close the file")),
    ("F8", Text(_PART, "go to the next problem")),
    ("Shift+F8", Text(_PART, "go to the previous problem")),
    ("F2", Text(_PART, "change the cell; typing does it too")),
    ("Ctrl+Z", Text(_PART, "undo")),
    ("Ctrl+Y", Text(_PART, "redo")),
    ("Ctrl+F", Text(_PART, "search all rows")),
    ("Ctrl+H", Text(_PART, "find and replace")),
    ("Ctrl+D", Text(_PART, "fill down")),
    ("Ctrl+-", Text(_PART, "delete the selected rows from the table")),
    ("Alt+Down", Text(_PART, "choose what the column is sent as")),
    ("Ctrl+Return", Text(_PART, "upload")),
    ("Ctrl+Shift+H", Text(_PART, "show the history of uploads")),
    ("F1", Text(_PART, "this page")),
)
"""Keys as Qt names them, and what they do."""
