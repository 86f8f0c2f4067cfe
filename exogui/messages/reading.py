"""How a file was read, and why it could not be: what happened, and what to do next."""

from __future__ import annotations

from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.read_options import ReadOptions
from exogui.contacts.sheet import FileFormat, Source
from exogui.contacts.table import ContactTable
from exogui.messages.catalogue import Plural, Speaker, Text

_PART = "reading"

READ_ERRORS: dict[ReadErrorCode, Text] = {
    ReadErrorCode.MISSING: Text(
        _PART, "“{file}” is no longer there. It may have been moved or renamed: open it from where it is now."
    ),
    ReadErrorCode.NO_PERMISSION: Text(
        _PART,
        "“{file}” may not be read. If it is open in Excel, close it there and open it here again; "
        "otherwise ask its owner for permission.",
    ),
    ReadErrorCode.NOT_A_FILE: Text(
        _PART, "“{file}” is a folder, not a file. Open the contacts file inside it."
    ),
    ReadErrorCode.UNREADABLE: Text(
        _PART,
        "“{file}” could not be read ({detail}). Copy it to your own computer and open the copy.",
    ),
    ReadErrorCode.CHANGED: Text(
        _PART,
        "“{file}” changed while it was being read. Wait until it has been saved or copied, then open it again.",
    ),
    ReadErrorCode.TOO_LARGE: Text(
        _PART, "“{file}” is larger than {detail} MB. Split it into smaller files and open them one by one."
    ),
    ReadErrorCode.TOO_MANY_CELLS: Text(
        _PART,
        "“{file}” spreads over more than {detail} cells, perhaps because of a stray one far below or far right. "
        "Copy only the rows and columns with contacts into a new file and open that.",
    ),
    ReadErrorCode.EMPTY: Text(_PART, "“{file}” has nothing in it. Check that you chose the right file."),
    ReadErrorCode.PDF: Text(
        _PART,
        "“{file}” is a PDF, which holds pages and not rows. Ask for the list as Excel or CSV and open that.",
    ),
    ReadErrorCode.ZIP: Text(
        _PART, "“{file}” is an archive. Unpack it first, then open the contacts file that was inside."
    ),
    ReadErrorCode.VCARD: Text(
        _PART,
        "“{file}” is an address book file (vCard). Open your address book and export the contacts as CSV.",
    ),
    ReadErrorCode.NUMBERS: Text(
        _PART,
        "“{file}” comes from Numbers. In Numbers, choose File, Export To, Excel, and open the new file.",
    ),
    ReadErrorCode.DOCUMENT: Text(
        _PART,
        "“{file}” is a document ({detail}), not a table. Copy the list into Excel, save it as .xlsx, and open that.",
    ),
    ReadErrorCode.WEB_PAGE: Text(
        _PART,
        "“{file}” is a web page, even if its name says Excel. Open it in Excel, save it as .xlsx, and open that.",
    ),
    ReadErrorCode.XML: Text(
        _PART,
        "“{file}” is an XML file, even if its name says Excel. Open it in Excel, save it as .xlsx, and open that.",
    ),
    ReadErrorCode.JSON: Text(
        _PART, "“{file}” is a JSON file. Export the contacts as CSV or Excel instead, and open that."
    ),
    ReadErrorCode.PICTURE: Text(
        _PART, "“{file}” is a picture. Ask for the list as Excel or CSV and open that."
    ),
    ReadErrorCode.BINARY: Text(
        _PART, "“{file}” is no contacts file. Open a CSV file or an Excel file (.xlsx, .xls, .xlsb, .ods)."
    ),
    ReadErrorCode.NUL: Text(
        _PART,
        "Line {line} of “{file}” is damaged: it holds a character that no text has. "
        "Export the list again and open the new file.",
    ),
    ReadErrorCode.UNDECODABLE: Text(
        _PART,
        "Line {line} of “{file}” is not in the encoding {detail}. "
        "Open it in Excel, save it as “CSV UTF-8” or .xlsx, and open that.",
    ),
    ReadErrorCode.UNCLOSED_QUOTE: Text(
        _PART,
        'The quotation mark (") that opens in line {line} of “{file}” is never closed. '
        "Remove it or close it there, or export the list again as .xlsx.",
    ),
    ReadErrorCode.TEXT_AFTER_QUOTE: Text(
        _PART,
        'In line {line} of “{file}” there is text after a closing quotation mark ("). '
        "Correct that line, or export the list again as .xlsx.",
    ),
    ReadErrorCode.FIELD_TOO_LONG: Text(
        _PART,
        "A cell in line {line} of “{file}” has more than {detail} characters. "
        "Shorten it, or export the list again.",
    ),
    ReadErrorCode.LINE_TOO_LONG: Text(
        _PART,
        "Line {line} of “{file}” is longer than {detail} MB, so this is probably no list of contacts. "
        "Check that you chose the right file, or export the list again.",
    ),
    ReadErrorCode.TOO_MANY_COLUMNS: Text(
        _PART,
        "Line {line} of “{file}” has more than {detail} columns. "
        "Copy only the columns with contacts into a new file and open that.",
    ),
    ReadErrorCode.PASSWORD: Text(
        _PART,
        "“{file}” is protected by a password. Open it in Excel, remove the password under File, Info, "
        "save it, and open it here again.",
    ),
    ReadErrorCode.DAMAGED: Text(
        _PART,
        "“{file}” is damaged or incomplete. Open it in Excel, let Excel repair it, save it as .xlsx, "
        "and open that; or download it again.",
    ),
    ReadErrorCode.NO_SUCH_SHEET: Text(
        _PART, "“{file}” has no sheet “{detail}” any more. Open it again and choose another sheet."
    ),
}

