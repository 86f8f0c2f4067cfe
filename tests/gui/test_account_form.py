from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from exogui.exotel.accounts import DataCentre, SignIn
from exogui.exotel.addresses import AddressFault
from exogui.gui.dialogs.account_form import ADDRESS_FAULTS, AccountForm, faults
from exogui.messages import accounts as texts
from exogui.messages.catalogue import Text

FULL = AccountForm(
    "a1", "Acme", DataCentre.MUMBAI, "", "acme1", SignIn.KEY, api_key="key-8f3a", api_token="token-77c1"
)


@pytest.mark.parametrize(
    ("changes", "field", "text"),
    [
        ({"name": "acme sales"}, "account_name", texts.NAME_TAKEN),
        ({"data_centre": DataCentre.OTHER}, "account_address", texts.NEED_ADDRESS),
        ({"data_centre": DataCentre.OTHER, "address": "http://x.in"}, "account_address", texts.NOT_HTTPS),
        (
            {"data_centre": DataCentre.OTHER, "address": "https://a:b@x.in"},
            "account_address",
            texts.HOLDS_SIGN_IN,
        ),
        (
            {"data_centre": DataCentre.OTHER, "address": "https://x.in/?q"},
            "account_address",
            texts.HOLDS_MORE,
        ),
        ({"data_centre": DataCentre.OTHER, "address": "x.in"}, "account_address", texts.NOT_AN_ADDRESS),
        ({"sign_in": SignIn.TOKEN}, "access_token", texts.NEED_ACCESS_TOKEN),
        ({"api_token": ""}, "api_token", texts.NEED_TOKEN),
    ],
)
def test_that_each_fault_has_its_words(changes: dict[str, Any], field: str, text: Text) -> None:
    found = faults(replace(FULL, **changes), saved=None, taken_names=["Acme Sales"])

    assert found == {field: text}


def test_that_every_fault_of_an_address_has_words() -> None:
    assert set(ADDRESS_FAULTS) == set(AddressFault)


@pytest.mark.parametrize(
    "address", ["https://ccm.example.com", "http://127.0.0.1:8080", "http://localhost:1"]
)
def test_that_a_good_address_is_taken(address: str) -> None:
    form = AccountForm(
        name="A", data_centre=DataCentre.OTHER, address=address, account_sid="s", api_key="k", api_token="t"
    )

    assert faults(form, saved=None, taken_names=[]) == {}


def test_that_a_form_never_shows_its_secrets() -> None:
    form = AccountForm(api_key="key-8f3a", api_token="token-77c1", access_token="eyJ0")

    assert not any(secret in f"{form!r} {form}" for secret in ("key-8f3a", "token-77c1", "eyJ0"))
