"""What kinds of phone lines are called."""

from __future__ import annotations

from exogui.contacts.judging.number_kinds import NumberKind
from exogui.messages.catalogue import Speaker, Text

_PART = "number_kinds"

_KINDS: dict[NumberKind, Text] = {
    NumberKind.MOBILE: Text(_PART, "mobile"),
    NumberKind.LANDLINE: Text(_PART, "landline"),
    NumberKind.MOBILE_OR_LANDLINE: Text(_PART, "mobile or landline"),
    NumberKind.TOLL_FREE: Text(_PART, "toll-free"),
    NumberKind.PREMIUM: Text(_PART, "costs extra"),
    NumberKind.OTHER: Text(_PART, "other"),
}


def kind_name(kind: NumberKind, say: Speaker) -> str:
    """``mobile``"""
    return say(_KINDS[kind])
