"""Cells judged by the hundred have the problems that each has alone."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exogui.contacts.judging.email_column import judge_emails
from exogui.contacts.judging.emails import is_email
from exogui.contacts.judging.found_problems import Found
from exogui.contacts.judging.phone_column import judge_phones
from exogui.contacts.judging.phone_numbers import judge_phone_number
from exogui.contacts.problems import Problem, ProblemCode

INDIA = "+919876543210"

PHONES = st.sampled_from(
    [
        INDIA,
        "+91 98765 43210",
        "(+91)98765-43210",
        "00919876543210",
        "+९१९८७६५४३२१०",
        "+91\u00a09876543210",
        "\u202a+919876543210\u202c",
        "+91\n9876543210",
        "98765\n43210",
        "9876543210",
        "+91987654321",
        "+6571234567",
        "+999123456789",
        "+19005551234",
        "+9191987654321",
        "9.19877E+11",
        "9.19877E-11",
        "N/A",
        "",
        " ",
        "-",
    ]
)


@given(st.lists(PHONES | st.text(max_size=6), min_size=1, max_size=6))
@example([INDIA, "+91\n9876543210", "+91 98765 43210"])
def test_that_a_column_of_phone_cells_has_the_problems_of_its_cells(cells: list[str]) -> None:
    found: Found = {}
    numbers = judge_phones(3, tuple(cells), found)
    for position, cell in enumerate(cells):
        verdict = judge_phone_number(cell)
        if verdict is None:
            assert position not in found
            assert numbers[position] == cell
        else:
            code, detail, suggestion, number = verdict
            assert found[position] == (Problem(3, code, detail, suggestion),)
            assert numbers[position] == number


def emails(*cells: str) -> Found:
    found: Found = {}
    judge_emails(1, cells, found)
    return found


EMAILS = st.sampled_from(
    [
        "asha@x.in",
        "ASHA@X.IN",
        "Asha@x.in",
        "Asha@X.in",
        "asha@gmial.com",
        "ASHA@GMIAL.COM",
        "asha@x.con",
        "asha@x",
        "asha at x.in",
        "@x.in",
        "asha@",
        "asha@x.in ",
        "ASHA@X.IN\n",
        "आशा@example.in",
        "İ@x.in",
        "a" * 250 + "@x.in",
        "",
        " ",
    ]
)


@given(st.lists(EMAILS | st.text(max_size=6), min_size=1, max_size=6))
def test_that_a_column_of_e_mail_cells_has_the_problems_of_its_cells(cells: list[str]) -> None:
    together = emails(*cells)
    for position, cell in enumerate(cells):
        alone = emails(cell).get(0)
        assert together.get(position) == alone
        wrong = bool(cell) and (len(cell) > 254 or not is_email(cell))
        assert wrong == (alone is not None and alone[0].code not in {_TYPO, _CASE})


_TYPO, _CASE = ProblemCode.EMAIL_TYPO, ProblemCode.EMAIL_CASE


@pytest.mark.parametrize(
    ("value", "code", "suggestion"),
    [
        ("asha@gmial.com", _TYPO, "asha@gmail.com"),
        ("asha@gmail.con", _TYPO, "asha@gmail.com"),
        ("asha@gmail.cm", _TYPO, "asha@gmail.com"),
        ("asha@gmail.co", _TYPO, "asha@gmail.com"),
        ("asha@yaho.com", _TYPO, "asha@yahoo.com"),
        ("asha@yahooo.co.in", _TYPO, "asha@yahoo.co.in"),
        ("asha@hotmial.com", _TYPO, "asha@hotmail.com"),
        ("asha@rediffmial.con", _TYPO, "asha@rediffmail.com"),
        ("asha@acme.con", _TYPO, "asha@acme.com"),
        ("Asha@Gmial.Com", _TYPO, "Asha@gmail.com"),
        ("ASHA@GMIAL.COM", _TYPO, "asha@gmail.com"),
        ("ASHA.RAO1@X.IN", _CASE, "asha.rao1@x.in"),
        ("Asha@X.in", _CASE, "Asha@x.in"),
        ("ASHA@x.in", _CASE, "asha@x.in"),
    ],
)
def test_that_a_slip_is_pointed_out_with_what_was_probably_meant(
    value: str, code: ProblemCode, suggestion: str
) -> None:
    assert emails(value) == {0: (Problem(1, code, "", suggestion),)}


@pytest.mark.parametrize(
    "value",
    [
        "asha@gmail.com",
        "asha@ymail.com",
        "asha@mail.com",
        "asha@email.com",
        "asha@gmx.com",
        "asha@yahoo.co.in",
        "asha@yahoo.co",
        "asha@hotmail.co.uk",
        "asha@acme.cm",
        "asha@acme.co",
        "asha@acme.om",
        "Asha.Rao@x.in",
        "aRao@x.in",
        "1@x.in",
    ],
)
def test_that_an_address_that_may_well_be_right_is_left_alone(value: str) -> None:
    assert emails(value) == {}
