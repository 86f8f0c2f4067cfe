"""Judging one e-mail address by its form. Whether it can be delivered is not asked."""

from __future__ import annotations

import re
from functools import lru_cache

from exogui.contacts.judging.email_slips import corrected_domain

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"(?!..--)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"

is_plain_name = re.compile(rf"{_ATOM}(?:\.{_ATOM})*").fullmatch
"""Truthy for what may stand before the ``@`` of a plain address."""

is_plain_email = re.compile(
    rf"(?!.{{255}}){_ATOM}(?:\.{_ATOM})*@"
    rf"(?:{_LABEL}\.)+"
    r"(?!(?:arpa|invalid|local|localhost|onion|test)\Z)"
    r"(?!..--)(?:[A-Za-z0-9][A-Za-z0-9-]{0,61})?[A-Za-z]",
    re.IGNORECASE | re.ASCII,
).fullmatch
"""Truthy for an ASCII address that is well-formed without any doubt, which nearly all are."""

_MOST_DOMAINS = 5_000  # to keep memory bounded whatever stands in e-mail cells


class _PlainDomains(dict[str, str | None]):
    """From what stands after the ``@`` to "" where it is plain, to its correction where it looks mistyped, to
    None where it is not plain. Lists have few domains, and to look one up is quicker than any pattern."""

    def __missing__(self, domain: str) -> str | None:
        plain = is_plain_email(f"a@{domain}") is not None
        verdict = (corrected_domain(domain.lower()) or "") if plain else None
        if len(self) < _MOST_DOMAINS:
            self[domain] = verdict
        return verdict


plain_domains = _PlainDomains()

_may_be_email = re.compile(
    # Non-ASCII letters are for the library; an ASCII address that is not plain can only be saved by Punycode.
    r"[^\x00-\x20\x7f@\"(),:;<>\[\\\]]+@[^\x00-,/:-@\[-`{-\x7f]+",
).fullmatch


def is_email(value: str) -> bool:
    """Whether ``value`` is a well-formed address (RFC 5321 and, for other scripts, RFC 6531).

    The email-validator library has the last word on whatever is not plainly right or plainly wrong.
    """
    return is_plain_email(value) is not None or is_unusual_email(value)


def is_unusual_email(value: str) -> bool:
    """Whether an address that is not plain is well-formed all the same."""
    if len(value) > 254 or _may_be_email(value) is None:
        return False
    if value.isascii() and "xn--" not in value.lower():
        return False
    return _library_accepts(value)


@lru_cache(maxsize=4096)
def _library_accepts(value: str) -> bool:
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(value, check_deliverability=False)
    except EmailNotValidError:
        return False
    return True
