"""What signs the calls of one job in. Every secret in here stays in memory.

Exotel documents two ways for every call alike: an API key with its token (Basic) and an access token
(Bearer). A key goes out as it is, for then nothing has to be fetched or renewed. Where Exotel refuses it in
that form and still gives an access token for it (POST .../configuration/basicauth), that token signs in from
then on and is renewed in time. Nobody has to know which of the two it was, so nobody is asked.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from exogui.exotel.accounts import AccessToken, ApiKey, Credentials
from exogui.exotel.errors import ExotelError, RequestRefused, SignInRefused, Stopped, WrongAddress
from exogui.exotel.responses import IssuedToken

Exchange = Callable[[ApiKey], IssuedToken]
"""Asks Exotel for an access token. Raises an ExotelError that leaves no doubt that only this was asked."""

_DOCUMENTED_LIFETIME = 86_400.0
"""Seconds, where the answer does not say."""
_RENEWED_EARLY = 300.0
"""Seconds before its end at which a token is renewed, so that no call carries one that ends on its way."""

_NO_TOKEN = (SignInRefused, WrongAddress, RequestRefused)
"""What says that there is no access token for this key here; anything else is worth saying by itself."""


class Authorization:
    """Credentials, and the access token they were changed for. For all calls of a job, on all its threads.

    A thread that needs a token while another fetches one waits for that one. ``clocks`` are a monotonic clock
    and the wall's, in seconds: the first stands still on some systems while the machine sleeps, the second
    can be set, and a token is taken for as old as the older of them says.
    """

    def __init__(
        self,
        credentials: Credentials,
        *,
        clocks: tuple[Callable[[], float], Callable[[], float]] = (time.monotonic, time.time),
    ) -> None:
        self._clocks = clocks
        self._exchanging = threading.Lock()
        self._state = threading.Lock()
        self._credentials = credentials
        self._grant: _Grant | None = None
        self._secrets = credentials.secrets

    @property
    def secrets(self) -> tuple[str, ...]:
        """Everything that must never be shown, what was replaced included: an answer may still quote it."""
        with self._state:
            return self._secrets

    def replace(self, credentials: Credentials) -> None:
        """Sign in with these from now on. From any thread; never waits for the network.

        A call under way that is refused with the old ones is repeated with these.
        """
        with self._state:
            self._credentials = credentials
            self._grant = None
            self._keep_secret(credentials)

    def header(self, exchange: Exchange) -> str:
        """The value of the Authorization header for the next call; a token near its end is renewed first.

        Raises what ``exchange`` raises once the old token has ended; until then it does.
        """
        with self._state:
            grant, signing = self._grant, self._signing()
        if grant is None or not self._is_older(
            grant, grant.lifetime - min(_RENEWED_EARLY, grant.lifetime / 10)
        ):
            return signing
        try:
            return self._other_than(signing, exchange) or signing
        except Stopped:
            raise
        except ExotelError:
            if self._is_older(grant, grant.lifetime):
                raise
            return signing

    def after_refusal(self, refused: str, exchange: Exchange) -> str | None:
        """The header to try once more after a 401 to ``refused``; None where there is nothing else to try.

        Raises what ``exchange`` raises where that says neither yes nor no.
        """
        try:
            return self._other_than(refused, exchange)
        except _NO_TOKEN:
            with self._state:  # another sign-in may have been given meanwhile
                signing = self._signing()
            return None if signing == refused else signing

    def _other_than(self, used: str, exchange: Exchange) -> str | None:
        """What signs in where ``used`` does not any more: what is there already, or a new token."""
        with self._exchanging:
            with self._state:
                credentials, signing = self._credentials, self._signing()
            if signing != used:
                return signing
            if not isinstance(credentials, ApiKey):
                return None
            began = self._now()
            issued = exchange(credentials)
            with self._state:
                if self._credentials is credentials:  # not replaced meanwhile
                    lifetime = issued.lifetime or _DOCUMENTED_LIFETIME
                    self._grant = _Grant(issued.token, lifetime, began)
                    self._keep_secret(issued.token)
                return self._signing()

    def _signing(self) -> str:
        return (self._grant.token if self._grant else self._credentials).authorization

    def _keep_secret(self, credentials: Credentials) -> None:
        self._secrets = tuple(dict.fromkeys((*self._secrets, *credentials.secrets)))

    def _now(self) -> tuple[float, float]:
        monotonic, wall = self._clocks
        return monotonic(), wall()

    def _is_older(self, grant: _Grant, seconds: float) -> bool:
        return max(now - then for now, then in zip(self._now(), grant.began, strict=True)) >= seconds


@dataclass(frozen=True, slots=True)
class _Grant:
    """An access token, the seconds it is good for, and the moment on each clock from which they count."""

    token: AccessToken
    lifetime: float
    began: tuple[float, float]
