"""The quick pattern never disagrees with the library."""

from __future__ import annotations

import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exogui.contacts.judging.emails import is_email


def library_accepts(value: str) -> bool:
    try:
        validate_email(value, check_deliverability=False)
    except EmailNotValidError:
        return False
    return True


@pytest.mark.parametrize(
    "value",
    [
        "asha@x.in",
        "Asha.Rao+leads@mail.example.co.in",
        "o'neil@example.com",
        "a@b-c.d-e.com",
        "a@x.xn--p1ai",
        "a@xn--11b4c3d.com",
        "आशा@example.in",
        "a@उदाहरण.com",
        "a@" + "b" * 63 + ".com",
    ],
)
def test_that_a_well_formed_address_is_accepted(value: str) -> None:
    assert is_email(value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "asha",
        "asha@x",
        "asha@",
        "@x.in",
        "a@@b.in",
        "a b@x.in",
        "a@x.in ",
        "a@x.in\n",
        ".a@x.in",
        "a.@x.in",
        "a..b@x.in",
        "a@x..in",
        "a@-x.in",
        "a@x-.in",
        "a@x.in.",
        "a@x.c1",
        "a@ab--cd.com",
        "a@xn--a.com",
        "a@localhost",
        "a@printer.local",
        "a@x.test",
        "a@x.INVALID",
        "a@x.onion",
        "a@1.168.192.in-addr.arpa",
        "a@[192.168.1.1]",
        '"a b"@x.in',
        "Asha <asha@x.in>",
        "a@x.in, b@x.in",
        "mailto:asha@x.in",
        "a@" + "b" * 64 + ".com",
        "a" * 250 + "@x.in",
        "asha\u200b@x.in",
        "a@x.in\x00",
    ],
)
def test_that_a_malformed_address_is_refused(value: str) -> None:
    assert not is_email(value)


ADDRESS_LIKE = st.builds(
    "{}@{}.{}".format,
    st.text(st.sampled_from("aZ09.+-_'é\u0905 \"<"), min_size=1, max_size=5),
    st.text(st.sampled_from("aZ09-.xn\u0905\uff0e_"), min_size=1, max_size=8),
    st.sampled_from(
        ["in", "com", "test", "local", "arpa", "onion", "c1", "1c", "c-d", "xn--p1ai", "भारत", "IN"]
    ),
)


@settings(max_examples=1_500)
@given(ADDRESS_LIKE | st.text(st.sampled_from("ab@.-x"), max_size=9))
@example("a@a---cd.com")
@example("a@b.1c")
@example("a@x.0arpa")
@example("a@x.x---p1ai")
@example("A@X.Local")
def test_that_the_quick_pattern_never_disagrees_with_the_library(value: str) -> None:
    assert is_email(value) == library_accepts(value)
