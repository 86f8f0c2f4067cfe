"""What a file is, by its first bytes: names lie, and many an .xls is text or a web page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from exogui.contacts.reading.csv_dialect import guess_encoding
from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.sheet import FileFormat

if TYPE_CHECKING:
    import zipfile

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Compound File Binary Format: Office files before 2007, and encrypted ones of today ([MS-CFB] 2.2)."""

_BINARY: tuple[tuple[bytes, ReadErrorCode], ...] = (
    (b"%PDF", ReadErrorCode.PDF),
    (b"\x1f\x8b", ReadErrorCode.ZIP),
    (b"7z\xbc\xaf\x27\x1c", ReadErrorCode.ZIP),
    (b"Rar!\x1a", ReadErrorCode.ZIP),
    (b"\x89PNG\r\n\x1a\n", ReadErrorCode.PICTURE),
    (b"\xff\xd8\xff", ReadErrorCode.PICTURE),
    (b"GIF8", ReadErrorCode.PICTURE),
    (b"{\\rtf", ReadErrorCode.DOCUMENT),
)
_TEXTUAL: tuple[tuple[re.Pattern[bytes], ReadErrorCode], ...] = (
    (re.compile(rb"BEGIN:VCARD", re.IGNORECASE), ReadErrorCode.VCARD),
    (re.compile(rb"<(?:!doctype html|html|head|body|table|meta)\b", re.IGNORECASE), ReadErrorCode.WEB_PAGE),
    (re.compile(rb"<\?xml[^>]*>\s*<(?:!doctype html|html)\b", re.IGNORECASE), ReadErrorCode.WEB_PAGE),
    (re.compile(rb"<\?xml\b"), ReadErrorCode.XML),
    (re.compile(rb'(?:\[\s*)?\{\s*"|\[\s*\['), ReadErrorCode.JSON),
)
_OLE_STREAMS: tuple[tuple[str, ReadErrorCode, str], ...] = (
    ("EncryptedPackage", ReadErrorCode.PASSWORD, ""),
    ("WordDocument", ReadErrorCode.DOCUMENT, "Word"),
    ("PowerPoint Document", ReadErrorCode.DOCUMENT, "PowerPoint"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))

MAX_UNPACKED_BYTES = 1_500_000_000
"""A workbook that unpacks to more is a mistake or an attack; a million contacts unpack to a third of it."""


def detect_format(file: BinaryIO, head: bytes) -> FileFormat:
    """The format of ``file``, which starts with ``head``.

    Raises:
        ReadError: a format that is not read here, or one that is not a table of contacts at all.
    """
    if head.startswith(_ZIP):
        return _zipped_format(file)
    if head.startswith(_OLE):
        return _compound_format(file)
    for start, code in _BINARY:
        if head.startswith(start):
            raise ReadError(code, detail="RTF" if code is ReadErrorCode.DOCUMENT else "")
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for pattern, code in _TEXTUAL:
        if pattern.match(text):
            raise ReadError(code)
    if guess_encoding(head) == "utf-8" and _is_binary(head[:4096]):
        raise ReadError(ReadErrorCode.BINARY)
    return FileFormat.CSV


def _is_binary(head: bytes) -> bool:
    """Whether control characters abound. One of them, or a NUL, may be a damaged cell in a good list."""
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > max(32, len(head) // 20)


def _zipped_format(file: BinaryIO) -> FileFormat:
    import zipfile  # slow to import, and most files are CSV

    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            unpacked = sum(info.file_size for info in archive.infolist())
            kind = _mimetype(archive) if "mimetype" in names else ""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise ReadError(ReadErrorCode.DAMAGED) from error
    if unpacked > MAX_UNPACKED_BYTES:
        raise ReadError(ReadErrorCode.TOO_LARGE, detail=str(MAX_UNPACKED_BYTES // 1_000_000))
    if "xl/workbook.xml" in names:
        return FileFormat.XLSX
    if "xl/workbook.bin" in names:
        return FileFormat.XLSB
    if kind.startswith("application/vnd.oasis.opendocument.spreadsheet"):
        return FileFormat.ODS
    raise _not_a_workbook(names, kind)


def _mimetype(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as part:
        return part.read(100).decode("ascii", "replace")


def _not_a_workbook(names: set[str], kind: str) -> ReadError:
    if any(name.endswith(".iwa") or name == "Index.zip" for name in names):
        return ReadError(ReadErrorCode.NUMBERS)
    if "word/document.xml" in names:
        return ReadError(ReadErrorCode.DOCUMENT, detail="Word")
    if "ppt/presentation.xml" in names:
        return ReadError(ReadErrorCode.DOCUMENT, detail="PowerPoint")
    if kind.startswith("application/vnd.oasis.opendocument"):
        return ReadError(ReadErrorCode.DOCUMENT, detail="OpenDocument")
    return ReadError(ReadErrorCode.ZIP)


def _compound_format(file: BinaryIO) -> FileFormat:
    """Told by the names of the streams, which stand in UTF-16 in the file's directory ([MS-CFB] 2.6.1)."""
    file.seek(0)
    content = file.read()
    for stream, code, detail in _OLE_STREAMS:
        if stream.encode("utf-16-le") in content:
            raise ReadError(code, detail=detail)
    if any(stream.encode("utf-16-le") in content for stream in ("Workbook", "Book")):
        return FileFormat.XLS
    raise ReadError(ReadErrorCode.BINARY)