_SOURCE = Plural(_PART, "{n} rows · {source}", "{n} row · {source}")
_SOURCE_CHANGED = Plural(_PART, "{n} rows, {changes} · {source}", "{n} row, {changes} · {source}")
_ADDED = Plural(_PART, "{n} added", "{n} added")
_TAKEN_OUT = Plural(_PART, "{n} taken out", "{n} taken out")
_FORMATS: dict[FileFormat, Text] = {
    FileFormat.CSV: Text(_PART, "CSV"),
    FileFormat.XLSX: Text(_PART, "Excel"),
    FileFormat.XLS: Text(_PART, "Excel 97–2003"),
    FileFormat.XLSB: Text(_PART, "Excel binary"),
    FileFormat.ODS: Text(_PART, "OpenDocument"),
}
_SHEET = Text(_PART, "sheet “{sheet}”")
_HEADER_IN_LINE = Text(_PART, "header in line {line}")
_HEADER_IN_ROW = Text(_PART, "header in row {line}")
_NO_HEADER = Text(_PART, "no header")
_BLANK_ROWS = Plural(_PART, "{n} blank rows left out", "{n} blank row left out")
_TITLE_ROWS = Plural(_PART, "{n} rows above the header left out", "{n} row above the header left out")
_BLANK_COLUMNS = Plural(_PART, "{n} empty columns left out", "{n} empty column left out")
_TOTALS = Plural(_PART, "{n} rows of totals at the end left out", "{n} row of totals at the end left out")
_TOTALS_KEPT = Plural(_PART, "{n} rows of totals at the end kept", "{n} row of totals at the end kept")
_WITH_TOTALS = Text(_PART, "with the totals at the end")
_HIDDEN_ROWS = Plural(
    _PART, "with {n} rows that are hidden in the workbook", "with {n} row that is hidden in the workbook"
)
_HIDDEN_COLUMNS = Plural(
    _PART,
    "with {n} columns that are hidden in the workbook",
    "with {n} column that is hidden in the workbook",
)
_DELIMITERS: dict[str | None, Text] = {
    ",": Text(_PART, "comma"),
    ";": Text(_PART, "semicolon"),
    "\t": Text(_PART, "tab"),
    "|": Text(_PART, "vertical bar"),
    None: Text(_PART, "one column"),
}
_OTHER_DELIMITER = Text(_PART, "separated by {delimiter}")
_ENCODINGS: dict[str, Text] = {
    "utf-8": Text(_PART, "UTF-8"),
    "utf-8-sig": Text(_PART, "UTF-8 with BOM"),
    "utf-16": Text(_PART, "UTF-16"),
    "utf-16-le": Text(_PART, "UTF-16 without BOM"),
    "utf-16-be": Text(_PART, "UTF-16 without BOM"),
    "cp1252": Text(_PART, "Western European (Windows-1252)"),
}
_UNCERTAIN = Text(_PART, "{encoding}, please check the names")


