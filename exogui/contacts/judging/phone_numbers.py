"""Judging one phone number: E.164 to the letter (ITU-T E.164: ``+``, then 7 to 15 digits), in a numbering
plan, and what can be said of everything else without guessing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from exogui.contacts.judging.numbering_plans import matcher_by_prefix, plan_by_prefix
from exogui.contacts.problems import ProblemCode

is_e164 = re.compile(r"\+[1-9][0-9]{6,14}").fullmatch
"""Truthy for a string that is an E.164 number and nothing else, whether or not the number exists."""

_E164_LENGTHS = range(8, 17)
"""With the plus sign."""
_FEWEST_DIGITS_WITHOUT_CODE = 5
_FEWEST_DIGITS_SPACED = 8
"""Of numbers with only a space between them, which may as well stand inside one number."""
_PLAUSIBLE_LENGTHS = range(_FEWEST_DIGITS_WITHOUT_CODE, 16)

_COMMON_SEPARATORS = " ()-"
"""Never between two numbers, and never before decimals, as the rest of the separators may be."""
_SEPARATORS = str.maketrans(dict.fromkeys(" \t\r\n()[].-/", ""))
_WRAPPING = re.compile(r"""\A(?:tel:(?://)?|=?"|'|=)+\s*|\s*["']+\Z""", re.IGNORECASE)
_WRAPPERS = frozenset("tT='\"")
_SCIENTIFIC = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]*)?[eE][+]?[0-9]{1,3}")
_WHOLE_DECIMAL = re.compile(r"([+]?[0-9]{5,15})[.,]0")
_PLAIN = re.compile(r"[+]?[0-9]+")
_SEVERAL = re.compile(r"[,;/|&\n]|\b(?:or|and)\b", re.IGNORECASE)
_CODE_TWICE = re.compile(r"(\+[0-9]{1,3})[\s()-]*(?=\1)")
_EXTENSION = re.compile(r"[\s;,]*(?:ext(?:ensio)?n?|x|#)[.:=\s]*[0-9]{1,6}", re.IGNORECASE)
_NUMBER_AMONG_WORDS = re.compile(r"[+]?[0-9(][0-9()\[\].\s-]*[0-9]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class PhoneVerdict(NamedTuple):
    """What is wrong with one phone number."""

    code: ProblemCode
    detail: str = ""
    suggestion: str | None = None
    """The same number, written right; only where it is in a numbering plan and no other reading exists."""
    number: str | None = None
    """The E.164 number that the cell means, by which duplicates are found; None where that is not certain."""


_verdict = tuple.__new__  # twice as quick as calling the class; whole files have these
_NOT_IN_PLAN, _PHONE_LENGTH = ProblemCode.NOT_IN_PLAN, ProblemCode.PHONE_LENGTH
_PHONE_FORMAT, _UNKNOWN_COUNTRY = ProblemCode.PHONE_FORMAT, ProblemCode.UNKNOWN_COUNTRY
_MISSING = PhoneVerdict(ProblemCode.MISSING_PHONE)
_NOT_A_NUMBER = PhoneVerdict(ProblemCode.NOT_A_NUMBER)
_NO_COUNTRY_CODE = PhoneVerdict(ProblemCode.NO_COUNTRY_CODE)
_LOST_DIGITS = PhoneVerdict(ProblemCode.LOST_DIGITS)
_CONTROL_CHARACTERS = PhoneVerdict(ProblemCode.CONTROL_CHARACTERS)
_FORMAT = PhoneVerdict(ProblemCode.PHONE_FORMAT)


def judge_phone_number(value: str) -> PhoneVerdict | None:
    """Judge a cell that should hold one phone number; None when it is fit to send.

    Several numbers in one cell and a number with an extension are PHONE_FORMAT without a suggestion: which
    number is meant, or that the extension does not matter, is for a person to say.
    """
    match = matcher_by_prefix[value[:4]](value)
    if match is None:
        return judge_outside_plans(value)
    return PhoneVerdict(ProblemCode.PREMIUM_NUMBER, number=value) if match.lastindex else None


def judge_outside_plans(value: str) -> PhoneVerdict:
    """Judge what :data:`matcher_by_prefix` has already been asked about and does not know."""
    return judge_plain_digits(value, without_separators(value)) or judge_closely(value)


def judge_plain_digits(value: str, plain: str) -> PhoneVerdict | None:
    """The quick ways, for what fills whole files; ``plain`` is the value :func:`without_separators`.

    None for what needs a closer look: what is more than digits, common separators and one leading plus.
    """
    if plain.isdecimal():
        return _judge_digits(plain)
    if plain[:1] == "+" and plain[1:].isdecimal():
        if value == plain and len(plain) in _E164_LENGTHS and plain[1] != "0":
            return judge_e164_outside_plans(value)
        return _judge_international(plain)
    return _LOST_DIGITS if plain[:1].isdigit() and _SCIENTIFIC.fullmatch(value) else None


def judge_closely(value: str) -> PhoneVerdict:
    """Judge what :func:`judge_plain_digits` leaves."""
    return _judge_written(plain_characters(value).strip())


def without_separators(text: str) -> str:
    """With ASCII digits, and without the signs that stand between the digits of one number only."""
    text = plain_characters(text)
    for separator in _COMMON_SEPARATORS:
        text = text.replace(separator, "")
    return text


def plain_characters(text: str) -> str:
    """With the ASCII characters that native digits, odd spaces and dashes stand for; nothing invisible."""
    if text.isascii():
        return text
    for character in set(text):  # a few, even in hundreds of cells: quicker than a look at each character
        if character > "\x7f":
            text = text.replace(character, _plain_characters[character])
    return text


def national_digits(value: str) -> str | None:
    """The digits of a number that has no country code, however they are written; None for other cells."""
    text = plain_characters(value)
    plain = without_separators(text)
    if _is_national(plain):
        return plain
    plain = _unwrapped(text.strip()).translate(_SEPARATORS)
    return plain if _judge_written(text.strip()) is _NO_COUNTRY_CODE else None


def numbers_written_in(value: str) -> list[str]:
    """The texts in a cell that could each be a phone number, in their order.

    Of several numbers, of one among words, of one with an extension; none where nothing is like a number.
    """
    text = plain_characters(value)
    found: list[str] = []
    for part in _SEVERAL.split(_EXTENSION.sub("", text)):
        for run in _NUMBER_AMONG_WORDS.findall(part):
            spaced = run.split()
            several = all(_digits_in(each) >= _FEWEST_DIGITS_SPACED for each in spaced)
            found += spaced if several else [run]
    return [each for each in found if _digits_in(each) >= _FEWEST_DIGITS_WITHOUT_CODE]


def _digits_in(text: str) -> int:
    return sum("0" <= character <= "9" for character in text)


def _is_national(plain: str) -> bool:
    return plain.isdecimal() and len(plain) in _PLAUSIBLE_LENGTHS and plain[:2] != "00"


def judge_e164_outside_plans(number: str) -> PhoneVerdict:
    """Judge a number that is E.164 to the letter and in no plan."""
    plan = plan_by_prefix[number[:4]]
    if plan is None:
        return _verdict(PhoneVerdict, (_UNKNOWN_COUNTRY, number[:4], None, number))
    if number.startswith(plan.with_surplus):
        shorter = plan.without_surplus(number)
        if shorter is not None:
            return PhoneVerdict(ProblemCode.PHONE_FORMAT, "", shorter, shorter)
    wrong = _NOT_IN_PLAN if plan.has_possible_length(number) is not None else _PHONE_LENGTH
    return _verdict(PhoneVerdict, (wrong, plan.plus_code, None, number))


@lru_cache(maxsize=4096)  # "N/A" and 9.19877E+11 fill whole columns
def _judge_written(text: str) -> PhoneVerdict:
    """Judge what is not E.164 to the letter, invisible and foreign characters already made plain."""
    if _CONTROL.search(text):
        return _CONTROL_CHARACTERS
    text = _unwrapped(text)
    if text.count("+") > 1:
        text = _CODE_TWICE.sub("", text, count=1)
    if not text:
        return _MISSING
    if _SCIENTIFIC.fullmatch(text):
        return _LOST_DIGITS
    plain = text.translate(_SEPARATORS)
    if not _PLAIN.fullmatch(plain) or _holds_several(text):
        return _judge_words(text)
    return _judge_international(plain) if plain[0] == "+" else _judge_digits(plain)


def _judge_digits(digits: str) -> PhoneVerdict:
    """Judge digits without a plus sign before them."""
    if digits[:2] == "00":
        return _judge_international("+" + digits[2:])
    return _NO_COUNTRY_CODE if len(digits) in _PLAUSIBLE_LENGTHS else _NOT_A_NUMBER


def _judge_international(number: str) -> PhoneVerdict:
    """Judge ``+`` and digits, taken from a cell that was written otherwise."""
    if number[1:3] == "00":  # a plus sign before what is dialled instead of one
        number = "+" + number[3:]
    if number[1:2] in ("", "0"):
        zeros_only = not number[1:].strip("0")
        return _NOT_A_NUMBER if zeros_only else PhoneVerdict(ProblemCode.UNKNOWN_COUNTRY, "+0")
    if matcher_by_prefix[number[:4]](number) is not None:
        return _verdict(PhoneVerdict, (_PHONE_FORMAT, "", number, number))
    if is_e164(number):
        verdict = judge_e164_outside_plans(number)
        return _FORMAT if verdict.code is ProblemCode.NOT_IN_PLAN else verdict
    plan = plan_by_prefix[number[:4]]
    if plan is None:
        return _verdict(PhoneVerdict, (_UNKNOWN_COUNTRY, number[:4], None, None))
    shorter = plan.without_surplus(number)
    if shorter is not None:
        return PhoneVerdict(ProblemCode.PHONE_FORMAT, "", shorter, shorter)
    return _verdict(PhoneVerdict, (_PHONE_LENGTH, plan.plus_code, None, None))


def _judge_words(text: str) -> PhoneVerdict:
    """Judge what holds more than one number's digits and punctuation."""
    if _holds_several(text):
        return _FORMAT
    text = _EXTENSION.sub("", text, count=1)
    if _digits_in(text) < _FEWEST_DIGITS_WITHOUT_CODE or any(character.isalpha() for character in text):
        return _NOT_A_NUMBER
    return _FORMAT


def _holds_several(text: str) -> bool:
    parts = _SEVERAL.split(text)
    if len(parts) == 1:
        return text.count("+") > 1
    return sum(len(re.findall("[0-9]", part)) >= _FEWEST_DIGITS_WITHOUT_CODE + 1 for part in parts) > 1


def _unwrapped(text: str) -> str:
    """Without what spreadsheets and web pages put around a number: ``="…"``, ``'``, ``tel:``."""
    if text[:1] in _WRAPPERS or text[-1:] in _WRAPPERS:
        text = _WRAPPING.sub("", text).strip()
    whole = _WHOLE_DECIMAL.fullmatch(text)  # 919876543210.0: what some exports make of a whole number
    return whole[1] if whole else text


class _PlainCharacters(dict[str, str]):
    """From a character to the ASCII one that it stands for; works each out when it first meets it."""

    def __missing__(self, character: str) -> str:
        plain = self[character] = _plain_character(character)
        return plain


def _plain_character(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Cf":  # zero-width characters and marks of direction
        return ""
    if category.startswith("Z"):
        return " "
    if category == "Pd" or character == "\N{MINUS SIGN}":
        return "-"
    if unicodedata.decomposition(character).startswith(("<wide>", "<small>")):
        return unicodedata.normalize("NFKC", character)
    return character


_plain_characters = _PlainCharacters()
