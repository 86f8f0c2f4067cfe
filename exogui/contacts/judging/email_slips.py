"""Slips in e-mail addresses that are right to the letter: a mistyped provider, capital letters."""

from __future__ import annotations

from collections.abc import Iterator

_MISTYPED: dict[str, str] = {
    "gmail": """
        gmial gmai gmal gmil gamil gmali gmaill gmaiil gmmail ggmail gnail gmqil gmsil gmaik gmaol gmaul
        gmailc gamail gimail gmeil gemail gmall gmaio gmail1 gmaiol gmaail g-mail gail
    """,
    "yahoo": "yaho yahooo yhoo yhaoo yaoo yahho yahoi yaboo yajoo yahoo1 yahu yahool",
    "hotmail": """
        hotmial hotmal hotmil hotmali hotmaill hotmai hotamil hotnail htmail hotmaul hotmall hotmsil hoymail
    """,
    "outlook": "outlok outloo outllook outlooc outlookk oulook otlook outloook outlool outook",
    "rediffmail": """
        rediffmial redifmail redifmial rediffmal rediffmil redffmail reddiffmail rediffmai rediiffmail
    """,
    "icloud": "iclould icoud iclod iclud icluod icloude",
}
"""Each provider's name and ways in which it is mistyped. None that someone really has, as ymail and mail."""

_NO_ENDINGS = ("con", "cmo", "ocm", "vom", "xom", "cpm", "cim", "comm", "coom", "comn", "c0m", "coim", "conm")
"""What no domain ends in, and .com does when it is mistyped (IANA, Root Zone Database)."""

_SLIPS_OF_COM = (*_NO_ENDINGS, "cm", "om")
"""After a provider's name, where the countries Cameroon and Oman are not meant."""


def _slips() -> Iterator[tuple[str, str]]:
    for provider, ways in _MISTYPED.items():
        right = f"{provider}.com"
        for ending in _SLIPS_OF_COM:
            yield f"{provider}.{ending}", right
        for way in ways.split():
            for ending in ("com", *_SLIPS_OF_COM):
                yield f"{way}.{ending}", right
    for way in _MISTYPED["yahoo"].split():
        yield f"{way}.co.in", "yahoo.co.in"
    yield "gmail.co", "gmail.com"
    yield "gmail.in", "gmail.com"


_RIGHT_DOMAINS = dict(_slips())
_TOP_SLIPS = frozenset(_NO_ENDINGS)


def corrected_domain(domain: str) -> str | None:
    """What a mistyped domain is probably meant to be; None for one that nothing is known against."""
    known = _RIGHT_DOMAINS.get(domain)
    if known is not None:
        return known
    name, _, top = domain.rpartition(".")
    return f"{name}.com" if top in _TOP_SLIPS and name else None


def without_capitals(value: str) -> str:
    """An address with its domain in small letters, and with its name in small ones if all are capitals.

    A domain is the same in either (RFC 4343). A name could differ by case (RFC 5321, section 2.4), so
    one that someone wrote in both stays.
    """
    name, _, domain = value.rpartition("@")
    return f"{name.lower() if name.isupper() else name}@{domain.lower()}"
