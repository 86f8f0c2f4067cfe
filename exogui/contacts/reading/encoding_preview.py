"""The encodings a text file can be read in, with a few of its names as they look in each."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice, pairwise
from pathlib import Path
from typing import BinaryIO, NamedTuple

from exogui.contacts.progress import Checkpoint, no_checkpoint
from exogui.contacts.reading.contact_file import open_contacts
from exogui.contacts.reading.csv_dialect import SAMPLE_BYTES, decode_sample, delimiter_of, guess_encoding
from exogui.contacts.sheet import FileFormat

_LINES_SAMPLED = 40
_CELLS_SHOWN = 4
_BLOCK = 1 << 20
_LONGEST_LINE = 20_000

_WINDOWS = tuple(f"cp{page}" for page in (1252, 1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258, 874))
_ENCODINGS = ("utf-8", *_WINDOWS, "gb18030", "big5", "cp932", "cp949", "cp437", "cp850", "mac-roman")
"""Of text without a byte order mark, likely ones first: today's, then what Windows writes in each part of
the world (Western, Central European, Cyrillic, Greek, Turkish, Hebrew, Arabic, Baltic, Vietnamese, Thai,
simplified and traditional Chinese, Japanese, Korean), then DOS and old Macs."""
_ONE_SCRIPT = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "KATAKANA-HIRAGANA": "CJK"}

_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_LINE_END = re.compile(rb"[\r\n]")
_NAME_LENGTH = 40
_SIGNS_IN_NAMES = frozenset("’‘·・–、。“”")
_FORMATTING = frozenset("\t\r\n\u00a0\u200b\u200c\u200d\u200e\u200f")


class EncodingPreview(NamedTuple):
    """An encoding that a text file can be read in."""

    encoding: str
    """Python's name of it."""
    samples: tuple[str, ...]
    """A few cells with letters beyond A to Z, as they look in it; in every preview the same cells."""


def preview_encodings(
    path: Path, delimiter: str | None = None, checkpoint: Checkpoint = no_checkpoint
) -> tuple[EncodingPreview, ...]:
    """The encodings a text file can be read in, the likely ones first; none for a workbook.

    Of encodings under which the samples look the same, the likeliest stands for all. Without samples there is
    one: every letter of the file is the same in all of them.

    Raises:
        ReadError: the file cannot be read.
        Cancelled: raised by ``checkpoint``, which is called with bytes looked at and how many there are.
    """
    with open_contacts(path) as (file, size, file_format):
        if file_format is not FileFormat.CSV:
            return ()
        file.seek(0)
        head = file.read(SAMPLE_BYTES)
        guess = guess_encoding(head)
        delimiter = delimiter or delimiter_of(_sample(head, guess))
        if guess.startswith("utf-16"):
            return (EncodingPreview(guess, _samples([_sample(head, guess)], delimiter)),)
        lines, is_utf8 = _lines_beyond_ascii(file, size, checkpoint)
    if not lines or (guess == "utf-8-sig" and is_utf8):
        candidates: tuple[str, ...] = (guess,)
    else:
        candidates = _ENCODINGS if is_utf8 else _ENCODINGS[1:]
    shown: dict[tuple[str, ...], str] = {}
    for encoding in candidates:
        with suppress(UnicodeDecodeError):
            samples = _samples([line.decode(encoding) for line in lines], delimiter)
            if all(map(_is_text, samples)):
                shown.setdefault(samples, encoding)
            if not samples:
                break  # but spaces and the like
    previews = [EncodingPreview(encoding, samples) for samples, encoding in shown.items()]
    previews[1:] = sorted(previews[1:], key=lambda preview: _looks_odd(preview.samples))
    return tuple(previews)


def _sample(head: bytes, guess: str) -> str:
    try:
        return decode_sample(head, guess)
    except UnicodeError:
        return decode_sample(head, "latin-1")  # which has every byte


def _lines_beyond_ascii(file: BinaryIO, size: int, checkpoint: Checkpoint) -> tuple[list[bytes], bool]:
    """The first lines with other letters than A to Z, and whether the whole file is UTF-8."""
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    lines: list[bytes] = []
    is_utf8, done, rest = True, 0, b""
    while done < size and (block := file.read(min(_BLOCK, size - done))):
        done += len(block)
        if is_utf8:
            try:
                decoder.decode(block, final=done >= size)
            except UnicodeDecodeError:
                is_utf8 = False
        if len(lines) < _LINES_SAMPLED:
            text = rest + block
            end = len(text) if done >= size else max(text.rfind(b"\n"), text.rfind(b"\r")) + 1
            lines += islice(_not_ascii(text[:end]), _LINES_SAMPLED - len(lines))
            rest = text[end:][-_LONGEST_LINE:]
        elif not is_utf8:
            break
        checkpoint(done, size)
    return lines, is_utf8


def _not_ascii(text: bytes) -> Iterator[bytes]:
    """The lines that are not ASCII, those that are very long only around their first such letter."""
    at = 0
    while found := _BEYOND_ASCII.search(text, at):
        line_end = _LINE_END.search(text, found.start())
        end = line_end.start() if line_end else len(text)
        start = max(text.rfind(b"\n", at, found.start()), text.rfind(b"\r", at, found.start())) + 1
        yield text[max(start, at, found.start() - _LONGEST_LINE) : min(end, found.start() + _LONGEST_LINE)]
        at = end


def _samples(lines: Iterable[str], delimiter: str) -> tuple[str, ...]:
    """Cells with letters beyond A to Z, each once, those that are short like names before others."""
    cells: dict[str, None] = {}
    for line in lines:
        for row in csv.reader(io.StringIO(line, newline=""), delimiter=delimiter):
            cells.update((cell.strip(), None) for cell in row if not cell.isascii() and cell.strip())
    return tuple(islice(sorted(cells, key=lambda cell: len(cell) > _NAME_LENGTH), _CELLS_SHOWN))


def _is_text(cell: str) -> bool:
    """Whether a cell has neither control characters nor characters without a meaning."""
    return cell.isprintable() or all(c.isprintable() or c in _FORMATTING for c in cell)


def _looks_odd(samples: tuple[str, ...]) -> bool:
    """Whether words look as in a wrong encoding: two scripts, signs, or a capital after a small letter."""
    words = [word for sample in samples for word in sample.split() if any(map(str.isalpha, word))]
    return any(
        len({_script(letter) for letter in word if unicodedata.category(letter)[0] in "LM"}) > 1
        or any(
            unicodedata.category(c)[0] in "SP" and not c.isascii() and c not in _SIGNS_IN_NAMES for c in word
        )
        or any(
            before.islower() and after.isupper() and not after.isascii() for before, after in pairwise(word)
        )
        for word in words
    )


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "").split(" ")[0]
    return _ONE_SCRIPT.get(name, name)
