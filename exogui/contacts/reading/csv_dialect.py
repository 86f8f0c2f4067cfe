"""How a CSV is written: its encoding and what separates its cells."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from contextlib import suppress
from itertools import islice

from exogui.contacts.reading.header import find_header
from exogui.contacts.reading.raw_rows import MAX_COLUMNS
from exogui.contacts.schema import match_header

SAMPLE_BYTES = 1 << 16
_ROWS_SAMPLED = 200
_DELIMITERS = ",;\t|"
_SEPARATOR_LINE = re.compile(r'"?sep=([^"\r\n])"?(?:\r\n|\r|\n)', re.IGNORECASE)
"""Excel's own way to name the delimiter, as the first line of the file."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def guess_encoding(head: bytes) -> str:
    """The encoding that the first bytes of a file speak for. ``utf-8`` still has to be tried on all of it."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return encoding
    pairs = len(head) // 2
    even, odd = head[: 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    # Digits, delimiters and line ends have a NUL as their higher byte in UTF-16, and none in other encodings.
    if odd > pairs // 5 and even < odd // 8:
        return "utf-16-le"
    if even > pairs // 5 and odd < even // 8:
        return "utf-16-be"
    return "utf-8"


def decode_sample(head: bytes, encoding: str) -> str:
    """The whole lines at the start of a file.

    Raises:
        UnicodeDecodeError: the bytes are not in ``encoding``.
        LookupError: no such encoding.
    """
    whole = len(head) < SAMPLE_BYTES
    text = codecs.getincrementaldecoder(encoding)().decode(head, final=whole)
    if whole:
        return text
    end = max(text.rfind("\n"), text.rfind("\r"))
    return text[: end + 1] if end >= 0 else text


def named_delimiter(sample: str) -> str | None:
    """The delimiter that a ``sep=`` line names; the line is the first and no row."""
    match = _SEPARATOR_LINE.match(sample)
    return match[1] if match else None


def delimiter_of(sample: str) -> str:
    """What separates the cells of a file that starts like this; a comma where nothing does."""
    return named_delimiter(sample) or guess_delimiter(sample) or ","


def guess_delimiter(sample: str) -> str | None:
    """The delimiter under which the header is known best and the rows are of the most even width.

    None when nothing separates cells: a file with one column.
    """
    best: tuple[tuple[int, float, int], str] | None = None
    for delimiter in _DELIMITERS:
        rows = _parse(sample, delimiter)
        if not rows:
            continue
        header = rows[find_header(rows) or 0]
        width, times = Counter(map(len, rows)).most_common(1)[0]
        if len(header) < 2:
            continue
        known = sum(field is not None for field in match_header(header))
        score = (known, times / len(rows), width)
        if best is None or score > best[0]:
            best = score, delimiter
    return best[1] if best else None


def _parse(sample: str, delimiter: str) -> list[list[str]]:
    """The first rows that are not blank, up to the first one that cannot be parsed."""
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, strict=True)
    with suppress(csv.Error):
        first = (row[:MAX_COLUMNS] for row in islice(reader, _ROWS_SAMPLED))
        rows.extend(row for row in first if any(cell.strip() for cell in row))
    return rows
