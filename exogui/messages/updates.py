"""Texts about newer versions of exogui."""

from __future__ import annotations

from exogui.messages.catalogue import Text

_C = "updates"

HINT_ACTION = Text(_C, "Tell me about new versions")
AVAILABLE = Text(_C, "exogui {version} is out. You have {running}.")
SEE_PAGE = Text(_C, "See what is new")
LEAVE_OUT = Text(_C, "Don’t remind me of this version")
PAGE_NOT_OPENED = Text(_C, "The browser did not open. The page is {page}")
