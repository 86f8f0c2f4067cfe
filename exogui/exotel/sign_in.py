"""Trying a sign-in without touching a contact, and saying what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exogui.exotel.accounts import Account, ApiKey, Credentials, DataCentre
from exogui.exotel.cancellation import CancelToken
from exogui.exotel.client import ContactsClient
from exogui.exotel.errors import ExotelError, SignInRefused, Stopped, WrongAddress
from exogui.exotel.transport import Timeouts

if TYPE_CHECKING:
    import ssl

_OTHER = {DataCentre.SINGAPORE: DataCentre.MUMBAI, DataCentre.MUMBAI: DataCentre.SINGAPORE}

_QUICK = Timeouts(connect=10, send=10, answer=20, whole_answer=20)
"""A person waits in front of a dialog."""


@dataclass(frozen=True, slots=True)
class SignInReport:
    """What came of trying a sign-in."""

    error: ExotelError | None = None
    """What is wrong; None when Exotel let us in."""
    tried_also: DataCentre | None = None
    """The other data centre, where that was tried after a refusal."""
    works_at: DataCentre | None = None
    """The other data centre, where the same sign-in works there."""

    @property
    def ok(self) -> bool:
        """Whether the account as it stands can be used."""
        return self.error is None


def try_sign_in(
    account: Account,
    credentials: Credentials,
    cancel: CancelToken | None = None,
    *,
    base_urls: Mapping[DataCentre, str] | None = None,
    timeouts: Timeouts = _QUICK,
    tls_context: Callable[[], ssl.SSLContext] | None = None,
) -> SignInReport:
    """Try it; when it is refused, try the other data centre too, for that is where it may belong.

    ``base_urls`` puts other addresses in place of the documented ones. Raises :class:`Stopped` only.
    """
    cancel = cancel or CancelToken()

    def trouble_at(place: Account) -> ExotelError | None:
        base_url = (base_urls or {}).get(place.data_centre) or place.base_url
        client = ContactsClient(
            place.account_sid, base_url, credentials, cancel, timeouts=timeouts, tls_context=tls_context
        )
        try:
            if isinstance(credentials, ApiKey):
                client.request_access_token(credentials)
            else:
                client.check_sign_in()
        except Stopped:
            raise
        except ExotelError as error:
            return error
        return None

    error = trouble_at(account)
    other = _OTHER.get(account.data_centre)
    if other is None or not isinstance(error, SignInRefused | WrongAddress):
        return SignInReport(error)
    there = trouble_at(replace(account, data_centre=other))
    return SignInReport(error, other, other if there is None else None)
