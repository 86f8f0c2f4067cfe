"""The policy: presets, and what is allowed. Enforced in the core, so that there is no second door."""

from __future__ import annotations

import urllib.parse
from typing import NamedTuple

from exogui.exotel.accounts import PRACTICE_ID, DataCentre
from exogui.exotel.addresses import is_loopback
from exogui.exotel.duplicate_action import DuplicateAction

MOST_DAYS = 3650
"""For how long contacts may be kept where the policy says nothing."""


class SwitchedOff(Exception):  # noqa: N818 - it names what happened
    """The policy does not allow what was asked for."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key
        """The name of the field of :class:`Policy` that forbids it."""


class Policy(NamedTuple):  # made at every start: a dataclass takes four times as long to make
    """What is in force. The fields are the keys of the policy; their defaults hold where it says nothing."""

    data_centre: str = ""
    """Where a new account is, to begin with: ``singapore``, ``mumbai``, or an address as
    :func:`~exogui.exotel.addresses.check_address` gives it. Empty: chosen by the system's country."""
    account_sid: str = ""
    """The account SID of a new account, to begin with."""
    account_name: str = ""
    """Its name, to begin with."""
    country: str = ""
    """ISO code of the country on offer for numbers without a country code, until the person chooses one."""
    other_addresses: bool = True
    """Whether contacts may go elsewhere than to Exotel's data centres and the address in ``data_centre``."""
    practice_account: bool = True
    """Whether there is a practice account."""
    create_new: bool = True
    """Whether contacts that are already there may be created once more."""
    keep_contacts_days: int = MOST_DAYS
    """For how many days at the most refused rows, and digests of numbers that were sent, are kept."""
    update_hint: bool = True
    """Whether exogui asks, at most once a day, whether there is a newer version."""
    update_address: str = ""
    """Where it asks, in place of the address that the build carries."""

    @property
    def preset_place(self) -> tuple[DataCentre, str] | None:
        """The data centre of a new account, and the address where that is OTHER; None for no preset."""
        if not self.data_centre:
            return None
        if "://" in self.data_centre:
            return DataCentre.OTHER, self.data_centre
        return DataCentre(self.data_centre), ""

    def check_place(self, account_id: str, base_url: str) -> None:
        """Whether the account with this id may be signed in to at ``base_url``. Raises SwitchedOff."""
        if account_id == PRACTICE_ID and is_loopback(urllib.parse.urlsplit(base_url).hostname or ""):
            if not self.practice_account:
                raise SwitchedOff("practice_account")
        elif not self.allows_address(base_url):
            raise SwitchedOff("other_addresses")

    def allows_address(self, base_url: str) -> bool:
        """Whether contacts may go there."""
        known = {place.base_url for place in DataCentre if place is not DataCentre.OTHER}
        return self.other_addresses or base_url in known or base_url == self.data_centre != ""

    def check_action(self, action: DuplicateAction) -> None:
        """Whether contacts may be sent so. Raises SwitchedOff."""
        if action is DuplicateAction.CREATE_NEW and not self.create_new:
            raise SwitchedOff("create_new")


NO_POLICY = Policy()
"""Nobody has set anything."""