def read_error_text(error: ReadError, file: str, say: Speaker) -> str:
    """Why ``file``, its name without folders, cannot be read, and what to do about it."""
    detail = say.number(int(error.detail)) if error.detail.isdecimal() else error.detail
    line = "" if error.line is None else str(error.line)
    return say(READ_ERRORS[error.code], file=file, line=line, detail=detail)


def describe_list(table: ContactTable, say: Speaker) -> str:
    """How the file of a list was read, and how many rows the list has now."""
    return describe(
        table.source, table.row_count, say, added=table.rows_added, taken_out=table.rows_taken_out
    )


def describe(source: Source, rows: int, say: Speaker, *, added: int = 0, taken_out: int = 0) -> str:
    """How a file was read: ``1,248 rows · Excel, sheet “Leads” · header in row 3``.

    ``rows`` are those of the list now; where some were ``added`` to it or ``taken_out``, that is said:
    ``1,245 rows, 2 added, 5 taken out · Excel``. The header is named where it is not at the top, and whatever
    was left out or hidden is counted.
    """
    is_text = source.format is FileFormat.CSV
    parts = [", ".join(_text_layout(source, say) if is_text else _workbook_layout(source, say))]
    if not source.header_line:
        parts.append(say(_NO_HEADER))
    elif source.header_line > 1:
        where = _HEADER_IN_LINE if is_text else _HEADER_IN_ROW
        parts.append(say(where, line=str(source.header_line)))
    counted = (
        (_TITLE_ROWS, source.title_rows),
        (_TOTALS_KEPT if source.totals_kept else _TOTALS, len(source.totals_lines)),
        (_BLANK_ROWS, source.blank_rows),
        (_BLANK_COLUMNS, source.blank_columns),
        (_HIDDEN_ROWS, len(source.hidden_lines)),
        (_HIDDEN_COLUMNS, len(source.hidden_columns)),
    )
    parts += [say(text, count) for text, count in counted if count]
    words = " · ".join(parts)
    changes = [say(text, count) for text, count in ((_ADDED, added), (_TAKEN_OUT, taken_out)) if count]
    if changes:
        return say(_SOURCE_CHANGED, rows, changes=", ".join(changes), source=words)
    return say(_SOURCE, rows, source=words)


def describe_options(options: ReadOptions, file_format: FileFormat, say: Speaker) -> str:
    """What a person said about how a file is to be read: ``sheet “Leads”, header in row 3``."""
    is_text, parts = file_format is FileFormat.CSV, []
    if options.sheet is not None:
        parts.append(say(_SHEET, sheet=options.sheet))
    if options.encoding is not None:
        name = options.encoding
        parts.append(say(_ENCODINGS[name]) if name in _ENCODINGS else name)
    if options.delimiter is not None:
        parts.append(_delimiter(options.delimiter, say))
    if options.header_line is not None:
        where = _HEADER_IN_LINE if is_text else _HEADER_IN_ROW
        line = options.header_line
        parts.append(say(where, line=str(line)) if line else say(_NO_HEADER))
    if options.keep_totals:
        parts.append(say(_WITH_TOTALS))
    return ", ".join(parts)


def _delimiter(delimiter: str | None, say: Speaker) -> str:
    known = _DELIMITERS.get(delimiter)
    return say(known) if known else say(_OTHER_DELIMITER, delimiter=delimiter)


def _text_layout(source: Source, say: Speaker) -> list[str]:
    name = source.encoding or ""
    encoding = say(_ENCODINGS[name]) if name in _ENCODINGS else name
    if not source.encoding_certain:
        encoding = say(_UNCERTAIN, encoding=encoding)
    return [say(_FORMATS[source.format]), encoding, _delimiter(source.delimiter, say)]


def _workbook_layout(source: Source, say: Speaker) -> list[str]:
    layout = [say(_FORMATS[source.format])]
    if source.sheet:
        layout.append(say(_SHEET, sheet=source.sheet))
    return layout
