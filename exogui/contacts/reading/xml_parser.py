"""XML of which nobody knows where it comes from."""

from __future__ import annotations

from xml.parsers import expat

from exogui.contacts.reading.errors import ReadError, ReadErrorCode


def safe_parser() -> expat.XMLParserType:
    """A parser that refuses a document type: with one come entities that grow, and no workbook has any.

    It raises a ReadError (DAMAGED) then, and ``expat.ExpatError`` for whatever is not well-formed.
    """

    def refuse(*_: object) -> None:
        raise ReadError(ReadErrorCode.DAMAGED)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    return parser
