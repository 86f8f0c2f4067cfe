"""Texts of ``exogui history``."""

from __future__ import annotations

from exogui.messages.catalogue import Plural, Text

_C = "history_command"

HELP = Text(_C, "what was uploaded when, and what became of it")
EXIT = Text(
    _C, "Exit status: 0 it was done, 2 the record of uploads, or the upload that was named, cannot be had."
)
SEARCH_HELP = Text(_C, "only uploads with this in the file name, account, list ID, upload ID or state")
JOB_HELP = Text(_C, "one upload in full: its ID, or how it begins")
REPORT_HELP = Text(
    _C, "with --job: a report to hand over, with no more of a phone number than its last four digits"
)
FORGET_HELP = Text(_C, "remove an upload from the record; what Exotel has of it stays there")
ERASE_HELP = Text(
    _C, "erase what the record holds of contacts (refused rows, and by what sent numbers are known again)"
)
REPORT_NEEDS_JOB = Text(_C, "--report is about one upload: name it with --job")

EMPTY = Text(_C, "Nothing has been uploaded from this computer.")
NONE_FOUND = Text(_C, "No upload has “{search}” in it.")
LINE = Text(_C, "{when}  {job}  {file} to {account}: {state}. {counts}.")
LINE_WITH_LIST = Text(_C, "{when}  {job}  {file} to {account}, list {list_id}: {state}. {counts}.")
UNKNOWN_JOB = Text(_C, "There is no upload “{job}” in the record. “exogui history” shows those there are.")
AMBIGUOUS_JOB = Plural(
    _C,
    "{n} uploads begin with “{job}”. Give more of the ID.",
    "{n} upload begins with “{job}”. Give more of the ID.",
)
FORGOTTEN = Text(_C, "Removed from the record: {file}, upload {job}.")
IN_USE = Text(_C, "Another exogui is working on this upload just now. Wait until it is done, then try again.")
CONTACTS_ERASED = Text(
    _C,
    "The record holds nothing of contacts any more. The rows of uploads that are not finished stay until they are.",
)
