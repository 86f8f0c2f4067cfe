"""Every part there is, and which are tried together in one process.

What tries a part imports what the part needs when it is called: else one missing library would end them all.
"""

from __future__ import annotations

from dataclasses import dataclass

from exogui.self_check.certificates_part import try_certificates
from exogui.self_check.keychain_part import try_keychain
from exogui.self_check.list_parts import try_emails, try_numbering_plans, try_sample, try_workbooks
from exogui.self_check.one_window_part import try_one_window
from exogui.self_check.part import Part
from exogui.self_check.policy_part import try_policy
from exogui.self_check.qt_parts import (
    try_help,
    try_icons,
    try_picture_formats,
    try_qt,
    try_screen,
    try_translations,
    try_window,
)
from exogui.self_check.upload_parts import try_journal, try_locks, try_log, try_practice_upload

_SECONDS = 60.0
"""More than any part needs, also while a virus scanner looks at each file for the first time."""
_SECONDS_FOR_A_PERSON = 30.0
"""A keychain may ask whether exogui may use it."""


@dataclass(frozen=True, slots=True)
class PartGroup:
    """Parts that share a process, one after the other."""

    parts: tuple[Part, ...]
    seconds: float = _SECONDS
    """How long each of them may take."""


GROUPS = (
    PartGroup(
        (
            Part("qt", try_qt),
            Part("picture_formats", try_picture_formats),
            Part("icons", try_icons),
            Part("help", try_help),
            Part("translations", try_translations),
            Part("window", try_window),
            Part("one_window", try_one_window),
        )
    ),
    PartGroup((Part("screen", try_screen),)),  # Qt has one platform in each process
    PartGroup((Part("keychain", try_keychain),), _SECONDS_FOR_A_PERSON),
    PartGroup(
        (
            Part("policy", try_policy),
            Part("certificates", try_certificates),
            Part("sample", try_sample),
            Part("numbering_plans", try_numbering_plans),
            Part("emails", try_emails),
            Part("workbooks", try_workbooks),
            Part("journal", try_journal),
            Part("locks", try_locks),
            Part("log", try_log),
            Part("practice_upload", try_practice_upload),
        )
    ),
)

PARTS = {part.name: part for group in GROUPS for part in group.parts}
