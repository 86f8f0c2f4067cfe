from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exogui.gui.models.visible_text import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Asha Rao", "Asha Rao"),
        ("", ""),
        (" Asha  ", "␣Asha␣␣"),
        ("Asha\u00a0Rao", "Asha⍽Rao"),
        ("Asha\r\nRao", "Asha↵Rao"),
        ("Asha\tRao", "Asha⇥Rao"),
        ("\u202a+91987", "‹202A›+91987"),
        ("As\u200bha", "As‹200B›ha"),
        ("A\u200cB", "A‹200C›B"),
        ("\x07", "‹0007›"),
    ],
)
def test_that_what_hides_in_a_cell_gets_a_sign(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["क्‍ष", "می‌خواهم", "👩‍⚕️", "கார்த்திக்", "Asha  Rao"])
def test_that_what_belongs_to_a_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_that_nothing_stays_hidden(text: str) -> None:
    shown = visible(text)

    assert shown == shown.strip(" ")
    assert not set(shown) & set("\t\r\n\u00a0\u200b\u200e\u200f\u202e\ufeff\x00\x07")
