"""CSV: bytes to rows, in one pass, strict about quotes."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import BinaryIO

from exogui.contacts.progress import Checkpoint
from exogui.contacts.reading.csv_dialect import (
    SAMPLE_BYTES,
    decode_sample,
    guess_delimiter,
    guess_encoding,
    named_delimiter,
)
from exogui.contacts.reading.csv_quoting import find_quoting_fault
from exogui.contacts.reading.errors import ReadError, ReadErrorCode
from exogui.contacts.reading.raw_rows import ROWS_A_CHUNK, Layout, RawRows

MAX_LINE_BYTES = 4_000_000
"""exogui's own limit: no contact is that long, and the window waits while one line is parsed."""


def read_csv(
    file: BinaryIO, size: int, encoding: str | None, delimiter: str | None, checkpoint: Checkpoint
) -> tuple[RawRows, Layout]:
    """Read every row. ``encoding`` and ``delimiter`` are found out where they are None.

    Without a byte order mark UTF-8 is tried strictly on the whole file; what fails is read as cp1252, in
    which nearly any bytes mean something, so a person should confirm it.

    Raises:
        ReadError: not text, not in the encoding, or broken quoting, each with its physical line.
    """
    file.seek(0)
    head = file.read(SAMPLE_BYTES)
    guess = encoding or guess_encoding(head)
    try:
        return _CsvFile(file, size, head, guess).read(delimiter, checkpoint)
    except ReadError as error:
        if error.code is not ReadErrorCode.UNDECODABLE or encoding is not None or guess != "utf-8":
            raise
    rows, layout = _CsvFile(file, size, head, "cp1252").read(delimiter, checkpoint)
    return rows, replace(layout, encoding_certain=False)


class _CsvFile:
    """One CSV, read in one encoding."""

    def __init__(self, file: BinaryIO, size: int, head: bytes, encoding: str) -> None:
        self._file = file
        self._size = size
        self._head = head
        self._encoding = encoding

    def read(self, delimiter: str | None, checkpoint: Checkpoint) -> tuple[RawRows, Layout]:
        try:
            sample = decode_sample(self._head, self._encoding)
            feed = _Feed(self._file, self._size, self._encoding)
            lines = io.TextIOWrapper(feed, encoding=self._encoding, errors="strict", newline="")
        except UnicodeDecodeError as error:
            raise self._undecodable(error.start) from None
        except (UnicodeError, LookupError):
            raise self._undecodable(0) from None
        named = named_delimiter(sample)
        if named is not None:
            sample = "".join(islice(io.StringIO(sample, newline=""), 1, None))
        found = delimiter or named or guess_delimiter(sample)
        try:
            if named is not None:
                next(lines)
            raw = self._parse(lines, feed, found or ",", int(named is not None), checkpoint)
        except UnicodeDecodeError as error:
            raise self._undecodable(feed.position - len(error.object) + error.start) from None
        except UnicodeError:
            raise self._undecodable(0) from None
        except _BadBytesError as bad:
            raise ReadError(bad.code, self._line_at(bad.offset), bad.detail) from None
        return raw, Layout(encoding=self._encoding, delimiter=found)

    def _parse(
        self, lines: Iterable[str], feed: _Feed, delimiter: str, lines_before: int, checkpoint: Checkpoint
    ) -> RawRows:
        raw = RawRows()
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        line_ended = lines_before
        while True:
            chunk: list[tuple[str, ...]] = []
            chunk_started_after = line_ended
            try:
                for row in islice(reader, ROWS_A_CHUNK):
                    line = line_ended + 1
                    line_ended = lines_before + reader.line_num
                    # The first test alone settles nearly every row.
                    if row and (row[0].strip() or "".join(row).strip()):
                        chunk.append(tuple(row))
                        raw.lines.append(line)
                    else:
                        raw.blank_rows += 1
            except csv.Error:
                raise self._quoting_fault(line_ended + 1, delimiter) from None
            if line_ended == chunk_started_after:
                return raw
            raw.rows += chunk
            raw.check_size(chunk)
            checkpoint(feed.position, self._size)

    def _undecodable(self, offset: int) -> ReadError:
        return ReadError(ReadErrorCode.UNDECODABLE, self._line_at(offset), self._encoding)

    def _line_at(self, offset: int) -> int:
        """The physical line of the byte at ``offset``, from 1."""
        try:
            decoder = codecs.getincrementaldecoder(self._encoding)("replace")
        except LookupError:
            return 1
        newlines = io.IncrementalNewlineDecoder(decoder, translate=True)
        self._file.seek(0)
        line = 1
        with suppress(UnicodeError):  # UTF-16 that does not even start like it
            while offset > 0 and (data := self._file.read(min(SAMPLE_BYTES, offset))):
                offset -= len(data)
                line += newlines.decode(data).count("\n")
        return line

    def _quoting_fault(self, line: int, delimiter: str) -> ReadError:
        """What is wrong with the row that starts in ``line``."""
        feed = _Feed(self._file, self._size, self._encoding)
        lines = io.TextIOWrapper(feed, encoding=self._encoding, errors="replace", newline="")
        try:
            return find_quoting_fault(islice(lines, line - 1, None), line, delimiter)
        except _BadBytesError as bad:
            return ReadError(bad.code, self._line_at(bad.offset), bad.detail)


class _BadBytesError(Exception):
    """Bytes that no text file has."""

    def __init__(self, code: ReadErrorCode, offset: int, detail: str = "") -> None:
        super().__init__(code, offset)
        self.code = code
        self.offset = offset
        self.detail = detail


class _Feed(io.BufferedIOBase):
    """The first ``size`` bytes of ``file``, looked at as they pass. Closing it leaves ``file`` open.

    A file that grows faster than it is read must not be read for ever.
    """

    name = "contacts"

    def __init__(self, file: BinaryIO, size: int, encoding: str) -> None:
        super().__init__()
        file.seek(0)
        self._file = file
        self._size = size
        self._nul = bytes({"utf-16": 2, "utf-32": 4}.get(codecs.lookup(encoding).name[:6], 1))
        self._line_start = 0
        self.position = 0
        """Bytes given out."""

    def readable(self) -> bool:
        return True

    def read1(self, size: int = -1) -> bytes:
        left = self._size - self.position
        data = self._file.read(left if size < 0 else min(size, left))
        at = self._find_nul(data)
        if at >= 0:
            raise _BadBytesError(ReadErrorCode.NUL, self.position + at)
        end = max(data.rfind(b"\n"), data.rfind(b"\r"))
        if end >= 0:
            self._line_start = self.position + end + 1
        self.position += len(data)
        if self.position - self._line_start > MAX_LINE_BYTES:
            limit = str(MAX_LINE_BYTES // 1_000_000)
            raise _BadBytesError(ReadErrorCode.LINE_TOO_LONG, self._line_start, limit)
        return data

    def _find_nul(self, data: bytes) -> int:
        """The offset of the first NUL character, or -1. In UTF-16 two halves of neighbours make none."""
        at = data.find(self._nul)
        while at % len(self._nul) and at >= 0:
            at = data.find(self._nul, at + 1)
        return at
