"""What is said about uploads that were left over when the program last ended."""

from __future__ import annotations

from exogui.messages.catalogue import Plural, Text

_C = "left_over"

ASKING = Text(_C, "{file} was still at Exotel when exogui was closed. Asking how it went…")
ASKING_AGAIN = Text(_C, "{file}: asking Exotel how it went…")
SENDING_REST = Text(_C, "{file}: sending what was left…")
ENDED_WELL = Plural(_C, "{file}: all {n} contacts are in Exotel.", "{file}: the contact is in Exotel.")
ENDED = Text(_C, "{file}: {counts}.")
SHOW = Text(_C, "Show result")
WAITS = Text(_C, "{file} from before has not ended: {counts}. Nothing is sent by itself.")
WAIT = Plural(
    _C,
    "{n} uploads from before have not ended. Nothing is sent by itself.",
    "{n} upload from before has not ended. Nothing is sent by itself.",
)
SHOW_HISTORY = Text(_C, "Show them")
ACCOUNT_GONE = Text(
    _C,
    "{file} went to the account “{name}”, and none of your accounts has its account SID and data centre any more. Add "
    "it under Accounts, and try again.",
)
PRACTICE_ENDED = Text(
    _C,
    "{file} went to the practice account of another window, or of exogui before it was closed. Only that one can go on "
    "with it. Upload the list again to practise.",
)
NO_SIGN_IN = Text(
    _C,
    "exogui could not ask Exotel about {file}: the keychain has no sign-in for “{name}”. Enter it under Accounts.",
)
IN_USE = Text(_C, "Another window or a scheduled run is working on {file}.")
