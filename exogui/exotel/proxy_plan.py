"""What a system's proxy settings mean for one address. Text in, proxies out; asks nobody."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Iterable
from dataclasses import dataclass

DIRECT = ""
"""In a list of proxies: the way without one. An empty list means: only kinds that are not spoken."""

DISCOVERY = "http://wpad/wpad.dat"
"""The script of a network that is to be discovered (WPAD). Windows also looks elsewhere for it."""

_SPOKEN = {"PROXY": "http", "HTTP": "http", "HTTPS": "https"}
_NOT_SPOKEN = frozenset({"SOCKS", "SOCKS4", "SOCKS5", "QUIC"})
_SERVER = re.compile(
    r"(?:(?P<scheme>[a-z][a-z0-9+.-]*)://)?"
    r"(?P<place>(?:[^\s@/]+@)?(?:\[[0-9a-f:.]+\]|[^\s:/@\[\]]+)(?::\d{1,5})?)/?",
    re.IGNORECASE,
)
_BYPASS = re.compile(r"(?:(?P<scheme>[a-z]+)://)?(?P<host>\[[^]]+\]|[^:]+)(?::(?P<port>\d+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ProxyPlan:
    """The scripts to ask, the first that answers counts, and the proxies to use when none of them does.

    Proxies are addresses (``http://host:port``) or :data:`DIRECT`, in the order in which they are tried.
    """

    scripts: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = (DIRECT,)


@dataclass(frozen=True, slots=True)
class MacProxy:
    """One entry of a list that CFNetwork gives. ``kind`` is the name of its constant for kCFProxyTypeKey."""

    kind: str
    host: str = ""
    port: int = 0
    script: str = ""


class ScriptUnavailable(Exception):  # noqa: N818 - a script that is not there is no error of anyone
    """A proxy script could not be found, fetched or run. Its text names a code, never an address."""


def windows_plan(url: str, *, discover: bool, script: str, servers: str, bypass: str) -> ProxyPlan:
    """The plan that the Internet settings of Windows make, in the order in which Windows goes by them."""
    scripts = ((DISCOVERY,) if discover else ()) + ((script,) if script else ())
    return ProxyPlan(scripts, proxies_in(servers, url, bypass))


def mac_plan(entries: Iterable[MacProxy], *, discover: bool) -> ProxyPlan:
    """The plan that CFNetworkCopyProxiesForURL makes; macOS leaves the discovery to its callers."""
    entries = tuple(entries)
    scripts = ((DISCOVERY,) if discover else ()) + tuple(each.script for each in entries if each.script)
    named = tuple(each for each in entries if not each.script)
    return ProxyPlan(tuple(dict.fromkeys(scripts)), mac_proxies_in(named))


def mac_proxies_in(entries: Iterable[MacProxy]) -> tuple[str, ...]:
    """The proxies of a list of CFNetwork's; without those of kinds that are not spoken."""
    entries = tuple(entries)
    if not entries:
        return (DIRECT,)
    found: list[str] = []
    for each in entries:
        if each.kind == "kCFProxyTypeNone":
            found.append(DIRECT)
        elif each.kind in {"kCFProxyTypeHTTP", "kCFProxyTypeHTTPS"} and each.host:
            # "HTTPS" is what is asked of the proxy; it is spoken to in the open all the same.
            host = f"[{each.host}]" if ":" in each.host else each.host
            found.append(f"http://{host}:{each.port}" if each.port else f"http://{host}")
    return tuple(found)


def proxies_in(servers: str, url: str, bypass: str = "") -> tuple[str, ...]:
    """The proxies for ``url`` in a list as Windows or a script writes it.

    That is ``a:8080;b:8080``, ``http=a:80;https=b:80`` or ``PROXY a:8080; DIRECT`` (the result of
    FindProxyForURL). Without those of kinds that are not spoken (SOCKS).
    """
    if not servers.strip() or is_bypassed(url, bypass):
        return (DIRECT,)
    found: list[str] = []
    wanted = urllib.parse.urlsplit(url).scheme
    something_for_us = False
    for kind, place in _items(servers):
        scheme_of_url, has_scheme, server = place.rpartition("=")
        if has_scheme and scheme_of_url.strip().lower() not in {wanted, "socks"}:
            continue
        something_for_us = True
        if has_scheme and scheme_of_url.strip().lower() == "socks":
            kind = "SOCKS"  # noqa: PLW2901 - another way to write it
        proxy = _proxy(kind, server)
        if proxy is not None:
            found.append(proxy)
    return tuple(dict.fromkeys(found)) if something_for_us else (DIRECT,)


def _items(servers: str) -> Iterable[tuple[str, str]]:
    """Pairs of a kind and a server."""
    for part in servers.split(";"):
        words = part.split()
        if words and (words[0].upper() in _NOT_SPOKEN or (len(words) == 2 and words[0].upper() in _SPOKEN)):
            yield words[0].upper(), words[-1]
        else:
            yield from (("DIRECT" if word.upper() == "DIRECT" else "PROXY", word) for word in words)


def _proxy(kind: str, server: str) -> str | None:
    """A proxy's address; None for one that cannot be used."""
    if kind == "DIRECT":
        return DIRECT
    match = _SERVER.fullmatch(server)
    if kind not in _SPOKEN or match is None:
        return None
    scheme = (match["scheme"] or _SPOKEN[kind]).lower()
    return f"{scheme}://{match['place']}" if scheme in {"http", "https"} else None


def is_bypassed(url: str, bypass: str) -> bool:
    """Whether a list of exceptions as Windows writes it (``*.corp.example;10.*;<local>``) names ``url``.

    Names are compared as they are written, as Windows does: none is looked up.
    """
    parts = urllib.parse.urlsplit(url)
    host = (parts.hostname or "").lower()
    try:
        port = parts.port or {"https": 443, "http": 80}.get(parts.scheme)
    except ValueError:  # a port that is none; the request will fail by it
        port = None
    for entry in re.split(r"[;\s]+", bypass.strip()):
        if entry.lower() == "<local>":
            if "." not in host and ":" not in host:
                return True
            continue
        match = _BYPASS.fullmatch(entry)
        if (
            match
            and (match["scheme"] or parts.scheme).lower() == parts.scheme
            and (match["port"] is None or int(match["port"]) == port)
            and _is_like(host, match["host"].strip("[]"))
        ):
            return True
    return False


def _is_like(host: str, pattern: str) -> bool:
    """Whether a host's name is like a pattern with stars and question marks."""
    signs = {"*": ".*", "?": "."}
    return (
        re.fullmatch("".join(signs.get(sign, re.escape(sign)) for sign in pattern), host, re.IGNORECASE)
        is not None
    )
