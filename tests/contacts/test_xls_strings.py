"""Lengths of the shared texts of an .xls, which may be cut in two anywhere."""

from __future__ import annotations

import struct

from hypothesis import given
from hypothesis import strategies as st

from exogui.contacts.reading.xls_strings import string_lengths


def stored(text: str, runs: int, extra: int) -> tuple[bytes, bytes, bytes]:
    """Head, characters and tail of a text, as [MS-XLS] 2.5.293 has them."""
    wide = not text.isascii()
    flags = wide | (8 if runs else 0) | (4 if extra else 0)
    head = struct.pack("<HB", len(text), flags)
    head += struct.pack("<H", runs) if runs else b""
    head += struct.pack("<I", extra) if extra else b""
    return head, text.encode("utf-16-le" if wide else "ascii"), bytes(4 * runs + extra)


_texts = st.text(st.sampled_from("abcdé"), max_size=9)


@given(st.lists(st.tuples(_texts, st.integers(0, 2), st.integers(0, 5)), max_size=12), st.data())
def test_that_lengths_are_right_wherever_a_piece_ends(
    texts: list[tuple[str, int, int]], data: st.DataObject
) -> None:
    pieces = [b""]
    for text, runs, extra in texts:
        head, characters, tail = stored(text, runs, extra)
        width = 1 if text.isascii() else 2
        if pieces[-1] and data.draw(st.booleans()):
            pieces.append(b"")
        pieces[-1] += head
        for at in range(0, len(characters), width):
            if data.draw(st.booleans()):
                pieces.append(bytes([width - 1]))  # characters that go on say how wide they are
            pieces[-1] += characters[at : at + width]
        pieces[-1] += tail
    assert list(string_lengths(pieces, len(texts))) == [len(text) for text, _, _ in texts]


@given(st.lists(st.binary(max_size=30), max_size=4), st.integers(0, 50))
def test_that_a_broken_table_has_texts_as_long_as_can_be(pieces: list[bytes], count: int) -> None:
    lengths = string_lengths(pieces, count)
    assert len(lengths) == count
    assert all(length <= 65_535 for length in lengths)
    assert list(string_lengths([], 2)) == [65_535, 65_535]
