"""Who may ask: the practice account's key and token, and the access tokens it has issued."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import secrets
import threading
import time


class Access:
    """Checks the Authorization header. Safe to use from several threads."""

    def __init__(self, api_key: str, api_token: str) -> None:
        self._api_key = api_key
        self._api_token = api_token
        self._signing_key = secrets.token_bytes(32)
        self._lock = threading.Lock()
        self._expiry_of_token: dict[str, float] = {}

    def issue_token(self, account_sid: str, expires_in: float) -> str:
        """A new access token, good for ``expires_in`` seconds. It looks like the JWT that Exotel issues."""
        now = int(time.time())
        claims = {"sub": account_sid, "iat": now, "exp": now + int(expires_in), "jti": secrets.token_hex(16)}
        signed = f"{_base64url(_json({'alg': 'HS256', 'typ': 'JWT'}))}.{_base64url(_json(claims))}"
        signature = hmac.digest(self._signing_key, signed.encode(), hashlib.sha256)
        token = f"{signed}.{_base64url(signature)}"
        with self._lock:
            self._expiry_of_token[token] = time.monotonic() + expires_in
        return token

    def expire_tokens(self) -> None:
        """End every access token issued so far."""
        with self._lock:
            self._expiry_of_token.clear()

    def allows_basic(self, authorization: str | None) -> bool:
        """Whether the header carries the account's key and token."""
        scheme, _, value = (authorization or "").partition(" ")
        if scheme.lower() != "basic":
            return False
        try:
            given = base64.b64decode(value.strip(), validate=True)
        except (binascii.Error, ValueError):
            return False
        return hmac.compare_digest(given, f"{self._api_key}:{self._api_token}".encode())

    def allows_bearer(self, authorization: str | None) -> bool:
        """Whether the header carries an access token that is still good."""
        scheme, _, value = (authorization or "").partition(" ")
        with self._lock:
            ends = self._expiry_of_token.get(value.strip(), 0.0)
        return scheme.lower() == "bearer" and ends > time.monotonic()

    def allows(self, authorization: str | None) -> bool:
        """Whether the header carries the account's key and token, or an access token that is still good."""
        return self.allows_basic(authorization) or self.allows_bearer(authorization)


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _base64url(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()
