"""Every problem, repair and step has words, and every value in them is filled in."""

from __future__ import annotations

import pytest

from exogui.contacts.problems import Problem, ProblemCode
from exogui.contacts.repairing.repairs import REPAIRABLE
from exogui.contacts.table import Step, StepKind
from exogui.messages.catalogue import plain
from exogui.messages.problems import (
    cell_text,
    group_title,
    help_text,
    redo_text,
    repair_verb,
    step_text,
    undo_text,
)

CODES = sorted(ProblemCode)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("suggestion", [None, "+919876543210", ""])
def test_that_a_cell_s_problem_is_said_in_whole_sentences(code: ProblemCode, suggestion: str | None) -> None:
    words = cell_text(Problem(0, code, "+91", suggestion), plain)
    assert words[0].isupper()
    assert words.endswith(".")
    assert "{" not in words


@pytest.mark.parametrize("code", CODES)
def test_that_a_group_is_titled_in_the_singular_and_the_plural(code: ProblemCode) -> None:
    assert group_title(code, 1, plain).startswith("1 ")
    assert group_title(code, 1234, plain).startswith("1,234 ")
    assert group_title(code, 1, plain)[2:] != group_title(code, 2, plain)[2:]


@pytest.mark.parametrize("code", CODES)
def test_that_what_can_be_repaired_has_a_button_and_all_else_has_help(code: ProblemCode) -> None:
    verb = repair_verb(code, 312, "+91", plain)
    assert (verb is not None) == (code in REPAIRABLE)
    assert verb is None or "312" in verb
    assert verb is not None or help_text(code, plain) is not None


def test_that_a_repair_says_its_country_code_and_count() -> None:
    assert repair_verb(ProblemCode.NO_COUNTRY_CODE, 11, "+91", plain) == "Add +91 to 11"
    step = Step(StepKind.REPAIR, ProblemCode.NO_COUNTRY_CODE, 312, "+91")
    assert undo_text(step, plain) == "Undo: add +91 to 312 phone numbers"
    assert redo_text(step, plain) == "Redo: add +91 to 312 phone numbers"


@pytest.mark.parametrize("kind", StepKind)
@pytest.mark.parametrize("code", [None, *CODES])
def test_that_every_step_has_a_name(kind: StepKind, code: ProblemCode | None) -> None:
    for count in (1, 5):
        words = step_text(Step(kind, code, count, "+91"), plain)
        assert words[0].islower()
        assert "{" not in words


def test_that_a_duplicate_names_the_other_row_and_its_number_is_not_grouped() -> None:
    assert "Row 12345 has" in cell_text(Problem(0, ProblemCode.DUPLICATE_PHONE, "12345"), plain)


def test_that_country_codes_of_several_countries_are_said_without_naming_one() -> None:
    assert repair_verb(ProblemCode.NO_COUNTRY_CODE, 11, "", plain) == "Add country codes to 11"
    step = Step(StepKind.REPAIR, ProblemCode.NO_COUNTRY_CODE, 2, "")
    assert undo_text(step, plain) == "Undo: add country codes to 2 phone numbers"


def test_that_a_suggestion_for_a_mistyped_address_is_a_question() -> None:
    words = cell_text(Problem(3, ProblemCode.EMAIL_TYPO, suggestion="asha@gmail.com"), plain)
    assert "Did its owner mean asha@gmail.com?" in words
