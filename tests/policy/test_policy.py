"""What a policy allows."""

from __future__ import annotations

import pytest

from exogui.exotel.accounts import DataCentre
from exogui.exotel.duplicate_action import DuplicateAction
from exogui.policy.policy import NO_POLICY, Policy, SwitchedOff

MUMBAI = DataCentre.MUMBAI.base_url


@pytest.mark.parametrize("data_centre", [DataCentre.SINGAPORE, DataCentre.MUMBAI])
def test_that_exotels_own_addresses_are_always_allowed(data_centre: DataCentre) -> None:
    Policy(other_addresses=False).check_place("a", data_centre.base_url)


@pytest.mark.parametrize(
    "address", ["https://thief.example", "http://127.0.0.1:8080", f"{MUMBAI}:8443", f"{MUMBAI}/x", ""]
)
def test_that_other_addresses_can_be_forbidden(address: str) -> None:
    NO_POLICY.check_place("a", address)
    with pytest.raises(SwitchedOff) as refused:
        Policy(other_addresses=False).check_place("a", address)
    assert refused.value.key == "other_addresses"


def test_that_the_address_that_is_preset_is_allowed() -> None:
    policy = Policy(other_addresses=False, data_centre="https://exotel.acme.example")
    policy.check_place("a", "https://exotel.acme.example")
    assert policy.preset_place == (DataCentre.OTHER, "https://exotel.acme.example")


def test_that_the_practice_account_is_no_other_address() -> None:
    Policy(other_addresses=False).check_place("practice", "http://127.0.0.1:8080")
    with pytest.raises(SwitchedOff) as refused:
        Policy(practice_account=False).check_place("practice", "http://127.0.0.1:8080")
    assert refused.value.key == "practice_account"


def test_that_nothing_else_passes_for_the_practice_account() -> None:
    with pytest.raises(SwitchedOff):
        Policy(other_addresses=False).check_place("practice", "https://thief.example")


def test_that_creating_contacts_once_more_can_be_forbidden() -> None:
    for action in DuplicateAction:
        NO_POLICY.check_action(action)
    policy = Policy(create_new=False)
    policy.check_action(DuplicateAction.SKIP)
    policy.check_action(DuplicateAction.UPDATE)
    with pytest.raises(SwitchedOff) as refused:
        policy.check_action(DuplicateAction.CREATE_NEW)
    assert refused.value.key == "create_new"


def test_that_a_data_centre_is_preset_by_its_name() -> None:
    assert Policy(data_centre="mumbai").preset_place == (DataCentre.MUMBAI, "")
    assert NO_POLICY.preset_place is None
