"""What the account dialog asks for, and what may be missing from it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from exogui.exotel.accounts import DataCentre, SignIn
from exogui.exotel.addresses import AddressFault, InvalidAddress, check_address
from exogui.messages import accounts as texts
from exogui.messages import policy as policy_texts
from exogui.messages.catalogue import Text
from exogui.policy.policy import NO_POLICY, Policy


@dataclass(frozen=True, slots=True)
class AccountForm:
    """The account as entered. Its secrets never show in a log or a message."""

    account_id: str = ""
    """Empty for an account that is new."""
    name: str = ""
    data_centre: DataCentre = DataCentre.SINGAPORE
    address: str = ""
    """As entered, where ``data_centre`` is OTHER."""
    account_sid: str = ""
    sign_in: SignIn = SignIn.KEY
    api_key: str = field(default="", repr=False)
    api_token: str = field(default="", repr=False)
    access_token: str = field(default="", repr=False)

    @property
    def has_no_secret(self) -> bool:
        """Whether nothing secret was entered for the chosen sign-in."""
        if self.sign_in is SignIn.TOKEN:
            return not self.access_token
        return not (self.api_key or self.api_token)


ADDRESS_FAULTS: dict[AddressFault, Text] = {
    AddressFault.NOT_AN_ADDRESS: texts.NOT_AN_ADDRESS,
    AddressFault.NOT_HTTPS: texts.NOT_HTTPS,
    AddressFault.HOLDS_SIGN_IN: texts.HOLDS_SIGN_IN,
    AddressFault.HOLDS_MORE: texts.HOLDS_MORE,
}


def faults(
    form: AccountForm, *, saved: SignIn | None, taken_names: Collection[str], policy: Policy = NO_POLICY
) -> dict[str, Text]:
    """What to say at which field (its object name), in the order of the form; empty when all is there.

    ``saved`` is the sign-in whose secrets are kept already and need not be entered again.
    """
    found: dict[str, Text] = {}
    if not form.name:
        found["account_name"] = texts.NEED_NAME
    elif form.name.casefold() in {name.casefold() for name in taken_names}:
        found["account_name"] = texts.NAME_TAKEN
    if form.data_centre is DataCentre.OTHER:
        fault = _address_fault(form.address, policy)
        if fault is not None:
            found["account_address"] = fault
    if not form.account_sid:
        found["account_sid"] = texts.NEED_SID
    if not (form.has_no_secret and saved is form.sign_in):
        found.update(_missing_secrets(form))
    return found


def _address_fault(address: str, policy: Policy) -> Text | None:
    if not address:
        return texts.NEED_ADDRESS
    try:
        allowed = policy.allows_address(check_address(address))
    except InvalidAddress as error:
        return ADDRESS_FAULTS[error.fault]
    return None if allowed else policy_texts.ADDRESS_FORBIDDEN


def _missing_secrets(form: AccountForm) -> dict[str, Text]:
    if form.sign_in is SignIn.TOKEN:
        return {} if form.access_token else {"access_token": texts.NEED_ACCESS_TOKEN}
    missing = {}
    if not form.api_key:
        missing["api_key"] = texts.NEED_KEY
    if not form.api_token:
        missing["api_token"] = texts.NEED_TOKEN
    return missing
