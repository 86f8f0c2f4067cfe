"""Texts of the Empty state: the drop area and the recent files."""

from __future__ import annotations

from exogui.messages.catalogue import Text

DROP_TITLE = Text("empty", "Drop a contacts file here")
DROP_HINT = Text("empty", "Excel or CSV. Nothing is sent until you press Upload.")
DROP_NOW = Text("empty", "Let go to open it")
DROP_DESCRIPTION = Text("empty", "Drop a file here, or press Enter to choose one.")
CHOOSE = Text("empty", "Choose a file…")
SAMPLE = Text("empty", "Try it with sample contacts")
SAMPLE_DESCRIPTION = Text(
    "empty", "Opens made-up contacts with the practice account. Nothing leaves this computer."
)
RECENT = Text("empty", "Recent")
RECENT_DESCRIPTION = Text("empty", "Open {file} again. {detail}")

CANNOT_TAKE = Text("empty", "This cannot be opened")
SEVERAL_FILES = Text("empty", "One file at a time, please. Drop just the one you want to send.")
FOLDER = Text("empty", "That is a folder. Open it and drop the contacts file that is inside.")
NOT_A_FILE = Text(
    "empty", "That is not a file on this computer. Save it as Excel or CSV first, then drop it here."
)
MISSING = Text("empty", "That file is not there any more. Look for it in its folder and drop it again.")
