"""Why a file cannot be read as contacts; the words are in :mod:`exogui.messages.reading`."""

from __future__ import annotations

from enum import StrEnum


class ReadErrorCode(StrEnum):
    """One kind of failure for each thing a person can do about it."""

    # The file as a whole
    MISSING = "missing"
    NO_PERMISSION = "no_permission"
    """Also what Windows says while Excel has the file open."""
    NOT_A_FILE = "not_a_file"
    """A folder, a device, a pipe."""
    UNREADABLE = "unreadable"
    """The operating system failed in another way; ``detail`` is its reason."""
    CHANGED = "changed"
    """Something wrote to the file while it was being read."""
    TOO_LARGE = "too_large"
    """``detail`` is the limit in megabytes."""
    TOO_MANY_CELLS = "too_many_cells"
    """More cells than fit into memory with good manners; ``detail`` is the limit."""
    EMPTY = "empty"
    """No bytes, or nothing but blank rows."""

    # Formats that hold contacts but not as a table, or no contacts at all
    PDF = "pdf"
    ZIP = "zip"
    VCARD = "vcard"
    NUMBERS = "numbers"
    DOCUMENT = "document"
    """A Word or PowerPoint file or the like; ``detail`` is the name of its kind."""
    WEB_PAGE = "web_page"
    """HTML, often under an Excel name: some CRMs export so."""
    XML = "xml"
    """XML, Excel's own "XML Spreadsheet 2003" included."""
    JSON = "json"
    PICTURE = "picture"
    BINARY = "binary"
    """No text, and no format known here."""

    # Text (too many columns: workbooks too)
    NUL = "nul"
    """A NUL character in a text file."""
    UNDECODABLE = "undecodable"
    """Bytes that the encoding does not have; ``detail`` is the encoding."""
    UNCLOSED_QUOTE = "unclosed_quote"
    """``line`` is the one on which the quote was opened."""
    TEXT_AFTER_QUOTE = "text_after_quote"
    """Something other than a delimiter follows a closing quote."""
    FIELD_TOO_LONG = "field_too_long"
    """``detail`` is the limit in characters."""
    LINE_TOO_LONG = "line_too_long"
    """``detail`` is the limit in megabytes."""
    TOO_MANY_COLUMNS = "too_many_columns"
    """``detail`` is the limit."""

    # Workbooks
    PASSWORD = "password"  # noqa: S105 - the name of a failure
    DAMAGED = "damaged"
    NO_SUCH_SHEET = "no_such_sheet"
    """``detail`` is the name that was asked for."""


class ReadError(Exception):
    """A file that cannot be read as contacts."""

    def __init__(self, code: ReadErrorCode, line: int | None = None, detail: str = "") -> None:
        super().__init__(code, line, detail)
        self.code = code
        self.line = line
        """Physical line, from 1, where there is one to name."""
        self.detail = detail
        """The one value its text shows, never a cell's content."""

    def __str__(self) -> str:
        where = f" in line {self.line}" if self.line is not None else ""
        what = f" ({self.detail})" if self.detail else ""
        return f"{self.code}{where}{what}"
