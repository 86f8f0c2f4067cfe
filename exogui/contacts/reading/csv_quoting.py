"""Where the quoting of a CSV breaks, found by looking again at the row that the csv module refused."""

from __future__ import annotations

from collections.abc import Iterable

from exogui.contacts.reading.errors import ReadError, ReadErrorCode

MAX_FIELD_CHARACTERS = 131_072
"""What the csv module allows (its ``field_size_limit``)."""


def find_quoting_fault(lines: Iterable[str], first_line: int, delimiter: str) -> ReadError:
    """What is wrong with the row that starts with ``lines``, and the physical line to look at.

    A quote that is opened in one line and closed in the middle of a later one, as the next cell's opening
    quote does, was never closed, and neither was one with a whole book behind it: what is named is the line
    where it was opened.
    """
    row = _Row(delimiter)
    try:
        for number, line in enumerate(lines, first_line):
            row.take(line, number)
    except ReadError as fault:
        return fault
    if row.opened is not None:
        return ReadError(ReadErrorCode.UNCLOSED_QUOTE, row.opened)
    return ReadError(ReadErrorCode.FIELD_TOO_LONG, first_line, str(MAX_FIELD_CHARACTERS))


class _Row:
    """A row up to its fault, which is raised."""

    def __init__(self, delimiter: str) -> None:
        self.opened: int | None = None
        """The line in which the quote that is open now was opened."""
        self._delimiter = delimiter
        self._length = 0

    def take(self, line: str, number: int) -> None:
        position = 0
        while position < len(line):
            if self.opened is not None:
                position = self._take_quoted(line, position, number, self.opened)
            elif line[position] == '"':
                self.opened, self._length = number, 0
                position += 1
            else:
                position = self._take_plain(line, position, number)

    def _take_plain(self, line: str, start: int, number: int) -> int:
        """Pass one cell and its delimiter; the position after them."""
        end = line.find(self._delimiter, start)
        end = len(line) if end < 0 else end
        if end - start > MAX_FIELD_CHARACTERS:
            raise ReadError(ReadErrorCode.FIELD_TOO_LONG, number, str(MAX_FIELD_CHARACTERS))
        return end + 1

    def _take_quoted(self, line: str, start: int, number: int, opened: int) -> int:
        """Pass what stands before the next quote, and the quote; the position after them."""
        end = line.find('"', start)
        self._length += (len(line) if end < 0 else end) - start
        if self._length > MAX_FIELD_CHARACTERS:
            raise ReadError(ReadErrorCode.UNCLOSED_QUOTE, opened)
        if end < 0:
            return len(line)
        following = line[end + 1 : end + 2]
        if following == '"':
            return end + 2
        if following not in {"", self._delimiter, "\r", "\n"}:
            if opened < number:
                raise ReadError(ReadErrorCode.UNCLOSED_QUOTE, opened)
            raise ReadError(ReadErrorCode.TEXT_AFTER_QUOTE, number)
        self.opened = None
        return end + 2
