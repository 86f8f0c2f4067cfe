"""Texts of the message bar itself; what it reports comes from elsewhere."""

from __future__ import annotations

from exogui.messages.catalogue import Text

HINT = Text("notices", "By the way")
INFO = Text("notices", "Note")
SUCCESS = Text("notices", "Done")
WARNING = Text("notices", "Careful")
ERROR = Text("notices", "Problem")
DISMISS = Text("notices", "Dismiss")
DISMISS_MEANS = Text("notices", "Takes this message away.")
SAID = Text("notices", "{kind}: {text}")
