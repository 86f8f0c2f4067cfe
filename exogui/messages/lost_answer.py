"""Texts of the dialog about contacts of which nobody knows whether they arrived."""

from __future__ import annotations

from exogui.exotel.duplicate_action import DuplicateAction
from exogui.messages.catalogue import Plural, Text

_C = "lost_answer"

TITLE = Plural(
    _C,
    "Nobody can tell whether {n} contacts arrived",
    "Nobody can tell whether {n} contact arrived",
)
INTRO = Text(
    _C,
    "They went out to Exotel, and the connection ended before an answer came. Exotel may have taken them or not; it "
    "gives no way to ask. Search for one or two of these numbers in Exotel, then choose.",
)
EXAMPLES = Text(_C, "Numbers to search for in Exotel: {numbers}")
COPY_EXAMPLES = Text(_C, "Copy")

SEND_AGAIN = Plural(_C, "Send these {n} contacts again", "Send this contact again")
COUNT_AS_THERE = Text(_C, "I looked: they are in Exotel")
LATER = Text(_C, "Decide later")
LATER_MEANS = Text(_C, "Everything stays as it is. You find this upload under History.")
COUNT_AS_THERE_MEANS = Text(_C, "Nothing is sent. The upload counts them as already there.")

SEND_AGAIN_MEANS = {
    DuplicateAction.SKIP: Text(_C, "Safe: Exotel skips those that arrived and adds the others."),
    DuplicateAction.UPDATE: Text(_C, "Safe: Exotel updates those that arrived and adds the others."),
    DuplicateAction.CREATE_NEW: Text(_C, "Not safe: those that arrived would be in Exotel twice."),
}
CHOOSE = Text(_C, "Choose what happens with them")
CHOICES = Text(_C, "What happens with these contacts")
CANCEL = Text(_C, "Close")
GO_ON = Text(_C, "Go on")
