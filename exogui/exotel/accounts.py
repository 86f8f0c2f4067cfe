"""An account at Exotel and what signs in to it."""

from __future__ import annotations

import base64
import re
import urllib.parse
import uuid
from dataclasses import dataclass, field
from enum import StrEnum

from exogui.exotel.transport import is_loopback


class DataCentre(StrEnum):
    """Where an account lives. OTHER is an address of the person's own."""

    SINGAPORE = "singapore"
    MUMBAI = "mumbai"
    OTHER = "other"

    @property
    def base_url(self) -> str:
        """The documented address; empty for OTHER."""
        return _BASE_URLS[self]


_BASE_URLS = {
    DataCentre.SINGAPORE: "https://ccm-api.exotel.com",
    DataCentre.MUMBAI: "https://ccm-api.in.exotel.com",
    DataCentre.OTHER: "",
}


class SignIn(StrEnum):
    """Which kind of credentials an account uses."""

    KEY = "key"
    TOKEN = "token"  # noqa: S105 - a kind of sign-in, not a secret


@dataclass(frozen=True, slots=True)
class ApiKey:
    """API key and API token, from Exotel's dashboard under Settings > API Settings."""

    api_key: str = field(repr=False)
    api_token: str = field(repr=False)

    @property
    def authorization(self) -> str:
        """The value of the Authorization header."""
        pair = f"{self.api_key}:{self.api_token}".encode()
        return "Basic " + base64.b64encode(pair).decode("ascii")

    @property
    def secrets(self) -> tuple[str, ...]:
        """Everything that must never be shown."""
        return (self.api_token, self.api_key, self.authorization.removeprefix("Basic "))


@dataclass(frozen=True, slots=True)
class AccessToken:
    """A bearer token, good for a day."""

    token: str = field(repr=False)

    @property
    def authorization(self) -> str:
        """The value of the Authorization header."""
        # Not latin-1 or on two lines means not a token; the server refuses it, no header is split.
        return "Bearer " + urllib.parse.quote(self.token, safe="!#$%&'*+-./:;<=>?@^_`|~(),[]{}\"\\")

    @property
    def secrets(self) -> tuple[str, ...]:
        """Everything that must never be shown."""
        return (self.token,)


Credentials = ApiKey | AccessToken


@dataclass(frozen=True, slots=True)
class Account:
    """An account without its secrets."""

    name: str
    """As the person calls it."""
    account_sid: str
    data_centre: DataCentre = DataCentre.SINGAPORE
    sign_in: SignIn = SignIn.KEY
    other_address: str = ""
    """The address where ``data_centre`` is OTHER, as :func:`check_address` gave it; else empty."""
    id: str = field(default_factory=lambda: uuid.uuid4().hex)

    @property
    def base_url(self) -> str:
        """Where the API is."""
        return self.data_centre.base_url or self.other_address


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
