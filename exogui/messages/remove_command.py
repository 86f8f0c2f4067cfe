"""What ``exogui remove-data`` says."""

from __future__ import annotations

from exogui.messages.catalogue import Plural, Text

_C = "remove_command"

HELP = Text(
    _C,
    "remove everything that exogui keeps for you on this computer: accounts and their keys, settings, history, logs",
)
EXIT = Text(
    _C,
    "Exit status: 0 nothing is left, 1 something could not be removed, 2 nothing was removed: you did not say yes, or "
    "another exogui is open or works on an upload.",
)
YES_HELP = Text(_C, "do not ask")

NOTHING_THERE = Text(_C, "exogui keeps nothing for you on this computer.")
WHAT = Text(
    _C,
    "This removes from this computer, for good: {accounts} and their keys in the keychain, your settings, how lists were "
    "put right, the record of {uploads} with the contacts in it, and the logs, with whatever else is in the folders below. Your own "
    "contact files elsewhere, and what Exotel has, stay as they are.",
)
ACCOUNTS = Plural(_C, "{n} accounts", "{n} account")
UPLOADS = Plural(_C, "{n} uploads", "{n} upload")
FOLDER = Text(_C, "  {folder}")
WAITING = Plural(
    _C,
    "{n} rows of {file} wait here to be sent, and never would be.",
    "{n} row of {file} waits here to be sent, and never would be.",
)
NOT_KNOWN = Plural(
    _C,
    "What became of {n} rows of {file} at Exotel is not known yet, and could not be found out here any more.",
    "What became of {n} row of {file} at Exotel is not known yet, and could not be found out here any more.",
)
QUESTION = Text(_C, "Remove all of it? Type yes: ")
YES = Text(_C, "yes")
NO_TERMINAL = Text(
    _C, "Nobody can be asked here, so nothing was removed. To remove it without a question, add --yes."
)
NOT_REMOVED = Text(_C, "Nothing was removed.")
IN_USE = Plural(
    _C,
    "Another exogui works on {n} uploads ({files}), so nothing was removed. Wait for their end, or close it, and try again.",
    "Another exogui works on an upload ({files}), so nothing was removed. Wait for its end, or close it, and try again.",
)
WINDOW_OPEN = Text(_C, "exogui is open, so nothing was removed. Close its window and try again.")
NOT_REACHED = Text(_C, "Whether another exogui is at work cannot be told, so nothing was removed: {reason}.")
REMOVED_FOLDER = Text(_C, "Removed: {folder}")
REMOVED_KEYS = Plural(
    _C,
    "Removed: the keys of {n} accounts in the keychain",
    "Removed: the keys of {n} account in the keychain",
)
LEFT = Text(_C, "Not removed: {path} ({reason})")
KEYS_LEFT = Plural(
    _C,
    "The keychain did not let go of the keys of {n} accounts. The list of accounts stays in {folder}, so that you can "
    "unlock the keychain and try again. Where there is no keychain at all, delete that folder.",
    "The keychain did not let go of the keys of {n} account. The list of accounts stays in {folder}, so that you can "
    "unlock the keychain and try again. Where there is no keychain at all, delete that folder.",
)
ALL_GONE = Text(_C, "Nothing of yours is left.")
SOME_LEFT = Text(_C, "Some of it is left. Close exogui everywhere and try again.")
