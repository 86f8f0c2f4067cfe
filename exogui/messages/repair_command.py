"""Texts of ``exogui repair``."""

from __future__ import annotations

from exogui.messages.catalogue import Plural, Text

_PART = "repair_command"

HELP = Text(_PART, "put right what can be put right without guessing, and save the list as a new file")
EXIT = Text(
    _PART,
    "Exit status: 0 every row is ready, 1 some need a person, 2 the file cannot be read as contacts, or the new one "
    "was not saved.",
)
COUNTRY_HELP = Text(
    _PART,
    "the country of numbers without a country code, like IN; a column that names the country of each row goes before "
    "it",
)
OUTPUT_HELP = Text(_PART, "the file to save to: .xlsx or .csv; the original is never changed")
NO_SUCH_COUNTRY = Text(
    _PART, "“{country}” is not a country. Give its two letters: IN for India, SG for Singapore."
)

REPAIRED = Text(_PART, "Done: {step}.")
NOTHING_REPAIRED = Text(_PART, "There was nothing that could be put right without guessing.")
SAVED = Plural(_PART, "{n} rows saved to {file}.", "{n} row saved to {file}.")
COUNTRY_WANTED = Plural(
    _PART,
    "{n} phone numbers have no country code. If they are of one country, give it with --country.",
    "{n} phone number has no country code. Give its country with --country.",
)
NEED_A_PERSON = Plural(
    _PART,
    "{n} rows still have errors. Open {file} in the window to decide about them.",
    "{n} row still has an error. Open {file} in the window to decide about it.",
)
NOT_SENT_HEADER = Text(_PART, "{header} (not sent)")

UNKNOWN_FORMAT = Text(_PART, "{file} was not saved: let its name end in .xlsx or .csv.")
IS_SOURCE = Text(_PART, "{file} is the file that was read, which is never changed. Save under another name.")
TOO_LARGE_FOR_EXCEL = Text(_PART, "{file} was not saved: it is too large for Excel. Save as .csv instead.")
NOT_WRITTEN = Text(
    _PART, "{file} was not saved ({reason}). Check that the folder is there and may be written to."
)
