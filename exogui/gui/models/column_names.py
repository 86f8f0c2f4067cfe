"""What the columns of a contacts table are called on screen and by screen readers."""

from __future__ import annotations

from exogui.contacts.schema import Field
from exogui.contacts.table import ContactTable
from exogui.gui.speech import say
from exogui.gui.tool_tip import as_tool_tip
from exogui.messages import review
from exogui.messages.catalogue import Text


class ColumnNames:
    """The names of a table's columns under its mapping of this moment."""

    def __init__(self, table: ContactTable) -> None:
        self._header = table.header
        self._mapping = table.mapping

    def field(self, column: int) -> Field | None:
        """What the column is sent as; None when it is not sent."""
        return self._mapping[column]

    def in_file(self, column: int) -> str:
        """What the column is called in the file; where it has no name there, its letter."""
        return self._header[column].strip() or say(review.COLUMN_LETTER, letter=column_letter(column))

    def title(self, column: int) -> str:
        """What the column is sent as; what it is called in the file when it is not sent."""
        field = self._mapping[column]
        return self.in_file(column) if field is None else say(review.FIELD_NAMES[field])

    def origin(self, column: int) -> str:
        """Where the column comes from, or that it is not sent; empty where the title says it all."""
        field = self._mapping[column]
        if field is None:
            return say(review.NOT_SENT)
        name = self.in_file(column)
        if _plainly(name) in {_plainly(field.value), _plainly(say(review.FIELD_NAMES[field]))}:
            return ""
        return say(review.FROM_COLUMN, header=name)

    def spoken(self, column: int) -> str:
        """All of it in one sentence."""
        return self._sentence(column, review.HEADER_SPOKEN, review.HEADER_SPOKEN_NOT_SENT)

    def tip(self, column: int) -> str:
        """All of it, and how to change it."""
        return as_tool_tip(self._sentence(column, review.HEADER_TIP, review.HEADER_TIP_NOT_SENT))

    def _sentence(self, column: int, sent: Text, not_sent: Text) -> str:
        name = self.in_file(column)
        field = self._mapping[column]
        if field is None:
            return say(not_sent, header=name)
        return say(sent, header=name, field=say(review.FIELD_NAMES[field]))


def _plainly(name: str) -> str:
    """A name with what does not matter taken away: a file's ``E-Mail`` needs no "from"."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def column_letter(column: int) -> str:
    """0 -> ``A``, 26 -> ``AA``, as spreadsheets name columns."""
    letters = ""
    column += 1
    while column:
        column, remainder = divmod(column - 1, 26)
        letters = chr(ord("A") + remainder) + letters
    return letters
