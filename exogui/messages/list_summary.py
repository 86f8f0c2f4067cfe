"""The words of the summary of a list: which countries and kinds of numbers are in it."""

from __future__ import annotations

from exogui.messages.catalogue import Plural, Text

_PART = "list_summary"

TITLE = Text(_PART, "In this list")
COUNTRIES = Text(_PART, "Countries")
KINDS = Text(_PART, "Kinds of numbers")
COUNTRY_SPOKEN = Text(_PART, "{country}: {count}, {percent}")
OTHER_COUNTRIES = Plural(_PART, "{n} other countries", "{n} other country")
UNKNOWN = Text(_PART, "country not certain")
NO_COUNTRY = Text(_PART, "no country")
PERCENT = Text(_PART, "{n} %")
UNDER_ONE_PERCENT = Text(_PART, "under 1 %")
KIND_SPOKEN = Text(_PART, "{kind}: {count}")
