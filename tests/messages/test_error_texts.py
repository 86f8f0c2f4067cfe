"""Every error and every refusal has words, and the words name a next step."""

from __future__ import annotations

import re

import pytest

from exogui.exotel import errors
from exogui.exotel.addresses import AddressFault, InvalidAddress
from exogui.exotel.environment import MissingVariables
from exogui.exotel.errors import (
    AnswerLost,
    BodyState,
    CertificateProblem,
    CertificateReason,
    ErrorCode,
    ExotelError,
    FileRefused,
    SignInRefused,
)
from exogui.exotel.keychain import KeychainError, KeychainFault, KeychainFull, KeychainLocked
from exogui.exotel.sign_in import SignInReport
from exogui.messages.catalogue import plain
from exogui.messages.errors import address_text, error_message, error_text, keychain_text, sign_in_text
from exogui.messages.uploads import refusal_advice, refusal_meaning, state_name
from exogui.uploads.result import JobState

JARGON = re.compile(
    r"\b(HTTP|[1-5]\d\d|status code|server|request|timeout|JSON|TLS|SSL|exception|null)\b", re.IGNORECASE
)
ALLOWED = re.compile(r"request ID|upload ID", re.IGNORECASE)


def example(kind: type[ExotelError]) -> ExotelError:
    if issubclass(kind, AnswerLost):
        return kind(body=BodyState.WHOLE, cause=ErrorCode.TIMED_OUT)
    return kind()


ALL = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, ExotelError) and kind is not ExotelError
]


def test_that_each_kind_of_error_has_a_code_of_its_own() -> None:
    assert sorted(kind.code for kind in ALL) == sorted(ErrorCode)


@pytest.mark.parametrize("kind", ALL)
def test_that_each_error_says_what_and_what_next_in_plain_words(kind: type[ExotelError]) -> None:
    message = error_message(example(kind), plain)
    for sentence in (message.title, message.next_step):
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert not JARGON.search(ALLOWED.sub("", sentence)), sentence
    assert message.title != message.next_step


def test_that_each_reason_against_a_certificate_has_a_next_step() -> None:
    texts = {error_text(CertificateProblem(reason), plain) for reason in CertificateReason}
    assert len(texts) == len(CertificateReason)


def test_that_each_fault_of_the_keychain_and_of_an_address_has_words() -> None:
    assert len({keychain_text(fault, plain) for fault in KeychainFault}) == len(KeychainFault)
    assert len({address_text(fault, plain) for fault in AddressFault}) == len(AddressFault)


def test_that_errors_of_the_keychain_are_told_apart() -> None:
    texts = {error_text(kind(), plain) for kind in (KeychainError, KeychainFull, KeychainLocked)}
    assert len(texts) == 3


def test_that_exotels_words_are_kept_apart_and_as_they_are() -> None:
    message = error_message(FileRefused(words="<b>{name}</b> %s is bad"), plain)
    assert message.exotel_says == "<b>{name}</b> %s is bad"
    assert "{name}" not in message.title + message.next_step


def test_that_what_should_not_happen_shows_nothing_of_its_inside() -> None:
    text = error_text(RuntimeError("token=the-secret"), plain)
    assert "the-secret" not in text
    assert text


def test_that_a_bad_address_and_missing_variables_have_words() -> None:
    assert "https" in error_text(InvalidAddress(AddressFault.NOT_HTTPS), plain)
    assert "EXOGUI_API_KEY" in error_text(MissingVariables(("EXOGUI_API_KEY",)), plain)


def test_that_a_sign_in_that_works_says_so() -> None:
    assert sign_in_text(SignInReport(), plain) == "Exotel accepts this sign-in."


def test_that_a_sign_in_refused_at_an_address_of_ones_own_says_what_to_do() -> None:
    assert "Test" in sign_in_text(SignInReport(SignInRefused()), plain)


CODES = ["INVALID_PHONE", "DUPLICATE_ENTRY", "MISSING_REQUIRED", "INVALID_FORMAT", "QUOTA_EXCEEDED"]


@pytest.mark.parametrize("code", [*CODES, "INVALID_EMAIL"])
def test_that_each_documented_reason_has_a_meaning_and_advice(code: str) -> None:
    meaning = refusal_meaning(code, "Exotel's own words", plain)
    assert meaning
    assert meaning != "Exotel's own words"
    assert refusal_advice(code, "", plain).endswith(".")


def test_that_a_reason_nobody_documented_shows_exotels_words() -> None:
    assert refusal_meaning("DND_BLOCKED", "{number} is on <i>DND</i>", plain) == "{number} is on <i>DND</i>"
    assert refusal_advice("DND_BLOCKED", "{number} is on DND", plain)
    assert refusal_meaning("DND_BLOCKED", "", plain)


def test_that_each_state_has_a_name() -> None:
    assert len({state_name(state, plain) for state in JobState}) == len(JobState)
