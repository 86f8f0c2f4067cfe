"""Which addresses exogui talks to: https, or http to this machine."""

from __future__ import annotations

import ipaddress
import re
import urllib.parse
from enum import StrEnum


class AddressFault(StrEnum):
    """Why an address cannot be used."""

    NOT_AN_ADDRESS = "not_an_address"
    NOT_HTTPS = "not_https"
    HOLDS_SIGN_IN = "holds_sign_in"
    HOLDS_MORE = "holds_more"
    """A question mark or a hash and what follows."""


class InvalidAddress(ValueError):  # noqa: N818 - named after what the person can act on
    """An address that cannot be used, and why."""

    def __init__(self, fault: AddressFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


_HOST = re.compile(r"[\w.-]+|[0-9a-fA-F:.]+", re.ASCII)


def check_address(address: str) -> str:
    """A base URL without its last slash: https, or http to this machine only.

    Raises :class:`InvalidAddress`.
    """
    address = address.strip()
    if re.search(r"[\s\\\x00-\x20\x7f]", address):
        raise InvalidAddress(AddressFault.NOT_AN_ADDRESS)
    try:
        parts = urllib.parse.urlsplit(address)
        host = parts.hostname or ""
        port = parts.port
        host = host.encode("idna").decode("ascii") if not host.isascii() else host
    except ValueError as error:  # a port that is none, a broken IPv6 address, a name that cannot be
        raise InvalidAddress(AddressFault.NOT_AN_ADDRESS) from error
    if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(host) or port == 0:
        raise InvalidAddress(AddressFault.NOT_AN_ADDRESS)
    if "@" in parts.netloc:
        raise InvalidAddress(AddressFault.HOLDS_SIGN_IN)
    if "?" in address or "#" in address:
        raise InvalidAddress(AddressFault.HOLDS_MORE)
    if parts.scheme == "http" and not is_loopback(host):
        raise InvalidAddress(AddressFault.NOT_HTTPS)
    shown_host = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown_host}{f':{port}' if port else ''}{parts.path.rstrip('/')}"


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
