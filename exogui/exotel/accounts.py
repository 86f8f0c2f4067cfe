"""An account at Exotel and what signs in to it."""

from __future__ import annotations

import base64
import os
import urllib.parse
from dataclasses import dataclass, field
from enum import StrEnum


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


PRACTICE_ID = "practice"
"""The id of the practice account; no account of a person has it."""


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
        pair = f"{self.api_key}:{self.api_token}".encode(errors="replace")  # then Exotel refuses it
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
        safe = "!#$%&'*+-./:;<=>?@^_`|~(),[]{}\"\\"
        return "Bearer " + urllib.parse.quote(self.token, safe=safe, errors="replace")

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
    id: str = field(default_factory=lambda: os.urandom(16).hex())

    @property
    def base_url(self) -> str:
        """Where the API is."""
        return self.data_centre.base_url or self.other_address

    @property
    def place(self) -> tuple[str, str]:
        """Where its contacts go, whatever it is called and however one signs in: account SID, and the API."""
        return self.account_sid, self.base_url
