"""What is said of cells of free text, and that Indian scripts are left alone."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exogui.contacts.judging.found_problems import Found
from exogui.contacts.judging.text_cells import judge_text, tidy_whitespace
from exogui.contacts.judging.text_column import judge_texts
from exogui.contacts.problems import Problem, ProblemCode


@pytest.mark.parametrize(
    "value",
    [
        "",
        "Asha",
        "José",
        "रवि कुमार",
        "மீனா",
        "क्\u200dष",
        "श्री\u200cराम",
        "👩\u200d👧",
        "王芳",
        "a  b",
        "x | y",
        "A, B",
    ],
)
def test_that_ordinary_text_has_no_problem(value: str) -> None:
    assert judge_text(1, value, 255) == ()


@pytest.mark.parametrize(
    ("value", "tidy"),
    [
        (" Asha", "Asha"),
        ("Asha ", "Asha"),
        ("   ", ""),
        ("Asha\u00a0Rao", "Asha Rao"),
        ("Asha\tRao", "Asha Rao"),
        ("Asha\r\nRao", "Asha Rao"),
        ("Asha\u2028Rao", "Asha Rao"),
        ("As\u200bha", "Asha"),
        ("\ufeffAsha", "Asha"),
        ("\u202aAsha\u202c", "Asha"),
        ("Asha\u200d", "Asha"),
        ("As\u200cha", "Asha"),
        ("a\u200b\u200db", "ab"),
        ("\u3000王芳\u3000", "王芳"),
        ("श्री\u200cराम ", "श्री\u200cराम"),
    ],
)
def test_that_stray_whitespace_is_a_warning_with_the_tidy_text(value: str, tidy: str) -> None:
    assert judge_text(1, value, 255) == (Problem(1, ProblemCode.WHITESPACE, suggestion=tidy),)


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [("As\x00ha", "Asha"), ("Asha\x1b ", "Asha"), ("\x7f", ""), ("Caf\x82", None), ("\ud83dAsha", None)],
)
def test_that_control_characters_are_an_error_repaired_only_where_no_letter_is_lost(
    value: str, suggestion: str | None
) -> None:
    assert judge_text(2, value, 255) == (Problem(2, ProblemCode.CONTROL_CHARACTERS, suggestion=suggestion),)


def test_that_a_cell_at_the_limit_is_fine_and_one_beyond_it_is_not() -> None:
    assert judge_text(0, "x" * 10, 10) == ()
    assert judge_text(0, "x" * 11, 10) == (Problem(0, ProblemCode.TOO_LONG, "10"),)


def test_that_a_cell_can_be_too_long_and_untidy() -> None:
    codes = [problem.code for problem in judge_text(0, "x" * 11 + " ", 10)]
    assert codes == [ProblemCode.TOO_LONG, ProblemCode.WHITESPACE]


ODD_TEXT = st.text(
    st.sampled_from("ab| \t\n\r\x00\x85\u00a0\u200b\u200c\u200d\u3000\u0915\u094d\ufeff\u202e"), max_size=8
)


@given(st.lists(ODD_TEXT | st.text(max_size=8), min_size=1, max_size=5))
@example(["a ", "b"])
@example(["a", "b "])
@example([" a", "b"])
@example(["a\u00a0", " b"])
@example(["a", "b" * 7 + " "])
@example(["रवि कुमार", "A | B", ""])
def test_that_a_column_judged_at_once_has_the_problems_of_its_cells(cells: list[str]) -> None:
    found: Found = {}
    judge_texts(0, tuple(cells), 6, found)
    alone = {position: judge_text(0, cell, 6) for position, cell in enumerate(cells)}
    assert found == {position: problems for position, problems in alone.items() if problems}


def test_that_a_row_keeps_the_problems_that_were_found_before() -> None:
    before = Problem(0, ProblemCode.MISSING_PHONE)
    found: Found = {0: (before,), 1: (before,)}
    judge_texts(1, ("a ", "b\n"), 6, found)
    assert [problems[0] for problems in found.values()] == [before, before]
    assert [problem.code for problem in found[0]] == [ProblemCode.MISSING_PHONE, ProblemCode.WHITESPACE]
    assert [problem.code for problem in found[1]] == [ProblemCode.MISSING_PHONE, ProblemCode.WHITESPACE]


@given(ODD_TEXT | st.text())
def test_that_tidy_text_is_tidy(value: str) -> None:
    tidy = tidy_whitespace(value)
    assert tidy_whitespace(tidy) == tidy
    assert ProblemCode.WHITESPACE not in [problem.code for problem in judge_text(0, tidy, 10_000)]
    assert _visible(tidy) == _visible(value)


def _visible(text: str) -> str:
    return "".join(character for character in text if character.isprintable() and character != " ")
