"""An account and its credentials from the environment, for the command line."""

from __future__ import annotations

import os
from collections.abc import Mapping

from exogui.exotel.accounts import AccessToken, Account, ApiKey, Credentials, DataCentre, SignIn
from exogui.exotel.addresses import check_address

ACCOUNT_SID = "EXOGUI_ACCOUNT_SID"
API_KEY = "EXOGUI_API_KEY"
API_TOKEN = "EXOGUI_API_TOKEN"  # noqa: S105 - the name of a variable
ACCESS_TOKEN = "EXOGUI_ACCESS_TOKEN"  # noqa: S105
BASE_URL = "EXOGUI_BASE_URL"


class MissingVariables(Exception):  # noqa: N818 - named after what the person can act on
    """Variables that must be set and are not."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names
        """In the order in which they are best set; a sign-in by key is assumed where none was begun."""


def account_from_environment(
    environment: Mapping[str, str] | None = None, base_url: str | None = None
) -> tuple[Account, Credentials]:
    """The account of EXOGUI_ACCOUNT_SID with EXOGUI_API_KEY and EXOGUI_API_TOKEN, or EXOGUI_ACCESS_TOKEN.

    ``base_url`` goes before EXOGUI_BASE_URL; without either it is Singapore. An access token goes before a
    key. Raises :class:`MissingVariables` and :class:`~exogui.exotel.accounts.InvalidAddress`.
    """
    environment = os.environ if environment is None else environment
    values = {name: environment.get(name, "").strip() for name in (ACCOUNT_SID, API_KEY, API_TOKEN)}
    token = environment.get(ACCESS_TOKEN, "").strip()
    needed = (ACCOUNT_SID,) if token else (ACCOUNT_SID, API_KEY, API_TOKEN)
    missing = tuple(name for name in needed if not values[name])
    if missing:
        raise MissingVariables(missing)
    data_centre, address = _place(base_url or environment.get(BASE_URL, ""))
    account = Account(
        name=values[ACCOUNT_SID],
        account_sid=values[ACCOUNT_SID],
        data_centre=data_centre,
        sign_in=SignIn.TOKEN if token else SignIn.KEY,
        other_address=address,
        id="environment",
    )
    return account, AccessToken(token) if token else ApiKey(values[API_KEY], values[API_TOKEN])


def _place(address: str) -> tuple[DataCentre, str]:
    """The data centre at an address, or OTHER and the checked address."""
    if not address.strip():
        return DataCentre.SINGAPORE, ""
    checked = check_address(address)
    for data_centre in (DataCentre.SINGAPORE, DataCentre.MUMBAI):
        if checked == data_centre.base_url:
            return data_centre, ""
    return DataCentre.OTHER, checked
